"""The page "Board" of the dashboard: actions, recommendations, attendance, challenges, risks and money, as in the report."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from board.models import BudgetLine
from foundation.cuts import CUTS, Span, of_work
from foundation.exports import read_sheet
from foundation.figures import DisclosureClass, FigureKind, FigureSpec
from reporting.rules.dashboard import page_named
from reporting.selectors.gathering import figures_of
from tests.board.build import (
    held_with,
    make_action,
    make_challenge,
    make_group,
    make_plan,
    make_recommendation,
    make_risk,
    make_seat,
)
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR

pytestmark = pytest.mark.django_db
PAGE = "/figures/board/"
IN_THE_YEAR = date(2025, 6, 2)


@pytest.fixture
def work() -> None:
    police = make_agency("police", name="Northmere Police")
    plan = make_plan(opened_on=IN_THE_YEAR)
    make_action(plan=plan, agency=police, due_on=date(2026, 3, 2))
    make_recommendation(agency=police, made_on=IN_THE_YEAR, added_on=IN_THE_YEAR)
    make_challenge(raised_on=IN_THE_YEAR)
    make_risk((IN_THE_YEAR, 4, 4))
    executive = make_group("Executive", quorum=1)
    held_with(executive, date(2025, 5, 1), {make_seat(executive, agency=police): "attended"})
    for side, heading, pounds in (("income", "Council", "10.50"), ("expenditure", "Staff", "10.50")):
        BudgetLine.objects.create(year="2025-26", side=side, heading=heading, amount=Decimal(pounds), position=1)


@pytest.fixture
def executive(client: Client) -> Client:
    return sign_in(client, make_person("executive"))


def test_every_source_of_the_page_is_work_of_the_partnership() -> None:
    page = page_named("board")
    assert page is not None
    assert all(group.of_work for group in page.groups)
    assert not any(group.of_work for name, group in CUTS.items() if name not in page.sources)


def test_a_figure_about_people_is_no_work_of_the_partnership() -> None:
    spec = FigureSpec("children.x", "X", "m", "children", DisclosureClass.PEOPLE, FigureKind.COUNT)
    with pytest.raises(ValueError, match=r"children\.x is about people"):
        of_work("board.x", specs=(spec,))


def test_the_page_shows_the_numbers_of_the_report(work: None, executive: Client) -> None:
    page = executive.get(f"{PAGE}?period=2025-26").content.decode()
    told = {figure.code: figure.text for figure in figures_of(YEAR)}
    codes = [
        "actions.all", "actions.late", "recommendations.all", "meetings.held", "meetings.attended", "challenges.raised",
        "risks.open", "budget.income", "budget.expenditure",
    ]  # fmt: skip
    for code in codes:
        row = page.split(f"/figures/board/{code}/")[1].split("</tr>")[0]
        assert f">{told[code]}</td>" in row, code
    for title in ("Actions in the partnership’s plans by rating", "Income by contributor", "Expenditure by heading"):
        assert title in page


def test_money_keeps_its_pence_in_the_spreadsheet(work: None, executive: Client) -> None:
    sheet = read_sheet(executive.get(f"{PAGE}budget.income/all.xlsx?period=2025-26").content)
    assert sheet.rows[0][:2] == ("Council", Decimal("10.5"))


def test_nothing_is_held_back_and_no_part_of_children_is_offered(work: None, executive: Client) -> None:
    page = executive.get(PAGE).content.decode()
    assert "1 April 2026 to 18 November 2026" in page
    for words in ("are left out", "rounded to the nearest 5", "Restricted contacts", "Ethnic group", "Per 10,000 children"):
        assert words not in page
    quarter = executive.get(f"{PAGE}?period=2025-26-q1").content.decode()
    assert "1 April 2025 to 30 June 2025" in quarter
    assert "Challenges raised" in quarter


def test_a_quarter_counts_what_happened_in_it_and_how_things_stood_on_its_last_day(work: None) -> None:
    first, second = (
        Span(label, start, end)
        for label, start, end in (
            ("Q1", date(2025, 4, 1), date(2025, 6, 30)), ("Q2", date(2025, 7, 1), date(2025, 9, 30)),
        )
    )  # fmt: skip
    with connection.cursor() as cursor:
        found = {
            span.label: {value.code: value.value for name in ("board.challenges", "board.risks", "board.actions")
                         for value in CUTS.get(name).read(span, {}, cursor)}
            for span in (first, second)
        }  # fmt: skip
    assert found["Q1"]["challenges.raised"] == 1
    assert "challenges.raised" not in found["Q2"]
    assert (found["Q1"]["risks.open"], found["Q2"]["risks.open"]) == (1, 1)
    assert (found["Q2"]["actions.all"], found["Q2"]["actions.late"]) == (1, 0)


def test_the_page_counts_once_in_ten_minutes(work: None, executive: Client, django_assert_max_num_queries: Any) -> None:
    """Six sources, for the days shown and for those a year earlier; whoever looks again within minutes asks nothing of them."""
    with django_assert_max_num_queries(32):
        executive.get(f"{PAGE}?period=2025-26")
    with django_assert_max_num_queries(12):
        executive.get(f"{PAGE}?period=2025-26")
