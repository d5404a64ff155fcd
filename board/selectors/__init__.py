"""Questions about the partnership's own work."""
