"""Wording and pictures of the dashboard. Nothing here decides what may be shown: `rules.cutting` has done that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from foundation.charts import Chart, bar, line
from foundation.cuts import CutGroup, Where
from foundation.design.words import lower_first
from foundation.figures import FigureKind, FigureSpec
from foundation.numbers import rate_per_10_000, round_half_up
from foundation.spans import Chosen
from reporting.disclosure import Mark
from reporting.rules.cutting import OF_CHILDREN, shown
from reporting.rules.dashboard import PAGES, Page, words_for
from reporting.rules.freezing import Shown
from reporting.rules.frozen import Part
from reporting.rules.words import change_text, printed
from reporting.selectors.dashboard import Counted, Days, population_of

MONTH = "month"
NOT_SHOWN = "–"
MOST_BARS = 24
UNITS = {FigureKind.PERCENTAGE: "%", FigureKind.MONEY: "£"}


@dataclass(frozen=True)
class Seen:
    """Figures as one person sees them, for chosen days and a part of the whole."""

    page: Page
    days: Days
    where: Where
    counted: Counted
    query: Mapping[str, str] = field(default_factory=dict)
    opens: frozenset[str] = frozenset()
    """The sources whose numbers lead the person to the records behind them."""

    @property
    def chosen(self) -> Chosen:
        """The days of the page."""
        return self.days.chosen

    @property
    def sighted(self) -> frozenset[str]:
        """The sources from which nothing is hidden, because the person sees every case behind them."""
        return self.days.sighted

    @property
    def waits(self) -> bool:
        """Whether the days of a month that is not over are left out, because numbers are hidden or rounded."""
        return self.days.exact.span.end != self.chosen.span.end

    def group_of(self, code: str) -> CutGroup:
        """The source of a figure."""
        return next(group for group in self.page.groups if any(spec.code == code for spec in group.specs))

    def shown(self, code: str, *, before: bool = False) -> Shown | None:
        """A figure as it may be shown; None where there is nothing to count."""
        group = self.group_of(code)
        return shown(
            self.page.specs[code],
            (self.counted.before if before else self.counted.now).get(code),
            frozenset(self.where),
            sighted=group.name in self.sighted,
            whole_year=self.days.of(group.name).whole_year,
            of_children=group.of_children,
            hidden=(self.counted.hidden.before if before else self.counted.hidden.year).get(code, frozenset()),
        )

    @property
    def rounds(self) -> bool:
        """Whether numbers of children on this page are rounded."""
        exact = all(group.name in self.sighted or group.of_work for group in self.page.groups)
        return not exact and (bool(self.where) or not self.chosen.whole_year)


def parts(found: Shown | None, name: str) -> tuple[Part, ...]:
    """The parts of a figure by one dimension."""
    return next((breakdown.parts for breakdown in found.by if breakdown.dimension == name), ()) if found else ()


def sections(page: Page, query: Mapping[str, str]) -> list[dict[str, object]]:
    """The pages of the dashboard, with the same days and the same part of the whole."""
    asked = f"?{urlencode(query)}" if query else ""
    return [
        {"text": one.title, "href": reverse("reporting:dashboard_page", args=[one.slug]) + asked, "current": one == page}
        for one in PAGES
    ]


def rows(seen: Seen) -> list[dict[str, Any]]:
    """One row for each figure: now, a year before, how it moved, per 10,000 children, out of what."""
    found = list[dict[str, Any]]()
    for code, spec in seen.page.specs.items():
        now, before = seen.shown(code), seen.shown(code, before=True)
        if now is None and before is None:
            continue
        asked = f"?{urlencode(seen.query)}" if seen.query else ""
        found.append(
            {
                "code": code,
                "title": spec.title,
                "meaning": spec.meaning,
                "href": reverse("reporting:dashboard_figure", args=[seen.page.slug, code]) + asked,
                "text": now.text if now else NOT_SHOWN,
                "before": before.text if before else NOT_SHOWN,
                "change": _change(spec, now, before),
                "rate": _rate(seen, spec, now, seen.where),
                "out_of": _out_of(spec),
                "until": _until(seen, code),
            }
        )
    return found


def _until(seen: Seen, code: str) -> date | None:
    """The last day of a figure, where it is told further than the page is; None where it is not."""
    last = seen.days.of(seen.group_of(code).name).span.end
    return last if last != seen.chosen.span.end else None


def _out_of(spec: FigureSpec) -> str:
    return f"{spec.numerator[:1].upper()}{spec.numerator[1:]}, out of {spec.denominator}" if spec.numerator else ""


def _change(spec: FigureSpec, now: Shown | None, before: Shown | None) -> str:
    if now is None or before is None or now.number is None or before.number is None:
        return NOT_SHOWN
    return change_text(spec.kind, now.number, before.number, before.text, "the year before").short


def _rate(seen: Seen, spec: FigureSpec, found: Shown | None, where: Where) -> str:
    """The rate per 10,000 children of those whom the figure is cut by; nothing where nobody has counted them."""
    number = None if found is None else found.number
    return _rate_text(seen, spec, number, where)


def rate_text(seen: Seen, spec: FigureSpec, name: str, part: Part) -> str:
    """The rate of a part per 10,000 of its children; nothing where nobody has counted those."""
    return _rate_text(seen, spec, part.value, {**seen.where, name: part.label}) if name in OF_CHILDREN else ""


def _rate_text(seen: Seen, spec: FigureSpec, number: object, where: Where) -> str:
    children = population_of(seen.counted.populations, where) if spec.per_10_000 else None
    if children is None or not isinstance(number, int):
        return ""
    return printed(FigureKind.RATE, rate_per_10_000(number, children))


def older_population(seen: Seen) -> str:
    """That rates take an estimate of an earlier year, where the one of the days shown is not known for every part; or nothing."""
    if not seen.counted.older or not any(spec.per_10_000 for spec in seen.page.specs.values()):
        return ""
    years = " and ".join(map(str, seen.counted.older))
    return (
        f"Rates per 10,000 children: the population of {seen.counted.population_year} is not known for every part, "
        f"so that of {years} stands in for it."
    )


# -- pictures -------------------------------------------------------------------------------------------------


def pictures(seen: Seen) -> list[Chart]:
    """The pictures that a page begins with."""
    drawn = [picture(seen, code, name) for code, name in seen.page.pictures if code in seen.page.specs]
    return [chart for chart in drawn if chart is not None]


def picture(seen: Seen, code: str, name: str) -> Chart | None:
    """A figure by one dimension: months as lines beside those of the year before, everything else as bars.

    None where there is nothing to draw, or nothing that may be shown.
    """
    spec, now = seen.page.specs[code], parts(seen.shown(code), name)
    if all(part.value is None for part in now) or (name == MONTH and len(now) == 1):
        return None
    title = f"{spec.title} by {lower_first(words_for(name))}"
    unit = UNITS.get(spec.kind, "")
    if name == MONTH:
        days = seen.days.of(seen.group_of(code).name)
        series = {days.span.label: [_value(part) for part in now]}
        before = parts(seen.shown(code, before=True), name)
        if len(before) == len(now):
            series[days.before.label] = [_value(part) for part in before]
        months = [part.label[:3] for part in now]
        return line(title=title, description=_extremes(now), categories=months, series=series, unit=unit, category_header="Month")
    most = now[:MOST_BARS]
    labels, values = [part.label for part in most], [_value(part) for part in most]
    return bar(
        title=title,
        description=_extremes(most),
        categories=labels,
        values=values,
        unit=unit,
        headers=(words_for(name), spec.title),
    )


def _value(part: Part) -> int | Decimal | None:
    if part.value is None or isinstance(part.value, int):
        return part.value
    return round_half_up(Decimal(part.value), 1)


def _extremes(found: Sequence[Part]) -> str:
    """The largest and the smallest part, for those who do not see the drawing."""
    ordered = sorted((part for part in found if part.value is not None), key=lambda part: Decimal(str(part.value)))
    if not ordered:
        return "No value is shown."
    least, most = ordered[0], ordered[-1]
    return f"Most: {most.label}, {most.text}. Least: {least.label}, {least.text}."


# -- spreadsheets ---------------------------------------------------------------------------------------------


def files(seen: Seen, code: str = "") -> list[dict[str, str]]:
    """The spreadsheets of a page: its overview in two forms; those of a figure: a workbook of all its tables."""
    asked = f"?{urlencode(seen.query)}" if seen.query else ""
    if code:
        return [{"text": "All tables as a workbook (XLSX)", "href": _file(seen, "figure", code, form="xlsx") + asked}]
    forms = (("xlsx", "a workbook (XLSX)"), ("csv", "text (CSV)"))
    return [{"text": f"This table as {words}", "href": _file(seen, "", form=form) + asked} for form, words in forms]


def _file(seen: Seen, what: str, *args: str, form: str) -> str:
    name = f"reporting:dashboard_{what}_file" if what else "reporting:dashboard_file"
    return reverse(name, args=[seen.page.slug, *args, form])


# -- one figure -----------------------------------------------------------------------------------------------


def tables(seen: Seen, code: str) -> list[dict[str, object]]:
    """Every breakdown of a figure: its picture, and a table with the year before and the rate per 10,000 children."""
    spec, now, before = seen.page.specs[code], seen.shown(code), seen.shown(code, before=True)
    found = list[dict[str, object]]()
    for name in spec.breakdowns:
        lines = _lines(seen, spec, name, parts(now, name), parts(before, name))
        if lines:
            found.append(
                {
                    "name": words_for(name),
                    "key": name,
                    "chart": picture(seen, code, name),
                    "rows": lines,
                    "csv": _file(seen, "part", code, name, form="csv") + (f"?{urlencode(seen.query)}" if seen.query else ""),
                    "rated": any(one["rate"] for one in lines),
                }
            )
    return found


def _lines(seen: Seen, spec: FigureSpec, name: str, now: Sequence[Part], before: Sequence[Part]) -> list[dict[str, str]]:
    earlier = {part.label: part.text for part in before}
    if name == MONTH:
        earlier = {mine.label: theirs.text for mine, theirs in zip(now, before, strict=False)}
    return [
        {
            "label": part.label,
            "text": part.text,
            "before": earlier.get(part.label, NOT_SHOWN),
            "rate": rate_text(seen, spec, name, part),
            "href": behind(seen, spec, name, part),
        }
        for part in now
    ]


def behind(seen: Seen, spec: FigureSpec, name: str, part: Part) -> str:
    """The list of the records behind a number, for those who may open it; empty for everybody else."""
    group = seen.group_of(spec.code)
    counts = spec.kind in {FigureKind.COUNT, FigureKind.STATE} and name != MONTH
    if not counts or group.name not in seen.opens or not part.value:
        return ""
    asked = {**seen.query, "period": seen.chosen.key, "figure": spec.code, name: part.label}
    return f"{reverse(group.behind)}?{urlencode(asked)}"


def chips(query: Mapping[str, str], periods: Mapping[str, str], url: str) -> list[dict[str, str]]:
    """The filters in use, each with the address without it."""
    found = []
    for name, value in query.items():
        rest = urlencode({key: other for key, other in query.items() if key != name})
        label = "Period" if name == "period" else words_for(name)
        found.append({"text": f"{label}: {periods.get(value, value)}", "href": f"{url}?{rest}" if rest else url})
    return found


LEGEND = {
    Mark.HIDDEN: "a small number, or one from which a small number could be worked out, is not shown",
    Mark.SMALL_BASE: "a percentage of fewer than 20 is not shown",
    Mark.NO_BASE: "there is nothing to take a share of",
}
