"""Recommendations: how many there are, from where, and what had become of them on a day."""

from collections.abc import Iterator

from board.figures.actions import STOOD, days_of
from board.models import Recommendation
from board.rules import State
from foundation.cuts import Days, of_work
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, counted, share

EVENTS = DisclosureClass.EVENTS
WAITING, REFUSED = (str(one.label) for one in (Recommendation.Response.WAITING, Recommendation.Response.NOT))
NO_ACTION, UNDER_WAY = "Accepted, no action yet", "Actions under way"
NO_EVIDENCE, CHANGED = "Done, no evidence of change yet", "Done, with evidence of change"
STATES = (WAITING, REFUSED, NO_ACTION, UNDER_WAY, NO_EVIDENCE, CHANGED)
"""What can have become of a recommendation. There is evidence of change where each of its actions is embedded: whoever looked
again wrote down what it has changed."""

SPECS = (
    FigureSpec(
        "recommendations.all",
        "Recommendations",
        "Every recommendation that was recorded by the last day, by what had become of it and by where it came from.",
        "recommendations",
        EVENTS,
        FigureKind.STATE,
        breakdowns=("state", "source"),
    ),
    FigureSpec(
        "recommendations.recorded",
        "Recommendations recorded",
        "Recommendations that were recorded in the days that are counted, by where they came from.",
        "recommendations",
        EVENTS,
        FigureKind.COUNT,
        breakdowns=("source",),
    ),
    FigureSpec(
        "recommendations.done",
        "Recommendations done",
        "Of the recommendations that were not refused those of which every action was done on the last day.",
        "recommendations",
        EVENTS,
        FigureKind.PERCENTAGE,
        breakdowns=("source",),
        numerator="recommendations with every action done",
        denominator="recommendations that were not refused",
    ),
    FigureSpec(
        "recommendations.no_evidence",
        "Recommendations done without evidence of change",
        "Recommendations of which every action was done on the last day, and of some nobody had written what it has changed.",
        "recommendations",
        EVENTS,
        FigureKind.STATE,
        breakdowns=("source",),
    ),
)

# Each recommendation as it was at the end of a day: the last answer up to then, and the actions that answered it then, which are
# those of today without what was added since and with what was taken off since.
RECOMMENDATIONS = f"""{STOOD},
     changed AS (
        SELECT DISTINCT ON (event.subject_reference, named.action)
               event.subject_reference AS recommendation, named.action, named.answered
        FROM foundation_domainevent event
        CROSS JOIN LATERAL (
            SELECT unnest(string_to_array(event.data ->> 'added', ' ')) AS action, false AS answered
            UNION ALL SELECT unnest(string_to_array(event.data ->> 'removed', ' ')), true) named
        WHERE event.subject_kind = 'recommendation' AND event.verb = 'board.recommendation_answered' AND event.at >= %(after)s
        ORDER BY event.subject_reference, named.action, event.at, event.id),
     linked AS (
        SELECT answer.recommendation_id, answer.action_id
        FROM board_actionrecommendation answer
        JOIN board_recommendation recommendation ON recommendation.id = answer.recommendation_id
        JOIN board_action action ON action.id = answer.action_id
        WHERE NOT EXISTS (SELECT FROM changed WHERE changed.recommendation = recommendation.reference
                            AND changed.action = action.reference AND NOT changed.answered)
        UNION
        SELECT recommendation.id, action.id
        FROM changed JOIN board_recommendation recommendation ON recommendation.reference = changed.recommendation
        JOIN board_action action ON action.reference = changed.action WHERE changed.answered),
     far AS (
        SELECT linked.recommendation_id, count(*) AS actions,
               count(*) FILTER (WHERE stood.state = ANY(%(done)s)) AS done,
               count(*) FILTER (WHERE stood.state = 'embedded') AS embedded
        FROM linked JOIN stood ON stood.id = linked.action_id WHERE stood.state <> 'withdrawn' GROUP BY 1),
     each AS (
        SELECT recommendation.id, recommendation.source, recommendation.added_on,
               coalesce((SELECT event.data ->> 'response' FROM foundation_domainevent event
                         WHERE event.subject_kind = 'recommendation' AND event.subject_reference = recommendation.reference
                           AND event.verb = 'board.recommendation_responded' AND event.at < %(after)s
                         ORDER BY event.at DESC, event.id DESC LIMIT 1),
                        CASE WHEN recommendation.responded_at < %(after)s THEN recommendation.response END,
                        'waiting') AS response,
               coalesce(far.actions, 0) AS actions, coalesce(far.done, 0) AS done, coalesce(far.embedded, 0) AS embedded
        FROM board_recommendation recommendation LEFT JOIN far ON far.recommendation_id = recommendation.id
        WHERE recommendation.added_on <= %(day)s)
SELECT source, added_on >= %(start)s AS recorded,
       CASE WHEN response = 'not' THEN %(refused)s
            WHEN actions = 0 AND response = 'waiting' THEN %(waiting)s
            WHEN actions = 0 THEN %(no_action)s
            WHEN done < actions THEN %(under_way)s
            WHEN embedded < actions THEN %(no_evidence)s ELSE %(changed)s END AS stood, count(*)
FROM each GROUP BY 1, 2, 3
"""  # noqa: S608  # fixed words only


@of_work("board.recommendations", specs=SPECS)
def gather_recommendations(days: Days, cursor: Cursor) -> Iterator[FigureValue]:
    """What had become of the recommendations at the end of the last day: what changed afterwards changes no figure of then."""
    words = {"refused": REFUSED, "waiting": WAITING, "no_action": NO_ACTION, "under_way": UNDER_WAY, "no_evidence": NO_EVIDENCE}
    done_states = [str(State.DONE), str(State.EMBEDDED)]
    cursor.execute(RECOMMENDATIONS, {**days_of(days.end, days.start), **words, "changed": CHANGED, "done": done_states})
    rows = cursor.fetchall()
    if not rows:
        return
    states = dict.fromkeys(STATES, 0)
    by_source: dict[str, dict[str, int]] = {}
    recorded: dict[str, int] = {}
    for code, is_new, stood, number in rows:
        source = str(Recommendation.Source(code).label)
        states[stood] += number
        of_source = by_source.setdefault(source, dict.fromkeys(STATES, 0))
        of_source[stood] += number
        recorded[source] = recorded.get(source, 0) + (number if is_new else 0)
    sums = {source: sum(of_source.values()) for source, of_source in by_source.items()}
    in_order = sorted(sums, key=lambda source: (-sums[source], source))
    yield counted(
        "recommendations.all",
        days,
        sum(sums.values()),
        by={"state": states, "source": {source: sums[source] for source in in_order}},
        as_at=days.end,
    )
    new = {source: recorded[source] for source in in_order if recorded[source]}
    yield counted("recommendations.recorded", days, sum(new.values()), by={"source": new})
    done = {
        source: (by_source[source][NO_EVIDENCE] + by_source[source][CHANGED], sums[source] - by_source[source][REFUSED])
        for source in in_order
        if sums[source] > by_source[source][REFUSED]
    }
    sum_done, sum_all = (sum(pair[place] for pair in done.values()) for place in (0, 1))
    yield share("recommendations.done", days, sum_done, sum_all, by={"source": done})
    silent = {source: by_source[source][NO_EVIDENCE] for source in in_order if by_source[source][NO_EVIDENCE]}
    yield counted("recommendations.no_evidence", days, states[NO_EVIDENCE], by={"source": silent}, as_at=days.end)
