from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Learning from harm."""

    name = "reviews"
