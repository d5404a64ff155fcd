"""One contact: what was sent, what agencies said, what was decided, what happened."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.access_log import Action
from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.models.events import DomainEvent
from foundation.together import Waiting, read_together
from referrals.models import Contact, ContactState
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
from referrals.presenters.taken import awaited_panel, taken_panel
from referrals.rules.taken import TAKEN_CHANNELS
from referrals.selectors.checks import chaseable
from referrals.selectors.contacts import (
    Casework,
    WhatWasSent,
    casework_of,
    contact_for,
    is_manager,
    named_people,
    timeline_of,
    visible_references,
    works_in_the_mash,
)
from referrals.selectors.correspondence import diversions_of, unread_by
from referrals.selectors.repeats import likely_of_contact, repeats_of_contact
from referrals.selectors.same_child import looks_known, near_child
from referrals.selectors.taken import CallsBefore, likely_forms, seen_submissions, taken_of
from referrals.services import note_presence
from referrals.views.acts import log_contact
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
    page = Opened(request, reference, "contact")
    found, person = page.contact, page.person
    sent = WhatWasSent(person, found)
    near = near_child(found) if page.officer else None
    before = CallsBefore(found.submission) if found.submission.channel not in TAKEN_CHANNELS else None
    context = page.beside(*sent.rows, *(near.rows if near else ()), *(before.rows if before else ()))
    siblings, earlier = sent.related.siblings, sent.related.earlier
    context |= _submitted(found, sent)
    context["consent_links"] = consent_links(found, officer=page.officer, manager=page.manager)
    context |= {"earlier": earlier_rows(earlier), "repeats": repeat_lines(repeats_of_contact(found, earlier))}
    likely = likely_of_contact(person, found)
    context |= {"likely": likely_lines(likely), "likely_badges": likely_words(likely)}
    context["notice"] = _notice(found, officer=page.officer)
    context["taken"] = (
        awaited_panel(before.seen_by(person), may_act=page.officer) if before else _taken(person, found, officer=page.officer)
    )
    context["quality"] = for_the_mash(list(sent.quality))
    known = looks_known(person, near, siblings) if near else []
    context["looks_known"] = looks_known_rows(found, known)
    like = [one.child.reference for _candidate, contacts in known for one in contacts[:1]]
    log_contact(request, found, [*sent.children, *like])
    return render(request, "referrals/mash/contact.html", context)


@require_GET
def checks(request: HttpRequest, reference: str) -> HttpResponse:
    """What agencies were asked, and what they said."""
    page = Opened(request, reference, "contact_checks")
    found, work, context = page.contact, page.work, page.beside()
    may_act = found if page.officer and not context["closed"] else None
    context["checks"] = check_rows(work.requests, names_of(actors(work)), files=files_of(work.requests), acts_on=may_act)
    context["late"] = len(chaseable(work.requests)) if may_act else 0
    log_contact(request, found)
    return render(request, "referrals/mash/checks.html", context)


@require_GET
def decision(request: HttpRequest, reference: str) -> HttpResponse:
    """What was proposed and approved, and the tasks that follow."""
    page = Opened(request, reference, "contact_decision")
    found, work = page.contact, page.work
    context = page.beside(*work.decided)
    names = names_of(actors(work))
    context["decisions"] = decision_cards(work.decisions, names)
    context["tasks"] = task_rows(found, work.tasks, names, officer=page.officer)
    log_contact(request, found)
    return render(request, "referrals/mash/decision.html", context)


@require_GET
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """What happened, newest first."""
    page = Opened(request, reference, "contact_history")
    events = timeline_of(page.contact)
    context = page.beside(*page.work.decided, events)
    context["entries"] = _timeline(page.work, events)
    log_contact(request, page.contact)
    return render(request, "referrals/mash/history.html", context)


@require_GET
def print_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything about one contact on paper."""
    page = Opened(request, reference, "contact")
    found, work = page.contact, page.work
    sent, events = WhatWasSent(page.person, found), timeline_of(found)
    context = page.beside(*sent.rows, *work.decided, events)
    names = names_of(actors(work))
    context |= _submitted(found, sent)
    context |= {
        "checks": check_rows(work.requests, names),
        "decisions": decision_cards(work.decisions, names),
        "tasks": task_rows(found, work.tasks, names, officer=False),
        "entries": _timeline(work, events),
    }
    log_contact(request, found, sent.children, Action.PRINT)
    return render(request, "referrals/mash/print.html", context)


class Opened:
    """A contact whose page somebody has opened: who reads it, and what stands beside every one of its tabs."""

    def __init__(self, request: HttpRequest, reference: str, current: str) -> None:
        self.person, self.current = asking(request), current
        self.contact = contact_for(self.person, reference)
        self.work = casework_of(self.contact)
        self.officer, self.manager = works_in_the_mash(self.person), is_manager(self.person)

    def beside(self, *shown: Waiting) -> dict[str, Any]:
        """What every tab says, read in one statement together with what this one shows."""
        person, found, work, me = self.person, self.contact, self.work, self.person.reference
        unread = unread_by(person, found.submission, from_mash=False)
        read_together(*work.beside_tabs, *((unread,) if self.officer else ()), *shown)
        return {
            **heading(found),
            "work": work,
            "officer": self.officer,
            "child_url": reverse("children:child", args=[found.child.reference]) if self.officer or found.is_open else "",
            "tabs": tabs(found, work, self.current, unread=len(unread) if self.officer else None),
            "clocks": clock_rows(work.clocks, manages=self.manager),
            "steps": next_steps(found, work, officer=self.officer, manager=self.manager, me=me),
            "waits_for": waits_for(found, work, manager=self.manager, me=me),
            "manager_links": manager_links(found) if self.manager else [],
            "named": named_people(found) if found.restricted else [],
            "amended": found.submission.newest_amendment,
            "aside": _aside(person, found),
            **(beside_context(found, note_presence(by=person, contact=found)) if self.officer else {}),
        }


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
    names = names_of([found.submission.received_by])
    taken = taken_of(found.submission_id)
    seen = seen_submissions(person, [taken.form.reference]) if taken and taken.form else set()
    likely = likely_forms(person, taken) if taken and taken.waits_for_form and officer else []
    return taken_panel(found, taken, names, seen, may_act=officer, manager=is_manager(person), likely=likely)


def _aside(person: Person, found: Contact) -> list[dict[str, str]]:
    """How it went aside, while it is aside; the contact that stays is named only to who may see it."""
    if found.state not in ASIDE:
        return []
    rows = diversions_of(found)
    stays = [row.duplicate_of.reference for row in rows if row.duplicate_of]
    seen = visible_references(person, stays) if stays else set()
    return diversion_rows(rows, names_of([row.diverted_by for row in rows]), seen)


def _timeline(work: Casework, events: Iterable[DomainEvent]) -> list[dict[str, Any]]:
    agencies = {row.to_agency.code: row.to_agency.name for row in work.requests}
    return timeline(events, names_of(actors(work, events)), work, agencies)


def _submitted(found: Contact, sent: WhatWasSent) -> dict[str, Any]:
    overrides = list(sent.overrides) if sent.overrides is not None else []
    names = names_of([row.decided_by for row in overrides]) if overrides else {}
    return submission_page(found, sent.related.siblings, sent.people.each(), list(sent.documents), overrides, names)
