"""Which questions confuse people: counts of refused answers, never the answers."""

from collections import Counter
from collections.abc import Callable
from threading import Lock

Sink = Callable[[str, str, str], None]
Key = tuple[str, str, str]


class Tally:
    """Keeps counts by page, field and code in this process until somebody takes them."""

    def __init__(self) -> None:
        self._counts: Counter[Key] = Counter()
        self._lock = Lock()

    def __call__(self, page: str, field: str, code: str) -> None:
        with self._lock:
            self._counts[page, field, code] += 1

    def take(self) -> dict[Key, int]:
        """Give the counts so far and start again from nothing."""
        with self._lock:
            taken = dict(self._counts)
            self._counts.clear()
        return taken


tally = Tally()
_sink: Sink = tally


def send_to(sink: Sink) -> None:
    """Let `sink(page, field, code)` hear of every refused answer from now on."""
    global _sink  # noqa: PLW0603 - one sink for the process, set once at start
    _sink = sink


def count(page: str, field: str, code: str) -> None:
    """Count one refused answer: where it was, which question, what was wrong; never what was typed."""
    _sink(page, field, code)
