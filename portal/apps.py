from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Home page, errors, health checks."""

    name = "portal"

    def ready(self) -> None:
        """Have every process publish and run tasks through the portal's Celery application."""
        import_module("portal.celery")
