"""The words of children's records: the child's page, why two records are alike, and how much."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.models import Team
from children.kinds import ChildFile, record_kinds
from children.models import Child, ChronologyEntry, Involvement
from children.rules import ETHNICITIES, ChildDetails
from children.rules.likeness import LIKELY, VERY_LIKELY, WEIGHTS, Likeness, Reason
from children.selectors.page import Neighbour
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
UNKNOWN_SEX = "U"
SEX = {"M": "Male", "F": "Female", UNKNOWN_SEX: "Not known"}


WHERE_TOLD = frozenset({"Known as", "Ethnic background"})
"""What is left out where nobody has told it."""
TABS = (("child", "The child"), ("family", "Family and network"), ("chronology", "Chronology"))


def child_heading(file: ChildFile, current: str) -> dict[str, Any]:
    """What stands on every page of a child."""
    child = file.child
    return {
        "child": child,
        "name": child.full_name,
        "born": born_words(child),
        "sex": SEX.get(child.sex, SEX["U"]),
        "tabs": [
            {"text": text, "href": reverse(f"children:{name}", args=[child.reference]), "current": name == current}
            for name, text in TABS
        ],
    }


def identity_rows(file: ChildFile) -> list[dict[str, str]]:
    """Who the child is, as the records tell that the reader sees; what the joined ones say otherwise stands in each line."""
    told = (
        ("Reference", [child.reference for child in file.children]),
        ("Name", [child.full_name for child in file.children]),
        ("Known as", [child.known_as for child in file.children]),
        ("Born", [born_words(child) for child in file.children]),
        ("Sex", [SEX.get(child.sex, "") for child in file.children if child.sex != UNKNOWN_SEX] or [SEX["U"]]),
        ("Ethnic background", [dict(ETHNICITIES).get(child.ethnicity, "") for child in file.children]),
        ("NHS number", [spaced(child.nhs_number) for child in file.children]),
        ("Unique pupil number", [child.upn for child in file.children]),
        ("Address", [_where(child) for child in file.children]),
    )
    rows = [{"key": key, "value": "\n".join(dict.fromkeys(filter(None, values)))} for key, values in told]
    return [row | {"value": row["value"] or "Not known"} for row in rows if row["value"] or row["key"] not in WHERE_TOLD]


def spaced(nhs_number: str) -> str:
    """An NHS number as it is printed: 943 476 5919."""
    return f"{nhs_number[:3]} {nhs_number[3:6]} {nhs_number[6:]}".strip()


def _where(child: Child) -> str:
    return ", ".join(part for part in (child.address.replace("\n", ", "), child.postcode) if part)


def team_rows(teams: Iterable[tuple[Team, Sequence[Involvement]]], file: ChildFile) -> list[dict[str, Any]]:
    """Who works with the child and whom to ring; the record behind it only where the reader sees it."""
    kinds, seen = record_kinds(), {(one.kind, one.reference) for one in file.records}
    return [
        {
            "team": team.name,
            "agency": team.agency.name,
            "telephone": team.telephone or settings.PARTNERSHIP["mash_telephone"],
            "since": min(row.began_at for row in rows),
            "links": [
                {"href": kinds[row.record_kind].address(row.record_reference), "text": row.record_reference}
                for row in rows
                if (row.record_kind, row.record_reference) in seen
            ],
        }
        for team, rows in teams
    ]


def at_home_rows(neighbours: Iterable[Neighbour]) -> list[dict[str, str]]:
    """Who else is known at the child's address."""
    return [
        {
            "name": one.child.full_name,
            "born": born_words(one.child),
            "reference": one.child.reference,
            "href": reverse("children:child", args=[one.child.reference]) if one.opens else "",
        }
        for one in neighbours
    ]


def chronology_lines(entries: Iterable[ChronologyEntry]) -> list[dict[str, Any]]:
    """A child's chronology for the timeline."""
    kinds = record_kinds()
    return [
        {
            "title": kinds[row.record_kind].words(row.kind, row.detail),
            "at": row.at,
            "href": kinds[row.record_kind].address(row.record_reference),
            "link_text": row.record_reference,
        }
        for row in entries
        if row.record_kind in kinds
    ]


def kind_links(file: ChildFile, chosen: str, url: str) -> list[dict[str, Any]]:
    """To what the chronology can be narrowed: the kinds of record of which the reader sees one."""
    there = {one.kind for one in file.records}
    named_kinds: Mapping[str, str] = {code: kind.title or code for code, kind in record_kinds().items() if code in there}
    links = [{"text": "Everything", "href": url, "current": not chosen}]
    return links + [
        {"text": title, "href": f"{url}?kind={code}", "current": code == chosen} for code, title in sorted(named_kinds.items())
    ]


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


def named(child: ChildDetails | Child) -> str:
    """A child in a line: name and date of birth."""
    full = f"{child.given_name} {child.family_name}".strip() or "Unborn child"
    return f"{full}, {born_words(child)}"


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
