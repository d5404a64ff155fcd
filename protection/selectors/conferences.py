"""Discussions, enquiries and conferences, to those who may see them, and desks that list them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import DateField, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Least

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids, current_holdings
from accounts.models import Person
from foundation import clock
from foundation.pages import Page, page_after
from protection.access import CONFERENCE_CHAIR
from protection.models import (
    DOES_NOT_TAKE_PLACE,
    STANDS,
    AgencyInvitation,
    ChairEscalation,
    Conference,
    ConferenceChild,
    ConferenceState,
    Dissent,
    EnquiryState,
    FamilyInvitation,
    OtherText,
    ProtectionPlan,
    SafetyScore,
    Section47,
    StrategyDiscussion,
)
from protection.rules import kinds
from protection.rules.timeliness import Scale, scale
from protection.selectors.sight import (
    one_of,
    visible_conferences,
    visible_discussions,
    visible_enquiries,
    visible_families,
)

DUE = ("review_due_on", "visit_due_on", "core_group_due_on")
"""What is due of a plan that runs."""
LATE = (*DUE, "check_due_on")
"""What can be late of it: also the chair's look."""
NEVER = date.max
OPEN_STATES = (ConferenceState.REQUESTED, ConferenceState.BOOKED, ConferenceState.HELD, ConferenceState.APPROVED)


def discussion_for(person: Person, reference: str) -> StrategyDiscussion:
    """One strategy discussion with its family and team, for who may see it."""
    found: StrategyDiscussion = one_of(person, kinds.DISCUSSION, reference, "family__team__agency", "family__worker")
    return found


def discussions(person: Person) -> QuerySet[StrategyDiscussion]:
    """The discussions that are to be held or whose record is not shared, of those that the person sees; the soonest due first."""
    rows = visible_discussions(person).filter(state__in=("called", "held")).select_related("family__team")
    return rows.prefetch_related("children__child").order_by("due_on", "pk")


def enquiry_for(person: Person, reference: str) -> Section47:
    """One section 47 enquiry with its child, family and the discussion that initiated it, for who may see it."""
    found: Section47 = one_of(person, kinds.ENQUIRY, reference, "child", "family__team__agency", "lead", "initiated__discussion")
    return found


def enquiries(person: Person) -> QuerySet[Section47]:
    """The enquiries that are not complete, of those that the person sees; the soonest due first."""
    rows = visible_enquiries(person).exclude(state=EnquiryState.COMPLETE)
    return rows.select_related("child", "family__team", "lead").order_by("conference_due_on", "pk")


def conference_for(person: Person, reference: str) -> Conference:
    """One conference with its family, team and chair, for who may see it."""
    found: Conference = one_of(person, kinds.CONFERENCE, reference, "family__team__agency", "family__worker", "chair")
    return found


def conferences(person: Person) -> QuerySet[Conference]:
    """The conferences that are to be held or whose record has not gone out, of those that the person sees; the soonest first."""
    rows = visible_conferences(person).filter(state__in=OPEN_STATES).select_related("family__team", "chair")
    return rows.prefetch_related("children__child").order_by("due_on", "pk")


class ConferenceFile:
    """What belongs to a conference. Each part is read when it is first asked for, and once."""

    def __init__(self, conference: Conference) -> None:
        self.conference = conference

    @cached_property
    def children(self) -> tuple[ConferenceChild, ...]:
        """The children, each with what was decided and who did not agree."""
        rows = self.conference.children.select_related("child", "enquiry")
        return tuple(rows.prefetch_related("dissents__invitation"))

    @cached_property
    def invitations(self) -> tuple[AgencyInvitation, ...]:
        """The people of agencies."""
        return tuple(self.conference.invitations.filter(STANDS).select_related("agency", "person", "request"))

    @cached_property
    def taken_back(self) -> tuple[AgencyInvitation, ...]:
        """The invitations that were taken back."""
        return tuple(self.conference.invitations.exclude(STANDS).select_related("agency"))

    @cached_property
    def family(self) -> tuple[FamilyInvitation, ...]:
        """The people of the family."""
        return tuple(self.conference.family_invitations.select_related("child"))

    @cached_property
    def scores(self) -> tuple[SafetyScore, ...]:
        """What each said on the scale."""
        return tuple(self.conference.scores.select_related("invitation", "family_member"))

    @property
    def scale(self) -> Scale | None:
        """Median and spread of the scores."""
        return scale([row.score for row in self.scores])

    @cached_property
    def other_texts(self) -> tuple[OtherText, ...]:
        """Texts that two people wrote at once and nobody has settled."""
        return tuple(self.conference.other_texts.filter(settled_at__isnull=True))


def conference_file(conference: Conference) -> ConferenceFile:
    """Everything of a conference. Asked by pages and services that have decided who may see it."""
    return ConferenceFile(conference)


def children_of(conference: Conference) -> list[ConferenceChild]:
    """The children that a conference is about. Asked by pages that have decided who may see it."""
    return list(conference.children.select_related("child"))


def chairs() -> list[Person]:
    """Who may chair a conference today."""
    held = current_holdings(clock.today()).filter(role=CONFERENCE_CHAIR, confirmed_until__gte=clock.today())
    return list(Person.objects.filter(pk__in=held.values("person")).order_by("name"))


@dataclass(frozen=True)
class Diary:
    """A conference in a chair's diary, without a child's name."""

    planned_for: datetime
    type: str
    lasts: int = 0
    """For how many minutes."""
    conference: str = ""
    """Its reference."""

    @property
    def until(self) -> datetime:
        """When it is planned to be over."""
        return self.planned_for + timedelta(minutes=self.lasts)

    def overlaps(self, begins: datetime, lasts: int) -> bool:
        """Whether it takes some of these minutes; one may begin when the other ends."""
        return self.planned_for < begins + timedelta(minutes=lasts) and begins < self.until


class ChairsDesk:
    """What a chair has before them. Each part is read when it is first asked for, and once."""

    def __init__(self, chair: Person) -> None:
        self._chair = chair
        self._families = visible_families(chair)

    @cached_property
    def plans(self) -> tuple[ProtectionPlan, ...]:
        """The plans that the chair looks after, the soonest review first."""
        return tuple(self._plans().order_by("review_due_on", "pk"))

    @cached_property
    def diary(self) -> tuple[Conference, ...]:
        """The conferences that are booked, the next first."""
        rows = self._own().filter(state=ConferenceState.BOOKED).select_related("family__team")
        return tuple(rows.prefetch_related("children__child").order_by("planned_for", "pk"))

    @cached_property
    def to_approve(self) -> tuple[Conference, ...]:
        """The conferences whose record waits for the chair, the soonest due first."""
        rows = self._own().filter(state=ConferenceState.HELD).select_related("family__team")
        return tuple(rows.prefetch_related("children__child").order_by("record_due_on", "pk"))

    @property
    def looks(self) -> frozenset[int]:
        """The plans (by id) at which the chair is to look half way to the next review: the day has come, and it was not done."""
        today = clock.today()
        return frozenset(plan.pk for plan in self.plans if plan.check_due_on and plan.check_due_on <= today)

    @property
    def overdue(self) -> tuple[ProtectionPlan, ...]:
        """The plans whose review, visit, core group or mid-way check is late."""
        today = clock.today()
        return tuple(plan for plan in self.plans if any((day := getattr(plan, name)) and day < today for name in LATE))

    @cached_property
    def escalated(self) -> frozenset[int]:
        """The plans (by id) of which an escalation is open."""
        rows = ChairEscalation.objects.filter(plan__in=[plan.pk for plan in self.plans], closed_at__isnull=True)
        return frozenset(rows.values_list("plan", flat=True))

    def page_of_plans(self, among: Collection[int] | None, after: str) -> Page[ProtectionPlan]:
        """A page of the plans, the one of which anything is due soonest first; `among`: only these (by id)."""
        first = Coalesce(Least(*DUE), Value(NEVER), output_field=DateField())
        rows = self._plans().annotate(first_due_on=first)
        return page_after(rows if among is None else rows.filter(pk__in=among), "first_due_on", after)

    @cached_property
    def dissents(self) -> tuple[Dissent, ...]:
        """What agencies did not agree with, in the chair's conferences; newest first, the hundred newest."""
        rows = Dissent.objects.filter(decided__conference__in=self._own())
        return tuple(rows.select_related("decided__child", "invitation__agency").order_by("-recorded_at", "-pk")[:100])

    def _plans(self) -> QuerySet[ProtectionPlan]:
        rows = ProtectionPlan.objects.filter(
            chair=self._chair, ended_on__isnull=True, withdrawn_at__isnull=True, family__in=self._families
        )
        return rows.select_related("child", "family__team", "family__worker")

    def _own(self) -> QuerySet[Conference]:
        return Conference.objects.filter(chair=self._chair, family__in=self._families)


@dataclass(frozen=True)
class AgencysConference:
    """How an agency was asked to a conference and what became of it: no child, no word of what was said."""

    conference: str
    type: str
    when: Any
    name: str
    expected: bool
    attendance: str
    report: str
    report_due_on: date | None
    request: str


def agencys_conferences(lead: Person, first: date, last: date) -> list[AgencysConference]:
    """For an agency's lead: the conferences to which their people were asked, with attendance and reports; no child is named.

    Of restricted families and of conferences that do not take place nothing.
    """
    rows = AgencyInvitation.objects.filter(STANDS, agency__in=agency_ids(lead, AGENCY_LEAD), conference__family__restricted=False)
    rows = rows.filter(Q(conference__held_on__range=(first, last)) | Q(conference__planned_for__date__range=(first, last)))
    rows = rows.exclude(conference__state__in=DOES_NOT_TAKE_PLACE)
    related = rows.select_related("conference", "request").order_by("conference__planned_for", "pk")
    return [
        AgencysConference(
            one.conference.reference,
            one.conference.type,
            one.conference.planned_for,
            one.name,
            one.required,
            one.attendance,
            one.report,
            one.report_due_on,
            one.request.reference if one.request else "",
        )
        for one in related
    ]


def seats_of(person: Person, conference: Conference) -> Sequence[AgencyInvitation]:
    """The person's own seats in a conference, for which they write."""
    return list(conference.invitations.filter(STANDS, person=person))
