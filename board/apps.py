from django.apps import AppConfig


class BoardConfig(AppConfig):
    """The partnership's own work."""

    name = "board"
