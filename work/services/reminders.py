"""Mails that say that something waits, before it is due and when it is late; never what, never about whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from accounts.models import Person
from foundation import clock as time
from foundation.actors import Actor
from foundation.mail import NEWS, queue_mail
from foundation.service import service
from work.kinds import chased_by_a_table, deadlines
from work.models import Clock, Reminder, Request
from work.selectors.my_work import clocks_seen
from work.selectors.recipients import owners

SOON = timedelta(hours=24)
AT_MOST = 500
Stage = Reminder.Stage


@service
def send_reminders(*, by: Actor) -> int:
    """Remind the owners of clocks that are due within a day or late, each stage of each due time once; one mail a person.

    Of a kind that says so they are reminded a first time weeks before.

    Nobody is told of a clock whose record they may not see: the number alone would say that there is one; nor of an answer about
    which a table says who is chased when.

    Who may: the system's hourly task. Takes the clocks that are due first and leaves the rest to the next run. Gives how many
    people are written to.
    """
    moment = time.now()
    waiting: dict[Person, list[tuple[str, Clock]]] = defaultdict(list)
    for stage in (Stage.LATE, Stage.SOON, Stage.AHEAD):
        for clock in _unreminded(stage):
            for person in owners(clock):
                waiting[person].append((stage, clock))
            Reminder.objects.create(clock=clock, stage=stage, due_at=clock.due_at, reminded_at=moment)
    told = {person: counts for person, rows in waiting.items() if (counts := _counted(person, rows))}
    for person, counts in told.items():
        queue_mail(
            to=person.email,
            template="work/reminder",
            context={"summary": summary(counts[Stage.LATE], counts[Stage.SOON], counts[Stage.AHEAD]), "path": "/"},
            key=f"remind:{person.reference}:{moment.isoformat()}",
        )
    return len(told)


def _counted(person: Person, rows: Iterable[tuple[str, Clock]]) -> Counter[str]:
    """How many of some clocks, by stage, are of records that the person may see."""
    listed = list(rows)
    seen = {clock.pk for clock in clocks_seen(person, [clock for _stage, clock in listed])}
    return Counter(stage for stage, clock in listed if clock.pk in seen)


def tell(people: Iterable[Person], *, path_name: str, reference: str, news: str = "") -> None:
    """Promise each of these people a mail that there is news for them, once for this record and piece of news."""
    for person in people:
        queue_mail(
            to=person.email,
            template=NEWS.name,
            context={"path": reverse(path_name, args=[reference])},
            key=f"told:{reference}:{person.reference}" + (f":{news}" if news else ""),
        )


def summary(late: int, soon: int, ahead: int = 0) -> str:
    """The one sentence of a reminder."""
    parts = [(late, "late"), (soon, "due within a day"), (ahead, "due in the weeks to come")]
    said = [f"{number} {'thing is' if number == 1 else 'things are'} {what}" for number, what in parts if number]
    return " and ".join(said)


def _unreminded(stage: str) -> QuerySet[Clock]:
    moment = time.now()
    reminded = Reminder.objects.filter(clock=OuterRef("pk"), stage=stage, due_at=OuterRef("due_at"))
    by_a_table = Request.objects.filter(clock=OuterRef("pk"), kind__in=chased_by_a_table())
    running = Clock.objects.filter(stopped_at__isnull=True, state=Clock.State.RUNNING).exclude(Exists(reminded))
    running = running.exclude(Exists(by_a_table))
    return (
        running.filter(_within(stage, moment))
        .select_related("owner_person", "owner_team", "request__to_team", "request__to_agency")
        .order_by("due_at", "pk")[:AT_MOST]
    )


def _within(stage: str, moment: datetime) -> Q:
    """When the clocks of a stage are due."""
    if stage == Stage.LATE:
        return Q(due_at__lt=moment)
    if stage == Stage.SOON:
        return Q(due_at__gte=moment, due_at__lt=moment + SOON)
    found = Q(pk__in=())
    for kind, declared in deadlines().items():
        if declared.ahead is not None:
            found |= Q(kind=kind, due_at__gte=moment + SOON, due_at__lt=moment + declared.ahead)
    return found
