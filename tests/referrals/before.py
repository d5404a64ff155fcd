"""Guides and services of the local directory, for tests."""

import json
from itertools import count
from typing import Any

from foundation import clock
from foundation.actors import SystemActor
from referrals.models import DirectoryOrganisation, DirectoryService, Guide
from referrals.rules.guide import LevelGiven
from referrals.services import begin_guide, publish_guide, save_guide

SYSTEM = SystemActor("test")
LEVELS = [
    LevelGiven(level, title, f"What level {level} means.", f"A sign of level {level}\nAnother sign", f"What to do at {level}.")
    for level, title in enumerate(("Universal", "Extra help", "Complex needs", "Significant harm"), start=1)
]
_numbers = count(1)


def make_guide() -> Guide:
    """A version that is in use, with words for all four levels."""
    draft = begin_guide(by=SYSTEM)
    save_guide(by=SYSTEM, number=draft.number, introduction="Use your judgement.", levels=LEVELS)
    return publish_guide(by=SYSTEM, number=draft.number)


def make_service(**fields: Any) -> DirectoryService:
    """A free service for every family, everywhere."""
    number = next(_numbers)
    organisation = DirectoryOrganisation.objects.create(name=f"Organisation {number}")
    given = {"name": f"Service {number}", "free": True, "changed_at": clock.now(), "changed_by": "factory", **fields}
    return DirectoryService.objects.create(organisation=organisation, **given)


def feed_service(**changes: Any) -> dict[str, Any]:
    """One service as an Open Referral UK feed describes it."""
    return {
        "id": "s-1",
        "name": "Parents’ drop-in",
        "status": "active",
        "description": "A warm room and somebody to talk to.",
        "url": "https://drop-in.example/",
        "email": "hello@drop-in.example",
        "assured_date": "2026-09-01",
        "minimum_age": 0,
        "maximum_age": 5,
        "eligibility_description": "Parents of small children",
        "organization": {"id": "o-1", "name": "Harbour Families", "website": "https://families.example"},
        "service_areas": [{"name": "Harbour"}],
        "schedules": [{"description": "Tuesdays 10am to noon"}],
        "cost_options": [],
        "contacts": [{"phones": [{"number": "01632 960010"}]}],
        "attributes": [{"taxonomy_term": {"name": "Parenting support"}}],
        **changes,
    }


def feed(*services: object) -> bytes:
    """A feed file with these services."""
    return json.dumps({"total_items": len(services), "contents": services}).encode()
