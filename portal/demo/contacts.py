"""The rows of each contact: rated, asked about, decided, signed off; those of the last days are open in every state."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.models import Permission
from django.db import connection

from accounts.models import Person
from foundation.models import DomainEvent
from portal.demo import words
from portal.demo.copying import Copier, ready, shared
from portal.demo.courses import Check, Course, Courses, Form
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References
from referrals.deadlines import DECISION, INFORMATION
from referrals.models import Contact, ContactTask, Decision, RatingChange
from referrals.models.contacts import SEE_CONTACT
from referrals.rules.triage import CONTACT, MASH_CHECK
from work.models import Clock, Request

GRANTS = """
INSERT INTO referrals_contactteamgrant
    (content_object_id, group_id, permission_id, reason, starts_at, given_at, given_by, ended_by, state, rating)
SELECT id, %(group)s, %(permission)s, 'The front door receives it', received_at, received_at, 'seed', '', '', ''
FROM referrals_contact ORDER BY id
"""
RATED_AFTER = timedelta(minutes=4)
RECENT = timedelta(days=10)
"""Contacts of these days have everything that their pages show; older ones what figures count."""
INFORMATION_LIMIT = {
    rating: shared(limit=hours, calendar="mash_hours", effective_from=None)
    for rating, hours in (("red", 4), ("amber", 24), ("green", 72))
}
NO_LIMIT = shared(limit=None, calendar="mash_hours", effective_from=None)
ONE_WORKING_DAY = shared(limit=1, calendar="working_days", effective_from=None)
QUESTION = ready("What do you know of this family in the last two years that bears on the child’s safety?")
BASIS = ready("Public task: safeguarding children (Children Act 1989, section 47; Children Act 2004, section 11)")


@dataclass(frozen=True)
class _Case:
    """A contact that is being written."""

    id: int
    reference: str
    course: Course
    recent: bool


class Contacts:
    """Makes contacts for one partnership. `now` decides what is still open."""

    def __init__(self, random: Random, references: References, made: DemoPartnership, copier: Copier, now: datetime) -> None:
        self.random, self.references, self.made, self.copier, self.now = random, references, made, copier, now
        self.courses = Courses(random, made, now)
        self.permission = Permission.objects.get(codename=SEE_CONTACT, content_type__app_label="referrals").pk
        self.mash = made.teams["mash"]

    def event(self, verb: str, at: datetime, actor: str, agency: str, subject: tuple[str, str], **more: Any) -> None:
        """Write what happened to a record; `more` may be the `reason` and the `data` of the event."""
        self.copier.add(
            DomainEvent,
            verb=verb,
            at=at,
            actor_kind="person",
            actor_reference=actor,
            actor_agency=agency,
            subject_kind=subject[0],
            subject_reference=subject[1],
            **more,
        )

    def add(self, form: Form, position: int, submitted: int, child: int, child_reference: str) -> None:
        """Write one contact with everything that has happened to it."""
        course = self.courses.draw(form)
        reference = self.references.new("K")
        contact = self.copier.add(
            Contact,
            reference=reference,
            submission_id=form.submission,
            submitted_child_id=submitted,
            child_id=child,
            position=position,
            urgent=form.urgent,
            received_at=form.received_at,
            decision_due_at=course.due,
            state=course.state,
            **self._columns(course),
        )
        case = _Case(contact, reference, course, form.received_at > self.now - RECENT)
        self._decision_clock(case)
        if case.recent:
            self._received(case, child_reference)
        if course.screened_at:
            self._screened(case, course.screened_at)
        for check in course.checks:
            self._ask(case, check)
        if course.proposed_at:
            self._proposed(case, course.proposed_at)

    def give_sight(self) -> None:
        """Grant the MASH sight of every contact, in one statement once all are there."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE referrals_contact")
            cursor.execute(GRANTS, {"group": self.mash.group_id, "permission": self.permission})

    def _columns(self, course: Course) -> dict[str, Any]:
        if not course.screened_at:
            return {}
        officer, manager = course.officer, course.manager
        columns: dict[str, Any] = {
            "screener_id": officer.pk,
            "screened_at": course.screened_at,
            "screened_by": officer.reference,
            "rating": course.rating,
            "initial_rating": course.rating,
            "information_due_at": course.information_due_at,
        }
        if course.proposed_at:
            columns |= {"proposed_at": course.proposed_at, "proposed_by": officer.reference}
        if course.approved_at:
            columns |= {
                "outcome": course.outcome,
                "threshold_level": words.LEVEL[course.outcome],
                "approved_at": course.approved_at,
                "approved_by": manager.reference,
                "first_due_at": course.due,
            }
            if self.random.random() < 0.94:
                columns |= {"feedback_at": course.approved_at, "feedback_by": manager.reference}
        if course.signed_at:
            columns |= {"signed_off_at": course.signed_at, "signed_off_by": manager.reference}
            columns |= {"closed_at": course.signed_at, "closed_by": manager.reference}
        return columns

    def _by_mash(self, case: _Case, verb: str, at: datetime, by: Person, **more: Any) -> None:
        self.event(verb, at, by.reference, "social-care", (CONTACT, case.reference), **more)

    def _clock(self, subject: tuple[str, str], by: str, stopped: tuple[datetime | None, str, str], **columns: Any) -> int:
        at, stopper, outcome = stopped
        return self.copier.add(
            Clock,
            subject_kind=subject[0],
            subject_reference=subject[1],
            started_by=by,
            state="stopped" if at else "running",
            stopped_at=at,
            stopped_by=stopper if at else "",
            outcome=outcome if at else "",
            **columns,
        )

    def _decision_clock(self, case: _Case) -> None:
        course = case.course
        self._clock(
            (CONTACT, case.reference),
            course.form.referrer.reference,
            (course.approved_at, course.manager.reference, "approved"),
            kind=DECISION,
            owner_team_id=self.mash.pk,
            started_at=course.received_at,
            due_at=course.due,
            limit_used=ONE_WORKING_DAY,
        )

    def _received(self, case: _Case, child: str) -> None:
        form = case.course.form
        data = {"submission": form.reference, "child": child}
        subject = (CONTACT, case.reference)
        self.event("referrals.contact_received", form.received_at, form.referrer.reference, form.agency.code, subject, data=data)

    def _screened(self, case: _Case, at: datetime) -> None:
        course, rated = case.course, at + RATED_AFTER
        reason = words.RATED_BECAUSE[course.rating]
        self.copier.add(
            RatingChange,
            contact_id=case.id,
            new=course.rating,
            reason=reason,
            changed_at=rated,
            changed_by=course.officer.reference,
        )
        data = shared(old=None, new=course.rating)
        self._by_mash(case, "referrals.contact_rated", rated, course.officer, reason=reason, data=data)
        if case.recent:
            self._by_mash(case, "referrals.screening_begun", at, course.officer)
            self._task(case, "history_check", "Check what is already known of the child and family", at, course.proposed_at)
            if course.information_due_at:
                self._information_clock(case, course.information_due_at)

    def _information_clock(self, case: _Case, due: datetime) -> None:
        course = case.course
        self._clock(
            (CONTACT, case.reference),
            course.officer.reference,
            (course.approved_at, course.manager.reference, "approved"),
            kind=INFORMATION,
            variant=course.rating,
            owner_team_id=self.mash.pk,
            started_at=course.received_at,
            due_at=due,
            limit_used=INFORMATION_LIMIT[course.rating],
        )

    def _ask(self, case: _Case, check: Check) -> None:
        reference, officer = self.references.new("Q"), case.course.officer
        lead = self.made.people[f"lead.{check.agency}"].reference
        clock = self._clock(
            ("request", reference),
            officer.reference,
            (check.answered_at, lead, "answered"),
            kind=MASH_CHECK,
            variant=case.course.rating,
            started_at=check.asked_at,
            due_at=check.due_at,
            limit_used=NO_LIMIT,
        )
        self.copier.add(
            Request,
            reference=reference,
            kind=MASH_CHECK,
            subject_kind=CONTACT,
            subject_reference=case.reference,
            from_team_id=self.mash.pk,
            to_agency_id=self.made.agencies[check.agency].pk,
            question=QUESTION,
            legal_basis=BASIS,
            purpose="To decide what help or protection the child needs.",
            due_at=check.due_at,
            asked_at=check.asked_at,
            asked_by=officer.reference,
            clock_id=clock,
            **self._answer(check, lead),
        )
        if case.recent:
            self._ask_is_told(case, check, reference, lead)

    def _answer(self, check: Check, by: str) -> dict[str, Any]:
        if not check.answered_at:
            return {"state": "asked"}
        known = self.random.random() < 0.45
        return {
            "state": "answered",
            "answered_at": check.answered_at,
            "answered_by": by,
            "channel": "portal",
            "result": "information" if known else "nothing_known",
            "proportionate": True if known else None,
            "may_tell_family": True if known else None,
            "answer": self.random.choice(words.KNOWN) if known else "",
        }

    def _ask_is_told(self, case: _Case, check: Check, reference: str, lead: str) -> None:
        data = {"kind": MASH_CHECK, "request": reference, "to_agency": check.agency}
        self._by_mash(case, "request.asked", check.asked_at, case.course.officer, data=data)
        if check.answered_at:
            subject = (CONTACT, case.reference)
            self.event("request.answered", check.answered_at, lead, check.agency, subject, data=data)
        self._task(
            case,
            "information_request",
            f"Answer of {self.made.agencies[check.agency].name}",
            check.asked_at,
            check.answered_at,
            done_by=lead,
            record_kind="request",
            record_reference=reference,
        )

    def _proposed(self, case: _Case, at: datetime) -> None:
        course, approved = case.course, case.course.approved_at
        self.copier.add(
            Decision,
            contact_id=case.id,
            number=1,
            outcome=course.outcome,
            threshold_level=words.LEVEL[course.outcome],
            reasons=self.random.choice(words.REASONS[course.outcome]),
            words_for_referrer=words.FOR_REFERRER[course.outcome],
            consent_overridden_because="" if course.form.agreed else words.GOES_ON.get(course.outcome, ""),
            proposed_at=at,
            proposed_by=course.officer.reference,
            approved_at=approved,
            approved_by=course.manager.reference if approved else "",
        )
        data = shared(outcome=course.outcome, decision=1)
        self._by_mash(case, "referrals.decision_proposed", at, course.officer, data=data)
        if approved:
            self._by_mash(case, "referrals.decision_approved", approved, course.manager, data=data)
            told = course.signed_at and min(course.signed_at, approved + timedelta(hours=1))
            self._task(case, "family_told", "Tell the family what was decided", approved, told)
        if course.signed_at and case.recent:
            self._by_mash(case, "referrals.signed_off", course.signed_at, course.manager)

    def _task(
        self, case: _Case, kind: str, title: str, opened: datetime, done: datetime | None, done_by: str = "", **columns: Any
    ) -> None:
        officer = case.course.officer.reference
        self.copier.add(
            ContactTask,
            contact_id=case.id,
            kind=kind,
            title=title,
            opened_at=opened,
            opened_by=officer,
            done_at=done,
            done_by=(done_by or officer) if done else "",
            **columns,
        )
