"""One transaction a change, and the content version that is counted up with it."""
