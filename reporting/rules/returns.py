"""How a return for the yearly report moves from state to state, when it is late, and what an edition keeps of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from foundation.clock import LONDON
from foundation.design import words
from foundation.states import Transition
from reporting.models import AgencyReturn, ReturnRound
from work.models import Question
from work.rules.questions import Value, is_blank

State = AgencyReturn.State
RETURN = "reporting.return"
"""The kind of the request by which a return is asked for."""
SHAPE = "reporting.return"
"""The kind of the questionnaires that are the shapes of returns."""
SUBJECT = "agency_return"
"""The kind of record of a return."""

WAITED_FOR = (State.OPEN, State.DRAFT, State.SENT_BACK)
"""Its agency has something to do."""
IN_HAND = (State.SUBMITTED, State.ACCEPTED, State.IN_REPORT)
"""What its agency gave last stands in it, and the agency writes nothing in it."""
PRINTED = (State.ACCEPTED, State.IN_REPORT)
_READ = "Somebody else has read this return already, or it has not come yet."
RETURN_TRANSITIONS = (
    Transition("write", (State.OPEN, State.DRAFT, State.SENT_BACK), State.DRAFT, "This return is not asked for any more."),
    Transition("submit", WAITED_FOR, State.SUBMITTED, "This return has come already, or is not asked for any more."),
    Transition("accept", (State.SUBMITTED,), State.ACCEPTED, _READ),
    Transition("send_back", (State.SUBMITTED, State.ACCEPTED, State.IN_REPORT), State.SENT_BACK, _READ),
    Transition("print", (State.ACCEPTED, State.IN_REPORT), State.IN_REPORT, "Only an accepted return goes into a report."),
    Transition("withdraw", WAITED_FOR, State.WITHDRAWN, "Only a return that is waited for can be withdrawn."),
    Transition("close", WAITED_FOR, State.NOT_MADE, "Only a return that is waited for can be given up."),
    Transition("ask_again", (State.WITHDRAWN, State.NOT_MADE), State.OPEN, "This return is asked for already."),
)


def comes_again(given: AgencyReturn) -> bool:
    """Whether it has come before and was sent back: its agency has yet to change it, or is writing."""
    return given.state in (State.SENT_BACK, State.DRAFT) and given.received_at is not None


def days_late(given: AgencyReturn, today: date) -> int:
    """How many days after the round's day it came first, or how many have passed without it; 0 where it is not late."""
    if given.received_at is not None:
        came = given.received_at.astimezone(LONDON).date()
    elif given.state in WAITED_FOR:
        came = today
    else:
        return 0
    return max(0, (came - given.round.due_on).days)


# -- what an edition keeps ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PrintedPart:
    """One text, or table of texts, under a heading. `title` is empty where the heading says it all."""

    key: str
    title: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedHeading:
    """One heading of the shape with its number there."""

    number: int
    title: str
    parts: tuple[PrintedPart, ...]


@dataclass(frozen=True)
class PrintedReturn:
    """What one agency or group returned. `sentence`: that it came late, or that there is none; `answers` by the part's key."""

    reference: str
    made_by: str
    is_made: bool
    sentence: str
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class PrintedRound:
    """The returns of one round as an edition prints them."""

    reference: str
    title: str
    layout: str
    numbering: str
    headings: tuple[PrintedHeading, ...]
    returns: tuple[PrintedReturn, ...]

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Self:
        """Read back what `rounds_as_json` wrote."""
        headings = tuple(
            PrintedHeading(one["number"], one["title"], tuple(_part(part) for part in one["parts"])) for one in row["headings"]
        )
        returns = tuple(PrintedReturn(**one) for one in row["returns"])
        return cls(**{**row, "headings": headings, "returns": returns})

    def number_of(self, heading: PrintedHeading, printed: Sequence[PrintedHeading]) -> str:
        """The number before a heading, with its point, among those that are printed."""
        if self.numbering == ReturnRound.Numbering.KEEP:
            return f"{heading.number}. "
        if self.numbering == ReturnRound.Numbering.RENUMBER:
            return f"{printed.index(heading) + 1}. "
        return ""


def _part(row: Mapping[str, Any]) -> PrintedPart:
    return PrintedPart(row["key"], row["title"], tuple(row["columns"]))


def rounds_as_json(rounds: Iterable[PrintedRound]) -> list[dict[str, Any]]:
    """The returns as plain JSON values."""
    return [asdict(one) for one in rounds]


def headings_of(questions: Sequence[Question]) -> tuple[PrintedHeading, ...]:
    """The headings of a shape: what stands under one heading together, and each question without one by itself.

    Files are evidence for those who read the return; they are not printed.
    """
    found: list[tuple[str, list[PrintedPart]]] = []
    for question in questions:
        if question.kind == Question.Kind.EVIDENCE_FILE:
            continue
        part = PrintedPart(question.key, question.text, tuple(question.columns))
        if question.section and found and found[-1][0] == question.section:
            found[-1][1].append(part)
        else:
            found.append((question.section or question.text, [part]))
    return tuple(
        PrintedHeading(number, title, tuple(parts) if len(parts) > 1 else (PrintedPart(parts[0].key, "", parts[0].columns),))
        for number, (title, parts) in enumerate(found, start=1)
    )


def printed_return(given: AgencyReturn, answers: Mapping[str, Value], as_at: date) -> PrintedReturn:
    """A return as an edition of that day prints it: its answers only once it is accepted."""
    is_made = given.state in PRINTED
    said = {key: value for key, value in answers.items() if not is_blank(value)} if is_made else {}
    return PrintedReturn(given.reference, given.made_by, is_made, standing_words(given, as_at), said)


def standing_words(given: AgencyReturn, as_at: date) -> str:
    """What a report says of a return besides its text; empty where it came in time."""
    late, due = days_late(given, as_at), words.date(given.round.due_on)
    if given.state in PRINTED:
        return f"This return came {words.counted(late, 'day')} after it was due." if late else ""
    if given.state == State.SUBMITTED:
        return f"The return of {given.made_by} came, and had not been accepted by {words.date(as_at)}."
    if comes_again(given):
        return f"The return of {given.made_by} was sent back for changes and had not come again by {words.date(as_at)}."
    if given.state == State.NOT_MADE and given.received_at is not None:
        return f"The return of {given.made_by} was sent back for changes and did not come again."
    if given.state == State.NOT_MADE or late:
        return f"No return was made by {given.made_by}. It was due on {due}."
    return f"The return of {given.made_by} was not due before {due}."
