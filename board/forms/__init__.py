"""What the board's people fill in, by what it is about."""
