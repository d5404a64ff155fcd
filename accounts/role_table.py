"""Keeps the table of roles in step with what the apps declare."""

from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps

from accounts.access_table import declared_roles
from accounts.models import Role


def write_declared_roles(sender: AppConfig, using: str, apps: Apps | None = None, **_: Any) -> None:
    """After all migrations: write each declared role, by its code."""
    taken_back = apps is not None and "role" not in apps.all_models["accounts"]
    if sender.name != "accounts" or taken_back:
        return
    for spec in declared_roles().values():
        Role.objects.using(using).update_or_create(
            code=spec.code,
            defaults={
                "title": spec.title,
                "description": spec.description,
                "shows_cases": spec.shows_cases,
                "app": spec.app,
            },
        )
