"""The version of a record that a page was filled with, as its form sends it back."""

LONGEST = 9


def posted_version(typed: str) -> int:
    """The number; 0, which no changed record has, for whatever is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST else 0
