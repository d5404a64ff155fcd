"""A contact of the demonstration goes one step after the other, in hours, and nothing happens after now. No database."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from accounts.models import Agency, Person
from foundation.calendar import ENGLAND
from portal.demo.courses import Course, Courses, Form, answers_due
from portal.demo.partnership import DemoPartnership

SUNDAY = datetime(2026, 11, 22, 5, 51, tzinfo=UTC)
WEDNESDAY = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def drawn(now: datetime) -> list[Course]:
    """Two thousand contacts of the three weeks before a moment."""
    random = Random(2026)  # noqa: S311  # as the demonstration draws
    made = DemoPartnership({}, {}, {}, {}, [Person(reference="NM-P-1")], [Person(reference="NM-P-2")])
    courses = Courses(random, made, now)
    agencies = [Agency(code="probation"), Agency(code="oakfield")]
    return [
        courses.draw(
            Form(
                submission=number,
                reference=f"NM-S-{number}",
                received_at=now - timedelta(minutes=random.randint(20, 21 * 24 * 60)),
                urgent=number % 17 == 0,
                agency=agencies[number % 2],
                referrer=Person(),
                purpose="social_care",
                rating=("red", "amber", "green", "blue")[number % 4],
            )
        )
        for number in range(2_000)
    ]


@pytest.fixture(scope="module", params=[SUNDAY, WEDNESDAY], ids=["on a Sunday at night", "on a Wednesday at noon"])
def moment(request: pytest.FixtureRequest) -> datetime:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def courses(moment: datetime) -> list[Course]:
    return drawn(moment)


def test_each_step_comes_after_the_one_before_it_and_none_after_now(courses: list[Course], moment: datetime) -> None:
    for course in courses:
        steps = [course.received_at, course.screened_at, course.proposed_at, course.approved_at, course.signed_at]
        taken = [step for step in steps if step]
        assert taken == sorted(taken), course
        assert len(set(taken)) == len(taken), course
        assert steps[: len(taken)] == taken, course
        assert taken[-1] <= moment, course
        assert all(not check.answered_at or check.answered_at <= moment for check in course.checks)


def test_the_state_says_how_far_it_came(courses: list[Course]) -> None:
    every = {"received", "screening", "info_gathering", "decision_proposed", "tasks_open", "signed_off"}
    assert {course.state for course in courses} == every
    for course in courses:
        waits = any(not check.answered_at for check in course.checks)
        assert (course.state == "received") == (course.screened_at is None)
        assert (course.state == "signed_off") == (course.signed_at is not None)
        assert course.state != "signed_off" or not waits
        assert course.state != "info_gathering" or waits


def test_decisions_are_made_while_the_front_door_is_open(courses: list[Course]) -> None:
    for course in courses:
        for decided in (course.approved_at, course.signed_at):
            assert decided is None or ENGLAND.opening_at_or_after(decided) == decided, course


def test_agencies_are_asked_by_the_limit_and_never_about_what_they_sent(courses: list[Course]) -> None:
    for course in courses:
        assert course.form.agency.code not in {check.agency for check in course.checks}
        for check in course.checks:
            assert check.due_at in {answers_due(course.rating, at) for at in (course.received_at, check.asked_at)}


def test_a_red_contact_of_a_saturday_is_answered_on_monday() -> None:
    saturday = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
    assert answers_due("red", saturday) == datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
