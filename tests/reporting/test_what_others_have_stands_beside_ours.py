"""Comparators: added, corrected with a reason, brought in by file, shown with their year; and who the neighbours are."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InternalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Person
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from reporting.models import Comparator, EarlierComparator, StatisticalNeighbour
from reporting.report.comparing import compared
from reporting.rules.blocks import Compared
from reporting.rules.comparators import address_refused
from reporting.rules.periods import period_named
from reporting.selectors.comparators import beside, list_comparators, neighbours_at
from reporting.selectors.gathering import figures_of
from reporting.selectors.indicators import values_of
from reporting.services.comparators import add_comparator, add_neighbour, correct_comparator, end_neighbour
from reporting.services.imports import import_comparators
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.printed import demo_content
from tests.reporting.watching import QUARTER, defined, was_returned, watched

pytestmark = pytest.mark.django_db
DFE = "Department for Education, children in need, 2024-25"
ADDRESS = "https://www.gov.uk/government/statistics/children-in-need"
HEAD = "code,period,who,value,source,address,reason\n"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def added(**given: Any) -> Comparator:
    told = {"code": "cases.open.rate", "period": "2024-25", "who": "london", "value": "347", "source": DFE, "address": ADDRESS}
    return add_comparator(by=SYSTEM, **{**told, **given})


def test_a_comparator_is_kept_as_it_was_published_and_twice_is_as_good_as_once() -> None:
    one = added(value="1,347.0")
    assert (one.value, one.printed, one.period_kind, one.address) == (Decimal(1347), "1,347.0", "financial", ADDRESS)
    assert added(value="1,347.0") == one
    with pytest.raises(Refused, match="Correct that one") as refused:
        added(value="2")
    assert refused.value.field == "period"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": "no.such"}, "code"),
        ({"who": "mars"}, "who"),
        ({"period": "2024-26"}, "period"),
        ({"value": "many"}, "value"),
        ({"value": "-1"}, "value"),
        ({"value": "NaN"}, "value"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"who": "neighbour", "name": "Nowhere"}, "name"),
        ({"name": "Nowhere"}, "name"),
    ],
)
def test_what_is_no_comparator_is_refused_beside_its_question(given: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        added(**given)
    assert refused.value.field == field
    assert not Comparator.objects.exists()


@pytest.mark.parametrize("address", ["ftp://x.uk", "https://nowhere", "https://a b.uk", "http://[", "https://x.uk/" + "a" * 300])
def test_an_address_must_be_one_of_the_web(address: str) -> None:
    assert address_refused(address)


def test_a_correction_has_a_reason_and_keeps_what_stood_there() -> None:
    told = {"number": added().pk, "source": DFE, "value": "350"}
    with pytest.raises(Refused) as refused:
        correct_comparator(by=SYSTEM, version=1, reason=" ", **told)
    assert refused.value.field == "reason"
    one = correct_comparator(by=SYSTEM, version=1, reason="Published anew in June", **told)
    old = one.earlier.get()
    assert (one.printed, old.printed, old.reason, old.source) == ("350", "347", "Published anew in June", DFE)
    with pytest.raises(Conflict):
        correct_comparator(by=SYSTEM, version=1, reason="Again", **told)
    with pytest.raises(NotVisible):
        correct_comparator(by=SYSTEM, version=1, reason="Again", **{**told, "number": one.pk + 1})
    for act in (lambda: EarlierComparator.objects.update(printed="1"), lambda: EarlierComparator.objects.all().delete()):
        with pytest.raises(InternalError), transaction.atomic():
            act()


def test_a_file_adds_and_corrects_and_its_bad_rows_come_back() -> None:
    added()
    rows = (
        f"cases.open.rate,2024-25,london,351,DfE,,Published anew\ncases.open.rate,2024-25,england,330,DfE,{ADDRESS},\n"
        "cases.open.rate,Q1 2024-25,england,330,DfE,,\ncases.open.rate,2023-24,england,330,DfE,nowhere,\n"
    )
    result = import_comparators(by=SYSTEM, content=(HEAD + rows).encode())
    assert (result.added, result.changed, [row.line for row in result.bad]) == (1, 1, [4, 5])
    london = Comparator.objects.get(who="london")
    assert (london.printed, london.address, london.earlier.get().reason) == ("351", ADDRESS, "Published anew")
    assert import_comparators(by=SYSTEM, content=(HEAD + rows).encode()).unchanged == 2
    [bad] = import_comparators(by=SYSTEM, content=(HEAD + "cases.open.rate,2024-25,london,352,DfE,,\n").encode()).bad
    assert bad.reason == "351 is there already, from DfE. If yours is to take its place, say why in reason."


def test_the_number_of_an_area_that_was_no_neighbour_in_its_year_is_not_taken() -> None:
    gone = add_neighbour(by=SYSTEM, name="Harborough", source="Model", from_on=date(2020, 4, 1))
    end_neighbour(by=SYSTEM, number=gone.pk, version=gone.version, to_on=date(2024, 6, 30))
    rows = [
        "cases.open.rate,2024-25,harborough,300,DfE", "cases.open.rate,2025-26,Harborough,301,DfE",
        "cases.open.rate,2024-25,Bellford,302,DfE",
    ]  # fmt: skip
    result = import_comparators(by=SYSTEM, content="\n".join(["code,period,name,value,source", *rows]).encode())
    assert [(row.line, row.reason) for row in result.bad] == [
        (3, "Harborough is on no list of statistical neighbours of 2025-26."),
        (4, "Bellford is on no list of statistical neighbours of 2024-25."),
    ]
    assert [(row.who, row.name, row.printed) for row in Comparator.objects.all()] == [("neighbour", "Harborough", "300")]


def test_one_neighbour_stands_in_the_list_by_name_and_not_beside_a_value() -> None:
    add_neighbour(by=SYSTEM, name="Harborough", source="Model", from_on=date(2024, 4, 1))
    added(who="neighbour", name="harborough")
    assert [seen.row.whose for seen in list_comparators()[0]] == ["Harborough"]
    assert beside(watched("cases.open.rate"), period_named("Q4 2025-26", "financial"), {}) == []


def test_a_comparator_of_a_figure_told_by_academic_years_is_of_one() -> None:
    one = defined(period_kind="academic", every="year")
    found = added(code=one.code, period="2024/25", value="310")
    assert (found.period_kind, found.period) == ("academic", "2024-25")
    was_returned(one.code, "2024-25", 340, period_kind="academic")
    was_returned(one.code, "2023-24", 360, period_kind="academic")
    rows = beside(one, period_named("2024-25", "academic"), values_of([one])[one.code])
    assert [(row.who, row.text, row.year) for row in rows] == [
        ("London", "310", "2024/25 academic year"), ("Ours a year before", "360", "2023/24 academic year"),
    ]  # fmt: skip


def test_beside_a_value_stands_nothing_of_a_later_year() -> None:
    one = watched("cases.open.rate")
    added(period="2023-24", value="340")
    added(period="2025-26", value="360")
    [row] = beside(one, period_named("Q4 2024-25", "financial"), {})
    assert (row.text, row.year, row.address) == ("340", "2023-24", ADDRESS)


def test_neighbours_are_those_of_a_day() -> None:
    one = add_neighbour(by=SYSTEM, name="Harborough", source="Model of 2025", from_on=date(2025, 4, 1))
    assert add_neighbour(by=SYSTEM, name="Harborough", source="Model of 2025", from_on=date(2025, 4, 1)) == one
    with pytest.raises(Refused, match="on the list already"):
        add_neighbour(by=SYSTEM, name="harborough", source="Another", from_on=date(2025, 4, 1))
    with pytest.raises(Refused) as refused:
        end_neighbour(by=SYSTEM, number=one.pk, version=1, to_on=date(2025, 3, 31))
    assert refused.value.field == "to_on"
    end_neighbour(by=SYSTEM, number=one.pk, version=1, to_on=date(2026, 3, 31))
    with pytest.raises(Conflict):
        end_neighbour(by=SYSTEM, number=one.pk, version=1, to_on=date(2026, 4, 30))
    with pytest.raises(NotVisible):
        end_neighbour(by=SYSTEM, number=one.pk + 1, version=1, to_on=date(2026, 4, 30))
    names = [[area.name for area in neighbours_at(day)] for day in (date(2025, 6, 1), date(2026, 4, 1), date(2025, 3, 1))]
    assert names == [["Harborough"], [], []]
    assert add_neighbour(by=SYSTEM, name="Harborough", source="Model of 2027", from_on=date(2027, 4, 1)).pk != one.pk


def test_the_business_team_keeps_comparators_on_pages(client: Client, business: Person) -> None:
    sign_in(client, business)
    page = reverse("reporting:add_comparator")
    bad = client.post(page, {"code": "cases.open.rate", "who": "london", "period": "2024-25", "value": "lots", "source": DFE})
    assert bad.status_code == 422
    assert "Enter the number as it was published" in bad.content.decode()
    assert 'value="lots"' in bad.content.decode()
    good = {"code": "cases.open.rate", "who": "london", "period": "2024-25", "value": "347", "source": DFE, "address": ADDRESS}
    assert client.post(page, good).status_code == 302
    correct = reverse("reporting:correct_comparator", args=[Comparator.objects.get().pk])
    assert 'value="347"' in client.get(correct).content.decode()
    answer = client.post(correct, {"value": "350", "source": DFE, "address": ADDRESS, "reason": "Published anew", "version": "1"})
    assert answer.status_code == 302
    listed = client.get(reverse("reporting:comparators"), {"code": "cases.open.rate"}).content.decode()
    for words in ("350", "347. Published anew", ADDRESS, "London"):
        assert words in listed
    overtaken = client.post(correct, {"value": "9", "source": DFE, "reason": "Mine", "version": "1"})
    assert overtaken.status_code == 409
    assert "Mine" in overtaken.content.decode()


def test_a_file_is_checked_on_a_page_before_it_comes_in(client: Client, business: Person) -> None:
    sign_in(client, business)
    content = (HEAD + f"cases.open.rate,2024-25,london,351,DfE,{ADDRESS},\nno.such,2024-25,london,1,DfE,,\n").encode()

    def send(act: str) -> str:
        told = {"act": act, "file": SimpleUploadedFile("comparators.csv", content)}
        return client.post(reverse("reporting:comparators_file"), told, follow=True).content.decode()

    page = send("check")
    assert "It would be: 1 added" in page
    assert "Line 3: there is no figure “no.such”." in page
    assert not Comparator.objects.exists()
    assert "1 added" in send("import")
    assert Comparator.objects.get().printed == "351"


def test_neighbours_are_kept_on_pages(client: Client, business: Person) -> None:
    sign_in(client, business)
    day = {"from_on-day": "1", "from_on-month": "4", "from_on-year": "2025"}
    client.post(reverse("reporting:add_neighbour"), {"name": "Harborough", "source": "Model of 2025", **day})
    one = StatisticalNeighbour.objects.get()
    assert "Harborough" in client.get(reverse("reporting:comparators")).content.decode()
    end = {"to_on-day": "31", "to_on-month": "3", "to_on-year": "2026", "version": "1"}
    assert client.post(reverse("reporting:end_neighbour", args=[one.pk]), end).status_code == 302
    assert "not today" in client.get(reverse("reporting:neighbours")).content.decode()


def test_the_scorecard_and_the_page_of_an_indicator_show_others_with_their_year(client: Client, business: Person) -> None:
    one = defined(title="Pupils absent")
    was_returned(one.code, QUARTER, 152)
    was_returned(one.code, "Q2 2025-26", 140)
    added(code=one.code, period="2025-26", value="171")
    sign_in(client, business)
    for address in (reverse("reporting:scorecard"), reverse("reporting:indicator", args=[one.code])):
        page = client.get(address).content.decode()
        assert "London 171 (2025-26)" in page
        assert "Ours a year before 140 (Q2 2025-26)" in page
    assert ADDRESS in page


def test_the_scorecard_of_a_year_shows_nothing_of_a_later_one(client: Client, business: Person) -> None:
    one = defined(title="Pupils absent")
    was_returned(one.code, "Q2 2024-25", 152)
    added(code=one.code, period="2023-24", value="171")
    added(code=one.code, period="2024-25", value="172")
    added(code=one.code, period="2025-26", value="173")
    sign_in(client, business)
    told = {
        year: client.get(reverse("reporting:scorecard"), {"year": year}).content.decode()
        for year in ("2023-24", "2024-25", "2026-27")
    }
    assert ["London 171 (2023-24)" in told["2023-24"], "London 172" in told["2023-24"]] == [True, False]
    assert ["London 172 (2024-25)" in told["2024-25"], "London 173" in told["2024-25"]] == [True, False]
    assert "London 173 (2025-26)" in told["2026-27"]


@pytest.mark.parametrize(
    ("kind", "now", "before", "later"), [("academic", "2024-25", "2023-24", "2025-26"), ("calendar", "2025", "2024", "2026")]
)
def test_the_report_holds_a_figure_against_others_in_its_own_sort_of_year(
    kind: str, now: str, before: str, later: str, apps_publish: None
) -> None:
    one = defined(period_kind=kind, every="year", disclosure="events")
    was_returned(one.code, now, 340, period_kind=kind)
    was_returned(one.code, before, 360, period_kind=kind)
    for year, value in ((before, "300"), (now, "310"), (later, "320")):
        added(code=one.code, period=year, value=value)
    told = next(figure for figure in figures_of(FinancialYear(2025)) if figure.code == one.code)
    assert [(row.who, row.text, row.period) for row in told.comparators] == [("London", "310", f"{kind} year {now}")]
    assert told.period == f"{kind} year {now}"
    block = Compared("Absent", (("Absent", one.code),))
    Comparator.objects.filter(period=now).delete()
    told = next(figure for figure in figures_of(FinancialYear(2025)) if figure.code == one.code)
    table, _sentence = compared(block, replace(demo_content(), figures={one.code: told}), "Northmere")
    assert table is not None
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Northmere, 2025-26", "340"], ["Northmere, 2024-25", "360"], ["London", "300"],
    ]  # fmt: skip


def test_a_figure_without_an_indicator_is_compared_in_the_sort_of_year_in_which_it_was_returned() -> None:
    was_returned("cases.open", "2025", 340, period_kind="calendar")
    assert added(code="cases.open.rate", period="2025").period_kind == "calendar"


def test_a_list_of_comparators_asks_no_more_for_many_than_for_few() -> None:
    for year in range(2010, 2024):
        added(period=f"{year}-{(year + 1) % 100:02}", who="london")
    with CaptureQueriesContext(
        connection,
    ) as few:
        list_comparators(period="2023-24")
    with CaptureQueriesContext(connection) as many:
        rows, _next = list_comparators()
    assert len(rows) == 14
    assert len(many) == len(few)


def test_others_do_not_keep_comparators() -> None:
    with pytest.raises(NotAllowed):
        add_comparator(
            by=make_person("scrutineer"), code="cases.open.rate", period="2024-25", who="london", value="1", source="x"
        )
