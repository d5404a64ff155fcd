"""Figures, returned values, population, and the yearly report compiled from them."""
