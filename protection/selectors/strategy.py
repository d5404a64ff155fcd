"""Everything of a strategy discussion, and whom to invite to it."""

from functools import cached_property

from accounts.access_table import current_holdings, role_codes
from accounts.models import Person
from children.models import Child
from foundation import clock, events
from foundation.models.events import DomainEvent
from protection.access import CASEWORKERS, TAKES_PART
from protection.models import PRESENT, STANDS, DiscussedChild, DiscussionAction, DiscussionSeat, OtherText, StrategyDiscussion
from protection.rules import kinds
from protection.rules.quorum import missing_from_discussion
from protection.selectors.families import children_in
from work.models import Clock
from work.selectors.clocks import running_clocks


class DiscussionFile:
    """What belongs to a strategy discussion. Each part is read when it is first asked for, and once."""

    def __init__(self, discussion: StrategyDiscussion) -> None:
        self.discussion = discussion

    @cached_property
    def children(self) -> tuple[DiscussedChild, ...]:
        """The children considered, each with the enquiry that it led to."""
        return tuple(self.discussion.children.select_related("child", "enquiry", "contact"))

    @cached_property
    def seats(self) -> tuple[DiscussionSeat, ...]:
        """Who is invited."""
        return tuple(self.discussion.seats.filter(STANDS).select_related("agency", "person"))

    @cached_property
    def taken_back(self) -> tuple[DiscussionSeat, ...]:
        """The invitations that were taken back."""
        return tuple(self.discussion.seats.exclude(STANDS).select_related("agency"))

    @cached_property
    def actions(self) -> tuple[DiscussionAction, ...]:
        """What is to be done, by date."""
        return tuple(self.discussion.actions.all())

    @cached_property
    def other_texts(self) -> tuple[OtherText, ...]:
        """Texts that two people wrote at once and nobody has settled."""
        return tuple(self.discussion.other_texts.filter(settled_at__isnull=True))

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, the soonest due first."""
        return tuple(running_clocks([kinds.DISCUSSION], [self.discussion.reference]))

    @cached_property
    def events(self) -> tuple[DomainEvent, ...]:
        """What happened, newest first."""
        subject = events.Subject(kinds.DISCUSSION, self.discussion.reference)
        return tuple(events.history(subject).order_by("-at", "-id"))

    @cached_property
    def siblings(self) -> tuple[Child, ...]:
        """Children of the family who are not considered yet."""
        considered = {row.child_id for row in self.children}
        return tuple(child for child in children_in(self.discussion.family) if child.pk not in considered)

    @property
    def missing(self) -> list[str]:
        """The agencies without which there is no quorum, by name."""
        here = [seat.group for seat in self.seats if seat.attendance in PRESENT]
        return [str(group.label) for group in missing_from_discussion(here)]


def discussion_file(discussion: StrategyDiscussion) -> DiscussionFile:
    """Everything of a strategy discussion. Asked by pages that have decided who may see it."""
    return DiscussionFile(discussion)


def is_caseworker(person: Person) -> bool:
    """Whether the person's role arranges discussions and writes down who came."""
    return bool(CASEWORKERS.roles & role_codes(person))


def people_to_invite(agency: str) -> list[Person]:
    """Those who work for an agency (by code) today in a role that may take part, by name."""
    today = clock.today()
    held = current_holdings(today).filter(agency__code=agency, role__in=TAKES_PART.roles, confirmed_until__gte=today)
    return list(Person.objects.filter(pk__in=held.values("person")).order_by("name", "pk"))


def seat_of_person(person: Person) -> str:
    """The code of the agency for which the person works on families."""
    held = current_holdings(clock.today()).filter(person=person, role__in=CASEWORKERS.roles)
    return held.order_by("pk").values_list("agency__code", flat=True).first() or ""
