"""What the MASH does with a contact: each page asks, calls one service, and shows a refusal beside what was typed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from accounts.selectors.people import names_of
from foundation.design.forms import PortalForm
from referrals.forms.mash import (
    AskByNameForm,
    AskForm,
    DecideForm,
    ProposeForm,
    RateForm,
    ReasonForm,
    RestrictForm,
    TaskForm,
    TeamForm,
)
from referrals.models import ConsentStatus, Contact, ContactTask
from referrals.presenters.consent import consent_panel
from referrals.presenters.contacts import concern_parts
from referrals.presenters.history import actors
from referrals.presenters.mash import check_rows, decision_cards
from referrals.rules.triage import FOLLOWS
from referrals.selectors.checks import evidence_on, people_to_ask
from referrals.selectors.consent import overrides_of
from referrals.selectors.contacts import (
    agencies_to_ask,
    casework_of,
    contact_for,
    is_manager,
    nameable_people,
    named_people,
    task_for,
    teams_receiving,
)
from referrals.selectors.guide import guide_in_use
from referrals.services import (
    approve_decision,
    ask_agencies,
    begin_screening,
    complete_task,
    lift,
    offer_again,
    propose_decision,
    rate,
    reopen,
    restrict,
    send_back,
    sign_off,
    waive_task,
)
from referrals.services.tasks import ENDS_ITSELF, WRITTEN_FORM_OWED, open_things
from referrals.views.acts import Act, acted, version_of


@require_POST
def begin(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the contact; the page then shows what to do first."""
    begin_screening(by=asking(request), reference=reference, version=version_of(request))
    messages.success(request, "You are screening this contact. Rate it next.")
    return redirect("referrals:contact", reference=reference)


@require_http_methods(["GET", "POST"])
def rating(request: HttpRequest, reference: str) -> HttpResponse:
    """Rate the contact."""
    person = asking(request)
    contact = contact_for(person, reference)
    form = RateForm(request.POST or None, initial={"rating": contact.rating})
    act = Act(
        "Change the rating" if contact.rating else "Rate this contact",
        "Save the rating",
        form,
        lambda version: rate(by=person, reference=reference, version=version, **form.cleaned_data),
        "The rating has been saved.",
        context={"worries": concern_parts(contact.submission)[:1]},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask agencies what they know."""
    person = asking(request)
    contact = contact_for(person, reference)
    form = _ask_form(request, contact)
    act = Act(
        "Ask agencies what they know",
        "Ask them",
        form,
        lambda version: ask_agencies(by=person, reference=reference, version=version, **form.cleaned_data),
        "The agencies have been asked. Their answers come back to this page.",
        then="contact_checks",
        template="referrals/mash/ask.html",
    )
    return acted(request, contact, act)


def _ask_form(request: HttpRequest, contact: Contact) -> AskForm:
    typed = request.POST or None
    if contact.restricted:
        people = [(code, f"{person.name}, {agency.name}") for code, (agency, person) in people_to_ask().items()]
        return AskByNameForm(typed, people=people)
    return AskForm(typed, agencies=[(agency.code, agency.name) for agency in agencies_to_ask()])


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, reference: str) -> HttpResponse:
    """Propose a decision."""
    person = asking(request)
    contact = contact_for(person, reference)
    agreed = contact.submission.consent_status == ConsentStatus.GIVEN or bool(overrides_of(contact))
    work = casework_of(contact)
    evidence = [(row.code, row.label) for row in evidence_on(contact, work.requests)]
    form = ProposeForm(request.POST or None, family_agreed=agreed, evidence=evidence)
    act = Act(
        "Propose a decision",
        "Send it to a manager",
        form,
        lambda version: propose_decision(by=person, reference=reference, version=version, **form.cleaned_data),
        "The decision has been proposed. A manager who neither screened nor proposed approves it or sends it back.",
        then="contact_decision",
        template="referrals/mash/propose.html",
        context={
            "consent": _consent(contact),
            "worries": concern_parts(contact.submission)[:1],
            "checks": check_rows(work.requests, names_of(actors(work))),
            "sent_back": work.decisions[:1] if work.decisions and work.decisions[0].sent_back_at else [],
            "guide": guide_in_use(),
        },
    )
    return acted(request, contact, act)


def _consent(contact: Contact) -> dict[str, Any]:
    overrides = overrides_of(contact)
    return consent_panel(contact.submission, overrides, names_of([row.decided_by for row in overrides]))


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Approve a proposed decision, or send it back."""
    person = asking(request)
    contact = contact_for(person, reference)
    work = casework_of(contact)
    outcome = work.current.outcome if work.current else ""
    kind = FOLLOWS[outcome].handover if outcome else ""
    teams = [(team.code, f"{team.name}, {team.agency.name}") for team in teams_receiving(kind)] if kind else []
    form = DecideForm(request.POST or None, teams=teams)

    def call(version: int) -> None:
        if form.cleaned_data["answer"] == "approve":
            approve_decision(by=person, reference=reference, version=version, team=form.cleaned_data.get("team") or "")
        else:
            send_back(by=person, reference=reference, version=version, reason=form.cleaned_data["reason"])

    names = names_of(actors(work))
    sending_back = request.POST.get("answer") == "send_back"
    act = Act(
        "Approve this decision or send it back",
        "Save",
        form,
        call,
        "The decision has been sent back." if sending_back else "The decision is approved. What it asks to be done is below.",
        then="contact_decision",
        template="referrals/mash/decide.html",
        context={
            "decisions": decision_cards([work.current] if work.current else [], names),
            "consent": _consent(contact),
            "checks": check_rows(work.requests, names),
            "worries": concern_parts(contact.submission)[:1],
        },
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, reference: str, task_id: int) -> HttpResponse:
    """Say what became of a task."""
    person = asking(request)
    contact = contact_for(person, reference)
    found = task_for(contact, task_id)
    manager = is_manager(person)
    by_hand = ContactTask.Kind(found.kind) not in ENDS_ITSELF
    form = TaskForm(request.POST or None, may_complete=by_hand, may_waive=manager)

    def call(version: int) -> None:
        given = form.cleaned_data
        if given["answer"] == "done":
            complete_task(by=person, reference=reference, version=version, task_id=task_id, note=given["note"] or "")
        else:
            waive_task(by=person, reference=reference, version=version, task_id=task_id, reason=given["reason"])

    act = Act(
        found.title,
        "Save",
        form,
        call,
        "The task has been updated.",
        then="contact_decision",
        template="referrals/mash/task.html",
        context={"nothing_to_do": not by_hand and not manager, "ends_itself": ENDS_ITSELF.get(ContactTask.Kind(found.kind), "")},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer a returned contact to a team again."""
    person = asking(request)
    contact = contact_for(person, reference)
    kind = FOLLOWS[contact.outcome].handover if contact.outcome else ""
    teams = [(team.code, f"{team.name}, {team.agency.name}") for team in teams_receiving(kind)] if kind else []
    form = TeamForm(request.POST or None, teams=teams)
    returned = [row for row in casework_of(contact).handovers if row.return_reason]
    act = Act(
        "Offer to a team again",
        "Offer it",
        form,
        lambda version: offer_again(by=person, reference=reference, version=version, **form.cleaned_data),
        "The contact has been offered. Its task stays open until the team accepts.",
        then="contact_decision",
        template="referrals/mash/offer.html",
        context={"returned": returned[-1:]},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def signing_off(request: HttpRequest, reference: str) -> HttpResponse:
    """Sign off, or read what is still open."""
    person = asking(request)
    contact = contact_for(person, reference)
    things = open_things(contact)
    act = Act(
        "Sign off this contact",
        "Sign off",
        PortalForm(request.POST or None),
        lambda version: sign_off(by=person, reference=reference, version=version),
        "The contact has been signed off. It is no longer in the queue.",
        template="referrals/mash/sign_off.html",
        context={"open_things": things, "form_owed": WRITTEN_FORM_OWED in things},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def reopening(request: HttpRequest, reference: str) -> HttpResponse:
    """Reopen a decided or closed contact."""
    person = asking(request)
    contact = contact_for(person, reference)
    form = ReasonForm(request.POST or None)
    act = Act(
        "Reopen this contact",
        "Reopen it",
        form,
        lambda version: reopen(by=person, reference=reference, version=version, **form.cleaned_data),
        "The contact is open again. A new decision is due by the end of the next working day.",
        context={"explanation": "Offers to teams are withdrawn and open tasks of the decision end. Everything on record stays."},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def restricting(request: HttpRequest, reference: str) -> HttpResponse:
    """Hide a form's contacts from everybody who is not named."""
    person = asking(request)
    contact = contact_for(person, reference)
    people = [(one.reference, one.name) for one in nameable_people(contact) if one.pk != person.pk]
    named = [one.reference for one in named_people(contact)] if contact.restricted else []
    form = RestrictForm(request.POST or None, people=people, initial={"people": named})
    act = Act(
        "Restrict this contact to named people",
        "Restrict it",
        form,
        lambda version: restrict(by=person, reference=reference, version=version, **form.cleaned_data),
        "Only the people named can see this contact now.",
        context={"explanation": "All children of this referral are restricted together, because its text tells of all of them."},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def lifting(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a restricted contact to the teams again."""
    person = asking(request)
    contact = contact_for(person, reference)
    form = ReasonForm(request.POST or None)
    act = Act(
        "Show this contact to the teams again",
        "Show it to them",
        form,
        lambda version: lift(by=person, reference=reference, version=version, **form.cleaned_data),
        "The teams can see this contact again.",
        context={"explanation": "Everybody in the teams that receive contacts will see it, with all children of this referral."},
    )
    return acted(request, contact, act)
