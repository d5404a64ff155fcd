"""The workbook of an edition holds every table of its pages, numbers as numbers, with sources, and what was returned."""

import html
import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.exports import Kind
from reporting.models import Acronym, Edition
from reporting.report.printed import Cell, PrintTable
from reporting.report.published import web_chapters
from reporting.report.workbook import as_sheet, published_tables
from reporting.rules.returns import rounds_as_json
from reporting.selectors.returns import returns_to_print
from tests.reporting.build import YEAR, make_edition
from tests.reporting.returning import accepted, make_return

pytestmark = pytest.mark.django_db
ROWS = [["See children alone", "Children are heard", "Twice a term", "More spoke"]]


@pytest.fixture
def edition(demo_year: None) -> Edition:
    return make_edition()


def test_every_table_of_the_web_pages_is_a_sheet(edition: Edition) -> None:
    sheets = [table.title for table in published_tables(edition)]
    pages = "".join(str(one.html) for one in web_chapters(edition))
    captions = [html.unescape(found.strip()) for found in re.findall(r"<caption[^>]*>(.*?)</caption>", pages, re.DOTALL)]
    assert len(captions) > 10
    assert set(captions) <= set(sheets)


def test_each_number_of_the_web_pages_leads_to_its_definition(edition: Edition) -> None:
    *chapters, sources = web_chapters(edition)
    links = [found for one in chapters for found in re.findall(r'href="\?chapter=sources#(means-[^"]+)"', one.html)]
    anchors = re.findall(r'id="(means-[^"]+)"', sources.html)
    assert len(links) > 20
    assert set(links) <= set(anchors)
    assert len(anchors) == len(set(anchors)) == len(edition.figures)
    for one in chapters:
        for key in re.findall(r'<dt class="govuk-summary-list__key">(.*?)</dt>', one.html) if one.anchor != "glossary" else ():
            assert "means-" in key
        for row in re.findall(r"<figure.*?</figure>.*?(?=<h2|\Z)", one.html, re.DOTALL):
            assert "means-" in row


def test_a_number_in_the_text_of_a_chapter_leads_to_its_definition(edition: Edition) -> None:
    edition.narrative = {"foreword": "We received {{ figure: contacts.received }} contacts."}
    foreword = next(one for one in web_chapters(edition) if one.anchor == "foreword")
    assert 'href="?chapter=sources#means-contacts.received"' in foreword.html


def test_what_was_returned_is_a_sheet(demo_year: None) -> None:
    given = accepted(make_return(), {"our-objectives": ROWS})
    edition = make_edition()
    (of_round,) = returns_to_print(YEAR, clock.now())
    edition.returns = rounds_as_json((of_round,))
    (sheet,) = [table for table in published_tables(edition) if table.title == of_round.title]
    rows = list(sheet.checked_rows())
    assert [row[3] for row in rows if row[0] == given.agency.name and str(row[2]).startswith("1. ")] == ROWS[0]


def test_a_sheet_holds_numbers_and_keeps_what_is_hidden_in_words() -> None:
    number = [Cell(text, numeric=True) for text in ("1,234", "43.8%", "£1,000", "−1.5")]
    hidden = [Cell(text, numeric=True) for text in ("c", "u", "–", "n/a")]
    headings = [Cell(text, numeric=True) for text in ("Number", "Share", "Money", "Change")]
    rows = ((Cell("A"), *number), (Cell("B"), *hidden))
    sheet = as_sheet(PrintTable("Plans", (Cell("What"), *headings), rows, note="Source: this portal."))
    assert [one.kind for one in sheet.columns] == [Kind.TEXT, Kind.WHOLE, Kind.PERCENT, Kind.MONEY, Kind.DECIMAL]
    assert list(sheet.checked_rows()) == [
        ("A", 1234, Decimal("43.8"), Decimal(1000), Decimal("-1.5")),
        ("B", "c", "u", "–", "n/a"),
    ]
    assert sheet.notes == ("Source: this portal.",)


def test_a_glossary_stays_as_it_was(edition: Edition) -> None:
    edition.acronyms, edition.narrative = {"QZX": "Quite Zealous Example"}, {"foreword": "The QZX met."}
    Acronym.objects.create(short="QZX", meaning="Something Else Since")
    glossary = next(str(one.html) for one in web_chapters(edition) if one.anchor == "glossary")
    assert "Quite Zealous Example" in glossary
    assert "Something Else" not in glossary


def test_nobody_gets_the_workbook_of_what_is_not_published(edition: Edition) -> None:
    address = reverse("reporting:published_tables", args=[YEAR.label, edition.number])
    assert Client().get(address).status_code == 404
