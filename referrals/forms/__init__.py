"""What the front door asks."""
