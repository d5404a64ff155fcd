"""Disagreements between agencies: raise one, read and end a stage, and the list with its figures."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.errors import Conflict, NotVisible, Refused
from foundation.versions import posted_version
from referrals import services
from referrals.forms.disagreements import RaiseForm, StageForm
from referrals.models import Contact, Disagreement
from referrals.presenters.disagreements import listed_rows, stage_rows, summary
from referrals.rules.disagreements import LEVELS, NEVER_DELAYS
from referrals.selectors.disagreements import (
    agencies_of,
    agencies_to_disagree_with,
    agency_of_contact,
    disagreement_for,
    is_ours,
    listed,
    may_raise_about,
    numbers_of_year,
)
from referrals.views.afterwards import page_key
from referrals.views.drafting import writer_of

CONFLICT, REFUSED = 409, 422


@require_GET
def disagreements(request: HttpRequest) -> HttpResponse:
    """The list, newest first, and the figures of the year. It names no child."""
    person = writer_of(request)
    known = isinstance(person, Person)
    state = request.GET.get("state", "")
    state = state if state in Disagreement.State.values else ""
    typed = request.GET.get("after", "")
    page = listed(person, state=state, after=typed)
    here = reverse("referrals:disagreements")
    kept = f"state={state}&" if state else ""
    context = {
        "rows": listed_rows(page.rows, page.opens),
        "numbers": numbers_of_year(person) if isinstance(person, Person) else None,
        "levels": LEVELS,
        "may_raise": known and bool(agencies_of(person)),
        "tabs": [
            {"text": text, "href": f"{here}?state={code}" if code else here, "current": code == state}
            for code, text in (("", "All"), *Disagreement.State.choices)
        ],
        "next_url": f"?{kept}after={page.next_key}" if page.next_key else "",
        "first_url": f"?{kept}" if typed else "",
    }
    return render(request, "referrals/disagreements/list.html", context)


@require_http_methods(["GET", "POST"])
def raise_one(request: HttpRequest) -> HttpResponse:
    """Raise one, about a contact that one's side sent (`contact`) or another matter."""
    person = writer_of(request)
    reference = request.POST.get("contact", "") or request.GET.get("contact", "")
    contact = may_raise_about(person, reference) if reference else None
    if reference and contact is None:
        raise NotVisible
    ours = agencies_of(person)
    theirs = [(one.code, one.name) for one in agencies_to_disagree_with()]
    form = RaiseForm(request.POST or None, ours=[(one.code, one.name) for one in ours], theirs=theirs, initial=_initial(contact))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = services.raise_disagreement(
                by=person,
                raised_for=given.get("raised_for") or (ours[0].code if ours else ""),
                raised_with=given["raised_with"],
                about=given["about"],
                words={name: given[name] for name in ("disputed", "concern", "wanted", "risk")},
                in_parallel=given["in_parallel"],
                contact=reference,
                once=page_key(request),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "It is raised. Speak with your counterpart now, and note here what came of it.")
            return redirect("referrals:disagreement", made.reference)
    _log(request, "contact" if contact else "disagreement", contact)
    context = {
        "form": form,
        "contact": contact,
        "once": page_key(request),
        "never_delays": NEVER_DELAYS,
        "button_text": "Raise it",
        "back_url": reverse("referrals:submission", args=[contact.submission.reference])
        if contact
        else reverse("referrals:disagreements"),
    }
    return render(request, "referrals/disagreements/raise.html", context, status=REFUSED if form.errors else 200)


def _initial(contact: Contact | None) -> dict[str, str]:
    if contact is None:
        return {}
    agency = agency_of_contact(contact)
    return {"about": Disagreement.About.THRESHOLD, "raised_with": agency.code if agency else ""}


@require_http_methods(["GET", "POST"])
def disagreement(request: HttpRequest, reference: str) -> HttpResponse:
    """One, with its stages; and what came of the present one."""
    person = writer_of(request)
    found = disagreement_for(person, reference)
    ours = is_ours(person, found)
    form = StageForm(request.POST or None, stage=found.stage, ours=ours)
    status = 200
    if request.method == "POST":
        status = REFUSED
        if form.is_valid():
            try:
                services.end_stage(
                    by=person, reference=reference, version=posted_version(request.POST.get("version", "")), **form.cleaned_data
                )
            except Conflict as conflict:
                form.refuse(conflict)
                status, found = CONFLICT, disagreement_for(person, reference)
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, "What came of the stage is noted.")
                return redirect("referrals:disagreement", reference)
    stages = list(found.stages.all())
    _log(request, "disagreement", found.contact, reference)
    context = {
        "found": found,
        "rows": summary(found),
        "stages": stage_rows(stages, names_of([stage.ended_by for stage in stages])),
        "form": form,
        "open": found.state == Disagreement.State.OPEN,
        "level": LEVELS[found.stage],
        "never_delays": NEVER_DELAYS,
        "ours": ours,
    }
    return render(request, "referrals/disagreements/one.html", context, status=status)


def _log(request: HttpRequest, kind: str, contact: Contact | None, reference: str = "") -> None:
    match = request.resolver_match
    log_look(
        by=writer_of(request),
        action=Action.VIEW,
        route=match.view_name if match else "",
        record_kind=kind,
        record_reference=reference or (contact.reference if contact else ""),
        children=[contact.child.reference] if contact else [],
    )
