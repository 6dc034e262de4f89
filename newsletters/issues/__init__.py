"""Issues of newsletters: what they say, how they look, how they leave."""
