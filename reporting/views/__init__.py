"""Pages of reporting: the yearly report, and the dashboard."""
