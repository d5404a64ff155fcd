"""What people fill in in child protection."""
