"""What the library publishes: versions of the arrangements, policies by state, letters and replies, reforms by state."""

from collections.abc import Iterator

from board.models import LetterAddressee, ReformState
from board.rules import POLICY_STATES, REVIEW_SOON_DAYS
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, counted, figures, share

EVENTS = DisclosureClass.EVENTS
NO_REPLY = "No reply yet"

ARRANGEMENTS_SPECS = (
    FigureSpec(
        "arrangements.published",
        "Versions of the arrangements published",
        "Versions of the multi-agency safeguarding arrangements that were published in the year.",
        "versions",
        EVENTS,
        FigureKind.COUNT,
    ),
)
POLICY_SPECS = (
    FigureSpec(
        "policies.in_use",
        "Policies in use",
        "Policies of the library that were not withdrawn, by how their review stood on the last day.",
        "policies",
        EVENTS,
        FigureKind.STATE,
        breakdowns=("state",),
    ),
    FigureSpec(
        "policies.in_date",
        "Policies in date",
        "Of the policies in use those whose review was not overdue on the last day.",
        "policies",
        EVENTS,
        FigureKind.PERCENTAGE,
        numerator="policies in use whose review was not overdue",
        denominator="policies in use",
    ),
)
LETTER_SPECS = (
    FigureSpec(
        "letters.sent",
        "Letters of the executive",
        "Letters of the executive that asked for a reply and were sent in the year.",
        "letters",
        EVENTS,
        FigureKind.COUNT,
    ),
    FigureSpec(
        "letters.addressees",
        "Agencies and others asked by letter",
        "To whom the letters of the year had gone by its last day, by what they had replied by then.",
        "addressees",
        EVENTS,
        FigureKind.COUNT,
        breakdowns=("reply",),
    ),
    FigureSpec(
        "letters.replied",
        "Letters replied to",
        "Of those to whom the letters of the year had gone by its last day, who had replied by then.",
        "addressees",
        EVENTS,
        FigureKind.PERCENTAGE,
        numerator="addressees who had replied",
        denominator="addressees of the year’s letters",
    ),
)
REFORM_SPECS = (
    FigureSpec(
        "reforms.followed",
        "National reforms",
        "National reforms that the partnership follows, by how far each was on the last day.",
        "reforms",
        EVENTS,
        FigureKind.STATE,
        breakdowns=("state",),
    ),
)

ARRANGEMENTS = """
SELECT count(*) FILTER (WHERE published_on BETWEEN %(start)s AND %(end)s), count(*)
FROM board_arrangements WHERE published_on <= %(end)s
"""

# Each policy by the version that held at the end of a day, or the review since that left it as it is; what was approved, reviewed
# or withdrawn later changes nothing.
POLICIES = """
SELECT CASE WHEN held.review_due_on < %(end)s THEN 'overdue'
            WHEN held.review_due_on <= %(soon)s THEN 'review_due' ELSE 'current' END, count(*)
FROM board_policy policy
JOIN LATERAL (SELECT said.review_due_on
              FROM (SELECT version.approved_on AS said_on, 0 AS after, version.id, version.review_due_on
                    FROM board_policyversion version WHERE version.policy_id = policy.id
                    UNION ALL
                    SELECT review.reviewed_on, 1, review.id, review.review_due_on
                    FROM board_policyreview review JOIN board_policyversion version ON version.id = review.policy_version_id
                    WHERE version.policy_id = policy.id) said
              WHERE said.said_on <= %(end)s
              ORDER BY said.said_on DESC, said.after DESC, said.id DESC LIMIT 1) held ON true
WHERE policy.withdrawn_on IS NULL OR policy.withdrawn_on > %(end)s
GROUP BY 1
"""

LETTERS = """
SELECT letter.id, CASE WHEN addressee.replied_on <= %(end)s THEN addressee.reply ELSE '' END, count(addressee.id)
FROM board_letter letter
LEFT JOIN board_letteraddressee addressee ON addressee.letter_id = letter.id AND addressee.sent_on <= %(end)s
WHERE letter.sent_on BETWEEN %(start)s AND %(end)s GROUP BY 1, 2
"""

REFORMS = """
SELECT coalesce((SELECT entry.state FROM board_reformentry entry
                 WHERE entry.reform_id = reform.id AND entry.happened_on <= %(end)s
                 ORDER BY entry.happened_on DESC, entry.id DESC LIMIT 1), 'not_begun'), count(*)
FROM board_reform reform WHERE reform.added_on <= %(end)s GROUP BY 1
"""


@figures("board.arrangements", specs=ARRANGEMENTS_SPECS)
def gather_arrangements(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """How often the arrangements were published anew; nothing before the first version."""
    cursor.execute(ARRANGEMENTS, {"start": year.start, "end": year.end})
    published, known = cursor.fetchone()
    if known:
        yield counted("arrangements.published", year, published)


@figures("board.policies", specs=POLICY_SPECS)
def gather_policies(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """How the policies in use stood on 31 March."""
    soon = year.end.fromordinal(year.end.toordinal() + REVIEW_SOON_DAYS)
    cursor.execute(POLICIES, {"end": year.end, "soon": soon})
    found = dict(cursor.fetchall())
    if found:
        states = {POLICY_STATES[state]: found.get(state, 0) for state in ("current", "review_due", "overdue")}
        total = sum(states.values())
        yield counted("policies.in_use", year, total, by={"state": states}, as_at=year.end)
        yield share("policies.in_date", year, total - found.get("overdue", 0), total)


@figures("board.letters", specs=LETTER_SPECS)
def gather_letters(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """The letters of the year, and who had replied by its last day."""
    cursor.execute(LETTERS, {"start": year.start, "end": year.end})
    rows = cursor.fetchall()
    if not rows:
        return
    replies = {str(label): 0 for label in (*LetterAddressee.Reply.labels, NO_REPLY)}
    for _letter, reply, number in rows:
        replies[str(LetterAddressee.Reply(reply).label) if reply else NO_REPLY] += number
    total = sum(replies.values())
    yield counted("letters.sent", year, len({letter for letter, _reply, _number in rows}))
    yield counted("letters.addressees", year, total, by={"reply": replies})
    yield share("letters.replied", year, total - replies[NO_REPLY], total)


@figures("board.reforms", specs=REFORM_SPECS)
def gather_reforms(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """How far the reforms were on 31 March."""
    cursor.execute(REFORMS, {"end": year.end})
    found = dict(cursor.fetchall())
    if found:
        states = {str(label): found.get(state, 0) for state, label in ReformState.choices}
        yield counted("reforms.followed", year, sum(states.values()), by={"state": states}, as_at=year.end)
