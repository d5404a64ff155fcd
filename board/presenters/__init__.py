"""Wording of the board's own work for pages, spreadsheets and print."""
