"""One contact and what belongs to it, to those who may see it; for anybody else it does not exist."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access import Eyes, can, sight
from accounts.access_table import current_holdings, open_agencies, open_teams, role_codes, team_ids
from accounts.models import Agency, Person, Team
from children.selectors.records import records_standing_for, standing_id
from foundation import clock, events
from foundation.asked_often import Asked, AskedOften
from foundation.errors import NotVisible
from foundation.models.events import DomainEvent
from foundation.together import Waiting, hand_out, read_together
from referrals.access import MASH_MANAGER, MASH_OFFICER, READERS
from referrals.models import (
    DECIDED_STATES,
    SEE_CONTACT,
    Contact,
    ContactPersonGrant,
    ContactState,
    ContactTask,
    ContactTeamGrant,
    Decision,
    DecisionEvidence,
    LikelyChild,
    SubmissionPerson,
    SubmissionQuality,
)
from referrals.models.codes import NOT_AGREED
from referrals.rules.amending import as_it_stands
from referrals.rules.submission import MOST_CHILDREN
from referrals.rules.triage import CONTACT
from referrals.selectors.attachments import documents_with_details
from referrals.selectors.consent import override_rows
from referrals.selectors.versions import PeopleStanding, newest_amendment_to, standing_people
from work.models import Clock, Handover, Request
from work.selectors.open_work import clocks_running_on, handovers_on, requests_on

EARLIER_SHOWN = 20
WITH_DECISION = frozenset({ContactState.PROPOSED, *DECIDED_STATES})
"""The states in which every tab says what is to be done about a decision."""


def may_see(person: Person, contact: Contact) -> bool:
    """Whether a grant in force lets the person see this contact."""
    return can(person, contact, SEE_CONTACT, team_grants=ContactTeamGrant, person_grants=ContactPersonGrant)


def contact_for(person: Person, reference: str) -> Contact:
    """One contact with its submission as it now reads, for who may see it."""
    rows, newest = _OPENED.asked(reference=reference, **vars(Eyes.of(person))), newest_amendment_to(reference)
    read_together(rows, newest)
    for found in rows:
        found.submission = as_it_stands(found.submission, next(iter(newest), None))
        return found
    raise NotVisible


def _opened(reference: str, **eyes: Any) -> QuerySet[Contact]:
    rows = visible_contacts(Eyes(**eyes)).select_related(
        "submission__agency", "submission__referrer", "submitted_child", "child", "screener", "school_notice__agency"
    )
    known = Exists(LikelyChild.objects.filter(contact=OuterRef("pk"), settled_at__isnull=True))
    return rows.annotate(may_be_known=known).filter(reference=reference)


_OPENED = AskedOften(_opened)


def visible_contacts(who: Person | Eyes) -> QuerySet[Contact]:
    """Every contact that the person may see, closed ones too; for a few rows chosen by something else that is indexed."""
    return Contact.objects.filter(sight(who, SEE_CONTACT, team_grants=ContactTeamGrant, person_grants=ContactPersonGrant))


def seen_with_decision(person: Person, reference: str) -> tuple[Contact, Decision | None] | None:
    """A contact with the approved decision that stands; None where the person may not see it."""
    found = visible_contacts(person).select_related("submission", "submitted_child").filter(reference=reference).first()
    if found is None:
        return None
    standing = found.decisions.filter(approved_at__isnull=False, superseded_at__isnull=True).order_by("-number")
    return found, standing.first()


def visible_references(person: Person, references: Collection[str]) -> set[str]:
    """Those of some contacts' references that the person may see."""
    return set(visible_contacts(person).filter(reference__in=references).values_list("reference", flat=True))


@dataclass(frozen=True)
class RelatedContacts:
    """The contacts of a form's other children, in its order, and others of the same child, newest first: those that are seen."""

    of_the_form: Asked[Contact]
    of_the_child: Asked[Contact]

    @property
    def siblings(self) -> list[Contact]:
        """The form's other children."""
        return list(self.of_the_form)

    @property
    def earlier(self) -> list[Contact]:
        """The child's contacts by other forms."""
        return list(self.of_the_child)

    @property
    def rows(self) -> tuple[Asked[Contact], Asked[Contact]]:
        """Both, to be read together with what else a page shows."""
        return self.of_the_form, self.of_the_child


def related_to(person: Person, contact: Contact) -> RelatedContacts:
    """What belongs to a contact of that which the person may see, not yet read; at most EARLIER_SHOWN of the child."""
    form, eyes = contact.submission_id, vars(Eyes.of(person))
    return RelatedContacts(
        _OF_THE_FORM.asked(form=form, but=contact.pk, **eyes),
        _OF_THE_CHILD.asked(standing=standing_id(contact.child), but=form, **eyes),
    )


def _of_the_form(form: int, but: int, **eyes: Any) -> QuerySet[Contact]:
    rows = visible_contacts(Eyes(**eyes)).select_related("submitted_child", "child")
    return rows.filter(submission=form).exclude(pk=but).order_by("position")[:MOST_CHILDREN]


def _of_the_child(standing: int, but: int, **eyes: Any) -> QuerySet[Contact]:
    rows = visible_contacts(Eyes(**eyes)).select_related("submitted_child", "child")
    of_the_child = rows.filter(child__in=records_standing_for(standing)).exclude(submission=but)
    return of_the_child.order_by("-received_at", "position")[:EARLIER_SHOWN]


_OF_THE_FORM, _OF_THE_CHILD = AskedOften(_of_the_form), AskedOften(_of_the_child)


def related_contacts(person: Person, contact: Contact) -> tuple[list[Contact], list[Contact]]:
    """The contacts of the form's other children, in its order, and others of the same child, newest first."""
    related = related_to(person, contact)
    read_together(*related.rows)
    return related.siblings, related.earlier


def people_of(contact: Contact) -> list[SubmissionPerson]:
    """Household and network as the referrer last described them. Asked by pages whose reader may see the contact."""
    return standing_people(contact.submission_id)


def children_told_of(contact: Contact) -> Asked[str]:
    """The references of every child of a contact's form, not yet read: for the access log of pages that show the form."""
    return _TOLD_OF.asked(form=contact.submission_id)


def _told_of(form: int) -> QuerySet[Contact, str]:
    return Contact.objects.filter(submission=form).order_by("position").values_list("child__reference", flat=True)


_TOLD_OF = AskedOften(_told_of)
_SCORES = AskedOften(lambda form: SubmissionQuality.objects.filter(submission=form).order_by("version"))


class WhatWasSent:
    """What the first tab and the print of a contact show of its submission. Asked by pages whose reader may see the contact."""

    def __init__(self, person: Person, contact: Contact) -> None:
        self.related = related_to(person, contact)
        self.children = children_told_of(contact)
        self.people = PeopleStanding(contact.submission_id)
        self.documents = documents_with_details("submission", contact.submission.reference)
        self.overrides = override_rows(contact) if contact.submission.consent_status in NOT_AGREED else None
        """What was decided about going on without the family's agreement, where it does not agree."""
        self.quality = _SCORES.asked(form=contact.submission_id)
        """What its versions scored, as sent first."""

    @property
    def rows(self) -> tuple[Waiting, ...]:
        """To be read together with what stands beside every tab."""
        return (
            *self.related.rows,
            self.children,
            *self.people.rows,
            self.documents,
            self.quality,
            *((self.overrides,) if self.overrides is not None else ()),
        )


_DECISIONS = AskedOften(lambda contact: Decision.objects.filter(contact=contact).order_by("-number"))
_EVIDENCE = AskedOften(lambda contact: DecisionEvidence.objects.filter(decision__contact=contact))
_TASKS = AskedOften(lambda contact: ContactTask.objects.filter(contact=contact).order_by("opened_at", "pk"))


class Casework:
    """What the MASH has done with a contact so far. Each part is read when it is first asked for, and once."""

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self._subject = subject = events.Subject(CONTACT, contact.reference)
        self.decision_rows = _DECISIONS.asked(contact=contact.pk)
        self.evidence_rows = _EVIDENCE.asked(contact=contact.pk)
        self.task_rows = _TASKS.asked(contact=contact.pk)
        self.request_rows = requests_on(subject)
        self.clock_rows = clocks_running_on(subject)

    @property
    def beside_tabs(self) -> tuple[Asked[Any], ...]:
        """The parts that stand beside every tab, to be read together with what a tab shows."""
        decided = self.decided if self._contact.state in WITH_DECISION else ()
        return (self.request_rows, self.task_rows, self.clock_rows, *decided)

    @property
    def decided(self) -> tuple[Asked[Any], ...]:
        """The decisions and what they rest on, to be read together."""
        return self.decision_rows, self.evidence_rows

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, newest first."""
        read_together(*self.decided)
        hand_out(self.evidence_rows, self.decision_rows, name="evidence")
        return tuple(self.decision_rows)

    @property
    def tasks(self) -> tuple[ContactTask, ...]:
        """The tasks, oldest first."""
        return tuple(self.task_rows)

    @property
    def requests(self) -> tuple[Request, ...]:
        """What agencies were asked, oldest first."""
        return tuple(self.request_rows)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """What was offered to teams, oldest first."""
        return handovers_on(self._subject)

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, soonest due first."""
        return tuple(self.clock_rows)

    @property
    def current(self) -> Decision | None:
        """The decision that waits or stands: neither sent back nor superseded."""
        return next((row for row in self.decisions if row.sent_back_at is None and row.superseded_at is None), None)

    @property
    def open_tasks(self) -> tuple[ContactTask, ...]:
        """Tasks neither done nor waived."""
        return tuple(task for task in self.tasks if task.done_at is None and task.waived_at is None)


def casework_of(contact: Contact) -> Casework:
    """Everything done with a contact. Asked by pages and services that have decided who may see it."""
    return Casework(contact)


def task_for(contact: Contact, task_id: int) -> ContactTask:
    """One task of a contact that the reader may see; another's does not exist."""
    task = contact.tasks.filter(pk=task_id).first()
    if task is None:
        raise NotVisible
    return task


def timeline_of(contact: Contact) -> QuerySet[DomainEvent]:
    """What happened to a contact, newest first. Asked by pages whose reader may see it."""
    return events.history(events.Subject(CONTACT, contact.reference)).order_by("-at", "-id")


def team_of(person: Person, contact: Contact) -> Team | None:
    """The team for which the person works on a contact: one of theirs that sees it, otherwise any of theirs."""
    teams = Team.objects.filter(pk__in=team_ids(person)).order_by("pk")
    return teams.filter(group__in=contact.team_grants.values("group")).first() or teams.first()


def officers_beside(person: Person) -> list[Person]:
    """The people of the person's teams who screen contacts: those to whom work can be given."""
    today = clock.today()
    holdings = current_holdings(today).filter(
        team__in=team_ids(person), role__in={MASH_OFFICER, MASH_MANAGER}, confirmed_until__gte=today
    )
    return list(Person.objects.filter(pk__in=holdings.values("person")).order_by("name"))


def teams_receiving(kind: str) -> list[Team]:
    """The teams that take over handovers of a kind."""
    return list(open_teams(clock.today()).filter(receives__contains=[kind]).select_related("agency").order_by("pk"))


def agencies_to_ask() -> list[Agency]:
    """The agencies that a check can be sent to: all that are open."""
    return list(open_agencies(clock.today()).exclude(kind=Agency.Kind.PARTNERSHIP))


def nameable_people(contact: Contact) -> list[Person]:
    """Who can be named on a contact when it is restricted: people of the teams that see it or are offered it, and those named."""
    today = clock.today()
    holdings = current_holdings(today).filter(
        team__group__in=contact.team_grants.filter(ended_at__isnull=True).values("group"),
        role__in=READERS.roles,
        confirmed_until__gte=today,
    )
    named = contact.person_grants.filter(ended_at__isnull=True, break_glass=False).values("user")
    return list(Person.objects.filter(Q(pk__in=holdings.values("person")) | Q(pk__in=named)).order_by("name"))


def named_people(contact: Contact) -> list[Person]:
    """Those who see a restricted contact."""
    moment = clock.now()
    grants = contact.person_grants.filter(ended_at__isnull=True, starts_at__lte=moment).filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=moment)
    )
    return list(Person.objects.filter(pk__in=grants.values("user")).order_by("name"))


def is_manager(person: Person) -> bool:
    """Whether the person approves and signs off."""
    return MASH_MANAGER in role_codes(person)


def works_in_the_mash(person: Person) -> bool:
    """Whether the person screens or approves, rather than reading what was handed over."""
    return bool({MASH_OFFICER, MASH_MANAGER} & role_codes(person))
