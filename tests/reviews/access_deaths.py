"""Deaths for the access matrix."""

from accounts.models import Person
from foundation import clock
from foundation.documents import storage
from reviews.models import ChildDeath, DeathPackCopy, TeamRole
from reviews.services import deaths_gathering
from tests.access.kinds import Arguments, Kind
from tests.factories import make_agency, make_person
from tests.reviews import build_deaths


def _made(person: Person | None, role: TeamRole = TeamRole.PANEL) -> tuple[Person, ChildDeath]:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    if person is not None:
        build_deaths.named(owner, death, person, role)
    return owner, death


def _case(person: Person | None, role: TeamRole = TeamRole.PANEL) -> Arguments:
    return {"reference": _made(person, role)[1].case.reference}


def _second(person: Person | None, role: TeamRole = TeamRole.PANEL) -> Arguments:
    _owner, death = _made(person, role)
    second = build_deaths.notified(build_deaths.coordinator())
    ChildDeath.objects.filter(pk=second.pk).update(second_of=death)  # other deaths of the same child may be there
    return {"reference": death.case.reference, "second": second.pk}


def _factor(person: Person | None, role: TeamRole = TeamRole.PANEL) -> Arguments:
    owner, death = _made(person, role)
    row = deaths_gathering.add_factor(by=owner, case=death.case.reference, domain="A", words="Asthma", relevance=2)
    return {"reference": death.case.reference, "factor": row.pk}


def _form(author: Person | None, named: Person | None = None, role: TeamRole = TeamRole.OWNER) -> Arguments:
    owner, death = _made(named, role)
    author = author or make_person("practitioner", make_agency("police"))
    return {"reference": build_deaths.asked(owner, death, author).reference}


def _request(author: Person | None) -> Arguments:
    owner, death = _made(None)
    author = author or make_person("practitioner", make_agency("police"))
    request = build_deaths.asked(owner, death, author).request
    assert request is not None
    return {"reference": request.reference}


def _meeting(_person: Person, _role: str) -> Arguments:
    return {"reference": build_deaths.meeting(build_deaths.coordinator()).reference}


def _pack(person: Person | None) -> Arguments:
    owner = person or build_deaths.coordinator()
    named, death = _made(None)
    if person is not None:
        build_deaths.named(named, death, person, TeamRole.OWNER)
    else:
        owner = named
    meeting = build_deaths.meeting(named)
    key = storage.write([b"%PDF-1.7"]).key
    storage.move_to_checked(key)
    row = DeathPackCopy.objects.create(
        meeting=meeting,
        person=owner,
        cases=[death.case.reference],
        once="once",
        asked_at=clock.now(),
        asked_by=owner.actor_reference,
        state="ready",
        key=key,
        made_at=clock.now(),
    )
    return {"reference": row.reference}


def _owned(_role: str, relation: str) -> bool:
    return relation == "own"


KINDS = {
    "death that I review": Kind(
        {
            "own": lambda person, _role: _case(person, TeamRole.OWNER),
            "granted": lambda person, _role: _case(person),
            "other": lambda _person, _role: _case(None),
        },
        visible=_owned,
    ),
    "second notification of a death": Kind(
        {
            "own": lambda person, _role: _second(person, TeamRole.OWNER),
            "granted": lambda person, _role: _second(person),
            "other": lambda _person, _role: _second(None),
        },
        visible=_owned,
    ),
    "factor of a death": Kind(
        {
            "own": lambda person, _role: _factor(person, TeamRole.OWNER),
            "granted": lambda person, _role: _factor(person),
            "other": lambda _person, _role: _factor(None),
        },
        visible=_owned,
    ),
    "death form": Kind({"own": lambda person, _role: _form(person), "other": lambda _person, _role: _form(None)}),
    "death form that I write": Kind({"own": lambda person, _role: _form(person), "other": lambda _person, _role: _form(None)}),
    "death form that I await": Kind(
        {
            "own": lambda person, _role: _form(None, person),
            "granted": lambda person, _role: _form(None, person, TeamRole.PANEL),
            "other": lambda _person, _role: _form(None),
        },
        visible=_owned,
    ),
    "request for my death form": Kind(
        {"own": lambda person, _role: _request(person), "other": lambda _person, _role: _request(None)}
    ),
    "death panel meeting": Kind({"any": _meeting}, lambda _role, _relation: True, anybodys=frozenset({"any"}), everybodys=True),
    "death pack": Kind({"own": lambda person, _role: _pack(person), "other": lambda _person, _role: _pack(None)}),
}
