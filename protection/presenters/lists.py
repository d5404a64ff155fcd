"""The lists of child protection and how one gets from one to another."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from accounts.access import AGENCY_LEAD
from foundation.design import words
from protection.access import CASEWORK
from protection.selectors.conferences import ChairsDesk
from protection.selectors.families import COUNTED_UP_TO, LATE
from protection.selectors.news import News
from work.presenters import Row

FAMILIES, INVITED, CONFERENCES, PLANS, AGENCY = "families", "invited", "conferences", "plans", "agency"

COUNTED = {
    "discussion": "Families with a strategy discussion",
    "enquiry": "Families with a section 47 enquiry",
    "conference": "Families with a conference",
    LATE: "Families with something late",
}


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


def family_numbers(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The counts of families that are not nought, each leading to the list that it counts."""
    here = reverse("protection:families")
    return [
        {
            "number": number if number < COUNTED_UP_TO else f"{COUNTED_UP_TO} or more",
            "label": COUNTED[name],
            "href": f"{here}?{urlencode({'due' if name == LATE else 'stage': name})}",
            "tone": "late" if name == LATE else "",
        }
        for name, number in counts.items()
        if number
    ]


def desk_numbers(desk: ChairsDesk) -> list[dict[str, Any]]:
    """What waits on a chair's desk and is not nought, leading to it."""
    counted = (
        (len(desk.diary), "Conferences in your diary", "", "diary"),
        (len(desk.to_approve), "Records to approve", "", "approve"),
        (len(desk.overdue), "Plans with something late", "late", "plans"),
    )
    here = reverse("protection:chairs_desk")
    return [
        {"number": number, "label": label, "tone": tone, "href": f"{here}#{part}"}
        for number, label, tone, part in counted
        if number
    ]


def news_rows(found: Iterable[News]) -> list[Row]:
    """Invitations and records that have gone out, as “My work” lists them; they name no child."""
    return [
        Row(
            title=one.title,
            reference=one.reference,
            href=one.href,
            origin="",
            at=one.at,
            due_at=None,
            text=f"For {words.moment(one.when)}" if one.when else f"Sent {words.moment(one.at)}",
        )
        for one in found
    ]
