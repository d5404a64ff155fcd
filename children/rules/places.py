"""Reading a list of schools or addresses: what each row says, and why one cannot be taken in."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foundation.errors import Refused
from foundation.exports import read_sheet
from foundation.identifiers import normalise_postcode

MOST_ROWS = 500_000
MOST_BYTES = 100_000_000
COLUMNS: Mapping[str, tuple[str, ...]] = {"schools": ("urn", "name"), "addresses": ("uprn", "address", "postcode")}
"""The columns that a list must have, by kind; the first is the number."""
NOTHING_GOOD = "No row of this list could be taken, so it cannot say what is gone. Correct the file first."


@dataclass(frozen=True)
class PlaceRow:
    """A good row, by the columns of its table."""

    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class BrokenRow:
    """A row that cannot be taken in: the headings are line 1 of a sheet; in JSON the first is 1."""

    line: int
    why: str
    key: str = ""
    """The number of the row as far as it can be read: a place is not gone because its row is broken."""


def read_places(kind: str, content: bytes) -> tuple[list[PlaceRow], list[BrokenRow]]:
    """The good rows of a list and the broken ones with the reason. Refuses what is neither CSV, Excel nor JSON."""
    read = {"schools": _school, "addresses": _address}[kind]
    good: dict[str, PlaceRow] = {}
    broken: list[BrokenRow] = []
    for line, row in rows_of(kind, COLUMNS[kind], content):
        try:
            place = read(row)
            if place.key in good:
                raise Refused("Its number stands in the list twice.")
        except Refused as refused:
            broken.append(BrokenRow(line, refused.sentence, row.get(COLUMNS[kind][0], "")))
        else:
            good[place.key] = place
    return list(good.values()), broken


def keys_named(good: Sequence[PlaceRow], broken: Sequence[BrokenRow]) -> set[str]:
    """The numbers that a list names, in good rows and in broken ones."""
    return {row.key for row in good} | {row.key for row in broken}


def rows_of(kind: str, needed: Sequence[str], content: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a list with their lines. Refuses what is neither CSV, Excel nor JSON, and what lacks a `needed` column."""
    if content.lstrip()[:1] in (b"[", b"{"):
        yield from enumerate(_json_rows(content), start=1)
        return
    sheet = read_sheet(content, max_rows=MOST_ROWS, max_bytes=MOST_BYTES, max_unzipped=MOST_BYTES)
    headings = [heading.lower() for heading in sheet.headings]
    if missing := [name for name in needed if name not in headings]:
        columns = ", ".join(missing)
        raise Refused(f"This is no list of {kind}: it is neither JSON nor a CSV or Excel file with the columns {columns}.")
    for line, row in enumerate(sheet.rows, start=2):
        yield line, {name: "" if value is None else str(value).strip() for name, value in zip(headings, row, strict=True)}


def _json_rows(content: bytes) -> Iterator[Mapping[str, str]]:
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Refused("This file is not JSON. Ask whoever runs the feed for a JSON, CSV or Excel file.") from error
    listed = read.get("rows") if isinstance(read, dict) else read
    if not isinstance(listed, list):
        raise Refused("This file holds no list of rows.")
    for row in listed:
        told = row if isinstance(row, dict) else {}
        yield {str(name).lower(): str(value).strip() for name, value in told.items() if isinstance(value, str | int)}


def _school(row: Mapping[str, str]) -> PlaceRow:
    urn, name, place = row.get("urn", ""), row.get("name", ""), row.get("town", "") or row.get("street", "")
    if not re.fullmatch(r"\d{5,6}", urn):
        raise Refused("Its URN is not five or six digits.")
    _check("name", name, 120, needed=True)
    _check("town", place, 60)
    postcode = _postcode(row.get("postcode", ""))
    where = " ".join(part for part in (place, postcode) if part)
    return PlaceRow(
        urn,
        {
            "name": name,
            "place": place,
            "postcode": postcode,
            "label": f"{name}, {where}" if where else name,
            "open": row.get("status", "open").lower() not in ("closed", "0", "no"),
        },
    )


def _address(row: Mapping[str, str]) -> PlaceRow:
    uprn, text = row.get("uprn", ""), row.get("address", "")
    if not re.fullmatch(r"\d{1,12}", uprn):
        raise Refused("Its UPRN is not up to twelve digits.")
    _check("address", text, 300, needed=True)
    postcode = _postcode(row.get("postcode", ""))
    if not postcode:
        raise Refused("It has no postcode.")
    return PlaceRow(uprn, {"text": text, "postcode": postcode})


def _check(name: str, text: str, most: int, *, needed: bool = False) -> None:
    if needed and not text:
        raise Refused(f"It has no {name}.")
    if len(text) > most:
        raise Refused(f"Its {name} is longer than {most} characters.")
    if "\x00" in text:
        raise Refused(f"Its {name} holds signs that no keyboard types.")


def _postcode(typed: str) -> str:
    return normalise_postcode(typed) if typed else ""


def words_of(typed: str) -> Sequence[str]:
    """The words by which somebody looks, at most six."""
    return typed.replace(",", " ").split()[:6]
