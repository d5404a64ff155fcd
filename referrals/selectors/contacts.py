"""One contact and what belongs to it, to those who may see it; for anybody else it does not exist."""

from collections.abc import Collection
from functools import cached_property

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from accounts.access import can, sight
from accounts.access_table import current_holdings, open_agencies, open_teams, role_codes, team_ids
from accounts.models import Agency, Person, Team
from children.selectors.records import same_children
from foundation import clock, events
from foundation.errors import NotVisible
from foundation.models.events import DomainEvent
from referrals.access import MASH_MANAGER, MASH_OFFICER, READERS
from referrals.models import (
    SEE_CONTACT,
    Contact,
    ContactPersonGrant,
    ContactTask,
    ContactTeamGrant,
    Decision,
    LikelyChild,
    SubmissionPerson,
)
from referrals.rules.submission import MOST_CHILDREN
from referrals.rules.triage import CONTACT
from referrals.selectors.versions import standing_people, standing_submission
from work.models import Clock, Handover, Request
from work.selectors.open_work import handovers_on, requests_on

EARLIER_SHOWN = 20


def may_see(person: Person, contact: Contact) -> bool:
    """Whether a grant in force lets the person see this contact."""
    return can(person, contact, SEE_CONTACT, team_grants=ContactTeamGrant, person_grants=ContactPersonGrant)


def contact_for(person: Person, reference: str) -> Contact:
    """One contact with its submission as it now reads, for who may see it."""
    found = (
        visible_contacts(person)
        .select_related(
            "submission__agency", "submission__referrer", "submitted_child", "child", "screener", "school_notice__agency"
        )
        .annotate(may_be_known=Exists(LikelyChild.objects.filter(contact=OuterRef("pk"), settled_at__isnull=True)))
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    found.submission = standing_submission(found.submission)
    return found


def visible_contacts(person: Person) -> QuerySet[Contact]:
    """Every contact that the person may see, closed ones too; for a few rows chosen by something else that is indexed."""
    return Contact.objects.filter(sight(person, SEE_CONTACT, team_grants=ContactTeamGrant, person_grants=ContactPersonGrant))


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


def children_known(person: Person, children: Collection[int]) -> set[int]:
    """Those of some children's records (ids) under which the person sees a contact."""
    return set(visible_contacts(person).filter(child__in=children).values_list("child", flat=True))


def related_contacts(person: Person, contact: Contact) -> tuple[list[Contact], list[Contact]]:
    """The contacts of the form's other children, in its order, and others of the same child, newest first.

    Those that the person may see; of the second at least EARLIER_SHOWN, where there are so many.
    """
    same_form = Q(submission=contact.submission_id)
    records = same_children([contact.child_id])
    rows = (
        visible_contacts(person)
        .filter(same_form | Q(child__in=list(records)))
        .exclude(pk=contact.pk)
        .select_related("submitted_child", "child")
        .order_by(Case(When(same_form, then=0), default=1), "-received_at", "position")[: MOST_CHILDREN + EARLIER_SHOWN]
    )
    siblings = [row for row in rows if row.submission_id == contact.submission_id]
    return siblings, [row for row in rows if row.submission_id != contact.submission_id]


def people_of(contact: Contact) -> list[SubmissionPerson]:
    """Household and network as the referrer last described them. Asked by pages whose reader may see the contact."""
    return standing_people(contact.submission_id)


class Casework:
    """What the MASH has done with a contact so far. Each part is read when it is first asked for, and once."""

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self._subject = events.Subject(CONTACT, contact.reference)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, newest first."""
        return tuple(self._contact.decisions.prefetch_related("evidence").order_by("-number"))

    @cached_property
    def tasks(self) -> tuple[ContactTask, ...]:
        """The tasks, oldest first."""
        return tuple(self._contact.tasks.order_by("opened_at", "pk"))

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """What agencies were asked, oldest first."""
        return requests_on(self._subject)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """What was offered to teams, oldest first."""
        return handovers_on(self._subject)

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, soonest due first."""
        running = Clock.objects.filter(
            subject_kind=self._subject.kind, subject_reference=self._subject.reference, stopped_at__isnull=True
        )
        return tuple(running.order_by("due_at"))

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


def timeline_of(contact: Contact) -> list[DomainEvent]:
    """What happened to a contact, newest first. Asked by pages whose reader may see it."""
    return list(events.history(events.Subject(CONTACT, contact.reference)).order_by("-at", "-id"))


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
