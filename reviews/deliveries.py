"""What reviews deliver from the outbox: packs of panel meetings as PDF."""

from foundation.actors import SystemActor
from foundation.outbox import Payload, delivery
from reviews.deaths_copying import run_death_pack
from reviews.services.deaths_packs import PACK

SECONDS = 60


@delivery(PACK, seconds=SECONDS, own_transactions=True)
def make_death_pack(_key: str, payload: Payload) -> None:
    """Make the pack that was asked for; a second delivery finds it made."""
    run_death_pack(reference=str(payload["copy"]), by=SystemActor(PACK))
