"""Invented schools and addresses, so that the look-ups of the referral form find something."""

from children.services.places import import_places
from foundation.actors import SystemActor
from portal.demo import words

SCHOOLS = (
    "Oakfield Primary School", "Harbour Academy", "Millbrook School", "Northmere College", "Lantern Nursery",
    "Hill Infant School", "Old Town Junior School", "Riverside High School", "Station Road Primary School",
    "Ferry Lane Academy", "Beacon Special School", "Kiln Close Nursery",
)  # fmt: skip
FIRST_URN, FIRST_UPRN, HOUSES = 900001, 900000000001, 20


def make_places() -> None:
    """A dozen schools, and twenty houses in each of some streets."""
    streets = [
        (f"{street} {words.STREET_KINDS[place % 6]}", f"NM{place % 6 + 1} {place % 9 + 1}A")
        for place, street in enumerate(words.STREETS)
    ]
    schools = [f"{FIRST_URN + place},{name},{streets[place][0]},{streets[place][1]}P" for place, name in enumerate(SCHOOLS)]
    homes = [
        f"{FIRST_UPRN + place * HOUSES + house},{house + 1} {street},{postcode}Q"
        for place, (street, postcode) in enumerate(streets)
        for house in range(HOUSES)
    ]
    by = SystemActor("seed")
    import_places(by=by, kind="schools", content="\n".join(["urn,name,town,postcode", *schools]).encode())
    import_places(by=by, kind="addresses", content="\n".join(["uprn,address,postcode", *homes]).encode())
