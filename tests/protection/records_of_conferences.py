"""Conferences, plans and panels for the access matrix."""

import secrets
from datetime import date

from accounts.models import Person
from children.models import Child
from foundation import clock
from foundation.documents import storage
from protection.models import Conference, FamilyGroup, ScrutinyPanel
from protection.services.families import let_see
from tests import factories
from tests.access.kinds import Arguments, Kind
from tests.protection import build
from tests.work.build import SYSTEM, inside


def _family(person: Person | None = None, *, restricted: bool = False) -> FamilyGroup:
    family = FamilyGroup.objects.create(
        team=factories.make_team(), restricted=restricted, opened_at=clock.now(), opened_by="test"
    )
    if person is not None:
        with inside():
            let_see(by=SYSTEM, family=family, person=person, reason="Chairs the conference")
    return family


def _child() -> Child:
    return Child.objects.create(
        given_name="Ada", family_name="Example", birth_date=date(2020, 5, 1), created_at=clock.now(), created_by="test"
    )


def _conference(family: FamilyGroup) -> Arguments:
    moment = clock.now()
    conference = Conference.objects.create(
        family=family,
        type="icpc",
        state="booked",
        requested_at=moment,
        requested_by="test",
        due_on=clock.today(),
        booked_at=moment,
        booked_by="test",
        planned_for=moment,
        chair=factories.make_person("conference_chair"),
    )
    row = conference.children.create(child=_child(), due_on=clock.today())
    agency = factories.make_agency("health")
    seat = conference.invitations.create(group="health", agency=agency, name="Hal", invited_at=moment, invited_by="test")
    member = conference.family_invitations.create(relation="parent", name="Mel", invited_at=moment, invited_by="test")
    other = conference.other_texts.create(place="summary", text="Other words.", written_at=moment, written_by="test")
    return {
        "reference": conference.reference,
        "child": row.pk,
        "seat": seat.pk,
        "member": member.pk,
        "other": other.pk,
    }


def conference_that_the_person_sees(person: Person, role: str) -> Arguments:
    return _conference(_family(person))


def restricted_conference_that_names_the_person(person: Person, role: str) -> Arguments:
    return _conference(_family(person, restricted=True))


def conference_of_others(person: Person, role: str) -> Arguments:
    return _conference(_family())


def restricted_conference_of_others(person: Person, role: str) -> Arguments:
    return _conference(_family(restricted=True))


def _copy(person: Person, family: FamilyGroup) -> Arguments:
    conference = Conference.objects.get(reference=_conference(family)["reference"])
    key = storage.write([b"%PDF-"]).key
    done = {"state": "ready", "key": key, "asked_at": clock.now(), "made_at": clock.now(), "asked_by": person.reference}
    made = conference.copies.create(person=person, once=secrets.token_urlsafe(9), **done)
    return {"reference": made.reference}


def copy_of_the_person(person: Person, role: str) -> Arguments:
    return _copy(person, _family(person))


def copy_of_what_the_person_sees_no_longer(person: Person, role: str) -> Arguments:
    return _copy(person, _family())


def copy_of_somebody_else(person: Person, role: str) -> Arguments:
    return _copy(factories.make_person("social_worker"), _family(person))


def own_copy(role: str, relation: str) -> bool:
    return relation == "own"


def _plan(family: FamilyGroup) -> Arguments:
    moment, day = clock.now(), clock.today()
    plan = build.bare_plan(_child(), day, family=family)
    done = {"recorded_at": moment, "recorded_by": "test"}
    action = family.actions.create(danger="D", outcome="O", action="A", who="W", due_on=day, added_at=moment, added_by="test")
    action.of_plans.create(plan=plan)
    member = family.members.create(name="Mel", relation="parent", joined_on=day, added_at=moment, added_by="test")
    meeting = family.core_group_meetings.create(
        held_on=day, due_on=day, is_first=True, written_at=moment, written_by="test", minutes_due_on=day
    )
    other = meeting.other_texts.create(place="minutes", text="Other words.", written_at=moment, written_by="test")
    return {
        "reference": plan.reference,
        "action": action.pk,
        "member": member.pk,
        "meeting": meeting.pk,
        "text": other.pk,
        "task": plan.tasks.create(kind="gp", due_on=day, made_at=moment).pk,
        "mark": plan.legal_marks.create(step="planning", began_on=day, **done).pk,
        "escalation": plan.escalations.create(concern="C", raised_at=moment, raised_by="test").pk,
    }


def plan_that_the_person_sees(person: Person, role: str) -> Arguments:
    return _plan(_family(person))


def restricted_plan_that_names_the_person(person: Person, role: str) -> Arguments:
    return _plan(_family(person, restricted=True))


def plan_of_others(person: Person, role: str) -> Arguments:
    return _plan(_family())


def restricted_plan_of_others(person: Person, role: str) -> Arguments:
    return _plan(_family(restricted=True))


def _panel() -> ScrutinyPanel:
    month = clock.today().replace(day=1)
    return ScrutinyPanel.objects.get_or_create(month=month, defaults={"listed_at": clock.now(), "listed_by": "test"})[0]


def a_panel(person: Person, role: str) -> Arguments:
    return {"reference": _panel().reference}


def _panel_case(family: FamilyGroup) -> Arguments:
    panel = _panel()
    plan = build.bare_plan(_child(), clock.today(), family=family)
    return {"reference": panel.reference, "case": panel.cases.create(plan=plan, listed_for=["second_plan"]).pk}


def panel_case_that_the_person_sees(person: Person, role: str) -> Arguments:
    return _panel_case(_family(person))


def panel_case_of_others(person: Person, role: str) -> Arguments:
    return _panel_case(_family())


def restricted_panel_case_of_others(person: Person, role: str) -> Arguments:
    return _panel_case(_family(restricted=True))


def a_chair_sees_what_is_not_restricted(role: str, relation: str) -> bool:
    return relation == "named" or (role == "conference_chair" and relation == "other")


def named_is_seen(role: str, relation: str) -> bool:
    return relation in ("named", "named and restricted")


KINDS = {
    "conference": Kind(
        {
            "named": conference_that_the_person_sees,
            "named and restricted": restricted_conference_that_names_the_person,
            "other": conference_of_others,
            "restricted": restricted_conference_of_others,
        },
        named_is_seen,
        frozenset({"other", "restricted"}),
    ),
    "conference copy": Kind(
        {
            "own": copy_of_the_person,
            "seen no longer": copy_of_what_the_person_sees_no_longer,
            "of somebody else": copy_of_somebody_else,
        },
        own_copy,
        frozenset(),
    ),
    "protection plan": Kind(
        {
            "named": plan_that_the_person_sees,
            "named and restricted": restricted_plan_that_names_the_person,
            "other": plan_of_others,
            "restricted": restricted_plan_of_others,
        },
        named_is_seen,
        frozenset({"other", "restricted"}),
    ),
    "scrutiny panel": Kind({"listed": a_panel}, lambda role, relation: True, frozenset({"listed"}), everybodys=True),
    "panel case": Kind(
        {
            "named": panel_case_that_the_person_sees,
            "other": panel_case_of_others,
            "restricted": restricted_panel_case_of_others,
        },
        a_chair_sees_what_is_not_restricted,
        frozenset({"other", "restricted"}),
    ),
}
