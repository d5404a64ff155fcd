"""Pages of the partnership's own work."""
