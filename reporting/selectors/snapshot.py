"""One unchanging view of the database for as long as figures are gathered."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from foundation.figures import Cursor

WORKING_MEMORY = "64MB"


@contextmanager
def snapshot() -> Iterator[Cursor]:
    """A cursor that sees one snapshot and can write nothing; the ORM reads the same one while it is open.

    Inside a transaction that has begun already (a request, a test) its isolation can no longer be chosen: then the cursor reads
    within that transaction.
    """
    began = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if not began:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute(f"SET LOCAL work_mem = '{WORKING_MEMORY}'")
            cursor.execute("SET LOCAL jit = off")
        yield cursor
