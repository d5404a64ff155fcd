from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Figures, returned values, population, and the yearly report compiled from them."""

    name = "reporting"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from reporting import derived  # noqa: F401  # declares what lower floors read by its code
        from reporting.acronym_table import write_missing_acronyms
        from reporting.guidance_table import write_missing_guidance
        from reporting.help_line_table import write_missing_help_lines
        from reporting.selectors import scorecard_table  # noqa: F401  # declares the table of what is watched

        post_migrate.connect(write_missing_help_lines, dispatch_uid="reporting.help_line_table")
        post_migrate.connect(write_missing_guidance, dispatch_uid="reporting.guidance_table")
        post_migrate.connect(write_missing_acronyms, dispatch_uid="reporting.acronym_table")
