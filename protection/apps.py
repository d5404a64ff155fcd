from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Child protection, from the strategy discussion to the end of a plan."""

    name = "protection"
