"""Whatever happens to an action afterwards, the figures of a day that is over say what was true on it."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Agency, Person
from board.figures.actions import gather_actions, stood_on
from board.models import Action
from board.rules import due_dates, rating
from board.selectors.actions import with_rating
from board.services.actions import add_action, overrule_rating, reopen, reschedule, withdraw
from board.services.judging import judge_report, mark_embedded
from board.services.owners import reassign
from board.services.progress import write_update
from foundation import clock
from foundation.calendar import ENGLAND, FinancialYear
from foundation.errors import Refused
from foundation.figures import FigureValue
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db

YEAR = FinancialYear(2025)
LAST = date(2026, 3, 31)
Row = tuple[str, str, date | None]


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=clock.LONDON)


@pytest.fixture
def business() -> Person:
    with clock.frozen(at(date(2025, 1, 6))):
        return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Northmere Police")


@pytest.fixture
def health() -> Agency:
    return make_agency("health", name="Northmere Health")


def add(by: Person, agency: Agency, due_on: date = date(2026, 3, 30)) -> Action:
    plan = make_plan(opened_on=date(2025, 6, 2))
    return add_action(
        by=by, plan_reference=plan.reference, number="1", text="Check.", agency_code=agency.code, due_on=due_on, owner_post="Head"
    )


def finish(by: Person, action: Action) -> None:
    action.refresh_from_db()
    reporter = make_person("business_team", make_agency("partnership"))
    write_update(by=reporter, reference=action.reference, version=action.version, text="Done.", report_done=True)
    judge_report(by=by, reference=action.reference, accepted=True, note="Seen.", evidence_seen="The register, at the office")


def figures_of(year: FinancialYear) -> dict[str, FigureValue]:
    with connection.cursor() as cursor:
        return {value.code: value for value in gather_actions(year, cursor)}


def test_a_later_date_agreed_after_the_year_leaves_the_action_late_in_it(business: Person, police: Agency) -> None:
    with clock.frozen(at(date(2025, 7, 1))):
        action = add(business, police)
    with clock.frozen(at(date(2026, 4, 5))):
        reschedule(by=business, reference=action.reference, due_on=date(2026, 9, 30), reason="Agreed.")
    assert figures_of(YEAR)["actions.late"].by["agency"] == {"Northmere Police": 1}
    assert figures_of(YEAR)["actions.all"].by["status"] == {"Blue": 0, "Green": 0, "Amber": 0, "Red": 1}
    assert figures_of(FinancialYear(2026))["actions.late"].value == 1  # on 31 March 2027 it would be, as it stands


def test_what_was_finished_in_the_year_is_counted_in_it_after_it_is_opened_again(business: Person, police: Agency) -> None:
    with clock.frozen(at(date(2025, 7, 1))):
        action = add(business, police)
    with clock.frozen(at(date(2026, 2, 10))):
        finish(business, action)
    with clock.frozen(at(date(2026, 5, 4))):
        reopen(by=business, reference=action.reference, reason="It did not hold.")
    found = figures_of(YEAR)
    assert found["actions.finished"].by["month"]["February 2026"] == found["actions.finished"].value == 1
    assert found["actions.all"].by["status"]["Green"] == 1
    assert found["actions.late"].value == 0
    assert figures_of(FinancialYear(2026))["actions.finished"].value == 0


def test_an_action_withdrawn_after_the_year_is_still_an_action_of_it(business: Person, police: Agency) -> None:
    with clock.frozen(at(date(2025, 7, 1))):
        action = add(business, police)
    with clock.frozen(at(date(2026, 4, 1), 0)):
        withdraw(by=business, reference=action.reference, reason="Overtaken.")
    assert figures_of(YEAR)["actions.all"].value == 1
    assert figures_of(FinancialYear(2026)) == {}


def test_lateness_stays_with_the_agency_that_led_on_the_day(business: Person, police: Agency, health: Agency) -> None:
    with clock.frozen(at(date(2025, 7, 1))):
        action = add(business, police)
    with clock.frozen(at(date(2026, 4, 20))):
        reassign(by=business, reference=action.reference, agency_code=health.code, reason="Theirs now.", owner_post="Head")
    assert figures_of(YEAR)["actions.late"].by["agency"] == {"Northmere Police": 1}
    assert figures_of(FinancialYear(2026))["actions.late"].by["agency"] == {"Northmere Health": 1}


def test_an_action_added_after_the_year_to_an_older_plan_is_none_of_the_year(business: Person, police: Agency) -> None:
    with clock.frozen(at(date(2026, 4, 1), 0)):
        add(business, police)
    with connection.cursor() as cursor:
        assert list(gather_actions(YEAR, cursor)) == []


STEPS = (
    "start",
    "plan",
    "report",
    "accept",
    "refuse",
    "embed",
    "later",
    "sooner",
    "overrule",
    "overrule for a week",
    "rule",
    "pass",
    "withdraw",
    "reopen",
)


def step(name: str, by: Person, colleague: Person, action: Action, other: Agency) -> None:
    """One thing done to an action; what is refused as it stands does nothing."""
    action.refresh_from_db()
    given = {"by": by, "reference": action.reference}
    note = {**given, "by": colleague, "version": action.version, "text": "Note."}
    done = {
        "start": lambda: write_update(**note),
        "plan": lambda: write_update(**note, recovery_plan="More staff."),
        "report": lambda: write_update(**note, report_done=True),
        "accept": lambda: judge_report(**given, accepted=True, note="Seen.", evidence_seen="The register, at the office"),
        "refuse": lambda: judge_report(**given, accepted=False, note="Not seen."),
        "embed": lambda: mark_embedded(**given, impact="All know."),
        "later": lambda: reschedule(**given, due_on=action.due_on + timedelta(days=45), reason="Agreed."),
        "sooner": lambda: reschedule(**given, due_on=action.due_on - timedelta(days=45), reason="Agreed."),
        "overrule": lambda: overrule_rating(**given, rating="green", reason="Agreed."),
        "overrule for a week": lambda: overrule_rating(
            **given, rating="red", reason="Agreed.", until=clock.today() + timedelta(days=7)
        ),
        "rule": lambda: overrule_rating(**given, rating="", reason=""),
        "pass": lambda: reassign(**given, agency_code=other.code, reason="Theirs.", owner_post=f"Head {action.version}"),
        "withdraw": lambda: withdraw(**given, reason="Overtaken."),
        "reopen": lambda: reopen(**given, reason="It did not hold."),
    }
    try:
        done[name]()
    except Refused:
        return


def as_the_rule_says(action: Action, day: date) -> Row | None:
    """How the action stands at this moment, by the rule in Python: its agency, its rating, and the month it was done in."""
    action = Action.objects.select_related("agency").get(pk=action.pk)
    due = due_dates(action.due_on, ENGLAND)
    colour = rating(
        state=action.state,
        due=due,
        has_recovery_plan=action.recovery_plan != "",
        overruled=action.overruled_rating,
        overruled_until=action.overruled_until,
        today=day,
    )
    with clock.frozen(at(day)):
        assert with_rating(Action.objects.filter(pk=action.pk), day).get().rating == colour
    if not colour:
        return None
    month = action.done_at.astimezone(clock.LONDON).date().replace(day=1) if action.done_at else None
    return action.agency.name, colour.capitalize(), month


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    database=None,
)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 40), st.integers(0, 23)), min_size=1, max_size=12))
def test_any_past_day_reads_as_it_was_when_it_ended(
    business: Person, police: Agency, health: Agency, steps: list[tuple[str, int, int]]
) -> None:
    """Whatever is done and when: how the rule rated the action as each day ended is what the figures say of that day."""
    with transaction.atomic():
        replayed = played(business, police, health, steps)
        with connection.cursor() as cursor:
            for ended, expected in replayed.items():
                rows = stood_on(ended, YEAR.start, cursor)
                found = Counter((agency, colour, month) for _source, agency, colour, month, *_rest in rows)
                assert found == (Counter([expected]) if expected else Counter())
        transaction.set_rollback(True)


def played(business: Person, police: Agency, health: Agency, steps: list[tuple[str, int, int]]) -> dict[date, Row | None]:
    """Do the steps, each so many days after the one before; and how the action stood at the end of the days between them."""
    day = date(2025, 7, 1)
    with clock.frozen(at(day)):
        colleague = make_person("business_team", make_agency("partnership"))
        action = add(business, police, due_on=date(2025, 9, 1))
    replayed: dict[date, Row | None] = {}
    for name, days, hour in steps:
        if days:
            replayed[day] = as_the_rule_says(action, day)
            replayed[day + timedelta(days=days - 1)] = as_the_rule_says(action, day + timedelta(days=days - 1))
        day += timedelta(days=days)
        with clock.frozen(at(day, hour if days else 23)):
            step(name, business, colleague, action, health if action.agency_id == police.pk else police)
    replayed[day] = as_the_rule_says(action, day)
    return replayed


def test_many_actions_with_a_long_past_are_read_with_one_statement(police: Agency) -> None:
    plan = make_plan(opened_on=date(2025, 6, 2))
    for number in range(20):
        make_action(plan=plan, number=str(number), due_on=LAST, agency=police)
    with CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        stood_on(LAST, YEAR.start, cursor)
    assert len(asked) == 1
