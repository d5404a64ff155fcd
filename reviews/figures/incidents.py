"""Serious incidents and rapid reviews as work of the partnership: how many, and how many in time."""

from collections.abc import Iterator

from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, Period, counted, figures, share
from reviews.models import CaseKind

EVENTS = DisclosureClass.EVENTS

SPECS = (
    FigureSpec(
        "incidents.notified",
        "Serious incidents notified",
        "Serious incidents of which the national panel was notified in the days that are counted.",
        "incidents",
        EVENTS,
        FigureKind.COUNT,
    ),
    FigureSpec(
        "incidents.in_time",
        "Serious incidents notified in time",
        "Of the serious incidents that were notified those of which the notification was sent within its limit of working days,"
        " counted from when the local authority became aware.",
        "incidents",
        EVENTS,
        FigureKind.PERCENTAGE,
        numerator="incidents notified within the limit",
        denominator="incidents notified",
    ),
    FigureSpec(
        "reviews.rapid",
        "Rapid reviews",
        "Rapid reviews of serious incidents that the partnership completed and sent to the national panel.",
        "reviews",
        EVENTS,
        FigureKind.COUNT,
    ),
    FigureSpec(
        "reviews.rapid_in_time",
        "Rapid reviews in time",
        "Of the rapid reviews that were sent those that were sent within their limit of working days, counted from the"
        " notification.",
        "reviews",
        EVENTS,
        FigureKind.PERCENTAGE,
        numerator="rapid reviews sent within the limit",
        denominator="rapid reviews sent",
    ),
    FigureSpec(
        "reviews.opened",
        "Cases opened to learn from",
        "Serious incidents and reviews that the partnership opened in the days that are counted, by their kind.",
        "cases",
        EVENTS,
        FigureKind.COUNT,
        breakdowns=("case_kind",),
    ),
)
COUNTS = """
SELECT count(*) FILTER (WHERE notified_on BETWEEN %(start)s AND %(end)s),
       count(*) FILTER (WHERE notified_on BETWEEN %(start)s AND %(end)s AND notified_on <= notify_due_on),
       count(*) FILTER (WHERE sent_on BETWEEN %(start)s AND %(end)s),
       count(*) FILTER (WHERE sent_on BETWEEN %(start)s AND %(end)s AND sent_on <= review_due_on)
FROM reviews_seriousincident
"""
KNOWN = """
SELECT EXISTS (SELECT FROM reviews_seriousincident WHERE happened_on <= %(end)s)
    OR EXISTS (SELECT FROM reviews_case
               WHERE (opened_at AT TIME ZONE 'Europe/London')::date <= %(end)s AND kind <> ALL(%(elsewhere)s))
"""
OPENED = """
SELECT kind, count(*) FROM reviews_case
WHERE (opened_at AT TIME ZONE 'Europe/London')::date BETWEEN %(start)s AND %(end)s AND kind <> ALL(%(elsewhere)s)
GROUP BY kind ORDER BY count(*) DESC, kind
"""
COUNTED_ELSEWHERE = ["death"]
"""Kinds of case of which even the number is told by rules of its own."""


@figures("reviews.incidents", specs=SPECS)
def gather_incidents(days: Period, cursor: Cursor) -> Iterator[FigureValue]:
    """Incidents and rapid reviews of some days, each on the day of its notification or sending.

    Nothing of days before the first case: what was returned for them then stands.
    """
    asked = {"start": days.start, "end": days.end, "elsewhere": COUNTED_ELSEWHERE}
    cursor.execute(KNOWN, asked)
    ((known,),) = cursor.fetchall()
    if not known:
        return
    cursor.execute(COUNTS, asked)
    ((notified, in_time, sent, sent_in_time),) = cursor.fetchall()
    cursor.execute(OPENED, asked)
    opened = {str(CaseKind(kind).label): number for kind, number in cursor.fetchall()}
    yield counted("incidents.notified", days, notified)
    yield share("incidents.in_time", days, in_time, notified)
    yield counted("reviews.rapid", days, sent)
    yield share("reviews.rapid_in_time", days, sent_in_time, sent)
    yield counted("reviews.opened", days, sum(opened.values()), by={"case_kind": opened})
