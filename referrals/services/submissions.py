"""Receiving a submission: once, whole, with a contact, a clock and a grant for each child, in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.conf import settings

from accounts.access_table import acting_for
from accounts.models import Agency, Person, Visitor
from foundation import clock, events
from foundation.actors import Actor
from foundation.documents import documents_of
from foundation.errors import NotVisible, Refused
from foundation.mail import queue_mail
from foundation.service import service
from foundation.versions import check_version
from referrals.models import (
    Channel,
    Contact,
    Draft,
    ReferralSource,
    Submission,
    SubmissionPerson,
    SubmissionRelation,
    SubmittedChild,
)
from referrals.rules.checking import all_problems_of, asked_by, check_content, tidied
from referrals.rules.danger import settled, still_missing
from referrals.rules.quality import told_by
from referrals.rules.submission import QUESTION_SET, ChildGiven, Content, PersonGiven
from referrals.selectors.drafts import Writer, own_drafts
from referrals.selectors.duty import managers_of, sender_to_write_to, teams_receiving_contacts
from referrals.selectors.guide import guide_in_use
from referrals.services.arriving import NOBODY_RECEIVES, contacts_arrive, happened, tell_managers
from referrals.services.encompass import begin_notices
from referrals.services.likely import promise_to_compare
from referrals.services.quality import score_received
from referrals.services.told import child_row, person_row, places_written, relation_rows
from referrals.services.written_forms import join_own_call

CONTACT = "contact"
DRAFT = "draft"
SUBMISSION = "submission"


@service
def send_submission(*, by: Writer, draft_reference: str, version: int, content: Content, call: str = "") -> Submission:
    """Send a draft, once: pressed again, from another tab or after going back, it gives the submission that there is.

    Its author only. Refuses when the draft has changed since version `version` was shown for checking (Conflict), and what
    `check_content` refuses. The draft keeps no answers afterwards. `call`: the reference of a call of theirs that it follows,
    which then waits for its written form no longer.
    """
    drafts = own_drafts(by).select_for_update(of=("self",)).select_related("agency")
    held = drafts.filter(reference=draft_reference).first()
    if held is None or held.discarded_at is not None:
        raise NotVisible
    if held.submitted_at is not None:
        return Submission.objects.get(draft=held)
    if held.expires_at <= clock.now():
        raise NotVisible
    check_version(held, version, "Your answers were changed in another window. Check them again before you send them.")
    submission = receive_submission(by=by, content=content, channel=Channel.PORTAL, agency=held.agency, referrer=by, draft=held)
    begin_notices(by, submission)
    documents_of(DRAFT, held.reference).update(record_kind=SUBMISSION, record_reference=submission.reference)
    held.submitted_at, held.submitted_by, held.answers = submission.received_at, by.actor_reference, {}
    held.save(update_fields=["submitted_at", "submitted_by", "answers"])
    if call:
        join_own_call(by, submission, call)
    return submission


@service
def receive_submission(
    *,
    by: Actor,
    content: Content,
    channel: Channel,
    agency: Agency | None,
    referrer: Writer | None = None,
    draft: Draft | None = None,
    source: str = "",
    question_set: str = QUESTION_SET,
    received_at: datetime | None = None,
) -> Submission:
    """Receive what was sent by any channel. Called inside the services of the channels.

    `source` is the census code of who refers, where it is no agency; `question_set` the version of what was asked;
    `received_at` when it came, where it was written down later.

    Refuses what `check_content` refuses, and everything while no team receives contacts.
    """
    test_numbers = settings.TEST_NHS_NUMBERS
    check_content(content, clock.now(), clock.today(), asked=asked_by(channel), test_numbers=test_numbers)
    content = tidied(_settled(content, channel), test_numbers=test_numbers)
    teams = teams_receiving_contacts()
    if not teams:
        raise Refused(NOBODY_RECEIVES.format(settings.PARTNERSHIP["mash_telephone"]))
    submission = _submission(
        by, content, channel, agency, referrer, draft, source=source, question_set=question_set, received_at=received_at
    )
    told = _children_told(submission, content.children)
    _people_told(submission, content.people, told)
    score_received(submission, told_by(content))
    details = [child.details for child in content.children]
    contacts = contacts_arrive(by, submission, told, details, received_at=submission.received_at, teams=teams)
    _record_receipt(by, submission, contacts)
    promise_to_compare(submission)
    _tell(submission, managers_of(teams) if submission.urgent else [])
    return submission


def _settled(content: Content, channel: Channel) -> Content:
    """Of a child in immediate danger: with what is still missing noted for the MASH, and honest words in its place."""
    if not content.immediate_danger:
        return content
    now, today, numbers = clock.now(), clock.today(), settings.TEST_NHS_NUMBERS
    problems = list(all_problems_of(content, now, today, asked=asked_by(channel), test_numbers=numbers))
    complete = settled(content)
    if not problems:
        return complete
    titles = [f"{child.details.given_name} {child.details.family_name}".strip() for child in complete.children]
    return replace(complete, answers=[*complete.answers, still_missing(problems, titles)])


def _submission(
    by: Actor,
    content: Content,
    channel: Channel,
    agency: Agency | None,
    referrer: Writer | None,
    draft: Draft | None,
    *,
    source: str,
    question_set: str,
    received_at: datetime | None,
) -> Submission:
    consent, concern, sender = content.consent, content.concern, content.referrer
    return Submission.objects.create(
        draft=draft,
        agency=agency,
        referrer=referrer if isinstance(referrer, Person) else None,
        visitor=referrer if isinstance(referrer, Visitor) else None,
        referrer_name=sender.name,
        referrer_role=sender.role,
        referrer_telephone=sender.telephone,
        referrer_email=sender.email,
        referrer_relation=sender.relation,
        referral_source=source or (agency.referral_source if agency else "") or ReferralSource.UNKNOWN,
        purpose=content.purpose,
        channel=channel,
        immediate_danger=content.immediate_danger,
        urgent=content.urgent or content.immediate_danger,
        incident_at=concern.incident_at,
        aware_on=concern.aware_on,
        aware_time=concern.aware_time,
        lead_told=sender.lead_told,
        received_at=received_at or clock.now(),
        received_by=by.actor_reference,
        consent_status=consent.status,
        consent_given_by=consent.given_by,
        consent_on=consent.on,
        consent_reason=consent.reason,
        consent_details=consent.details,
        family_told=consent.family_told,
        family_not_told_reason=consent.family_not_told_reason,
        consent_by_right=consent.by_right,
        consent_scope=list(consent.scope),
        consent_agencies=consent.agencies,
        consent_recorded=consent.recorded,
        consent_refusal_told=consent.refusal_told,
        consent_withdrawn_on=consent.withdrawn_on,
        consent_withdrawn_details=consent.withdrawn_details,
        worries=concern.worries,
        working_well=concern.working_well,
        tried_already=concern.tried_already,
        needs_to_happen=concern.needs_to_happen,
        child_voice=concern.child_voice,
        child_voice_missing_reason=concern.child_voice_missing_reason,
        child_alone=concern.child_alone,
        injury_areas=list(content.injury_areas),
        injury_sides=list(content.injury_sides),
        injury_description=content.injury_description,
        injury_seen=content.injury_seen,
        injury_explanation=content.injury_explanation,
        early_help=content.early_help,
        help_lead=content.help_lead,
        help_dates=content.help_dates,
        help_result=content.help_result,
        help_outcome=content.help_outcome,
        help_not_enough=content.help_not_enough,
        tools=list(content.tools),
        referrer_kept_from_family=sender.kept_from_family,
        referrer_kept_because=sender.kept_because,
        harm_types=list(content.harm.types),
        contexts=list(content.harm.contexts),
        place=content.harm.place,
        peer_group=content.harm.peer_group,
        online_place=content.harm.online_place,
        father_known=content.father_known,
        father_unknown_reason=content.father_unknown_reason,
        other_carers=content.other_carers,
        staff_risk=content.staff_risk,
        referrer_level=content.referrer_level,
        referrer_level_reason=content.referrer_level_reason,
        answers=list(content.answers),
        question_set=question_set,
        guide=draft.guide if draft else guide_in_use(),
    )


def _children_told(submission: Submission, children: Sequence[ChildGiven]) -> list[SubmittedChild]:
    places = places_written(children)
    rows = [child_row(submission, child, position, places) for position, child in enumerate(children, start=1)]
    return SubmittedChild.objects.bulk_create(rows)


def _people_told(submission: Submission, people: Sequence[PersonGiven], children: Sequence[SubmittedChild]) -> None:
    rows = SubmissionPerson.objects.bulk_create(
        [person_row(submission, person, position) for position, person in enumerate(people, start=1)]
    )
    SubmissionRelation.objects.bulk_create(
        [
            relation
            for row, person in zip(rows, people, strict=True)
            for relation in relation_rows(row, person.relations, children)
        ]
    )


def _record_receipt(by: Actor, submission: Submission, contacts: Sequence[Contact]) -> None:
    agency = acting_for(by, submission.agency.code) if submission.agency else by.actor_agency
    data: events.Data = {"channel": submission.channel, "children": len(contacts), "urgent": submission.urgent}
    sent = events.Happened("referrals.submission_received", events.Subject(SUBMISSION, submission.reference), data=data)
    events.record_each(by=by, happened=[sent, *happened(submission, contacts)], agency=agency)


def _tell(submission: Submission, managers: Sequence[tuple[str, str]]) -> None:
    if (sender := sender_to_write_to(submission)) is not None:
        queue_mail(
            to=sender.email,
            template="referral_received",
            context={"reference": submission.reference, "path": sender.path},
            key=f"referral-received:{submission.reference}",
        )
    tell_managers(submission, managers)
