"""Sees to it that the portal knows what the guidance asks of a yearly report, and the shapes that a report can have."""

from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps

from reporting.models import Guidance, ReportTemplate, StatutoryElement
from reporting.rules.elements import ELEMENTS, GUIDANCE
from reporting.rules.templates import TEMPLATES, chapters_as_json


def write_missing_guidance(sender: AppConfig, using: str, apps: Apps | None = None, **_: Any) -> None:
    """After all migrations: add each guidance, element and template that is not there; what has been put right stays as it is."""
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
            shown_in=one.shown_in,
            section=one.section,
            conditional=one.conditional,
        )
        for one in ELEMENTS
    ]
    StatutoryElement.objects.using(using).bulk_create(elements, ignore_conflicts=True)
    shapes = [
        ReportTemplate(
            code=one.code,
            title=one.title,
            from_year=one.from_year,
            chapters=chapters_as_json(one.chapters),
            needs_statement=one.needs_statement,
        )
        for one in TEMPLATES
    ]
    ReportTemplate.objects.using(using).bulk_create(shapes, ignore_conflicts=True)
