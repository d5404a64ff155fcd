"""Training and learning: courses, bookings, evaluation. For now it declares whom that work needs."""
