"""Sees to it that the table of acronyms knows those that every partnership uses."""

from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps

from reporting.models import Acronym
from reporting.rules.acronyms import ACRONYMS


def write_missing_acronyms(sender: AppConfig, using: str, apps: Apps | None = None, **_: Any) -> None:
    """After all migrations: add each short form that is not there; a corrected meaning stays as it is."""
    taken_back = apps is not None and "acronym" not in apps.all_models["reporting"]
    if sender.name != "reporting" or taken_back:
        return
    rows = [Acronym(short=short, meaning=meaning) for short, meaning in ACRONYMS.items()]
    Acronym.objects.using(using).bulk_create(rows, ignore_conflicts=True)
