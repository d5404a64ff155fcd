"""Screening a contact: begun, rated, agencies asked; and restricting it to those who are named."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from accounts.models import Agency, Person
from accounts.services.grants import end_grants, give_person_grant
from children.services import write_chronology
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.events import Subject
from foundation.service import service
from foundation.states import move
from referrals.deadlines import DECISION, INFORMATION
from referrals.models import SEE_CONTACT, Contact, ContactPersonGrant, ContactTask, Rating, RatingChange
from referrals.rules.chronology import ARRIVED
from referrals.rules.triage import CONTACT, MASH_CHECK, NO_RESEARCH, TRANSITIONS
from referrals.selectors.checks import people_to_ask
from referrals.selectors.contacts import agencies_to_ask, nameable_people, team_of
from referrals.services.locking import hold, keep
from work.models import Clock, Request
from work.selectors import deadlines
from work.selectors.open_work import clock_of, open_work_on
from work.services.clocks import change_variant, revise_due, start_clock, stop_clock
from work.services.requests import ask

NAMED = "Named on a restricted contact"
BY_NAME = "This contact is restricted to people who are named. Select whom you ask in each agency."


@service
def begin_screening(*, by: Person, reference: str, version: int) -> Contact:
    """Take a contact from the queue to screen it. Refused when somebody has begun already."""
    contact = hold(by, reference, version)
    move(TRANSITIONS, contact, "begin")
    moment = clock.now()
    contact.screener, contact.screened_at, contact.screened_by = by, moment, by.actor_reference
    keep(contact, "state", "screener", "screened_at", "screened_by")
    open_task(contact, by, ContactTask.Kind.HISTORY_CHECK, "Check what is already known of the child and family")
    events.record(verb="referrals.screening_begun", by=by, subject=subject_of(contact))
    write_chronology(by=by, child=contact.child, kind=ARRIVED, record=subject_of(contact), at=contact.received_at)
    return contact


@service
def rate(*, by: Person, reference: str, version: int, rating: str, reason: str) -> Contact:
    """Give a contact its BRAG rating, or another one. The time in which agencies answer follows from it, counted from receipt.

    Refuses a rating without a reason, the rating that it has, and rating a contact that is not being screened.
    """
    if rating not in Rating.values:
        raise Refused("Select a rating.", field="rating")
    if not reason.strip():
        raise Refused("Enter why you give this rating.", field="reason")
    contact = hold(by, reference, version)
    move(TRANSITIONS, contact, "rate")
    if contact.rating == rating:
        raise Refused(f"The contact is rated {contact.get_rating_display().lower()} already.", field="rating")
    RatingChange.objects.create(
        contact=contact,
        old=contact.rating,
        new=rating,
        reason=reason,
        changed_at=clock.now(),
        changed_by=by.actor_reference,
    )
    old, contact.rating = contact.rating, rating
    contact.initial_rating = contact.initial_rating or rating
    contact.information_due_at = _information_clock(contact, by, reason)
    keep(contact, "rating", "initial_rating", "information_due_at")
    events.record(
        verb="referrals.contact_rated",
        by=by,
        subject=subject_of(contact),
        reason=reason,
        data={"old": old or None, "new": rating},
    )
    return contact


def _information_clock(contact: Contact, by: Actor, reason: str) -> datetime | None:
    """Start, change or stop the clock of the agencies' answers; open questions get its new due time. Says when they are due."""
    subject = subject_of(contact)
    if contact.rating in NO_RESEARCH:
        stop_clock(by=by, kind=INFORMATION, subject=subject, outcome="no_research")
        return None
    running = change_variant(by=by, kind=INFORMATION, subject=subject, variant=contact.rating, reason=reason)
    if running is None:
        decision = clock_of(subject, DECISION)
        running = start_clock(
            by=by,
            kind=INFORMATION,
            subject=subject,
            started_at=contact.received_at,
            owner_team=decision.owner_team if decision else team_of(by, contact) if isinstance(by, Person) else None,
            variant=contact.rating,
        )
    _move_questions(running, subject, by, reason)
    return running.due_at


def when_decision_moves(reference: str, due_at: datetime) -> None:
    """Keep with a contact the new due time of its decision, after a hold. Called in the transaction that moves it."""
    Contact.objects.filter(reference=reference).update(decision_due_at=due_at)


def when_information_moves(reference: str, due_at: datetime) -> None:
    """Keep with a contact the new due time of the agencies' answers. Called in the transaction that moves it."""
    Contact.objects.filter(reference=reference).update(information_due_at=due_at)


def _move_questions(running: Clock, subject: Subject, by: Actor, reason: str) -> None:
    """Let open questions be due when the rating now says; once that has passed, as much time again from now."""
    due_at = running.due_at
    if due_at <= clock.now():
        due_at = deadlines.due(MASH_CHECK, running.variant, clock.now()).at
    for request in open_work_on(subject).requests:
        if request.clock_id is not None and request.kind == MASH_CHECK:
            revise_due(by=by, clock_id=request.clock_id, due_at=due_at, reason=reason, variant=running.variant)


@service
def ask_agencies(
    *,
    by: Person,
    reference: str,
    version: int,
    agencies: Sequence[str] = (),
    question: str,
    legal_basis: str,
    purpose: str,
    people: Sequence[str] = (),
) -> list[Request]:
    """Ask some agencies (by their codes) one question about a child, due when the rating says.

    About a restricted contact somebody of each agency is asked by name (`people`, by the codes of `people_to_ask`); nobody else
    there reads the question, and without a name it is refused.
    Refuses before the contact is rated, with a blue rating, without a question, a legal basis or a purpose, and asking an
    agency again before it has answered.
    """
    contact = hold(by, reference, version)
    asked_of = _asked_by_name(people) if contact.restricted else _asked_agencies(agencies)
    _check_question(contact, question, legal_basis, purpose)
    move(TRANSITIONS, contact, "ask")
    subject = subject_of(contact)
    waiting = {request.to_agency.code for request in open_work_on(subject).requests if request.kind == MASH_CHECK}
    words = {"question": question, "legal_basis": legal_basis, "purpose": purpose}
    due_at, asked = _answer_due(contact), list[Request]()
    for agency, somebody in asked_of:
        if agency.code in waiting:
            field = "people" if somebody else "agencies"
            raise Refused(f"{agency.name} has not answered your last question yet.", field=field)
        asked.append(_ask_one(contact, by, agency, somebody, words, due_at))
    keep(contact, "state")
    return asked


def _asked_agencies(codes: Sequence[str]) -> list[tuple[Agency, Person | None]]:
    if not codes:
        raise Refused("Select the agencies that you ask.", field="agencies")
    known = {agency.code: agency for agency in agencies_to_ask()}
    if set(codes) - set(known):
        raise Refused("Select agencies from the list.", field="agencies")
    return [(known[code], None) for code in dict.fromkeys(codes)]


def _asked_by_name(codes: Sequence[str]) -> list[tuple[Agency, Person | None]]:
    if not codes:
        raise Refused(BY_NAME, field="people")
    known = people_to_ask()
    if set(codes) - set(known):
        raise Refused("Select people from the list.", field="people")
    asked: list[tuple[Agency, Person | None]] = [known[code] for code in dict.fromkeys(codes)]
    if len({agency for agency, _somebody in asked}) != len(asked):
        raise Refused("Select one person of each agency.", field="people")
    return asked


def _check_question(contact: Contact, question: str, legal_basis: str, purpose: str) -> None:
    if not contact.rating:
        raise Refused("Rate the contact before you ask agencies: their time to answer follows from the rating.")
    if contact.rating in NO_RESEARCH:
        raise Refused("A blue contact asks nobody. Rate it again if you need to know more.")
    if not question.strip():
        raise Refused("Enter what you ask.", field="question")
    if not legal_basis.strip():
        raise Refused("Select on which legal basis you ask.", field="legal_basis")
    if not purpose.strip():
        raise Refused("Enter what you need the answer for.", field="purpose")


def _answer_due(contact: Contact) -> datetime | None:
    """When the rating says, counted from receipt; once that has passed, as much time again from now (None)."""
    due = contact.information_due_at
    return due if due is not None and due > clock.now() else None


def _ask_one(
    contact: Contact, by: Person, agency: Agency, somebody: Person | None, words: Mapping[str, str], due_at: datetime | None
) -> Request:
    request = ask(
        by=by,
        kind=MASH_CHECK,
        subject=subject_of(contact),
        from_team=team_of(by, contact),
        to_agency=agency,
        to_person=somebody,
        variant=contact.rating,
        due_at=due_at,
        question=words["question"],
        legal_basis=words["legal_basis"],
        purpose=words["purpose"],
    )
    open_task(
        contact, by, ContactTask.Kind.INFORMATION_REQUEST, f"Answer of {agency.name}", waits_for=("request", request.reference)
    )
    return request


@service
def restrict(*, by: Person, reference: str, version: int, people: Sequence[str], reason: str) -> None:
    """Hide a form's contacts from everybody but the people named (by reference) and whoever restricts them.

    All children of the form, because the form tells of all of them. Refuses without a reason, and naming somebody who does
    not work on it. Asked again, it takes sight from whoever is not named again, however they came by it; only a glass broken
    in an emergency stays broken for its hours.
    """
    if not reason.strip():
        raise Refused("Enter why only some people may see this.", field="reason")
    contact = hold(by, reference, version)
    allowed = {person.reference: person for person in nameable_people(contact)}
    if unknown := [one for one in people if one not in allowed and one != by.reference]:
        raise Refused(f"{len(unknown)} of these people cannot be named here. Use the list.", field="people")
    named = [by, *(allowed[one] for one in dict.fromkeys(people) if one != by.reference)]
    for one in whole_form(contact):
        end_grants(by=by, grants=one.person_grants.filter(break_glass=False).exclude(user__in=named))
        for person in named:
            give_person_grant(by=by, record=one, person=person, codename=SEE_CONTACT, reason=NAMED, grants=ContactPersonGrant)
        one.restricted = True
        keep(one, "restricted")
        events.record(verb="referrals.restricted", by=by, subject=subject_of(one), reason=reason, data={"people": len(named)})


@service
def lift(*, by: Person, reference: str, version: int, reason: str) -> None:
    """Show a form's contacts to the teams again. Refuses without a reason, and when it is not restricted."""
    if not reason.strip():
        raise Refused("Enter why the teams may see this again.", field="reason")
    contact = hold(by, reference, version)
    if not contact.restricted:
        raise Refused("This contact is not restricted.")
    for one in whole_form(contact):
        one.restricted = False
        keep(one, "restricted")
        end_grants(by=by, grants=one.person_grants.filter(break_glass=False))
        events.record(verb="referrals.restriction_lifted", by=by, subject=subject_of(one), reason=reason)


def whole_form(contact: Contact) -> list[Contact]:
    """The contacts of every child of a contact's form, locked. Part of services."""
    return list(Contact.objects.select_for_update(of=("self",)).filter(submission=contact.submission_id).order_by("pk"))


def subject_of(contact: Contact) -> Subject:
    """How events, clocks, handovers and requests name a contact."""
    return Subject(CONTACT, contact.reference)


def open_task(
    contact: Contact, by: Actor, kind: str, title: str, *, waits_for: tuple[str, str] = ("", ""), done: bool = False
) -> ContactTask:
    """Open a task of a contact; `waits_for` is the kind and reference of the request or handover that ends it."""
    moment = clock.now()
    record_kind, record_reference = waits_for
    return ContactTask.objects.create(
        contact=contact,
        kind=kind,
        title=title,
        record_kind=record_kind,
        record_reference=record_reference,
        opened_at=moment,
        opened_by=by.actor_reference,
        done_at=moment if done else None,
        done_by=by.actor_reference if done else "",
    )
