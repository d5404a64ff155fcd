"""Lists paged by a moment and the id: each row once, either way round, also where many are of one moment."""

from datetime import timedelta

import pytest
from django.db.models.functions import TruncDate

from accounts.models import Person
from foundation import clock
from foundation.pages import page_after
from tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def five() -> list[int]:
    """Five people of three moments, by id in the order of the list."""
    made = [make_person().pk for _number in range(5)]
    for pk, days in zip(made, (2, 1, 1, 1, 0), strict=True):
        Person.objects.filter(pk=pk).update(created_at=clock.now() - timedelta(days=days))
    return made


@pytest.mark.parametrize("newest_first", [False, True])
def test_each_row_comes_once_and_in_order(five: list[int], newest_first: bool) -> None:
    seen, key, pages = [], "", 0
    while key or not pages:
        page = page_after(Person.objects.filter(pk__in=five), "created_at", key, 2, newest_first=newest_first)
        seen += [row.pk for row in page.rows]
        key, pages = page.next_key, pages + 1
    assert seen == (five[::-1] if newest_first else five)
    assert pages == 3


@pytest.mark.parametrize(
    ("column", "order"),
    [("day", [0, 1, 2, 3, 4]), ("name", [4, 3, 0, 1, 2]), ("pk", [0, 1, 2, 3, 4])],
)
def test_a_list_is_in_the_order_of_a_day_a_text_or_the_id(five: list[int], column: str, order: list[int]) -> None:
    for pk, name in zip(five, ("Mo_1", "Mo_1", "Mo_1", "Li", "Al"), strict=True):
        Person.objects.filter(pk=pk).update(name=name)
    people = Person.objects.filter(pk__in=five).annotate(day=TruncDate("created_at"))
    seen, key, pages = [], "", 0
    while key or not pages:
        page = page_after(people.values("id", "name", "day"), column, key, 2, identity="id")
        seen += [row["id"] for row in page.rows]
        key, pages = page.next_key, pages + 1
    assert seen == [five[number] for number in order]


@pytest.mark.parametrize(
    ("column", "key"),
    [("day", "2026-13-18_1"), ("day", "Al_1"), ("day", "2026-11-18"), ("name", "\x00_1"), ("name", "_1"), ("name", "Al_x"),
     ("pk", "Al_1"), ("pk", "Al"), ("pk", f"{2**63}")],
)  # fmt: skip
def test_a_key_that_is_none_of_its_column_gives_the_first_page(five: list[int], column: str, key: str) -> None:
    people = Person.objects.filter(pk__in=five).annotate(day=TruncDate("created_at"))
    assert len(page_after(people, column, key, 5).rows) == 5


def test_a_list_that_ends_with_its_page_has_no_next(five: list[int]) -> None:
    assert page_after(Person.objects.filter(pk__in=five), "created_at", "", 5).next_key == ""


@pytest.mark.parametrize(
    "key",
    ["rubbish", "_", "2026-11-18T10:00:00+00:00_", "2026-11-18T10:00:00+00:00_-1", f"2026-11-18T10:00:00+00:00_{2**63}",
     "0001-01-01T00:00:00+14:00_1"],
)  # fmt: skip
def test_a_key_that_cannot_be_read_gives_the_first_page(five: list[int], key: str) -> None:
    page = page_after(Person.objects.filter(pk__in=five), "created_at", key, 2)
    assert [row.pk for row in page.rows] == five[:2]
