"""A table as DOCX: wide page, headings in real styles, header row on every page, language and title, words beside colours."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from foundation.exports import Column, Kind, Look, Shade, Table, as_docx
from foundation.exports.word_documents import writable

COLUMNS = (Column("What"), Column("When", Kind.DATE), Column("How"))
LOOK = Look(
    publisher="The partnership", before=("As at today.",), notes_heading="How it is rated", table_heading="What is late",
    empty="Nothing is late.", after=("The end.",), widths=(5, 2, 1), shades={2: {"Red": Shade("FF0000", "FFFFFF")}},
)  # fmt: skip


def opened(table: Table, look: Look | None = LOOK) -> Any:
    return docx.Document(io.BytesIO(as_docx(table, look)))


def made(*rows: tuple[object, ...]) -> Table:
    return Table("A report", COLUMNS, rows, notes=("Red: late.",))  # type: ignore[arg-type]  # cells


def test_headings_have_real_styles_and_the_rule_stands_beside_the_table() -> None:
    document = opened(made(("One", date(2026, 11, 18), "Red")))
    assert [(one.style.name, one.text) for one in document.paragraphs] == [
        ("Normal", "The partnership"), ("Heading 1", "A report"), ("Normal", "As at today."), ("Heading 2", "How it is rated"),
        ("Normal", "Red: late."), ("Heading 2", "What is late"), ("Normal", "The end."),
    ]  # fmt: skip


def test_language_title_and_page_are_set() -> None:
    document = opened(made())
    section = document.sections[0]
    assert (document.core_properties.title, document.core_properties.language) == ("A report", "en-GB")
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height


def test_the_header_row_comes_again_on_every_page_and_no_row_is_cut() -> None:
    [table] = opened(made(("One", None, "Red"), ("Two", None, "Green"))).tables
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells] == ["What", "When", "How"]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "A report"
    assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == "A table with the columns What, When, How."


def test_a_coloured_cell_holds_its_word() -> None:
    [table] = opened(made(("Red", None, "Red"), ("Two", None, "Green"))).tables
    red, green = table.rows[1].cells[2], table.rows[2].cells[2]
    assert (red.text, red._tc.tcPr.find(qn("w:shd")).get(qn("w:fill"))) == ("Red", "FF0000")
    assert green._tc.tcPr.find(qn("w:shd")) is None
    assert table.rows[1].cells[0]._tc.tcPr.find(qn("w:shd")) is None


def test_numbers_and_days_are_written_as_on_a_page_and_text_stays_text() -> None:
    texts = ["=1+1", "<b>&amp;</b>", "two\nlines", "{{ 7 }}", "' x ", "Ärzte – “quoted”"]
    rows = [(text, date(2026, 11, 18), Decimal("1.50")) for text in texts]
    [table] = opened(made(*rows, (3, datetime(2026, 11, 18, 15, 4, tzinfo=UTC), None))).tables
    assert [row.cells[0].text for row in table.rows[1:]] == [*texts, "3"]
    assert table.rows[1].cells[1].text == "18 November 2026"
    assert table.rows[1].cells[2].text == "1.50"
    assert table.rows[-1].cells[1].text == "18 November 2026, 3:04pm"


def test_a_table_without_rows_says_so() -> None:
    document = opened(made())
    assert document.tables == []
    assert "Nothing is late." in [one.text for one in document.paragraphs]
    assert len(opened(made(), None).tables[0].rows) == 1


def test_equal_tables_are_equal_documents_and_a_thousand_rows_are_no_work() -> None:
    rows = [(f"Row {number}", date(2026, 1, 1), "Red") for number in range(1000)]
    assert len(opened(made(*rows)).tables[0].rows) == 1001
    first, again = (opened(made(*rows[:3])) for _ in range(2))
    assert first.element.xml == again.element.xml


@given(st.text(st.characters(codec=None), max_size=60))  # lone halves of pairs too
def test_no_sign_breaks_the_document(text: str) -> None:
    table = Table(text, (Column(text or "x"),), [(text,)], notes=(text,))
    [written] = opened(table, Look(notes_heading=text, before=(text,))).tables
    assert written.rows[1].cells[0].text == writable(text)
