from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    """The child's record."""

    name = "children"
