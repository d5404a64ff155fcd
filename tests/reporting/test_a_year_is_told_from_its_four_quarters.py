"""A year told from its quarters: by the rule of the figure, in its own sort of year, and never silently of fewer than four."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation.calendar import AcademicQuarter, AcademicYear, CalendarQuarter, FinancialYear
from foundation.exports import read_sheet
from foundation.figures import FigureKind, FigureValue
from reporting.models import Indicator
from reporting.rules.catalogue import catalogue
from reporting.rules.periods import middle_of, period_in_address, period_named, slug_of, spoken, year_beside
from reporting.rules.quarters import YearRule, quarters_words, rule_of, usual_rule, year_from
from reporting.selectors.counting import periods_of
from reporting.selectors.indicators import Told, values_of
from reporting.selectors.scorecard import quarterly
from reporting.services.imports import import_returned_values
from reporting.services.indicator_values import ask_for_values, count_indicators
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.watching import DUE, defined, was_returned, watched

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
EVENTS: dict[str, Any] = {"disclosure": "events", "unit": "reviews"}
PAIR: dict[str, Any] = {"value_kind": "percentage", "numerator": "in time", "denominator": "due", "disclosure": "events"}


def quarters(*numbers: int | None, of: str = "2025-26") -> Mapping[str, int]:
    return {f"Q{place} {of}": number for place, number in enumerate(numbers, start=1) if number is not None}


def returned(one: Indicator, values: Mapping[str, int], **given: Any) -> None:
    for period, value in values.items():
        was_returned(one.code, period, value, period_kind=one.period_kind, **given)


def year_of(one: Indicator, label: str = "2025-26") -> Told:
    return values_of([one])[one.code][label]


# -- the rules ------------------------------------------------------------------------------------------------


def pairs(*told: tuple[int, int]) -> dict[int, FigureValue]:
    return {place: FigureValue("x.y", "Q", Decimal(0), top, bottom) for place, (top, bottom) in enumerate(told, start=1)}


def test_counts_are_added_and_a_standing_count_is_that_of_the_last_quarter() -> None:
    values = {place: FigureValue("x.y", "Q", number) for place, number in enumerate((10, 20, 30, 40), start=1)}
    summed = year_from(YearRule.SUM, FigureKind.COUNT, "x.y", "2025-26", values)
    last = year_from(YearRule.LAST, FigureKind.STATE, "x.y", "2025-26", values)
    assert summed is not None
    assert last is not None
    assert (summed.value.value, summed.known) == (100, (1, 2, 3, 4))
    assert last.value.value == 40


def test_of_shares_and_means_the_two_numbers_are_added_so_that_a_quarter_weighs_as_much_as_it_has_cases() -> None:
    share = year_from(YearRule.ADDED, FigureKind.PERCENTAGE, "x.y", "2025-26", pairs((1, 2), (90, 100)))
    mean = year_from(YearRule.ADDED, FigureKind.MEAN, "x.y", "2025-26", pairs((10, 1), (90, 99)))
    assert share is not None
    assert mean is not None
    assert (share.value.numerator, share.value.denominator, round(share.value.value or 0, 1)) == (91, 102, Decimal("89.2"))
    assert mean.value.value == 1


def test_a_rate_of_events_is_all_of_them_for_the_children_of_the_last_quarter() -> None:
    found = year_from(
        YearRule.OVER_LAST, FigureKind.RATE, "x.y", "2025-26", pairs((10, 1000), (20, 1000), (30, 1000), (40, 2000))
    )
    assert found is not None
    assert (found.value.numerator, found.value.denominator, found.value.value) == (100, 2000, Decimal(500))


def test_without_a_quarter_or_without_its_two_numbers_no_year_follows() -> None:
    assert year_from(YearRule.SUM, FigureKind.COUNT, "x.y", "2025-26", {1: FigureValue("x.y", "Q", None)}) is None
    assert year_from(YearRule.ADDED, FigureKind.RATE, "x.y", "2025-26", {1: FigureValue("x.y", "Q", Decimal(1))}) is None
    assert year_from(YearRule.ADDED, FigureKind.PERCENTAGE, "x.y", "2025-26", pairs((0, 0))) is None


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("contacts.received", YearRule.SUM),
        ("contacts.decided_in_time", YearRule.ADDED),
        ("contacts.received.rate", YearRule.OVER_LAST),
        ("plans.open", YearRule.LAST),
        ("plans.open.rate", YearRule.LAST),
    ],
)
def test_each_sort_of_number_has_its_usual_rule(code: str, rule: YearRule) -> None:
    known = catalogue()
    if code in known:
        assert rule_of("", code, known) == rule
    assert usual_rule(FigureKind.MEAN) == YearRule.ADDED
    assert rule_of("last", "plans.open", known) == YearRule.LAST


def test_fewer_than_four_quarters_are_named() -> None:
    assert [quarters_words(range(number)) for number in (1, 2, 3, 4)] == [
        "one of four quarters", "two of four quarters", "three of four quarters", "",
    ]  # fmt: skip


# -- three sorts of year --------------------------------------------------------------------------------------


def test_every_sort_of_year_has_its_own_quarters_and_is_told_apart() -> None:
    assert [one.start.month for one in AcademicYear(2025).quarters] == [9, 12, 3, 6]
    assert AcademicYear(2025).quarters[1].end == date(2026, 2, 28)
    assert (AcademicQuarter.of(TODAY).label, CalendarQuarter.of(TODAY).label) == ("Q1 2026-27", "Q4 2026")
    assert AcademicQuarter.of(date(2026, 1, 5)) == AcademicYear(2025).quarters[1]
    told = [spoken(period_named("2025-26", kind)) for kind in ("financial", "academic")]
    assert told == ["2025-26", "2025/26 academic year"]
    assert spoken(period_named("Q2 2025", "calendar")) == "Q2 2025 calendar year"


def test_a_period_stands_in_an_address_and_is_read_from_it() -> None:
    for label, kind in (("Q3 2025-26", "academic"), ("2025", "calendar"), ("Q1 2025", "calendar"), ("2025-26", "financial")):
        period = period_named(label, kind)
        assert period_in_address(slug_of(period), kind) == period


def test_the_population_of_a_year_is_that_of_the_middle_of_june_in_it() -> None:
    named = (("Q4 2025-26", "financial"), ("2025-26", "academic"), ("Q1 2025", "calendar"))
    assert [middle_of(period_named(label, kind)) for label, kind in named] == [2025, 2026, 2025]


def test_beside_a_financial_year_stands_the_year_of_another_sort_that_has_begun_to_be_known() -> None:
    assert year_beside(FinancialYear(2026), "academic", TODAY) == AcademicYear(2025)
    assert year_beside(FinancialYear(2026), "academic", date(2026, 12, 1)) == AcademicYear(2026)
    assert year_beside(FinancialYear(2025), "calendar", TODAY).label == "2025"


def test_what_apps_count_is_counted_in_the_quarters_of_its_own_sort_of_year() -> None:
    one = watched(period_kind="academic")
    assert [period.label for period in periods_of(one, TODAY)][-2:] == ["Q3 2025-26", "Q4 2025-26"]
    assert count_indicators(by=SYSTEM) > 0
    assert one.counted.filter(period="Q4 2025-26").exists()


# -- on the scorecard -----------------------------------------------------------------------------------------


def test_four_returned_quarters_make_a_year_and_three_are_said_to_be_three() -> None:
    whole, short = defined(**EVENTS), defined("reviews.begun", **EVENTS)
    returned(whole, quarters(3, 1, 2, 4))
    returned(short, quarters(3, 1, 2))
    told, partly = year_of(whole), year_of(short)
    assert (told.number, told.held.quarters, told.held.source) == (
        10, "", "Worked out of its four quarters: the quarters are added",
    )  # fmt: skip
    assert (partly.number, partly.held.quarters) == (6, "three of four quarters")


def test_a_year_of_a_number_of_children_is_told_when_all_four_are_there() -> None:
    one = defined()
    returned(one, quarters(51, 62, 73))
    assert (year_of(one).shown.text, year_of(one).held.quarters) == ("", "three of four quarters")
    returned(one, {"Q4 2025-26": 84})
    assert (year_of(one).number, year_of(one).is_exact) == (270, False)


def test_a_year_that_was_returned_wins_over_one_that_follows() -> None:
    one = defined(**EVENTS)
    returned(one, {**quarters(3, 1, 2, 4), "2025-26": 9})
    assert (year_of(one).number, year_of(one).held.of_quarters) == (9, None)


def test_a_share_is_told_for_the_year_from_its_two_numbers() -> None:
    one = defined(**PAIR)
    for place, (top, bottom) in enumerate(((1, 2), (45, 50), (20, 25), (30, 40)), start=1):
        was_returned(one.code, f"Q{place} 2025-26", Decimal(100 * top) / bottom, numerator=top, denominator=bottom)
    told = year_of(one)
    assert (told.held.value.numerator, told.held.value.denominator, told.shown.text) == (96, 117, "82.1%")


def test_the_owner_may_say_how_a_year_is_told() -> None:
    one = defined(year_rule="last", **EVENTS)
    returned(one, quarters(3, 1, 2, 4))
    assert year_of(one).number == 4


def test_the_scorecard_shows_each_sort_of_year_in_a_table_of_its_own(client: Client) -> None:
    financial = defined(title="Reviews begun", **EVENTS)
    academic = defined("pupils.excluded", title="Exclusions", period_kind="academic", **EVENTS)
    calendar = defined("deaths.roads", title="Road deaths", period_kind="calendar", **EVENTS)
    returned(financial, quarters(3, 1, of="2026-27"))
    returned(academic, quarters(5, 6, 7, 8))
    returned(calendar, quarters(1, 2, 3, of="2026"))
    lines = {line.indicator.code: line for line in quarterly(FinancialYear(2026), TODAY)}
    assert [spoken(line.year) for line in lines.values() if line.year] == [
        "2026-27", "2025/26 academic year", "2026 calendar year",
    ]  # fmt: skip
    sign_in(client, make_person("business_team", make_agency("partnership")))
    page = client.get(reverse("reporting:scorecard")).content.decode()
    for words in (
        "By quarter: 2025/26 academic year, September 2025 to August 2026",
        "By quarter: 2026 calendar year, January 2026 to December 2026",
        "two of four quarters",
        "three of four quarters",
    ):
        assert words in page
    assert ">26<span" in page  # all four of the academic year
    sheet = read_sheet(client.get(reverse("reporting:scorecard_file")).getvalue())
    rows = {row[0]: dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows}
    assert rows[financial.code]["2026-27"] == "4"
    assert rows[financial.code]["2026-27 quarters"] == "two of four quarters"
    assert (rows[academic.code]["2025/26 academic year"], rows[academic.code]["2025/26 academic year quarters"]) == ("26", None)
    assert rows[calendar.code]["Q3 2026 calendar year"] == "3"


def test_quarters_of_an_academic_year_come_in_a_file_and_are_asked_for(client: Client) -> None:
    one = defined(period_kind="academic")
    sheet = f"code,period_kind,period,value,source\n{one.code},academic,Q1 2025/26,310,Register\n"
    assert import_returned_values(by=SYSTEM, content=sheet.encode()).bad == ()
    assert values_of([one])[one.code]["Q1 2025-26"].number == 310
    sign_in(client, make_person("business_team", make_agency("partnership")))
    assert "Q4 2025/26 academic year" in client.get(reverse("reporting:ask_for_values")).content.decode()
    (asked,) = ask_for_values(by=SYSTEM, period="Q4 2025-26", period_kind="academic", due_on=DUE)
    page = client.get(reverse("reporting:asked_values")).content.decode()
    assert asked.period == "Q4 2025-26"
    assert "Q4 2025/26 academic year" in page


def test_an_indicator_by_quarters_of_an_academic_year_is_defined_on_a_page(client: Client) -> None:
    owner = make_agency("education")
    sign_in(client, make_person("business_team", make_agency("partnership")))
    answer = client.post(
        reverse("reporting:define_indicator"),
        {
            "title": "Exclusions", "code": "pupils.excluded", "meaning": "Pupils excluded", "unit": "pupils",
            "value_kind": "count",
            "disclosure": "events", "owner": owner.code, "period_kind": "academic", "every": "quarter", "year_rule": "sum",
            "better": "lower",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()[:3000]
    made = Indicator.objects.get(code="pupils.excluded")
    assert (made.period_kind, made.every, made.year_rule) == ("academic", "quarter", "sum")
