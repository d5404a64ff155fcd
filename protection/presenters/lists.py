"""The lists of child protection and how one gets from one to another."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from accounts.access import AGENCY_LEAD
from protection.access import CASEWORK

FAMILIES, INVITED, CONFERENCES, PLANS, AGENCY = "families", "invited", "conferences", "plans", "agency"


def tabs(current: str, held: Collection[str]) -> list[dict[str, Any]]:
    """The lists that somebody with these roles may open: who is only invited has no families of a team."""
    here = reverse("protection:families")
    pages = [
        (FAMILIES, "Families", here, bool(CASEWORK.roles & set(held))),
        (INVITED, "My invitations", f"{here}?whose=invited", True),
        (CONFERENCES, "Conferences", reverse("protection:conferences"), True),
        (PLANS, "Plans", reverse("protection:plans"), True),
        (AGENCY, "My agency", reverse("protection:agencys_conferences"), AGENCY_LEAD in held),
    ]
    return [{"text": text, "href": href, "current": name == current} for name, text, href, opens in pages if opens]
