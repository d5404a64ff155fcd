"""What child protection shows in the browser."""
