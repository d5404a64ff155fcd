"""The actions that a committee looks at because they do not go as agreed, as at a day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import OuterRef, Subquery

from accounts.models import Person
from board.models import Action, ActionUpdate, ExceptionsCopy
from board.rules import COMING_DAYS, OPEN, STALE_DAYS, PaperHead, Rating
from board.selectors.actions import visible_actions
from board.selectors.owners import own_it_too
from board.selectors.standing import as_stood
from foundation.calendar import end_of_day, london_date
from foundation.errors import NotVisible

MOST = 1_000


@dataclass(frozen=True)
class ExceptionFilter:
    """Whose and of which plan; what is empty narrows nothing."""

    plan: str = ""
    agency: str = ""


@dataclass(frozen=True)
class ExceptionRow:
    """One action as it stood at the end of a day, and why it is reported."""

    action: Action
    day: date
    state: str
    rating: str
    due_on: date
    note: str
    noted_at: datetime | None
    others: tuple[str, ...] = ()

    @property
    def is_late(self) -> bool:
        """Whether its date had passed."""
        return self.due_on < self.day

    @property
    def is_coming(self) -> bool:
        """Whether it was due soon."""
        return self.day <= self.due_on <= self.day + timedelta(days=COMING_DAYS)

    @property
    def silent_days(self) -> int:
        """For how many days nobody had written, since it was added or since the last note."""
        return (self.day - (london_date(self.noted_at) if self.noted_at else self.action.added_on)).days

    @property
    def is_stale(self) -> bool:
        """Whether nobody had written for too long."""
        return self.silent_days > STALE_DAYS

    @property
    def is_exception(self) -> bool:
        """Late, red or amber, stale, or coming due."""
        return self.is_late or self.is_coming or self.is_stale or self.rating in (Rating.RED, Rating.AMBER)


def exceptions_on(person: Person, day: date, wanted: ExceptionFilter) -> tuple[ExceptionRow, ...]:
    """The visible open actions of a day that did not go as agreed, red ones first, then by date; at most a thousand.

    Rating, date and progress are those of that day. Agency and owner are today's: who answers for it now.
    """
    end = end_of_day(day)
    notes = ActionUpdate.objects.filter(action=OuterRef("pk"), written_at__lte=end).order_by("-written_at", "-id")
    found = as_stood(visible_actions(person), day).filter(stood__in=OPEN)
    if wanted.plan:
        found = found.filter(plan__reference=wanted.plan)
    if wanted.agency:
        found = found.filter(agency__code=wanted.agency)
    found = found.annotate(note=Subquery(notes.values("text")[:1]), noted_at=Subquery(notes.values("written_at")[:1]))
    actions = list(found.select_related("plan", "agency", "owner").order_by("due_on", "id"))
    others = own_it_too(actions)
    shown = [
        ExceptionRow(
            action,
            day,
            action.stood,
            action.rating,
            action.due,
            action.note or "",
            action.noted_at,
            others.get(action.pk, ()),
        )
        for action in actions
    ]
    order = [Rating.RED, Rating.AMBER, Rating.GREEN]
    reported = sorted((row for row in shown if row.is_exception), key=lambda row: (order.index(Rating(row.rating)), row.due_on))
    return tuple(reported[:MOST])


def head_of(copy: ExceptionsCopy) -> PaperHead:
    """What stands at the head of a report that was asked for as PDF."""
    return PaperHead(copy.committee, copy.meets_on, copy.agenda_item, copy.lead_officer, copy.purpose)


def exceptions_copy_for(person: Person, reference: str) -> ExceptionsCopy:
    """One report as PDF, to whoever asked for it; for others it does not exist."""
    found = ExceptionsCopy.objects.select_related("plan", "agency", "person").filter(reference=reference, person=person).first()
    if found is None:
        raise NotVisible
    return found
