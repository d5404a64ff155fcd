"""Prints every figure of a financial year, or those that can be cut for other days and a part of the whole."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.exports import Column, Table, as_csv
from reporting.presenters.dashboard import Seen, parts, rows
from reporting.report.content import source_words
from reporting.rules.dashboard import PAGES, PARTS
from reporting.rules.frozen import FrozenFigure, as_json, fingerprint
from reporting.selectors import dashboard
from reporting.selectors.gathering import figures_as_at, figures_of
from reporting.services.compiling import no_data


class Command(BaseCommand):
    """The same figures, with the same texts, that the report prints and that the dashboard shows to people without sight."""

    help = (
        "Print figures as JSON, CSV or text: every one of a financial year such as 2025-26; or those of the dashboard for a "
        "quarter (2025-26-q2), a month (2025-m11), an agency, a ward, an age or an ethnic group; or those of actions as at a day."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which days, which part, by what, in which form."""
        parser.add_argument("period", help="2025-26, 2025-26-q2 or 2025-m11")
        for name in PARTS:
            parser.add_argument(f"--{name}", default="", help=f"Only this {name}, in the words of the dashboard.")
        parser.add_argument("--by", default="", help="Also print the parts by this, such as month, agency or source.")
        parser.add_argument("--as-at", default="", help="A day of the year that is over or today, such as 2026-08-20.")
        parser.add_argument("--format", choices=("json", "csv", "text"), default="text")

    def handle(self, *, period: str, format: str, by: str, **options: str) -> None:  # noqa: A002  # the option's name
        """Count and print; days, parts and years that there are not end with a sentence and exit code 1."""
        where = {name: options[name] for name in PARTS if options.get(name)}
        year = _year(period)
        if options.get("as_at"):
            self.stdout.write(_as_at(year, options["as_at"], format, narrowed=bool(where or by)))
            return
        if year is not None and not where and not by:
            self.stdout.write(_whole_year(year, format))
            return
        found = [line for seen in _seen(period, where) for line in _lines(seen, by)]
        if format == "json":
            self.stdout.write(json.dumps({"period": period, "where": where, "figures": found}, ensure_ascii=False, indent=2))
            return
        if format == "csv":
            self.stdout.write(_csv(period, _cut_rows(found)))
            return
        for line in found:
            rate = f", {line['rate']} per 10,000 children" if line["rate"] else ""
            self.stdout.write(f"{line['code']}  {line['now']}  {line['title']} (year before: {line['before']}{rate})")
            for label, number in line["by"].items():
                self.stdout.write(f"    {label}  {number}")


def _year(text: str) -> FinancialYear | None:
    try:
        return FinancialYear.from_label(text)
    except Refused as refused:
        if "-q" in text or "-m" in text:
            return None
        raise CommandError(refused.sentence) from refused


def _whole_year(period: FinancialYear, form: str) -> str:
    figures = figures_of(period)
    if not figures:
        raise CommandError(no_data(period))
    return _told(period.label, figures, form)


def _as_at(year: FinancialYear | None, text: str, form: str, *, narrowed: bool) -> str:
    """The figures that tell any day, as at a day of the year."""
    if narrowed:
        raise CommandError("As at a day figures are told whole: leave out the part and the breakdown.")
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise CommandError(f"{text} is no day. Write it like 2026-08-20.") from wrong
    if year is None or FinancialYear.of(day) != year or day > clock.today():
        raise CommandError(f"{text} is no day of {year.label if year else 'a whole financial year'} that has come.")
    figures = figures_as_at(day)
    if not figures:
        raise CommandError(f"Nothing is known as at {text}.")
    return _told(year.label, figures, form)


def _told(period: str, figures: list[FrozenFigure], form: str) -> str:
    match form:
        case "json":
            return _json(period, figures)
        case "csv":
            return _csv(period, _whole_rows(figures))
    return _text(figures)


COLUMNS = ("Code", "Figure", "By", "Part", "Value", "Year before", "Change", "Source")


def _csv(period: str, found: Iterable[tuple[str, ...]]) -> str:
    """A line for each figure and for each of its parts, in the words of the report: what is hidden is hidden here."""
    table = Table(f"Figures of {period}", tuple(Column(heading) for heading in COLUMNS), found)
    return as_csv(table).decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")


def _whole_rows(figures: Iterable[FrozenFigure]) -> Iterator[tuple[str, ...]]:
    for figure in figures:
        before = figure.earlier.text if figure.earlier else ""
        change = figure.change.sentence if figure.change else ""
        yield figure.code, figure.title, "", "", figure.text, before, change, source_words(figure)
        for by in (one.dimension for one in figure.by):
            for part in figure.parts(by):
                yield figure.code, figure.title, by, part.label, part.text, "", "", source_words(figure)


def _cut_rows(lines: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield line["code"], line["title"], "", "", line["now"], line["before"], "", ""
        for label, number in line["by"].items():
            yield line["code"], line["title"], line["dimension"], label, number, "", "", ""


def _json(year: str, figures: list[FrozenFigure]) -> str:
    frozen = as_json(figures)
    return json.dumps({"year": year, "sha256": fingerprint(frozen), "figures": frozen}, ensure_ascii=False, indent=2)


def _text(figures: list[FrozenFigure]) -> str:
    code, value = max(len(figure.code) for figure in figures), max(len(figure.text) for figure in figures)
    return "\n".join(f"{figure.code:<{code}}  {figure.text:>{value}}  {figure.title}{_before(figure)}" for figure in figures)


def _before(figure: FrozenFigure) -> str:
    return f" ({figure.earlier.period}: {figure.earlier.text})" if figure.earlier else ""


# -- other days and parts of the whole ------------------------------------------------------------------------


def _seen(period: str, where: Mapping[str, str]) -> Iterator[Seen]:
    """Every page of the dashboard as people see it who see no case."""
    for page in PAGES:
        days = dashboard.days_of(page, period, clock.today())
        if days.chosen.key != period:
            raise CommandError(f"{period} is no year, quarter or month that is over or that has a month that is over.")
        known = dashboard.choices(page)
        if not known.keys() >= where.keys():
            continue  # what is counted of work cannot be cut by what children are
        for name, label in where.items():
            if label not in known[name]:
                raise CommandError(f"There is no {name} “{label}”. Choose from: {', '.join(known[name])}.")
        yield Seen(page, days, where, dashboard.counted(page, days, where))


def _lines(seen: Seen, by: str) -> Iterator[dict[str, Any]]:
    for row in rows(seen):
        told = parts(seen.shown(row["code"]), by) if by else ()
        yield {
            "code": row["code"],
            "title": row["title"],
            "now": row["text"],
            "before": row["before"],
            "rate": row["rate"],
            "by": {part.label: part.text for part in told},
            "dimension": by,
        }
