"""What the board's people do."""
