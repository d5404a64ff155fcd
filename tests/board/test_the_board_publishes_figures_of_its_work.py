"""What the board publishes of its own work: actions late, silent and done on time, their themes, and who came to meetings."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import connection

from accounts.models import Agency
from board.figures.actions import gather_actions
from board.figures.attendance import gather_meetings
from board.models import ActionTheme, ActionUpdate
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import FigureValue
from tests.board.build import held_with, make_action, make_group, make_meeting, make_plan, make_seat, make_theme
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db

YEAR = FinancialYear(2025)


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Northmere Police")


@pytest.fixture
def health() -> Agency:
    return make_agency("health", name="Northmere Health")


def actions_of(year: FinancialYear) -> dict[str, FigureValue]:
    with connection.cursor() as cursor:
        return {value.code: value for value in gather_actions(year, cursor)}


def meetings_of(year: FinancialYear) -> dict[str, FigureValue]:
    with connection.cursor() as cursor:
        return {value.code: value for value in gather_meetings(year, cursor)}


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


def test_late_actions_are_told_by_agency_by_how_long_and_on_average(police: Agency, health: Agency) -> None:
    plan = make_plan(opened_on=date(2025, 6, 2))
    for due_on in (date(2026, 3, 3), date(2026, 3, 2), date(2025, 12, 31), date(2025, 12, 30)):  # 28, 29, 90 and 91 days
        make_action(plan=plan, agency=police, due_on=due_on)
    make_action(plan=plan, agency=health, due_on=date(2026, 3, 31))
    found = actions_of(YEAR)
    assert found["actions.all"].by["agency"] == {"Northmere Health": 1, "Northmere Police": 4}
    assert found["actions.late"].by == {
        "agency": {"Northmere Police": 4},
        "lateness": {"up to 4 weeks": 1, "up to 13 weeks": 2, "longer": 1},
    }
    assert found["actions.days_late"].by["agency"] == {"Northmere Police": (238, 4)}
    assert found["actions.days_late"].value == Decimal("59.5")


def test_an_action_is_silent_after_sixty_days_without_a_note(police: Agency) -> None:
    plan = make_plan(opened_on=date(2025, 6, 2))
    silent, told, _fresh = (
        make_action(plan=plan, agency=police, due_on=date(2026, 9, 1), added_on=added)
        for added in (date(2025, 6, 2), date(2025, 6, 2), date(2026, 1, 30))
    )
    writer = make_person("business_team", make_agency("partnership"))
    for action, day in ((silent, date(2026, 1, 29)), (silent, date(2026, 4, 1)), (told, date(2026, 1, 30))):
        ActionUpdate.objects.create(action=action, text="Asked.", written_at=noon(day), written_by=writer, state="in_progress")
    assert actions_of(YEAR)["actions.silent"].by["agency"] == {"Northmere Police": 1}


def test_what_was_due_and_never_done_counts_against_being_on_time(police: Agency, health: Agency) -> None:
    plan, due = make_plan(opened_on=date(2025, 6, 2)), date(2025, 12, 1)
    make_action(plan=plan, agency=police, due_on=due, state="done", done_at=noon(due), done_by="x")
    make_action(plan=plan, agency=police, due_on=due, state="done", done_at=noon(date(2025, 12, 2)), done_by="x")
    make_action(plan=plan, agency=health, due_on=due)
    make_action(plan=plan, agency=health, due_on=due, state="withdrawn")
    make_action(plan=plan, agency=health, due_on=date(2026, 4, 1))
    found = actions_of(YEAR)["actions.done_on_time"]
    assert (found.numerator, found.denominator) == (1, 3)
    assert found.by["agency"] == {"Northmere Health": (0, 1), "Northmere Police": (1, 2)}


def test_the_themes_of_actions_are_counted_without_those_withdrawn(police: Agency) -> None:
    plan, fathers, consent = make_plan(opened_on=date(2025, 6, 2)), make_theme("Fathers"), make_theme("Consent")
    both, one, gone = (
        make_action(plan=plan, agency=police, due_on=date(2026, 9, 1), state=state)
        for state in ("planned", "planned", "withdrawn")
    )
    for action, theme in ((both, fathers), (both, consent), (one, fathers), (gone, consent)):
        ActionTheme.objects.create(action=action, theme=theme)
    found = actions_of(YEAR)["actions.themed"]
    assert (found.value, found.by["theme"]) == (3, {"Fathers": 2, "Consent": 1})


def test_attendance_is_told_by_agency_and_group_and_deputies_count(police: Agency, health: Agency) -> None:
    executive, quality = make_group("Executive", quorum=2), make_group("Quality", quorum=1)
    ours, theirs = make_seat(executive, agency=police), make_seat(executive, agency=health)
    lay, watching = make_seat(quality), make_seat(quality, agency=police, counts=False, part="observer")
    held_with(executive, date(2025, 5, 1), {ours: "attended", theirs: "deputy"})
    held_with(executive, date(2025, 9, 1), {ours: "attended", theirs: "apologies"})
    held_with(quality, date(2026, 3, 31), {lay: "absent", watching: "attended"})
    held_with(executive, date(2026, 4, 1), {ours: "absent", theirs: "absent"})
    make_meeting(executive, date(2025, 12, 1))
    found = meetings_of(YEAR)
    assert (found["meetings.held"].value, found["meetings.held"].by["group"]) == (3, {"Executive": 2, "Quality": 1})
    attended = found["meetings.attended"]
    assert (attended.numerator, attended.denominator) == (3, 5)
    assert attended.by["agency"] == {"No agency": (0, 1), "Northmere Health": (1, 2), "Northmere Police": (2, 2)}
    assert attended.by["group"] == {"Executive": (3, 4), "Quality": (0, 1)}
    assert found["meetings.quorate"].by["group"] == {"Executive": (1, 2), "Quality": (0, 1)}


def test_a_meeting_of_which_nobody_was_noted_is_held_and_counts_nowhere_else() -> None:
    held_with(make_group("Executive"), date(2025, 5, 1), {})
    found = meetings_of(YEAR)
    assert found["meetings.held"].value == 1
    assert found["meetings.attended"].value is None


def test_a_year_without_meetings_tells_nothing() -> None:
    assert meetings_of(YEAR) == {}
