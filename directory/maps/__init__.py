"""Maps that the server draws, for pages without scripts and for profiles: outlines, and a diamond for each place."""
