"""What may be shown of figures that are cut: all of it to those who see the cases, rounded or hidden to everybody else.

A whole year of everything is shown as the yearly report prints it. Any other cut lies beside that one, and differences between
the two would give small numbers away; so its numbers of children are rounded to the nearest five, and those under six are not
shown. None at all looks like under six: that there is nobody is told as little as that there is somebody, so a part under six is
not listed, and a figure of which nothing was counted stands as one that is hidden.
"""

from dataclasses import replace
from decimal import Decimal

from foundation import small_numbers
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, FigureValue
from foundation.numbers import percentage, rate_per_10_000, round_half_up
from foundation.small_numbers import SMALL, SMALLEST_BASE, nearest
from reporting.disclosure import SMALL_SENSITIVE, Mark
from reporting.rules.freezing import Kept, Shown, show
from reporting.rules.frozen import Breakdown, Part
from reporting.rules.words import printed

MONTH = "month"
OF_CHILDREN = frozenset({"ward", "age", "ethnicity"})
"""Whatever is cut by these is a number of children, also where the whole is work of the partnership."""
PEOPLE = frozenset({DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE})
NOT_CHILDREN = frozenset({"days"})
"""Units of a mean whose total says nothing of children, so that it need not be rounded before the mean is taken."""
OF_ONE = {"points": 100, "parts": 5}
"""Units of which one referral has several: how many of them there are in one."""
HIDDEN = Shown(None, Mark.HIDDEN, ())


def rounded(number: int) -> int | Mark:
    """A number of children to the nearest five; under six is not shown, and none neither."""
    found = small_numbers.rounded(number)
    return Mark.HIDDEN if found is None else found


def shown(
    spec: FigureSpec,
    value: FigureValue | None,
    where: frozenset[str],
    *,
    sighted: bool,
    whole_year: bool,
    of_children: bool = False,
    hidden: Kept = frozenset(),
) -> Shown | None:
    """A figure and its parts as they may be shown; None where nothing was counted and that may be said.

    `where`: the dimensions by which it is cut. `of_children`: whether its source has a row for each child or form. `hidden`: what
    a published report of the year hid, which stays hidden from those without sight.
    """
    people = is_of_people(spec, of_children=of_children) or bool(where & OF_CHILDREN)
    if people and not sighted and (where or not whole_year):
        return _rounded(spec, value)
    if value is None:
        return None
    return show(replace(spec, disclosure=DisclosureClass.EVENTS), value) if sighted else show(spec, value, hidden)


def is_of_people(spec: FigureSpec, *, of_children: bool = False) -> bool:
    """Whether a figure tells how many people there are. `of_children`: its source has a row for each child or form."""
    return of_children or spec.disclosure in PEOPLE


def by_itself(spec: FigureSpec, value: FigureValue, *, of_children: bool = False) -> Shown:
    """A figure of any period, alone, for people without sight: a number of people is always rounded, also of a whole year.

    Whole years stand with their parts in the yearly report, which may hide a whole because of them; nothing here knows those.
    """
    if not is_of_people(spec, of_children=of_children):
        return show(spec, value)
    if spec.disclosure == DisclosureClass.SENSITIVE and _smallest(spec, value) <= SMALL_SENSITIVE:
        return HIDDEN
    return _rate_of_rounded(spec, value) if spec.kind == FigureKind.RATE else _rounded(spec, value)


def small_of(spec: FigureSpec) -> int:
    """The largest number of people of a figure that is hidden where it stands alone."""
    return SMALL_SENSITIVE if spec.disclosure == DisclosureClass.SENSITIVE else SMALL


def _smallest(spec: FigureSpec, value: FigureValue) -> int:
    """The smallest number of people that a value tells of."""
    top, bottom = value.numerator or 0, value.denominator or 0
    if spec.kind == FigureKind.PERCENTAGE:
        return min(top, bottom - top)
    if spec.kind == FigureKind.MEAN:
        return bottom
    return top if spec.kind == FigureKind.RATE else int(value.value or 0)


def _rate_of_rounded(spec: FigureSpec, value: FigureValue) -> Shown:
    """A rate per 10,000 of the rounded number of children; hidden where that number is."""
    if value.numerator is None or not value.denominator:
        return HIDDEN
    number = rounded(value.numerator)
    if isinstance(number, Mark):
        return Shown(None, number, ())
    rate = round_half_up(Decimal(rate_per_10_000(number, value.denominator) or 0), 1)
    return Shown(rate, printed(spec.kind, rate), ())


def _rounded(spec: FigureSpec, value: FigureValue | None) -> Shown:
    if value is None or value.value is None:
        return HIDDEN
    share = spec.kind in {FigureKind.PERCENTAGE, FigureKind.MEAN}
    whole = _number(spec, (value.numerator or 0, value.denominator or 0) if share else int(value.value))
    if isinstance(whole, Mark):
        return Shown(None, whole, ())
    by = tuple(
        Breakdown(name, tuple(_part(spec, label, part) for label, part in parts.items() if name == MONTH or _is_told(spec, part)))
        for name, parts in value.by.items()
    )
    return Shown(whole, printed(spec.kind, whole), by)


def _is_told(spec: FigureSpec, part: object) -> bool:
    """Whether a part stands in a list."""
    return _number(spec, part) != Mark.HIDDEN


def _part(spec: FigureSpec, label: str, part: object) -> Part:
    number = _number(spec, part)
    if isinstance(number, Mark):
        return Part(label, None, number)
    return Part(label, f"{number:f}" if isinstance(number, Decimal) else number, printed(spec.kind, number))


def _number(spec: FigureSpec, part: object) -> int | Decimal | Mark:
    """A number, or a share from its pair, as it may be told."""
    if not isinstance(part, tuple):
        return rounded(int(str(part)))
    top, bottom = part
    if spec.kind == FigureKind.MEAN:
        return _mean(spec, top, bottom)
    one = OF_ONE.get(spec.unit, 1)
    if min(top, bottom - top) <= SMALL or bottom <= SMALL * one:
        return Mark.HIDDEN
    exact = percentage(top, bottom) if one > 1 else percentage(nearest(top), nearest(bottom))
    if bottom < SMALLEST_BASE * one or exact is None:
        return Mark.SMALL_BASE
    return round_half_up(exact) if one > 1 else exact


def _mean(spec: FigureSpec, total: int, number: int) -> Decimal | Mark:
    """So many for each, of rounded numbers and to one decimal place; of fewer than twenty it says too much."""
    if number <= SMALL:
        return Mark.HIDDEN
    if number < SMALLEST_BASE:
        return Mark.SMALL_BASE
    exact = Decimal(total) / number if spec.unit in NOT_CHILDREN else Decimal(nearest(total)) / nearest(number)
    return round_half_up(exact, 1)
