"""What whoever arranges and minutes a conference chooses from, and what pictures across conferences show."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.access_table import current_holdings
from accounts.models import Agency, Person
from foundation import clock
from foundation.calendar import london_date
from foundation.errors import NotVisible
from protection.access import TAKES_PART
from protection.models import DOES_NOT_TAKE_PLACE, Conference, ConferenceChild, ConferenceState, ProtectionPlan
from protection.selectors.conferences import Diary, conference_for
from protection.selectors.plans import RUNS
from protection.selectors.sight import visible_conferences, works_on
from work.models import Clock

SHOWN_TOGETHER = 4
"""As many conferences as one picture compares."""


def conference_to_work_on(person: Person, reference: str) -> Conference:
    """One conference, for whoever works on its family; whoever is only invited to it does not arrange it."""
    found = conference_for(person, reference)
    if not works_on(person, found.family):
        raise NotVisible
    return found


def agencies_to_invite() -> list[tuple[str, str]]:
    """Code and name of every agency."""
    return list(Agency.objects.order_by("name").values_list("code", "name"))


def people_to_invite(agency: str) -> list[Person]:
    """Who of an agency (by code) may see a case, and can so be invited with an account."""
    held = current_holdings(clock.today()).filter(
        agency__code=agency, role__in=TAKES_PART.roles, confirmed_until__gte=clock.today()
    )
    return list(Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("name"))


def diaries(chairs: Collection[Person], first: date, last: date) -> Mapping[str, Sequence[Diary]]:
    """When each of some chairs (by name) is taken between two days: times and kinds, nothing of a child."""
    rows = Conference.objects.filter(
        chair__in=[chair.pk for chair in chairs], state=ConferenceState.BOOKED, planned_for__date__range=(first, last)
    )
    taken: dict[str, list[Diary]] = {chair.name: [] for chair in chairs}
    columns = ("chair__name", "planned_for", "type", "lasts", "reference")
    for name, when, kind, lasts, reference in rows.order_by("planned_for").values_list(*columns):
        if when is not None:
            taken[name].append(Diary(when, kind, lasts, reference))
    return taken


def on_a_plan(rows: Sequence[ConferenceChild]) -> set[int]:
    """Those of a conference's rows whose child is on a plan."""
    running = set(ProtectionPlan.objects.filter(RUNS, child__in=[row.child_id for row in rows]).values_list("child", flat=True))
    return {row.pk for row in rows if row.child_id in running}


@dataclass(frozen=True)
class Across:
    """The conferences of a family side by side: on which days, what each person said on the scale, which agency came."""

    days: Sequence[date]
    scores: Mapping[str, Sequence[int | None]]
    attendance: Mapping[str, Sequence[str]]


def across_conferences(person: Person, conference: Conference) -> Across:
    """The conferences of a family that the person sees, up to this one, the latest of them."""
    rows = visible_conferences(person).filter(family=conference.family_id, requested_at__lte=conference.requested_at)
    rows = rows.exclude(state__in=(ConferenceState.REQUESTED, *DOES_NOT_TAKE_PLACE))
    related = rows.prefetch_related("scores__invitation", "scores__family_member", "invitations__agency")
    latest = list(related.order_by("-requested_at", "-pk")[:SHOWN_TOGETHER])[::-1]
    scores: dict[str, list[int | None]] = defaultdict(lambda: [None] * len(latest))
    came: dict[str, list[str]] = defaultdict(lambda: [""] * len(latest))
    for column, one in enumerate(latest):
        for row in one.scores.all():
            said = row.invitation or row.family_member
            scores[said.name if said else "Chair"][column] = row.score
        for seat in one.invitations.all():
            if seat.attendance and seat.withdrawn_at is None:
                came[seat.agency.name][column] = _better(came[seat.agency.name][column], seat.attendance)
    return Across([one.held_on or _planned(one) for one in latest], dict(scores), dict(came))


def _planned(conference: Conference) -> date:
    return london_date(conference.planned_for) if conference.planned_for else conference.due_on


PRESENCE_ORDER = ("attended", "remote", "deputy", "report_only", "apologies", "absent", "")


def _better(one: str, other: str) -> str:
    """Of two people of one agency, what counts for the agency: that somebody came."""
    return min(one, other, key=PRESENCE_ORDER.index)


def clocks_of(kind: str, reference: str) -> list[Clock]:
    """The clocks of a record that run, the soonest due first. Asked by pages that have decided who may see it."""
    running = Clock.objects.filter(subject_kind=kind, subject_reference=reference, stopped_at__isnull=True)
    return list(running.order_by("due_at"))
