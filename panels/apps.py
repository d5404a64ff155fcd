from django.apps import AppConfig


class PanelsConfig(AppConfig):
    """Panels and pathways beside child protection."""

    name = "panels"
