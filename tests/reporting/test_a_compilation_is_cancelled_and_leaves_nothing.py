"""Whoever may compile cancels a compilation that waits or runs: it ends soon, leaves nothing half made, and says by whom."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connections, transaction
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from foundation.outbox import deliver_now
from reporting.models import Compilation, Edition
from reporting.report import printing
from reporting.services import compiling
from reporting.services.compiling import run_compilation
from reporting.services.progress import ProgressLine, Superseded
from reporting.services.requests import cancel_compilation, finish_compilation, note_file, request_compilation, start_compilation
from tests.factories import make_person, sign_in
from tests.reporting.build import YEAR, make_compilation, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.test_pressing_compile_twice_makes_one_compilation import WORKER, _made

pytestmark = pytest.mark.django_db

Stage = Compilation.Stage


def cancel(compilation: Compilation) -> Compilation:
    return cancel_compilation(by=SYSTEM, reference=compilation.reference)


@pytest.fixture(autouse=True)
def store_of_its_own(settings: Any, tmp_path: Path) -> None:
    settings.DOCUMENT_ROOT = str(tmp_path)


def files() -> int:
    return sum(1 for place in Path(settings.DOCUMENT_ROOT).glob("*/*/*") if place.is_file())


class TestWaiting:
    def test_one_that_waits_never_starts(self, apps_publish: None) -> None:
        compilation = make_compilation()
        with clock.frozen(clock.now()):
            assert cancel(compilation).state == "cancelled"
            compilation.refresh_from_db()
            assert (compilation.cancelled_at, compilation.cancelled_by) == (clock.now(), SYSTEM.actor_reference)
        deliver_now()
        compilation.refresh_from_db()
        assert (compilation.state, compilation.attempt) == ("cancelled", 0)
        assert not Edition.objects.exists()
        assert OutboxMessage.objects.get(kind="reporting.compile").done_at is not None

    def test_cancelled_twice_is_cancelled_once(self) -> None:
        compilation = make_compilation()
        first = cancel(compilation).cancelled_at
        assert cancel(compilation).cancelled_at == first
        assert DomainEvent.objects.filter(verb="reporting.compilation_cancelled").count() == 1

    def test_it_can_be_compiled_again(self, apps_publish: None) -> None:
        first = make_compilation()
        cancel(first)
        edition = make_edition()
        assert edition.compilation != first
        assert edition.number == 1

    def test_a_press_of_before_is_still_the_one_that_was_cancelled(self) -> None:
        first = request_compilation(by=SYSTEM, year=YEAR, press="a")
        cancel(first)
        assert request_compilation(by=SYSTEM, year=YEAR, press="a") == first


class TestTooLate:
    def test_one_that_is_done_just_now_says_so(self) -> None:
        edition = make_edition()
        with pytest.raises(Refused, match="compiled just before you cancelled it"):
            cancel(edition.compilation)
        assert Edition.objects.get() == edition

    def test_one_that_failed_says_so(self) -> None:
        compilation = make_compilation()
        Compilation.objects.update(state="failed", finished_at=clock.now(), error_class="X", sentence="x")
        with pytest.raises(Refused, match="had ended before"):
            cancel(compilation)

    def test_there_is_nothing_to_cancel(self) -> None:
        with pytest.raises(NotVisible):
            cancel_compilation(by=SYSTEM, reference="NM-Y-2222-2222")


class TestRunning:
    """The worker hears of it wherever it is."""

    def test_its_file_is_removed_and_it_makes_no_edition(self) -> None:
        compilation = make_compilation()
        attempt = start_compilation(by=WORKER, reference=compilation.reference)
        written = storage.write([b"half a report"])
        note_file(by=WORKER, reference=compilation.reference, attempt=attempt, key=written.key)
        cancel(compilation)
        with pytest.raises(FileNotFoundError):
            storage.read(written.key)
        with pytest.raises(Superseded):
            finish_compilation(by=WORKER, reference=compilation.reference, attempt=attempt, made=_made())
        compilation.refresh_from_db()
        assert compilation.pdf_key == ""

    def test_the_next_note_of_progress_hears_of_it(self) -> None:
        compilation = make_compilation()
        attempt = start_compilation(by=WORKER, reference=compilation.reference)
        line = ProgressLine(compilation.reference, attempt)
        line.note(Stage.FIGURES, 1, 4)
        cancel(compilation)
        with pytest.raises(Superseded):
            line.note(Stage.FIGURES, 2, 4)
        compilation.refresh_from_db()
        assert (compilation.stage, compilation.done) == ("figures", 6)

    @pytest.mark.parametrize("during", ["charts", "pages", "checks", "saving"])
    def test_cancelled_in_any_stage_it_leaves_nothing(
        self, during: str, demo_year: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The printing itself is left out but for the stage whose pages it is cancelled in."""
        compilation, before = make_compilation(), files()
        heard = ProgressLine.note

        def note(line: ProgressLine, stage: Compilation.Stage, done: int = 0, total: int = 1) -> None:
            heard(line, stage, done, total)
            if stage == during:
                cancel(compilation)

        monkeypatch.setattr(ProgressLine, "note", note)
        if during != "pages":
            monkeypatch.setattr(compiling, "print_report", _printed_at_once)
        run_compilation(reference=compilation.reference, by=WORKER)
        compilation.refresh_from_db()
        assert (compilation.state, compilation.stage) == ("cancelled", during)
        assert not Edition.objects.exists()
        assert files() == before
        run_compilation(reference=compilation.reference, by=WORKER)
        assert not Edition.objects.exists()

    def test_cancelled_between_writing_the_file_and_keeping_it(self, demo_year: None, monkeypatch: pytest.MonkeyPatch) -> None:
        compilation, before, move = make_compilation(), files(), storage.move_to_checked
        monkeypatch.setattr(compiling, "print_report", _printed_at_once)

        def meanwhile(key: str) -> None:
            cancel(compilation)
            move(key)

        monkeypatch.setattr(storage, "move_to_checked", meanwhile)
        run_compilation(reference=compilation.reference, by=WORKER)
        compilation.refresh_from_db()
        assert (compilation.state, Edition.objects.count(), files()) == ("cancelled", 0, before)

    def test_a_worker_that_died_meanwhile_is_not_taken_up_again(self, demo_year: None) -> None:
        compilation = make_compilation()
        start_compilation(by=WORKER, reference=compilation.reference)
        cancel(compilation)
        run_compilation(reference=compilation.reference, by=WORKER)
        compilation.refresh_from_db()
        assert (compilation.state, compilation.attempt) == ("cancelled", 1)


def _printed_at_once(
    _report: object, _at: object, *, progress: Callable[[int, int], None], checking: Callable[[], None]
) -> printing.PrintedReport:
    progress(1, 100)
    checking()
    return printing.PrintedReport(b"%PDF-1.7 not really", 1)


class TestWhoAndWhere:
    @pytest.mark.parametrize("role", ["business_team", "scrutineer", "executive"])
    def test_these_roles_cancel_what_anybody_asked_for(self, role: str) -> None:
        person = make_person(role)
        assert cancel_compilation(by=person, reference=make_compilation().reference).cancelled_by == person.reference

    @pytest.mark.parametrize("role", ["practitioner", "mash_manager", "system_administrator", None])
    def test_nobody_else_does(self, role: str | None) -> None:
        with pytest.raises(NotAllowed):
            cancel_compilation(by=make_person(role), reference=make_compilation().reference)

    def test_the_database_wants_to_know_who_and_when(self) -> None:
        make_compilation()
        with pytest.raises(IntegrityError), transaction.atomic():
            Compilation.objects.update(state="cancelled", finished_at=clock.now())

    def test_its_page_has_a_button_and_then_says_by_whom_and_how_far(self, client: Client) -> None:
        """Nothing of it needs JavaScript: a form, and the page anew."""
        person = make_person("scrutineer")
        sign_in(client, person)
        compilation = make_compilation()
        attempt = start_compilation(by=WORKER, reference=compilation.reference)
        ProgressLine(compilation.reference, attempt).note(Stage.PAGES, 30, 100)
        page = reverse("reporting:compilation", args=[compilation.reference])
        address = reverse("reporting:cancel_compilation", args=[compilation.reference])
        assert address in client.get(page).content.decode()
        assert client.get(address).status_code == 405
        shown = client.post(address, follow=True).content.decode()
        for words in (
            "The compilation is cancelled. Nothing of it was kept.",
            f"Cancelled by {person.name} on",
            "in step 3 of 5, laying out pages. Nothing of it was kept",
            "Gathering figures: done",
            "Laying out pages: stopped",
            "Saving the edition: not begun",
        ):
            assert words in shown
        assert "hx-get" not in shown
        assert address not in shown
        year = client.get(reverse("reporting:year", args=[compilation.year])).content.decode()
        assert "The last compilation was cancelled." in year
        assert "Compile the report" in year

    def test_a_press_that_comes_too_late_says_so_on_the_page_of_the_edition(self, client: Client, apps_publish: None) -> None:
        sign_in(client, make_person("executive"))
        edition = make_edition()
        shown = client.post(reverse("reporting:cancel_compilation", args=[edition.compilation.reference]), follow=True)
        assert "compiled just before you cancelled it" in shown.content.decode()
        assert f"See edition {edition.number}" in shown.content.decode()


@pytest.mark.pdf
@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    """Real workers, each with a connection of its own."""

    def test_two_years_are_compiled_beside_each_other_and_one_is_cancelled(self, demo_year: None) -> None:
        years = (FinancialYear(2025), FinancialYear(2024))
        asked = [make_compilation(year) for year in years]
        work_through(asked)
        one, two = (Edition.objects.get(year=year.label) for year in years)
        assert {one.number, two.number} == {1}
        assert one.figures != two.figures
        assert Compilation.objects.filter(state="done", done=100).count() == 2
        for edition in (one, two):
            with storage.read(edition.pdf_key) as file:
                assert len(file.read()) == edition.pdf_bytes

    def test_one_is_cancelled_while_it_reads_its_figures_and_leaves_the_other_alone(
        self, demo_year: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(compiling, "print_report", _printed_at_once)
        stays, goes = make_compilation(), make_compilation(FinancialYear(2024))
        heard = ProgressLine.note

        def note(line: ProgressLine, stage: Compilation.Stage, done: int = 0, total: int = 1) -> None:
            heard(line, stage, done, total)
            if line.reference == goes.reference and stage == Stage.FIGURES:
                together([lambda: cancel(goes)])

        monkeypatch.setattr(ProgressLine, "note", note)
        work_through([stays, goes])
        goes.refresh_from_db()
        assert (goes.state, goes.stage) == ("cancelled", "figures")
        assert Edition.objects.get().compilation == stays

    def test_one_that_was_cancelled_does_not_disturb_the_one_that_follows_it(self, demo_year: None) -> None:
        """The first worker has not heard of it yet when the second, of the same year, has begun."""
        first = make_compilation()
        start_compilation(by=WORKER, reference=first.reference)
        cancel(first)
        second = make_compilation()
        work_through([first, second])
        edition = Edition.objects.get()
        assert (edition.compilation, edition.number) == (second, 1)

    def test_two_people_who_press_at_once_share_one_and_who_presses_later_gets_the_next(self, demo_year: None) -> None:
        people = [make_person("business_team"), make_person("executive")]
        asked: list[Compilation] = []
        together([lambda who=who: asked.append(request_compilation(by=who, year=YEAR, press=who.reference.replace("-", "")))
                  for who in people])  # fmt: skip
        assert asked[0] == asked[1]
        work_through([asked[0], asked[0]])
        assert Edition.objects.count() == 1
        later = make_compilation(by=people[1])
        work_through([later])
        assert list(Edition.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def work_through(compilations: list[Compilation]) -> None:
    together([lambda one=one: run_compilation(reference=one.reference, by=WORKER) for one in compilations])


def together(works: list[Callable[[], object]]) -> None:
    errors: list[Exception] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  # told to the test
            errors.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
