"""What of child protection keeps a child-in-need episode open, and what of it a child-in-need plan may follow from."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from foundation.errors import Refused
from protection.models import (
    Conference,
    ConferenceChild,
    ConferenceDecision,
    ConferenceState,
    DiscussedChild,
    DiscussionState,
    EnquiryState,
    ProtectionPlan,
    Section47,
)
from protection.rules import kinds
from work.models import Handover

RUNS = Q(ended_on__isnull=True, withdrawn_at__isnull=True)


def nothing_of_protection_runs(children: Collection[int], _referred_on: date) -> None:
    """Refuse while a discussion, an enquiry, a conference or a protection plan of the child runs (8565, 8868)."""
    if ProtectionPlan.objects.filter(RUNS, child__in=children).exists():
        raise Refused("A child protection plan of this child runs. The episode stays open until it has ended.")
    if Section47.objects.filter(child__in=children).exclude(state=EnquiryState.COMPLETE).exists():
        raise Refused("A section 47 enquiry of this child is not complete. Finish it before you close the episode.")
    waits = Conference.objects.filter(state__in=[ConferenceState.REQUESTED, ConferenceState.BOOKED], children__child__in=children)
    if waits.exists():
        raise Refused("A child protection conference of this child is asked for. Hold or cancel it before you close the episode.")
    called = DiscussedChild.objects.filter(child__in=children, discussion__state=DiscussionState.CALLED)
    if called.exists():
        raise Refused("A strategy discussion of this child is called. Hold or cancel it before you close the episode.")
    ended = ProtectionPlan.objects.filter(child__in=children, ended_on__isnull=False).values("reference")
    if Handover.objects.filter(kind=kinds.STEP_DOWN, state=Handover.State.OFFERED, subject_reference__in=ended).exists():
        raise Refused("A team has not answered yet whether it takes this child over after the child protection plan.")


def nothing_of_protection_happened(children: Collection[int], referred_on: date) -> None:
    """Refuse “no further action” once there was an enquiry, a conference or a protection plan since the referral (8831, 8832)."""
    enquired = Section47.objects.filter(child__in=children, started_on__gte=referred_on)
    conferred = Conference.objects.filter(children__child__in=children, held_on__gte=referred_on)
    planned = ProtectionPlan.objects.filter(child__in=children, withdrawn_at__isnull=True).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=referred_on)
    )
    if enquired.exists() or conferred.exists() or planned.exists():
        raise Refused(
            "There was a section 47 enquiry, a conference or a child protection plan after this referral, so it is closed with a "
            "reason instead."
        )


def no_plan_beside_protection(children: Collection[int], started_on: date) -> None:
    """Refuse a child-in-need plan beside a child protection plan: it begins on the day on which that one ended, or later."""
    plans = ProtectionPlan.objects.filter(child__in=children, withdrawn_at__isnull=True)
    if plans.filter(ended_on__isnull=True).exists():
        raise Refused("A child protection plan of this child runs, so no child-in-need plan runs beside it.")
    if plans.filter(ended_on__gt=started_on).exists():
        raise Refused("The plan begins on or after the day on which the child protection plan ended.", field="started_on")


def protection_found_need(children: Collection[int], referred_on: date) -> bool:
    """Whether since the referral a conference decided against a protection plan, or such a plan has ended."""
    decided = ConferenceChild.objects.filter(
        child__in=children,
        decision__in=[ConferenceDecision.NO_PLAN, ConferenceDecision.END],
        conference__held_on__gte=referred_on,
    )
    ended = ProtectionPlan.objects.filter(child__in=children, ended_on__gte=referred_on, withdrawn_at__isnull=True)
    return decided.exists() or ended.exists()


CLOSING_CHECKS = (nothing_of_protection_runs,)
NO_ACTION_CHECKS = (nothing_of_protection_happened,)
PLAN_CHECKS = (no_plan_beside_protection,)
PLAN_GROUNDS = (protection_found_need,)
"""See referrals.kinds."""
