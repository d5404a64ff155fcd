"""The words of the queue: its counts, its rows, its filters, who has a contact open, and what a search found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.design import words
from foundation.design.forms import PortalForm
from referrals.models import (
    Channel,
    ConsentStatus,
    Contact,
    ContactState,
    Outcome,
    Purpose,
    QueueColumns,
    Rating,
    ReferralSource,
    SubmittedChild,
    ThresholdLevel,
)
from referrals.presenters.contacts import age_words, born_words
from referrals.presenters.submissions import LAST_MINUTE
from referrals.rules.queue import COLUMNS, USUAL, Beside
from referrals.rules.repeats import Repeats
from referrals.selectors.queue import BUCKETS, COUNTED_TO, UNDECIDED_BELOW

BUCKET_WORDS = {
    "red": "Red",
    "amber": "Amber",
    "green": "Green",
    "blue": "Blue",
    "unrated": "Not rated",
    "overdue": "Late",
    "today": "Due today",
    "nobody": "Nobody screens",
    "awaiting": "Awaiting agencies",
    "mine": "Mine",
    "proposed": "To approve",
    "tasks_open": "To sign off",
}


def bounded(number: int) -> str:
    """A count as the queue shows it: "12", "1,000+"."""
    return f"{COUNTED_TO - 1:,}+" if number >= COUNTED_TO else f"{number:,}"


def queue_numbers(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The counts over the queue, each leading to the list that it counts."""
    here = reverse("referrals:queue")
    found = []
    for name, number in counts.items():
        wanted = BUCKETS[name]
        query = {key: "on" if value is True else str(value) for key, value in vars(wanted).items() if value}
        found.append(
            {
                "name": name,
                "label": BUCKET_WORDS[name],
                "number": bounded(number),
                "href": f"{here}?{urlencode(query)}",
                "rating": name if name in Rating.values else "",
                "late": name == "overdue" and number > 0,
            }
        )
    return found


def queue_rows(
    rows: Iterable[Mapping[str, Any]],
    me: Person,
    repeats: Mapping[int, Repeats] | None = None,
    columns: Sequence[str] = USUAL,
) -> list[dict[str, Any]]:
    """The rows of the queue's table with these columns; `repeats`: what a contact repeats, by its id."""
    said, found = repeats or {}, []
    for row in rows:
        repeated = said.get(row["id"])
        shown = _queue_row(row, me) | {"repeats": repeat_words(repeated), "earlier": earlier_words(repeated)}
        found.append(shown | {"cells": [{"label": COLUMNS[name], **CELLS[name](row, shown)} for name in columns]})
    return found


Cell = dict[str, Any]
Said = Mapping[str, Any]


def _stands(_row: Said, shown: Said) -> Cell:
    by = f"by {shown['due_words']}" if shown["due_at"] else ""
    more = [(by, True), (shown["waiting_for"], False), (shown["open_tasks"], False)]
    return _cell("Ready to sign off" if shown["ready"] else shown["state"], *more)


def _screens(_row: Said, shown: Said) -> Cell:
    return _cell(shown["screener"] or "Nobody yet")


def _referred(row: Said, shown: Said) -> Cell:
    received = row["received_at"]
    at = f"{words.short_date(received)}, {words.time(received)}"
    return _cell(shown["source"], (at, True), ("No consent" if shown["no_consent"] else "", False))


def _came(row: Said, _shown: Said) -> Cell:
    return _cell(Channel(row["channel"]).label)


def _asks(row: Said, _shown: Said) -> Cell:
    return _cell(Purpose(row["purpose"]).label)


def _level(row: Said, _shown: Said) -> Cell:
    return _cell(ThresholdLevel(row["referrer_level"]).label if row["referrer_level"] else "Not said")


def _consent(row: Said, _shown: Said) -> Cell:
    return _cell(ConsentStatus(row["consent_status"]).label)


def _answers(_row: Said, shown: Said) -> Cell:
    return _cell(shown["waiting_for"] or "None")


def _cell(text: object, *more: tuple[str, bool]) -> Cell:
    return {"text": str(text), "more": [(line, together) for line, together in more if line]}


CELLS: Mapping[str, Callable[[Said, Said], Cell]] = {
    "stands": _stands,
    "screens": _screens,
    "referred": _referred,
    "came": _came,
    "asks": _asks,
    "level": _level,
    "consent": _consent,
    "answers": _answers,
}
"""What each column says of a row."""


def beside_context(contact: Contact, besides: Sequence[Beside]) -> dict[str, Any]:
    """Who else has a contact open, and how an open page asks again. What is shown already is told by its times, without names."""
    return {
        "beside": besides,
        "beside_shown": "~".join(f"{one.since:%Y%m%dT%H%M%S%f}" for one in besides),
        "beside_url": reverse("referrals:contact_beside", args=[contact.reference]),
        "beside_every": settings.PRESENCE_ASKED_SECONDS,
    }


def choice_rows(choices: Iterable[QueueColumns], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Which columns were chosen when and by whom."""
    return [
        {"at": one.set_at, "by": names.get(one.set_by, ""), "columns": ", ".join(COLUMNS.get(name, name) for name in one.columns)}
        for one in choices
    ]


def repeat_words(repeats: Repeats | None) -> list[str]:
    """What a contact repeats, in the width of a column; what is only likely says so."""
    if repeats is None:
        return []
    found = ["Re-referral"] if repeats.referral else []
    if repeats.pattern:
        found.append(f"{repeats.without_action + 1} contacts, no further action")
    return found + likely_words(repeats)


def likely_words(repeats: Repeats | None) -> list[str]:
    """What a contact likely repeats, in the width of a column."""
    return [f"Likely {words.lower_first(said)}" for said in repeat_words(repeats.likely)] if repeats else []


def earlier_words(repeats: Repeats | None) -> str:
    """When the earlier referral came that a contact repeats, surely or likely, and what was decided."""
    if repeats is None:
        return ""
    if repeats.referral is None:
        return earlier_words(repeats.likely)
    return f"{words.short_date(repeats.referral.received_on)}: {Outcome(repeats.referral.outcome).label}"


def _queue_row(row: Mapping[str, Any], me: Person) -> dict[str, Any]:
    child = SubmittedChild(
        given_name=row["given_name"],
        family_name=row["family_name"],
        birth_date=row["birth_date"],
        expected_delivery_date=row["expected_delivery_date"],
    )
    undecided = row["urgency"] < UNDECIDED_BELOW
    reopened = undecided and row["approved_at"] is not None
    source = row["agency"] or ReferralSource(row["referral_source"]).label
    return {
        "reference": row["reference"],
        "href": reverse("referrals:contact", args=[row["reference"]]),
        "name": child.full_name,
        "age": age_words(child),
        "rating": row["rating"],
        "urgent": row["urgent"] and not row["rating"],
        "restricted": row["restricted"],
        "state": ContactState(row["state"]).label,
        "screener": _who(row, me),
        "chosen_as": f"{row['reference']}~{row['version']}",
        "source": source,
        "received_at": row["received_at"],
        "due_at": row["decision_due_at"] if undecided else None,
        "due_words": _until(row["decision_due_at"]),
        "reopened": reopened,
        "waiting_for": words.counted(row["waiting_for"], "answer") + " awaited" if row["waiting_for"] else "",
        "open_tasks": words.counted(row["open_tasks"], "open task") if row["open_tasks"] and not undecided else "",
        "ready": row["state"] == ContactState.DECIDED,
        "no_consent": row["consent_status"] != ConsentStatus.GIVEN,
    }


def _who(row: Mapping[str, Any], me: Person) -> str:
    """Who screens a contact, otherwise who is to."""
    if row["screener"]:
        return "You" if row["screener_id"] == me.pk else str(row["screener"])
    if row["allocated_to"]:
        return "Allocated to you" if row["allocated_to_id"] == me.pk else f"Allocated to {row['allocated_to']}"
    return ""


def _until(due: datetime) -> str:
    """A due time in the width of a column: "the end of 16 Nov 2026", or the moment where it is not the end of a day."""
    local = due.astimezone(clock.LONDON)
    day = words.short_date(local)
    return f"the end of {day}" if (local.hour, local.minute) == LAST_MINUTE else f"{day}, {words.time(local)}"


def filter_chips(form: PortalForm, query: Mapping[str, str], url: str) -> list[dict[str, str]]:
    """The filters in use, each with the address of the queue without it."""
    chips = []
    for name, value in query.items():
        if name not in form.fields:
            continue
        field = form.fields[name]
        chosen = dict(getattr(field, "choices", ())).get(value, "")
        rest = urlencode({key: other for key, other in query.items() if key != name})
        text = f"{field.label}: {chosen}" if chosen else str(field.label)
        chips.append({"text": text, "href": f"{url}?{rest}" if rest else url})
    return chips


def found_rows(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """What a search found."""
    return [
        {
            "name": contact.submitted_child.full_name,
            "reference": contact.reference,
            "href": reverse("referrals:contact", args=[contact.reference]),
            "child": contact.child.reference,
            "child_href": reverse("children:child", args=[contact.child.reference]),
            "born": born_words(contact.submitted_child),
            "received_at": contact.received_at,
            "source": contact.submission.agency.name if contact.submission.agency else "Not an agency",
            "state": contact.get_state_display(),
            "rating": contact.rating,
            "restricted": contact.restricted,
        }
        for contact in contacts
    ]
