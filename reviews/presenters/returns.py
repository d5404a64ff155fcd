"""The words of returns: what is asked, how far each agency is, and what it says."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from foundation import clock
from foundation.design import words
from foundation.exports import Column, Table
from reviews.models import (
    AgencyReturn,
    CaseChild,
    ChildSeen,
    ChronologyEntry,
    ChronologyUpload,
    ReturnState,
    ScopingLetter,
    Significance,
)
from reviews.presenters.ways import rows_of, yes
from reviews.rules.chronology_dates import Day, spoken
from reviews.rules.chronology_rows import COLUMNS, ROW_HEADING, WRONG_HEADING, Judged, shown
from reviews.rules.naming import names_in

S = ReturnState
TONES = {S.ASKED: "govuk-tag--yellow", S.OPEN: "govuk-tag--blue", S.BACK: "govuk-tag--orange", S.SENT: "govuk-tag--green"}
WEIGHT_TONES = {
    Significance.KEY: "govuk-tag--blue", Significance.MISSED: "govuk-tag--red", Significance.GOOD: "govuk-tag--green",
}  # fmt: skip
WAITS = frozenset({S.ASKED, S.OPEN, S.BACK})
EVENTS = {
    "reviews.agencies_asked": "Agencies asked what they know",
    "reviews.return_sent": "An agency sent its return",
    "reviews.return_sent_back": "A return sent back",
    "reviews.return_author_named": "Another author named",
    "reviews.return_withdrawn": "An agency is asked no longer",
    "reviews.contradiction_marked": "Entries of the chronology marked as contradicting each other",
    "reviews.contradiction_lifted": "A contradiction found out about",
    "reviews.chronology_copied": "Chronology taken out of the portal",
}
HOW_TO = (
    "Date: 3 May 2021, 03/05/2021 (the day before the month), 2021-05-03 or a date of Excel.",
    "A date that is not known to the day: May 2021 or 2021. One that is not certain: about 3 May 2021.",
    "Quality of date: exact, approximate, month or year. Leave it empty where the date says it.",
    "Last day: only of what lasted, such as a stay in hospital. Time: 14:30 or 2:30pm.",
    f"Child seen: {', '.join(ChildSeen.labels)}.",
    f"Significance: {', '.join(Significance.labels)}.",
    "For example: 3 May 2021, 14:30, Case notes, “Robin, mother, health visitor”, “Visit at home.”, Seen, Routine.",
    "Speak of everybody by a pseudonym or a post. Columns that are not needed may be left out, but not Date, Source and Event.",
)


def letter_rows(letter: ScopingLetter, due_on: Any) -> list[dict[str, str]]:
    """What an agency is asked."""
    return rows_of(
        (
            ("Period", f"{words.date(letter.period_from)} to {words.date(letter.period_to)}"),
            ("The review wants to know", letter.key_questions),
            ("Due by", words.date(due_on)),
        )
    )


def children_rows(children: Iterable[CaseChild]) -> list[dict[str, str]]:
    """Who the children are, for an author who has to search the agency’s records."""
    return rows_of(
        (child.pseudonym, f"{child.given_name} {child.family_name}, born {words.date(child.birth_date)}") for child in children
    )


def return_rows(found: AgencyReturn) -> list[dict[str, str]]:
    """What the agency says."""
    return rows_of(
        (
            ("Known to the agency", yes(found.involved)),
            ("Involved from", words.date(found.involved_from) if found.involved_from else ""),
            ("Involved to", words.date(found.involved_to) if found.involved_to else ""),
            ("Completed by", found.completer),
            ("Summary of the involvement", found.summary),
            ("Key practice episodes", found.key_episodes),
            ("The child’s voice", found.child_voice),
            ("The family", found.family_context),
            ("Fathers and partners", found.fathers),
            ("Ethnicity, culture, faith and language", found.culture),
            ("Analysis", found.analysis),
            ("Immediate learning", found.learning),
            ("Good practice", found.good_practice),
            ("Action already taken", found.action_taken),
        )
    )


def is_late(found: AgencyReturn) -> bool:
    """Whether it is waited for longer than was asked."""
    return found.state in WAITS and found.due_on < clock.today()


def agency_rows(returns: Iterable[AgencyReturn], *, owned: bool, reads: bool) -> list[dict[str, Any]]:
    """Every agency that was asked: how far it is, who is late, and to whom it may be opened."""
    return [_agency_row(row, owned=owned, reads=reads) for row in returns]


def _agency_row(row: AgencyReturn, *, owned: bool, reads: bool) -> dict[str, Any]:
    entries: int = getattr(row, "entries_sent", 0)
    return {
        "agency": row.agency.name,
        "author": row.author.name,
        "state": row.get_state_display(),
        "tone": TONES.get(S(row.state), "govuk-tag--grey"),
        "due": words.date(row.due_on) if row.state in WAITS else "",
        "late": is_late(row),
        "told": _told(row, entries),
        "href": reverse("reviews:return", args=[row.reference]) if reads and row.sent_at else "",
        "acts": _owner_acts(row) if owned else [],
    }


def _told(row: AgencyReturn, entries: int) -> str:
    if row.state == S.WITHDRAWN:
        return row.withdrawn_reason
    if row.state == S.BACK or (row.missing and row.state in WAITS):
        return f"Missing: {row.missing}"
    if row.state == S.SENT:
        known = words.counted(entries, "entry", "entries") if row.involved else "Not known to the agency"
        return f"{words.date(row.sent_at)}, {known}"
    return "" if row.state == S.OPEN else "Not begun"


def _owner_acts(row: AgencyReturn) -> list[dict[str, str]]:
    acts = {"send_back": "Send it back"} if row.state == S.SENT else {}
    if row.state in WAITS:
        acts = {"name_author": "Name another author", "withdraw_return": "Withdraw it"}
    return [{"href": reverse(f"reviews:{name}", args=[row.reference]), "text": text} for name, text in acts.items()]


def author_steps(found: AgencyReturn) -> list[dict[str, str]]:
    """What the author may do now."""
    names: Sequence[tuple[str, str]] = ()
    if found.state == S.ASKED:
        names = (("declare", "Begin"),)
    elif found.state in (S.OPEN, S.BACK):
        names = (
            ("write_return", "Write what your agency knows"),
            ("add_entry", "Add to the chronology"),
            ("chronology_file", "Take entries in from a file"),
            ("send_return", "Send the return"),
        )
    return [{"href": reverse(f"reviews:{name}", args=[found.reference]), "text": text} for name, text in names]


def named_in(text: str, children: Iterable[CaseChild]) -> list[str]:
    """The pseudonyms of those children whose names stand in a text."""
    return [child.pseudonym for child in children if names_in(text, (child.given_name, child.family_name))]


def when_words(entry: ChronologyEntry) -> str:
    """The day as well as it is known, and to when it lasted."""
    day = spoken(Day(entry.happened_on, entry.precision))
    return f"{day} to {words.date(entry.until)}" if entry.until else day


def entry_row(entry: ChronologyEntry) -> dict[str, Any]:
    """One entry as every page shows it."""
    return {
        "number": entry.pk,
        "when": when_words(entry),
        "at": words.time(entry.at) if entry.at else "",
        "source": entry.source,
        "persons": entry.persons,
        "event": entry.event,
        "seen": entry.get_child_seen_display() if entry.child_seen != ChildSeen.NOT_APPLICABLE else "",
        "action": entry.action,
        "weight": entry.get_significance_display() if entry.significance != Significance.ROUTINE else "",
        "tone": WEIGHT_TONES.get(Significance(entry.significance), ""),
        "analysis": entry.analysis,
    }


def own_entry_row(entry: ChronologyEntry, reference: str, *, writes: bool) -> dict[str, Any]:
    """One entry for its author, with what they may do with it."""
    row = entry_row(entry)
    if writes:
        row["strike"] = reverse("reviews:strike_entry", args=[reference, entry.pk])
        row["change"] = reverse("reviews:change_entry", args=[reference, entry.pk]) if entry.sent_at is None else ""
    return row


def upload_rows(uploads: Iterable[ChronologyUpload], reference: str) -> list[dict[str, Any]]:
    """Files with something left to do."""
    return [
        {
            "href": reverse("reviews:upload", args=[reference, row.pk]),
            "text": _upload_words(row),
            "on": words.moment(row.uploaded_at),
        }
        for row in uploads
    ]


def _upload_words(row: ChronologyUpload) -> str:
    rows = words.counted(len(row.rows), "row", "rows")
    return f"Tried out: {rows}" if row.state == ChronologyUpload.State.OPEN else f"To put right: {rows}"


def judged_row(one: Judged, children: Sequence[CaseChild]) -> dict[str, Any]:
    """A row of a file, and what becomes of it."""
    named = named_in(" ".join(shown(cell) for cell in one.row.cells.values()), children)
    return {
        "number": one.row.number,
        "when": shown(one.row.cells.get("when")),
        "read": spoken(one.written.day) if one.written else "",
        "source": shown(one.row.cells.get("source")),
        "event": shown(one.row.cells.get("event")),
        "wrong": [{"column": column, "sentence": sentence} for column, sentence in one.wrong],
        "known": one.known,
        "remark": f"It names {' and '.join(named)}. Write the pseudonym instead." if named else "",
    }


def rows_to_put_right(judged: Iterable[Judged]) -> Table:
    """The rows of a file that were not taken in, in the shape in which they can be sent again, each with what to put right."""
    columns = tuple(Column(heading) for heading in (ROW_HEADING, WRONG_HEADING, *COLUMNS.values()))
    rows: Iterable[tuple[str | int, ...]] = (
        (
            one.row.number,
            " ".join(f"{column}: {sentence}" for column, sentence in one.wrong),
            *(shown(one.row.cells.get(name)) for name in COLUMNS),
        )
        for one in judged
        if one.wrong
    )
    return Table("Rows to put right", columns, rows)


def template_table() -> Table:
    """An empty chronology in the shape in which it can be sent."""
    columns = tuple(Column(heading) for heading in COLUMNS.values())
    return Table("Chronology template", columns, (), notes=HOW_TO)
