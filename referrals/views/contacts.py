"""One contact: what was sent, what agencies said, what was decided, what happened."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from referrals.models import Contact, ContactState
from referrals.models.codes import NOT_AGREED
from referrals.presenters.afterwards import diversion_rows
from referrals.presenters.consent import consent_links
from referrals.presenters.contacts import submission_page
from referrals.presenters.encompass import notice_panel
from referrals.presenters.history import actors, timeline
from referrals.presenters.mash import (
    check_rows,
    clock_rows,
    decision_cards,
    earlier_rows,
    heading,
    manager_links,
    next_steps,
    tabs,
    task_rows,
    waits_for,
)
from referrals.presenters.quality import for_the_mash
from referrals.presenters.queue import beside_context, likely_words
from referrals.presenters.same_child import likely_lines, looks_known_rows, repeat_lines
from referrals.presenters.taken import taken_panel
from referrals.rules.taken import TAKEN_CHANNELS
from referrals.selectors.attachments import documents_with_details
from referrals.selectors.checks import chaseable
from referrals.selectors.consent import overrides_of
from referrals.selectors.contacts import (
    casework_of,
    contact_for,
    is_manager,
    named_people,
    people_of,
    related_contacts,
    timeline_of,
    visible_references,
    works_in_the_mash,
)
from referrals.selectors.correspondence import diversions_of, unread_by
from referrals.selectors.quality import quality_of_submission
from referrals.selectors.repeats import likely_of_contact, repeats_of_contact
from referrals.selectors.same_child import looks_known
from referrals.selectors.taken import seen_submissions, taken_of
from referrals.services import note_presence
from work.selectors.open_work import files_of

ASIDE = (
    ContactState.CLOSED,
    ContactState.RETURNED,
    ContactState.DUPLICATE,
    ContactState.OUT_OF_AREA,
    ContactState.LINKED,
)


@require_GET
def contact(request: HttpRequest, reference: str) -> HttpResponse:
    """The first tab: the child, the household, consent and the worries, as they were sent."""
    found, context = opened(request, reference, "contact")
    person = asking(request)
    siblings, earlier = related_contacts(person, found)
    context |= _submitted(found, siblings)
    context["consent_links"] = consent_links(found, officer=context["officer"], manager=is_manager(person))
    context |= {"earlier": earlier_rows(earlier), "repeats": repeat_lines(repeats_of_contact(found, earlier))}
    likely = likely_of_contact(person, found)
    context |= {"likely": likely_lines(likely), "likely_badges": likely_words(likely)}
    context["notice"] = _notice(found, officer=context["officer"])
    context["taken"] = _taken(person, found, officer=context["officer"])
    context["quality"] = for_the_mash(quality_of_submission(found.submission))
    known = looks_known(person, found, siblings) if context["officer"] else []
    context["looks_known"] = looks_known_rows(found, known)
    _log(request, found, [found, *siblings, *(one for _candidate, contacts in known for one in contacts[:1])])
    return render(request, "referrals/mash/contact.html", context)


@require_GET
def checks(request: HttpRequest, reference: str) -> HttpResponse:
    """What agencies were asked, and what they said."""
    found, context = opened(request, reference, "contact_checks")
    work = context["work"]
    may_act = found if context["officer"] and not context["closed"] else None
    context["checks"] = check_rows(work.requests, names_of(actors(work)), files=files_of(work.requests), acts_on=may_act)
    context["late"] = len(chaseable(work.requests)) if may_act else 0
    _log(request, found, [found])
    return render(request, "referrals/mash/checks.html", context)


@require_GET
def decision(request: HttpRequest, reference: str) -> HttpResponse:
    """What was proposed and approved, and the tasks that follow."""
    found, context = opened(request, reference, "contact_decision")
    work = context["work"]
    names = names_of(actors(work))
    context["decisions"] = decision_cards(work.decisions, names)
    context["tasks"] = task_rows(found, work.tasks, names, officer=context["officer"])
    _log(request, found, [found])
    return render(request, "referrals/mash/decision.html", context)


@require_GET
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """What happened, newest first."""
    found, context = opened(request, reference, "contact_history")
    context["entries"] = _timeline(found, context)
    _log(request, found, [found])
    return render(request, "referrals/mash/history.html", context)


@require_GET
def print_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything about one contact on paper."""
    found, context = opened(request, reference, "contact")
    person, work = asking(request), context["work"]
    siblings, _earlier = related_contacts(person, found)
    names = names_of(actors(work))
    context |= _submitted(found, siblings)
    context |= {
        "checks": check_rows(work.requests, names),
        "decisions": decision_cards(work.decisions, names),
        "tasks": task_rows(found, work.tasks, names, officer=False),
        "entries": _timeline(found, context),
    }
    _log(request, found, [found, *siblings], Action.PRINT)
    return render(request, "referrals/mash/print.html", context)


def opened(request: HttpRequest, reference: str, current: str) -> tuple[Contact, dict[str, Any]]:
    """The contact, and what stands beside every one of its tabs."""
    person = asking(request)
    found = contact_for(person, reference)
    work = casework_of(found)
    officer, manager = works_in_the_mash(person), is_manager(person)
    context = {
        **heading(found),
        "work": work,
        "officer": officer,
        "child_url": reverse("children:child", args=[found.child.reference]) if officer or found.is_open else "",
        "tabs": tabs(found, work, current, unread=unread_by(person, found.submission, from_mash=False) if officer else None),
        "clocks": clock_rows(work.clocks, manages=manager),
        "steps": next_steps(found, work, officer=officer, manager=manager, me=person.reference),
        "waits_for": waits_for(found, work, manager=manager, me=person.reference),
        "manager_links": manager_links(found) if manager else [],
        "named": named_people(found) if found.restricted else [],
        "amended": found.submission.newest_amendment,
        "aside": _aside(person, found),
        **(beside_context(found, note_presence(by=person, contact=found)) if officer else {}),
    }
    return found, context


@require_GET
def beside(request: HttpRequest, reference: str) -> HttpResponse:
    """Who else has the contact open. A page that stands open asks by itself; nothing of the child is in the answer."""
    person = asking(request)
    found = contact_for(person, reference)
    context = beside_context(found, note_presence(by=person, contact=found))
    if request.GET.get("shown", "") == context["beside_shown"]:
        return HttpResponse(status=204)  # the page says so already, and nobody is told twice
    return render(request, "referrals/mash/beside.html", context)


def _notice(found: Contact, *, officer: bool) -> dict[str, Any] | None:
    """How the notice to the school stands, where there is one."""
    row = getattr(found, "school_notice", None)
    return notice_panel(found, row, names_of([row.acknowledged_by]), may_act=officer) if row else None


def _taken(person: Person, found: Contact, *, officer: bool) -> dict[str, Any] | None:
    """How it came, where the MASH took it down."""
    if found.submission.channel not in TAKEN_CHANNELS:
        return None
    names = names_of([found.submission.received_by])
    taken = taken_of(found.submission_id)
    seen = seen_submissions(person, [taken.form.reference]) if taken and taken.form else set()
    return taken_panel(found, taken, names, seen, may_act=officer, manager=is_manager(person))


def _aside(person: Person, found: Contact) -> list[dict[str, str]]:
    """How it went aside, while it is aside; the contact that stays is named only to who may see it."""
    if found.state not in ASIDE:
        return []
    rows = diversions_of(found)
    stays = [row.duplicate_of.reference for row in rows if row.duplicate_of]
    seen = visible_references(person, stays) if stays else set()
    return diversion_rows(rows, names_of([row.diverted_by for row in rows]), seen)


def _timeline(found: Contact, context: dict[str, Any]) -> list[dict[str, Any]]:
    events, work = timeline_of(found), context["work"]
    agencies = {row.to_agency.code: row.to_agency.name for row in work.requests}
    return timeline(events, names_of(actors(work, events)), work, agencies)


def _submitted(found: Contact, siblings: list[Contact]) -> dict[str, Any]:
    overrides = overrides_of(found) if found.submission.consent_status in NOT_AGREED else []
    names = names_of([row.decided_by for row in overrides]) if overrides else {}
    documents = documents_with_details("submission", found.submission.reference)
    return submission_page(found, siblings, people_of(found), documents, overrides, names)


def _log(request: HttpRequest, found: Contact, shown: list[Contact], action: Action = Action.VIEW) -> None:
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=action,
        route=match.view_name if match else "",
        record_kind="contact",
        record_reference=found.reference,
        children=[one.child.reference for one in shown],
    )
