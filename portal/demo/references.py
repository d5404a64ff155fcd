"""References of synthetic records: never the same twice, and the same again for the same seed."""

from foundation.references import ALPHABET, LENGTH, format_reference

SIGNS = LENGTH - 1
SPACE = len(ALPHABET) ** SIGNS
STRIDE = 7_919_317_193  # prime to the space, so that counting on never comes back


class References:
    """Counts through all references of nine signs in a scattered order."""

    def __init__(self, seed: int) -> None:
        self._place = seed * 1_000_003 % SPACE

    def new(self, kind: str) -> str:
        """The next reference of a kind."""
        self._place = (self._place + STRIDE) % SPACE
        rest, signs = self._place, []
        for _ in range(SIGNS):
            rest, digit = divmod(rest, len(ALPHABET))
            signs.append(ALPHABET[digit])
        return format_reference(kind, "".join(signs))
