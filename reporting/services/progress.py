"""How far a compilation is, visible to everybody at once although the work itself reads one long snapshot."""

from time import monotonic
from types import TracebackType
from typing import Self

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from reporting.models import Compilation

Stage = Compilation.Stage
SPAN = {
    Stage.FIGURES: (0, 25),
    Stage.CHARTS: (25, 35),
    Stage.PAGES: (35, 90),
    Stage.CHECKS: (90, 97),
    Stage.SAVING: (97, 100),
}
"""From which hundredth to which each stage goes; laying out pages is by far the longest."""
LOOKS_EVERY = 0.25
"""Seconds after which the work looks again whether anybody still wants it, although its hundredths have not moved."""


class Superseded(Exception):
    """Another worker has taken the compilation up, or it is over or cancelled: this attempt ends without a trace."""


_NOTE = """
UPDATE reporting_compilation SET stage = %s, done = %s
WHERE reference = %s AND attempt = %s AND state = 'running' AND (done < %s OR stage <> %s)
"""
_WANTED = "SELECT 1 FROM reporting_compilation WHERE reference = %s AND attempt = %s AND state = 'running'"


class ProgressLine:
    """Writes the progress of one attempt over a connection of its own, each note a transaction by itself.

    Within a transaction that somebody else has begun (a test) it writes in that one. A stale attempt's notes change nothing:
    it hears so with its next note, at the latest after the page that it lays out just now, and ends.
    """

    def __init__(self, reference: str, attempt: int) -> None:
        self.reference = reference
        self.attempt = attempt
        self._own = not connection.in_atomic_block
        self._line: BaseDatabaseWrapper = connections.create_connection(DEFAULT_DB_ALIAS) if self._own else connection
        self._last: tuple[str, int] = ("", -1)
        self._looked = monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._own:
            self._line.close()

    def note(self, stage: Compilation.Stage, done: int = 0, total: int = 1) -> None:
        """Tell that so much of a stage is done. Costs nothing when the number of hundredths has not moved for a moment.

        Raises Superseded when this attempt is no longer wanted: cancelled, over, or taken up by another worker.
        """
        first, last = SPAN[stage]
        hundredths = first + (last - first) * min(done, total) // max(total, 1)
        moved = (stage, hundredths) != self._last
        if not moved and monotonic() - self._looked < LOOKS_EVERY:
            return
        self._last, self._looked = (stage, hundredths), monotonic()
        with self._line.cursor() as cursor:
            if moved:
                cursor.execute(_NOTE, [stage, hundredths, self.reference, self.attempt, hundredths, stage])
                if cursor.rowcount:
                    return
            cursor.execute(_WANTED, [self.reference, self.attempt])
            if cursor.fetchone() is None:
                raise Superseded
