"""What the board's work delivers from the outbox: mails, and packs of meetings as PDF."""

from board.copying import run_pack
from board.services.packs import KIND
from foundation.actors import SystemActor
from foundation.mail import declare_mail
from foundation.outbox import Payload, delivery

ACTION_CHASE = declare_mail("action_chase", words={"number", "plan", "due_on", "path"})
MEETING_REMINDER = declare_mail("meeting_reminder", words={"when", "path"})
ACTIONS_CHASE = declare_mail("actions_chase", words={"count", "late", "whose", "path"})

PACK_SECONDS = 180


@delivery(KIND, seconds=PACK_SECONDS, own_transactions=True)
def make_pack(_key: str, payload: Payload) -> None:
    """Make the pack that was asked for; a second delivery finds it made."""
    run_pack(reference=str(payload["copy"]), by=SystemActor(KIND))
