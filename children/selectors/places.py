"""Looking schools and addresses up. They are reference data: nobody's secret."""

from collections.abc import Collection

from children.models import Address, School
from children.rules.places import words_of
from foundation.errors import Refused
from foundation.identifiers import normalise_postcode
from foundation.together import read_together

MOST_FOUND = 12


def schools_like(typed: str) -> list[School]:
    """Open schools whose name, place and postcode hold every word typed, by name."""
    words = words_of(typed)
    found = School.objects.filter(open=True, gone_on__isnull=True)
    for word in words:
        found = found.filter(label__icontains=word)
    return list(found.order_by("name", "urn")[:MOST_FOUND]) if words else []


def addresses_like(postcode: str, typed: str = "") -> list[Address]:
    """Addresses of a postcode that hold every word typed; all of the postcode where none does."""
    try:
        of_postcode = Address.objects.filter(postcode=normalise_postcode(postcode), gone_on__isnull=True)
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
        return list(School.objects.filter(open=True, gone_on__isnull=True, urn=number))
    named = School.objects.filter(open=True, gone_on__isnull=True)
    return list(named.filter(label__iexact=told)) or list(named.filter(name__iexact=told).order_by("urn")[:MOST_FOUND])


def no_longer_named(kind: str, numbers: Collection[str]) -> list[str]:
    """The numbers of the schools or addresses here that a whole list with these `numbers` does not name; without those gone."""
    rows = (
        School.objects.filter(gone_on__isnull=True).values_list("urn", flat=True)
        if kind == "schools"
        else Address.objects.filter(gone_on__isnull=True).values_list("uprn", flat=True)
    )
    return sorted(set(rows) - set(numbers))


def labels_of(urns: Collection[str]) -> dict[str, str]:
    """How the list writes the schools of these numbers."""
    return dict(School.objects.filter(urn__in=urns).values_list("urn", "label"))


def school_with(urn: str) -> School | None:
    """The school of this number."""
    return School.objects.filter(urn=urn).first()


def address_with(uprn: str) -> Address | None:
    """The address of this number."""
    return Address.objects.filter(uprn=uprn).first()


class Written:
    """The schools and addresses (each with its postcode) of a form as they are written, and the numbers that they have: in one
    statement however many there are, and in none where nothing was written."""

    def __init__(self, schools: Collection[str], addresses: Collection[tuple[str, str]]) -> None:
        texts = {text for text, postcode in addresses if text and postcode}
        self._schools = School.objects.filter(label__in=set(schools) - {""}).order_by("open", "-urn").values_list("label", "urn")
        at = Address.objects.filter(postcode__in={postcode for _text, postcode in addresses} - {""}, text__in=texts)
        self._addresses = at.order_by("-uprn").values_list("text", "postcode", "uprn")
        read_together(self._schools, self._addresses)

    def urn_of(self, label: str) -> str:
        """The number of the school that is written so; empty for what was written by hand."""
        return dict(self._schools).get(label, "")

    def uprn_of(self, text: str, postcode: str) -> str:
        """The number of the address that is written so; empty for what was written by hand."""
        return {(at, code): uprn for at, code, uprn in self._addresses}.get((text, postcode), "")
