"""One size after the other: a database of its own for each, measured in a process of its own, printed as one table."""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from portal.bench.acting import acting_rows
from portal.bench.knowing import same_child_row
from portal.bench.measuring import EmptyPage, Row, signed_in, timed
from portal.bench.pages import child_rows, contact_row, empty_row, plans, quality_row, queue_rows, somebody
from portal.bench.submitting import submit_row
from portal.demo.seeding import seed, seed_scale
from portal.stack import redis
from portal.stack.postgres import ThrowAwayServer
from portal.stack.process import spawn, stop, wait_until

DEMONSTRATION = 0
"""The size under which the demonstration is measured."""
Say = Callable[[str], None]
HEADINGS = ("what", "size", "time", "floor", "ratio", "queries", "growth", "remark")


def measure(size: int, *, explain: bool, load: bool) -> Iterator[Row | str]:
    """Fill the empty database that this process is connected to, and measure in it. The queue's plans come as text."""
    seconds = timed(lambda: seed_scale(size) if size else seed())
    _settle()
    yield f"{_size(size)} made in {seconds:.0f} s"
    if size == DEMONSTRATION:
        from portal.bench.reports import compile_rows

        yield from compile_rows()
        return
    from portal.bench.board import action_plans, action_rows, exceptions_row, make_actions
    from portal.bench.reports import figures_row, kept_rows, plans_rows

    officer, teacher = somebody("officer"), somebody("teacher")
    reader, sender = signed_in(officer), signed_in(teacher)
    empty = EmptyPage(reader)
    yield empty_row(empty)
    yield submit_row(sender, EmptyPage(sender), teacher)
    yield from queue_rows(reader, empty, officer)
    yield contact_row(reader, empty, officer)
    yield from child_rows(reader, empty, officer)
    yield same_child_row(officer)
    yield from acting_rows(officer)
    board = signed_in(somebody("board"))
    plainly = EmptyPage(board)
    yield quality_row(board, plainly)
    yield figures_row()
    yield from plans_rows()
    yield from kept_rows()
    make_actions()
    yield from action_rows(board, plainly, somebody("board"))
    yield exceptions_row(somebody("board"))
    if load:
        from portal.bench.load import load_rows

        with tempfile.TemporaryDirectory() as folder:
            yield from load_rows(Path(folder), reader, sender, teacher)
    if explain:
        again = signed_in(officer)  # figures of a large partnership take longer than a session may stand idle
        yield from plans(again, EmptyPage(again), officer)
        yield from action_plans(board, plainly, somebody("board"))


def _settle() -> None:
    """What the database does by itself some time after a load."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def run(sizes: Sequence[int], *, explain: bool, load: bool, say: Say) -> None:
    """Measure every size and print the table."""
    measured: list[tuple[int, Row]] = []
    try:
        for size in sizes:
            say(f"Measuring {_size(size)} …")
            for found in _measured_elsewhere(size, explain=explain, load=load):
                if isinstance(found, str):
                    say(found)
                else:
                    measured.append((size, found))
    finally:  # what was measured is told, whatever went wrong after it
        say("")
        for line in table(measured):
            say(line)


def _measured_elsewhere(size: int, *, explain: bool, load: bool) -> Iterator[Row | str]:
    with tempfile.TemporaryDirectory() as folder, _servers(Path(folder)) as environment:
        for _line in _told(["prepare"], environment):
            pass
        words = ["bench", "--measure", str(size), *(["--plans"] if explain else []), *([] if load else ["--no-load"])]
        for line in _told(words, environment):
            found = json.loads(line)
            yield found if isinstance(found, str) else Row(**found)


@contextmanager
def _servers(folder: Path) -> Iterator[dict[str, str]]:
    """A database and a queue of their own; gives the environment in which they are found."""
    server, queue_socket, log = ThrowAwayServer(), folder / "redis.sock", folder / "redis.log"
    queue = spawn(redis.command(folder, queue_socket), environment=os.environ, log=log)
    try:
        wait_until(lambda: redis.answers(queue_socket), what="Redis", seconds=30, log=log)
        yield _environment(server.url(), redis.url(queue_socket), folder)
    finally:
        stop(queue)
        server.stop()


def _environment(url: str, queue_url: str, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "DATABASE_URL": url,
        "DATABASE_OWNER_URL": url,
        "REDIS_URL": queue_url,
        "DOCUMENT_ROOT": str(folder / "documents"),
        "CONN_MAX_AGE": "600",
    }


def _told(words: Sequence[str], environment: dict[str, str]) -> Iterator[str]:
    """What a command says, line by line as it says it: what was measured is kept when something later goes wrong."""
    command = [sys.executable, "-W", "ignore", "manage.py", *words]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603  # our own command
        yield from running.stdout or ()
    if running.returncode != 0:
        raise RuntimeError(f"“manage.py {' '.join(words)}” ended with status {running.returncode}; what it said is above.")


def table(measured: Sequence[tuple[int, Row]]) -> Iterator[str]:
    """The lines of the table, rows of the same kind together, so that growth can be read."""
    kinds = list(dict.fromkeys(row.what for _size, row in measured))
    lines: list[tuple[str, ...]] = [HEADINGS]
    for kind in kinds:
        before: Row | None = None
        for size, row in measured:
            if row.what == kind:
                lines.append(_cells(size, row, before))
                before = row
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    for line in lines:
        yield "  ".join(
            cell.ljust(width) if column in (0, len(HEADINGS) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()


def _cells(size: int, row: Row, before: Row | None) -> tuple[str, ...]:
    return (
        row.what,
        _size(size),
        _time(row.seconds),
        _time(row.floor) if row.floor else "–",
        f"{row.seconds / row.floor:.2f} ×" if row.floor else "–",
        "–" if row.queries is None else str(row.queries),
        f"{row.seconds / before.seconds:.2f} ×" if before else "–",
        row.remark,
    )


def _size(size: int) -> str:
    return f"{size:,}" if size else "demo"


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"
