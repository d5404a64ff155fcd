"""The services of clocks, as upper apps call them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from foundation import clock as time
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import history
from tests.factories import make_person
from tests.work.build import CONTACT, SYSTEM, inside, make_request
from work.models import Clock, DeadlineLimit
from work.selectors.open_work import clock_of, open_work_on
from work.services.clocks import change_variant, hold_clock, release_clock, revise_due, start_clock, start_clocks, stop_clock

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def start(kind: str = "tests.decision", variant: str = "") -> Clock:
    with inside():
        return start_clock(by=SYSTEM, kind=kind, subject=CONTACT, started_at=time.now(), variant=variant)


def test_nobody_starts_a_clock_by_themselves() -> None:
    with pytest.raises(NotAllowed):
        start_clock(by=make_person(), kind="tests.decision", subject=CONTACT, started_at=NOW)


def test_a_clock_keeps_the_limit_by_which_it_was_counted() -> None:
    started = start()
    assert started.due_at == datetime(2026, 11, 19, 23, 59, 59, 999999, tzinfo=UTC)
    assert started.limit_used == {"limit": 1, "calendar": "working_days", "effective_from": None}
    assert [event.verb for event in history(CONTACT)] == ["clock.started"]


def test_the_partnerships_own_limit_counts_from_its_day() -> None:
    for amount, effective_from in ((3, date(2026, 11, 1)), (5, date(2026, 12, 1))):
        DeadlineLimit.objects.create(
            kind="tests.decision", amount=amount, effective_from=effective_from, reason="Own", set_at=NOW, set_by="tests"
        )
    started = start()
    assert started.limit_used == {"limit": 3, "calendar": "working_days", "effective_from": "2026-11-01"}
    assert started.due_at.date() == date(2026, 11, 23)


def test_starting_twice_gives_the_clock_that_runs() -> None:
    assert start() == start()
    assert Clock.objects.count() == 1
    assert history(CONTACT).count() == 1


def test_the_database_holds_one_running_clock_of_a_kind() -> None:
    first = start()
    first.pk = None
    with pytest.raises(IntegrityError, match="clock_runs_once"), transaction.atomic():
        first.save(force_insert=True)


def test_an_undeclared_deadline_is_a_programming_error() -> None:
    with pytest.raises(KeyError, match=r"tests\.unknown"):
        start("tests.unknown")


def test_several_clocks_start_at_once() -> None:
    subjects = [CONTACT, type(CONTACT)("contact", "NM-K-TEST-0002")]
    with inside():
        started = start_clocks(by=SYSTEM, kind="tests.decision", subjects=subjects, started_at=NOW)
    assert {row.due_at for row in started} == {started[0].due_at}
    assert clock_of(subjects[1], "tests.decision") is not None


def test_stopping_says_how_it_came_about_and_whether_it_was_late() -> None:
    start()
    with inside(), time.frozen(NOW + timedelta(days=3)):
        stopped = stop_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT, outcome="approved")
    assert stopped is not None
    assert (stopped.state, stopped.outcome, stopped.stopped_by) == ("stopped", "approved", "tests")
    assert history(CONTACT).last().data == {"kind": "tests.decision", "outcome": "approved", "late": True}


def test_stopping_what_does_not_run_changes_nothing() -> None:
    with inside():
        assert stop_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT) is None
    assert not history(CONTACT).exists()


def test_a_stopped_clock_may_be_started_again() -> None:
    first = start()
    with inside():
        stop_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT)
    assert start() != first
    assert Clock.objects.count() == 2


def test_a_hold_gives_back_the_time_that_was_left() -> None:
    held = start("tests.information", "amber")
    with inside():
        hold_clock(by=SYSTEM, clock_id=held.pk, reason="The police asked for silence.")
        with time.frozen(NOW + timedelta(days=2)):
            released = release_clock(by=SYSTEM, clock_id=held.pk)
    assert released.due_at == datetime(2026, 11, 25, 10, 0, tzinfo=UTC)  # 24 hours of the front door from Friday on
    revision = released.revisions.get()
    assert (revision.old_due_at, revision.new_due_at) == (held.due_at, released.due_at)
    assert revision.reason == "The police asked for silence."


def test_a_clock_on_hold_is_open_until_it_stops() -> None:
    held = start()
    with inside():
        hold_clock(by=SYSTEM, clock_id=held.pk, reason="Waiting for the court.")
    late = NOW + timedelta(days=30)
    assert open_work_on(CONTACT).clocks == (held,)
    with inside(), time.frozen(late):
        stop_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT)
    assert held.holds.get().released_at == late


@pytest.mark.parametrize("reason", ["", "  "])
def test_holding_revising_and_rating_anew_need_a_reason(reason: str) -> None:
    started = start("tests.information", "amber")
    with inside():
        for act in (
            lambda: hold_clock(by=SYSTEM, clock_id=started.pk, reason=reason),
            lambda: revise_due(by=SYSTEM, clock_id=started.pk, due_at=NOW + timedelta(days=9), reason=reason),
            lambda: change_variant(by=SYSTEM, kind="tests.information", subject=CONTACT, variant="red", reason=reason),
        ):
            with pytest.raises(Refused, match="Enter why"):
                act()


def test_a_revised_date_keeps_the_old_one_with_the_reason() -> None:
    started = start()
    with inside():
        revised = revise_due(by=SYSTEM, clock_id=started.pk, due_at=NOW + timedelta(days=9), reason="Agreed with the family.")
        again = revise_due(by=SYSTEM, clock_id=started.pk, due_at=NOW + timedelta(days=12), reason="Once more.")
    assert [row.old_due_at for row in again.revisions.all()] == [started.due_at, revised.due_at]
    assert again.due_at == NOW + timedelta(days=12)


def test_a_revised_date_must_lie_after_the_start_and_before_the_stop() -> None:
    started = start()
    with inside():
        with pytest.raises(Refused, match="after the clock was started"):
            revise_due(by=SYSTEM, clock_id=started.pk, due_at=NOW, reason="Earlier.")
        stop_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT)
        with pytest.raises(Refused, match="done already"):
            revise_due(by=SYSTEM, clock_id=started.pk, due_at=NOW + timedelta(days=9), reason="Too late.")
        with pytest.raises(NotVisible):
            revise_due(by=SYSTEM, clock_id=0, due_at=NOW + timedelta(days=9), reason="Nothing there.")


def test_revising_the_clock_of_a_request_gives_the_request_its_new_date() -> None:
    request = make_request()
    with inside():
        revise_due(by=SYSTEM, clock_id=request.clock_id, due_at=NOW + timedelta(days=9), reason="They asked for more time.")
    request.refresh_from_db()
    assert request.due_at == NOW + timedelta(days=9)


def test_rating_anew_counts_from_the_same_start() -> None:
    amber = start("tests.information", "amber")
    with inside(), time.frozen(NOW + timedelta(hours=1)):
        red = change_variant(by=SYSTEM, kind="tests.information", subject=CONTACT, variant="red", reason="New information.")
        same = change_variant(by=SYSTEM, kind="tests.information", subject=CONTACT, variant="red", reason="Again.")
        nothing = change_variant(by=SYSTEM, kind="tests.decision", subject=CONTACT, variant="", reason="No such clock.")
    assert red is not None
    assert red.due_at == NOW + timedelta(hours=4)
    assert red.limit_used["limit"] == 4
    assert red.revisions.get().old_due_at == amber.due_at
    assert same == red
    assert nothing is None
