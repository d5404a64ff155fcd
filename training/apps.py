from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Training and learning."""

    name = "training"
