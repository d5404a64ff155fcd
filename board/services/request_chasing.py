"""Following the table of chasing for answers that agencies owe: one mail for each person and agency, whatever is owed."""

from collections import defaultdict
from collections.abc import Iterable

from accounts.models import Person
from board.models import RuleChase
from board.selectors.request_chasing import chased_today, people_to_chase, requests_due_today
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date
from foundation.mail import queue_mail
from work.kinds import chased_by_a_table
from work.models import Chase, Request


def follow_for_requests(by: Actor) -> int:
    """Do what the table says of today about requests; how many mails are promised. Part of the service that follows the table.

    About a request that somebody has chased by hand today nobody is written to a second time.
    """
    dues = requests_due_today()
    people, by_hand = people_to_chase(dues), chased_today(dues)
    digests: dict[tuple[Person, int], dict[int, Request]] = defaultdict(dict)
    for due in dues:
        RuleChase.objects.create(rule=due.rule, request=due.request, step_on=due.step_on, followed_at=clock.now())
        if due.request.pk in by_hand:
            continue
        Chase.objects.get_or_create(
            request=due.request, day=clock.today(), defaults={"chased_at": clock.now(), "chased_by": by.actor_reference}
        )
        for person in people[due.request.pk, due.rule.to]:
            digests[person, due.request.to_agency_id][due.request.pk] = due.request
    for (person, _agency), requests in digests.items():
        _send(person, list(requests.values()))
    return len(digests)


def _send(person: Person, requests: list[Request]) -> None:
    agency = requests[0].to_agency
    words = {"summary": owed_words(requests), "whose": agency.name, "path": "/"}
    key = f"chase-requests:{person.reference}:{agency.code}:{clock.now().isoformat()}"
    queue_mail(to=person.email, template="requests_due", context=words, key=key)


def owed_words(requests: Iterable[Request]) -> str:
    """How many of which kind are late, and how many are due soon."""
    today, numbers = clock.today(), dict[str, list[int]]()
    for request in requests:
        late_and_due = numbers.setdefault(request.kind, [0, 0])
        late_and_due[london_date(request.due_at) >= today] += 1
    headings = chased_by_a_table()
    return "; ".join(f"{headings[kind].lower()}: {_counted(late, due)}" for kind, (late, due) in sorted(numbers.items()))


def _counted(late: int, due: int) -> str:
    return " and ".join(f"{number} {what}" for number, what in ((late, "late"), (due, "due soon")) if number)
