"""The wards of the fictional borough: every invented postcode lies in one of them."""

from itertools import product

from portal.demo import words
from referrals.models import WardPostcode

WARDS = (
    "Abbey", "Bridge", "Castle Hill", "Docklands", "Fairfield", "Harbour", "Mill Lane", "Old Town", "Priory", "Riverside",
    "Station", "Westgate",
)  # fmt: skip
"""In the order of their postcodes; some have more of them than others."""
SECTORS = (0, 0, 1, 1, 1, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 7, 7, 7, 8, 8, 9, 9, 9, 10, 11)


def write_wards() -> None:
    """Say of every postcode in which ward it lies."""
    rows = []
    for place, (district, sector) in enumerate(product(words.DISTRICTS, range(1, 10))):
        ward = WARDS[SECTORS[place // 2]]
        rows += [WardPostcode(postcode=f"{district}{sector}{one}{two}", ward=ward) for one, two in product("ABDE", "PQRS")]
    WardPostcode.objects.bulk_create(rows)
