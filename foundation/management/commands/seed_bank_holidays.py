from typing import Any

from django.core.management.base import BaseCommand

from foundation.calendar import default_bank_holidays
from foundation.models import BankHoliday, DomainEvent


class Command(BaseCommand):
    """Adds bank holidays that have been announced since the table was filled; changes and removes none.

    One that somebody removed in the portal is not added again.
    """

    help = "Add bank holidays that the published list knows and the table does not."

    def handle(self, *args: Any, **options: Any) -> None:
        """Add what is missing, and say how many that were."""
        before = BankHoliday.objects.count()
        removed = set(DomainEvent.objects.filter(verb="bank_holiday.removed").values_list("subject_reference", flat=True))
        rows = [
            BankHoliday(date=day.date, title=day.title) for day in default_bank_holidays() if day.date.isoformat() not in removed
        ]
        BankHoliday.objects.bulk_create(rows, ignore_conflicts=True)
        self.stdout.write(f"Bank holidays added: {BankHoliday.objects.count() - before}")
