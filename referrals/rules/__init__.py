"""Rules of the front door, without a query."""
