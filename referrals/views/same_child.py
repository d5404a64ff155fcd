"""Same child? The tab of a contact that asks it, the comparison that answers it, and the child's chronology."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.models import Person
from children.presenters import chronology_lines, likeness_words, reason_rows, side_by_side
from children.selectors.chronology import chronology_of
from foundation.errors import Refused
from foundation.versions import posted_version
from referrals.forms.mash import ReasonForm
from referrals.forms.same_child import SAME, CompareForm
from referrals.presenters.mash import heading
from referrals.presenters.same_child import contact_rows, same_child_page
from referrals.selectors.contacts import contact_for
from referrals.selectors.same_child import AskedOfRecords, candidate_for, merges_of
from referrals.services import find_nobody, link_child, part_children, tell_apart
from referrals.views.acts import Act, acted, log_contact
from referrals.views.contacts import Opened

TAB = "contact_same_child"


@require_GET
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Who the child may be, who lives with them, what was joined, and what is known of them."""
    page = Opened(request, reference, TAB)
    found, records = page.contact, AskedOfRecords(page.person, page.contact)
    context = page.beside(*records.rows)
    asked = records.answered()
    context |= same_child_page(found, asked, officer=page.officer)
    shown = [one.child.reference for one in asked.found.candidates] + [one.reference for one in asked.found.household]
    log_contact(request, found, [*shown, *(one.child.reference for one in asked.siblings)])
    return render(request, "referrals/mash/same_child.html", context)


@require_GET
def chronology(request: HttpRequest, reference: str) -> HttpResponse:
    """What has happened to the child of a contact, in a page of its own to open beside it."""
    person = asking(request)
    found = contact_for(person, reference)
    entries = chronology_of(person, found.child)
    log_contact(request, found)
    context = {
        **heading(found),
        "entries": chronology_lines(entries),
        "back_url": reverse(f"referrals:{TAB}", args=[reference]),
    }
    return render(request, "referrals/mash/chronology.html", context)


@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, reference: str, child: str) -> HttpResponse:
    """Both records side by side, and the answer whether they are one child."""
    person = asking(request)
    contact = contact_for(person, reference)
    candidate, contacts = candidate_for(person, contact, child)
    joinable = not candidate.likeness.differing_nhs_numbers
    form = CompareForm(request.POST or None, joinable=joinable)
    likely, colour = likeness_words(candidate.likeness)
    context: dict[str, Any] = {
        "likely": likely,
        "colour": colour,
        "score": candidate.likeness.score,
        "reasons": reason_rows(candidate.likeness),
        "rows": side_by_side(contact.child, candidate.child),
        "contacts": contact_rows(contacts),
        "joinable": joinable,
    }
    act = Act(
        "Is it the same child?",
        "Save the answer",
        form,
        lambda version: _answer(person, reference, version, child, form),
        "Your answer has been saved.",
        then=TAB,
        template="referrals/mash/compare.html",
        context=context,
    )
    return acted(request, contact, act, [candidate.child.reference])


def _answer(person: Person, reference: str, version: int, child: str, form: CompareForm) -> object:
    reason = form.cleaned_data["reason"]
    if form.cleaned_data["answer"] == SAME:
        return link_child(by=person, reference=reference, version=version, child=child, reason=reason)
    return tell_apart(by=person, reference=reference, version=version, child=child, reason=reason)


@require_POST
def nobody(request: HttpRequest, reference: str) -> HttpResponse:
    """None of those shown is the child; the history has been looked at."""
    person = asking(request)
    try:
        find_nobody(
            by=person,
            reference=reference,
            version=posted_version(request.POST.get("version", "")),
            shown=request.POST.getlist("shown"),
        )
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "It has been noted that nobody who is known is the same child.")
    log_contact(request, contact_for(person, reference))
    return redirect(f"referrals:{TAB}", reference=reference)


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, reference: str, merge: str) -> HttpResponse:
    """Undo a merge, with a reason."""
    person = asking(request)
    contact = contact_for(person, reference)
    form = ReasonForm(request.POST or None)
    joined = next((one for one in merges_of(person, contact.child) if one.reference == merge), None)
    act = Act(
        "Part these records again",
        "Part them",
        form,
        lambda version: part_children(by=person, reference=reference, version=version, merge=merge, **form.cleaned_data),
        "The records stand by themselves again.",
        then=TAB,
        context={
            "explanation": "Each record stands again for what it stood for before. Nothing that was written since is lost.",
            "sides": side_by_side(joined.lesser, joined.greater) if joined else [],
        },
        template="referrals/mash/part.html",
    )
    return acted(request, contact, act, [joined.lesser.reference, joined.greater.reference] if joined else [])
