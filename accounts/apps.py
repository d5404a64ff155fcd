from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sets who decides whether an actor may call a service, and keeps the role table in step with what the apps declare."""

    name = "accounts"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from accounts import second_factor  # noqa: F401  # hears when one is set up
        from accounts.access_table import authorise_service
        from accounts.role_table import write_declared_roles
        from foundation.service import authorise_with

        authorise_with(authorise_service)
        post_migrate.connect(write_declared_roles, dispatch_uid="accounts.role_table")
