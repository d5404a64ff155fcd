"""The core group: its members, its meetings in their rhythm, minutes that go out on time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from accounts.models import Person
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from foundation.versions import check_version
from protection.models import (
    REVIEWS_PLANS,
    Attendance,
    Conference,
    CoreGroupAttendance,
    CoreGroupMeeting,
    CoreGroupMember,
    FamilyGroup,
    ProtectionPlan,
    Relation,
)
from protection.rules import kinds
from protection.rules.checking import check_past
from protection.selectors.sight import core_group_families
from protection.services.families import hold_core_group, hold_family, record, subject_of
from protection.services.plans import look_after_birth
from protection.services.strategy import seat_of
from protection.services.telling import tell_minutes_went_out
from work.models import Clock
from work.selectors import deadlines
from work.services.clocks import start_clock, stop_clock


@dataclass(frozen=True)
class MemberNamed:
    """Somebody for the core group: of an agency (by code), with an account or without; or of the family (`relation`)."""

    name: str = ""
    agency: str = ""
    person: str = ""
    group: str = ""
    role: str = ""
    relation: str = ""


def await_core_group(*, by: Actor, family: FamilyGroup, conference: Conference) -> None:
    """After a conference that started plans the first core group is due; after a review the rhythm goes on. Part of services."""
    running = _running(family)
    if not running.exists() or conference.held_on is None:
        return
    waits = Clock.objects.filter(
        kind__in=(kinds.FIRST_CORE_GROUP_CLOCK, kinds.CORE_GROUP_CLOCK),
        subject_kind=kinds.FAMILY,
        subject_reference=family.reference,
        stopped_at__isnull=True,
    )
    if not waits.exists():
        kind = kinds.CORE_GROUP_CLOCK if conference.type in REVIEWS_PLANS else kinds.FIRST_CORE_GROUP_CLOCK
        _await(by, family, kind, conference.held_on)
    else:
        running.filter(core_group_due_on__isnull=True).update(core_group_due_on=london_date(waits.earliest("due_at").due_at))


def await_core_group_since(*, by: Actor, family: FamilyGroup, since: date) -> None:
    """The core group of plans that were brought over goes on in its rhythm from a day. Part of services."""
    _await(by, family, kinds.CORE_GROUP_CLOCK, since)


def _running(family: FamilyGroup) -> QuerySet[ProtectionPlan]:
    return ProtectionPlan.objects.filter(family=family, ended_on__isnull=True, withdrawn_at__isnull=True)


def _await(by: Actor, family: FamilyGroup, kind: str, since: date) -> None:
    started = start_clock(
        by=by,
        kind=kind,
        subject=subject_of(kinds.FAMILY, family.reference),
        started_at=start_of_day(since),
        owner_team=family.team,
    )
    _running(family).update(core_group_due_on=london_date(started.due_at))


@service
def name_core_group(*, by: Person, family: str, members: Sequence[MemberNamed], joined_on: date) -> list[CoreGroupMember]:
    """Name people for the core group of a family. The team or the chair. Somebody named twice is named once."""
    held = hold_family(by, family)
    check_past(joined_on, clock.today(), "joined_on")
    named = [member for one in members if (member := _name(by, held, one, joined_on)) is not None]
    record("core_group_named", by, kinds.FAMILY, family, data={"named": len(named)})
    return named


def _name(by: Person, family: FamilyGroup, given: MemberNamed, joined_on: date) -> CoreGroupMember | None:
    moment, today = clock.now(), family.members.filter(left_on__isnull=True)
    common = {
        "family": family,
        "role": given.role,
        "joined_on": joined_on,
        "added_at": moment,
        "added_by": by.actor_reference,
    }
    if given.relation:
        if given.relation not in Relation.values:
            raise Refused("Select who they are to the children.", field="relation")
        name = need(given.name, "Enter who belongs to the core group.", "name")
        if today.filter(name=name, relation=given.relation, role=given.role).exists():
            return None
        return CoreGroupMember.objects.create(name=name, relation=given.relation, **common)
    agency, person, group = seat_of(given.agency, given.person, given.group)
    if person is not None and today.filter(person=person).exists():
        return None
    name = need(given.name or (person.name if person else ""), "Enter who belongs to the core group.", "name")
    if person is None and today.filter(person=None, name=name, agency=agency, group=group, role=given.role).exists():
        return None
    return CoreGroupMember.objects.create(name=name, agency=agency, person=person, group=group, **common)


@service
def end_core_group_membership(*, by: Person, family: str, member_id: int, left_on: date) -> CoreGroupMember:
    """Say when somebody left the core group; they see the plans no longer. The team or the chair."""
    held = hold_family(by, family)
    member = held.members.select_for_update(of=("self",)).filter(pk=member_id).first()
    if member is None:
        raise NotVisible
    if member.left_on is not None:
        raise Refused("They have left the core group already.")
    check_past(left_on, clock.today(), "left_on", since=member.joined_on)
    member.left_on = left_on
    member.save(update_fields=["left_on"])
    record("core_group_left", by, kinds.FAMILY, family)
    return member


@service
def record_core_group(
    *, by: Person, family: str, held_on: date, attendance: Mapping[int, str], next_on: date | None = None
) -> CoreGroupMeeting:
    """Record that the core group met, with who came (by the id of the member); minutes are then written and sent out.

    Whoever belongs to it or works on the family. The next is due six weeks later. After a birth it does for the review within 10
    days. Refuses a day before the plans began, a day in the future, and a second meeting on one day.
    """
    held = hold_core_group(by, family)
    first_start = _running(held).order_by("started_on").values_list("started_on", flat=True).first()
    if first_start is None:
        raise Refused("No plan of this family runs, so its core group does not meet.")
    check_past(held_on, clock.today(), "held_on", since=first_start)
    if held.core_group_meetings.filter(held_on=held_on).exists():
        raise Refused("A meeting on this day is recorded already.", field="held_on")
    members = {member.pk: member for member in held.members.all()}
    if set(attendance) - set(members) or set(attendance.values()) - set(Attendance.values):
        raise Refused("Select whether each member came.", field="attendance")
    subject = subject_of(kinds.FAMILY, family)
    first = stop_clock(by=by, kind=kinds.FIRST_CORE_GROUP_CLOCK, subject=subject, outcome="held")
    later = stop_clock(by=by, kind=kinds.CORE_GROUP_CLOCK, subject=subject, outcome="held")
    due = first or later
    moment = clock.now()
    meeting = CoreGroupMeeting.objects.create(
        family=held,
        held_on=held_on,
        due_on=london_date(due.due_at) if due else held_on,
        is_first=first is not None,
        next_on=next_on,
        written_at=moment,
        written_by=by.actor_reference,
        minutes_due_on=london_date(deadlines.due(kinds.MINUTES_CLOCK, "", start_of_day(held_on)).at),
    )
    CoreGroupAttendance.objects.bulk_create(
        CoreGroupAttendance(meeting=meeting, member=members[pk], attendance=code) for pk, code in attendance.items()
    )
    _await(by, held, kinds.CORE_GROUP_CLOCK, held_on)
    look_after_birth(by=by, family=held, held_on=held_on)
    start_clock(by=by, kind=kinds.MINUTES_CLOCK, subject=subject, started_at=start_of_day(held_on), owner_team=held.team)
    record("core_group_held", by, kinds.FAMILY, family)
    return meeting


@service
def send_core_group_minutes(*, by: Person, meeting_id: int, version: int) -> CoreGroupMeeting:
    """Send the minutes of a core group out; from now on they are not changed. Whoever belongs to it or works on the family.

    Its members, the chair and the family's worker are told.

    Refused without minutes, and while a text that two people wrote at once is not settled.
    """
    meeting = CoreGroupMeeting.objects.select_for_update(of=("self",)).select_related("family").filter(pk=meeting_id).first()
    if meeting is None or not core_group_families(by).filter(pk=meeting.family_id).exists():
        raise NotVisible
    check_version(
        meeting, version, "These minutes were changed after this page was shown. Read them, then say again that they were sent."
    )
    if meeting.sent_at is not None:
        raise Refused("These minutes have been sent out already.")
    need(meeting.minutes, "Write the minutes before you send them out.", "minutes")
    if meeting.other_texts.filter(settled_at__isnull=True).exists():
        raise Refused("Two people wrote into the minutes at once. Settle how they read first.")
    meeting.sent_at, meeting.sent_by = clock.now(), by.actor_reference
    meeting.version += 1
    meeting.save(update_fields=["sent_at", "sent_by", "version"])
    if not meeting.family.core_group_meetings.filter(sent_at__isnull=True).exists():
        stop_clock(
            by=by,
            kind=kinds.MINUTES_CLOCK,
            subject=subject_of(kinds.FAMILY, meeting.family.reference),
            outcome="sent",
        )
    record("core_group_minutes_sent", by, kinds.FAMILY, meeting.family.reference)
    tell_minutes_went_out(by=by, meeting=meeting)
    return meeting
