"""Joining two records of a child and undoing it: which record stands for which, who is refused, and that nothing is lost."""

import pytest
from django.db import DatabaseError, connection, transaction

from children.models import Child, ChildMerge, NotTheSame
from children.selectors.records import same_children
from children.services import merge_children, say_not_the_same, undo_merge
from foundation.actors import SystemActor
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject, history
from foundation.service import _inside
from tests.children.makers import dice, known

pytestmark = pytest.mark.django_db
BY = SystemActor("demonstration")


@pytest.fixture(autouse=True)
def inside_a_service() -> object:
    """These services have no door of their own: they run inside those of upper apps."""
    token = _inside.set(True)
    yield
    _inside.reset(token)


def join(lesser: Child, greater: Child) -> ChildMerge:
    return merge_children(by=BY, lesser=lesser.reference, greater=greater.reference, reason="Same date, same mother")


def standing(*children: Child) -> list[int]:
    found = same_children([child.pk for child in children])
    return [found[child.pk] for child in children]


def test_the_greater_record_stands_for_the_lesser() -> None:
    lesser, greater = known(), known()
    merge = join(lesser, greater)
    assert standing(lesser, greater) == [greater.pk, greater.pk]
    assert same_children([lesser.pk]) == {lesser.pk: greater.pk, greater.pk: greater.pk}
    (event,) = history(Subject("child", lesser.reference))
    assert (event.verb, event.data) == ("children.merged", {"into": greater.reference, "merge": merge.reference})


def test_chains_are_flat_and_come_apart_link_by_link() -> None:
    one, two, three, four = (known() for _ in range(4))
    join(one, two)
    upper = join(two, three)
    join(three, four)
    assert standing(one, two, three, four) == [four.pk] * 4
    undo_merge(by=BY, reference=upper.reference, reason="Two sisters")
    assert standing(one, two, three, four) == [two.pk, two.pk, four.pk, four.pk]


def test_whatever_is_joined_and_parted_in_whatever_order_stays_flat_and_goes_back() -> None:
    random = dice(3)
    children = [known() for _ in range(9)]
    made: list[ChildMerge] = []
    for _ in range(40):
        lesser, greater = random.sample(children, 2)
        try:
            made.append(join(lesser, greater))
        except Refused:
            standing_merges = [merge for merge in made if ChildMerge.objects.get(pk=merge.pk).undone_at is None]
            if standing_merges and random.random() < 0.4:
                undo_merge(by=BY, reference=random.choice(standing_merges).reference, reason="After all")
        roots = set(Child.objects.filter(merged_into__isnull=False).values_list("merged_into", flat=True))
        assert not Child.objects.filter(pk__in=roots, merged_into__isnull=False).exists()
    for merge in ChildMerge.objects.filter(undone_at__isnull=True).order_by("?"):
        undo_merge(by=BY, reference=merge.reference, reason="All of it")
    assert standing(*children) == [child.pk for child in children]


def test_a_circle_is_refused() -> None:
    one, two = known(), known()
    join(one, two)
    with pytest.raises(Refused, match=r"Look at the child again|one record"):
        join(two, one)


def test_the_database_refuses_what_a_service_would_not_do() -> None:
    one, two, three = known(), known(), known()
    join(one, two)
    for lesser, greater in ((three, one), (two, three), (two, one)):
        with pytest.raises(DatabaseError, match="standing_record"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE children_child SET merged_into_id = %s WHERE id = %s", [greater.pk, lesser.pk])


def test_children_with_different_nhs_numbers_are_never_joined() -> None:
    one, other = known(nhs_number="9434765919"), known(nhs_number="4505577104")
    with pytest.raises(Refused, match="different NHS numbers"):
        join(one, other)
    between = known()
    join(between, one)
    with pytest.raises(Refused, match="different NHS numbers"):
        join(one, other)
    assert standing(one, other, between) == [one.pk, other.pk, one.pk]


def test_what_another_joined_meanwhile_is_a_conflict() -> None:
    lesser, greater, third = known(), known(), known()
    join(lesser, greater)
    with pytest.raises(Conflict, match="meanwhile"):
        join(lesser, third)
    assert ChildMerge.objects.count() == 1


def test_undoing_twice_without_a_reason_or_what_is_not_there_is_refused() -> None:
    merge = join(known(), known())
    with pytest.raises(Refused, match="Enter why"):
        undo_merge(by=BY, reference=merge.reference, reason=" ")
    undo_merge(by=BY, reference=merge.reference, reason="Cousins")
    with pytest.raises(Conflict):
        undo_merge(by=BY, reference=merge.reference, reason="Cousins")
    with pytest.raises(NotVisible):
        undo_merge(by=BY, reference="NM-J-22222-22222", reason="Cousins")
    with pytest.raises(NotVisible):
        merge_children(by=BY, lesser=merge.lesser.reference, greater="NM-C-22222-22222", reason="Same")
    with pytest.raises(Refused, match="one record"):
        join(merge.lesser, merge.lesser)
    with pytest.raises(Refused, match="Enter why"):
        merge_children(by=BY, lesser=merge.lesser.reference, greater=merge.greater.reference, reason="")


def test_not_the_same_is_said_once_and_taken_back_by_joining() -> None:
    one, other = known(), known()
    first = say_not_the_same(by=BY, one=one.reference, other=other.reference, reason="Twins")
    assert say_not_the_same(by=BY, one=other.reference, other=one.reference) == first
    assert history(Subject("child", one.reference)).count() == 1
    join(one, other)
    first.refresh_from_db()
    assert first.taken_back_at is not None
    with pytest.raises(Refused):
        say_not_the_same(by=BY, one=one.reference, other=other.reference)
    assert NotTheSame.objects.count() == 1
