"""What is known of a child who is registered, and what such a description must hold."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from foundation.errors import Incomplete, Problem, Refused
from foundation.identifiers import normalise_nhs_number, normalise_postcode, normalise_upn

UNBORN_SEX = "U"
OVERDUE, EXPECTED_WITHIN = timedelta(days=28), timedelta(days=305)
"""How long before today, and how long after, the birth of a child who is not born yet can be expected."""
ETHNICITIES = (
    ("WBRI", "White British"),
    ("WIRI", "White Irish"),
    ("WIRT", "Traveller of Irish heritage"),
    ("WROM", "Gypsy or Roma"),
    ("WOTH", "Any other White background"),
    ("MWBC", "White and Black Caribbean"),
    ("MWBA", "White and Black African"),
    ("MWAS", "White and Asian"),
    ("MOTH", "Any other mixed background"),
    ("AIND", "Indian"),
    ("APKN", "Pakistani"),
    ("ABAN", "Bangladeshi"),
    ("AOTH", "Any other Asian background"),
    ("CHNE", "Chinese"),
    ("BCRB", "Black Caribbean"),
    ("BAFR", "Black African"),
    ("BOTH", "Any other Black background"),
    ("OOTH", "Any other ethnic group"),
    ("REFU", "The family did not want to say"),
    ("NOBT", "Not known yet"),
)
"""Codes of the children in need census, with their words."""
NO_FAMILY_NAME = "Enter the child’s last name, or “not known”"
NO_SEX = "Select the child’s sex, or that it is not known"
ONE_DATE = "Give either a date of birth or, for an unborn child, the date on which the birth is expected"
NOUNS = {
    "family_name": "Last name",
    "given_name": "First name",
    "known_as": "Other names they are known by",
    "address": "Home address",
}
MOST = {"family_name": 100, "given_name": 100, "known_as": 100, "address": 500}
"""How many characters each may have."""
IDENTIFIERS: Mapping[str, Callable[[str], str]] = {
    "nhs_number": normalise_nhs_number,
    "upn": normalise_upn,
    "postcode": normalise_postcode,
}


@dataclass(frozen=True)
class ChildDetails:
    """Identity of a child, born (birth date) or unborn (expected date of delivery), with identifiers already checked."""

    family_name: str
    given_name: str = ""
    known_as: str = ""
    birth_date: date | None = None
    birth_date_estimated: bool = False
    expected_delivery_date: date | None = None
    sex: str = "U"
    ethnicity: str = ""
    nhs_number: str = ""
    upn: str = ""
    address: str = ""
    postcode: str = ""


def problems_of(details: ChildDetails, today: date, *, test_numbers: bool = False) -> Iterator[Problem]:
    """What keeps a child from being registered. `test_numbers`: NHS numbers of the range for tests are taken."""
    if not details.family_name.strip():
        yield Problem(NO_FAMILY_NAME, "family_name")
    for name, most in MOST.items():
        if len(getattr(details, name)) > most:
            yield Problem(f"{NOUNS[name]} must be {most:,} characters or fewer", name)
    yield from _dates(details, today)
    if details.ethnicity and details.ethnicity not in dict(ETHNICITIES):
        yield Problem("Select ethnic background", "ethnicity")
    for name in IDENTIFIERS:
        try:
            tidy_identifier(name, getattr(details, name), test_numbers=test_numbers)
        except Refused as refused:
            yield Problem(refused.sentence, name)


def _dates(details: ChildDetails, today: date) -> Iterator[Problem]:
    if (details.birth_date is None) == (details.expected_delivery_date is None):
        yield Problem(ONE_DATE, "birth_date")
    if details.birth_date is not None and details.birth_date > today:
        yield Problem("Date of birth must be today or in the past", "birth_date")
    if details.expected_delivery_date is not None and (wrong := wrong_expected_date(details.expected_delivery_date, today)):
        yield Problem(wrong, "expected_delivery_date")
    if details.sex not in ("M", "F", UNBORN_SEX):
        yield Problem(NO_SEX, "sex")
    elif details.birth_date is None and details.sex != UNBORN_SEX:
        yield Problem("The sex of an unborn child is recorded as not known", "sex")


def wrong_expected_date(expected: date, today: date) -> str:
    """Why a child who is not born yet cannot be expected on this day; empty where they can."""
    if expected < today - OVERDUE:
        return "The date on which the birth is expected is long past. If the child has been born, select yes"
    if expected > today + EXPECTED_WITHIN:
        return "The date on which the birth is expected must be in the next 10 months"
    return ""


def tidy_identifier(name: str, typed: str, *, test_numbers: bool = False) -> str:
    """A national number or postcode as it is stored; empty stays empty. Refuses what is none."""
    if not typed.strip():
        return ""
    try:
        if name == "nhs_number":
            return normalise_nhs_number(typed, allow_test_numbers=test_numbers)
        return IDENTIFIERS[name](typed)
    except Refused as refused:
        raise Refused(refused.sentence.rstrip("."), field=name) from refused


def tidied(details: ChildDetails, *, test_numbers: bool = False) -> ChildDetails:
    """The same child with each number and the postcode as they are stored. Refuses what is none."""
    return replace(
        details,
        nhs_number=tidy_identifier("nhs_number", details.nhs_number, test_numbers=test_numbers),
        upn=tidy_identifier("upn", details.upn),
        postcode=tidy_identifier("postcode", details.postcode),
    )


def check_details(details: ChildDetails, today: date, *, test_numbers: bool = False) -> None:
    """Refuse a child without a family name, with both or neither of the dates, or with anything that `problems_of` names."""
    if wrong := list(problems_of(details, today, test_numbers=test_numbers)):
        raise Incomplete(wrong)
