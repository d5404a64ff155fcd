"""What reviews deliver from the outbox: chronologies and packs as PDF, and by email that somebody was named."""

from foundation.actors import SystemActor
from foundation.mail import declare_mail
from foundation.outbox import Payload, delivery
from reviews.copying import run_copy
from reviews.deaths_copying import run_death_pack
from reviews.services.chronology import COPY
from reviews.services.deaths_packs import PACK

SECONDS, PACK_SECONDS = 240, 60

NAMED = declare_mail("reviews/named", words={"path"})


@delivery(COPY, seconds=SECONDS, own_transactions=True)
def make_chronology_copy(_key: str, payload: Payload) -> None:
    """Make the copy that was asked for; a second delivery finds it made."""
    run_copy(reference=str(payload["copy"]), by=SystemActor(COPY))


@delivery(PACK, seconds=PACK_SECONDS, own_transactions=True)
def make_death_pack(_key: str, payload: Payload) -> None:
    """Make the pack that was asked for; a second delivery finds it made."""
    run_death_pack(reference=str(payload["copy"]), by=SystemActor(PACK))
