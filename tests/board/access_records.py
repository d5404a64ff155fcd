"""Records of the board for the access matrix: its people see every plan, an agency's lead the agency's own."""

from datetime import date

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, EXECUTIVE, SCRUTINEER
from accounts.models import Agency, Person
from board.models import Action, AgendaItem, Challenge, Meeting, MeetingPack, MeetingPaper, Risk, ScrutinyNote
from foundation import clock
from foundation.documents import storage
from tests.access.kinds import Arguments, Kind
from tests.board.build import (
    make_action,
    make_challenge,
    make_chase_rule,
    make_exceptions_copy,
    make_group,
    make_line,
    make_meeting,
    make_note,
    make_plan_import,
    make_recommendation,
    make_risk,
    make_seat,
    make_theme,
    seat_somebody,
)
from tests.factories import make_agency, make_person

DUE = date(2027, 1, 29)
SEES_ALL = (BUSINESS_TEAM, EXECUTIVE, SCRUTINEER)


def _home(person: Person) -> Agency:
    return person.holdings.order_by("pk")[0].agency


def _action(action: Action) -> Arguments:
    return {"reference": action.reference}


def _plan(action: Action) -> Arguments:
    return {"reference": action.plan.reference}


def _owned_by(person: Person) -> Action:
    return make_action(due_on=DUE, owner=person)


def _of_agency(person: Person) -> Action:
    return make_action(due_on=DUE, agency=_home(person), owner=make_person("practitioner", _home(person)))


def _of_another_agency() -> Action:
    agency = make_agency()
    return make_action(due_on=DUE, agency=agency, owner=make_person("practitioner", agency))


def _left_behind_by(person: Person) -> Action:
    return make_action(due_on=DUE, agency=make_agency(), owner=person)


def _group(person: Person) -> Arguments:
    group = make_group()
    holding = seat_somebody(make_seat(group), person)
    line = make_line(group, make_group())
    more = {"line": line.pk, "item": 1, "year": "2026-27"}
    return {"reference": group.reference, "seat": holding.seat_id, "holding": holding.pk, **more}


def _meeting(person: Person | None) -> Arguments:
    group = make_group()
    if person is not None:
        seat_somebody(make_seat(group), person)
    meeting = make_meeting(group, DUE)
    return {"reference": meeting.reference, "item": meeting.items.get().pk}


def _recommendation(agency: Agency) -> Arguments:
    return {"reference": make_recommendation(agency=agency).reference}


def _paper(person: Person | None) -> Arguments:
    meeting = Meeting.objects.get(reference=_meeting(person)["reference"])
    paper = MeetingPaper.objects.create(meeting=meeting, title="Audit", added_at=clock.now(), added_by="somebody")
    return {"reference": paper.reference}


def _pack(person: Person, asker: Person) -> Arguments:
    """A pack of a meeting of the person's own group that somebody asked for: nobody opens another's."""
    meeting = Meeting.objects.get(reference=_meeting(person)["reference"])
    key = storage.write([b"%PDF-1.7 a pack"]).key
    pack = MeetingPack.objects.create(
        meeting=meeting, person=asker, once="page", asked_at=clock.now(), asked_by=asker.reference, state="ready", key=key,
        made_at=clock.now(),
    )  # fmt: skip
    return {"reference": pack.reference}


def _decision(person: Person | None) -> Arguments:
    arguments = _meeting(person)
    AgendaItem.objects.filter(pk=arguments["item"]).update(decision="Teach it.")
    return arguments


def _plan_import(person: Person) -> Arguments:
    return {"reference": make_plan_import(person).reference}


def own_or_of_the_agency(role: str, relation: str) -> bool:
    return role in SEES_ALL or relation == "own" or (role == AGENCY_LEAD and relation == "own agency")


def _reference(record: Challenge | Risk | ScrutinyNote) -> Arguments:
    return {"reference": record.reference}


def _note_of_somebody_else(**given: object) -> Arguments:
    return _reference(make_note(make_person("scrutineer", make_agency()), **given))


KINDS = {
    "action": Kind(
        {
            "own": lambda person, role: _action(_owned_by(person)),
            "own agency": lambda person, role: _action(_of_agency(person)),
            "left": lambda person, role: _action(_left_behind_by(person)),
            "other agency": lambda person, role: _action(_of_another_agency()),
        },
        own_or_of_the_agency,
    ),
    "challenge": Kind(
        {
            "own agency": lambda person, role: _reference(make_challenge(about=_home(person))),
            "other agency": lambda person, role: _reference(make_challenge(about=make_agency())),
        },
        own_or_of_the_agency,
    ),
    "risk": Kind(
        {"any": lambda person, role: _reference(make_risk())},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "scrutiny_note": Kind(
        {
            "own": lambda person, role: _reference(make_note(person)),
            "shared": lambda person, role: _note_of_somebody_else(shared_at=clock.now()),
            "other": lambda person, role: _note_of_somebody_else(),
        },
        lambda role, relation: relation in ("own", "shared"),
    ),
    "own_scrutiny_note": Kind(
        {
            "own": lambda person, role: _reference(make_note(person)),
            "shared": lambda person, role: _note_of_somebody_else(shared_at=clock.now()),
        },
    ),
    "group": Kind(
        {"any": lambda person, role: _group(person)},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "meeting": Kind(
        {"own": lambda person, role: _meeting(person), "other": lambda person, role: _meeting(None)},
        lambda role, relation: role in SEES_ALL or relation == "own",
    ),
    "chase rule": Kind(
        {"any": lambda person, role: {"rule": make_chase_rule().pk}},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "plan import": Kind(
        {
            "own": lambda person, role: _plan_import(person),
            "other": lambda person, role: _plan_import(make_person("business_team")),
        }
    ),
    "exceptions copy": Kind(
        {
            "own": lambda person, role: {"reference": make_exceptions_copy(person).reference},
            "other": lambda person, role: {"reference": make_exceptions_copy(make_person("executive")).reference},
        }
    ),
    "recommendation": Kind(
        {
            "own agency": lambda person, role: _recommendation(_home(person)),
            "other agency": lambda person, role: _recommendation(make_agency()),
        },
        own_or_of_the_agency,
    ),
    "theme": Kind(
        {"any": lambda person, role: {"code": make_theme().code}},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "meeting paper": Kind(
        {"own": lambda person, role: _paper(person), "other": lambda person, role: _paper(None)},
        lambda role, relation: role in SEES_ALL or relation == "own",
    ),
    "decision": Kind(
        {"own": lambda person, role: _decision(person), "other": lambda person, role: _decision(None)},
        lambda role, relation: role in SEES_ALL or relation == "own",
    ),
    "meeting pack": Kind(
        {
            "own": lambda person, role: _pack(person, person),
            "other": lambda person, role: _pack(person, make_person("practitioner")),
        },
        lambda role, relation: relation == "own",
    ),
    "plan": Kind(
        {
            "own": lambda person, role: _plan(_owned_by(person)),
            "own agency": lambda person, role: _plan(_of_agency(person)),
            "left": lambda person, role: _plan(_left_behind_by(person)),
            "other agency": lambda person, role: _plan(_of_another_agency()),
        },
        own_or_of_the_agency,
    ),
}
OF_A_YEAR = (
    "budget", "budget_line", "budget_export", "import_budget", "describe_budget_year", "approve_budget", "close_budget_year",
    "add_budget_document",
)  # fmt: skip
ROUTE_ARGS = {**{f"board:{name}": {"year": "2026-27"} for name in OF_A_YEAR}, "board:calendar_feed": {"secret": "nobodys"}}
