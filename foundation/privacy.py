"""What each model says of itself: which of its fields are personal, and how long its rows live.

Every model of the house has an inner `class Privacy` with
- `personal`: fields by category, such as {"identity": ["given_name"], "health": ["disability"]}; empty for a model without any;
- `keep`: the code of the retention rule (see RULES).
  These rules say how long the partnership is to keep a row. Of rows about a child, only drafts are disposed of by the portal
  itself; the privacy notice says so;
- `scrub`: what a scrubbed field is set to, by field, where blank text or NULL will not do.
"""

from collections.abc import Iterator
from typing import Protocol

from django.apps import apps
from django.conf import settings
from django.db.models import Model

BY_RECORD = "record"
"""The rule of a row that belongs to a record of any kind: see `foundation.belonging`."""

CATEGORIES = ("identity", "contact", "health", "characteristics", "case", "work")
RULES = {
    "reference_data": "Kept while the partnership uses it.",
    "account": "Six years after the person's last role ended.",
    "child": "Until the child's 25th birthday, or longer where the record's own rule says so.",
    "contact": "Six years after the contact was closed without a referral; with the child's record otherwise.",
    "draft": "The days of the setting DRAFT_KEPT_DAYS after it was last changed.",
    "board": "Twenty-five years.",
    BY_RECORD: "As long as the record to which it belongs, by the rule of that kind of record.",
    "report": "Always: it is published.",
    "technical": "Ninety days after it was done.",
    "audit_trail": "As long as the record that it speaks of, and at least six years.",
}


class PrivacyStatement(Protocol):
    """The shape of a model's inner class."""

    personal: dict[str, list[str]]
    keep: str


def models_of_the_house() -> Iterator[type[Model]]:
    """Every model of the house's own apps, without those that libraries generate for history."""
    for label in settings.APPS_OF_THE_HOUSE:
        for model in apps.get_app_config(label).get_models():
            if not hasattr(model, "pgh_tracked_model"):
                yield model
