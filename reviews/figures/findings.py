"""What cases found: how many findings, about which themes, and how many led to a recommendation."""

from collections.abc import Iterator, Sequence

from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, Period, counted, figures, share
from foundation.small_numbers import SMALL
from reviews.models import Finding

EVENTS = DisclosureClass.EVENTS

SPECS = (
    FigureSpec(
        "reviews.findings",
        "Findings of reviews",
        "What serious incidents and reviews found in the days that are counted, by what it is.",
        "findings",
        EVENTS,
        FigureKind.COUNT,
        breakdowns=("finding",),
    ),
    FigureSpec(
        "reviews.themes",
        "Themes of findings",
        "How often the findings of the days that are counted named a theme. A finding may name several. Themes that few findings"
        " named are told together.",
        "times",
        EVENTS,
        FigureKind.COUNT,
        breakdowns=("theme",),
    ),
    FigureSpec(
        "reviews.findings_answered",
        "Findings that led to a recommendation",
        "Of the findings that are not good practice those of which a recommendation came.",
        "findings",
        EVENTS,
        FigureKind.PERCENTAGE,
        numerator="findings with a recommendation",
        denominator="findings that are not good practice",
    ),
)
WRITTEN = "(f.written_at AT TIME ZONE 'Europe/London')::date BETWEEN %(start)s AND %(end)s AND f.struck_at IS NULL"
KNOWN = "SELECT EXISTS (SELECT FROM reviews_finding WHERE (written_at AT TIME ZONE 'Europe/London')::date <= %(end)s)"
BY_KIND = f"""
SELECT f.kind, count(*), count(*) FILTER (WHERE EXISTS (
           SELECT FROM reviews_findingrecommendation r WHERE r.finding_id = f.id
           AND (r.made_at AT TIME ZONE 'Europe/London')::date <= %(end)s))
FROM reviews_finding f WHERE {WRITTEN} GROUP BY f.kind ORDER BY 2 DESC, 1
"""  # noqa: S608  # fixed words only
BY_THEME = f"""
SELECT t.name, count(*) FROM reviews_finding f JOIN reviews_findingtheme tag ON tag.finding_id = f.id
JOIN board_theme t ON t.id = tag.theme_id WHERE {WRITTEN} GROUP BY t.name ORDER BY 2 DESC, 1
"""  # noqa: S608  # fixed words only


OTHERS = "Named by few findings"


def _told(rows: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Themes by name; those that so few findings named that one case could be behind them stand together."""
    named = {name: number for name, number in rows if number > SMALL}
    few = sum(number for _name, number in rows if number <= SMALL)
    return {**named, OTHERS: few} if few else named


@figures("reviews.findings", specs=SPECS)
def gather_findings(days: Period, cursor: Cursor) -> Iterator[FigureValue]:
    """The findings that were written down in some days."""
    asked = {"start": days.start, "end": days.end}
    cursor.execute(KNOWN, asked)
    ((known,),) = cursor.fetchall()
    if not known:
        return
    cursor.execute(BY_KIND, asked)
    rows = cursor.fetchall()
    cursor.execute(BY_THEME, asked)
    themes = _told(cursor.fetchall())
    kinds = {str(Finding.Kind(kind).label): number for kind, number, _answered in rows}
    yield counted("reviews.findings", days, sum(kinds.values()), by={"finding": kinds})
    yield counted("reviews.themes", days, sum(themes.values()), by={"theme": themes})
    faults = [(number, answered) for kind, number, answered in rows if kind != Finding.Kind.GOOD]
    yield share("reviews.findings_answered", days, sum(row[1] for row in faults), sum(row[0] for row in faults))
