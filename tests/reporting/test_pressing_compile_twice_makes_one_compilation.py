"""Asking for a report: once for each press, one at a time for each year, refused for a year that has not begun."""

import pytest

from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.errors import NotAllowed, Refused
from foundation.models import DomainEvent, OutboxMessage
from reporting.models import Compilation, Edition
from reporting.services.compiling import run_compilation
from reporting.services.progress import Superseded
from reporting.services.requests import (
    MOST_ATTEMPTS,
    WENT_WRONG,
    Made,
    finish_compilation,
    note_file,
    request_compilation,
    start_compilation,
)
from tests.factories import make_person
from tests.reporting.conftest import SYSTEM

YEAR = FinancialYear(2025)
WORKER = SystemActor("reporting.compile")

pytestmark = pytest.mark.django_db


def ask(press: str = "a", year: FinancialYear = YEAR) -> Compilation:
    return request_compilation(by=SYSTEM, year=year, press=press)


def test_two_presses_of_one_page_are_one_request() -> None:
    assert ask().pk == ask().pk
    assert OutboxMessage.objects.filter(kind="reporting.compile", queue="pdf").count() == 1


def test_a_second_person_joins_the_compilation_that_runs() -> None:
    assert ask("a").pk == ask("b").pk


def test_two_years_do_not_wait_for_each_other() -> None:
    assert ask("a").pk != ask("b", FinancialYear(2024)).pk


def test_a_late_repeat_of_a_press_finds_the_finished_compilation() -> None:
    first = ask("a")
    Compilation.objects.update(state="failed", finished_at=first.requested_at, error_class="X", sentence="x", done=0)
    assert ask("a").pk == first.pk
    assert ask("b").pk != first.pk


def test_a_year_that_has_not_begun_is_refused() -> None:
    with pytest.raises(Refused, match="The year 2027-28 has not begun"):
        ask(year=FinancialYear(2027))
    ask(year=FinancialYear(2026))


@pytest.mark.parametrize("role", ["business_team", "scrutineer", "executive"])
def test_these_roles_compile(role: str) -> None:
    person = make_person(role)
    assert request_compilation(by=person, year=YEAR, press="a").requested_by == person.reference


@pytest.mark.parametrize("role", ["practitioner", "mash_manager", "system_administrator", None])
def test_nobody_else_does(role: str | None) -> None:
    with pytest.raises(NotAllowed):
        request_compilation(by=make_person(role), year=YEAR, press="a")


class TestTakenUpAgain:
    """What remains when a worker dies: nothing but the request."""

    def test_a_newer_attempt_makes_the_older_one_stale(self) -> None:
        reference = ask().reference
        first = start_compilation(by=WORKER, reference=reference)
        second = start_compilation(by=WORKER, reference=reference)
        assert (first, second) == (1, 2)
        with pytest.raises(Superseded):
            note_file(by=WORKER, reference=reference, attempt=first, key="x")
        with pytest.raises(Superseded):
            finish_compilation(by=WORKER, reference=reference, attempt=first, made=_made())
        assert not Edition.objects.exists()

    def test_the_file_of_a_dead_attempt_is_removed(self) -> None:
        reference = ask().reference
        attempt = start_compilation(by=WORKER, reference=reference)
        written = storage.write([b"half a report"])
        note_file(by=WORKER, reference=reference, attempt=attempt, key=written.key)
        start_compilation(by=WORKER, reference=reference)
        with pytest.raises(FileNotFoundError):
            storage.read(written.key)

    def test_one_that_kills_its_worker_is_not_taken_up_for_ever(self) -> None:
        compilation = ask()
        for _ in range(MOST_ATTEMPTS):
            start_compilation(by=WORKER, reference=compilation.reference)
        run_compilation(reference=compilation.reference, by=WORKER)
        compilation.refresh_from_db()
        assert (compilation.state, compilation.error_class, compilation.sentence) == ("failed", "WorkerLost", WENT_WRONG)

    def test_a_finished_one_is_left_alone(self) -> None:
        compilation = ask()
        attempt = start_compilation(by=WORKER, reference=compilation.reference)
        note_file(by=WORKER, reference=compilation.reference, attempt=attempt, key="f" * 64)
        edition = finish_compilation(by=WORKER, reference=compilation.reference, attempt=attempt, made=_made())
        run_compilation(reference=compilation.reference, by=WORKER)
        assert list(Edition.objects.all()) == [edition]
        assert (edition.number, edition.pdf_key) == (1, "f" * 64)


def test_a_year_without_data_ends_with_a_sentence(apps_publish: None) -> None:
    compilation = ask(year=FinancialYear(2010))
    run_compilation(reference=compilation.reference, by=WORKER)
    compilation.refresh_from_db()
    assert compilation.state == "failed"
    assert compilation.sentence.startswith("There are no figures for 2010-11: nothing was recorded")
    assert DomainEvent.objects.filter(verb="compilation.failed", subject_reference=compilation.reference).exists()


def test_only_the_system_finishes_compilations() -> None:
    reference = ask().reference
    with pytest.raises(NotAllowed):
        start_compilation(by=make_person("business_team"), reference=reference)


def _made() -> Made:
    compilation = Compilation.objects.get()
    return Made([], "0" * 64, [], "0" * 64, {}, "0" * 64, compilation.requested_at, "0" * 64, 1, 1, ())
