"""What is new for a person in child protection: to what they are invited, and which records have gone out to them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from protection.child_page import address_of
from protection.models import (
    STANDS,
    AgencyInvitation,
    ConferenceState,
    CoreGroupMeeting,
    DiscussionSeat,
    DiscussionState,
)
from protection.rules import kinds
from protection.selectors.plans import RUNS
from protection.selectors.sight import core_group_families, visible_conferences, visible_discussions

WITHIN = timedelta(days=14)
SHOWN = 10
"""So many of each sort, the newest."""


@dataclass(frozen=True)
class News:
    """One piece of news; it names no child. `when`: for when somebody is invited."""

    title: str
    reference: str
    href: str
    at: datetime
    when: datetime | None = None


def news_for(person: Person) -> list[News]:
    """Invitations to what is still to be held, and records that have gone out in the last two weeks."""
    since = clock.now() - WITHIN
    return [*_invited(person, since), *_sent(person, since), *_minutes(person, since)]


def _invited(person: Person, since: datetime) -> list[News]:
    seats = DiscussionSeat.objects.filter(STANDS, person=person, invited_at__gte=since, discussion__state=DiscussionState.CALLED)
    seats = seats.filter(discussion__in=visible_discussions(person)).exclude(invited_by=person.reference)
    shown = seats.order_by("-invited_at").values_list("discussion__reference", "invited_at", "discussion__planned_for")
    found = [
        News("You are invited to a strategy discussion", reference, address_of(kinds.DISCUSSION, reference), at, when)
        for reference, at, when in shown[:SHOWN]
    ]
    booked = visible_conferences(person).filter(state=ConferenceState.BOOKED)
    invited = AgencyInvitation.objects.filter(STANDS, person=person, invited_at__gte=since, conference__in=booked)
    invited = invited.exclude(invited_by=person.reference).order_by("-invited_at")
    rows = [*invited.values_list("conference__reference", "invited_at", "conference__planned_for")[:SHOWN]]
    found += [
        News("You are invited to a conference", reference, address_of(kinds.CONFERENCE, reference), at, when)
        for reference, at, when in rows
    ]
    chaired = booked.filter(chair=person, booked_at__gte=since).exclude(booked_by=person.reference).order_by("-booked_at")
    return found + [
        News("You chair a conference", reference, address_of(kinds.CONFERENCE, reference), at, when)
        for reference, at, when in chaired.values_list("reference", "booked_at", "planned_for")[:SHOWN]
        if at is not None
    ]


def _sent(person: Person, since: datetime) -> list[News]:
    shared = visible_discussions(person).filter(state=DiscussionState.SHARED, shared_at__gte=since, seats__person=person)
    found = [
        News("Record of a strategy discussion", reference, address_of(kinds.DISCUSSION, reference), at)
        for reference, at in shared.order_by("-shared_at").values_list("reference", "shared_at").distinct()[:SHOWN]
        if at is not None
    ]
    concerns = Q(invitations__person=person) | Q(chair=person)
    for field, title in (
        ("outline_sent_at", "Decision and outline plan of a conference"),
        ("distributed_at", "Record of a conference"),
    ):
        sent = visible_conferences(person).filter(concerns, **{f"{field}__gte": since}).order_by(f"-{field}")
        found += [
            News(title, reference, address_of(kinds.CONFERENCE, reference), at)
            for reference, at in sent.values_list("reference", field).distinct()[:SHOWN]
        ]
    return found


def _minutes(person: Person, since: datetime) -> list[News]:
    mine = Q(family__members__person=person, family__members__left_on=None) | Q(family__plans__chair=person)
    sent = CoreGroupMeeting.objects.filter(mine, sent_at__gte=since, family__in=core_group_families(person))
    found = []
    for meeting in sent.select_related("family").distinct().order_by("-sent_at")[:SHOWN]:
        plan = meeting.family.plans.filter(RUNS).order_by("pk").first()
        if plan is not None and meeting.sent_at is not None:
            href = reverse("protection:core_group_minutes", args=[plan.reference, meeting.pk])
            found.append(News("Minutes of a core group", plan.reference, href, meeting.sent_at))
    return found
