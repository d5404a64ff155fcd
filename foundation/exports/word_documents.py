"""Tables as a document of a word processor: wide page, headings that it knows, the header row again on every page.

Whoever writes on in it finds real styles, the language and the title set, and words beside every colour.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from foundation.design import words
from foundation.exports.tables import Cell, Table

LANGUAGE: Final = "en-GB"
PAGE: Final = (Mm(297), Mm(210))
MARGIN: Final = Mm(15)
CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # a constant, so that equal tables are equal documents
TEXT_SIZE, CELL_SIZE = Pt(11), Pt(9)
HEAD_FILL: Final = "E6EDEE"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TWIPS = 635
_UNWRITABLE: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Shade:
    """How a word is coloured: the fill of its cell and the colour of its letters, as six hexadecimal digits."""

    fill: str
    ink: str = "000000"


@dataclass(frozen=True)
class Look:
    """What surrounds a table in its document, and how it looks.

    `before` stands between the heading and the table; the notes of the table follow that, under `notes_heading`. `widths` are the
    shares of the columns. `shades`: by the place of a column, the words that colour their cell; the word itself stands there too.
    """

    publisher: str = ""
    before: Sequence[str] = ()
    notes_heading: str = ""
    table_heading: str = ""
    empty: str = ""
    after: Sequence[str] = ()
    widths: Sequence[int] = ()
    shades: Mapping[int, Mapping[str, Shade]] = field(default_factory=dict)


def as_docx(table: Table, look: Look | None = None) -> bytes:
    """Return a document with the table under its title. Text stays text whatever it holds; signs that no XML holds are left out.

    Dates are written as 21 November 2026. A table without rows gives the sentence `empty` in its place.
    """
    look = look or Look()
    document = docx.Document()
    _set_up(document, table.title)
    if look.publisher:
        document.add_paragraph(writable(look.publisher))
    document.add_heading(writable(table.title), level=1)
    _paragraphs(document, look.before)
    if table.notes and look.notes_heading:
        document.add_heading(writable(look.notes_heading), level=2)
    _paragraphs(document, table.notes)
    if look.table_heading:
        document.add_heading(writable(look.table_heading), level=2)
    rows = list(table.checked_rows())
    if rows or not look.empty:
        _write_table(document, table, rows, look)
    else:
        document.add_paragraph(writable(look.empty))
    _paragraphs(document, look.after)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def writable(text: str) -> str:
    """Text without the signs that no XML can hold."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _paragraphs(document: Any, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_paragraph(writable(text))


def _set_up(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.language, properties.author, properties.comments = writable(title)[:255], LANGUAGE, "", ""
    properties.created = properties.modified = CREATED
    section = document.sections[0]
    section.orientation, (section.page_width, section.page_height) = WD_ORIENT.LANDSCAPE, PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    document.styles["Normal"].font.size, document.styles["Normal"].font.name = TEXT_SIZE, "Arial"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _write_table(document: Any, table: Table, rows: Sequence[Sequence[Cell]], look: Look) -> None:
    made = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    _describe(made, table)
    widths = _widths(len(table.columns), look.widths)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    heads = zip(table.columns, widths, strict=True)
    headings = [_cell(column.heading, width, bold=True, shade=Shade(HEAD_FILL)) for column, width in heads]
    made._tbl.append(_row(headings, heads=True))  # noqa: SLF001  # a row a call would take a second for each hundred
    for row in rows:
        cells = []
        for place, (value, width) in enumerate(zip(row, widths, strict=True)):
            text = _written(value)
            shade = look.shades.get(place, {}).get(text)
            cells.append(_cell(text, width, bold=shade is not None, shade=shade))
        made._tbl.append(_row(cells))  # noqa: SLF001  # likewise


def _describe(made: Any, table: Table) -> None:
    """What a screen reader says of the table, and that its first row is its headings."""
    properties = made._tbl.tblPr  # noqa: SLF001  # python-docx has no name for it
    looks = properties.find(qn("w:tblLook"))
    if looks is not None:
        for name, value in (("firstRow", "1"), ("firstColumn", "0"), ("noHBand", "1"), ("noVBand", "1")):
            looks.set(qn(f"w:{name}"), value)
    headings = ", ".join(column.heading for column in table.columns)
    for tag, text in (("w:tblCaption", table.title), ("w:tblDescription", f"A table with the columns {headings}.")):
        properties.append(_element(tag, **{"w:val": writable(text)}))


def _widths(number: int, shares: Sequence[int]) -> list[int]:
    shares = list(shares) or [1] * number
    whole = PAGE[0] - 2 * MARGIN
    return [whole * share // sum(shares) for share in shares]


def _element(tag: str, *children: Any, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name), value)
    made.extend(children)
    return made


def _row(cells: Iterable[Any], *, heads: bool = False) -> Any:
    marks = [_element("w:cantSplit"), *([_element("w:tblHeader")] if heads else [])]
    return _element("w:tr", _element("w:trPr", *marks), *cells)


def _cell(text: str, width: int, *, bold: bool = False, shade: Shade | None = None) -> Any:
    properties = [_element("w:tcW", **{"w:w": str(width // _TWIPS), "w:type": "dxa"})]
    if shade is not None:
        properties.append(_element("w:shd", **{"w:val": "clear", "w:color": "auto", "w:fill": shade.fill}))
    paragraphs = [_paragraph(line, bold=bold, ink=shade.ink if shade else "") for line in writable(text).split("\n")]
    return _element("w:tc", _element("w:tcPr", *properties), *paragraphs)


def _paragraph(text: str, *, bold: bool, ink: str) -> Any:
    spacing = _element("w:pPr", _element("w:spacing", **{"w:before": "20", "w:after": "20"}))
    look = [_element("w:b")] if bold else []
    look += [_element("w:color", **{"w:val": ink})] if ink else []
    look.append(_element("w:sz", **{"w:val": str(int(CELL_SIZE.pt * 2))}))
    words_of_it = OxmlElement("w:t")
    words_of_it.text = text
    words_of_it.set(SPACE, "preserve")
    return _element("w:p", spacing, _element("w:r", _element("w:rPr", *look), words_of_it))


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return f"{words.date(cell.date())}, {words.time(cell.time())}"
        case date():
            return words.date(cell)
        case Decimal():
            return f"{cell:f}"
    return str(cell)
