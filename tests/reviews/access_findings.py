"""Findings and other learning for the access matrix."""

from datetime import date

from accounts.models import Person
from reviews.models import TeamRole
from reviews.services.linked import LearningWritten, write_learning
from tests.access.kinds import Arguments, Kind
from tests.reviews import build
from tests.reviews.build_findings import found


def _finding(person: Person | None, role: TeamRole) -> Arguments:
    owner = build.board_manager()
    incident = build.with_child(owner)
    if person is not None:
        build.named(owner, incident, person, role)
    return {"reference": incident.case.reference, "number": found(owner, incident).number}


def _learning(_person: Person, _role: str) -> Arguments:
    written = LearningWritten(kind="homicide", title="A review of 2026", began_on=date(2026, 3, 4))
    return {"reference": write_learning(by=build.board_manager(), written=written).reference}


def _kind(role: TeamRole) -> Kind:
    return Kind(
        {
            "own": lambda person, _role: _finding(person, role),
            "granted": lambda person, _role: _finding(person, TeamRole.PANEL),
            "other": lambda _person, _role: _finding(None, role),
        },
        visible=lambda _role, relation: relation == "own",
    )


KINDS = {
    "finding that I write": _kind(TeamRole.REVIEWER),
    "finding of a case that I own": _kind(TeamRole.OWNER),
    "linked learning": Kind({"any": _learning}, lambda _role, _relation: True, anybodys=frozenset({"any"}), everybodys=True),
}
