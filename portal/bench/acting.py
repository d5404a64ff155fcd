"""Two acts of every day, against their own SQL on a bare connection: taking the next contact, and an answer to a check."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from django.db import transaction

from accounts.models import Person
from portal.bench.measuring import Bare, Row, Statement, bare_connection, medians, statements
from referrals.rules.triage import MASH_CHECK
from referrals.services import take_next
from work.models import Request
from work.selectors.recipients import those_who_answer
from work.services.requests import answer_request

TRIED = 50


class TakenBack(Exception):
    """What was measured is undone, so that the same is measured each time."""


def acting_rows(officer: Person) -> Iterator[Row]:
    """The next one for me; an answer to the open check that is due first."""
    yield _row("next for me", partial(take_next, by=officer))
    for request in Request.objects.filter(kind=MASH_CHECK, state="asked").order_by("due_at", "id")[:TRIED]:
        leads = those_who_answer(request)
        if leads:
            said = partial(answer_request, reference=request.reference, result="nothing_known", answer="")
            yield _row("answer a check", partial(said, by=leads[0]))
            return


def _row(what: str, act: Callable[[], object]) -> Row:
    bare = bare_connection()
    undone(act)
    with statements() as sent:
        undone(act)
    own = [one for one in sent if not one[0].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))]
    found = medians({"act": partial(undone, act), "sql": partial(_sql_undone, bare, own)})
    bare.close()
    return Row(what, found["act"], found["sql"], len(own), "undone each time")


def undone(act: Callable[[], object]) -> None:
    """Do it, and take it back."""
    try:
        with transaction.atomic():
            act()
            raise TakenBack
    except TakenBack:
        return


def _sql_undone(bare: Bare, own: Sequence[Statement]) -> None:
    with bare.cursor() as cursor:
        for sql, params in own:
            cursor.execute(sql, params)
            if cursor.description:
                cursor.fetchall()
    bare.rollback()
