from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """Discovers what the other apps register, grants the application's role its rights, and keeps counts of refused answers."""

    name = "foundation"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from foundation import registry
        from foundation.database_roles import grant_to_application_role
        from foundation.design import failures
        from foundation.validation_failures import keep

        registry.discover()
        failures.send_to(keep)
        post_migrate.connect(grant_to_application_role, dispatch_uid="foundation.database_roles")
