"""How messages, versions and what went aside read, on both sides."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.urls import reverse

from foundation import clock
from foundation.design import words
from referrals.models import Amendment, Contact, ContactState, Diversion, Message, Submission
from work.presenters import Row

SAID = {
    Message.Kind.MESSAGE: "",
    Message.Kind.AMENDED: "The referral was amended",
    Message.Kind.WITHDRAWAL: "Asks to withdraw the referral",
    Message.Kind.WITHDRAWAL_AGREED: "The MASH agrees to the withdrawal",
    Message.Kind.WITHDRAWAL_REFUSED: "The MASH goes on with it",
    Message.Kind.RETURNED: "Returned: something is missing",
    Message.Kind.ANSWER: "Answers a question of the MASH",
}


def thread_rows(messages: Sequence[Message], names: Mapping[str, str], *, in_mash: bool, several: bool) -> list[dict[str, Any]]:
    """What was said, newest first: by whom, on which side, about which child where there are several."""
    rows = []
    for message in reversed(messages):
        side = "MASH" if message.from_mash else "Referrer’s side"
        name = names.get(message.sent_by, "")
        who = side if message.from_mash and not in_mash else f"{name}, {side}" if name else side
        about = f" about {message.contact.submitted_child.full_name}" if several and message.contact else ""
        title = SAID[Message.Kind(message.kind)]
        rows.append(
            {
                "title": f"{title}{about}" if title else f"{who}{about}",
                "by": who if title else "",
                "at": message.sent_at,
                "text": message.body,
            }
        )
    return rows


def version_rows(amendments: Sequence[Amendment], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The versions after the first, newest first, with what each changed: before and now, side by side."""
    return [
        {
            "number": row.number,
            "title": row.changes.get("title", ""),
            "changes": row.changes.get("questions", []),
            "reason": row.reason,
            "at": row.amended_at,
            "by": names.get(row.amended_by, ""),
        }
        for row in amendments
    ]


def first_version(submission: Submission) -> list[dict[str, Any]]:
    """The form as it was sent first."""
    return [
        {
            "title": section["title"],
            "rows": [{"key": row["question"], "value": row["answer"]} for row in section["answers"] if row["answer"]],
        }
        for section in submission.answers
    ]


def diversion_rows(diversions: Sequence[Diversion], names: Mapping[str, str], seen: Collection[str]) -> list[dict[str, str]]:
    """How a contact went aside the last time. `seen`: references of the contacts that stay which the reader may see."""
    if not diversions:
        return []
    row = diversions[0]
    told = (
        ("What happened", ContactState(row.state).label),
        ("When", f"{words.moment(row.diverted_at)} by {names.get(row.diverted_by, row.diverted_by)}"),
        ("Why", row.reason),
        ("The contact that stays", row.duplicate_of.reference if row.duplicate_of and row.duplicate_of.reference in seen else ""),
        ("Taken by", row.authority),
        ("Receipt", row.receipt),
        ("Who works with the child", row.worker),
    )
    return [{"key": key, "value": value} for key, value in told if value]


def news_rows(submissions: Sequence[Submission]) -> list[Row]:
    """Messages of the MASH that wait to be read; they name no child."""
    return [
        _news("A message from the MASH", row.reference, reverse("referrals:messages", args=[row.reference]))
        for row in submissions
    ]


def screener_rows(contacts: Sequence[Contact]) -> list[Row]:
    """Messages of referrers that wait to be read; they name no child."""
    return [
        _news("A message from the referrer", row.reference, reverse("referrals:contact_messages", args=[row.reference]))
        for row in contacts
    ]


def _news(title: str, reference: str, href: str) -> Row:
    return Row(title=title, reference=reference, href=href, origin="", at=clock.now(), due_at=None, text="Not read yet")


def after_links(submission: Submission, contacts: Sequence[Contact], *, amended: bool) -> list[dict[str, str]]:
    """What those who sent it can do now."""
    names = [("messages", "Write to the MASH"), ("amend", "Amend it")]
    if amended:
        names.append(("versions", "See what was amended"))
    if any(contact.approved_at is None and contact.is_open for contact in contacts):
        names.append(("withdraw", "Ask to withdraw it"))
    names.append(("submission_copy", "Print this page"))
    links = [{"href": reverse(f"referrals:{name}", args=[submission.reference]), "text": text} for name, text in names]
    several = len(contacts) > 1
    for contact in contacts:
        about = f" about {contact.submitted_child.full_name}" if several else ""
        href = f"{reverse('referrals:raise_disagreement')}?contact={contact.reference}"
        links.append({"href": href, "text": f"I disagree with what was decided{about}"})
    return links
