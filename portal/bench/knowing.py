"""“Same child?” asked of children who are told of again with a mistake: how many are found, and how many are offered wrongly."""

from collections.abc import Iterator
from dataclasses import asdict
from random import Random

from django.db import transaction

from accounts.models import Person
from children.models import Child
from children.rules import ChildDetails
from children.rules.keys import keys_of
from children.rules.likeness import LIKELY
from children.selectors.likely import Candidate, candidates
from children.selectors.records import details_of
from foundation import clock
from portal.bench.acting import TakenBack
from portal.bench.measuring import Row, Statement, as_the_portal_asks, bare_connection, statements, timed
from portal.bench.submitting import FAR
from portal.demo.same_child import MISTAKES
from referrals.models import Contact

CHILDREN = 40
"""So many, each told of again with every mistake."""


def same_child_row(officer: Person) -> Row:
    """The question's own statements, kept ready by a bare connection; recall, and how many of those called likely are right."""
    bare, seconds = bare_connection(), list[float]()
    asked = found = likely = right = most = 0
    for child, again in _told_again():
        offered, sent = _asked(officer, again)
        seconds.append(timed(lambda: as_the_portal_asks(bare, sent)))  # noqa: B023  # called at once
        called = [one for one in offered if one.likeness.score >= LIKELY]
        asked, most = asked + 1, max(most, len(sent))
        found += any(one.child.pk == child for one in offered)
        likely, right = likely + len(called), right + sum(one.child.pk == child for one in called)
    bare.close()
    remark = f"of {asked}: recall {found / max(asked, 1):.3f}, precision of “likely” {right / max(likely, 1):.2f}"
    return Row("same child? its SQL alone", sorted(seconds)[len(seconds) // 2], None, most, remark)


def _told_again() -> Iterator[tuple[int, ChildDetails]]:
    """Children of whom a contact tells, each as another form would tell of them, with one mistake after the other."""
    random = Random(CHILDREN)  # noqa: S311  # for measuring
    written = Contact.objects.filter(pk__lt=FAR)  # beyond them lie those of floors
    newest = written.order_by("-pk").values_list("pk", flat=True).first() or 0
    picked = [random.randint(1, newest) for _ in range(CHILDREN * 2)]
    told_of = Contact.objects.filter(pk__in=picked).values("child")
    for child in Child.objects.filter(pk__in=told_of, birth_date__isnull=False).order_by("pk")[:CHILDREN]:
        told = {name: value for name, value in vars(details_of(child)).items() if name not in {"nhs_number", "upn"}}
        for mistake in MISTAKES:
            yield child.pk, ChildDetails(**mistake(random, dict(told)))


def _asked(officer: Person, again: ChildDetails) -> tuple[tuple[Candidate, ...], list[Statement]]:
    """Who is offered for a child that has just arrived, and what that asked the database; the child goes again."""
    try:
        with transaction.atomic():
            by = {"created_at": clock.now(), "created_by": "bench"}
            arriving = Child.objects.create(**asdict(again), keys=keys_of(again), **by)
            with statements() as sent:
                offered = candidates(officer, arriving).candidates
            raise TakenBack
    except TakenBack:
        return offered, list(sent)
