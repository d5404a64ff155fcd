"""The queue and an opened contact, against their own SQL on a bare connection, an empty page and a plain table."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.template import Context
from django.template.engine import Engine
from django.test import Client

from accounts.models import Person
from portal.bench.measuring import (
    FOUND,
    EmptyPage,
    Row,
    Statement,
    bare_connection,
    in_one_transaction,
    medians,
    page,
    statements,
)
from portal.demo.partnership import SIGN_INS, address
from referrals.selectors.contacts import contact_for
from referrals.selectors.queue import QueueFilter, queue

QUEUE = "/mash/"
QUALITY = "/quality/"
SEARCH = "/mash/search/"
FILTERS = {
    "triage queue": "",
    "triage queue, one rating": "?rating=amber",
    "triage queue, mine": "?whose=mine",
    "triage queue, nobody's": "?whose=nobody",
    "triage queue, late": "?overdue=on",
    "triage queue, awaiting": "?awaiting=on",
    "triage queue, one source": "?source=2A",
}
PLAIN = """<table><tbody>
{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}
</tbody></table>"""
EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS) "


def somebody(local: str) -> Person:
    """A person of the demonstration, by the local part of their address."""
    return Person.objects.get(email=address(next(one for one in SIGN_INS if one.local == local)))


def queue_rows(client: Client, empty: EmptyPage, person: Person) -> Iterator[Row]:
    """The first page of the queue, for a screening officer, without and with filters."""
    bare = bare_connection()
    plain = Engine.get_default().from_string(PLAIN)
    cells = _cells(person)
    for what, query in FILTERS.items():
        own, count = own_statements(client, empty, QUEUE + query)
        found = medians(
            {
                "page": partial(page, client, QUEUE + query),
                "sql": partial(in_one_transaction, bare, own),
                "empty": empty.open,
                "plain": lambda: plain.render(Context({"rows": cells})),
            }
        )
        sql, shown = found["sql"], found["empty"] + found["plain"]
        yield Row(what, found["page"], sql + shown, count, f"its SQL {sql * 1000:.1f} ms")
    bare.close()


def _cells(person: Person) -> list[list[Any]]:
    """What a page of the queue is made of, as plain cells."""
    return [[row["reference"], row["given_name"], row["family_name"], row["birth_date"], row["rating"], row["agency"],
             row["referral_source"], row["received_at"], row["due_at"], row["state"], row["screener"]]
            for row in queue(person, QueueFilter()).rows]  # fmt: skip


def contact_row(client: Client, empty: EmptyPage, person: Person) -> Row:
    """One contact opened, of a form with several children where there is one: the most urgent in the queue."""
    bare = bare_connection()
    where = f"/mash/contacts/{_most_urgent(person)}/"
    own, count = own_statements(client, empty, where)
    found = medians(
        {
            "page": lambda: page(client, where),
            "sql": lambda: in_one_transaction(bare, own),
            "empty": empty.open,
        }
    )
    bare.close()
    return Row("open a contact", found["page"], found["sql"] + found["empty"], count, f"its SQL {found['sql'] * 1000:.1f} ms")


def child_rows(client: Client, empty: EmptyPage, person: Person) -> Iterator[Row]:
    """“Same child?” of the most urgent contact, and a search by a whole name, a beginning and a date."""
    where = f"/mash/contacts/{_most_urgent(person)}/same-child/"
    yield _against_its_sql(empty, "same child?", lambda: page(client, where))
    for what, words in _asked_for(person).items():
        yield _against_its_sql(empty, what, partial(_search, client, {**words, "csrfmiddlewaretoken": _token(client)}))


def _asked_for(person: Person) -> dict[str, dict[str, str]]:
    """What is searched for: the child of the most urgent contact by the whole name, a beginning, and a slip."""
    child = contact_for(person, _most_urgent(person)).submitted_child
    return {
        "search by name": {"words": f"{child.given_name} {child.family_name}".strip()},
        "search by a beginning": {"words": child.family_name[:4]},
        "search by a misspelt name": {"words": f"{child.given_name} {child.family_name[:2]}{child.family_name[1:]}".strip()},
    }


def _token(client: Client) -> str:
    page(client, SEARCH)
    return client.cookies[settings.CSRF_COOKIE_NAME].value


def _search(client: Client, form: dict[str, str]) -> None:
    cache.clear()  # how often somebody searches is limited
    response = client.post(SEARCH + "found/", form)
    if response.status_code != FOUND:
        raise RuntimeError(f"The search answered {response.status_code}.")


def _against_its_sql(empty: EmptyPage, what: str, work: Callable[[], object]) -> Row:
    bare = bare_connection()
    work()
    with statements() as sent:
        work()
    own = empty.own_of(sent)
    found = medians({"page": work, "sql": lambda: in_one_transaction(bare, own), "empty": empty.open})
    bare.close()
    return Row(what, found["page"], found["sql"] + found["empty"], len(sent), f"its SQL {found['sql'] * 1000:.1f} ms")


def _most_urgent(person: Person) -> str:
    return str(queue(person, QueueFilter()).rows[0]["reference"])


def own_statements(client: Client, empty: EmptyPage, where: str) -> tuple[list[Statement], int]:
    page(client, where)
    with statements() as sent:
        page(client, where)
    return empty.own_of(sent), len(sent)


def quality_row(client: Client, empty: EmptyPage) -> Row:
    """The scores of a year and a month, agency by agency, for the business team."""
    return _against_its_sql(empty, "a year of quality scores", partial(page, client, QUALITY))


def plans(client: Client, empty: EmptyPage, person: Person) -> Iterator[str]:
    """How the database walks for the queue, for “same child?” and for a search."""
    for what, query in FILTERS.items():
        yield from walks(what, own_statements(client, empty, QUEUE + query)[0])
    where = f"/mash/contacts/{_most_urgent(person)}/same-child/"
    yield from walks("same child?", own_statements(client, empty, where)[0])
    for what, words in _asked_for(person).items():
        form = {**words, "csrfmiddlewaretoken": _token(client)}
        with statements() as sent:
            _search(client, form)
        yield from walks(what, empty.own_of(sent))


def walks(what: str, own: Sequence[Statement]) -> Iterator[str]:
    """The plan of each statement that reads."""
    bare = bare_connection()
    for sql, params in own:
        if not sql.lstrip().startswith(("WITH", "SELECT")):
            continue
        with bare.cursor() as cursor:
            cursor.execute(EXPLAIN + sql, params)
            lines = "\n".join(line for (line,) in cursor.fetchall())
        bare.rollback()
        yield f"{what}:\n{lines}"
    bare.close()


def empty_row(empty: EmptyPage) -> Row:
    """The empty page itself."""
    with statements() as sent:
        empty.open()
    return Row("empty signed-in page", medians({"page": empty.open})["page"], None, len(sent))
