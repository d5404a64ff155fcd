"""The outbox: work promised in a transaction, delivered after it, never lost and never done twice."""

from foundation.outbox.attempts import deliver_now, oldest_due
from foundation.outbox.promises import DELIVERIES, Delivery, Payload, Postponed, delivery, promise

__all__ = ["DELIVERIES", "Delivery", "Payload", "Postponed", "deliver_now", "delivery", "oldest_due", "promise"]
