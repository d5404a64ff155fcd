"""Reading the child's record."""
