"""Whether the owner of an action is still there, and who is asked in place of one who has left.

An owner counts while they hold a role in the agency that leads the action; which role, and whether it is confirmed, is no matter.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids, current_holdings, holdings_now
from accounts.models import Agency, Person
from board.models import Action, ActionCoOwner
from foundation import clock

OWNER_LEFT = Q(owner_left=True)
"""Of actions with their owner annotated those whose owner has left the agency."""


def owned_by(person: Person) -> Q:
    """The actions that the person owns, alone or with others: only as long as they hold a role in the agency."""
    agencies = _agencies_of(person)
    own = Action.objects.filter(owner=person, agency__in=agencies).values("pk")
    too = ActionCoOwner.objects.filter(person=person, agency__in=agencies).order_by().values("action")
    return Q(pk__in=own.union(too))  # each of the two by its own index


def owns(person: Person, action: Action) -> bool:
    """The same question of one action."""
    agencies = _agencies_of(person)
    if action.owner_id == person.pk and action.agency_id in agencies:
        return True
    return action.co_owners.filter(person=person, agency__in=agencies).exists()


def own_it_too(actions: Iterable[Action]) -> dict[int, tuple[str, ...]]:
    """By the id of each of these actions who owns it together with its owner, in words. For whoever may see them."""
    found: dict[int, tuple[str, ...]] = {}
    rows = ActionCoOwner.objects.filter(action__in=[action.pk for action in actions]).order_by("action", "position")
    for action, words, name in rows.values_list("action", "words", "person__name"):
        found[action] = (*found.get(action, ()), name or words)
    return found


def agencies_that_own(action: Action) -> frozenset[int]:
    """The ids of the agency that leads an action and of those in which others own it."""
    others = action.co_owners.filter(agency__isnull=False).values_list("agency", flat=True)
    return frozenset({action.agency_id, *(one for one in others if one is not None)})


def co_owners_here(actions: Iterable[int]) -> dict[int, tuple[Person, ...]]:
    """By the id of each of these actions who with an account owns it together with its owner, and is in their agency today."""
    found: dict[int, tuple[Person, ...]] = {}
    rows = _here(clock.today()).filter(action__in=list(actions)).select_related("person").order_by("action", "position")
    for row in rows:
        if row.person is not None:
            found[row.action_id] = (*found.get(row.action_id, ()), row.person)
    return found


def _here(today: date) -> QuerySet[ActionCoOwner]:
    held = current_holdings(today).filter(person=OuterRef("person"), agency=OuterRef("agency"))
    return ActionCoOwner.objects.filter(Exists(held), person__isnull=False)


def co_owners_of(action: Action) -> tuple[tuple[int, str], ...]:
    """Their places among those who own an action together with its owner, and their words. For whoever may see it."""
    rows = action.co_owners.order_by("position").values_list("position", "words", "person__name")
    return tuple((position, name or words) for position, words, name in rows)


def _agencies_of(person: Person) -> frozenset[int]:
    return frozenset(holding.agency_id for holding in holdings_now(person))


def with_owner(actions: QuerySet[Action], today: date | None = None) -> QuerySet[Any]:
    """Annotate `owner_left`, `lead_here` (the agency has a safeguarding lead to ask instead) and `other_here` (somebody else owns
    it too, and is in their agency)."""
    today = today or clock.today()
    there = current_holdings(today).filter(agency=OuterRef("agency"))
    return actions.annotate(
        owner_left=Q(~Exists(there.filter(person=OuterRef("owner"))), owner__isnull=False),
        lead_here=Exists(there.filter(role=AGENCY_LEAD)),
        other_here=Exists(_here(today).filter(action=OuterRef("pk"))),
    )


def person_in(agency: Agency, email: str) -> Person | None:
    """Who has this address and holds a role in the agency today."""
    held = current_holdings(clock.today()).filter(agency=agency)
    return Person.objects.filter(email__iexact=email, pk__in=held.values("person")).first()


def who_answers_for(action: Action) -> tuple[Person, ...]:
    """Who hears of what is decided about an action: its owner, or the agency's leads where the owner has left or is a post; and
    whoever owns it too. Each once."""
    others = co_owners_here([action.pk]).get(action.pk, ())
    if action.owner is not None and owns(action.owner, action):
        return each_once((action.owner, *others))
    return each_once((*leads_of([action.agency_id])[action.agency_id], *others))


def each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    """These people in their order, without those named before already."""
    return tuple({person.pk: person for person in people}.values())


def leads_of(agencies: Iterable[int]) -> dict[int, tuple[Person, ...]]:
    """The safeguarding leads of these agencies whose role counts today."""
    wanted = frozenset(agencies)
    held = current_holdings(clock.today()).filter(agency__in=wanted, role=AGENCY_LEAD)
    leads = tuple(Person.objects.filter(pk__in=held.values("person")).order_by("pk")) if wanted else ()
    return {agency: tuple(lead for lead in leads if agency in agency_ids(lead, AGENCY_LEAD)) for agency in wanted}
