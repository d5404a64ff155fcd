"""What is filled in about cases."""
