"""References of synthetic records: never the same twice, and the same again for the same seed."""

from itertools import product

from foundation.references import ALPHABET, LENGTH, format_reference

SIGNS = LENGTH - 1
THREES = ["".join(reversed(signs)) for signs in product(ALPHABET, repeat=3)]
"""Every three signs, the first counting least."""
SPACE = len(ALPHABET) ** SIGNS
STRIDE = 7_919_317_193  # prime to the space, so that counting on never comes back


class References:
    """Counts through all references of nine signs in a scattered order."""

    def __init__(self, seed: int) -> None:
        self._place = seed * 1_000_003 % SPACE

    def new(self, kind: str) -> str:
        """The next reference of a kind."""
        self._place = (self._place + STRIDE) % SPACE
        rest, first = divmod(self._place, len(THREES))
        last, middle = divmod(rest, len(THREES))
        return format_reference(kind, THREES[first] + THREES[middle] + THREES[last])
