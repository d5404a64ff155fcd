from django.apps import AppConfig


class WorkConfig(AppConfig):
    """What passes between teams and agencies."""

    name = "work"
