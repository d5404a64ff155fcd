"""Steps between social care and early help: asked for, accepted or refused with a reason."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from accounts.models import Agency, Person, Team
from accounts.services.grants import give_team_grants
from children.models import Child
from children.selectors.records import details_of, same_children
from children.services import merge_children
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from foundation.states import move
from referrals.models import (
    REFERRAL_OUTCOMES,
    SEE_EARLY_HELP,
    Channel,
    ConsentStatus,
    Contact,
    EarlyHelp,
    EarlyHelpSource,
    EarlyHelpState,
    EarlyHelpTeamGrant,
    Episode,
    Purpose,
    Step,
    StepDirection,
)
from referrals.rules.early_help import EARLY_HELP_TRANSITIONS, STEP_RECORD
from referrals.rules.submission import ChildGiven, Concern, Consent, Content, Referrer
from referrals.rules.triage import EARLY_HELP, STEP_DOWN
from referrals.selectors.contacts import teams_receiving
from referrals.selectors.duty import teams_receiving_contacts
from referrals.selectors.episodes import case_file
from referrals.selectors.naming import can_be_accepted, first_that_can_accept
from referrals.services.early_help import (
    add_children,
    agree_from_step,
    hold_family,
    keep_family,
    open_early_help,
    record_of_family,
)
from referrals.services.episodes import hold_episode, keep_episode, record
from referrals.services.submissions import receive_submission
from work.models import Handover
from work.services.handovers import offer_handover


@dataclass(frozen=True)
class SteppingDown:
    """What early help is told: why, the closing meeting with the family, who leads afterwards, and that the family agrees."""

    reason: str
    talked_on: date
    talked_with: str
    lead_name: str
    lead_agency: str
    consent_from: str
    consent_on: date


@service
def ask_step_down(*, by: Person, reference: str, version: int, asked: SteppingDown) -> Step:
    """Offer a child whose assessment is finished to early help. A team's manager.

    Refuses without reason, closing meeting, lead practitioner and the family's agreement, for a restricted child as long as
    nobody who accepts for early help is named, and while an offer waits.
    """
    agency = check_stepping_down(asked, "why early help is enough now")
    episode = hold_episode(by, reference, version)
    standing = case_file(episode).standing
    if not standing.authorised:
        raise Refused("A child is stepped down after an assessment. Finish it first.")
    if standing.step_waits or standing.step_accepted:
        raise Refused("Early help has been asked already.")
    teams = teams_receiving(EARLY_HELP)
    if not teams:
        raise Refused("No team takes over early help at the moment. Ask the system administrator to name one.")
    team = first_that_can_accept(episode.contact, teams)
    if team is None:
        raise Refused(
            "This referral is restricted to people who are named, and nobody who could accept it for early help is among "
            "them. Ask the MASH manager who restricted it to name people of the early help team."
        )
    step = _down(by, asked, agency, episode)
    subject = events.Subject(STEP_RECORD, step.reference)
    offer_handover(
        by=by, kind=STEP_DOWN, subject=subject, from_team=episode.team, to_team=team, note=note_of_stepping_down(asked, agency)
    )
    keep_episode(episode)
    record(episode, by, "referrals.step_down_asked", reason=asked.reason, data={"step": step.reference})
    return step


def check_stepping_down(asked: SteppingDown, reason: str) -> Agency:
    """The agency of the lead practitioner. Refuses without `reason`, closing meeting, lead and the family's agreement."""
    words = (("reason", reason), ("talked_with", "who took part in the closing meeting"),
             ("lead_name", "the lead practitioner"), ("consent_from", "who of the family agreed"))  # fmt: skip
    for field, what in words:
        if not str(getattr(asked, field)).strip():
            raise Refused(f"Enter {what}.", field=field)
    for field in ("talked_on", "consent_on"):
        if getattr(asked, field) > clock.today():
            raise Refused("The date must be today or in the past.", field=field)
    agency = Agency.objects.filter(code=asked.lead_agency).first()
    if agency is None:
        raise Refused("Select the agency of the lead practitioner.", field="lead_agency")
    return agency


def _down(by: Person, asked: SteppingDown, agency: Agency, episode: Episode | None, after_plan: str = "") -> Step:
    return Step.objects.create(
        direction=StepDirection.DOWN,
        episode=episode,
        after_plan=after_plan,
        reason=asked.reason,
        talked_on=asked.talked_on,
        talked_with=asked.talked_with,
        lead_name=asked.lead_name,
        lead_agency=agency,
        consent_from=asked.consent_from,
        consent_on=asked.consent_on,
        asked_at=clock.now(),
        asked_by=by.actor_reference,
    )


def note_of_stepping_down(asked: SteppingDown, agency: Agency) -> str:
    """What the team that is to go on reads before it answers."""
    return "\n".join(
        (
            asked.reason,
            f"Closing meeting on {asked.talked_on:%d/%m/%Y}: {asked.talked_with}",
            f"Lead practitioner: {asked.lead_name}, {agency.name}",
            f"The family agreed on {asked.consent_on:%d/%m/%Y}: {asked.consent_from}",
        )
    )


def when_step_accepted(handover: Handover, by: Actor) -> None:
    """Early help takes the family over: it begins with the family's agreement and a lead. Part of accepting a handover."""
    step = _behind(handover)
    if step.episode is not None:
        _take_over(by, step, handover.to_team, step.episode.child)


def _take_over(by: Actor, step: Step, team: Team, child: Child, shared: EarlyHelp | None = None) -> EarlyHelp | None:
    """Early help for the child of a step: that which the family has with the team already, or one that begins."""
    if step.lead_agency is None or step.consent_on is None:
        return None
    family = shared or open_early_help(
        by=by, team=team, agency=step.lead_agency, source=EarlyHelpSource.STEP_DOWN, reason=step.reason
    )
    add_children(family, by, [child])
    if shared is None:
        agree_from_step(family, by, step.consent_from, step.consent_on, step.lead_name, step.lead_agency)
    step.early_help, step.accepted_at, step.accepted_by = family, clock.now(), by.actor_reference
    step.save(update_fields=["early_help", "accepted_at", "accepted_by"])
    if step.episode is not None:
        keep_episode(step.episode)
        record(step.episode, by, "referrals.step_down_accepted", data={"early_help": family.reference})
    return family


def ask_early_help_after_plan(*, by: Person, plan: str, child_id: int, team: Team, asked: SteppingDown, restricted: bool) -> Step:
    """Keep what early help is asked after a child protection plan (by reference) has ended. Part of services of protection.

    Refuses as `check_stepping_down`, while an offer waits, and for a restricted child as long as nobody who accepts is named.
    """
    agency = check_stepping_down(asked, "what early help takes over")
    rows = Episode.objects.select_for_update(of=("self",)).select_related("contact", "team")
    episode = rows.filter(child__in=list(same_children([child_id]))).order_by("-opened_at", "-pk").first()
    if restricted and (episode is None or not can_be_accepted(episode.contact, team)):
        raise Refused(
            "This family is restricted to people who are named, and nobody who could accept it for early help is among them. "
            "Ask the MASH manager who restricted it to name people of the early help team.",
            field="team",
        )
    waits = Step.objects.filter(direction=StepDirection.DOWN, accepted_at__isnull=True, refused_at__isnull=True)
    if episode is not None and waits.filter(episode=episode).exists():
        raise Refused("Early help has been asked already.")
    step = _down(by, asked, agency, episode, plan)
    if episode is not None:
        keep_episode(episode)
        record(episode, by, "referrals.step_down_asked", reason=asked.reason, data={"step": step.reference})
    return step


def early_help_after_plan(*, by: Actor, plan: str, child: Child, team: Team, of_family: Collection[str]) -> EarlyHelp | None:
    """Early help takes a child over after a plan. Part of the services of protection that accept a handover.

    Children whose plans (`of_family`, by reference) the same team has taken over share it.
    """
    step = _after(plan)
    with_family = Step.objects.filter(after_plan__in=of_family, early_help__team=team).values("early_help")
    open_ones = EarlyHelp.objects.select_for_update(of=("self",)).filter(pk__in=with_family)
    shared = open_ones.exclude(state=EarlyHelpState.CLOSED).order_by("pk").first()
    return _take_over(by, step, team, child, shared)


def early_help_refused_after_plan(*, by: Actor, plan: str, reason: str) -> None:
    """Early help gives a child back after a plan, with its reason. Part of the services of protection."""
    _refuse(by, _after(plan), reason)


def _after(plan: str) -> Step:
    rows = Step.objects.select_for_update(of=("self",)).select_related("episode", "lead_agency")
    return rows.get(after_plan=plan, accepted_at__isnull=True, refused_at__isnull=True)


def when_step_returned(handover: Handover, by: Actor) -> None:
    """Early help gives the family back, with its reason. Part of returning a handover."""
    _refuse(by, _behind(handover), handover.return_reason)


def _refuse(by: Actor, step: Step, reason: str) -> None:
    step.refused_at, step.refused_by, step.refused_reason = clock.now(), by.actor_reference, reason
    step.save(update_fields=["refused_at", "refused_by", "refused_reason"])
    if step.episode is not None:
        keep_episode(step.episode)
        record(step.episode, by, "referrals.step_down_refused", reason=reason)


def _behind(handover: Handover) -> Step:
    rows = Step.objects.select_for_update(of=("self",)).select_related("episode__child", "lead_agency")
    return rows.get(reference=handover.subject_reference)


@service
def ask_step_up(*, by: Person, reference: str, version: int, reason: str, talked_on: date, talked_with: str) -> Step:
    """Ask social care to take a family over: each child becomes a contact, with the assessment opened to the MASH.

    The decision is due within one working day, like that of every contact. Refuses without a reason and without a talk between
    managers, before the family has agreed to early help, and while an earlier question waits.
    """
    if not reason.strip():
        raise Refused("Enter what has changed.", field="reason")
    if not talked_with.strip():
        raise Refused("Enter which managers have talked.", field="talked_with")
    if talked_on > clock.today():
        raise Refused("The day of the talk must be today or in the past.", field="talked_on")
    family = hold_family(by, reference, version)
    move(EARLY_HELP_TRANSITIONS, family, "step_up")
    if family.steps.filter(direction=StepDirection.UP, accepted_at__isnull=True, refused_at__isnull=True).exists():
        raise Refused("Social care has been asked already, and has not answered yet.")
    children = [row.child for row in family.children.select_related("child")]
    content = _content(family, by, [ChildGiven(details_of(child)) for child in children], reason)
    submission = receive_submission(by=by, content=content, channel=Channel.STEP_UP, agency=family.agency, referrer=by)
    for known, contact in zip(children, submission.contacts.select_related("child").order_by("position"), strict=True):
        merge_children(
            by=by, lesser=contact.child.reference, greater=known.reference, reason="Stepped up from early help", kind="linked"
        )
    give_team_grants(
        by=by, records=[family], teams=teams_receiving_contacts(), codename=SEE_EARLY_HELP, reason="Stepped up",
        grants=EarlyHelpTeamGrant,
    )  # fmt: skip
    step = Step.objects.create(
        direction=StepDirection.UP,
        early_help=family,
        submission=submission,
        reason=reason,
        talked_on=talked_on,
        talked_with=talked_with,
        asked_at=clock.now(),
        asked_by=by.actor_reference,
    )
    keep_family(family, "state")
    record_of_family(family, by, "referrals.step_up_asked", reason=reason, data={"submission": submission.reference})
    return step


def _content(family: EarlyHelp, by: Person, children: list[ChildGiven], reason: str) -> Content:
    told = (
        f"Early help {family.reference}, assessment and team around the child. Lead professional: {family.lead_name or 'none'}."
    )
    return Content(
        referrer=Referrer(by.name, by.job_title or "Early help", by.telephone, by.email, "Early help"),
        purpose=Purpose.SOCIAL_CARE,
        children=children,
        consent=Consent(ConsentStatus.GIVEN, given_by=family.consent_from, on=family.consent_on, family_told="yes"),
        concern=Concern(
            worries=reason,
            working_well="\n".join(filter(None, (family.child_strengths, family.parenting_strengths, family.family_strengths))),
            tried_already=told,
            child_voice=family.child_view,
        ),
    )


def when_step_decided(contact: Contact, outcome: str, reasons: str, by: Actor) -> None:
    """The MASH has decided a contact that early help sent: the step is accepted or refused. Part of approving a decision.

    With several children the first that is accepted decides for the family.
    """
    step = (
        Step.objects.select_for_update(of=("self",))
        .select_related("early_help")
        .filter(submission=contact.submission, accepted_at__isnull=True)
        .first()
    )
    if step is None or step.early_help is None:
        return
    accepted = outcome in REFERRAL_OUTCOMES
    moment = clock.now()
    if accepted:
        step.accepted_at, step.accepted_by = moment, by.actor_reference
        step.refused_at, step.refused_by, step.refused_reason = None, "", ""
    elif step.refused_at is None:
        step.refused_at, step.refused_by, step.refused_reason = moment, by.actor_reference, reasons
    step.save()
    verb = "referrals.step_up_accepted" if accepted else "referrals.step_up_refused"
    record_of_family(step.early_help, by, verb, data={"contact": contact.reference})
