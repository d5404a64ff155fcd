"""Tools of other agencies read the scorecard and published reports: the values of the pages, and nothing that is hidden there."""

import json
from collections import Counter
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import RoleHolding
from foundation import clock
from foundation.exports import read_sheet
from reporting.api.views import table_body
from reporting.models import CountedValue, Edition
from reporting.report.workbook import published_tables
from reporting.rules.approving import fingerprint_of
from reporting.rules.frozen import fingerprint
from reporting.rules.returns import rounds_as_json
from reporting.selectors.returns import returns_to_print
from reporting.services.approving import decide_edition
from reporting.services.corrections import explain_change
from reporting.services.publishing import publish_edition, withdraw_publication
from tests.factories import make_agency, make_person, sign_in
from tests.referrals.systems import ask, connect
from tests.reporting.build import YEAR, answer_everything, make_edition, state
from tests.reporting.conftest import SYSTEM
from tests.reporting.returning import accepted, make_return
from tests.reporting.watching import QUARTER, defined, was_returned, watched

pytestmark = pytest.mark.django_db


@pytest.fixture
def token() -> str:
    return connect(None, "figures")[1]


def told(answer: HttpResponse) -> Any:
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


@pytest.fixture
def published(demo_year: None) -> Edition:
    edition = make_edition()
    answer_everything()
    for seat in ("council", "health", "police"):
        executive = make_person("executive")
        RoleHolding.objects.filter(person=executive).update(seat=seat)
        decide_edition(
            by=executive, reference=edition.reference, decision="approved", comment="", fingerprint=fingerprint_of(edition)
        )
    state(edition)
    publish_edition(by=SYSTEM, reference=edition.reference)
    return edition


def test_the_catalogue_tells_what_each_indicator_means(token: str) -> None:
    one = defined(target=Decimal(60), tolerance=Decimal(5))
    [body] = told(ask(token, "GET", "/api/v1/indicators"))["indicators"]
    assert (body["code"], body["target"], body["tolerance"], body["owner"]) == (one.code, "60", "5", one.owner.name)


def test_values_are_those_of_the_page_and_the_workbook(token: str, client: Client) -> None:
    one = defined()
    was_returned(one.code, "Q1 2026-27", 3)
    was_returned(one.code, QUARTER, 152)
    small, large = told(ask(token, "GET", f"/api/v1/indicators/{one.code}/values"))["values"]
    assert (small["value"], small["hidden"], small["numerator"]) == (None, True, None)
    assert (large["value"], large["text"], large["rounded"]) == ("150", "150", True)
    sign_in(client, make_person("business_team", make_agency("partnership")))
    sheet = read_sheet(client.get(reverse("reporting:scorecard_file")).getvalue())
    row = dict(zip(sheet.headings, sheet.rows[0], strict=True))
    assert [row["Q1 2026-27"], row[QUARTER]] == [small["text"], large["text"]]


def test_no_exact_number_of_a_hidden_or_rounded_value_is_anywhere_in_the_answer(token: str) -> None:
    one = defined(value_kind="percentage", numerator="absent", denominator="at school")
    was_returned(one.code, QUARTER, Decimal("2.4390"), numerator=4, denominator=164)
    answer = ask(token, "GET", f"/api/v1/indicators/{one.code}/values")
    [value] = told(answer)["values"]
    assert (value["value"], value["numerator"], value["denominator"]) == (None, None, None)
    assert b"2.43" not in answer.content


def test_of_a_change_its_cause_is_told_and_nothing_that_people_wrote_of_it(token: str) -> None:
    owner = make_agency("police")
    one = watched("meetings.held", owner=owner.code)
    kept = [
        CountedValue.objects.create(
            indicator=one, period=QUARTER, value=value, definition=1, source="board.meetings",
            counted_at=clock.now() - timedelta(days=9 - value),
        )
        for value in (2, 3)
    ]  # fmt: skip
    lead = make_person("agency_lead", owner)
    explain_change(by=lead, code=one.code, period=QUARTER, version=kept[-1].pk, text="Ann was ill")
    answer = ask(token, "GET", f"/api/v1/indicators/{one.code}/values")
    [value] = told(answer)["values"]
    assert value["reasons"] == ["Late data: records of this period were added or changed after it had been counted."]
    assert b"Ann was ill" not in answer.content


def test_a_published_edition_is_read_exactly_as_it_was_hashed(token: str, published: Edition) -> None:
    [edition] = told(ask(token, "GET", "/api/v1/editions"))["editions"]
    assert (edition["year"], edition["pdf_sha256"]) == (YEAR.label, published.pdf_sha256)
    whole = told(ask(token, "GET", f"/api/v1/editions/{YEAR.label}/{published.number}"))
    assert fingerprint(whole["figures"]) == whole["figures_sha256"] == published.figures_sha256
    pdf = ask(token, "GET", f"/api/v1/editions/{YEAR.label}/{published.number}/report.pdf")
    assert pdf.content == b"%PDF-1.7 not really"


def test_the_tables_of_an_edition_are_those_of_its_workbook(token: str, published: Edition, client: Client) -> None:
    address = f"/api/v1/editions/{YEAR.label}/{published.number}/tables"
    tables = told(ask(token, "GET", address))["tables"]
    workbook = client.get(reverse("reporting:published_tables", args=[YEAR.label, published.number])).getvalue()
    book = python_calamine.load_workbook(BytesIO(workbook))
    sheets = list(published_tables(published))
    assert len(sheets) > 10
    assert [one["title"] for one in tables] == [sheet.title for sheet in sheets]
    for place, (one, sheet) in enumerate(zip(tables, sheets, strict=True)):
        rows = [list(row) for row in sheet.checked_rows()]
        assert one["rows"] == [["" if cell is None else str(cell) for cell in row] for row in rows]
        assert [one["heading"] for one in one["columns"]] == [column.heading for column in sheet.columns]
        assert one["notes"] == list(sheet.notes)
        there = Counter(_cell(cell) for row in book.get_sheet_by_index(place).to_python() for cell in row)
        assert not Counter(_cell(cell) for row in one["rows"] for cell in row) - there


def _cell(cell: object) -> str:
    """A cell of a sheet or of the interface, a number as a number whichever way it is written."""
    text = str(cell).strip()
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def test_what_agencies_returned_is_a_table_of_the_interface(demo_year: None) -> None:
    given = accepted(make_return(), {"our-objectives": [["See children alone", "Heard", "Twice a term", "More spoke"]]})
    edition = make_edition()
    (of_round,) = returns_to_print(YEAR, clock.now())
    edition.returns = rounds_as_json((of_round,))
    [body] = [table_body(table) for table in published_tables(edition) if table.title == of_round.title]
    assert "See children alone" in [row[3] for row in body["rows"] if row[0] == given.agency.name]


def test_of_a_withdrawn_edition_there_is_the_reason_and_nothing_else(token: str, published: Edition) -> None:
    withdraw_publication(by=make_person("business_team"), reference=published.reference, reason="A table was wrong")
    whole = told(ask(token, "GET", f"/api/v1/editions/{YEAR.label}/{published.number}"))
    assert (whole["withdrawn_reason"], whole["figures"]) == ("A table was wrong", [])
    tables = told(ask(token, "GET", f"/api/v1/editions/{YEAR.label}/{published.number}/tables"))
    assert (tables["withdrawn_reason"], tables["tables"]) == ("A table was wrong", [])
    assert ask(token, "GET", f"/api/v1/editions/{YEAR.label}/{published.number}/report.pdf").status_code == 404


def test_an_edition_that_nobody_published_is_not_there(token: str, demo_year: None) -> None:
    edition = make_edition()
    assert told(ask(token, "GET", "/api/v1/editions"))["editions"] == []
    assert ask(token, "GET", f"/api/v1/editions/{YEAR.label}/{edition.number}").status_code == 404


@pytest.mark.parametrize(
    "path", ["indicators", "indicators/absence.persistent/values", "editions", "editions/2025-26/1", "editions/2025-26/1/tables"]
)
def test_only_a_token_with_the_scope_reads_them(path: str) -> None:
    defined()
    _client, other = connect(None, "refer")
    assert ask(other, "GET", f"/api/v1/{path}").status_code == 403
    assert Client().get(f"/api/v1/{path}").status_code == 401


def test_an_unknown_indicator_is_a_problem_with_details(token: str) -> None:
    answer = ask(token, "GET", "/api/v1/indicators/no.such/values")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
