from django.apps import AppConfig


class AuditsConfig(AppConfig):
    """Assurance."""

    name = "audits"
