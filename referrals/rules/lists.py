"""Reading the reference lists of the front door: what a list must hold, and why a row cannot be taken in."""

from collections.abc import Mapping
from dataclasses import dataclass

from children.rules.places import BrokenRow, rows_of
from foundation.errors import Refused
from foundation.identifiers import normalise_postcode

WARDS = "wards"
COLUMNS: Mapping[str, str] = {
    "schools": "urn, name, and where there are any town, postcode and status (open or closed)",
    "addresses": "uprn, address, postcode",
    WARDS: "postcode, ward",
}
"""What each list holds, as its page says it."""
LONGEST_WARD = 60


@dataclass(frozen=True)
class Checked:
    """What would become of a list, had it been imported."""

    good: int
    broken: list[BrokenRow]
    gone: int = 0


def read_wards(content: bytes) -> tuple[dict[str, str], list[BrokenRow]]:
    """The ward of each postcode (without its blank), and the rows that cannot be taken with the reason."""
    good: dict[str, str] = {}
    broken: list[BrokenRow] = []
    for line, row in rows_of(WARDS, ("postcode", "ward"), content):
        try:
            postcode, ward = _ward(row)
            if postcode in good:
                raise Refused("Its postcode stands in the list twice.")
        except Refused as refused:
            broken.append(BrokenRow(line, refused.sentence))
        else:
            good[postcode] = ward
    return good, broken


def _ward(row: Mapping[str, str]) -> tuple[str, str]:
    ward = row.get("ward", "")
    if not row.get("postcode"):
        raise Refused("It has no postcode.")
    if not ward:
        raise Refused("It has no ward.")
    if len(ward) > LONGEST_WARD or "\x00" in ward:
        raise Refused(f"Its ward is longer than {LONGEST_WARD} characters, or holds signs that no keyboard types.")
    return normalise_postcode(row["postcode"]).replace(" ", ""), ward
