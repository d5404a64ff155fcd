"""What child protection delivers from the outbox: records of conferences as PDF."""

from foundation.actors import SystemActor
from foundation.outbox import Payload, delivery
from protection.copying import run_copy
from protection.services.copies import KIND

SECONDS = 60


@delivery(KIND, seconds=SECONDS, own_transactions=True)
def make_conference_copy(_key: str, payload: Payload) -> None:
    """Make the copy that was asked for; a second delivery finds it made."""
    run_copy(reference=str(payload["copy"]), by=SystemActor(KIND))
