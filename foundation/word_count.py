"""How many words a text has, for limits that its writer is told."""

LONGEST_WORD = 45
"""A run of letters without a blank counts as a word for each so many of them, so that no text is long and has few words."""


def count_words(text: str) -> int:
    """The words of a text as its writer counts them: whatever stands between blanks."""
    return sum(1 + (len(word) - 1) // LONGEST_WORD for word in text.split())


def over_limit(text: str, limit: int | None) -> str:
    """What is said of a text with too many words: "must be 300 words or fewer. It has 412"; empty where it has not."""
    words = count_words(text) if limit is not None else 0
    return f"must be {limit:,} words or fewer. It has {words:,}" if limit is not None and words > limit else ""
