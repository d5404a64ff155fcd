"""Letting the owner of an action who has no account write one progress note."""

from accounts.models import Person, SealedLink
from accounts.services.sealed import seal
from board.models import Action
from board.rules import OPEN
from board.selectors.actions import locked_action, works_on
from board.selectors.sealed import SEALED_PAGE, action_of_link, note_of_link
from board.services.actions import subject_of
from board.services.progress import Evidence, write_note
from foundation.errors import NotVisible, Refused
from foundation.events import record
from foundation.service import service


@service
def seal_action(*, by: Person, reference: str, name: str, email: str) -> SealedLink:
    """Send the owner of an action who has no account a link that takes one progress note. The business team or the agency's lead.

    The code that opens it is told by telephone. An earlier link ends. Refuses an action that somebody with an account owns, a
    finished one, and the address of somebody who has an account.
    """
    action = locked_action(by, reference)
    if not works_on(by, action):
        raise NotVisible
    if action.owner_id is not None:
        raise Refused("Somebody with an account owns this action, and finds it there.")
    if action.state not in OPEN:
        raise Refused("This action is finished, so it takes no more progress notes.")
    if not name.strip():
        raise Refused("Enter who is let in.", field="name")
    link = seal(by=by, page=SEALED_PAGE, subject=reference, seat=action.pk, agency=action.agency, name=name, email=email)
    record(verb="board.action_link_sent", by=by, subject=subject_of(action))
    return link


@service
def update_by_sealed_link(
    *, by: SealedLink, text: str, report_done: bool = False, recovery_plan: str = "", evidence: Evidence = ()
) -> Action:
    """Write the one progress note that a sealed link takes, with files; may report the action done.

    Refuses a second note, and a finished action.
    """
    found = Action.objects.select_for_update(of=("self",)).select_related("plan", "agency").get(pk=action_of_link(by).pk)
    if note_of_link(by) is not None:
        raise Refused("Your note has arrived already. Ask whoever sent you the link for a new one to write another.")
    write_note(by, found, text, report_done=report_done, recovery_plan=recovery_plan, evidence=evidence)
    verb = "board.action_reported_done" if report_done else "board.action_updated"
    record(verb=verb, by=by, subject=subject_of(found))
    return found
