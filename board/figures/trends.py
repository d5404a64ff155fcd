"""The trends map: how often each theme of the shared vocabulary came from reviews, audits, inspections and challenges."""

from collections.abc import Iterator

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

SOURCES = {
    "Reviews": ("review", "national"),
    "Audits": ("audit", "section_11"),
    "Inspections": ("inspection",),
    "Challenges": ("challenge",),
    "Others": ("meeting", "business_plan", "complaint"),
}
"""Columns of the map, and the sources of recommendations that stand in each; challenges that are tagged count too."""
TRENDS = TextTable(
    "themes.trends",
    "Themes by where they came from",
    "How often the recommendations and challenges made by the last day of the year are tagged with each theme, by their source.",
    ("Theme", *SOURCES, "All"),
)
TRENDS_SQL = """
SELECT theme.name, found.source, count(*) FROM (
    SELECT tag.theme_id, recommendation.source FROM board_recommendationtheme tag
    JOIN board_recommendation recommendation ON recommendation.id = tag.recommendation_id WHERE recommendation.made_on <= %(end)s
    UNION ALL
    SELECT tag.theme_id, 'challenge' FROM board_challengetheme tag
    JOIN board_challenge challenge ON challenge.id = tag.challenge_id WHERE challenge.raised_on <= %(end)s
) found JOIN board_theme theme ON theme.id = found.theme_id GROUP BY theme.name, found.source
"""


@text_tables("board.trends", tables=(TRENDS,))
def gather_trends(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """The theme that came most often first, and a row that sums all; nothing before the first theme."""
    cursor.execute(TRENDS_SQL, {"end": year.end})
    places = {source: place for place, sources in enumerate(SOURCES.values()) for source in sources}
    counted: dict[str, list[int]] = {}
    for theme, source, number in cursor.fetchall():
        counted.setdefault(theme, [0] * len(SOURCES))[places[source]] += number
    if not counted:
        return
    ordered = sorted(counted.items(), key=lambda item: (-sum(item[1]), item[0]))
    sums = [sum(column) for column in zip(*counted.values(), strict=True)]
    yield worded(
        TRENDS.code, year, [(name, *map(str, [*numbers, sum(numbers)])) for name, numbers in [*ordered, ("All themes", sums)]]
    )
