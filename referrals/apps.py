from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """The front door."""

    name = "referrals"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from referrals.question_table import write_missing_question_sets

        post_migrate.connect(write_missing_question_sets, dispatch_uid="referrals.question_table")
