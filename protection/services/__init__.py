"""What changes in child protection, by noun."""
