"""Records of the board for the access matrix: its people see every plan, an agency's lead the agency's own."""

from datetime import date

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, EXECUTIVE, GOVERNANCE_LEAD, SCRUTINEER
from accounts.models import Agency, Person
from board.models import Action, AgendaItem, Challenge, Meeting, MeetingPack, MeetingPaper, Risk, ScrutinyNote
from foundation import clock
from foundation.documents import storage
from tests.access.kinds import Arguments, Kind
from tests.board.build import (
    make_action,
    make_business_plan,
    make_challenge,
    make_chase_rule,
    make_exceptions_copy,
    make_feedback,
    make_group,
    make_line,
    make_meeting,
    make_milestone,
    make_note,
    make_objective,
    make_plan_import,
    make_recommendation,
    make_risk,
    make_seat,
    make_survey,
    make_theme,
    seat_somebody,
)
from tests.board.library import (
    addressee_of,
    make_arrangements,
    make_letter,
    make_policy,
    make_reform,
    make_reform_milestone,
    make_step,
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


def _objective() -> Arguments:
    milestone = make_milestone(make_objective())
    return {"reference": milestone.objective.reference, "place": milestone.place, "quarter": 1}


def _note_of_somebody_else(**given: object) -> Arguments:
    return _reference(make_note(make_person("scrutineer", make_agency()), **given))


def _taken_for(agency: Agency) -> Arguments:
    return {"reference": make_feedback(taken_for=agency).reference}


def _survey(agency: Agency) -> Arguments:
    return {"reference": make_survey(agency=agency).reference, "position": 1}


def hears_all_or_of_the_agency(role: str, relation: str) -> bool:
    return role in (*SEES_ALL, GOVERNANCE_LEAD) or (role == AGENCY_LEAD and relation in ("own agency", "took it down"))


def _letter(agency: Agency) -> Arguments:
    return {"reference": make_letter(agency).reference}


def _addressee(agency: Agency) -> Arguments:
    return {"reference": addressee_of(make_letter(agency), agency).reference}


def _letter_request(agency: Agency) -> Arguments:
    request = addressee_of(make_letter(agency), agency).request
    assert request is not None
    return {"reference": request.reference}


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
    "business plan": Kind(
        {"any": lambda person, role: {"year": make_business_plan().year}},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "objective": Kind(
        {"any": lambda person, role: _objective()},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
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
    "feedback": Kind(
        {
            "own agency": lambda person, role: {"reference": make_feedback(agency=_home(person)).reference},
            "took it down": lambda person, role: _taken_for(_home(person)),
            "other agency": lambda person, role: {"reference": make_feedback(agency=make_agency()).reference},
        },
        hears_all_or_of_the_agency,
    ),
    "feedback taken down": Kind(
        {
            "own agency": lambda person, role: {"reference": make_feedback(agency=_home(person)).reference},
            "took it down": lambda person, role: _taken_for(_home(person)),
            "other agency": lambda person, role: _taken_for(make_agency()),
        },
        lambda role, relation: role == BUSINESS_TEAM or (role == AGENCY_LEAD and relation == "took it down"),
    ),
    "survey": Kind(
        {
            "own agency": lambda person, role: _survey(_home(person)),
            "other agency": lambda person, role: _survey(make_agency()),
        },
        hears_all_or_of_the_agency,
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
KINDS |= {
    "policy": Kind(
        {
            "any": lambda person, role: {"reference": make_policy().reference},
            "withdrawn": lambda person, role: {
                "reference": make_policy(withdrawn_on=clock.today(), withdrawn_reason="Joined.").reference
            },
        },
        lambda role, relation: relation == "any" or role in SEES_ALL,
        anybodys=frozenset({"any", "withdrawn"}),
    ),
    "arrangements": Kind(
        {"any": lambda person, role: {"reference": make_arrangements().reference}},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "arrangements step": Kind(
        {"any": lambda person, role: {"step": make_step().pk}},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "letter": Kind(
        {
            "own agency": lambda person, role: _letter(_home(person)),
            "other agency": lambda person, role: _letter(make_agency()),
        },
        own_or_of_the_agency,
    ),
    "letter addressee": Kind(
        {
            "own agency": lambda person, role: _addressee(_home(person)),
            "other agency": lambda person, role: _addressee(make_agency()),
        },
        own_or_of_the_agency,
    ),
    "letter request": Kind(
        {
            "own agency": lambda person, role: _letter_request(_home(person)),
            "other agency": lambda person, role: _letter_request(make_agency()),
        },
        own_or_of_the_agency,
    ),
    "reform": Kind(
        {"any": lambda person, role: {"reference": make_reform().reference}},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
    "reform milestone": Kind(
        {"any": lambda person, role: {"milestone": make_reform_milestone().pk}},
        lambda role, relation: True,
        anybodys=frozenset({"any"}),
        everybodys=True,
    ),
}
OF_A_YEAR = (
    "budget", "budget_line", "budget_export", "import_budget", "describe_budget_year", "approve_budget", "close_budget_year",
    "add_budget_document", "reopen_budget_year", "scrutiny_statement", "attendance_by_agency", "attendance_export",
)  # fmt: skip
ROUTE_ARGS = {**{f"board:{name}": {"year": "2026-27"} for name in OF_A_YEAR}, "board:calendar_feed": {"secret": "nobodys"}}
