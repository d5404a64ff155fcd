"""The words of children's records: why two are alike, and how much."""

from collections.abc import Sequence

from children.models import Child
from children.rules import ChildDetails
from children.rules.likeness import LIKELY, VERY_LIKELY, WEIGHTS, Likeness, Reason
from foundation.design import words

REASONS = {
    Reason.NHS_SAME: "Same NHS number",
    Reason.NHS_DIFFERS: "Different NHS numbers",
    Reason.UPN_SAME: "Same pupil number",
    Reason.UPN_DIFFERS: "Different pupil numbers",
    Reason.BORN_SAME: "Same date of birth",
    Reason.BORN_SWAPPED: "Day and month of birth exchanged",
    Reason.BORN_DIGIT: "One digit of the date of birth differs",
    Reason.BORN_ESTIMATED: "Near an estimated date of birth",
    Reason.BORN_EXPECTED: "Born, or expected, within weeks of the other’s date",
    Reason.BORN_DIFFERS: "Different dates of birth",
    Reason.NAMES_SWAPPED: "First and last name exchanged",
    Reason.FAMILY_SAME: "Same last name",
    Reason.FAMILY_SOUND: "Last names sound alike",
    Reason.FAMILY_NEAR: "Last names differ by a letter or two",
    Reason.FAMILY_DIFFERS: "Different last names",
    Reason.GIVEN_SAME: "Same first name, or known by it",
    Reason.GIVEN_SHORT: "Short form of the first name",
    Reason.GIVEN_SOUND: "First names sound alike",
    Reason.GIVEN_NEAR: "First names differ by a letter or two",
    Reason.GIVEN_DIFFERS: "Different first names",
    Reason.ADDRESS_SAME: "Same address",
    Reason.POSTCODE_SAME: "Same postcode",
    Reason.SEX_DIFFERS: "Different sex",
}
SEX = {"M": "Male", "F": "Female", "U": "Not known"}


def likeness_words(alike: Likeness) -> tuple[str, str]:
    """How likely it is the same child, and the colour of the tag that says so."""
    if alike.score >= VERY_LIKELY:
        return "Very likely the same child", "green"
    return ("Likely the same child", "blue") if alike.score >= LIKELY else ("Possibly the same child", "grey")


def reason_rows(alike: Likeness) -> list[dict[str, object]]:
    """The reasons with their weights, the heaviest first; `against`: what speaks against it."""
    return [
        {
            "text": REASONS[reason],
            "weight": f"{WEIGHTS[reason]:+d}".replace("-", "−"),
            "against": WEIGHTS[reason] < 0,
        }  # a minus sign
        for reason in alike.reasons
    ]


def born_words(child: ChildDetails | Child) -> str:
    """The date of birth, or the date on which the birth is expected."""
    if child.birth_date is None:
        return f"Expected {words.date(child.expected_delivery_date)}"
    return words.date(child.birth_date) + (" (estimated)" if child.birth_date_estimated else "")


def side_by_side(one: ChildDetails | Child, other: ChildDetails | Child) -> list[dict[str, object]]:
    """What both records say, line by line; `differs`: both say something, and not the same."""
    return [
        {
            "label": label,
            "one": first or "Not given",
            "other": second or "Not given",
            "differs": bool(first and second and first != second),
        }
        for (label, first), (_, second) in zip(_facts(one), _facts(other), strict=True)
    ]


def _facts(child: ChildDetails | Child) -> Sequence[tuple[str, str]]:
    return (
        ("First name", child.given_name),
        ("Last name", child.family_name),
        ("Known as", child.known_as),
        ("Born", born_words(child)),
        ("Sex", SEX.get(child.sex, SEX["U"])),
        ("Address", child.address.replace("\n", ", ")),
        ("Postcode", child.postcode),
        ("NHS number", child.nhs_number),
        ("Pupil number", child.upn),
    )
