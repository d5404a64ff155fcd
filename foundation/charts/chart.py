"""A chart: one picture for page and print, and the table that says the same."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Cell = str | int | float
Table = tuple[Sequence[str], Sequence[Sequence[Cell]]]


@dataclass(frozen=True)
class Chart:
    """A drawn chart. `svg` is a whole, escaped SVG with `title` and `desc`; `table` holds headers and rows.

    `narrow` is the same drawn for a phone, where a chart has such a drawing: smaller it could not be read.
    """

    title: str
    description: str
    svg: str
    table: Table
    narrow: str = ""

    @property
    def key(self) -> str:
        """A short name that is the same for the same chart, for ids."""
        return chart_key(self.title, self.table)

    def as_html(self) -> SafeString:
        """Give the figure for a web page: the drawing, and its table folded beneath."""
        return format_html(
            '<figure class="app-chart"><figcaption class="app-chart__title">{}</figcaption>{}'
            '<details class="govuk-details app-chart__details"><summary class="govuk-details__summary">'
            '<span class="govuk-details__summary-text">Show as a table<span class="govuk-visually-hidden">: {}</span></span>'
            '</summary><div class="govuk-details__text">{}</div></details></figure>',
            self.title,
            self.as_picture(),
            self.title,
            self.as_table(),
        )

    def as_picture(self) -> SafeString:
        """Give the drawing for a web page that has the heading above it and the same numbers as a table beneath."""
        return format_html(
            '<div class="app-chart__drawing" tabindex="0" role="group" aria-label="{}">{}</div>',
            f"Chart: {self.title}",
            self._drawings(),
        )

    @property
    def drawing(self) -> SafeString:
        """The drawing alone, for a row of a table that tells its numbers itself."""
        return mark_safe(self.svg)  # noqa: S308 - drawn by this package, every text escaped

    def _drawings(self) -> SafeString:
        """Give the drawing for each width of page, of which one shows."""
        if not self.narrow:
            return self.drawing
        return mark_safe(  # noqa: S308 - drawn by this package, every text escaped
            f'<div class="app-chart__wide">{self.svg}</div><div class="app-chart__narrow">{self.narrow}</div>'
        )

    def as_table(self) -> SafeString:
        """Give the same numbers as a table."""
        headers, rows = self.table
        return format_html(
            '<div class="app-scroll" tabindex="0" role="region" aria-label="{}">'
            '<table class="govuk-table app-table app-table--cards">'
            '<caption class="govuk-table__caption govuk-table__caption--s">{}</caption>'
            '<thead class="govuk-table__head"><tr class="govuk-table__row">{}</tr></thead>'
            '<tbody class="govuk-table__body">{}</tbody></table></div>',
            f"Table: {self.title}",
            self.title,
            format_html_join("", '<th scope="col" class="govuk-table__header">{}</th>', ((h,) for h in headers)),
            format_html_join("", "{}", ((_row(headers, row),) for row in rows)),
        )

    def as_img(self) -> SafeString:
        """Give the drawing as an image that carries its own data, for PDF."""
        coded = base64.b64encode(self.svg.encode()).decode()
        return format_html(
            '<img class="chart" src="data:image/svg+xml;base64,{}" alt="{}">', coded, f"{self.title}. {self.description}"
        )


def _row(headers: Sequence[str], row: Sequence[Cell]) -> SafeString:
    first, *others = row
    labelled = ((header, _printed(cell)) for header, cell in zip(headers[1:], others, strict=True))
    cells = format_html_join("", '<td class="govuk-table__cell" data-label="{}">{}</td>', labelled)
    return format_html(
        '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th>{}</tr>', _printed(first), cells
    )


def _printed(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:,}"


def chart_key(title: str, table: Table) -> str:
    """Give eight letters made from what a chart shows."""
    return "c" + hashlib.sha256(repr((title, table)).encode()).hexdigest()[:8]
