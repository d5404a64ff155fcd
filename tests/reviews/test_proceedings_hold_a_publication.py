"""A trial or an inquest beside a review: the clock stands still, and nothing is published before it has ended."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from foundation import clock
from foundation.errors import NotVisible, Refused
from reviews.models import PracticeState
from reviews.services import practice_logs, publication
from tests.reviews import build
from tests.reviews import build_practice as made
from work.models import Clock

pytestmark = pytest.mark.django_db
P = PracticeState


def state_of_clock() -> str:
    return Clock.objects.get().state


def test_a_hold_stops_the_clock_and_its_end_moves_the_revised_day_alone() -> None:
    owner = build.board_manager()
    with clock.frozen(build.on(date(2027, 3, 2))):
        found = made.review(owner, decided_on=date(2027, 3, 2))
        row = made.held(owner, found)
        assert state_of_clock() == "held"
    with clock.frozen(build.on(date(2027, 4, 1))):
        ended = made.proceeding(since=date(2027, 3, 2), ended_on=date(2027, 4, 1))
        practice_logs.change_proceeding(**made.step(owner, found), proceeding=row.pk, written=ended)
    found = made.again(found)
    assert state_of_clock() == "running"
    assert found.statutory_due_on == date(2027, 9, 2)
    assert found.due_on == date(2027, 10, 2), "thirty days later"


def test_the_clock_waits_for_the_last_of_them() -> None:
    owner = build.board_manager()
    found = made.review(owner)
    first, second = made.held(owner, found), made.held(owner, found, kind="inquest", lead="The coroner")
    done = made.proceeding(ended_on=clock.today())
    practice_logs.change_proceeding(**made.step(owner, found), proceeding=first.pk, written=done)
    assert state_of_clock() == "held"
    harmless = made.proceeding(kind="inquest", effect="none")
    practice_logs.change_proceeding(**made.step(owner, found), proceeding=second.pk, written=harmless)
    assert state_of_clock() == "running"


def test_what_does_not_hold_leaves_the_clock_alone() -> None:
    owner = build.board_manager()
    found = made.review(owner)
    made.held(owner, found, effect="none")
    assert state_of_clock() == "running"
    made.held(owner, made.review(owner, kind="thematic"))
    assert state_of_clock() == "running"


def test_publication_is_refused_and_says_for_what_it_waits() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PRE_PUBLICATION)
    made.ready(owner, found)
    made.held(owner, found)
    made.held(owner, found, kind="inquest", lead="The coroner")
    with pytest.raises(Refused, match=r"waits for: Criminal proceedings \(The police\); Inquest \(The coroner\)"):
        made.publish(owner, found)
    with pytest.raises(Refused, match="waits for"):
        publication.withhold_review(
            **made.step(owner, found), reasons="R", told_on=clock.today(), title="T", improvements="Better"
        )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"lead": " "}, "who leads"),
        ({"since": date(2100, 1, 1)}, "today or in the past"),
        ({"ended_on": date(2001, 1, 1)}, "end after they begin"),
    ],
)
def test_proceedings_that_cannot_be_are_refused(changes: dict[str, object], sentence: str) -> None:
    owner = build.board_manager()
    with pytest.raises(Refused, match=sentence):
        made.held(owner, made.review(owner), **changes)


def test_proceedings_of_another_case_are_not_there() -> None:
    owner = build.board_manager()
    found, other = made.review(owner), made.review(owner)
    row = made.held(owner, other)
    with pytest.raises(NotVisible):
        practice_logs.change_proceeding(**made.step(owner, found), proceeding=row.pk, written=made.proceeding())


def test_family_practitioners_and_costs_are_written_down() -> None:
    owner = build.board_manager()
    found = made.review(owner)
    who = made.who(owner, found)
    contact = practice_logs.ContactWritten("Robin’s mother", clock.today(), "To meet the reviewer", "By letter")
    assert practice_logs.record_family_contact(**who, written=contact).offered == "To meet the reviewer"
    came = [("Health", 7), ("Police", 2)]
    event = practice_logs.record_practitioner_event(**who, held_on=clock.today(), themes="Trust.", attended=came)
    assert [(row.agency, row.people) for row in event.attendances.all()] == came
    cost = practice_logs.record_cost(**who, what="The author", amount=Decimal("4500.00"), paid_on=clock.today())
    assert cost.amount == Decimal("4500.00")


def test_logs_refuse_what_says_nothing() -> None:
    owner = build.board_manager()
    who = made.who(owner, made.review(owner))
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match="today or in the past"):
        practice_logs.record_family_contact(**who, written=practice_logs.ContactWritten("A", tomorrow, "B", "C"))
    with pytest.raises(Refused, match="who was spoken to"):
        practice_logs.record_family_contact(**who, written=practice_logs.ContactWritten(" ", clock.today(), "B", "C"))
    with pytest.raises(Refused, match="each agency once"):
        practice_logs.record_practitioner_event(**who, held_on=clock.today(), themes="T", attended=[("Health", 1), ("health", 2)])
    with pytest.raises(Refused, match="what was paid for"):
        practice_logs.record_cost(**who, what="", amount=Decimal(1), paid_on=clock.today())
