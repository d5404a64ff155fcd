"""The children of serious incidents: each feature by itself, never two together, and always suppressed where they are few."""

from collections.abc import Iterator

from children.rules import ETHNICITIES
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, Period, counted, figures
from reviews.models import Harm, KnownToCare

SPECS = (
    FigureSpec(
        "incidents.children",
        "Children of serious incidents",
        "Children to whom the serious incidents happened that were notified in the year.",
        "children",
        DisclosureClass.SENSITIVE,
        FigureKind.COUNT,
        breakdowns=("age", "sex", "ethnicity", "harm", "social_care"),
    ),
)
AGES = ("Under 1", "1 to 4", "5 to 9", "10 to 14", "15 to 17", "18 and over")
KNOWN = "SELECT EXISTS (SELECT FROM reviews_seriousincident WHERE notified_on <= %(end)s)"
CHILDREN = """
SELECT CASE WHEN years NOT BETWEEN 0 AND 25 THEN 'Not known'
            WHEN years < 1 THEN 'Under 1' WHEN years < 5 THEN '1 to 4' WHEN years < 10 THEN '5 to 9'
            WHEN years < 15 THEN '10 to 14'
            WHEN years < 18 THEN '15 to 17' ELSE '18 and over' END, sex, ethnicity, harm, known_to_care, count(*)
FROM (SELECT extract(year FROM age(i.happened_on, c.birth_date)) AS years, c.sex, c.ethnicity, i.harm, c.known_to_care
      FROM reviews_casechild c JOIN reviews_seriousincident i ON i.case_id = c.case_id
      WHERE i.notified_on BETWEEN %(start)s AND %(end)s) each
GROUP BY 1, 2, 3, 4, 5
"""
SEXES = {"F": "Girls", "M": "Boys", "U": "Not known"}
UNKNOWN = "Not known"


@figures("reviews.children", specs=SPECS)
def gather_children(period: Period, cursor: Cursor) -> Iterator[FigureValue]:
    """The children of the incidents of which the national panel was notified in a year."""
    cursor.execute(KNOWN, {"end": period.end})
    ((known,),) = cursor.fetchall()
    if not known:
        return
    cursor.execute(CHILDREN, {"start": period.start, "end": period.end})
    rows = cursor.fetchall()
    groups, ethnicities = dict.fromkeys(AGES, 0), dict(ETHNICITIES)
    by: dict[str, dict[str, int]] = {"age": groups, "sex": {}, "ethnicity": {}, "harm": {}, "social_care": {}}
    for age, sex, ethnicity, harm, known, number in rows:
        told = {
            "age": age,
            "sex": SEXES[sex],
            "ethnicity": str(ethnicities.get(ethnicity, UNKNOWN)),
            "harm": str(Harm(harm).label),
            "social_care": str(KnownToCare(known).label),
        }
        for dimension, label in told.items():
            by[dimension][label] = by[dimension].get(label, 0) + number
    yield counted("incidents.children", period, sum(row[-1] for row in rows), by=by)
