"""Sees to it that the portal knows what the guidance asks of a yearly report."""

from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps

from reporting.models import Guidance, StatutoryElement
from reporting.rules.elements import ELEMENTS, GUIDANCE


def write_missing_elements(sender: AppConfig, using: str, apps: Apps | None = None, **_: Any) -> None:
    """After all migrations: add each guidance and element that is not there; what has been put right stays as it is."""
    taken_back = apps is not None and "statutoryelement" not in apps.all_models["reporting"]
    if sender.name != "reporting" or taken_back:
        return
    rows = [Guidance(code=code, title=title, from_year=from_year) for code, title, from_year in GUIDANCE]
    Guidance.objects.using(using).bulk_create(rows, ignore_conflicts=True)
    known = {row.code: row for row in Guidance.objects.using(using).all()}
    elements = [
        StatutoryElement(
            guidance=known[one.guidance],
            number=one.number,
            text=one.text,
            shown_by=one.shown_by,
            section=one.section,
            conditional=one.conditional,
        )
        for one in ELEMENTS
    ]
    StatutoryElement.objects.using(using).bulk_create(elements, ignore_conflicts=True)
