"""Returns, entries and files of a chronology for the access matrix."""

from accounts.models import Agency, Person
from foundation import clock
from foundation.documents import storage
from reviews.models import AgencyReturn, ChronologyCopy, ChronologyUpload, TeamRole
from reviews.selectors.chronology import ChronologyFilter
from reviews.services.chronology import ask_for_chronology_copy, mark_contradiction
from tests.access.kinds import Arguments, Kind
from tests.factories import make_person
from tests.reviews import build
from tests.reviews import build_chronology as chronology


def _asked(author: Person | None, member: Person | None = None, role: TeamRole = TeamRole.PANEL) -> AgencyReturn:
    owner = build.board_manager()
    incident = build.with_child(owner)
    (found,) = chronology.asked(owner, incident.case, author or chronology.author_of())
    if member is not None:
        build.named(owner, incident, member, role)
    return found


def _reference(found: AgencyReturn) -> Arguments:
    return {"reference": found.reference}


def _case(found: AgencyReturn) -> Arguments:
    return {"reference": found.case.reference}


def _request(found: AgencyReturn) -> Arguments:
    assert found.request is not None
    return {"reference": found.request.reference}


def _sent(author: Person | None, member: Person | None = None, role: TeamRole = TeamRole.PANEL) -> AgencyReturn:
    return chronology.sent(_asked(author, member, role))


def _entry(found: AgencyReturn) -> Arguments:
    chronology.begun(found)
    (entry,) = chronology.added(found, chronology.entry())
    return {"reference": found.reference, "entry": entry.pk}


def _upload(found: AgencyReturn) -> Arguments:
    chronology.begun(found)
    row = {"row": 2, "cells": {"when": "May", "source": "Notes", "event": "A visit."}}
    made = ChronologyUpload.objects.create(of_return=found, rows=[row], uploaded_at=clock.now(), uploaded_by="test")
    return {"reference": found.reference, "upload": made.pk}


def _colleagues(person: Person) -> AgencyReturn:
    """Asked of a colleague of the same agency."""
    agency = Agency.objects.get(pk=person.holdings.order_by("pk").first().agency_id)  # type: ignore[union-attr]
    return _asked(make_person("practitioner", agency))


OWN = {"visible": lambda _role, relation: relation == "own"}
KINDS = {
    "request for my return": Kind(
        {
            "own": lambda person, _role: _request(_asked(person)),
            "granted": lambda person, _role: _request(_colleagues(person)),
            "other": lambda _person, _role: _request(_asked(None)),
        },
        **OWN,
    ),
    "agency return": Kind(
        {
            "own": lambda person, _role: _reference(chronology.begun(_asked(person))),
            "granted": lambda person, _role: _reference(_sent(None, person)),
            "other": lambda _person, _role: _reference(_sent(None)),
        }
    ),
    "return not begun": Kind(
        {
            "own": lambda person, _role: _reference(_asked(person)),
            "granted": lambda person, _role: _reference(_asked(None, person)),
            "other": lambda _person, _role: _reference(_asked(None)),
        },
        **OWN,
    ),
    "return that I write": Kind(
        {
            "own": lambda person, _role: _reference(chronology.begun(_asked(person))),
            "granted": lambda person, _role: _reference(chronology.begun(_asked(None, person, TeamRole.OWNER))),
            "other": lambda _person, _role: _reference(chronology.begun(_asked(None))),
        },
        **OWN,
    ),
    "return of a case that I own": Kind(
        {
            "own": lambda person, _role: _reference(_sent(None, person, TeamRole.OWNER)),
            "granted": lambda person, _role: _reference(_sent(None, person)),
            "other": lambda _person, _role: _reference(_sent(None)),
        },
        **OWN,
    ),
    "entry that I wrote": Kind(
        {
            "own": lambda person, _role: _entry(_asked(person)),
            "granted": lambda person, _role: _entry(_asked(None, person, TeamRole.OWNER)),
            "other": lambda _person, _role: _entry(_asked(None)),
        },
        **OWN,
    ),
    "chronology file that I sent": Kind(
        {
            "own": lambda person, _role: _upload(_asked(person)),
            "granted": lambda person, _role: _upload(_asked(None, person, TeamRole.OWNER)),
            "other": lambda _person, _role: _upload(_asked(None)),
        },
        **OWN,
    ),
    "chronology of a case": Kind(
        {
            "own": lambda person, _role: _case(_sent(None, person, TeamRole.REVIEWER)),
            "granted": lambda person, _role: _case(_sent(None, person, TeamRole.EXECUTIVE)),
            "other": lambda _person, _role: _case(_sent(None)),
        },
        **OWN,
    ),
}


def _pair(found: AgencyReturn) -> AgencyReturn:
    return chronology.sent(found, chronology.entry(), chronology.entry(event="A call."))


def _marked(member: Person | None, role: TeamRole = TeamRole.PANEL) -> Arguments:
    found = _pair(_asked(None, member, role))
    owner = found.case.members.order_by("pk").first()
    assert owner is not None
    numbers = list(found.entries.values_list("pk", flat=True))
    made = mark_contradiction(by=owner.person, case=found.case.reference, entries=numbers, note="The time.")
    return {"reference": found.case.reference, "contradiction": made.pk}


def _copy(person: Person | None) -> Arguments:
    found = _sent(None, person, TeamRole.REVIEWER)
    asks = person or found.case.members.get().person
    made = ask_for_chronology_copy(by=asks, case=found.case.reference, once="x", chosen=ChronologyFilter())
    key = storage.write([b"%PDF-1.7"]).key
    storage.move_to_checked(key)
    ChronologyCopy.objects.filter(pk=made.pk).update(state="ready", key=key, made_at=clock.now())
    return {"reference": made.reference}


KINDS |= {
    "chronology that I mark": Kind(
        {
            "own": lambda person, _role: _case(_sent(None, person)),
            "granted": lambda person, _role: _case(_sent(None, person, TeamRole.REVIEWER)),
            "other": lambda _person, _role: _case(_sent(None)),
        },
        **OWN,
    ),
    "contradiction that stands": Kind(
        {
            "own": lambda person, _role: _marked(person),
            "granted": lambda person, _role: _marked(person, TeamRole.SCRUTINEER),
            "other": lambda _person, _role: _marked(None),
        },
        **OWN,
    ),
    "chronology copy of mine": Kind(
        {"own": lambda person, _role: _copy(person), "other": lambda _person, _role: _copy(None)}, **OWN
    ),
}
