"""How the guide by level of need and the local directory read."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from foundation.design import words
from referrals.models import DirectoryImport, DirectoryService, Guide, Need

COLOURS = {"draft": "govuk-tag--yellow", "published": "govuk-tag--green", "retired": "govuk-tag--grey"}
MOST_AGE = 25
"""Above this a highest age says nothing about children."""


def guide_words(guide: Guide) -> dict[str, Any]:
    """A version, with the signs of each level as a list."""
    return {
        "number": guide.number,
        "introduction": guide.introduction,
        "published_at": guide.published_at,
        "retired_at": guide.retired_at,
        "levels": [
            {
                "level": row.level,
                "title": row.title,
                "description": row.description,
                "indicators": [line.strip() for line in row.indicators.splitlines() if line.strip()],
                "what_to_do": row.what_to_do,
            }
            for row in guide.levels.all()
        ],
    }


def version_rows(guides: Sequence[Guide]) -> list[dict[str, Any]]:
    """The versions, newest first."""
    return [
        {
            "number": guide.number,
            "href": reverse("referrals:guide_version", args=[guide.number]),
            "state": guide.get_state_display(),
            "colour": COLOURS[guide.state],
            "published_at": guide.published_at,
            "retired_at": guide.retired_at,
        }
        for guide in guides
    ]


def service_row(row: DirectoryService, *, level: int | None) -> dict[str, Any]:
    """A service as the list and its own page show it."""
    query = f"?level={level}" if level else ""
    return {
        "name": row.name,
        "organisation": row.organisation.name,
        "description": row.description,
        "url": reverse("referrals:directory_service", args=[row.pk]) + query,
        "change_url": reverse("referrals:directory_change", args=[row.pk]),
        "choose_url": reverse("referrals:directory_choose", args=[row.pk]) + query,
        "from_feed": row.feed_id is not None,
        "open": row.status == DirectoryService.Status.ACTIVE,
        "status": row.get_status_display(),
        "ages": ages(row),
        "cost": "Free" if row.free else row.cost or "Ask what it costs",
        "area": ", ".join(row.areas) or "Everywhere in the area",
        "level": "For every family" if row.level == 1 else "For families who need extra help",
        "needs": ", ".join(str(Need(need).label) for need in row.needs if need in Need.values),
        "eligibility": row.eligibility,
        "schedule": row.schedule,
        "telephone": row.telephone,
        "email": row.email,
        "website": row.website,
        "dropped": _dropped(row),
        "assured": words.date(row.assured_on) if row.assured_on else "",
    }


def _dropped(row: DirectoryService) -> str:
    """Why a service was closed by itself, for those who keep the directory."""
    if row.dropped_on is None or row.status != DirectoryService.Status.INACTIVE:
        return ""
    named = f"named it last on {words.date(row.named_on)}" if row.named_on else "names it no more"
    return f"Closed by itself on {words.date(row.dropped_on)}: the feed {named}. If it still runs, open it again here."


def ages(row: DirectoryService) -> str:
    """The ages that it is for, in words."""
    highest = row.max_age if row.max_age is not None and row.max_age <= MOST_AGE else None
    if row.min_age is None and highest is None:
        return "All ages"
    if highest is None:
        return f"From age {row.min_age}"
    return f"Up to age {highest}" if not row.min_age else f"Ages {row.min_age} to {highest}"


def import_words(kept: DirectoryImport) -> str:
    """What became of a feed, in a sentence."""
    return f"Added: {kept.added}. Changed: {kept.changed}. Closed: {len(kept.closed)}. Not taken: {len(kept.broken)}."


def _last_named(day: str) -> str:
    return f"last named on {words.date(date.fromisoformat(day))}" if day else "last named before this was noted"


def import_rows(imports: Sequence[DirectoryImport]) -> list[dict[str, Any]]:
    """The last feeds, with the reasons of what did not go in."""
    return [
        {
            "name": one.file_name,
            "at": one.imported_at,
            "added": one.added,
            "changed": one.changed,
            "closed": [f"{row['name']}: {_last_named(row['named_on'])}" for row in one.closed[:100]],
            "number_closed": len(one.closed),
            "broken": one.broken[:100],
            "number_broken": len(one.broken),
        }
        for one in imports
    ]
