"""Children for tests, and the mistakes that people make when they describe the same child again."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from children.models import Child
from children.rules import ChildDetails
from children.rules.keys import keys_of
from children.rules.short_forms import SHORT_FORMS
from foundation import clock

GIVEN = (*SHORT_FORMS, "Zofia", "Aoife", "Chukwuemeka", "Priya", "Łucja", "Siân", "Ng", "Wei", "Tomasz", "Ifeoma")
FAMILY = (
    "Okonkwo", "Ashbourne", "Fairweather", "O’Hare", "García", "Smith", "Kowalski", "Nguyen", "Patel", "Whitfield", "Thompson",
    "Blackwood", "Sørensen", "Ali", "Mbeki", "Harrington", "Clarke", "Davies", "Zhang", "McAllister",
)  # fmt: skip
STREETS = ("Alder Road", "Beacon Street", "Canal Lane", "Dairy Close", "Elm Avenue")


def told(**fields: Any) -> ChildDetails:
    """A child as somebody told of them."""
    who: dict[str, Any] = {
        "given_name": "Alexander",
        "family_name": "Whitfield",
        "birth_date": date(2015, 3, 7),
        "sex": "M",
        "address": "12 Alder Road, Northmere",
        "postcode": "ZZ1 2AB",
    }
    return ChildDetails(**(who | fields))


def known(details: ChildDetails | None = None, **fields: Any) -> Child:
    """A child's record, straight in the table."""
    details = details or told(**fields)
    return Child.objects.create(**asdict(details), keys=keys_of(details), created_at=clock.now(), created_by="factory")


def dice(seed: int | str) -> Random:
    """Chance that falls the same each time."""
    return Random(seed)  # noqa: S311  # for tests


def somebody(random: Random) -> ChildDetails:
    """A child as a form might tell of them."""
    return told(
        given_name=random.choice(GIVEN).title(),
        family_name=random.choice(FAMILY),
        birth_date=date(2009, 1, 1) + timedelta(days=random.randrange(6_000)),
        sex=random.choice("MFU"),
        address=f"{random.randint(1, 180)} {random.choice(STREETS)}, Northmere",
        postcode=f"ZZ{random.randint(1, 9)} {random.randint(1, 9)}{random.choice('ABDEFG')}{random.choice('PQRSTU')}",
    )


def _misspelt(random: Random, name: str) -> str:
    """One letter left out, doubled, exchanged for another, or swapped with its neighbour."""
    if len(name) < 4:
        return name
    place = random.randrange(1, len(name) - 1)
    change = random.choice(("out", "double", "other", "swap"))
    before, letter, after = name[:place], name[place], name[place + 1 :]
    if change == "out":
        return before + after
    if change == "double":
        return before + letter + letter + after
    if change == "other":
        return before + random.choice("aeioulnrst") + after
    return before + after[:1] + letter + after[1:]


def _digit_off(random: Random, born: date) -> date:
    for _ in range(100):
        digits = list(born.strftime("%d%m%Y"))
        place = random.randrange(8)
        digits[place] = random.choice("0123456789")
        try:
            changed = date(int("".join(digits[4:])), int("".join(digits[2:4])), int("".join(digits[:2])))
        except ValueError:
            continue
        if changed != born and 2000 < changed.year < 2027:
            return changed
    return born


def _day_and_month(child: ChildDetails) -> ChildDetails:
    born = child.birth_date or date.min
    return replace(child, birth_date=born.replace(day=born.month, month=born.day)) if born.day <= 12 else child


def _short(random: Random, child: ChildDetails) -> ChildDetails:
    forms = SHORT_FORMS.get(child.given_name.lower())
    return replace(child, given_name=random.choice(forms.split()).title()) if forms else child


MISTAKES: dict[str, Callable[[Random, ChildDetails], ChildDetails]] = {
    "names swapped": lambda _, child: replace(child, given_name=child.family_name, family_name=child.given_name),
    "first name misspelt": lambda random, child: replace(child, given_name=_misspelt(random, child.given_name)),
    "family name misspelt": lambda random, child: replace(child, family_name=_misspelt(random, child.family_name)),
    "both misspelt": lambda random, child: replace(
        child, given_name=_misspelt(random, child.given_name), family_name=_misspelt(random, child.family_name)
    ),
    "short form": _short,
    "known as": lambda _, child: replace(child, given_name="Bo", known_as=child.given_name),
    "double-barrelled": lambda _, child: replace(child, family_name=f"{child.family_name}-Brown"),
    "without accents": lambda _, child: replace(
        child, given_name=child.given_name.replace("â", "a"), family_name=child.family_name.replace("í", "i").replace("ø", "o")
    ),
    "a digit of the date": lambda random, child: replace(child, birth_date=_digit_off(random, child.birth_date or date.min)),
    "day and month": lambda _, child: _day_and_month(child),
    "moved": lambda _, child: replace(child, address="4 Quarry Road, Elsewhere", postcode="ZZ99 9ZZ"),
    "nothing of the address": lambda _, child: replace(child, address="", postcode=""),
    "digit and misspelt": lambda random, child: replace(
        child,
        birth_date=_digit_off(random, child.birth_date or date.min),
        given_name=_misspelt(random, child.given_name),
    ),
    "moved and short form": lambda random, child: replace(_short(random, child), address="", postcode=""),
}
"""What one and the same child looks like on the next form."""
