"""Write the documents of docs/reference that are made from the code."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.reference import write


class Command(BaseCommand):
    """`manage.py write_reference`; needs no database."""

    help = __doc__ or ""
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Name each file that has changed."""
        for file in write():
            self.stdout.write(f"{file.parent.name}/{file.name}")
