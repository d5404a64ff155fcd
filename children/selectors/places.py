"""Looking schools and addresses up. They are reference data: nobody's secret."""

from collections.abc import Collection

from children.models import Address, School
from children.rules.places import words_of
from foundation.errors import Refused
from foundation.identifiers import normalise_postcode

MOST_FOUND = 12


def schools_like(typed: str) -> list[School]:
    """Open schools whose name, place and postcode hold every word typed, by name."""
    words = words_of(typed)
    found = School.objects.filter(open=True)
    for word in words:
        found = found.filter(label__icontains=word)
    return list(found.order_by("name", "urn")[:MOST_FOUND]) if words else []


def addresses_like(postcode: str, typed: str = "") -> list[Address]:
    """Addresses of a postcode that hold every word typed; all of the postcode where none does."""
    try:
        of_postcode = Address.objects.filter(postcode=normalise_postcode(postcode))
    except Refused:
        return []
    narrowed = of_postcode
    for word in words_of(typed):
        narrowed = narrowed.filter(text__icontains=word)
    return list(narrowed.order_by("text")[:60]) or list(of_postcode.order_by("text")[:60])


def schools_told(text: str) -> list[School]:
    """The open schools that somebody means by a text: its number (alone, or after “URN”), its label, or its name."""
    told = text.strip()
    number = told.upper().removeprefix("URN").strip(" :")
    if number.isdecimal() and number.isascii():
        return list(School.objects.filter(open=True, urn=number))
    named = School.objects.filter(open=True)
    return list(named.filter(label__iexact=told)) or list(named.filter(name__iexact=told).order_by("urn")[:MOST_FOUND])


def labels_of(urns: Collection[str]) -> dict[str, str]:
    """How the list writes the schools of these numbers."""
    return dict(School.objects.filter(urn__in=urns).values_list("urn", "label"))


def school_with(urn: str) -> School | None:
    """The school of this number."""
    return School.objects.filter(urn=urn).first()


def address_with(uprn: str) -> Address | None:
    """The address of this number."""
    return Address.objects.filter(uprn=uprn).first()


def urn_of(label: str) -> str:
    """The number of the school that is written so; empty for what was written by hand."""
    found = School.objects.filter(label=label).values_list("urn", flat=True).order_by("-open", "urn").first() if label else None
    return found or ""


def uprn_of(text: str, postcode: str) -> str:
    """The number of the address that is written so; empty for what was written by hand."""
    if not text or not postcode:
        return ""
    return Address.objects.filter(postcode=postcode, text=text).values_list("uprn", flat=True).order_by("uprn").first() or ""
