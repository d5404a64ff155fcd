"""What every page that acts on a contact does: ask, call one service, show a refusal beside what was typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.selectors.people import names_of
from foundation.design.forms import PortalForm
from foundation.errors import Conflict, Refused
from foundation.versions import posted_version
from referrals.models import Contact
from referrals.presenters.history import actors, timeline
from referrals.presenters.mash import heading
from referrals.presenters.queue import beside_context
from referrals.selectors.contacts import casework_of, contact_for, timeline_of, works_in_the_mash
from referrals.services import note_presence

LATEST = 3


@dataclass
class Act:
    """One page that acts on a contact: its words, its form, what it calls, where it leads and what it says then."""

    title: str
    button: str
    form: PortalForm
    call: Callable[[int], object]
    done: str
    then: str = "contact"
    template: str = "referrals/mash/act.html"
    context: dict[str, Any] = field(default_factory=dict)
    refused: Callable[[], None] | None = None
    """What is still done when the page comes back."""


def acted(request: HttpRequest, contact: Contact, act: Act, besides: Iterable[str] = ()) -> HttpResponse:
    """Show the page, or do it; a refusal comes back with all that was typed, a conflict with what happened meanwhile.

    `besides`: references of other children whom the page shows, for the access log.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if act.form.is_valid():
            try:
                act.call(version_of(request))
            except Conflict as conflict:
                act.form.refuse(conflict)
                status = 409
            except Refused as refused:
                act.form.refuse(refused)
            else:
                messages.success(request, act.done)
                return redirect(f"referrals:{act.then}", reference=contact.reference)
        if act.refused is not None:
            act.refused()
    return show(request, contact, act, besides, status)


def show(request: HttpRequest, contact: Contact, act: Act, besides: Iterable[str] = (), status: int = 200) -> HttpResponse:
    """The page as it stands, with whatever its form says."""
    log_contact(request, contact, besides)
    person = asking(request)
    beside = beside_context(contact, note_presence(by=person, contact=contact)) if works_in_the_mash(person) else {}
    shown = contact_for(person, contact.reference) if status == 409 else contact
    context = {
        **heading(shown),
        "title": act.title,
        "button_text": act.button,
        "form": act.form,
        "back_url": reverse(f"referrals:{act.then}", args=[contact.reference]),
        **beside,
        "meanwhile": _latest(shown) if status == 409 else [],
        **act.context,
    }
    return render(request, act.template, context, status=status)


def version_of(request: HttpRequest) -> int:
    """The version of the contact that the page showed."""
    return posted_version(request.POST.get("version", ""))


def _latest(contact: Contact) -> list[dict[str, Any]]:
    """The newest things that happened, for whoever was overtaken."""
    work, events = casework_of(contact), timeline_of(contact)
    agencies = {row.to_agency.code: row.to_agency.name for row in work.requests}
    return timeline(events, names_of(actors(work, events)), work, agencies)[:LATEST]


def log_contact(request: HttpRequest, contact: Contact, besides: Iterable[str] = (), action: Action = Action.VIEW) -> None:
    """One row of the access log. `besides`: references of other children whom the page shows."""
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=action,
        route=match.view_name if match else "",
        record_kind="contact",
        record_reference=contact.reference,
        children=list(dict.fromkeys([contact.child.reference, *besides])),
    )
