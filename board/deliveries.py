"""What the board's work delivers from the outbox: its mails, and the exceptions report as PDF."""

from board.copying import run_copy
from board.services.exceptions import KIND
from foundation.actors import SystemActor
from foundation.mail import declare_mail
from foundation.outbox import Payload, delivery

SECONDS = 60

ACTION_CHASE = declare_mail("action_chase", words={"number", "plan", "due_on", "path"})
ACTIONS_DUE = declare_mail("actions_due", words={"summary", "whose", "path"})
ACTIONS_CHASE = declare_mail("actions_chase", words={"count", "late", "whose", "path"})


@delivery(KIND, seconds=SECONDS, own_transactions=True)
def make_exceptions_copy(_key: str, payload: Payload) -> None:
    """Make the report that was asked for; a second delivery finds it made."""
    run_copy(reference=str(payload["copy"]), by=SystemActor(KIND))
