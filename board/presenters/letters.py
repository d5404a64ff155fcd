"""Wording of letters of the executive and of the replies to them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from board.models import Letter, LetterAddressee
from board.presenters.files import file_rows
from board.selectors.letters import Asking, ReplyCounts
from foundation.design import words
from foundation.exports import Column, Kind, Table
from foundation.models import Document
from foundation.models.events import DomainEvent

COLOURS = {"yes": "govuk-tag--green", "no": "govuk-tag--red", "other": "govuk-tag--blue", "": "govuk-tag--yellow"}
NONE_YET = "No reply yet"


def letter_row(letter: Letter, counts: ReplyCounts, today: date) -> dict[str, Any]:
    """A row of the list of letters."""
    return {
        "href": reverse("board:letter", args=[letter.reference]),
        "title": letter.title,
        "reference": letter.reference,
        "signatories": letter.signatories,
        "sent_on": letter.sent_on,
        "reply_due_on": letter.reply_due_on,
        "late": letter.closed_on is None and letter.reply_due_on < today and counts.waiting > 0,
        "closed_on": letter.closed_on,
        "counts": counts,
    }


def reply_numbers(letter: Letter, counts: ReplyCounts, today: date) -> list[dict[str, Any]]:
    """How those asked replied, each number leading to the list that it counts."""
    url = reverse("board:letter", args=[letter.reference])
    late = letter.reply_due_on < today and letter.closed_on is None
    return [
        {"number": counts.asked, "label": "asked", "href": url, "tone": ""},
        {"number": counts.yes, "label": "said yes", "href": f"{url}?reply=yes", "tone": ""},
        {"number": counts.no, "label": "said no", "href": f"{url}?reply=no", "tone": ""},
        {"number": counts.other, "label": "said something else", "href": f"{url}?reply=other", "tone": ""},
        {
            "number": counts.waiting,
            "label": "have not replied",
            "href": f"{url}?reply=waiting",
            "tone": ("late" if late else "soon") if counts.waiting else "",
        },
    ]


def addressee_words(addressee: LetterAddressee) -> str:
    """To whom it went."""
    return addressee.agency.name if addressee.agency else addressee.words


def reply_words(addressee: LetterAddressee) -> str:
    """What they replied."""
    return str(addressee.get_reply_display()) if addressee.reply else NONE_YET


def _recorded_words(addressee: LetterAddressee) -> str:
    """By whom it was given, how, and who wrote it down."""
    how = str(addressee.get_channel_display()).lower() if addressee.channel else ""
    said = ", ".join(part for part in (addressee.replier, how) if part)
    writer = addressee.recorded_by.name if addressee.recorded_by else ""
    return f"{said}; written down by {writer}" if writer and said else writer


def addressee_row(addressee: LetterAddressee, files: Iterable[Document] = ()) -> dict[str, Any]:
    """One to whom a letter went, with the reply."""
    return {
        "pk": addressee.pk,
        "reference": addressee.reference,
        "name": addressee_words(addressee),
        "in_words": addressee.agency is None,
        "sent_on": addressee.sent_on,
        "reply": reply_words(addressee),
        "colour": COLOURS[addressee.reply],
        "replied_on": addressee.replied_on,
        "words": addressee.reply_words,
        "recorded": _recorded_words(addressee),
        "files": file_rows(files),
    }


def kept_letter(letter: Letter) -> dict[str, Any]:
    """What the form of a letter begins with."""
    return {name: getattr(letter, name) for name in ("title", "text", "signatories")}


def stored_letter(letter: Letter) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [
        {"key": "Letter", "value": letter.title},
        {"key": "Text", "value": letter.text},
        {"key": "Signed by", "value": letter.signatories},
        {"key": "Replies due", "value": words.date(letter.reply_due_on)},
    ]


def asking_row(letter: Letter, asking: Asking) -> dict[str, Any]:
    """How far the asking of agencies is, as its part of the page shows it."""
    know = words.counted(asking.total, "agency knows", "agencies know")
    return {
        "done": asking.done,
        "total": asking.total,
        "is_over": asking.done >= asking.total,
        "sentence": f"{asking.done:,} of {know} of the letter and its day",
        "poll_url": reverse("board:letter_progress", args=[letter.reference]),
        "page_url": reverse("board:letter", args=[letter.reference]),
    }


def move_rows(moves: Iterable[DomainEvent]) -> list[dict[str, Any]]:
    """When the day of the reply was moved, from which day to which, and why."""
    return [
        {
            "from_on": date.fromisoformat(str(one.data["from"])),
            "to_on": date.fromisoformat(str(one.data["to"])),
            "at": one.at,
            "reason": one.reason,
        }
        for one in moves
    ]


def kept_reply(addressee: LetterAddressee) -> dict[str, Any]:
    """What the form of a reply that is written down begins with."""
    if not addressee.reply:
        return {}
    names = ("reply", "replied_on", "replier", "channel")
    return {**{name: getattr(addressee, name) for name in names}, "words": addressee.reply_words}


def stored_reply(addressee: LetterAddressee) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    day = words.date(addressee.replied_on) if addressee.replied_on else ""
    return [
        {"key": "Reply", "value": reply_words(addressee)},
        {"key": "On", "value": day},
        {"key": "Words", "value": addressee.reply_words},
    ]


def reminded_words(number: int) -> str:
    """How many agencies were reminded."""
    if not number:
        return "Nobody was reminded: each agency that has not replied was reminded today already, or is not on the portal."
    return f"{words.counted(number, 'agency was', 'agencies were')} reminded."


def replies_table(letter: Letter, addressees: Iterable[LetterAddressee]) -> Table:
    """A letter's addressees with their replies as a table for a spreadsheet."""
    columns = (
        Column("Addressee"), Column("Kind of agency"), Column("Sent", Kind.DATE), Column("Reply due", Kind.DATE), Column("Reply"),
        Column("Replied", Kind.DATE), Column("In their words"), Column("Who replied"), Column("How it came"),
        Column("Written down by"),
    )  # fmt: skip
    lines = (
        (
            addressee_words(one), str(one.agency.get_kind_display()) if one.agency else "", one.sent_on, letter.reply_due_on,
            reply_words(one), one.replied_on, one.reply_words, one.replier, str(one.get_channel_display()),
            one.recorded_by.name if one.recorded_by else "",
        )
        for one in addressees
    )  # fmt: skip
    return Table("Replies", columns, lines)


def rows_with_files(addressees: Iterable[LetterAddressee], files: Mapping[int, Iterable[Document]]) -> list[dict[str, Any]]:
    """Those to whom a letter went, each with the files of the reply."""
    return [addressee_row(one, files.get(one.pk, ())) for one in addressees]
