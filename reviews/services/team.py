"""Who is named on a case: named with a reason, until a day if it is known, and struck off at once."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse

from accounts.models import Agency, Person
from accounts.services.grants import MINIMUM_REASON, end_grants, give_person_grant, tell_governance_leads
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import LONDON
from foundation.errors import NotVisible, Refused, need
from foundation.events import Subject, record
from foundation.mail import queue_mail
from foundation.service import service
from reviews.models import SEE_CASE, Case, CaseMember, CasePersonGrant, TeamRole
from reviews.rules import kinds
from reviews.selectors.people import nameable
from reviews.selectors.sight import owned_case, ownerless_case
from work.services.clocks import pass_clocks

PART_IN_CASE = frozenset({TeamRole.OWNER, TeamRole.PUBLISHER, TeamRole.EXECUTIVE})
"""As whom somebody may be named who has had a part in the case: they do not judge it."""
LAST_OWNER = "A case has an owner. Name another one first."


def subject_of(case: Case) -> Subject:
    """The case, as events and clocks name it."""
    return Subject(kinds.CASE, case.reference)


def put_on_team(
    *,
    by: Actor,
    case: Case,
    person: Person,
    agency: Agency,
    role: TeamRole,
    independent: bool,
    reason: str,
    until: date | None = None,
) -> CaseMember:
    """Name somebody on a case and let them see it. Part of services."""
    ends_at = None if until is None else datetime.combine(until + timedelta(days=1), time(), tzinfo=LONDON)
    grant: Any = give_person_grant(
        by=by, record=case, person=person, codename=SEE_CASE, reason=reason, grants=CasePersonGrant, ends_at=ends_at
    )
    return CaseMember.objects.create(
        case=case,
        person=person,
        agency=agency,
        role=role,
        independent=independent,
        reason=reason,
        named_at=clock.now(),
        named_by=by.actor_reference,
        until=until,
        grant=grant,
    )


@service
def name_member(
    *, by: Person, case: str, email: str, role: str, independent: bool, reason: str, until: date | None = None
) -> CaseMember:
    """Name somebody, by their address at work, on a case. Its owner, with a reason; an email tells them so, and nothing else.

    Refuses who is named already, a last day that has passed, who holds no role that is in order, and as one who judges the
    case somebody who has had a part in it.
    """
    found = owned_case(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    chosen = nameable().filter(email__iexact=email.strip()).first()
    if chosen is None:
        raise Refused(
            "Nobody with this address holds a role in the portal. Ask their agency’s lead to invite them.", field="email"
        )
    if found.members.filter(person=chosen, left_at__isnull=True).exists():
        raise Refused(f"{chosen.name} is named on this case already.", field="email")
    if not independent and TeamRole(role) not in PART_IN_CASE:
        raise Refused(
            "Whoever judges a case has had no part in it, and line-managed nobody who had. Name somebody else.",
            field="independent",
        )
    if until is not None and until < clock.today():
        raise Refused("The last day must be today or later.", field="until")
    need(reason, "Enter why they need to see the case.", "reason")
    agency = _agency_of(chosen)
    member = put_on_team(
        by=by,
        case=found,
        person=chosen,
        agency=agency,
        role=TeamRole(role),
        independent=independent,
        reason=reason.strip(),
        until=until,
    )
    event = record(
        verb="reviews.member_named",
        by=by,
        subject=subject_of(found),
        reason=reason,
        data={"person": chosen.reference, "role": role},
    )
    queue_mail(
        to=chosen.email, template="reviews/named", context={"path": reverse("reviews:cases")}, key=f"reviews-named:{event.pk}"
    )
    return member


@service
def strike_member(*, by: Person, case: str, member: int, reason: str) -> CaseMember:
    """End somebody's place on a case, and their sight at once. Its owner, with a reason; refused of the only owner."""
    Case.objects.select_for_update().get(pk=owned_case(by, case).pk)
    found = owned_case(by, case)  # somebody may have been faster
    row = CaseMember.objects.select_for_update().filter(pk=member, case=found, left_at__isnull=True).first()
    if row is None:
        raise NotVisible
    need(reason, "Enter why they leave.", "reason")
    if row.role == TeamRole.OWNER and not found.members.filter(role=TeamRole.OWNER, left_at__isnull=True).exclude(pk=row.pk):
        raise Refused(LAST_OWNER)
    row.left_at, row.left_by, row.left_reason = clock.now(), by.actor_reference, reason.strip()
    row.save()
    end_grants(by=by, grants=CasePersonGrant.objects.filter(pk=row.grant_id))
    record(
        verb="reviews.member_struck",
        by=by,
        subject=subject_of(found),
        reason=reason,
        data={"person": row.person.reference},
    )
    return row


@service
def take_over_case(*, by: Person, case: str, reason: str) -> CaseMember:
    """Become the owner of a case whose owners have all gone, with a reason of which the governance leads are told at once.

    Whoever may open cases; refused of a case that has an owner, which does not exist for them.
    """
    Case.objects.select_for_update().get(pk=ownerless_case(case).pk)
    found = ownerless_case(case)  # somebody may have been faster
    if len(reason.strip()) < MINIMUM_REASON:
        raise Refused("Enter why you take the case over, in at least a sentence.", field="reason")
    moment = clock.now()
    gone = found.members.filter(Q(role=TeamRole.OWNER) | Q(person=by), left_at__isnull=True)
    for row in gone.select_for_update():
        row.left_at, row.left_by, row.left_reason = moment, by.actor_reference, "The case has been taken over"
        row.save()
        end_grants(by=by, grants=CasePersonGrant.objects.filter(pk=row.grant_id))
    member = put_on_team(
        by=by, case=found, person=by, agency=_agency_of(by), role=TeamRole.OWNER, independent=False, reason=reason.strip()[:200]
    )
    pass_clocks(subject=subject_of(found), person=by)
    event = record(verb="reviews.case_taken_over", by=by, subject=subject_of(found), reason=reason)
    tell_governance_leads(event_id=event.pk, reference=found.reference)
    return member


def _agency_of(person: Person) -> Agency:
    holding = person.holdings.filter(ended_at__isnull=True).select_related("agency").order_by("starts_on", "pk").first()
    if holding is None:
        raise Refused("This person holds no role in an agency.", field="email")
    return holding.agency
