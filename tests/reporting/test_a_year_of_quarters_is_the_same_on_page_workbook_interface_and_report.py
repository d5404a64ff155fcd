"""One number, one definition: a year that follows from quarters, a comparator and a correction, wherever they are read."""

import json
import subprocess
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.exports import read_sheet
from reporting.selectors.gathering import figures_of
from reporting.services.comparators import add_comparator
from reporting.services.compiling import run_compilation
from reporting.services.requests import request_compilation
from tests.factories import make_agency, make_person, sign_in
from tests.referrals.systems import ask, connect
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import publishing
from tests.reporting.watching import defined, was_returned, watched

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)
CODE = "neglect_tool.new_users"
ADDRESS = "https://www.gov.uk/government/statistics/neglect"


@pytest.fixture
def business(client: Client) -> Client:
    return sign_in(client, make_person("business_team", make_agency("partnership")))


def by_interface(code: str) -> Any:
    answer = ask(connect(None, "figures")[1], "GET", f"/api/v1/indicators/{code}/values")
    assert answer.status_code == 200
    return json.loads(answer.content)


def in_the_workbook(client: Client, code: str, year: str = "2025-26") -> dict[str, Any]:
    sheet = read_sheet(client.get(reverse("reporting:scorecard_file"), {"year": year}).getvalue())
    return next(dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows if row[0] == code)


def printed(year: FinancialYear) -> str:
    compilation = request_compilation(by=SYSTEM, year=year, press="quarters")
    run_compilation(reference=compilation.reference, by=SYSTEM)
    compilation.refresh_from_db()
    assert compilation.sentence == ""
    with storage.read(compilation.edition.pdf_key) as file:
        pdf = file.read()
    shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return " ".join(shown.split())


def test_four_quarters_are_one_year_everywhere(business: Client) -> None:
    one = watched(CODE, owner=make_agency("education").code)
    for place, value in enumerate((1301, 1302, 1303, 1311), start=1):
        was_returned(one.code, f"Q{place} 2025-26", value)
    add_comparator(
        by=SYSTEM, code=CODE, period="2024-25", who="england", value="4,811", source="Neglect statistics", address=ADDRESS
    )
    page = business.get(reverse("reporting:scorecard"), {"year": "2025-26"}).content.decode()
    value_page = business.get(reverse("reporting:indicator_value", args=[CODE, "2025-26"])).content.decode()
    row, body = in_the_workbook(business, CODE), by_interface(CODE)
    [year] = body["years"]
    with publishing():
        frozen = next(figure for figure in figures_of(YEAR) if figure.code == CODE)
        pdf = printed(YEAR)
    assert year["text"] == row["2025-26"] == frozen.text == "5,217"
    for shown in (page, value_page, pdf):
        assert "5,217" in shown
    assert (year["quarters"], year["period_text"], row["2025-26 quarters"], frozen.note) == ([1, 2, 3, 4], "2025-26", None, "")
    assert year["comparators"] == [
        {"who": "England", "text": "4,811", "year": "2024-25", "source": "Neglect statistics", "address": ADDRESS}
    ]
    assert "England 4,811 (2024-25)" in str(row["Comparators"])
    assert "England 4,811 (2024-25)" in page
    assert "4,811" in pdf


def test_three_quarters_are_said_to_be_three_everywhere(business: Client) -> None:
    one = watched(CODE, owner=make_agency("education").code)
    for place in (1, 2, 4):
        was_returned(one.code, f"Q{place} 2025-26", 1300)
    words = "three of four quarters"
    assert words in business.get(reverse("reporting:scorecard"), {"year": "2025-26"}).content.decode()
    assert in_the_workbook(business, CODE)["2025-26 quarters"] == words
    [year] = by_interface(CODE)["years"]
    with publishing():
        frozen = next(figure for figure in figures_of(YEAR) if figure.code == CODE)
    assert (year["quarters"], year["text"], frozen.text, frozen.note) == ([1, 2, 4], "3,900", "3,900", "Three of four quarters.")


def test_a_year_that_would_give_a_quarter_away_is_told_nowhere(business: Client) -> None:
    one = defined()
    for place, value in enumerate((6, 8, 8, 0), start=1):
        was_returned(one.code, f"Q{place} 2025-26", value)
    [year] = by_interface(one.code)["years"]
    assert (year["value"], year["hidden"], year["numerator"]) == (None, True, None)
    assert in_the_workbook(business, one.code)["2025-26"] == year["text"] == "c"
    with publishing():
        assert not [figure for figure in figures_of(YEAR) if figure.code == one.code]


def test_an_academic_year_is_named_alike_everywhere(business: Client) -> None:
    one = defined(period_kind="academic", disclosure="events")
    for place in range(1, 5):
        was_returned(one.code, f"Q{place} 2024-25", 10 * place, period_kind="academic")
    body = by_interface(one.code)
    [year] = body["years"]
    row = in_the_workbook(business, one.code, "2024-25")
    page = business.get(reverse("reporting:scorecard"), {"year": "2024-25"}).content.decode()
    with publishing():
        frozen = next(figure for figure in figures_of(YEAR) if figure.code == one.code)
    assert (year["period_text"], year["start"], year["end"]) == ("2024/25 academic year", "2024-09-01", "2025-08-31")
    assert year["text"] == row[year["period_text"]] == frozen.text == "100"
    assert year["period_text"] in page
    assert (frozen.period, frozen.as_at) == ("academic year 2024-25", "2025-08-31")
    assert body["values"][0]["period_text"] == "Q1 2024/25 academic year"
