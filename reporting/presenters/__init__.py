"""Wording of the pages of reporting: editions of the yearly report, and the dashboard."""
