"""Agencies, people and their roles, sign-in, who may see what, and who has seen what."""
