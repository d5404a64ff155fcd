"""Keeping the table of chasing, and following it."""

from collections import defaultdict

from accounts.models import Person
from board.models import Action, ActionChase, ChaseRule, RuleChase
from board.models.chasing import ACTIONS
from board.rules import is_late
from board.selectors.chasing import due_today, locked_rule, people_of, what_is_chased
from board.selectors.owners import co_owners_here
from board.services.request_chasing import follow_for_requests
from foundation import clock
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.mail import queue_mail
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

TURNS = "board.chase rules"


def _subject(rule: ChaseRule) -> Subject:
    return Subject("chase_rule", str(rule.pk))


def _check_once(about: str, days: int, to: str, *, but: int = 0) -> None:
    if about not in what_is_chased():
        raise Refused("Select what the line is about.", field="about")
    take_turns(TURNS)
    if ChaseRule.objects.filter(about=about, days=days, to=to, ended_at__isnull=True).exclude(pk=but).exists():
        raise Refused("The table has a line for these people on this day already.", field="number")


def _words(rule: ChaseRule) -> dict[str, str | int]:
    return {"about": rule.about, "days": rule.days, "to": rule.to, "every": rule.every}


@service
def add_chase_rule(*, by: Person, days: int, to: str, every: int, about: str = ACTIONS) -> ChaseRule:
    """Add a line to the table of chasing, about actions or a kind of request. Refuses a kind of which it has none, and a line for
    the same people on the same day: a second press adds nothing twice.
    """
    _check_once(about, days, to)
    rule = ChaseRule.objects.create(about=about, days=days, to=to, every=every)
    record(verb="board.chase_rule_added", by=by, subject=_subject(rule), data=_words(rule))
    return rule


@service
def change_chase_rule(*, by: Person, pk: int, version: int, days: int, to: str, every: int, about: str = ACTIONS) -> ChaseRule:
    """Change a line of the table of chasing. Refuses one that ended; says so when somebody else was faster."""
    rule = locked_rule(pk)
    _check_running(rule, version)
    _check_once(about, days, to, but=pk)
    rule.about, rule.days, rule.to, rule.every = about, days, to, every
    rule.version += 1
    rule.save()
    record(verb="board.chase_rule_changed", by=by, subject=_subject(rule), data=_words(rule))
    return rule


def _check_running(rule: ChaseRule, version: int) -> None:
    if rule.ended_at is not None:
        raise Refused("This line was taken out of the table already.")
    check_version(rule, version, "Somebody else has changed this line since you opened it. Look at it again before you save.")


@service
def end_chase_rule(*, by: Person, pk: int, version: int) -> ChaseRule:
    """Take a line out of the table of chasing; what was done by it stays on record. Refuses one that is out already."""
    rule = locked_rule(pk)
    _check_running(rule, version)
    rule.ended_at, rule.ended_by = clock.now(), by.reference
    rule.version += 1
    rule.save()
    record(verb="board.chase_rule_ended", by=by, subject=_subject(rule), data=_words(rule))
    return rule


@service
def follow_chase_rules(*, by: Actor) -> int:
    """Do what the table of chasing says of today: one mail for each person and agency, each day of the table once.

    Who may: the system's own task. Owners, also together with others, are told of their actions in one mail; leads and executives
    get one for each agency. Of letters and returns that wait for an answer each person has one for each agency. Gives how many
    mails are promised.
    """
    take_turns("board.chasing")
    dues = due_today()
    people, others = people_of(dues), co_owners_here({due.action.pk for due in dues})
    digests: dict[tuple[Person, int | None], dict[int, Action]] = defaultdict(dict)
    for due in dues:
        RuleChase.objects.create(rule=due.rule, action=due.action, step_on=due.step_on, followed_at=clock.now())
        for person in people[due.action.pk, due.rule.to]:
            own = due.action.owner_id == person.pk or person in others.get(due.action.pk, ())
            whose = None if own else due.action.agency_id
            digests[person, whose][due.action.pk] = due.action
    for (person, whose), actions in digests.items():
        _send(by, person, list(actions.values()), of_agency=whose is not None)
    return len(digests) + follow_for_requests(by)


def _send(by: Actor, person: Person, actions: list[Action], *, of_agency: bool) -> None:
    today = clock.today()
    for action in actions:
        ActionChase.objects.get_or_create(
            action=action, to=person, on=today, defaults={"chased_at": clock.now(), "chased_by": by.actor_reference}
        )
    agency = actions[0].agency
    late = sum(is_late(state=action.state, due_on=action.due_on, today=today) for action in actions)
    words = {
        "summary": digest_words(late, len(actions) - late),
        "whose": f"of {agency.name}" if of_agency else "that you own",
        "path": f"/actions/?agency={agency.code}" if of_agency else "/",
    }
    key = f"chase-table:{person.reference}:{agency.code if of_agency else ''}:{clock.now().isoformat()}"
    queue_mail(to=person.email, template="actions_due", context=words, key=key)


def digest_words(late: int, due: int) -> str:
    """How many actions are late, and how many are due."""
    parts = [(late, "late"), (due, "due soon")]
    return " and ".join(f"{number} {'action is' if number == 1 else 'actions are'} {what}" for number, what in parts if number)
