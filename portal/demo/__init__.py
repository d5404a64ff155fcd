"""A fictional partnership with synthetic people, always the same for a seed number; its totals are published ones."""
