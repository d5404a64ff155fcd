"""What an app says in words: gathered with the figures, printed as a table, kept by the edition and part of what is signed."""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, TextGroup, TextRows, TextTable, worded
from foundation.pdf import render_pdf
from reporting.models import Edition
from reporting.report import document
from reporting.rules.approving import fingerprint_of
from reporting.rules.blocks import Chapter, Words
from reporting.rules.comparing import reworded
from reporting.rules.frozen import FrozenTable, Source, tables_as_json, tables_from_json
from reporting.selectors.gathering import gather
from reporting.services.demo import load_demo_inputs
from tests.factories import make_person, sign_in
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.printed import demo_content, frozen_table
from tests.reporting.published import EVERYTHING, publishing

YEAR = FinancialYear(2025)
SAID = TextTable("plan.said", "What we said", "What was said and done.", ("Objective", "What we have done"))
ROWS = (("1.1 Hear children", "Asked 40 children\nTold them what changed"), ("1.2 Train managers", ""))


def said(year: FinancialYear, cursor: Cursor) -> Iterable[TextRows]:
    cursor.execute("SELECT 1")
    if year == YEAR:
        yield worded("plan.said", year, ROWS)


GROUP = TextGroup("board.plan", (SAID,), said)


def frozen(*rows: tuple[str, ...]) -> FrozenTable:
    return frozen_table("plan.said", SAID.columns, *rows, title="What we said")


@pytest.fixture
def published(db: None) -> Iterator[None]:
    with publishing(*EVERYTHING, texts=(GROUP,)):
        load_demo_inputs(by=SYSTEM)
        yield


def printed(*tables: FrozenTable) -> str:
    chapter = Chapter("plan", "What we said", (Words("Said and done", "plan.said", "Nothing was said."),))
    content = replace(demo_content(), chapters=(chapter,), tables={table.code: table for table in tables})
    return document.make_report(content, progress=lambda _done, _total: None).html


def test_they_are_gathered_in_the_snapshot_of_the_figures(published: None) -> None:
    table = gather(YEAR).tables[0]
    assert (table.rows, table.as_at, table.source) == (ROWS, date(2026, 3, 31).isoformat(), Source("live", "board.plan"))
    assert gather(YEAR.previous()).tables == ()


def test_they_are_read_back_as_they_were() -> None:
    assert tables_from_json(tables_as_json([frozen(*ROWS)])) == {"plan.said": frozen(*ROWS)}


def test_a_cell_of_several_lines_is_a_list_of_points() -> None:
    html = printed(frozen(*ROWS, ("1.3 <b>Careful</b>", "One line")))
    assert "<li>Asked 40 children</li><li>Told them what changed</li>" in html
    assert "<td>One line</td>" in html
    assert "1.3 &lt;b&gt;Careful&lt;/b&gt;" in html
    assert "as at 31 March 2026" in html


def test_a_table_without_rows_is_a_sentence_and_one_that_is_not_published_nothing() -> None:
    assert "<p>Nothing was said.</p>" in printed(frozen())
    assert "Said and done" not in printed()


def test_an_edition_keeps_them_and_they_are_part_of_what_is_signed(published: None) -> None:
    made = make_edition()
    (table,) = tables_from_json(Edition.objects.get().tables).values()
    assert (table.title, table.columns, table.rows) == ("What we said", SAID.columns, ROWS)
    before = fingerprint_of(made)
    made.tables_sha256 = "1" * 64
    assert fingerprint_of(made) != before


def test_the_page_and_the_download_of_an_edition_show_them(published: None, client: Client) -> None:
    made = make_edition()
    team = sign_in(client, make_person("business_team"))
    page = team.get(reverse("reporting:edition", args=[made.reference]), {"chapter": "all"}).content.decode()
    assert "Asked 40 children<br>Told them what changed" in page
    document_of = team.get(reverse("reporting:edition_json", args=[made.reference])).json()
    assert [table["code"] for table in document_of["tables"]] == ["plan.said"]
    assert document_of["tables_sha256"] == made.tables_sha256


def test_two_editions_say_which_table_was_reworded() -> None:
    old, new = {"plan.said": frozen(*ROWS)}, {"plan.said": frozen(ROWS[0], ("1.2 Train managers", "Trained 12"))}
    assert reworded(old, new) == [("What we said", "New or worded anew: 1 row. No longer there as before: 1 row.")]
    assert reworded({}, new) == [("What we said", "Only in the newer edition.")]
    assert reworded(old, {}) == [("What we said", "Only in the older edition.")]
    assert reworded(old, dict(old)) == []


def test_a_table_longer_than_a_page_begins_under_its_heading() -> None:
    rows = [(f"Aim {number}", "\n".join(f"Asked {n} children" for n in range(4))) for number in range(18)]
    pdf = render_pdf(printed(frozen(*rows)), title="R", made_at=clock.now())
    text = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    pages = [page.split("\n") for page in text.split("\f")]
    (begins,) = (page for page in pages if "Aim 0" in page)
    assert "Said and done" in begins
    assert "Aim 17" not in begins
