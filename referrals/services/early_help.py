"""Early help for a family: begun, agreed to, assessed, carried by a team around the child, reviewed, closed."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from accounts.access_table import acting_for
from accounts.models import Agency, Person, Team
from accounts.services.grants import give_person_grant, give_team_grant
from children.models import Child
from children.rules import ChildDetails
from children.selectors.records import standing_id
from children.services import begin_involvement, end_involvements, register_children, write_chronology
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import end_of_day, london_date
from foundation.errors import NotVisible, Refused
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from referrals.models import (
    SEE_EARLY_HELP,
    Contact,
    EarlyHelp,
    EarlyHelpChild,
    EarlyHelpPersonGrant,
    EarlyHelpSource,
    EarlyHelpState,
    EarlyHelpTeamGrant,
    Submission,
    TeamAction,
    TeamMeeting,
)
from referrals.rules.early_help import (
    EARLY_HELP_RECORD,
    EARLY_HELP_TRANSITIONS,
    Assessed,
    check_assessed,
    check_closing,
    check_next_review,
    check_score,
)
from referrals.rules.triage import EARLY_HELP
from referrals.selectors.contacts import teams_receiving
from referrals.selectors.early_help import lead_candidate, visible_early_help
from work.models import Handover
from work.services.clocks import start_clock, stop_clock

ASSESSMENT_CLOCK = "referrals.early_help_assessment"
REVIEW_CLOCK = "referrals.early_help_review"


def subject_of_family(early_help: EarlyHelp) -> events.Subject:
    """What events, clocks and the chronology call early help for a family."""
    return events.Subject(EARLY_HELP_RECORD, early_help.reference)


def hold_family(by: Person, reference: str, version: int) -> EarlyHelp:
    """Early help for a family, locked until the transaction ends; for who may not see it, it does not exist.

    Refuses with `Conflict` when it has changed since version `version` was shown.
    """
    found = visible_early_help(by).select_for_update(of=("self",)).select_related("team", "agency").filter(reference=reference)
    early_help = found.first()
    if early_help is None:
        raise NotVisible
    check_version(
        early_help, version, "Somebody else changed this while you had it open. Look at what happened, then send yours again."
    )
    return early_help


def keep_family(early_help: EarlyHelp, *fields: str) -> None:
    """Save these fields and mark every page that shows the family as stale."""
    early_help.version += 1
    early_help.save(update_fields=["version", *fields])


def when_early_help_accepted(handover: Handover, by: Actor) -> None:
    """An early help team has accepted a child. Siblings of one submission share early help. Part of accepting a handover."""
    contact = Contact.objects.select_related("child", "submission").get(reference=handover.subject_reference)
    if EarlyHelpChild.objects.filter(contact=contact).exists():
        return
    shared = (
        EarlyHelp.objects.select_for_update(of=("self",))
        .filter(submission=contact.submission, team=handover.to_team)
        .exclude(state=EarlyHelpState.CLOSED)
        .first()
    )
    family = shared or open_early_help(
        by=by,
        team=handover.to_team,
        agency=handover.to_team.agency,
        source=EarlyHelpSource.HANDOVER,
        reason=contact.submission.worries,
        submission=contact.submission,
    )
    add_children(family, by, [contact.child], contact)


def open_early_help(
    *, by: Actor, team: Team, agency: Agency, source: str, reason: str, submission: Submission | None = None
) -> EarlyHelp:
    """Begin early help with a team, which sees it. Part of services."""
    family = EarlyHelp.objects.create(
        team=team,
        agency=agency,
        source=source,
        reason=reason,
        submission=submission,
        requested_at=clock.now(),
        requested_by=by.actor_reference,
    )
    give_team_grant(by=by, record=family, team=team, codename=SEE_EARLY_HELP, reason="Has this family", grants=EarlyHelpTeamGrant)
    record_of_family(family, by, "referrals.early_help_begun", data={"source": source, "team": team.code})
    return family


def add_children(family: EarlyHelp, by: Actor, children: Sequence[Child], contact: Contact | None = None) -> None:
    """Let children of the family be helped too. Part of services."""
    for child in children:
        standing = Child.objects.defer("keys").get(pk=standing_id(child))
        EarlyHelpChild.objects.get_or_create(
            early_help=family,
            child=standing,
            defaults={"contact": contact, "added_at": clock.now(), "added_by": by.actor_reference},
        )
        begin_involvement(by=by, child=standing, team=family.team, record=subject_of_family(family))
        write_chronology(by=by, child=standing, kind="referrals.early_help_begun", record=subject_of_family(family))


@service
def begin_early_help(
    *, by: Person, children: Sequence[ChildDetails], reason: str, consent_from: str, consent_on: date
) -> EarlyHelp:
    """Begin early help for a family that has agreed, without social care. A practitioner, for their own agency.

    Refuses without a child, a reason and the family's agreement, and while no team looks after early help.
    """
    if not children:
        raise Refused("Add at least one child.")
    if not reason.strip():
        raise Refused("Enter what the family wants help with.", field="reason")
    teams = teams_receiving(EARLY_HELP)
    agency = Agency.objects.filter(code=acting_for(by, by.actor_agency)).first()
    if not teams or agency is None:
        raise Refused("No team looks after early help at the moment. Telephone the early help service.")
    family = open_early_help(by=by, team=teams[0], agency=agency, source=EarlyHelpSource.PRACTITIONER, reason=reason)
    add_children(family, by, register_children(by=by, children=children))
    _let_see(family, by, by, "Began early help with this family")
    _agree(family, by, consent_from, consent_on)
    keep_family(family, *AGREED)
    return family


AGREED = ("state", "consent_from", "consent_on", "consented_at", "consented_by", "assessment_due_on")


def _agree(family: EarlyHelp, by: Actor, consent_from: str, consent_on: date) -> None:
    """Note that the family agrees; the clock of the assessment starts."""
    if not consent_from.strip():
        raise Refused("Enter who agreed to early help.", field="consent_from")
    if consent_on > clock.today():
        raise Refused("The day on which they agreed must be today or in the past.", field="consent_on")
    move(EARLY_HELP_TRANSITIONS, family, "consent")
    family.consent_from, family.consent_on = consent_from, consent_on
    family.consented_at, family.consented_by = clock.now(), by.actor_reference
    running = start_clock(
        by=by, kind=ASSESSMENT_CLOCK, subject=subject_of_family(family), started_at=clock.now(), owner_team=family.team
    )
    family.assessment_due_on = london_date(running.due_at)
    record_of_family(family, by, "referrals.early_help_agreed")


def agree_from_step(family: EarlyHelp, by: Actor, consent_from: str, consent_on: date, lead_name: str, agency: Agency) -> None:
    """The family agreed and a lead was named when social care stepped down. Part of services."""
    family.lead_name, family.agency, family.lead_since = lead_name, agency, clock.today()
    _agree(family, by, consent_from, consent_on)
    keep_family(family, *AGREED, "lead_name", "agency", "lead_since")


@service
def record_consent(*, by: Person, reference: str, version: int, consent_from: str, consent_on: date) -> EarlyHelp:
    """Note that the family agrees to early help. Who may: the early help team, and whoever began or leads it."""
    family = hold_family(by, reference, version)
    _agree(family, by, consent_from, consent_on)
    keep_family(family, *AGREED)
    return family


@service
def name_lead(*, by: Person, reference: str, version: int, name: str, agency: str, email: str = "") -> EarlyHelp:
    """Name the lead professional and their agency (by code); somebody with an account there sees the family from now on."""
    family = hold_family(by, reference, version)
    if family.state == EarlyHelpState.CLOSED:
        raise Refused("Early help for this family is closed.")
    if not name.strip():
        raise Refused("Enter the name of the lead professional.", field="name")
    found = Agency.objects.filter(code=agency, closed_on__isnull=True).first()
    if found is None:
        raise Refused("Select their agency.", field="agency")
    lead = lead_candidate(found, email.strip()) if email.strip() else None
    if email.strip() and lead is None:
        raise Refused("Nobody of this agency has an account with this email address.", field="email")
    family.lead_name, family.agency, family.lead, family.lead_since = name, found, lead, clock.today()
    keep_family(family, "lead_name", "agency", "lead", "lead_since")
    if lead is not None:
        _let_see(family, by, lead, "Lead professional")
    record_of_family(family, by, "referrals.lead_named", data={"agency": found.code})
    return family


def _let_see(family: EarlyHelp, by: Actor, person: Person, reason: str) -> None:
    give_person_grant(by=by, record=family, person=person, codename=SEE_EARLY_HELP, reason=reason, grants=EarlyHelpPersonGrant)


@service
def write_early_help(*, by: Person, reference: str, version: int, assessed: Assessed, finish: bool = False) -> EarlyHelp:
    """Keep the assessment so far, or finish it: then the team around the child begins and its first review is due in six weeks.

    Refuses before the family has agreed, and finishing without what `check_assessed` names.
    """
    family = hold_family(by, reference, version)
    if finish:
        check_assessed(assessed, family.lead_name)
    check_score(assessed.score_before, "score_before")
    move(EARLY_HELP_TRANSITIONS, family, "finish" if finish else "assess")
    values = {**asdict(assessed), "needs": list(assessed.needs)}
    for name, value in values.items():
        setattr(family, name, value)
    fields = [*values, "state"]
    if finish:
        moment = clock.now()
        family.assessed_on, family.assessed_at, family.assessed_by = london_date(moment), moment, by.actor_reference
        stop_clock(by=by, kind=ASSESSMENT_CLOCK, subject=subject_of_family(family), outcome="assessed")
        _await_review(family, by)
        fields += ["assessed_on", "assessed_at", "assessed_by", "review_due_on"]
    keep_family(family, *fields)
    record_of_family(family, by, "referrals.early_help_assessed" if finish else "referrals.early_help_written")
    return family


def _await_review(family: EarlyHelp, by: Actor, on: date | None = None) -> None:
    """The next review is on the day that was agreed; where none was, when the limit in force says."""
    running = start_clock(
        by=by,
        kind=REVIEW_CLOCK,
        subject=subject_of_family(family),
        started_at=clock.now(),
        owner_team=family.team,
        due_at=end_of_day(on) if on else None,
    )
    family.review_due_on = london_date(running.due_at)


@service
def record_meeting(
    *,
    by: Person,
    reference: str,
    version: int,
    held_on: date,
    attended: str,
    notes: str,
    next_on: date | None = None,
    is_review: bool = False,
) -> TeamMeeting:
    """Record a meeting of the team around the child; a review stops its clock and, unless help is to end, sets the next date.

    The next review is at most three months away; a review without one waits to be closed or stepped up.
    """
    for field, value, what in (("attended", attended, "who took part"), ("notes", notes, "what was said")):
        if not value.strip():
            raise Refused(f"Enter {what}.", field=field)
    if held_on > clock.today():
        raise Refused("The day of the meeting must be today or in the past.", field="held_on")
    family = hold_family(by, reference, version)
    move(EARLY_HELP_TRANSITIONS, family, "review" if is_review else "meet")
    if is_review:
        _reviewed(family, by, held_on, next_on)
    meeting = TeamMeeting.objects.create(
        early_help=family,
        held_on=held_on,
        is_review=is_review,
        attended=attended,
        notes=notes,
        written_at=clock.now(),
        written_by=by.actor_reference,
    )
    keep_family(family, "state", "review_due_on")
    record_of_family(family, by, "referrals.early_help_reviewed" if is_review else "referrals.team_met")
    return meeting


def _reviewed(family: EarlyHelp, by: Actor, held_on: date, next_on: date | None) -> None:
    stop_clock(by=by, kind=REVIEW_CLOCK, subject=subject_of_family(family), outcome="reviewed")
    family.review_due_on = None
    if next_on is not None:
        check_next_review(held_on, next_on)
        move(EARLY_HELP_TRANSITIONS, family, "go_on")
        _await_review(family, by, next_on)


@service
def add_team_action(*, by: Person, reference: str, version: int, text: str, who: str, due_on: date) -> TeamAction:
    """Note what somebody of the team around the child takes on."""
    for field, value, what in (("text", text, "what is to be done"), ("who", who, "who does it")):
        if not value.strip():
            raise Refused(f"Enter {what}.", field=field)
    family = hold_family(by, reference, version)
    if family.state not in {EarlyHelpState.ACTIVE, EarlyHelpState.REVIEW}:
        raise Refused("Actions are agreed once the assessment is finished, and until early help is closed.")
    action = TeamAction.objects.create(
        early_help=family, text=text, who=who, due_on=due_on, added_at=clock.now(), added_by=by.actor_reference
    )
    keep_family(family)
    record_of_family(family, by, "referrals.team_action_added", data={"action": action.pk})
    return action


@service
def finish_team_action(*, by: Person, reference: str, version: int, action_id: int) -> TeamAction:
    """Note that an action of the team around the child is done."""
    family = hold_family(by, reference, version)
    action = family.actions.select_for_update(of=("self",)).filter(pk=action_id).first()
    if action is None:
        raise NotVisible
    if action.done_at is not None:
        raise Refused("This is done already.")
    action.done_at, action.done_by = clock.now(), by.actor_reference
    action.save(update_fields=["done_at", "done_by"])
    keep_family(family)
    record_of_family(family, by, "referrals.team_action_done", data={"action": action.pk})
    return action


@service
def close_early_help(
    *, by: Person, reference: str, version: int, outcome: str, note: str, score_after: int | None = None
) -> EarlyHelp:
    """Close early help with how it ended and, where needs were met, the family's own score. Refuses as `check_closing`."""
    if not note.strip():
        raise Refused("Enter how things stand for the family now.", field="note")
    family = hold_family(by, reference, version)
    check_closing(family.state, outcome, score_after)
    end_family(family, by, outcome, note, score_after)
    return family


def end_family(family: EarlyHelp, by: Actor, outcome: str, note: str, score_after: int | None = None) -> None:
    """End early help and all its clocks. Part of services."""
    move(EARLY_HELP_TRANSITIONS, family, "close")
    moment, subject = clock.now(), subject_of_family(family)
    family.closed_on, family.closed_at, family.closed_by = london_date(moment), moment, by.actor_reference
    family.outcome, family.closing_note, family.score_after = outcome, note, score_after
    keep_family(family, "state", "closed_on", "closed_at", "closed_by", "outcome", "closing_note", "score_after")
    for kind in (ASSESSMENT_CLOCK, REVIEW_CLOCK):
        stop_clock(by=by, kind=kind, subject=subject, outcome="closed")
    end_involvements(by=by, record=subject)
    for row in family.children.select_related("child"):
        write_chronology(by=by, child=row.child, kind="referrals.early_help_closed", record=subject, detail=outcome)
    record_of_family(family, by, "referrals.early_help_closed", reason=note, data={"outcome": outcome})


def when_early_help_assessment_moves(reference: str, due_at: datetime) -> None:
    """The clock of an assessment has another due time. Part of giving a clock a date."""
    EarlyHelp.objects.filter(reference=reference, assessed_at__isnull=True).update(assessment_due_on=london_date(due_at))


def when_early_help_review_moves(reference: str, due_at: datetime) -> None:
    """The clock of a review has another due time. Part of giving a clock a date."""
    EarlyHelp.objects.filter(reference=reference).update(review_due_on=london_date(due_at))


def record_of_family(
    family: EarlyHelp, by: Actor, verb: str, *, reason: str = "", data: dict[str, str | int | bool | None] | None = None
) -> None:
    """Write what happened to early help for a family. Part of services."""
    events.record(verb=verb, by=by, subject=subject_of_family(family), reason=reason, data=data)
