"""What the report is made of and how its numbers are fixed: pure rules, no query."""
