"""Families, strategy discussions and enquiries for the access matrix."""

from collections.abc import Callable
from datetime import date, timedelta

from django.contrib.auth.models import Permission

from accounts.models import Person, Team
from children.models import Child
from foundation import clock
from protection.access import CASEWORK
from protection.models import (
    SEE_FAMILY,
    DiscussedChild,
    FamilyGroup,
    OtherText,
    Section47,
    StrategyDiscussion,
)
from tests.access.kinds import Arguments, Kind
from tests.factories import make_agency, make_holding, make_team

GIVEN_BY = "factory"


def _team_of(person: Person, role: str) -> Team:
    agency = person.holdings.order_by("pk")[0].agency
    team = make_team(agency, ["referrals.contact"])
    make_holding(person, role, agency, team)
    return team


def _family(
    *, team: Team | None = None, person: Person | None = None, restricted: bool = False, ended: bool = False
) -> FamilyGroup:
    """A family group that this team, and this person, are given sight of."""
    family = FamilyGroup.objects.create(
        team=team or make_team(make_agency()), restricted=restricted, opened_at=clock.now(), opened_by=GIVEN_BY
    )
    begins = clock.now() - timedelta(days=2)
    given = {"permission": Permission.objects.get(codename=SEE_FAMILY), "reason": "Has the case", "given_by": GIVEN_BY}
    given |= {"starts_at": begins, "given_at": begins, "ends_at": clock.now() - timedelta(days=1) if ended else None}
    if team is not None:
        family.team_grants.create(group=team.group, **given)
    if person is not None:
        family.person_grants.create(user=person, holding=person.holdings.order_by("pk")[0], **given)
    _discussion(family)
    return family


def _child() -> Child:
    return Child.objects.create(
        given_name="Sam", family_name="Example", birth_date=date(2019, 5, 3), created_at=clock.now(), created_by=GIVEN_BY
    )


def _discussion(family: FamilyGroup) -> StrategyDiscussion:
    discussion = StrategyDiscussion.objects.create(
        family=family, called_at=clock.now(), called_by=GIVEN_BY, due_on=clock.today(), planned_for=clock.now(), mode="video"
    )
    DiscussedChild.objects.create(discussion=discussion, child=_child())
    discussion.actions.create(action="Ring the school", who="Lee", due_on=clock.today(), added_at=clock.now(), added_by=GIVEN_BY)
    OtherText.objects.create(discussion=discussion, place="summary", text="Two", written_at=clock.now(), written_by=GIVEN_BY)
    discussion.seats.create(group="health", name="Hal", invited_at=clock.now(), invited_by=GIVEN_BY)
    return discussion


def _of_family(family: FamilyGroup) -> Arguments:
    transfer = family.transfers.create(
        child=family.discussions.get().children.get().child,
        direction="out",
        authority="Southmere",
        told_on=clock.today(),
        recorded_at=clock.now(),
        recorded_by=GIVEN_BY,
    )
    return {"reference": family.reference, "transfer": transfer.pk}


def _of_discussion(family: FamilyGroup) -> Arguments:
    row = family.discussions.get()
    return {
        "reference": row.reference,
        "action_id": row.actions.get().pk,
        "other_id": row.other_texts.get().pk,
        "seat": row.seats.order_by("pk")[0].pk,
    }


def _of_enquiry(family: FamilyGroup) -> Arguments:
    row = family.discussions.get().children.get()
    enquiry = Section47.objects.create(
        family=family,
        child=row.child,
        initiated=row,
        joint=True,
        started_on=clock.today(),
        started_at=clock.now(),
        started_by=GIVEN_BY,
        conference_due_on=clock.today(),
    )
    return {"reference": enquiry.reference}


def of_own_team(person: Person, role: str) -> FamilyGroup:
    return _family(team=_team_of(person, role))


def restricted_of_own_team(person: Person, role: str) -> FamilyGroup:
    return _family(team=_team_of(person, role), restricted=True)


def that_names_the_person(person: Person, role: str) -> FamilyGroup:
    return _family(person=person)


def restricted_that_names_the_person(person: Person, role: str) -> FamilyGroup:
    return _family(person=person, restricted=True)


def whose_grant_has_ended(person: Person, role: str) -> FamilyGroup:
    return _family(team=_team_of(person, role), ended=True)


def of_another_team(person: Person, role: str) -> FamilyGroup:
    return _family(team=make_team(person.holdings.order_by("pk")[0].agency, ["referrals.assessment"]))


def that_invites_the_person(person: Person, role: str) -> FamilyGroup:
    """Another team's: the person is invited to its discussion, and sees no more of it."""
    family = _family(team=make_team(make_agency()))
    family.discussions.get().seats.create(
        group="education",
        agency=person.holdings.order_by("pk")[0].agency,
        person=person,
        name=person.name,
        invited_at=clock.now(),
        invited_by=GIVEN_BY,
    )
    return family


RELATIONS = {
    "of own team": of_own_team,
    "named": that_names_the_person,
    "named and restricted": restricted_that_names_the_person,
    "restricted": restricted_of_own_team,
    "ended": whose_grant_has_ended,
    "of another team": of_another_team,
    "invited": that_invites_the_person,
}
GRANTED = ("of own team", "named", "named and restricted")


def granted_is_seen(role: str, relation: str) -> bool:
    return relation in GRANTED


def or_invited(role: str, relation: str) -> bool:
    return relation in (*GRANTED, "invited")


def works_on_it(role: str, relation: str) -> bool:
    return relation in GRANTED and role in CASEWORK.roles


def writes_in_it(role: str, relation: str) -> bool:
    return works_on_it(role, relation) or relation == "invited"


def _kind(arguments: Callable[[FamilyGroup], Arguments], visible: Callable[[str, str], bool]) -> Kind:
    def made(build: Callable[[Person, str], FamilyGroup]) -> Callable[[Person, str], Arguments]:
        return lambda person, role: arguments(build(person, role))

    return Kind({name: made(build) for name, build in RELATIONS.items()}, visible)


KINDS = {
    "family group": _kind(_of_family, granted_is_seen),
    "strategy discussion": _kind(_of_discussion, or_invited),
    "strategy discussion of my team": _kind(_of_discussion, works_on_it),
    "strategy discussion to write in": _kind(_of_discussion, writes_in_it),
    "enquiry": _kind(_of_enquiry, granted_is_seen),
}
