"""What this app shows in the browser."""
