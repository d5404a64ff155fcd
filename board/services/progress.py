"""Progress notes on actions, with the files that show it."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile

from accounts.access import BUSINESS_TEAM
from accounts.access_table import acting_for, role_codes
from accounts.models import Person, SealedLink
from board.models import Action, ActionUpdate
from board.rules import OPEN, TRANSITIONS, State
from board.selectors.actions import EVIDENCE, locked_action, works_on
from board.services.actions import subject_of
from board.services.past import save_changed
from foundation import clock
from foundation.documents import documents_of
from foundation.documents.storing import store
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version

Kind = ActionUpdate.Kind
Evidence = Sequence["UploadedFile[bytes]"]
MOST_EVIDENCE = 40


@service
def write_update(
    *,
    by: Person,
    reference: str,
    version: int,
    text: str,
    report_done: bool = False,
    recovery_plan: str = "",
    evidence: Evidence = (),
) -> Action:
    """Write a progress note, by the owner, the agency's lead or the business team, with files; may report the action done.

    Refuses a finished action, and says so when somebody else changed it since the page was opened.
    """
    action = locked_action(by, reference)
    if not works_on(by, action):
        raise Refused("Only its owner, the agency’s lead or the business team write progress on an action.")
    check_version(
        action,
        version,
        "Somebody else has updated this action since you opened it. Check your note against theirs and save again.",
    )
    write_note(by, action, text, report_done=report_done, recovery_plan=recovery_plan, evidence=evidence)
    agency = by.actor_agency if BUSINESS_TEAM in role_codes(by) else acting_for(by, action.agency.code)
    verb = "board.action_reported_done" if report_done else "board.action_updated"
    record(verb=verb, by=by, subject=subject_of(action), agency=agency)
    return action


def write_note(
    by: Person | SealedLink, action: Action, text: str, *, report_done: bool, recovery_plan: str, evidence: Evidence
) -> None:
    """Enter a progress note with its files. Part of a service that has locked the action and decided who may."""
    if action.state not in OPEN:
        raise Refused("This action is finished, so it takes no more progress notes.")
    if report_done:
        move(TRANSITIONS, action, "report_done")
    elif action.state == State.PLANNED:
        move(TRANSITIONS, action, "start")
    if recovery_plan:
        action.recovery_plan = recovery_plan
    keep_evidence(by, action, evidence)
    enter_note(by, action, Kind.REPORTED_DONE if report_done else Kind.PROGRESS, text)


def keep_evidence(by: Person | SealedLink, action: Action, evidence: Evidence) -> None:
    """Keep files with an action. Part of a service that has locked it and decided who may."""
    kept = documents_of(EVIDENCE, action.reference).count()
    if evidence and kept + len(evidence) > MOST_EVIDENCE:
        raise Refused(f"An action takes at most {MOST_EVIDENCE} files. It has {kept}.", field="evidence")
    for upload in evidence:
        try:
            store(upload=upload, record_kind=EVIDENCE, record_reference=action.reference, by=by)
        except Refused as refused:
            raise Refused(refused.sentence, field="evidence") from refused


def enter_note(by: Person | SealedLink, action: Action, kind: ActionUpdate.Kind, text: str, evidence_seen: str = "") -> None:
    """Enter one dated note and save the action as it stands after it. Likewise part of a service."""
    moment = clock.now()
    writer = {"written_by": by} if isinstance(by, Person) else {"written_link": by}
    ActionUpdate.objects.create(
        action=action, kind=kind, text=text, evidence_seen=evidence_seen, written_at=moment, state=action.state, **writer
    )
    action.last_update_at = moment
    save_changed(action)
