"""How drafts that pass from one to another read. None of these lines names a child."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from accounts.models import Person
from foundation.design import words
from referrals.models import Draft, DraftHandover
from referrals.selectors.drafts import Writer
from work.presenters import Row


def colleague_choices(colleagues: Sequence[Person], me: Person | None = None) -> list[tuple[str, str]]:
    """Reference and name of each, with the job where it is known."""
    return [(one.reference, "Myself" if one == me else _with_job(one)) for one in colleagues]


def _with_job(person: Person) -> str:
    return f"{person.name}, {person.job_title}" if person.job_title else person.name


def offer_rows(offers: Sequence[DraftHandover]) -> list[dict[str, Any]]:
    """What colleagues ask the person to go on with."""
    return [
        {
            "reference": row.draft.reference,
            "href": reverse("referrals:draft_offer", args=[row.draft.reference]),
            "writer": row.writer_name,
            "asked": words.moment(row.asked_at),
            "expires": words.date(row.draft.expires_at),
        }
        for row in offers
    ]


def answer_lines(answers: Sequence[DraftHandover], me: Writer) -> list[dict[str, str]]:
    """What became of the drafts that the person gave away, or that were given on."""
    return [
        {
            "reference": row.draft.reference,
            "text": f"{row.colleague.name} goes on with it" if row.taken_on else f"{row.colleague.name} cannot go on with it",
            "when": words.moment(row.answered_at),
            "href": "" if row.taken_on else reverse("referrals:draft", args=[row.draft.reference]),
        }
        for row in answers
        if row.answered_at is not None and (row.taken_on or (row.draft.open and me in (row.draft.author, row.draft.visitor)))
    ]


def offered_rows(offers: Sequence[DraftHandover]) -> list[Row]:
    """The same for the inbox."""
    return [
        Row(
            title="Go on with a colleague’s draft",
            reference=row.draft.reference,
            href=reverse("referrals:draft_offer", args=[row.draft.reference]),
            origin=row.writer_name,
            at=row.asked_at,
            due_at=row.draft.expires_at,
            text="",
        )
        for row in offers
    ]


def lapsing_rows(drafts: Sequence[Draft]) -> list[Row]:
    """The person's drafts that will be deleted soon, for the inbox."""
    return [
        Row(
            title="Your draft is deleted unless you go on with it",
            reference=draft.reference,
            href=reverse("referrals:draft", args=[draft.reference]),
            origin="",
            at=draft.last_saved_at,
            due_at=draft.expires_at,
            text="",
        )
        for draft in drafts
    ]


def _without_account(draft: Draft) -> str:
    return f"{draft.visitor.email}, without an account" if draft.visitor else ""


def agency_draft_rows(drafts: Sequence[Draft], away: frozenset[int]) -> list[dict[str, Any]]:
    """A lead's list of unsent drafts: whose, since when, until when; `away`: drafts whose writer refers there no longer."""
    return [
        {
            "reference": draft.reference,
            "writer": draft.author.name if draft.author else _without_account(draft),
            "left": draft.pk in away,
            "saved_at": draft.last_saved_at,
            "expires_at": draft.expires_at,
            "href": reverse("referrals:pass_draft_on", args=[draft.reference]),
        }
        for draft in drafts
    ]
