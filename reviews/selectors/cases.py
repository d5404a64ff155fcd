"""The cases of somebody, and everything of one."""

from functools import cached_property

from accounts.models import Person
from foundation import events
from foundation.models.events import DomainEvent
from foundation.pages import Page, page_after
from reviews.models import (
    AgencyReturn,
    Briefing,
    Case,
    CaseChild,
    CaseCost,
    CaseFamilyContact,
    CaseLink,
    CaseMember,
    CaseProceeding,
    PartnerDecision,
    PractitionerEvent,
    TeamRole,
)
from reviews.rules import kinds
from reviews.selectors.briefings import briefings_of
from reviews.selectors.findings import Found, findings_of
from reviews.selectors.linked import links_of
from reviews.selectors.returns import returns_of
from reviews.selectors.sight import DETAILS, visible_cases
from reviews.selectors.trends import coded_children
from work.models import Clock
from work.selectors.clocks import running_clocks


def cases_of(person: Person, after: str = "") -> Page[Case]:
    """Some of the cases on which the person is named, the newest first, after the key that the page before gave."""
    return page_after(visible_cases(person).select_related(*DETAILS), "opened_at", after, newest_first=True)


class CaseFile:
    """What belongs to a case. Each part is read when it is first asked for, and once."""

    def __init__(self, person: Person, case: Case) -> None:
        self.case = case
        self.person = person

    @cached_property
    def role(self) -> TeamRole:
        """As what the reader is named."""
        held = (row.role for row in self.members if row.person_id == self.person.pk and row.left_at is None)
        return TeamRole(next(held))

    @property
    def owned(self) -> bool:
        """Whether the reader owns the case."""
        return self.role == TeamRole.OWNER

    @cached_property
    def members(self) -> tuple[CaseMember, ...]:
        """Those named, in the order in which they were; those who have left too."""
        return tuple(self.case.members.select_related("person", "agency", "grant").order_by("named_at", "pk"))

    @cached_property
    def children(self) -> tuple[CaseChild, ...]:
        """The children."""
        return tuple(self.case.children.select_related("child").order_by("pk"))

    @cached_property
    def codings(self) -> dict[int, tuple[str, tuple[str, ...]]]:
        """By child: its age group in words, and the names of its features."""
        return coded_children(self.case.pk)

    @cached_property
    def briefings(self) -> tuple[Briefing, ...]:
        """The briefings, the newest first."""
        return briefings_of(self.case)

    @cached_property
    def findings(self) -> tuple[Found, ...]:
        """The findings, with what became of each."""
        return findings_of(self.case)

    @cached_property
    def links(self) -> tuple[CaseLink, ...]:
        """Other reviews and events that belong to the case."""
        return links_of(self.case)

    @cached_property
    def decisions(self) -> tuple[PartnerDecision, ...]:
        """What the partners decided, the latest of each question and those before."""
        return tuple(self.case.decisions.all())

    @cached_property
    def returns(self) -> tuple[AgencyReturn, ...]:
        """What agencies were asked, each with how far it is."""
        return returns_of(self.case)

    @cached_property
    def proceedings(self) -> tuple[CaseProceeding, ...]:
        """What runs beside the review by other statutes."""
        return tuple(self.case.proceedings.all())

    @cached_property
    def family_contacts(self) -> tuple[CaseFamilyContact, ...]:
        """What the family was told and wishes."""
        return tuple(self.case.family_contacts.all())

    @cached_property
    def practitioner_events(self) -> tuple[PractitionerEvent, ...]:
        """The days on which practitioners looked back, with how many came."""
        return tuple(self.case.practitioner_events.prefetch_related("attendances"))

    @cached_property
    def costs(self) -> tuple[CaseCost, ...]:
        """What the review cost."""
        return tuple(self.case.costs.all())

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, the soonest due first."""
        return tuple(running_clocks([kinds.CASE], [self.case.reference]))

    @cached_property
    def events(self) -> tuple[DomainEvent, ...]:
        """What happened, newest first."""
        return tuple(events.history(events.Subject(kinds.CASE, self.case.reference)).order_by("-at", "-id"))
