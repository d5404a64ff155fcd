"""Asking those to whom a letter went, some at a time: by the worker, because there may be hundreds of them.

Whoever is not asked yet, and whoever does not know of another day yet, is found anew each time: what was done once is not done
again, however often it is promised.
"""

from datetime import date

from accounts.models import Person
from board.models import Letter
from board.rules import LETTER, LETTER_REQUEST
from board.selectors.letters import asked_for_another_day, locked_letter, not_asked_yet, why_moved
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import end_of_day
from foundation.design.words import date as gov_date
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.outbox import promise
from foundation.service import service
from foundation.versions import check_version
from work.models import Request
from work.selectors.recipients import those_who_answer
from work.services import requests
from work.services.clocks import revise_due
from work.services.reminders import tell

KIND = "board.letter"
AT_ONCE = 25
"""So many are asked in one transaction: others who work on the letter wait no longer than that."""


def promise_asking(letter: Letter) -> None:
    """Let the worker ask whoever is to be asked. Part of a service that has locked or made the letter."""
    key = f"{KIND}:{letter.reference}:{letter.version}:{letter.addressees.count()}"
    promise(kind=KIND, payload={"letter": letter.reference}, key=key)


@service
def ask_addressees(*, by: Actor, reference: str) -> int:
    """Ask some of the agencies to which a letter went, and tell some that were asked of another day. How many; 0: all is done.

    Who may: the worker. Agencies' leads hear that there is news, each once.
    """
    letter = locked_letter(reference)
    due_at = end_of_day(letter.reply_due_on)
    if letter.closed_on is not None or due_at <= clock.now():
        return 0
    asked = list(not_asked_yet(letter).select_for_update(of=("self",)).select_related("agency").order_by("pk")[:AT_ONCE])
    for addressee in asked:
        if addressee.agency is not None:
            addressee.request = requests.ask(
                by=by, kind=LETTER_REQUEST, subject=Subject(LETTER, reference), from_team=None, to_agency=addressee.agency,
                due_at=due_at, question=letter.title,
            )  # fmt: skip
            addressee.save(update_fields=["request"])
    moved = asked_for_another_day(letter).select_for_update(of=("self",)).select_related("to_agency", "to_team", "to_person")
    told = [_tell_of_the_day(by, letter, request) for request in moved.order_by("pk")[: AT_ONCE - len(asked)]]
    return len(asked) + len(told)


def _tell_of_the_day(by: Actor, letter: Letter, request: Request) -> Request:
    if request.clock_id is not None:
        revise_due(by=by, clock_id=request.clock_id, due_at=end_of_day(letter.reply_due_on), reason=why_moved(letter))
    news = f"due:{letter.reply_due_on.isoformat()}"
    tell(those_who_answer(request), path_name="board:reply_to_letter", reference=request.reference, news=news)
    return request


@service
def move_letter_due(*, by: Person, reference: str, version: int, reply_due_on: date, reason: str) -> Letter:
    """Give a letter another day by which it is to be replied to, with a reason; those who were asked are told once.

    The same day again changes nothing. Refuses a closed letter, a day that has passed, and a letter that was changed meanwhile.
    """
    letter = locked_letter(reference)
    if letter.closed_on is not None:
        raise Refused("This letter is closed.")
    if letter.reply_due_on == reply_due_on:
        return letter
    check_version(letter, version)
    if reply_due_on < clock.today():
        raise Refused(f"Enter {gov_date(clock.today())} or a later day.", field="reply_due_on")
    data = {"from": letter.reply_due_on.isoformat(), "to": reply_due_on.isoformat()}
    letter.reply_due_on = reply_due_on
    letter.version += 1
    letter.save()
    record(verb="board.letter_due_moved", by=by, subject=Subject(LETTER, reference), reason=reason, data=data)
    promise_asking(letter)
    return letter
