"""What readers get at the addresses of newsletters."""
