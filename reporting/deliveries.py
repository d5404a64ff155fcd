"""What the outbox delivers for reporting."""

from foundation.actors import SystemActor
from foundation.outbox import Payload, delivery
from reporting.services.compiling import run_compilation
from reporting.services.requests import KIND

SECONDS = 150


@delivery(KIND, seconds=SECONDS, own_transactions=True)
def compile_report(_key: str, payload: Payload) -> None:
    """Compile the report that was asked for; a second delivery finds it done and does nothing."""
    run_compilation(reference=str(payload["compilation"]), by=SystemActor(KIND))
