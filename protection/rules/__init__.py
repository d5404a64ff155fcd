"""What holds in child protection, without asking the database."""
