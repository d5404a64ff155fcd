"""Features and briefings for the access matrix."""

from accounts.models import Person
from reviews.models import Briefing, BriefingState, SeriousIncident, TeamRole
from tests.access.kinds import Arguments, Kind
from tests.reviews import build
from tests.reviews.build_briefings import begun, brought_to


def _incident(person: Person | None, role: TeamRole = TeamRole.PANEL) -> tuple[Person, SeriousIncident]:
    owner = build.board_manager()
    incident = build.with_child(owner)
    if person is not None:
        build.named(owner, incident, person, role)
    return owner, incident


def _child(person: Person | None, role: TeamRole = TeamRole.OWNER) -> Arguments:
    _owner, incident = _incident(person, role)
    return {"reference": incident.case.reference, "child": incident.case.children.get().pk}


def _case(person: Person | None, role: TeamRole = TeamRole.REVIEWER) -> Arguments:
    return {"reference": _incident(person, role)[1].case.reference}


def _shaped(person: Person | None, role: TeamRole = TeamRole.REVIEWER) -> Arguments:
    return {**_case(person, role), "shape": "seven"}


def _briefing(person: Person | None, role: TeamRole = TeamRole.PANEL) -> Arguments:
    owner, incident = _incident(person, role)
    row = begun(owner, incident)
    return {"reference": incident.case.reference, "briefing": row.reference}


def _published(_person: Person, _role: str) -> Arguments:
    owner, incident = _incident(None)
    row: Briefing = brought_to(BriefingState.PUBLISHED, owner, incident)
    return {"reference": row.reference}


def _owned(relation: str) -> bool:
    return relation == "own"


KINDS = {
    "child of a case that I own": Kind(
        {
            "own": lambda person, _role: _child(person),
            "granted": lambda person, _role: _child(person, TeamRole.PANEL),
            "other": lambda _person, _role: _child(None),
        },
        visible=lambda _role, relation: _owned(relation),
    ),
    "case to write on": Kind(
        {
            "own": lambda person, _role: _case(person),
            "granted": lambda person, _role: _case(person, TeamRole.PANEL),
            "other": lambda _person, _role: _case(None),
        },
        visible=lambda _role, relation: _owned(relation),
    ),
    "briefing to begin": Kind(
        {
            "own": lambda person, _role: _shaped(person),
            "granted": lambda person, _role: _shaped(person, TeamRole.PANEL),
            "other": lambda _person, _role: _shaped(None),
        },
        visible=lambda _role, relation: _owned(relation),
    ),
    "briefing of a case": Kind({"own": lambda person, _role: _briefing(person), "other": lambda _person, _role: _briefing(None)}),
    "briefing that I write": Kind(
        {
            "own": lambda person, _role: _briefing(person, TeamRole.REVIEWER),
            "granted": lambda person, _role: _briefing(person),
            "other": lambda _person, _role: _briefing(None),
        },
        visible=lambda _role, relation: _owned(relation),
    ),
    "briefing that I own": Kind(
        {
            "own": lambda person, _role: _briefing(person, TeamRole.OWNER),
            "granted": lambda person, _role: _briefing(person),
            "other": lambda _person, _role: _briefing(None),
        },
        visible=lambda _role, relation: _owned(relation),
    ),
    "published briefing": Kind({"any": _published}, lambda _role, _relation: True, anybodys=frozenset({"any"}), everybodys=True),
}
