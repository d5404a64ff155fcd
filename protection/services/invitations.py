"""Who is asked to a conference, whose report is asked for, who came, what each says and how safe they think the children are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import Person
from accounts.services.sealed import end_sealed_links
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from foundation.states import move
from protection.models import (
    HIGHEST_SCORE,
    STANDS,
    AgencyGroup,
    AgencyInvitation,
    Conference,
    Dissent,
    FamilyInvitation,
    Participation,
    Relation,
    ReportStatus,
    SafetyScore,
)
from protection.rules import kinds
from protection.rules.checking import check_past
from protection.rules.states import CONFERENCE_TRANSITIONS
from protection.selectors.sealed import PAGE
from protection.selectors.sight import visible_conferences, works_on
from protection.services.booking import hold_conference_row, keep_conference, reports_due, variant_of
from protection.services.families import record, subject_of
from protection.services.strategy import record_attendance, seat_of, take_back
from protection.services.telling import tell_leads_of_conference, tell_of_conference
from work.models import Request
from work.services.clocks import stop_clock
from work.services.requests import ask, withdraw_request

QUESTION = (
    "What do you know of the children and the family, what are you worried about, what works well, and do you recommend a plan?"
)


@dataclass(frozen=True)
class AgencyAsked:
    """Somebody of an agency (by code) to invite; `person` by reference where they have an account."""

    agency: str
    name: str = ""
    person: str = ""
    group: str = ""
    role: str = ""
    required: bool = True
    works_with_child: bool = True
    report: bool = True


@dataclass(frozen=True)
class FamilyAsked:
    """Somebody of the family to invite; `child` is the row of the conference, where it is a child of it."""

    name: str
    relation: str
    child: int | None = None


@service
def invite_agencies(*, by: Person, reference: str, version: int, invited: Sequence[AgencyAsked]) -> Conference:
    """Invite people of agencies, and ask for their report where one is wanted. The team or a chair, once it is booked.

    A report is due before the conference by the limits of its kind; where that day has passed already, by the conference.
    """
    conference = hold_conference_row(by, reference, version, "invite")
    for one in invited:
        _invite(by, conference, one)
    record("conference_agencies_invited", by, kinds.CONFERENCE, reference, data={"invited": len(invited)})
    return keep_conference(conference)


def _invite(by: Person, conference: Conference, asked: AgencyAsked) -> None:
    agency, person, group = seat_of(asked.agency, asked.person, asked.group)
    if agency is None:
        raise Refused("Select an agency.", field="agency")
    if person is not None and conference.invitations.filter(STANDS, person=person).exists():
        raise Refused(f"{person.name} is invited already.", field="person")
    moment = clock.now()
    invitation = AgencyInvitation(
        conference=conference,
        group=group,
        agency=agency,
        person=person,
        name=need(asked.name or (person.name if person else ""), "Enter who is invited.", "name"),
        role=asked.role,
        required=asked.required,
        works_with_child=asked.works_with_child,
        invited_at=moment,
        invited_by=by.actor_reference,
    )
    if asked.report and conference.planned_for is not None:
        due = reports_due(conference)
        request = ask(
            by=by,
            kind=kinds.CONFERENCE_REPORT,
            subject=subject_of(kinds.CONFERENCE, conference.reference),
            from_team=conference.family.team,
            to_agency=agency,
            to_person=person,
            question=QUESTION,
            due_at=due if due and due > moment else conference.planned_for,
            variant=variant_of(conference),
            legal_basis="Children Act 1989, section 47",
        )
        invitation.request, invitation.report = request, ReportStatus.AWAITED
        invitation.report_due_on = london_date(request.due_at)
    invitation.save()
    if invitation.request is not None:
        return  # whoever is asked for the report is told with the request
    if person is not None:
        tell_of_conference(by=by, conference=conference, people=[person], news=f"invited:{invitation.pk}")
    else:
        tell_leads_of_conference(by=by, conference=conference, agency=agency, news=f"invited:{invitation.pk}")


@service
def take_invitation_back(*, by: Person, reference: str, version: int, invitation_id: int, reason: str) -> Conference:
    """Take back an invitation that should not have been sent; their sight of the conference ends at once.

    The team or a chair, with the reason. A report that is not in is no longer asked for, a sealed link opens nothing. Refuses
    somebody who took part.
    """
    need(reason, "Enter why it is taken back.", "reason")
    conference = hold_conference_row(by, reference, version, "take_back")
    invitation: AgencyInvitation = take_back(by, conference.invitations, invitation_id, reason)
    end_sealed_links(by=by, page=PAGE, subject=reference, seat=invitation.pk)
    if invitation.request is not None and invitation.report == ReportStatus.AWAITED:
        withdraw_request(by=by, reference=invitation.request.reference, reason=reason)
        invitation.report, invitation.report_due_on = ReportStatus.NOT_REQUIRED, None
        invitation.save(update_fields=["report", "report_due_on"])
    record("conference_invitation_taken_back", by, kinds.CONFERENCE, reference, reason=reason)
    return keep_conference(conference)


def when_report_came(request: Request, by: Actor) -> None:
    """An agency has answered with its report, or says that it has none. Part of answering a request."""
    invitation = AgencyInvitation.objects.select_for_update(of=("self",)).filter(request=request).first()
    if invitation is None:
        return
    if request.result == "none":
        invitation.report = ReportStatus.NONE
    else:
        today = clock.today()
        late = invitation.report_due_on is not None and today > invitation.report_due_on
        invitation.report = ReportStatus.LATE if late else ReportStatus.ON_TIME
        invitation.report_received_on, invitation.recommendation = today, request.result
    invitation.save(update_fields=["report", "report_received_on", "recommendation"])
    record("conference_report_received", by, kinds.CONFERENCE, request.subject_reference)


@service
def share_report_with_family(*, by: Person, invitation_id: int, shared_on: date) -> AgencyInvitation:
    """Note when the family had an agency's report. The team or a chair; refused before the report is in.

    The family has it beforehand: refuses a day after the conference. With social care's report its clock stops.
    """
    invitation = (
        AgencyInvitation.objects.select_for_update(of=("self",))
        .select_related("conference__family")
        .filter(pk=invitation_id)
        .first()
    )
    if invitation is None or not works_on(by, invitation.conference.family):
        raise NotVisible
    if invitation.report_received_on is None:
        raise Refused("This report has not been received yet.")
    check_past(shared_on, clock.today(), "shared_on", since=invitation.report_received_on)
    _check_beforehand(invitation.conference, shared_on)
    invitation.report_shared_on = shared_on
    invitation.save(update_fields=["report_shared_on"])
    if invitation.group == AgencyGroup.SOCIAL_CARE:
        subject = subject_of(kinds.CONFERENCE, invitation.conference.reference)
        stop_clock(by=by, kind=kinds.REPORT_TO_FAMILY, subject=subject, outcome="shared")
    record("conference_report_shared", by, kinds.CONFERENCE, invitation.conference.reference)
    return invitation


def _check_beforehand(conference: Conference, shared_on: date) -> None:
    day = conference.held_on or (london_date(conference.planned_for) if conference.planned_for else None)
    if day is not None and shared_on > day:
        raise Refused("The family reads a report beforehand. Enter a day up to that of the conference.", field="shared_on")


@service
def invite_family(*, by: Person, reference: str, version: int, invited: Sequence[FamilyAsked]) -> Conference:
    """Invite parents, children and whoever stands by them. The team or a chair, once it is booked."""
    conference = hold_conference_row(by, reference, version, "invite")
    rows = {row.pk: row.child for row in conference.children.select_related("child")}
    for one in invited:
        if one.relation not in Relation.values or (one.child is not None and one.child not in rows):
            raise Refused("Select who they are to the children.", field="relation")
        FamilyInvitation.objects.create(
            conference=conference,
            relation=one.relation,
            child=rows[one.child] if one.child is not None else None,
            name=need(one.name, "Enter who is invited.", "name"),
            invited_at=clock.now(),
            invited_by=by.actor_reference,
        )
    record("conference_family_invited", by, kinds.CONFERENCE, reference, data={"invited": len(invited)})
    return keep_conference(conference)


@service
def exclude_from_conference(
    *, by: Person, reference: str, version: int, invitation_id: int, reason: str, part: str = ""
) -> FamilyInvitation:
    """Keep somebody of the family out of a conference, or out of a part of it. The chair alone, with a reason."""
    need(reason, "Enter why they are kept out.", "reason")
    conference = hold_conference_row(by, reference, version, "minute")
    if conference.chair_id != by.pk:
        raise Refused("Only the chair of this conference keeps somebody out of it.")
    invitation = conference.family_invitations.select_for_update(of=("self",)).filter(pk=invitation_id).first()
    if invitation is None:
        raise NotVisible
    invitation.excluded_at, invitation.excluded_by = clock.now(), by.actor_reference
    invitation.excluded_reason, invitation.excluded_part = reason.strip(), part[:200]
    invitation.save(update_fields=["excluded_at", "excluded_by", "excluded_reason", "excluded_part"])
    record("conference_family_excluded", by, kinds.CONFERENCE, reference)
    keep_conference(conference)
    return invitation


@service
def record_conference_attendance(
    *, by: Person, reference: str, version: int, agencies: Mapping[int, str], family: Mapping[int, str]
) -> Conference:
    """Say of everybody invited (by the id of the invitation) whether they came. The team or a chair; until it is approved.

    Refuses somebody who was kept out of the whole conference and yet attended.
    """
    conference = hold_conference_row(by, reference, version, "minute")
    record_attendance(conference.invitations.filter(STANDS), agencies)
    kept_out = set(conference.family_invitations.filter(excluded_at__isnull=False, excluded_part="").values_list("pk", flat=True))
    if any(pk in kept_out and code in ("attended", "remote") for pk, code in family.items()):
        raise Refused("The chair has kept this person out of the whole conference.", field="family")
    record_attendance(conference.family_invitations, family)
    return keep_conference(conference)


@service
def record_participation(
    *,
    by: Person,
    reference: str,
    version: int,
    child_id: int,
    participation: str,
    obtained_how: str = "",
    advocate: str = "",
) -> Conference:
    """Say how a child (the row of the conference) took part, and how the child's views were obtained."""
    conference = hold_conference_row(by, reference, version, "minute")
    row = conference.children.select_for_update(of=("self",)).filter(pk=child_id).first()
    if row is None or participation not in Participation.values:
        raise Refused("Select how the child took part.", field="participation")
    if participation == Participation.ADVOCATE:
        need(advocate, "Enter the advocate’s name.", "advocate")
    row.participation, row.views_obtained_how, row.advocate = participation, obtained_how[:200], advocate[:150]
    row.save(update_fields=["participation", "views_obtained_how", "advocate"])
    return keep_conference(conference)


@service
def give_score(
    *,
    by: Person,
    reference: str,
    score: int,
    reason: str = "",
    invitation_id: int | None = None,
    family_member_id: int | None = None,
) -> SafetyScore:
    """Write down how safe somebody in the room thinks that the children are, 0 to 10; given again, it takes the old one's place.

    Without either id it is the chair's. Whoever works on the family writes for all; whoever is invited, for themselves.
    """
    conference = _in_the_room(by, reference)
    if not 0 <= score <= HIGHEST_SCORE:
        raise Refused("Enter a whole number from 0 to 10.", field="score")
    invitation = conference.invitations.filter(STANDS, pk=invitation_id).first() if invitation_id else None
    member = conference.family_invitations.filter(pk=family_member_id).first() if family_member_id else None
    if (invitation_id and invitation is None) or (family_member_id and member is None) or (invitation and member):
        raise NotVisible
    if not works_on(by, conference.family) and (invitation is None or invitation.person_id != by.pk):
        raise Refused("You give your own score. Those of others are written by the chair and the social work team.")
    given, _new = SafetyScore.objects.update_or_create(
        conference=conference,
        invitation=invitation,
        family_member=member,
        defaults={"score": score, "reason": reason, "given_at": clock.now(), "given_by": by.actor_reference},
    )
    return given


@service
def record_dissent(*, by: Person, reference: str, child_id: int, invitation_id: int, words: str) -> Dissent:
    """Write down that an agency does not agree with the decision for a child; written again, the new words count.

    Whoever works on the family writes for all; whoever is invited, for themselves. Until the record is approved.
    """
    conference = _in_the_room(by, reference)
    row = conference.children.filter(pk=child_id).first()
    invitation = conference.invitations.filter(STANDS, pk=invitation_id).first()
    if row is None or invitation is None:
        raise NotVisible
    if not works_on(by, conference.family) and invitation.person_id != by.pk:
        raise Refused("You speak for your own agency.")
    dissent, _new = Dissent.objects.update_or_create(
        decided=row,
        invitation=invitation,
        defaults={
            "words": need(words, "Enter why they do not agree.", "words"),
            "recorded_at": clock.now(),
            "recorded_by": by.actor_reference,
        },
    )
    record("conference_dissent", by, kinds.CONFERENCE, reference)
    return dissent


def _in_the_room(by: Person, reference: str) -> Conference:
    known = visible_conferences(by).filter(reference=reference).values_list("pk", flat=True).first()
    if known is None:
        raise NotVisible
    conference = Conference.objects.select_for_update(of=("self",)).select_related("family").get(pk=known)
    move(CONFERENCE_TRANSITIONS, conference, "minute")
    return conference
