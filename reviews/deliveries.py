"""What reviews deliver from the outbox: chronologies as PDF, and by email that somebody was named, with nothing about it."""

from foundation.actors import SystemActor
from foundation.mail import declare_mail
from foundation.outbox import Payload, delivery
from reviews.copying import run_copy
from reviews.services.chronology import COPY

SECONDS = 240

NAMED = declare_mail("reviews/named", words={"path"})


@delivery(COPY, seconds=SECONDS, own_transactions=True)
def make_chronology_copy(_key: str, payload: Payload) -> None:
    """Make the copy that was asked for; a second delivery finds it made."""
    run_copy(reference=str(payload["copy"]), by=SystemActor(COPY))
