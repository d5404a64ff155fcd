"""Figures of child deaths: each death once, bands that add up, and nothing that tells of one child."""

from datetime import date, timedelta

import pytest

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import DisclosureClass
from reviews.figures.deaths import SPECS, age_band, months_band
from reviews.models import DeathState
from tests.figures import read_figure
from tests.reviews import build_deaths

pytestmark = pytest.mark.django_db
BORN = date(2010, 3, 1)


@pytest.mark.parametrize(
    ("died", "band"),
    [
        (date(2010, 3, 1), "Under 28 days"),
        (date(2010, 3, 28), "Under 28 days"),
        (date(2010, 3, 29), "28 days to under 1"),
        (date(2011, 2, 28), "28 days to under 1"),
        (date(2011, 3, 1), "1 to 4"),
        (date(2015, 3, 1), "5 to 9"),
        (date(2020, 3, 1), "10 to 14"),
        (date(2025, 3, 1), "15 to 17"),
        (date(2028, 2, 29), "15 to 17"),
    ],
)
def test_age_bands_keep_the_first_weeks_apart(died: date, band: str) -> None:
    assert age_band(BORN, died) == band


@pytest.mark.parametrize(
    ("reviewed", "band"),
    [
        (date(2010, 9, 1), "Up to 6 months"),
        (date(2010, 9, 2), "Over 6 and up to 12 months"),
        (date(2011, 3, 1), "Over 6 and up to 12 months"),
        (date(2011, 3, 2), "Over 12 months"),
    ],
)
def test_bands_of_months_do_not_overlap(reviewed: date, band: str) -> None:
    assert months_band(BORN, reviewed) == band


def test_a_year_is_told_and_every_breakdown_adds_up() -> None:
    owner, year = build_deaths.coordinator(), FinancialYear.of(clock.today())
    build_deaths.at(owner, DeathState.REVIEWED)
    build_deaths.at(owner, DeathState.NOTIFIED, told=build_deaths.wren(given_name="Marek", sex="M"), coroner_told="no")
    build_deaths.notified(build_deaths.coordinator())
    told = {spec.code: read_figure(spec.code, year) for spec in SPECS}
    values = {code: value.value for code, value in told.items() if value is not None}
    assert values == {
        "deaths.notified": 2,
        "deaths.reviewed": 1,
        "deaths.modifiable": 0,
        "deaths.outstanding": 1,
        "deaths.coronial": 0,
        "deaths.rapid_responses": 2,
        "deaths.meetings": 1,
    }
    reviewed = told["deaths.reviewed"]
    assert reviewed is not None
    assert {name: sum(parts.values()) for name, parts in reviewed.by.items()} == dict.fromkeys(reviewed.by, 1)  # type: ignore[arg-type]
    assert reviewed.by["category"]["9. Infection"] == 1


def test_a_year_without_deaths_is_told_nothing() -> None:
    year = FinancialYear.of(clock.today() - timedelta(days=4000))
    assert all(read_figure(spec.code, year) is None for spec in SPECS)


def test_only_what_is_hidden_where_it_is_small_leaves() -> None:
    people = [spec for spec in SPECS if spec.code != "deaths.meetings"]
    assert all(spec.disclosure == DisclosureClass.SENSITIVE and spec.crossed is None for spec in people)
