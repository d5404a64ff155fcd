"""What this app asks of the database: always for somebody who is named."""
