"""The generators of the demonstration give the same for the same number, and something else for another. No database."""

from datetime import UTC, date, datetime
from random import Random

from portal.demo.calendar import Arrivals
from portal.demo.copying import cell, ready
from portal.demo.front_door import FrontDoor
from portal.demo.partnership import PartnershipMaker
from portal.demo.references import References

UNTIL = datetime(2026, 3, 31, 12, 0, tzinfo=UTC)


def drawn(seed: int) -> tuple[object, ...]:
    """Moments, references, a name and children, as the seed draws them."""
    random, references = Random(seed), References(seed)  # noqa: S311  # as the demonstration draws
    moments = Arrivals(random, date(2025, 4, 1), date(2026, 3, 31), UNTIL).sorted(200)
    name = PartnershipMaker(random, references, UNTIL).name()
    door = FrontDoor.__new__(FrontDoor)  # without the tables: it draws children from its numbers alone
    door.random = random
    children = [door._identity(date(2026, 1, 5)) for _ in range(50)]
    return moments, [references.new("K") for _ in range(50)], name, children


def test_the_same_number_draws_the_same() -> None:
    assert drawn(2026) == drawn(2026)


def test_another_number_draws_something_else() -> None:
    here, there = drawn(2026), drawn(2027)
    assert all(one != other for one, other in zip(here, there, strict=True))


def test_no_moment_lies_after_the_end_and_they_are_in_order() -> None:
    moments = drawn(2026)[0]
    assert isinstance(moments, list)
    assert moments == sorted(moments)
    assert moments[-1] <= UNTIL


def test_references_never_come_twice() -> None:
    references = References(2026)
    made = [references.new("K") for _ in range(100_000)]
    assert len(set(made)) == len(made)


def test_a_cell_of_copy_keeps_what_would_end_it() -> None:
    assert cell("a\tb\nc\\d") == "a\\tb\\nc\\\\d"
    assert cell(None) == "\\N"
    assert cell(("x", 'y"z')) == '{"x","y\\\\"z"}'
    assert cell(ready({"a": "b\n"})) == cell({"a": "b\n"})
    assert [cell(True), cell(False), cell(3), cell(date(2026, 1, 5))] == ["t", "f", "3", "2026-01-05"]
