"""Comparator tables, our place among neighbours, shares of two years, changes from unrounded numbers, a profile of deaths."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reporting.disclosure import Mark
from reporting.models import Comparator, EarlierComparator
from reporting.report.comparing import changed, compared, profile, years_shared
from reporting.report.content import comparator_words, parts_table
from reporting.report.money import ROUNDED
from reporting.report.printed import PrintTable, ReportContent
from reporting.rules.blocks import Changed, Compared, Profile, YearsShared
from reporting.rules.frozen import Breakdown, ComparatorText, Earlier, FrozenFigure, Part, Source, as_json, from_json
from reporting.rules.neighbours import ordinal, rank_words
from reporting.selectors.gathering import figures_of
from reporting.services.comparators import add_neighbour, end_neighbour
from reporting.services.imports import import_file
from tests.reporting.build import YEAR
from tests.reporting.conftest import SYSTEM
from tests.reporting.printed import demo_content

PUBLISHED = "Department, statistics"
Parts = dict[str, int | None]


def parts(dimension: str, numbers: Parts) -> Breakdown:
    told = (Part(label, number, Mark.HIDDEN if number is None else f"{number:,}") for label, number in numbers.items())
    return Breakdown(dimension, tuple(told))


def figure(
    code: str, value: int | str | None, before: int | str | None = None, *, text: str = "", by: dict[str, Parts] | None = None,
    by_before: dict[str, Parts] | None = None, others: tuple[tuple[str, str, bool], ...] = (),
) -> FrozenFigure:  # fmt: skip
    def printed(number: int | str | None) -> str:
        return Mark.HIDDEN if number is None else f"{number:,}" if isinstance(number, int) else number

    earlier = Earlier(
        "2024-25", before, printed(before), Source("returned", "Register"),
        tuple(parts(dimension, numbers) for dimension, numbers in (by_before or {}).items()),
    )  # fmt: skip
    return FrozenFigure(
        code, f"Title of {code}", "m", "children", "count", "people", 1, "2025-26", "2026-03-31", value, text or printed(value),
        None, None, "", "", Source("returned", "Register"),
        by=tuple(parts(dimension, numbers) for dimension, numbers in (by or {}).items()), earlier=earlier,
        comparators=tuple(ComparatorText(who, "2024-25", told, PUBLISHED, by_name) for who, told, by_name in others),
    )  # fmt: skip


def content(*figures: FrozenFigure) -> ReportContent:
    return replace(demo_content(), figures={one.code: one for one in figures})


def neighbours(*names: str, from_on: date = date(2020, 4, 1), to_on: date | None = None) -> None:
    for name in names:
        found = add_neighbour(by=SYSTEM, name=name, source="Model", from_on=from_on)
        if to_on:
            end_neighbour(by=SYSTEM, number=found.pk, version=found.version, to_on=to_on)


def lines(table: PrintTable | None) -> list[list[str]]:
    assert table is not None
    return [[cell.text for _heading, cell in row] for row in table.labelled]


# -- beside others --------------------------------------------------------------------------------------------

NUMBER = figure("received", 4818, 4177, others=(("England", "600,000", False), ("Ashcombe", "2,000", True)))
OTHER = figure("assessed", 3000, 2900, others=(("England", "450,000", False), ("Ashcombe", "1,501", True)))
BLOCK = Compared("Referrals", (("Referrals", "received"), ("Assessments", "assessed")), ratio=("Share", "assessed", "received"))


def test_our_numbers_of_both_years_stand_above_those_of_others_with_year_and_source() -> None:
    table, _sentence = compared(BLOCK, content(NUMBER, OTHER), "Northmere")
    assert lines(table) == [
        ["Northmere, 2025-26", "4,818", "3,000", "62.3%"],
        ["Northmere, 2024-25", "4,177", "2,900", "69.4%"],
        ["England", "600,000", "450,000", "75.0%"],
        ["Ashcombe", "2,000", "1,501", "75.1%"],
    ]
    assert table is not None
    assert "Referrals: Register, as at 31 March 2026; others 2024-25: Department, statistics." in table.note


def test_a_share_of_what_is_hidden_is_hidden_and_of_what_is_not_known_a_dash() -> None:
    table, _sentence = compared(BLOCK, content(replace(NUMBER, value=None, text="c"), replace(OTHER, comparators=())), "N")
    assert [row[-1] for row in lines(table)] == ["c", "69.4%", "–", "–"]


def test_without_anybody_to_compare_with_there_is_no_table() -> None:
    assert compared(BLOCK, content(figure("received", 3)), "Northmere") == (None, "")


def test_our_place_is_told_in_a_sentence_of_the_year_of_the_others() -> None:
    named = tuple(
        (name, f"{rate:.1f}", True) for name, rate in zip("abcdefghij", (26.6, 35.4, 36.0, *range(40, 47)), strict=True)
    )
    rate = figure("started.rate", "99.9", "38.8", others=named)
    block = Compared("Plans", (("Started per 10,000", "started.rate"),), ranked=("started.rate",))
    _table, sentence = compared(block, content(rate), "Northmere")
    assert sentence == (
        "Started per 10,000: Northmere was the 4th lowest of 11 in 2024-25, among itself and its statistical neighbours."
    )
    hidden = replace(rate, earlier=Earlier("2024-25", None, "c", rate.source))
    assert compared(block, content(hidden), "Northmere")[1] == ""


@pytest.mark.parametrize(
    ("own", "others", "said"),
    [
        (38.8, (26.6, 35.4, 36.0, 50, 60, 70, 80, 90, 95, 99), "4th lowest of 11"),
        (1, (2, 3), "lowest of 3"),
        (3, (1, 2), "highest of 3"),
        (2, (1, 2, 5), "joint 2nd lowest of 4"),
        (5, (1, 2, 3, 9), "2nd highest of 5"),
        (2, (2, 2), "the same as all 3"),
    ],
)
def test_a_place_is_counted_from_the_nearer_end_and_ties_are_shared(own: float, others: tuple[float, ...], said: str) -> None:
    assert rank_words(Decimal(str(own)), [Decimal(str(other)) for other in others]) == said


def test_numbers_are_ordered_in_words() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
    ]  # fmt: skip


def test_neighbours_by_name_stand_in_tables_that_compare_and_not_beside_a_tile() -> None:
    assert comparator_words(NUMBER) == "England 600,000 (2024-25)"
    assert from_json(as_json([NUMBER]))["received"].comparators == NUMBER.comparators


@pytest.mark.django_db
def test_neighbours_come_in_as_a_file_and_those_of_the_newest_year_are_told(apps_publish: None) -> None:
    neighbours("Ashcombe", "Bellford")
    head = "code,period,name,value,source"
    rows = (
        "cases.open.rate,2023-24,Ashcombe,300,DfE", "cases.open.rate,2024-25,Ashcombe,310.5,DfE",
        "cases.open.rate,2024-25,Bellford,290,DfE", "no.such,2024-25,Bellford,1,DfE", "cases.open.rate,2024-25,,1,DfE",
    )  # fmt: skip
    file = "\n".join([head, *rows]).encode()
    import_file(by=SYSTEM, kind="indicators", content=b"code,period,value,source\ncases.open,2025-26,3971,CSC")
    import_file(by=SYSTEM, kind="population", content=b"year,area,age_band,value,source\n2025,Northmere,0-17,95309,ONS")
    result = import_file(by=SYSTEM, kind="comparators", content=file)
    assert (result.added, result.changed, [row.line for row in result.bad]) == (3, 0, [5, 6])
    assert import_file(by=SYSTEM, kind="comparators", content=file).unchanged == 3
    other = "cases.open.rate,2024-25,Bellford,291,DfE"
    refused = import_file(by=SYSTEM, kind="comparators", content=f"{head}\n{other}".encode())
    assert (refused.changed, [row.reason for row in refused.bad]) == (
        0, ["290 is there already, from DfE. If yours is to take its place, say why in reason."],
    )  # fmt: skip
    again = import_file(by=SYSTEM, kind="comparators", content=f"{head},reason\n{other},Published anew".encode())
    assert (again.added, again.changed) == (0, 1)
    assert Comparator.objects.count() == 3
    kept = EarlierComparator.objects.get()
    assert (kept.printed, kept.reason, kept.comparator.printed) == ("290", "Published anew", "291")
    rate = next(one for one in figures_of(YEAR) if one.code == "cases.open.rate")
    assert [(one.who, one.text, one.by_name) for one in rate.comparators] == [
        ("Ashcombe", "310.5", True), ("Bellford", "291", True),
    ]  # fmt: skip


def test_the_ends_of_months_have_no_total() -> None:
    months = {"April 2025": None, "May 2025": 40, "June 2025": 45}
    there = replace(figure("plans.month_end", 45, 30, by={"month": months}), kind="state")
    table = parts_table(there, "month", "Month", content(there))
    assert [[cell.text for cell in row] for row in table.rows] == [["April", "c"], ["May", "40"], ["June", "45"]]
    assert table.total == ()
    assert parts_table(replace(there, kind="count"), "month", "Month", content(there)).total != ()


@pytest.mark.django_db
def test_only_those_who_were_neighbours_at_the_end_of_the_year_are_ranked_as_such(apps_publish: None) -> None:
    import_file(by=SYSTEM, kind="indicators", content=b"code,period,value,source\ncases.open,2025-26,3971,CSC")
    import_file(by=SYSTEM, kind="population", content=b"year,area,age_band,value,source\n2025,Northmere,0-17,95309,ONS")
    values = (("Ashcombe", 300), ("Bellford", 290), ("Cranwick", 280))
    neighbours("Ashcombe", "Bellford", "Cranwick", to_on=date(2025, 9, 30))
    lines_ = "\n".join(f"cases.open.rate,2025-26,{name},{value},DfE" for name, value in values)
    import_file(by=SYSTEM, kind="comparators", content=f"code,period,name,value,source\n{lines_}".encode())
    block = Compared("Cases", (("Rate", "cases.open.rate"),), ranked=("cases.open.rate",))

    def told() -> tuple[list[str], str]:
        rate = next(one for one in figures_of(YEAR) if one.code == "cases.open.rate")
        return [one.who for one in rate.comparators if one.by_name], compared(block, content(rate), "Northmere")[1]

    names, sentence = told()
    assert names == ["Ashcombe", "Bellford", "Cranwick"]
    assert sentence.endswith("the highest of 4 in 2025-26, among itself and others.")
    add_neighbour(by=SYSTEM, name="ashcombe", source="Model", from_on=date(2025, 10, 1))
    neighbours("Bellford", from_on=date(2025, 10, 1), to_on=date(2026, 3, 30))
    add_neighbour(by=SYSTEM, name="Cranwick", source="Model", from_on=date(2026, 4, 1))
    names, sentence = told()
    assert names == ["Ashcombe"]
    assert sentence.endswith("the highest of 2 in 2025-26, among itself and its statistical neighbours.")


# -- beside the year before -----------------------------------------------------------------------------------


def test_a_change_is_worked_out_from_the_numbers_before_rounding() -> None:
    offences, incidents = figure("offences", 4052, 3912), figure("incidents", 9418, 9155)
    hidden, new = figure("orders", None, 9), replace(figure("cards", 12), earlier=None)
    table = changed(
        Changed("Domestic abuse", ("offences", "incidents", "orders", "cards")), content(offences, incidents, hidden, new)
    )
    assert lines(table) == [
        ["Title of offences", "3,912", "4,052", "+140", "+3.6%"],
        ["Title of incidents", "9,155", "9,418", "+263", "+2.9%"],
        ["Title of orders", "9", "c", "c", "c"],
        ["Title of cards", "–", "12", "–", "–"],
    ]
    assert table is not None
    assert table.note == "Source: Register, as at 31 March 2026."
    assert changed(Changed("Nothing", ("none",)), content()) is None


def test_each_part_has_its_share_of_its_year() -> None:
    now, before = {"Neglect": 70, "Emotional": 58, "Sexual": 4, "Physical": 13}, {"Neglect": 34, "Emotional": 58, "Other": 8}
    plans = figure("started", 145, 100, by={"category": now}, by_before={"category": before})
    table = years_shared(YearsShared("Categories", "started", "category", "Category"), content(plans))
    assert lines(table) == [
        ["Neglect", "34", "34.0%", "70", "48.3%"],
        ["Emotional", "58", "58.0%", "58", "40.0%"],
        ["Sexual", "–", "–", "4", "2.8%"],
        ["Physical", "–", "–", "13", "9.0%"],
        ["Other", "8", "8.0%", "–", "–"],
        ["Total", "100", "100.0%", "145", "100.0%"],
    ]
    assert table is not None
    assert ROUNDED in table.note


def test_a_part_that_the_portal_did_not_find_is_none() -> None:
    plans = figure("started", 145, 8, by={"category": {"Neglect": 145}}, by_before={"category": {"Other": 8}})
    live = replace(plans, source=Source("live", "protection.plans"))
    table = years_shared(YearsShared("Categories", "started", "category", "Category"), content(live))
    assert lines(table)[:2] == [["Neglect", "–", "–", "145", "100.0%"], ["Other", "8", "100.0%", "0", "0.0%"]]


def test_the_share_of_a_hidden_part_is_hidden() -> None:
    plans = figure(
        "started", 90, 100, by={"category": {"A": None, "B": 80, "C": None}}, by_before={"category": {"A": 50, "B": 50}}
    )
    table = years_shared(YearsShared("Categories", "started", "category", "Category"), content(plans))
    assert [row[4] for row in lines(table)] == ["c", "88.9%", "c", "100.0%"]
    assert years_shared(YearsShared("None", "started", "place", "Place"), content(plans)) is None


def test_a_profile_has_a_table_for_each_breakdown_and_a_sentence() -> None:
    deaths = figure("reviewed", 66, 58, by={"age": {"Under 1": 43, "1 to 17": 23}, "place": {"Home": None, "Elsewhere": None}})
    told = figure("notified", 25, 18)
    block = Profile("Deaths", "reviewed", (("age", "Age"), ("place", "Place"), ("year", "Year of death")), ("notified",))
    tables, sentence = profile(block, content(deaths, told))
    assert sentence == "Title of reviewed: 66 (58 in 2024-25). Title of notified: 25 (18 in 2024-25)."
    assert [lines(table) for table in tables] == [
        [["Under 1", "43", "65.2%"], ["1 to 17", "23", "34.8%"], ["Total", "66", "100.0%"]],
        [["Home", "c", "c"], ["Elsewhere", "c", "c"], ["Total", "66", "100.0%"]],
    ]
    assert tables[-1].note == "Source: Register, as at 31 March 2026."
    assert profile(block, content()) == ((), "")
