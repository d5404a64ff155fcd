"""Deadlines, ratings, owners and headings in the ways in which people write them."""

import re
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.plan_files.cells import (
    Deadline,
    UnreadableCell,
    as_json,
    day_in,
    deadline_in,
    from_json,
    kept,
    owners_in,
    rating_in,
)
from board.plan_files.columns import find_table, meaning_of, proposed
from foundation.exports import Grid, Merge

PUBLISHED = date(2012, 6, 28)


@pytest.mark.parametrize(
    ("text", "of_class", "due_on"),
    [
        ("Immediate", "immediate", PUBLISHED),
        ("immediately.", "immediate", PUBLISHED),
        ("With immediate effect", "immediate", PUBLISHED),
        ("Within 3 months", "three_months", date(2012, 9, 28)),
        ("within three months", "three_months", date(2012, 9, 28)),
        ("3 months", "three_months", date(2012, 9, 28)),
        ("WITHIN 6 MONTHS", "six_months", date(2012, 12, 28)),
        ("six months", "six_months", date(2012, 12, 28)),
        ("within 12 months", "date", date(2013, 6, 28)),
        ("2 weeks", "date", date(2012, 7, 12)),
        ("28 September 2012", "date", date(2012, 9, 28)),
        ("by 28th Sept 2012", "date", date(2012, 9, 28)),
        ("Friday 28 Sep 12", "date", date(2012, 9, 28)),
        ("28-Sep-12", "date", date(2012, 9, 28)),
        ("28/09/2012", "date", date(2012, 9, 28)),
        ("28.9.12", "date", date(2012, 9, 28)),
        ("2012-09-28", "date", date(2012, 9, 28)),
        ("September 2012", "date", date(2012, 9, 30)),
        ("End of February 2016", "date", date(2016, 2, 29)),
    ],
)
def test_a_deadline_is_read(text: str, of_class: str, due_on: date) -> None:
    assert deadline_in(text, PUBLISHED) == Deadline(of_class, due_on)


@pytest.mark.parametrize("text", ["", "Ongoing", "31 September 2012", "13/13/2012", "soon", "41180", "28 September"])
def test_what_is_no_deadline_is_refused(text: str) -> None:
    with pytest.raises(UnreadableCell):
        deadline_in(text, PUBLISHED)


@pytest.mark.parametrize(
    "cell",
    [date(9999, 12, 31), date(1899, 12, 31), "31/12/9999", "December 9999", "January 0000", "end of December 2101"],
)
def test_a_deadline_beyond_any_year_of_the_house_is_refused(cell: str | date) -> None:
    with pytest.raises(UnreadableCell):
        deadline_in(cell, PUBLISHED)


def test_a_term_that_leads_beyond_any_year_of_the_house_is_refused() -> None:
    for term in ("within 99 years", "in 99 months", "within 99 days"):
        with pytest.raises(UnreadableCell, match="between 1900 and 2100"):
            deadline_in(term, date(2100, 12, 31))
    assert deadline_in("December 2100", None) == Deadline("date", date(2100, 12, 31))


def test_a_term_needs_the_day_from_which_it_is_counted_and_a_date_does_not() -> None:
    with pytest.raises(UnreadableCell, match="from which day"):
        deadline_in("Immediate", None)
    assert deadline_in(date(2012, 9, 28), None) == Deadline("date", date(2012, 9, 28))


@given(st.dates(min_value=date(1951, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_is_read_back_from_the_forms_of_england(day: date) -> None:
    for form in (f"{day.day} {day:%B} {day.year}", f"{day.day}/{day.month}/{day.year}", f"{day:%d-%b-%Y}", day.isoformat()):
        assert day_in(form) == day


@pytest.mark.parametrize(
    ("rating", "spellings"),
    [
        ("green", ["Green", "G", "g", "GREEN - on track", "On track"]),
        ("amber", ["Amber", "A", "amber (delayed)", "Yellow", "Orange"]),
        ("red", ["Red", "R", "RED – overdue"]),
        ("blue", ["Blue", "B", "Complete", "Completed", "done"]),
        ("", [""]),
    ],
)
def test_a_rating_is_read_however_it_is_spelled(rating: str, spellings: list[str]) -> None:
    assert {rating_in(one) for one in spellings} == {rating}


@pytest.mark.parametrize("text", ["Purple", "Red/Amber", "Green to amber", "x"])
def test_what_is_no_rating_or_two_is_refused(text: str) -> None:
    with pytest.raises(UnreadableCell):
        rating_in(text)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Head of Care", ("Head of Care",)),
        ("Ann Abel / Bob Bell", ("Ann Abel", "Bob Bell")),
        ("Named GP/Named Nurse", ("Named GP", "Named Nurse")),
        ("A/E manager", ("A/E manager",)),
        ("Ann Abel; Bob Bell\nHead of Care", ("Ann Abel", "Bob Bell", "Head of Care")),
        ("Ann Abel / Ann Abel", ("Ann Abel",)),
        (" / ", ()),
    ],
)
def test_several_owners_in_a_cell_are_told_apart(text: str, owners: tuple[str, ...]) -> None:
    assert owners_in(text) == owners


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    cell = kept(text)
    assert isinstance(cell, str)
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", cell)
    owners_in(cell)
    day_in(cell)
    meaning_of(cell)
    for read in (rating_in, lambda one: deadline_in(one, PUBLISHED)):
        with suppress(UnreadableCell):
            read(cell)


def test_cells_are_kept_as_text_or_days() -> None:
    values = ["  a \xa0b ", 3, datetime(2012, 6, 28, 12), date(2012, 6, 28), True, None]  # as a workbook gives it
    cells = [kept(value) for value in values]
    assert cells == ["a b", "3", date(2012, 6, 28), date(2012, 6, 28), "Yes", ""]
    assert [from_json(as_json(cell)) for cell in cells] == cells


def test_columns_are_proposed_by_their_headings() -> None:
    headings = {
        "Action": "action", "Agreed actions": "action", "Action required": "action", "No.": "number",
        "Ref": "number", "Action number": "number", "Person responsible": "owner", "Action owner": "owner",
        "Lead officer": "owner", "Lead": "owner", "Responsible": "owner", "Lead agency": "agency",
        "Organisation": "agency", "Ofsted deadline": "deadline", "Due date": "deadline", "By when?": "deadline",
        "Timescale": "deadline", "Progress update as at 30 June 2012": "progress", "Comments": "progress", "RAG": "rating",
        "RAG rating": "rating", "BRAG status": "rating", "Recommendation": "recommendation", "Section": "section",
        "Evidence of impact": "evidence", "Notes of cost": "", "Row in the file": "", "What to put right": "",
    }  # fmt: skip
    assert {heading: meaning_of(heading) for heading in headings} == headings
    assert proposed(["Action", "Update", "RAG", "Update", "RAG", "Action"]) == [
        "action", "progress", "rating", "progress", "rating", "",
    ]  # fmt: skip


def test_headings_are_found_under_titles_joined_of_two_rows_and_read_over_once_more() -> None:
    grid = Grid(
        (
            ("Action plan: progress", None, None, None),
            (None, None, None, None),
            ("Action", "Owner", "Progress", None),
            (None, None, "Update", "RAG"),
            ("Safeguarding", None, None, None),
            ("One", "Ann", "Begun", "G"),
            (None, "Bob", None, "R"),
            ("Action", "Owner", "Progress", None),
            (None, None, "Update", "RAG"),
            ("Two", "Ann", None, None),
        ),
        (Merge(0, 0, 0, 3), Merge(2, 2, 2, 3), Merge(2, 0, 3, 0), Merge(4, 0, 4, 3), Merge(5, 0, 6, 0)),
    )
    table = find_table(grid)
    assert table.labels == ("Action", "Owner", "Progress Update", "Progress RAG")
    assert [(row.number, row.cells, row.section) for row in table.rows] == [
        (6, ("One", "Ann", "Begun", "G"), "Safeguarding"),
        (7, ("One", "Bob", "", "R"), "Safeguarding"),
        (10, ("Two", "Ann", "", ""), "Safeguarding"),
    ]


def test_headings_that_reach_over_those_under_them_are_joined_from_above() -> None:
    grid = Grid(
        (("What", None, "How it goes", None), ("Action", "Owner", "Update", "RAG"), ("One", "Ann", "Begun", "G")),
        (Merge(0, 0, 0, 1), Merge(0, 2, 0, 3)),
    )
    assert find_table(grid).labels == ("What Action", "What Owner", "How it goes Update", "How it goes RAG")


def test_columns_without_a_heading_or_with_the_same_are_told_apart() -> None:
    grid = Grid((("Action", None, "Owner", "Update", "Update"), ("One", "x", "Ann", "a", "b")))
    assert find_table(grid).labels == ("Action", "Column 2", "Owner", "Update", "Update (5)")
