"""What the board's work delivers from the outbox: its mails, the exceptions report and packs of meetings as PDF, and the asking
of those to whom a letter went.
"""

from board.copying import exceptions, packs
from board.services.exceptions import KIND
from board.services.letter_asking import KIND as LETTER
from board.services.letter_asking import ask_addressees
from board.services.packs import KIND as PACK
from foundation.actors import SystemActor
from foundation.mail import declare_mail
from foundation.outbox import Payload, delivery

SECONDS, PACK_SECONDS, LETTER_SECONDS = 60, 180, 300

ACTION_CHASE = declare_mail("action_chase", words={"number", "plan", "due_on", "path"})
MEETING_REMINDER = declare_mail("meeting_reminder", words={"when", "path"})
ACTIONS_DUE = declare_mail("actions_due", words={"summary", "whose", "path"})
REQUESTS_DUE = declare_mail("requests_due", words={"summary", "whose", "path"})
ACTIONS_CHASE = declare_mail("actions_chase", words={"count", "late", "whose", "path"})


@delivery(KIND, seconds=SECONDS, own_transactions=True)
def make_exceptions_copy(_key: str, payload: Payload) -> None:
    """Make the report that was asked for; a second delivery finds it made."""
    exceptions.run_copy(reference=str(payload["copy"]), by=SystemActor(KIND))


@delivery(PACK, seconds=PACK_SECONDS, own_transactions=True)
def make_pack(_key: str, payload: Payload) -> None:
    """Make the pack that was asked for; a second delivery finds it made."""
    packs.run_pack(reference=str(payload["copy"]), by=SystemActor(PACK))


@delivery(LETTER, seconds=LETTER_SECONDS, own_transactions=True)
def ask_those_who_have_a_letter(_key: str, payload: Payload) -> None:
    """Ask whoever is to be asked, some at a time; a second delivery asks nobody twice."""
    while ask_addressees(by=SystemActor(LETTER), reference=str(payload["letter"])):
        pass
