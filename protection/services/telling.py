"""Who is told that they are invited, or that a record has gone out: by a mail that says only that there is news.

Part of the services that invite and send out. Told is whoever may open the page, and not whoever did it.
"""

from collections.abc import Iterable

from django.urls import reverse

from accounts.access import AGENCY_LEAD
from accounts.models import Agency, Person
from foundation.actors import Actor
from foundation.mail import NEWS, PATH, queue_mail
from protection.child_page import address_of
from protection.models import (
    STANDS,
    AgencyInvitation,
    Conference,
    CoreGroupMeeting,
    CoreGroupMember,
    FamilyGroup,
    StrategyDiscussion,
)
from protection.rules import kinds
from protection.selectors.plans import RUNS
from protection.selectors.sight import core_group_families, seen_among
from work.selectors.recipients import holders


def tell_of_discussion(*, by: Actor, discussion: StrategyDiscussion, people: Iterable[Person], news: str) -> None:
    """Tell people that a strategy discussion waits for them: an invitation (`news`: which) or its record."""
    _tell_of(by, kinds.DISCUSSION, discussion.reference, people, news)


def tell_of_conference(*, by: Actor, conference: Conference, people: Iterable[Person], news: str) -> None:
    """Tell people that a conference waits for them."""
    _tell_of(by, kinds.CONFERENCE, conference.reference, people, news)


def tell_leads_of_conference(*, by: Actor, conference: Conference, agency: Agency, news: str) -> None:
    """Tell an agency's leads that their agency is invited, without a person who has an account. Not of a restricted family."""
    if not conference.family.restricted:
        _promise(by, holders(agency, [AGENCY_LEAD]), reverse("protection:agencys_conferences"), f"{conference.reference}:{news}")


def tell_conference_went_out(*, by: Actor, conference: Conference, news: str) -> None:
    """Tell who was invited, the chair and the family's worker of the conference; the rest of the core group of the plan."""
    invited = Person.objects.filter(pk__in=AgencyInvitation.objects.filter(STANDS, conference=conference).values("person"))
    people = {*invited, *_those(conference.chair, conference.family.worker)}
    tell_of_conference(by=by, conference=conference, people=people, news=news)
    plan = conference.family.plans.filter(RUNS).order_by("pk").first()
    if plan is not None:
        others = core_group_of(conference.family) - people
        _tell_of(by, kinds.PLAN, plan.reference, others, f"{conference.reference}:{news}")


def tell_minutes_went_out(*, by: Actor, meeting: CoreGroupMeeting) -> None:
    """Tell the core group, the family's worker and the chair of its plans that minutes have gone out."""
    plan = meeting.family.plans.filter(RUNS).select_related("chair").order_by("pk").first()
    if plan is None:
        return
    people = core_group_of(meeting.family) | {*_those(plan.chair, meeting.family.worker)}
    seen = [one for one in people if core_group_families(one).filter(pk=meeting.family_id).exists()]
    _promise(by, seen, reverse("protection:core_group_minutes", args=[plan.reference, meeting.pk]), f"minutes:{meeting.pk}")


def core_group_of(family: FamilyGroup) -> set[Person]:
    """The people with an account who belong to the core group of a family."""
    return set(Person.objects.filter(pk__in=CoreGroupMember.objects.filter(family=family, left_on=None).values("person")))


def _those(*people: Person | None) -> list[Person]:
    return [one for one in people if one is not None]


def _tell_of(by: Actor, kind: str, reference: str, people: Iterable[Person], news: str) -> None:
    seen = [one for one in people if seen_among(one, kind, [reference])]
    _promise(by, seen, address_of(kind, reference), f"{reference}:{news}")


def _promise(by: Actor, people: Iterable[Person], path: str, news: str) -> None:
    for person in sorted(people, key=lambda one: one.pk):
        if person.is_active and person != by:
            key = f"protection:{news}:{person.reference}"
            queue_mail(to=person.email, template=NEWS.name, context={PATH: path}, key=key)
