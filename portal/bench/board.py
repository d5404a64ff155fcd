"""The board's list of actions and its exceptions report, over 20,000 actions with ten updates each."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.template import Context
from django.template.engine import Engine
from django.test import Client

from accounts.models import Person
from board.copying.exceptions import document
from board.models import ExceptionsCopy, Plan
from board.selectors.actions import ActionFilter, list_actions
from foundation import clock
from foundation.pdf import render_pdf
from foundation.tagged_pdf import check
from portal.bench.measuring import EmptyPage, Row, bare_connection, in_one_transaction, medians, page
from portal.bench.pages import PLAIN, own_statements, walks
from portal.bench.reports import COSTLY_ROUNDS, bare_pdf
from portal.demo.actions_at_scale import REPORTED, write_actions

ACTIONS, UPDATES = 20_000, 10
LIST = "/actions/"
FILTERS = {
    "list of actions": "",
    "list of actions, every state": "?state=all",
    "list of actions, one rating": "?rating=red",
    "list of actions, late": "?late=on",
    "list of actions, one agency": "?agency=police",
    "list of actions, one theme": "?theme=S7&state=all",
    "list of actions, words": "?words=father",
    "list of actions, owner left": "?left=on",
}
SHOWN = ("number", "text", "plan_title", "agency_name", "owner_name", "post", "due", "stood", "rating", "note", "chased_on")


def make_actions() -> None:
    """Twenty thousand actions with ten notes each, beside what the board has."""
    with transaction.atomic():
        write_actions(ACTIONS, UPDATES)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def action_rows(client: Client, empty: EmptyPage, person: Person) -> Iterator[Row]:
    """The first page of the list, and a later one, for the business team; it has one order, that of the dates."""
    bare = bare_connection()
    plain = Engine.get_default().from_string(PLAIN)
    for what, query in _asked(person).items():
        cells = _cells(person, ActionFilter(state="open"))
        own, count = own_statements(client, empty, LIST + query)
        found = medians(
            {
                "page": partial(page, client, LIST + query),
                "sql": partial(in_one_transaction, bare, own),
                "empty": empty.open,
                "plain": partial(plain.render, Context({"rows": cells})),
            }
        )
        sql, shown = found["sql"], found["empty"] + found["plain"]
        yield Row(what, found["page"], sql + shown, count, f"its SQL {sql * 1000:.1f} ms, {ACTIONS:,} actions")
    bare.close()


def _asked(person: Person) -> dict[str, str]:
    key = list_actions(person, ActionFilter(state="open")).next_key
    return {**FILTERS, "list of actions, second page": f"?after={key}"}


def _cells(person: Person, wanted: ActionFilter) -> list[list[Any]]:
    """What a page of the list is made of, as plain cells."""
    return [[row[name] for name in SHOWN] for row in list_actions(person, wanted).rows]


def action_plans(client: Client, empty: EmptyPage, person: Person) -> Iterator[str]:
    """How the database walks for the list."""
    for what, query in _asked(person).items():
        yield from walks(what, own_statements(client, empty, LIST + query)[0])


def exceptions_row(person: Person) -> Row:
    """The exceptions report of 300 actions as PDF, against the bare library over the same HTML."""
    plan = Plan.objects.get(reference="NM-3-S1")
    html = document(ExceptionsCopy(day=clock.today(), plan=plan, person=person))
    pages = check(_printed(html))
    found = medians({"printed": lambda: _printed(html), "bare": lambda: bare_pdf(html)}, COSTLY_ROUNDS, warm_up=0)
    remark = f"{pages} pages, {found['printed'] / pages:.2f} s a page; floor: the bare library, same HTML"
    return Row(f"exceptions of {REPORTED} actions as PDF", found["printed"], found["bare"], remark=remark)


def _printed(html: str) -> bytes:
    return render_pdf(html, title="Exceptions", made_at=clock.now())
