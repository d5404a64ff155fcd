"""What can be done with agencies, people, their roles, and sight of records."""
