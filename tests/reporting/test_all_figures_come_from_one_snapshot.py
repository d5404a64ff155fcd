"""The snapshot is repeatable, read-only and ended; the progress of the work is seen by others meanwhile."""

from collections.abc import Iterator

import pytest
from django.db import DEFAULT_DB_ALIAS, InternalError, connection, connections, transaction
from django.db.utils import ProgrammingError

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, FigureGroup, FigureKind, FigureSpec, FigureValue, counted
from reporting.models import Acronym, Compilation
from reporting.selectors.gathering import gather
from reporting.selectors.snapshot import snapshot
from reporting.services.progress import ProgressLine, Superseded
from reporting.services.requests import request_compilation, start_compilation
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import publishing

YEAR = FinancialYear(2025)
SPEC = FigureSpec("acronyms.known", "Known", "k", "acronyms", DisclosureClass.EVENTS, FigureKind.COUNT)


def count_acronyms(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """Counts, and lets somebody else write between the two years that are read."""
    cursor.execute("SELECT count(*) FROM reporting_acronym")
    yield counted("acronyms.known", year, cursor.fetchone()[0])
    other = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with other.cursor() as writing:
            writing.execute("INSERT INTO reporting_acronym (short, meaning) VALUES (%s, 'late')", [f"Q{year.start_year}"])
    finally:
        other.close()


@pytest.mark.django_db(transaction=True)
class TestOutsideATransaction:
    def test_what_is_written_meanwhile_is_not_seen(self) -> None:
        with publishing(FigureGroup("test", (SPEC,), count_acronyms)):
            gathered = gather(YEAR)
        now, before = (year.live["acronyms.known"][1].value for year in (gathered.year, gathered.before))
        assert now == before == len(gathered.acronyms)
        assert Acronym.objects.filter(meaning="late").count() == 2

    def test_nothing_can_be_written_in_it(self) -> None:
        with pytest.raises(InternalError, match="read-only transaction"), snapshot() as cursor:
            cursor.execute("DELETE FROM reporting_acronym")

    def test_the_connection_is_as_before_afterwards(self) -> None:
        with snapshot():
            pass
        with connection.cursor() as cursor:
            cursor.execute("SHOW transaction_isolation")
            assert cursor.fetchone() == ("read committed",)
        assert connection.get_autocommit()

    def test_progress_is_seen_by_others_while_the_snapshot_is_open(self) -> None:
        reference = request_compilation(by=SYSTEM, year=YEAR, press="a").reference
        attempt = start_compilation(by=SYSTEM, reference=reference)
        other = connections.create_connection(DEFAULT_DB_ALIAS)
        try:
            with ProgressLine(reference, attempt) as line, snapshot():
                line.note(Compilation.Stage.FIGURES, 1, 2)
                with other.cursor() as cursor:
                    cursor.execute("SELECT stage, done FROM reporting_compilation WHERE reference = %s", [reference])
                    assert cursor.fetchone() == ("figures", 12)
        finally:
            other.close()

    def test_a_stale_attempt_tells_nothing(self) -> None:
        reference = request_compilation(by=SYSTEM, year=YEAR, press="a").reference
        stale = start_compilation(by=SYSTEM, reference=reference)
        start_compilation(by=SYSTEM, reference=reference)
        with ProgressLine(reference, stale) as line, pytest.raises(Superseded):
            line.note(Compilation.Stage.PAGES, 1, 2)
        assert Compilation.objects.get().done == 0


@pytest.mark.django_db
def test_within_a_transaction_it_reads_there() -> None:
    Acronym.objects.create(short="ZZ", meaning="uncommitted")
    with transaction.atomic(), snapshot() as cursor:
        cursor.execute("SELECT count(*) FROM reporting_acronym WHERE short = 'ZZ'")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_a_broken_source_is_not_hidden(apps_publish: None) -> None:
    def broken(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
        cursor.execute("SELECT nothing FROM nowhere")
        yield counted("acronyms.known", year, 1)

    with publishing(FigureGroup("test", (SPEC,), broken)), pytest.raises(ProgrammingError):
        gather(YEAR)
