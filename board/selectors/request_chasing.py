"""What the table of chasing says of today about answers that agencies owe: letters of the executive, returns for the report."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import Person
from board.models import ChaseRule, RuleChase
from board.rules import chase_step
from board.selectors.chasing import executives_of_agencies, rules_in_use
from board.selectors.owners import leads_of
from foundation import clock
from foundation.calendar import end_of_day, london_date
from work.kinds import chased_by_a_table
from work.models import Chase, Request
from work.selectors.recipients import those_who_answer

AT_ONCE = 1_000


@dataclass(frozen=True)
class DueRequest:
    """A line of the table that is to be followed for a request today, and for which of its days."""

    rule: ChaseRule
    request: Request
    step_on: date


def requests_due_today() -> tuple[DueRequest, ...]:
    """What the table says is to be done today and was not done yet, for the requests that wait for an answer.

    At most so many at once, those that are due earliest first; what is left is found the next time.
    """
    today = clock.today()
    found = [due for kind in chased_by_a_table() for due in _of_kind(kind, today)]
    found.sort(key=lambda due: (due.request.due_at, due.request.pk))
    done = set(
        RuleChase.objects.filter(request__in={due.request.pk for due in found}, step_on__lte=today).values_list(
            "request_id", "rule_id", "step_on"
        )
    )
    return tuple(due for due in found if (due.request.pk, due.rule.pk, due.step_on) not in done)[:AT_ONCE]


def _of_kind(kind: str, today: date) -> list[DueRequest]:
    rules = rules_in_use(kind)
    if not rules:
        return []
    horizon = today + timedelta(days=max(0, *(-rule.days for rule in rules)))
    waiting = Request.objects.filter(kind=kind, state=Request.State.ASKED, due_at__lte=end_of_day(horizon))
    requests = waiting.select_related("to_agency", "to_team", "to_person").order_by("due_at", "pk")
    return [
        DueRequest(rule, request, step)
        for request in requests
        for rule in rules
        if (step := chase_step(days=rule.days, every=rule.every, due_on=london_date(request.due_at), today=today)) is not None
    ]


def chased_today(dues: Iterable[DueRequest]) -> set[int]:
    """The ids of those of these requests about which somebody was chased today already."""
    asked = {due.request.pk for due in dues}
    return set(Chase.objects.filter(request__in=asked, day=clock.today()).values_list("request_id", flat=True))


def people_to_chase(dues: Iterable[DueRequest]) -> dict[tuple[int, str], tuple[Person, ...]]:
    """Whom each of these names, by the request and the kind of the line: whoever answers it, the leads or the executives of the
    agency that was asked; for an agency without an executive every executive of the partnership.
    """
    listed = list(dues)
    leads, executives = leads_of(due.request.to_agency_id for due in listed), executives_of_agencies()
    everyone = tuple({person.pk: person for people in executives.values() for person in people}.values())
    found: dict[tuple[int, str], tuple[Person, ...]] = {}
    for due in listed:
        request, to = due.request, due.rule.to
        if (request.pk, to) in found:
            continue
        if to == ChaseRule.To.EXECUTIVE:
            people = tuple(executives.get(request.to_agency_id, ())) or everyone
        elif to == ChaseRule.To.LEAD:
            people = tuple(leads[request.to_agency_id])
        else:
            people = those_who_answer(request)
        found[request.pk, to] = people
    return found
