"""The table of chasing, what it says of today, and whom it names."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.access import EXECUTIVE
from accounts.access_table import current_holdings
from accounts.models import Person
from board.models import Action, ChaseRule, RuleChase
from board.models.chasing import ACTIONS
from board.rules import UNDER_WAY, chase_step
from board.selectors.owners import co_owners_here, each_once, leads_of, owns
from foundation import clock
from foundation.errors import NotVisible
from work.kinds import chased_by_a_table

AT_ONCE = 2_000


@dataclass(frozen=True)
class Due:
    """A line of the table that is to be followed for an action today, and for which of its days."""

    rule: ChaseRule
    action: Action
    step_on: date


def what_is_chased() -> dict[str, str]:
    """What the table has lines about, by its code: actions, and the kinds of request that say so."""
    return {ACTIONS: "Actions", **chased_by_a_table()}


def rules_in_use(about: str = ACTIONS) -> tuple[ChaseRule, ...]:
    """The lines of the table about actions or one kind of request, by their days."""
    return tuple(ChaseRule.objects.filter(ended_at__isnull=True, about=about))


def rule_of(pk: int) -> ChaseRule:
    """One line that is in use."""
    found = ChaseRule.objects.filter(pk=pk, ended_at__isnull=True).first()
    if found is None:
        raise NotVisible
    return found


def locked_rule(pk: int) -> ChaseRule:
    """The same, ended or not, locked for a service."""
    found = ChaseRule.objects.select_for_update().filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def due_today() -> tuple[Due, ...]:
    """What the table says is to be done today and was not done yet, for the actions that their agencies work on.

    At most so many at once, those that are due earliest first; what is left is found the next time.
    """
    today, rules = clock.today(), rules_in_use()
    if not rules:
        return ()
    horizon = today + timedelta(days=max(0, *(-rule.days for rule in rules)))
    actions = Action.objects.filter(state__in=UNDER_WAY, due_on__lte=horizon).select_related("owner", "agency")
    found = [
        Due(rule, action, step)
        for action in actions.order_by("due_on", "id")
        for rule in rules
        if (step := chase_step(days=rule.days, every=rule.every, due_on=action.due_on, today=today)) is not None
    ]
    done = set(
        RuleChase.objects.filter(action__in={due.action.pk for due in found}, step_on__lte=today).values_list(
            "action_id", "rule_id", "step_on"
        )
    )
    return tuple(due for due in found if (due.action.pk, due.rule.pk, due.step_on) not in done)[:AT_ONCE]


def people_of(dues: Iterable[Due]) -> dict[tuple[int, str], tuple[Person, ...]]:
    """Whom each of these names, by the action and the kind of the line.

    Whoever owns an action together with its owner is named with the owner. An owner who has left, or a post without an account,
    is stood in for by the agency's leads; an agency without an executive by every executive of the partnership.
    """
    listed = list(dues)
    leads, others = leads_of(due.action.agency_id for due in listed), co_owners_here({due.action.pk for due in listed})
    executives = executives_of_agencies()
    everyone = tuple({person.pk: person for people in executives.values() for person in people}.values())
    owners = {due.action.owner.pk: due.action.owner for due in listed if due.action.owner}
    found: dict[tuple[int, str], tuple[Person, ...]] = {}
    for due in listed:
        action, to = due.action, due.rule.to
        owner = owners.get(action.owner_id or 0)
        if to == ChaseRule.To.EXECUTIVE:
            people = tuple(executives.get(action.agency_id, ())) or everyone
        elif to == ChaseRule.To.OWNER:
            first = (owner,) if owner is not None and owns(owner, action) else leads[action.agency_id]
            people = each_once((*first, *others.get(action.pk, ())))
        else:
            people = leads[action.agency_id]
        found[action.pk, to] = people
    return found


def executives_of_agencies() -> dict[int, list[Person]]:
    """Who is an executive today, by the id of their agency."""
    found: dict[int, list[Person]] = defaultdict(list)
    held = current_holdings(clock.today()).filter(role=EXECUTIVE).select_related("person")
    for holding in held.order_by("person_id"):
        found[holding.agency_id].append(holding.person)
    return found
