"""How a contact came that the MASH took down, and where the written form stands."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from referrals.models import Channel, Contact, Submission, TakenDown

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


def form_choices(forms: Sequence[Submission]) -> list[tuple[str, str]]:
    """The forms that may be meant: whom each is about, from whom, and when it came."""
    return [(one.reference, _form_words(one)) for one in forms]


def _form_words(form: Submission) -> str:
    agency = form.agency.name if form.agency else "no agency"
    return f"{getattr(form, 'first_child', '')}, {agency}, {words.moment(form.received_at)} ({form.reference})"
