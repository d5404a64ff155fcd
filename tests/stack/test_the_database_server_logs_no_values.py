"""PostgreSQL writes what went wrong into a log of its own, which no filter of the portal reads: no value may stand there."""

from collections.abc import Iterator

import psycopg2
import pytest

from portal.stack.postgres import ThrowAwayServer

pytestmark = pytest.mark.resilience


@pytest.fixture
def server() -> Iterator[ThrowAwayServer]:
    started = ThrowAwayServer()
    yield started
    started.stop()


def test_a_refused_statement_leaves_no_value_in_the_log(server: ThrowAwayServer) -> None:
    session = psycopg2.connect(server.url())
    session.autocommit = True
    with session.cursor() as cursor:
        cursor.execute("CREATE TABLE child (name text CONSTRAINT child_name_once UNIQUE)")
        cursor.execute("INSERT INTO child VALUES ('Rowan Secret')")
        with pytest.raises(psycopg2.errors.UniqueViolation):
            cursor.execute("INSERT INTO child VALUES (%s)", ["Rowan Secret"])
        with pytest.raises(psycopg2.errors.UndefinedColumn):
            cursor.execute("SELECT nothing FROM child WHERE name = 'Rowan Secret'")
    session.close()
    logged = server.log.read_text()
    assert "child_name_once" in logged
    assert "Secret" not in logged
