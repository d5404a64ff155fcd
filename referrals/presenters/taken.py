"""How a contact came that the MASH took down, and where the written form stands; and after which call a form came."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from foundation.design import words
from referrals.models import Channel, Contact, Submission, TakenDown
from work.presenters import Row

HOW = {
    Channel.TELEPHONE: "Taken by telephone",
    Channel.EMAIL: "Taken from an email",
    Channel.TRANSFER: "Transferred by a council",
}


def taken_panel(
    contact: Contact,
    taken: TakenDown | None,
    names: Mapping[str, str],
    seen: Collection[str],
    *,
    may_act: bool,
    manager: bool,
    likely: Sequence[Submission] = (),
) -> dict[str, Any] | None:
    """What stands at the top of a contact that was taken down; nothing for others.

    `seen`: references of the written forms of which the reader may see a contact; `likely`: what has come since that may be
    the form that is awaited, for who may note it.
    """
    if taken is None:
        return None
    who = names.get(taken.submission.received_by, "somebody of the MASH")
    lines = [f"It came on {words.moment(taken.came_at)}. {who} wrote it down."]
    lines += [f"From {taken.authority}."] if taken.authority else []
    lines += [f"Their reference: {taken.their_reference}."] if taken.their_reference else []
    links = []
    if taken.waits_for_form and may_act:
        text = "Say which of these is the form" if likely else "The form has come"
        links.append({"text": text, "href": reverse("referrals:written_form", args=[contact.reference])})
        if manager:
            links.append({"text": "Do without the form", "href": reverse("referrals:waive_form", args=[contact.reference])})
    return {
        "title": HOW[Channel(taken.submission.channel)],
        "lines": [*lines, *_form_lines(taken, seen), *_likely_lines(likely)],
        "due_at": taken.form_due_at if taken.waits_for_form else None,
        "links": links,
        "tone": "soon" if taken.waits_for_form else "quiet",
    }


def _form_lines(taken: TakenDown, seen: Collection[str]) -> list[str]:
    if taken.form is not None:
        if taken.form.reference not in seen:
            return ["The written form came."]
        return [f"The written form came: {taken.form.reference}, {words.moment(taken.form.received_at)}."]
    if taken.waived_at is not None:
        return [f"No written form is needed: {taken.waived_reason}"]
    return ["The referrer has still to send the written form."] if taken.waits_for_form else []


def _likely_lines(likely: Sequence[Submission]) -> list[str]:
    """What may be the form that is awaited; by reference, so that the page names no child of another record."""
    if not likely:
        return []
    came = "; ".join(f"{one.reference}, {words.moment(one.received_at)}" for one in likely)
    return [f"This has come since and may be the written form: {came}."]


def called(taken: TakenDown) -> str:
    """What was told, by when and reference; it names no child."""
    how = "email" if taken.submission.channel == Channel.EMAIL else "call"
    return f"{how} of {words.moment(taken.came_at)} ({taken.submission.reference})"


def call_choices(calls: Sequence[TakenDown]) -> list[tuple[str, str]]:
    """The calls of which somebody may say that a form follows them."""
    return [(row.submission.reference, f"My {called(row)}") for row in calls]


def awaited_panel(calls: Sequence[tuple[TakenDown, str]], *, may_act: bool) -> dict[str, Any] | None:
    """What stands at the top of a written form's contact: the call that it follows, or those that wait for one like it."""
    joined = bool(calls) and calls[0][0].form_id is not None
    if not calls or not (joined or may_act):
        return None
    lines, links = [], []
    for row, contact in calls:
        told = called(row)
        lines.append(f"It follows the {told}." if joined else f"The {told} still waits for its written form.")
        text = f"Open the contact of the {told}" if joined else f"Say which is the form of the {told}"
        links.append({"text": text, "href": reverse("referrals:contact" if joined else "referrals:written_form", args=[contact])})
    return {
        "title": "Written form after a call" if joined else "A call of this agency",
        "lines": lines,
        "due_at": None if joined else calls[0][0].form_due_at,
        "links": links,
        "tone": "quiet" if joined else "soon",
    }


def form_panel(submission: Submission, calls: Sequence[TakenDown]) -> dict[str, Any] | None:
    """What the sender's side reads on the page of a form: the call that it follows, or the reader's calls that it may follow."""
    if not calls:
        return None
    if calls[0].form_id is not None:
        return _panel("Sent after a call", [f"This follows the {called(calls[0])}."])
    lines = [f"The MASH waits for the written form after your {called(row)}." for row in calls]
    link = {"text": "This is the form that they wait for", "href": reverse("referrals:follows_call", args=[submission.reference])}
    return _panel("You told the MASH before", lines, [link], calls[0].form_due_at)


def call_panel(taken: TakenDown, *, form_seen: bool) -> dict[str, Any] | None:
    """What the sender's side reads on the page of what the MASH took down: whether the written form is awaited, or has come.

    `form_seen`: whether they may see the form that came.
    """
    if taken.waits_for_form:
        lines = ["The MASH wrote down what it was told. Write the form as well: it asks for more than can be told at once."]
        link = {"text": "Write the form", "href": reverse("referrals:refer")}
        return _panel("Your written form is awaited", lines, [link], taken.form_due_at)
    if taken.form is None:
        return None
    if not form_seen:
        return _panel("Written form", ["The written form came."])
    link = {"text": f"Open {taken.form.reference}", "href": reverse("referrals:submission", args=[taken.form.reference])}
    return _panel("Written form", [f"The written form came on {words.moment(taken.form.received_at)}."], [link])


def _panel(
    title: str, lines: Sequence[str], links: Sequence[dict[str, str]] = (), due_at: datetime | None = None
) -> dict[str, Any]:
    tone = "soon" if due_at else "quiet"
    return {"title": title, "lines": list(lines), "links": list(links), "due_at": due_at, "tone": tone}


def owed_rows(calls: Sequence[TakenDown]) -> list[Row]:
    """The written forms that somebody owes, for the inbox; they name no child."""
    return [
        Row(
            title="Write the form after your email"
            if row.submission.channel == Channel.EMAIL
            else "Write the form after your call",
            reference=row.submission.reference,
            href=reverse("referrals:submission", args=[row.submission.reference]),
            origin="",
            at=row.came_at,
            due_at=row.form_due_at,
        )
        for row in calls
    ]


def form_choices(forms: Sequence[Submission]) -> list[tuple[str, str]]:
    """The forms that may be meant: whom each is about, from whom, and when it came."""
    return [(one.reference, _form_words(one)) for one in forms]


def _form_words(form: Submission) -> str:
    agency = form.agency.name if form.agency else "no agency"
    return f"{getattr(form, 'first_child', '')}, {agency}, {words.moment(form.received_at)} ({form.reference})"
