"""Episodes, assessments, early help, steps with those that bounce back, and disagreements, each counted on a small year."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from accounts.models import Agency, Team
from children.models import Child
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, Span, Where
from foundation.figures import FigureValue
from referrals.models import (
    Assessment,
    Contact,
    Disagreement,
    EarlyHelp,
    EarlyHelpChild,
    Episode,
    Plan,
    Step,
)
from tests import factories
from tests.figures import read_figure
from tests.referrals import build

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=clock.LONDON)


def read(source: str, where: Where | None = None, year: FinancialYear = YEAR) -> dict[str, FigureValue]:
    with connection.cursor() as cursor:
        return {value.code: value for value in CUTS.get(source).read(Span.of(year), where or {}, cursor)}


@pytest.fixture
def team() -> Team:
    return factories.make_team(factories.make_agency("social_care"), [], name="Team East")


def episode(team: Team, referred: date, closed: date | None = None, *, child: Child | None = None, **fields: Any) -> Episode:
    contact: Contact = build.send(received_at=at(referred)).contacts.get()
    ends: dict[str, Any] = {}
    if closed:
        ends = {"closed_on": closed, "closed_at": at(closed), "closed_by": "P-1", "closure_reason": "RC7", "primary_need": "N1"}
    return Episode.objects.create(
        contact=contact,
        child=child or contact.child,
        team=team,
        referred_on=referred,
        opened_at=at(referred),
        opened_by="P-1",
        **{**ends, **fields},
    )


def assessment(of: Episode, authorised: date, due: date, **fields: Any) -> Assessment:
    return Assessment.objects.create(
        episode=of,
        number=1,
        state="authorised",
        started_on=of.referred_on,
        started_at=at(of.referred_on),
        started_by="P-1",
        due_on=due,
        factors=["16A"],
        submitted_at=at(authorised),
        submitted_by="P-1",
        authorised_on=authorised,
        authorised_at=at(authorised),
        authorised_by="P-2",
        **{"outcome": "plan", "seen_on": of.referred_on, **fields},
    )


def test_open_cases_are_those_open_at_the_end_of_the_last_day(team: Team) -> None:
    episode(team, date(2026, 3, 31))
    episode(team, date(2024, 1, 5), date(2026, 4, 1))
    episode(team, date(2025, 4, 1), date(2026, 3, 31))
    episode(team, date(2026, 4, 1))
    open_cases = read_figure("cases.open", YEAR)
    assert open_cases is not None
    assert (open_cases.value, open_cases.as_at, open_cases.by["team"]) == (2, date(2026, 3, 31), {"Team East": 2})
    found = read("referrals.casework")
    assert (found["episodes.opened"].value, found["episodes.ended"].value) == (2, 1)
    assert found["episodes.ended"].by["closure"] == {"No longer in need, or another reason": 1}


def test_a_year_before_the_first_episode_has_no_open_cases_of_ours(team: Team) -> None:
    episode(team, date(2025, 5, 1))
    assert read_figure("cases.open", FinancialYear(2023)) is None


def test_plans_count_while_they_run(team: Team) -> None:
    for ended in (None, date(2026, 3, 31), date(2026, 4, 1)):
        ends = {"ended_on": ended, "ended_at": at(ended), "ended_by": "P-1", "end_reason": "Reached."} if ended else {}
        mine = episode(team, date(2025, 5, 1))
        Plan.objects.create(
            episode=mine,
            number=1,
            aim="Rest",
            started_on=date(2025, 7, 1),
            started_at=at(date(2025, 7, 1)),
            started_by="P-1",
            **ends,
        )
    assert read("referrals.casework")["cases.with_plan"].value == 2


def test_an_assessment_is_in_time_on_its_due_day_and_late_the_day_after(team: Team) -> None:
    due = date(2025, 7, 3)
    assessment(episode(team, date(2025, 5, 1)), due, due)
    assessment(episode(team, date(2025, 5, 1)), due + timedelta(days=1), due, outcome="no_further_action", seen_on=None)
    found = read("referrals.casework")
    in_time = found["assessments.in_time"]
    assert (in_time.numerator, in_time.denominator) == (1, 2)
    assert in_time.by["month"]["July 2025"] == (1, 2)
    assert found["assessments.no_further_action"].numerator == found["assessments.child_seen"].numerator == 1


# -- early help -----------------------------------------------------------------------------------------------


def family(team: Team, agency: Agency, asked: date, *, child: Child | None = None, **fields: Any) -> EarlyHelp:
    made = EarlyHelp.objects.create(
        source=fields.pop("source", "handover"),
        team=team,
        agency=agency,
        reason="Mornings",
        requested_at=at(asked),
        requested_by="P-1",
        **fields,
    )
    child = child or build.send(received_at=at(asked)).contacts.get().child
    EarlyHelpChild.objects.create(early_help=made, child=child, added_at=at(asked), added_by="P-1")
    return made


def over(on: date, outcome: str, before: int | None = None, after: int | None = None) -> dict[str, Any]:
    ends = {"state": "closed", "closed_on": on, "closed_at": at(on), "closed_by": "P-1", "outcome": outcome}
    return {**ends, "score_before": before, "score_after": after}


def test_early_help_is_told_by_its_end_and_by_the_familys_own_score(team: Team) -> None:
    school, nursery = factories.make_agency("school", name="Oakfield"), factories.make_agency("early_years", name="Lantern")
    asked, ended = date(2025, 5, 1), date(2025, 12, 1)
    family(team, school, asked, **over(ended, "needs_met", 3, 8))
    family(team, school, asked, **over(ended, "needs_met", 5, 5))
    family(team, nursery, asked, **over(ended, "disengaged"))
    family(team, nursery, date(2026, 3, 31))
    found = read("referrals.early_help")
    assert found["early_help.begun"].value == 4
    assert found["early_help.open"].value == 1
    assert found["early_help.needs_met"].by["agency"] == {"Oakfield": (2, 2), "Lantern": (0, 1)}
    assert (found["early_help.better"].numerator, found["early_help.better"].denominator) == (1, 2)
    gone = found["early_help.ended"]
    assert gone.value == 3
    assert sorted(gone.by["outcome"].values()) == [1, 2]
    assert (gone.by["month"]["December 2025"], gone.by["agency"]) == (3, {"Oakfield": 2, "Lantern": 1})
    assert read("referrals.early_help", {"agency": "Lantern"})["early_help.begun"].value == 2


def test_early_help_assessments_are_counted_by_the_agency_that_leads(team: Team) -> None:
    school = factories.make_agency("school", name="Oakfield")
    for day in (date(2025, 6, 2), date(2025, 6, 3)):
        family(
            team,
            school,
            date(2025, 5, 1),
            assessed_on=day,
            assessed_at=at(day),
            assessed_by="P-1",
            assessment_due_on=date(2025, 6, 2),
        )
    found = read("referrals.early_help")
    assert found["early_help.assessed"].by["agency"] == {"Oakfield": 2}
    assert (found["early_help.assessed_in_time"].numerator, found["early_help.assessed_in_time"].denominator) == (1, 2)


# -- steps ----------------------------------------------------------------------------------------------------


def step_down(team: Team, accepted: date | None, came_back: date | None = None) -> None:
    on = accepted or date(2025, 5, 1)
    mine = episode(team, on - timedelta(days=60), on)
    answer: dict[str, Any] = {"accepted_at": at(on), "accepted_by": "P-1"}
    if accepted is None:
        answer = {"refused_at": at(on), "refused_by": "P-1", "refused_reason": "No agreement"}
    Step.objects.create(
        direction="down",
        episode=mine,
        reason="Enough",
        talked_on=on,
        talked_with="Mother",
        lead_name="Lee",
        lead_agency=factories.make_agency("school"),
        consent_from="Mother",
        consent_on=on,
        asked_at=at(on),
        asked_by="P-1",
        **answer,
    )
    if came_back:
        episode(team, came_back, child=mine.child)


def test_a_step_bounces_back_within_3_6_or_12_months_and_no_later(team: Team) -> None:
    accepted = date(2025, 4, 30)
    step_down(team, accepted)
    step_down(team, accepted, date(2025, 7, 30))  # three months to the day
    step_down(team, accepted, date(2025, 7, 31))
    step_down(team, accepted, date(2026, 4, 30))
    step_down(team, None)
    found = read("referrals.steps")
    assert found["steps.down"].by["answer"] == {"Accepted": 4, "Refused": 1}
    three, six = found["steps.down_back_within_3_months"], found["steps.down_back_within_6_months"]
    assert ((three.numerator, three.denominator), (six.numerator, six.denominator)) == ((1, 4), (2, 4))
    assert found["steps.down_back_within_12_months"].denominator == 0  # their twelve months end in the year after
    year_after = read("referrals.steps", year=YEAR.following())["steps.down_back_within_12_months"]
    assert (year_after.numerator, year_after.denominator) == (3, 4)


def step_up(team: Team, asked: date, accepted: date | None, came_back: date | None = None) -> None:
    mine = family(team, factories.make_agency("school"), asked - timedelta(days=60))
    answer: dict[str, Any] = {"accepted_at": at(accepted), "accepted_by": "P-1"} if accepted else {}
    Step.objects.create(
        direction="up",
        early_help=mine,
        submission=build.send(received_at=at(asked)),
        reason="Worse",
        talked_on=asked,
        talked_with="Manager",
        asked_at=at(asked),
        asked_by="P-1",
        **answer,
    )
    if came_back:
        family(team, mine.agency, came_back, child=mine.children.get().child)


def test_steps_up_bounce_back_when_early_help_begins_again(team: Team) -> None:
    accepted = date(2025, 4, 30)
    step_up(team, accepted, accepted, date(2025, 7, 30))  # three months to the day
    step_up(team, accepted, accepted, date(2025, 10, 30))
    step_up(team, accepted, accepted, date(2025, 10, 31))
    step_up(team, date(2026, 3, 31), None)
    step_up(team, date(2026, 4, 1), None)  # the year after
    found = read("referrals.steps")
    assert found["steps.up"].by["answer"] == {"Accepted": 3, "Not answered yet": 1}
    three, six = found["steps.up_back_within_3_months"], found["steps.up_back_within_6_months"]
    assert ((three.numerator, three.denominator), (six.numerator, six.denominator)) == ((1, 3), (2, 3))
    year_after = read("referrals.steps", year=YEAR.following())["steps.up_back_within_12_months"]
    assert (year_after.numerator, year_after.denominator) == (3, 3)


# -- disagreements --------------------------------------------------------------------------------------------


def test_disagreements_are_told_by_agency_and_stage(team: Team) -> None:
    school = factories.make_agency("school", name="Oakfield")
    teacher = factories.make_person("practitioner", school)
    for place, (stage, days) in enumerate(((1, 7), (2, 8), (3, None))):
        raised = at(date(2025, 9, 1))
        ended = raised + timedelta(days=days) if days else None
        Disagreement.objects.create(
            about="threshold",
            raised_for=school,
            raised_with=team.agency,
            raiser=teacher,
            disputed="Closed",
            concern="Hungry",
            wanted="A visit",
            risk="School sees him",
            state="resolved" if ended else "open",
            stage=stage,
            due_at=raised,
            raised_at=raised,
            raised_by="P-1",
            ended_at=ended,
            ended_by="P-1" if ended else "",
            once=str(place),
        )
    found = read("referrals.disagreements")
    raised_figure, quick = found["disagreements.raised"], found["disagreements.ended_in_a_week"]
    assert raised_figure.by["stage"] == {"Stage 1": 1, "Stage 2": 1, "Stage 3": 1}
    assert raised_figure.by["agency"] == {"Oakfield": 3}
    assert (quick.numerator, quick.denominator) == (1, 2)
    assert (found["disagreements.ended"].numerator, found["disagreements.ended"].denominator) == (2, 3)
