"""Asking owners how their actions stand."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import Truncator

from accounts.models import Person
from board.models import Action, ActionChase
from board.rules import is_late
from board.selectors.actions import chasable_actions
from board.selectors.owners import co_owners_here
from board.services.actions import subject_of
from foundation import clock
from foundation.design.words import date as gov_date
from foundation.events import record
from foundation.mail import queue_mail
from foundation.service import service


@dataclass(frozen=True)
class Chased:
    """How many owners were asked, how many leads in place of owners who have left, and about how many actions."""

    owners: int
    actions: int
    leads: int = 0


@service
def chase(*, by: Person, references: list[str]) -> Chased:
    """Ask the owners of these open actions how they stand, all of those who own one together; where an owner has left, the
    agency's safeguarding leads in their place.

    About an action once a day, and everybody in one email."""
    asked: dict[Person, list[Action]] = {}
    today = clock.today()
    for action, people in chasable_actions(by, references):
        for person in people:
            _row, created = ActionChase.objects.get_or_create(
                action=action, to=person, on=today, defaults={"chased_at": clock.now(), "chased_by": by.reference}
            )
            if created:
                asked.setdefault(person, []).append(action)
                record(verb="board.action_chased", by=by, subject=subject_of(action), data={"to": person.reference})
    others = co_owners_here({action.pk for actions in asked.values() for action in actions})
    owned = {
        person: [action for action in actions if action.owner_id == person.pk or person in others.get(action.pk, ())]
        for person, actions in asked.items()
    }
    for person, actions in asked.items():
        _ask(person, actions, today, own=len(owned[person]) == len(actions))
    owners = sum(bool(actions) for actions in owned.values())
    about = {action.pk for actions in asked.values() for action in actions}
    return Chased(owners, len(about), len(asked) - owners)


def _ask(person: Person, actions: list[Action], today: date, *, own: bool) -> None:
    """One email: about one action with its page, about several with the list that shows them to this person."""
    first = actions[0]
    key = f"chase:{first.reference}:{person.reference}:{today.isoformat()}"
    if len(actions) > 1:
        words = {
            "count": str(len(actions)),
            "late": str(sum(is_late(state=action.state, due_on=action.due_on, today=today) for action in actions)),
            "whose": "that you own" if own else "of your agency",
            "path": "/" if own else "/actions/",
        }
        queue_mail(to=person.email, template="actions_chase", context=words, key=key)
        return
    words = {
        "number": _one_line(first.number, 10),
        "plan": _one_line(first.plan.title, 150),
        "due_on": gov_date(first.due_on),
        "path": f"/actions/{first.reference}/",
    }
    queue_mail(to=person.email, template="action_chase", context=words, key=key)


def _one_line(text: str, most: int) -> str:
    """What was pasted with odd blanks in it, fit for the line of a mail."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return Truncator(" ".join(printable.split())).chars(most)
