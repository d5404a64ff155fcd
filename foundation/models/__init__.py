"""The tables of the ground floor."""

from foundation.models.calendar import BankHoliday
from foundation.models.documents import Document
from foundation.models.events import DomainEvent
from foundation.models.failures import ValidationFailure
from foundation.models.outbox import OutboxMessage

__all__ = ["BankHoliday", "Document", "DomainEvent", "OutboxMessage", "ValidationFailure"]
