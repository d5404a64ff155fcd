"""One agency disagrees with another: raised, moved up stage by stage, resolved or decided. It never delays what protects."""

from collections.abc import Mapping
from datetime import datetime

from accounts.models import Agency, Visitor
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from referrals.deadlines import DISAGREEMENT as CLOCK
from referrals.models import FINAL_STAGE, Contact, Disagreement, DisagreementStage
from referrals.rules.disagreements import DISAGREEMENT, DISAGREEMENT_TRANSITIONS, check_result, check_words
from referrals.selectors.disagreements import (
    agencies_of,
    agencies_to_disagree_with,
    as_raiser,
    is_ours,
    may_raise_about,
    told_of,
    visible_disagreements,
)
from referrals.selectors.drafts import Writer
from referrals.services.messages import tell, tell_without_account
from referrals.services.triage import subject_of
from work.models import Clock
from work.services.clocks import start_clock, stop_clock

ABOUT_WHAT_THEY_SENT = "Without an account you can disagree about something that you sent. Open it under “My referrals”."
STATES = {"resolve": "resolved", "move_up": "moved_up", "decide": "decided"}


@service
def raise_disagreement(
    *,
    by: Writer,
    raised_for: str,
    raised_with: str,
    about: str,
    words: Mapping[str, str],
    in_parallel: bool,
    contact: str = "",
    once: str,
) -> Disagreement:
    """Raise a disagreement for an agency (its code) with another, about a contact that one's side sent or another matter.

    `words`: disputed, concern, wanted and risk. Pressed twice from one page (`once`) it is raised once. Refuses what leaves out
    one of them, one's own agency, and a contact that one's side did not send. A visitor disagrees about what they sent only.
    """
    check_words(words)
    said = Disagreement.objects.filter(**as_raiser(by), once=once).first()
    if said is not None:
        return said
    ours, theirs = _agencies(by, raised_for, raised_with)
    if about not in Disagreement.About.values:
        raise Refused("Select what it is about.", field="about")
    found = _contact(by, contact)
    if found is None and isinstance(by, Visitor):
        raise Refused(ABOUT_WHAT_THEY_SENT)
    if found is not None and found.submission.agency_id != ours.pk:
        raise NotAllowed("You can raise a disagreement about a contact for the agency only that sent it.")
    moment = clock.now()
    made = Disagreement(
        contact=found,
        about=about,
        raised_for=ours,
        raised_with=theirs,
        **as_raiser(by),
        in_parallel=in_parallel,
        raised_at=moment,
        raised_by=by.actor_reference,
        once=once,
        **{name: words[name] for name in ("disputed", "concern", "wanted", "risk")},
    )
    made.due_at = _clock(made, by).due_at
    made.save()
    _begin_stage(made, by)
    _record(made, by, "referrals.disagreement_raised")
    if found is not None:
        events.record(verb="referrals.disagreement_raised", by=by, subject=subject_of(found))
    _tell(made, "raised", by)
    return made


def _agencies(by: Writer, raised_for: str, raised_with: str) -> tuple[Agency, Agency]:
    ours = next((agency for agency in agencies_of(by) if agency.code == raised_for), None)
    theirs = next((agency for agency in agencies_to_disagree_with() if agency.code == raised_with), None)
    if ours is None:
        raise NotAllowed("You can raise a disagreement for an agency only in which you have a role.")
    if theirs is None or theirs == ours:
        raise Refused("Select another agency than your own.", field="raised_with")
    return ours, theirs


def _contact(by: Writer, reference: str) -> Contact | None:
    found = may_raise_about(by, reference) if reference else None
    if reference and found is None:
        raise NotVisible
    return found


@service
def end_stage(
    *, by: Writer, reference: str, version: int, result: str, people: str, outcome: str, learning: str = ""
) -> Disagreement:
    """Say what came of the present stage: it is resolved, goes up, or (at the last) the partnership has decided.

    Either side; only the side that raised it says that it is resolved. Refuses without who spoke with whom and what came of it,
    and (Conflict) when somebody else ended the stage meanwhile.
    """
    held = _held(by, reference, version)
    check_result(result, held.stage, ours=is_ours(by, held))
    if not people.strip():
        raise Refused("Enter who spoke with whom.", field="people")
    if not outcome.strip():
        raise Refused("Enter what came of it.", field="outcome")
    move(DISAGREEMENT_TRANSITIONS, held, result)
    moment = clock.now()
    stage = held.stages.select_for_update().get(number=held.stage)
    stage.ended_at, stage.ended_by, stage.people, stage.outcome = moment, by.actor_reference, people, outcome
    stage.save(update_fields=["ended_at", "ended_by", "people", "outcome"])
    stop_clock(by=by, kind=CLOCK, subject=_subject(held), outcome=STATES[result])
    held.learning = learning or held.learning
    if result == "move_up":
        held.stage += 1
        held.due_at = _clock(held, by).due_at
        _begin_stage(held, by)
    else:
        held.ended_at, held.ended_by = moment, by.actor_reference
    held.version += 1
    held.save(update_fields=["state", "stage", "due_at", "learning", "ended_at", "ended_by", "version"])
    _record(held, by, f"referrals.disagreement_{STATES[result]}")
    _tell(held, f"{STATES[result]}:{held.stage}", by)
    return held


def when_stage_moves(reference: str, due_at: datetime) -> None:
    """Keep the new due time of a stage, after a hold. Called in the transaction that moves it."""
    held = Disagreement.objects.select_for_update(of=("self",)).get(reference=reference)
    held.due_at = due_at
    held.save(update_fields=["due_at"])
    held.stages.filter(number=held.stage).update(due_at=due_at)


def _held(by: Writer, reference: str, version: int) -> Disagreement:
    found = visible_disagreements(by).filter(reference=reference).values_list("pk", flat=True).first()
    if found is None:
        raise NotVisible
    held = Disagreement.objects.select_for_update(of=("self",)).select_related("contact", "raised_for", "visitor").get(pk=found)
    check_version(
        held, version, "Somebody else noted something here while you had the page open. Look at it, then send yours again."
    )
    return held


def _clock(disagreement: Disagreement, by: Actor) -> Clock:
    return start_clock(
        by=by,
        kind=CLOCK,
        subject=_subject(disagreement),
        started_at=clock.now(),
        owner_person=disagreement.raiser,
        variant=str(disagreement.stage),
    )


def _begin_stage(disagreement: Disagreement, by: Actor) -> None:
    DisagreementStage.objects.create(
        disagreement=disagreement,
        number=disagreement.stage,
        began_at=clock.now(),
        began_by=by.actor_reference,
        due_at=disagreement.due_at,
    )


def _subject(disagreement: Disagreement) -> Subject:
    return Subject(DISAGREEMENT, disagreement.reference)


def _record(disagreement: Disagreement, by: Actor, verb: str) -> None:
    events.record(
        verb=verb,
        by=by,
        subject=_subject(disagreement),
        data={"stage": disagreement.stage},
        agency=disagreement.raised_for.code if verb.endswith("raised") else "",
    )


def _tell(disagreement: Disagreement, what: str, by: Writer) -> None:
    last = disagreement.stage == FINAL_STAGE
    people = [one for one in told_of(disagreement, everybody=last) if one != by]
    key = f"disagreement:{disagreement.reference}:{what}"
    tell(people, "/disagreements/", key)
    if disagreement.visitor is not None and disagreement.visitor != by:
        tell_without_account(disagreement.visitor, "/disagreements/", key)
