"""Five thousand entries of four agencies: a page asks a fixed number of queries, walks an index, and costs little more than its
own statements and an empty page do."""

import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation import clock
from foundation.exports import read_grid
from reviews.models import Case, ChronologyEntry
from reviews.rules.chronology_dates import Day, place_of
from reviews.selectors.chronology import ChronologyFilter, chronology_page
from tests.factories import sign_in
from tests.reviews import build
from tests.reviews import build_chronology as chronology

pytestmark = pytest.mark.django_db
ENTRIES, ROUNDS = 5_000, 5
FIRST_PAGE, LATER_PAGE = 17, 13
"""Queries, of which one each is the session, the person, their roles, and the row of the access log."""
MOST_RATIO = 4
"""How many times the floor a page may cost: its own statements run alone, and the same page of a case without an entry."""


def long_case() -> tuple[Any, Case]:
    owner = build.board_manager()
    case = build.with_child(owner).case
    authors = [chronology.author_of(kind) for kind in ("health", "police", "school", "council")]
    returns = [chronology.sent(one) for one in chronology.asked(owner, case, *authors)]
    agencies = [one.agency for one in returns]
    weights, seen = ("routine", "routine", "key", "missed", "good"), ("none", "seen", "not_seen", "alone")
    rows = []
    for number in range(ENTRIES):
        day = Day(date(2019, 1, 1) + timedelta(days=number * 1_400 // ENTRIES + (90 if number > ENTRIES // 2 else 0)))
        rows.append(
            ChronologyEntry(
                of_return=returns[number % len(returns)],
                case=case,
                agency=agencies[number % len(returns)],
                happened_on=day.on,
                place=place_of(day),
                source="Case notes",
                persons="Robin, mother",
                event=f"Event {number}. " + "Told at length. " * 20,
                significance=weights[number % 5],
                child_seen=seen[number % 4],
                fingerprint=str(number),
                added_at=clock.now(),
                added_by="test",
                sent_at=clock.now(),
            )
        )
    ChronologyEntry.objects.bulk_create(rows, batch_size=1_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE reviews_chronologyentry")
    return owner, case


def median(what: Callable[[], Any]) -> float:
    what()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        what()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def test_a_page_of_a_long_chronology_is_quick(client: Client) -> None:
    owner, case = long_case()
    sign_in(client, owner)
    url = reverse("reviews:chronology", args=[case.reference])
    later = f"{url}?after={chronology_page(case, ChronologyFilter(), '').next_key}"
    client.get(url)
    other = build.with_child(owner).case
    empty = median(lambda: client.get(reverse("reviews:chronology", args=[other.reference])))
    for address, most in ((url, FIRST_PAGE), (later, LATER_PAGE)):
        with CaptureQueriesContext(connection) as seen:
            response = client.get(address)
        assert response.status_code == 200
        assert len(seen) <= most, "\n".join(query["sql"][:160] for query in seen)
        reads = [query["sql"] for query in seen if query["sql"].startswith("SELECT")]

        def bare(statements: list[str] = reads) -> None:
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement.replace("%", "%%"), [])
                    cursor.fetchall()

        floor, cost = median(bare) + empty, median(lambda at=address: client.get(at))
        assert cost / floor < MOST_RATIO, f"{cost:.3f} s against {floor:.3f} s"
    assert len(response.content) < 400_000


@pytest.mark.parametrize("chosen", [{}, {"first": date(2020, 1, 1), "last": date(2020, 2, 1)}])
def test_a_page_walks_its_index_and_sorts_nothing(chosen: dict[str, date]) -> None:
    _owner, case = long_case()
    after = chronology_page(case, ChronologyFilter(), "").next_key
    with CaptureQueriesContext(connection) as seen:
        chronology_page(case, ChronologyFilter(**chosen), after)  # type: ignore[arg-type]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {seen[-1]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "entry_in_order" in plan, plan
    assert "Seq Scan on reviews_chronologyentry" not in plan, plan


def test_the_picture_of_thousands_is_small_and_the_spreadsheet_holds_them_all(client: Client) -> None:
    owner, case = long_case()
    sign_in(client, owner)
    page = client.get(reverse("reviews:chronology", args=[case.reference])).content.decode()
    assert len(page) < 600_000
    assert "5,004 entries" in page or "5004 entries" in page
    content = client.get(reverse("reviews:chronology_table", args=[case.reference])).content
    assert len(read_grid(content).rows) == ENTRIES + 5
    assert client.get(reverse("reviews:likely_contradictions", args=[case.reference])).status_code == 200
