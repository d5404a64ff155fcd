"""What the fictional partnership of the demonstration returns and writes: files only."""
