"""Two database roles: the owner migrates; the application reads and writes, but never changes what is append-only."""

from typing import Any

from django.apps import AppConfig
from django.db import connections

from foundation.privacy import models_of_the_house

APPLICATION_ROLE = "portal_app"


def append_only_tables() -> list[str]:
    """Tables of the models that say `append_only = True`."""
    return [model._meta.db_table for model in models_of_the_house() if getattr(model, "append_only", False)]


def grant_to_application_role(sender: AppConfig, using: str, **_: Any) -> None:
    """After all migrations: grant the application's role its rights, when that role exists and we are not it."""
    if sender.name != "foundation":
        return
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %s)", [APPLICATION_ROLE])
        current, exists = cursor.fetchone()
        if not exists or current == APPLICATION_ROLE:
            return
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APPLICATION_ROLE}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APPLICATION_ROLE}")
        present = set(connections[using].introspection.table_names(cursor))
        for table in (name for name in append_only_tables() if name in present):
            cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {APPLICATION_ROLE}')
            cursor.execute("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass", [table])
            for (partition,) in cursor.fetchall():  # its rows are reached through the table alone
                cursor.execute(f"REVOKE ALL ON {partition} FROM {APPLICATION_ROLE}")
