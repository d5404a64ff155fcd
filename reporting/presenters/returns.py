"""Wording of rounds of returns, of returns, and of what reviewers said."""

from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse
from django.utils.safestring import SafeString

from foundation.design import words
from foundation.exports import Column, Kind, Table
from foundation.markdown import to_html
from reporting.models import AgencyReturn, ReturnReview, ReturnRound
from reporting.rules.returns import WAITED_FOR, headings_of
from reporting.selectors.returns import ReturnRow, RoundRow
from work.models import Question
from work.presenters.replies import answer_words
from work.rules.questions import Value, is_blank

State = AgencyReturn.State
COLOURS = {
    State.OPEN: "grey",
    State.DRAFT: "blue",
    State.SUBMITTED: "yellow",
    State.SENT_BACK: "orange",
    State.ACCEPTED: "green",
    State.IN_REPORT: "green",
    State.WITHDRAWN: "grey",
    State.NOT_MADE: "red",
}
LOWEST = 5


def round_rows(rounds: Iterable[RoundRow]) -> list[dict[str, object]]:
    """The rounds of a year."""
    return [
        {
            "href": reverse("reporting:return_round", args=[row.round.reference]),
            "title": row.round.questionnaire.title,
            "due_on": row.round.due_on,
            "came": f"{row.received} of {row.asked}",
            "accepted": row.accepted,
            "late": row.late,
            "state": row.round.get_state_display(),
            "colour": "blue" if row.round.state == ReturnRound.State.OPEN else "grey",
        }
        for row in rounds
    ]


def round_numbers(rows: Sequence[ReturnRow]) -> list[dict[str, object]]:
    """How the returns of a round stand."""
    standing = [row for row in rows if row.given.state != State.WITHDRAWN]
    late = sum(row.given.state in WAITED_FOR and row.late > 0 for row in standing)
    return [
        {"number": len(standing), "label": "asked for", "tone": ""},
        {"number": sum(row.given.received_at is not None for row in standing), "label": "received", "tone": ""},
        {"number": sum(row.given.state == State.SUBMITTED for row in standing), "label": "to be read", "tone": ""},
        {"number": late, "label": "late", "tone": "late" if late else ""},
    ]


def chased_words(returns: int, agencies: int) -> str:
    """How many agencies were reminded, and of how many returns."""
    if not returns:
        return "Nobody was reminded: no return is late, or each was chased today already."
    reminded = words.counted(agencies, "agency was", "agencies were")
    return f"{reminded} reminded by email of {words.counted(returns, 'late return')}."


def late_words(row: ReturnRow) -> str:
    """How late a return is, or came."""
    return words.counted(row.late, "day") if row.late else ""


def return_lines(rows: Iterable[ReturnRow], *, acts: bool) -> list[dict[str, object]]:
    """The returns of a round. `acts`: for those who read and chase them."""
    return [
        {
            "given": row.given,
            "href": reverse("reporting:agency_return", args=[row.given.reference]) if acts else "",
            "name": row.given.made_by,
            "second": row.given.agency.name if row.given.group else "",
            "state": row.given.get_state_display(),
            "colour": COLOURS[State(row.given.state)],
            "late": late_words(row),
            "words": words.thousands(row.words),
            "who": row.who,
            "on_paper": bool(row.given.on_paper_from),
            "chase_url": reverse("reporting:chase_return", args=[row.given.reference]) if acts and row.may_chase else "",
        }
        for row in rows
    ]


def round_table(of: ReturnRound, rows: Iterable[ReturnRow]) -> Table:
    """The overview of a round as a spreadsheet."""
    columns = (
        Column("Agency"),
        Column("Working group"),
        Column("State"),
        Column("Due", Kind.DATE),
        Column("Received", Kind.MOMENT),
        Column("Days late", Kind.WHOLE),
        Column("Words", Kind.WHOLE),
        Column("Who"),
        Column("On paper"),
    )
    lines = (
        (
            row.given.agency.name,
            row.given.group,
            row.given.get_state_display(),
            row.given.round.due_on,
            row.given.received_at,
            row.late,
            row.words,
            row.who,
            bool(row.given.on_paper_from),
        )
        for row in rows
    )
    return Table(f"{of.questionnaire.title}, {of.year}", columns, lines)


def return_summary(given: AgencyReturn, names: Mapping[str, str]) -> list[dict[str, str]]:
    """How a return stands."""
    rows = [("Agency", given.agency.name)]
    if given.group:
        rows.append(("Working group", given.group))
    rows += [("State", str(given.get_state_display())), ("Due", words.date(given.due_on))]
    if given.submitted_at is not None:
        who = names.get(given.submitted_by, "")
        how = f"typed in by {who}, given by {given.on_paper_from} on paper" if given.on_paper_from else f"sent by {who}"
        rows.append(("Received", f"{words.moment(given.submitted_at)}, {how}"))
    if given.accepted_at is not None:
        rows.append(("Accepted", f"{words.moment(given.accepted_at)}, by {names.get(given.accepted_by, '')}"))
    if given.withdrawn_reason:
        rows.append(("Why it was withdrawn", given.withdrawn_reason))
    return [{"key": key, "value": value} for key, value in rows]


def return_parts(questions: Sequence[Question], answers: Mapping[str, Value]) -> list[dict[str, object]]:
    """What was returned, heading by heading, as the report prints it."""
    by_key = {question.key: question for question in questions}
    parts: list[dict[str, object]] = []
    for heading in headings_of(questions):
        texts = [
            {"title": part.title, "html": _html(by_key[part.key], answers[part.key])}
            for part in heading.parts
            if not is_blank(answers.get(part.key))
        ]
        parts.append({"title": f"{heading.number}. {heading.title}", "texts": texts})
    return parts


def _html(question: Question, value: Value) -> str | SafeString:
    if question.kind in (Question.Kind.TEXT, Question.Kind.LONG_TEXT):
        return to_html(str(value), top_heading=LOWEST)
    return answer_words(question, value)


def review_rows(reviews: Iterable[ReturnReview], names: Mapping[str, str]) -> list[dict[str, object]]:
    """What reviewers said, newest first."""
    return [
        {
            "decision": review.get_decision_display(),
            "when": words.moment(review.reviewed_at),
            "who": names.get(review.reviewed_by, ""),
            "comments": review.comments,
        }
        for review in reviews
    ]
