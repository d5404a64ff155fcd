"""How consent stands, as the MASH decides or learns it: it goes on without, or notes that the family withdrew."""

from datetime import date

from accounts.models import Person
from foundation import clock, events
from foundation.errors import Incomplete, Problem, Refused
from foundation.service import service
from foundation.turns import hold_record
from referrals.models import (
    Amendment,
    ConsentOverride,
    ConsentStatus,
    Contact,
    ContactState,
    Decision,
    LegalBasis,
    Message,
    Submission,
)
from referrals.models.codes import NOT_AGREED
from referrals.rules.questions import MISSING, MOST, NOUNS
from referrals.rules.triage import basis_of, needs_override
from referrals.selectors.consent import overrides_of
from referrals.services.amending import Changed, approval_lapses, check_seen, write_version
from referrals.services.locking import hold, keep
from referrals.services.messages import say
from referrals.services.quality import score_amended
from referrals.services.triage import subject_of

LONGEST_REASON = 3000


@service
def override_consent(*, by: Person, reference: str, version: int, basis: str, reason: str) -> ConsentOverride:
    """Decide that the work on a contact goes on although the family refused, was not asked or withdrew. A manager.

    Refuses without a legal basis and a reason, where the family agrees, and once the contact is closed.
    """
    if basis not in LegalBasis.values:
        raise Refused("Select the legal basis.", field="basis")
    if not reason.strip():
        raise Refused("Enter why the work goes on without the family’s agreement.", field="reason")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"The reason must be {LONGEST_REASON:,} characters or fewer.", field="reason")
    contact = hold(by, reference, version)
    if contact.submission.consent_status not in NOT_AGREED:
        raise Refused("The family agrees, so there is nothing to decide against it.")
    if not contact.is_open:
        raise Refused("This contact is closed. Reopen it first.")
    made = _override(contact, by, basis, reason)
    keep(contact)
    return made


def approve_override(contact: Contact, decision: Decision, by: Person) -> None:
    """Keep the approval of a decision that goes on without the family's agreement as what it is. Part of approving it."""
    if needs_override(decision.outcome, contact.submission.consent_status) and not overrides_of(contact):
        _override(contact, by, basis_of(decision.outcome), decision.consent_overridden_because)


def _override(contact: Contact, by: Person, basis: str, reason: str) -> ConsentOverride:
    made = ConsentOverride.objects.create(
        contact=contact, basis=basis, reason=reason, decided_at=clock.now(), decided_by=by.actor_reference
    )
    events.record(
        verb="referrals.consent_overridden", by=by, subject=subject_of(contact), reason=reason, data={"basis": str(basis)}
    )
    return made


@service
def note_withdrawn_consent(*, by: Person, reference: str, version: int, on: date, details: str, change: Changed) -> Amendment:
    """Note that the family has withdrawn its agreement: a new version of what was sent, which its sender reads too.

    `change`: the page about consent before and now. An approval given before lapses, for every child of the referral. Refuses
    where the family had not agreed, a day to come or before it agreed, and without saying who withdrew it and what follows.
    """
    contact = hold(by, reference, version)
    standing = contact.submission
    if standing.consent_status != ConsentStatus.GIVEN:
        raise Refused("The family has not agreed, so it cannot withdraw its agreement.")
    if wrong := _problems(standing, on, details):
        raise Incomplete(wrong)
    hold_record(standing)
    check_seen(change, standing)
    standing.consent_status, standing.consent_withdrawn_on = ConsentStatus.WITHDRAWN, on
    standing.consent_withdrawn_details = details
    made = write_version(standing, change, by)
    score_amended(standing, made)
    _tell(made, standing, by)
    return made


def _problems(standing: Submission, on: date, details: str) -> list[Problem]:
    found = []
    if on > clock.today():
        found.append(Problem("The day on which they withdrew it must be today or in the past", "withdrawn_on"))
    elif standing.consent_on is not None and on < standing.consent_on:
        found.append(Problem("The day on which they withdrew it cannot be before they agreed", "withdrawn_on"))
    most = MOST["consent.withdrawn_details"]
    if not details.strip():
        found.append(Problem(MISSING["consent.withdrawn_details"], "withdrawn_details"))
    elif len(details) > most:
        found.append(Problem(f"{NOUNS['consent.withdrawn_details']} must be {most:,} characters or fewer", "withdrawn_details"))
    return found


def _tell(made: Amendment, standing: Submission, by: Person) -> None:
    """Let every contact of the referral know, and tell whoever sent it."""
    rows = Contact.objects.select_for_update(of=("self",)).filter(submission=standing.pk).order_by("position")
    for contact in rows:
        if contact.state != ContactState.RETURNED:
            approval_lapses(contact, by)
        keep(contact, "state")
        events.record(
            verb="referrals.consent_withdrawn",
            by=by,
            subject=subject_of(contact),
            reason=made.reason,
            data={"version": made.number},
        )
    body = f"We noted that the family has withdrawn its agreement (version {made.number}).\n{made.reason}"
    say(standing, by=by, kind=Message.Kind.AMENDED, body=body, once=f"amended:{made.number}", from_mash=True)
