"""A child who was not told of first is added to what was sent: registered, queued and clocked as if the form had told of them."""

from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings

from accounts.access_table import acting_for
from accounts.models import AgencyClient
from children.rules import details as identity
from foundation import events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from referrals.models import Amendment
from referrals.rules.amending import as_it_stands, check_reason, item_section, why_no_child
from referrals.rules.submission import Answer, AnsweredSection, ChildGiven
from referrals.selectors.drafts import Writer
from referrals.selectors.duty import managers_of, teams_receiving_contacts
from referrals.selectors.versions import newest_amendment, standing_children
from referrals.services.amending import Changed, check_child, check_seen, follow, write_version
from referrals.services.arriving import NOBODY_RECEIVES, contacts_arrive, happened, tell_managers
from referrals.services.encompass import begin_notices
from referrals.services.likely import promise_to_compare
from referrals.services.messages import hold_submission
from referrals.services.quality import score_amended
from referrals.services.told import child_row, places_written

CHILDREN = "children"


@service
def add_child(
    *, by: Writer | AgencyClient, reference: str, seen: int, child: ChildGiven, answers: Sequence[Answer], reason: str
) -> Amendment:
    """Tell of one more child of the family: a new version, and for the child all that a child of the form has.

    That is a record, a contact with clocks of its own that run from now, comparison with all that is known, and the notice to
    a school where the police told. The team that receives contacts has it in its queue; beside restricted children the child
    is restricted too. `answers`: the child's page; pressed again, it gives the version that there is.

    Refuses what `amend_child` refuses, while no team receives contacts, a child too many, and once the form is dealt with.
    """
    check_reason(reason)
    submission = hold_submission(by, reference)
    newest = newest_amendment(submission)
    told = standing_children(submission.pk)
    if newest is not None and _same_child(newest, by, seen, answers, reason):
        return newest
    position = max(one.position for one in told) + 1
    if sentence := why_no_child(len(told), submission.contacts.values_list("state", flat=True)):
        raise Refused(sentence)
    check_child(submission, child, position)
    section = item_section(submission.answers, CHILDREN, position)
    name = f"{child.details.given_name} {child.details.family_name}".strip()
    after = AnsweredSection(section=section, title=f"Child {position}: {name}", answers=list(answers))
    change = Changed(seen, None, after, reason)
    check_seen(change, submission)
    if not (teams := teams_receiving_contacts()):
        raise Refused(NOBODY_RECEIVES.format(settings.PARTNERSHIP["mash_telephone"]))
    standing = as_it_stands(submission, newest)
    made = write_version(standing, change, by)
    given = replace(child, details=identity.tidied(child.details, test_numbers=settings.TEST_NHS_NUMBERS))
    row = child_row(submission, given, position, places_written([given]), version=made.number)
    row.save()
    arrived = contacts_arrive(by, submission, [row], [given.details], received_at=made.amended_at, teams=teams)
    agency = acting_for(by, submission.agency.code) if submission.agency else by.actor_agency
    events.record_each(by=by, happened=happened(submission, arrived), agency=agency)
    promise_to_compare(submission, made.number)
    begin_notices(by, submission)
    score_amended(standing, made)
    follow(submission, made, by, arrived=arrived)
    if submission.urgent and not any(contact.restricted for contact in arrived):
        tell_managers(submission, managers_of(teams), f":{made.number}")
    return made


def _same_child(newest: Amendment, by: Actor, seen: int, answers: Sequence[Answer], reason: str) -> bool:
    """Whether the newest version is the one that this press would write."""
    pressed = newest.number == seen + 1 and newest.amended_by == by.actor_reference and newest.reason == reason
    return pressed and any(section["answers"] == list(answers) for section in newest.answers)
