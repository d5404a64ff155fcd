"""The referrer's level beside the decided one, changed ratings, contacts per form, needs of families, days of disagreements."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from accounts.models import Agency, Team
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, OPEN, YES, Span, Where
from foundation.figures import FigureValue
from referrals.models import Contact, Disagreement, DisagreementStage, EarlyHelp, EarlyHelpChild, Submission
from tests import factories
from tests.figures import read_figure
from tests.referrals import build

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)
MAY = date(2025, 5, 6)


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 0, tzinfo=clock.LONDON)


def read(source: str, where: Where | None = None, year: FinancialYear = YEAR) -> dict[str, FigureValue]:
    with connection.cursor() as cursor:
        return {value.code: value for value in CUTS.get(source).read(Span.of(year), where or {}, cursor)}


def pair(value: FigureValue) -> tuple[int | None, int | None]:
    return value.numerator, value.denominator


def contact(asked: int | None, decided: int | None, first: str = "", now: str = "", agency: Agency | None = None) -> Contact:
    author = factories.make_person("practitioner", agency) if agency else None
    made = build.send(author=author, received_at=at(MAY), referrer_level=asked).contacts.get()
    Contact.objects.filter(pk=made.pk).update(threshold_level=decided, initial_rating=first, rating=now)
    return made


# -- levels and ratings ---------------------------------------------------------------------------------------


def test_the_level_that_the_referrer_saw_stands_beside_the_decided_one() -> None:
    for asked, decided in ((3, 3), (3, 2), (3, 2), (2, 4), (None, 3), (4, None)):
        contact(asked, decided)
    found = read("referrals.levels")
    assert pair(found["levels.agreed"]) == (1, 4)
    assert pair(found["levels.decided_lower"]) == (2, 4)
    assert pair(found["levels.decided_higher"]) == (1, 4)
    assert found["levels.compared"].value == 4
    assert found["levels.compared"].by["levels"] == {
        "Named level 2, decided level 4": 1,
        "Named level 3, decided level 2": 2,
        "Named level 3, decided level 3": 1,
    }


def test_agreement_is_told_by_the_agency_that_referred() -> None:
    oak, elm = factories.make_agency("school", name="Oak"), factories.make_agency("school", name="Elm")
    for asked, decided, agency in ((3, 3, oak), (3, 2, oak), (4, 1, elm)):
        contact(asked, decided, agency=agency)
    assert read("referrals.levels")["levels.agreed"].by["agency"] == {"Oak": (1, 2), "Elm": (0, 1)}
    assert read("referrals.levels", {"agency": "Elm"})["levels.compared"].by["levels"] == {"Named level 4, decided level 1": 1}


def test_a_rating_that_is_no_longer_the_first_has_changed() -> None:
    for first, now in (("amber", "red"), ("amber", "amber"), ("green", "blue"), ("", "")):
        contact(None, None, first, now)
    found = read("referrals.levels")
    assert pair(found["ratings.changed"]) == (2, 3)
    assert found["ratings.compared"].by["ratings"] == {
        "First amber, now red": 1,
        "Amber, as at first": 1,
        "First green, now blue": 1,
    }


# -- contacts for each form -----------------------------------------------------------------------------------


def test_contacts_per_form_is_the_mean_number_of_children() -> None:
    for children in (1, 1, 3):
        build.send(received_at=at(MAY), children=children)
    found = read_figure("contacts.per_form", YEAR)
    assert found is not None
    assert pair(found) == (5, 3)
    assert found.value == Decimal(5) / 3
    assert found.by["month"]["May 2025"] == (5, 3)


def test_a_form_whose_child_was_amended_is_one_form_by_what_it_says_now() -> None:
    sent = build.send(received_at=at(MAY), children=2)
    told = sent.children.get(position=1)
    told.pk, told.version, told.ethnicity = None, 2, "WBRI"
    told.save()
    sent.contacts.filter(position=1).update(submitted_child=told)
    found = read("referrals.per_form")["contacts.per_form"]
    assert pair(found) == (2, 1)
    assert list(found.by["ethnicity"].values()) == [(2, 1)]
    assert "Not known" not in str(found.by["ethnicity"])


def test_a_form_with_a_restricted_child_is_left_out_of_exact_numbers() -> None:
    for children in (1, 3):
        build.send(received_at=at(MAY), children=children)
    submission = Submission.objects.latest("pk")
    Contact.objects.filter(pk=submission.contacts.earliest("pk").pk).update(restricted=True)
    assert pair(read("referrals.per_form", {OPEN: YES})["contacts.per_form"]) == (1, 1)


# -- early help -----------------------------------------------------------------------------------------------


@pytest.fixture
def team() -> Team:
    return factories.make_team(factories.make_agency("social_care"), [], name="Team East")


def family(team: Team, agency: Agency, **fields: Any) -> None:
    asked = date(2022, 5, 1)
    made = EarlyHelp.objects.create(
        source="practitioner", team=team, agency=agency, reason="Mornings", requested_at=at(asked), requested_by="P-1", **fields
    )
    child = build.send(received_at=at(asked)).contacts.get().child
    EarlyHelpChild.objects.create(early_help=made, child=child, added_at=at(asked), added_by="P-1")


def assessed(on: date, *needs: str) -> dict[str, Any]:
    return {"assessed_on": on, "assessed_at": at(on), "assessed_by": "P-1", "assessment_due_on": on, "needs": list(needs)}


def over(on: date, outcome: str) -> dict[str, Any]:
    return {"state": "closed", "closed_on": on, "closed_at": at(on), "closed_by": "P-1", "outcome": outcome}


def test_the_most_common_need_stands_first(team: Team) -> None:
    school = factories.make_agency("school", name="Oak")
    for needs in (("housing", "parenting"), ("parenting",), ("money", "parenting")):
        family(team, school, **assessed(MAY, *needs))
    found = read("referrals.early_help_needs")["early_help.needs"]
    assert found.value == 5
    assert list(found.by["need"].items()) == [
        ("Parenting: routines and boundaries", 3),
        ("Housing", 1),
        ("Money, debt or work", 1),
    ]


def test_agencies_that_completed_no_assessment_are_counted_by_their_kind(team: Team) -> None:
    oak = factories.make_agency("school", name="Oak")
    factories.make_agency("school", name="Elm")
    factories.make_agency("early_years", name="Lantern")
    family(team, oak, **assessed(MAY))
    family(team, oak, **assessed(date(2026, 4, 1)))
    schools = Agency.objects.filter(kind="school").count()
    found = read("referrals.early_help_standing")["early_help.agencies_without"]
    assert found.by["kind"]["School or college"] == (schools - 1, schools)
    assert found.by["kind"]["Nursery or childminder"] == (1, 1)
    assert found.denominator is not None
    assert found.numerator == found.denominator - 1


def test_nobody_is_without_in_a_year_in_which_nothing_was_assessed(team: Team) -> None:
    assert "early_help.agencies_without" not in read("referrals.early_help_standing")


def test_needs_met_over_three_years_reach_back_to_the_day(team: Team) -> None:
    school = factories.make_agency("school", name="Oak")
    for day, outcome in (
        (date(2023, 3, 31), "needs_met"),  # three years before the last day: no longer in them
        (date(2023, 4, 1), "needs_met"),
        (date(2024, 7, 1), "partly"),
        (date(2026, 3, 31), "needs_met"),
        (date(2026, 4, 1), "partly"),
    ):
        family(team, school, **over(day, outcome))
    assert pair(read("referrals.early_help_standing")["early_help.needs_met_3_years"]) == (2, 3)


# -- disagreements --------------------------------------------------------------------------------------------


def disagreement(team: Team, school: Agency, days: int | None, stage: int = 1, **fields: Any) -> Disagreement:
    raised = at(MAY, hour=16)
    ended = raised + timedelta(days=days, hours=-4) if days else None
    return Disagreement.objects.create(
        about="threshold",
        raised_for=school,
        raised_with=team.agency,
        raiser=factories.make_person("practitioner", school),
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
        once="x",
        **fields,
    )


def test_days_to_the_end_are_told_by_stage_and_by_both_agencies(team: Team) -> None:
    oak, elm = factories.make_agency("school", name="Oak"), factories.make_agency("school", name="Elm")
    disagreement(team, oak, 2)
    disagreement(team, oak, 9, stage=3)
    disagreement(team, elm, 4)
    disagreement(team, elm, None)
    days = read("referrals.disagreements")["disagreements.days"]
    assert (pair(days), days.value) == ((15, 3), Decimal(5))
    assert days.by["stage"] == {"Stage 1": (6, 2), "Stage 3": (9, 1)}
    assert days.by["agency"] == {"Oak": (11, 2), "Elm": (4, 1)}
    assert days.by["received_by"] == {team.agency.name: (15, 3)}


def test_each_stage_has_days_of_its_own(team: Team) -> None:
    mine = disagreement(team, factories.make_agency("school", name="Oak"), 5, stage=2)
    for number, began, ended, due in ((1, 6, 7, 7), (2, 7, 11, 9), (3, 11, None, 14)):
        ends = {"ended_at": at(date(2025, 5, ended)), "ended_by": "P-1", "people": "Two", "outcome": "No"} if ended else {}
        DisagreementStage.objects.create(
            disagreement=mine,
            number=number,
            began_at=at(date(2025, 5, began)),
            began_by="P-1",
            due_at=at(date(2025, 5, due)),
            **ends,
        )
    found = read("referrals.disagreement_stages")
    assert found["disagreements.days_in_stage"].by["stage"] == {"Stage 1": (1, 1), "Stage 2": (4, 1)}
    assert pair(found["disagreements.stages_in_time"]) == (1, 2)
