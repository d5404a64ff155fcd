"""Cases for the access matrix."""

from accounts.models import Person, RoleHolding
from foundation import clock
from reviews.models import Case, CaseMember, TeamRole
from reviews.services.cases import add_child
from tests.access.kinds import Arguments, Kind
from tests.reviews import access_chronology, access_deaths, access_findings, access_practice, access_trends, build


def _made(person: Person | None, role: TeamRole = TeamRole.PANEL) -> tuple[Case, CaseMember]:
    owner = build.board_manager()
    incident = build.opened(owner)
    add_child(by=owner, case=incident.case.reference, told=build.robin())
    member = incident.case.members.get()
    if person is not None:
        member = build.named(owner, incident, person, role)
    return incident.case, member


def _arguments(made: tuple[Case, CaseMember]) -> Arguments:
    return {"reference": made[0].reference}


def _owned(person: Person, _role: str) -> Arguments:
    return _arguments(_made(person, TeamRole.OWNER))


def _named(person: Person, _role: str) -> Arguments:
    return _arguments(_made(person))


def _others(_person: Person, _role: str) -> Arguments:
    return _arguments(_made(None))


def _member(made: tuple[Case, CaseMember]) -> Arguments:
    return {"reference": made[0].reference, "member": made[1].pk}


def _ownerless(_person: Person, _role: str) -> Arguments:
    made = _made(None)
    held = RoleHolding.objects.filter(pk=made[1].grant.holding_id)
    held.update(ended_at=clock.now(), ended_by="test", ends_on=clock.today())
    return _arguments(made)


KINDS = {
    **access_findings.KINDS,
    **access_deaths.KINDS,
    **access_trends.KINDS,
    **access_chronology.KINDS,
    **access_practice.KINDS,
    "case without an owner": Kind({"own": _ownerless, "other": _others}, visible=lambda _role, relation: relation == "own"),
    "review case": Kind({"own": _named, "other": _others}),
    "case that I own": Kind(
        {"own": _owned, "granted": _named, "other": _others}, visible=lambda _role, relation: relation == "own"
    ),
    "case to decide on": Kind(
        {"own": _owned, "granted": _named, "other": _others}, visible=lambda _role, relation: relation == "own"
    ),
    "member of a case that I own": Kind(
        {
            "own": lambda person, _role: _member(_made(person, TeamRole.OWNER)),
            "granted": lambda person, _role: _member(_made(person)),
            "other": lambda _person, _role: _member(_made(None)),
        },
        visible=lambda _role, relation: relation == "own",
    ),
}
