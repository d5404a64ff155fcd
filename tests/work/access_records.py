"""Handovers, requests and questionnaires for the access matrix, of kinds that the house really declares."""

from datetime import timedelta

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM
from accounts.access_table import declared_roles
from accounts.models import Agency, Person, Team
from foundation import clock
from foundation.events import Subject
from referrals.access import MASH_MANAGER
from referrals.deadlines import DECISION
from referrals.rules.triage import ASSESSMENT, CONTACT, MASH_CHECK
from tests.access.kinds import Arguments, Kind
from tests.factories import make_agency, make_holding, make_team
from tests.referrals.access_records import a_referrer, restricted
from tests.referrals.build import make_contact
from tests.work.build import SYSTEM, inside, make_draft, make_handover, make_questionnaire_request
from work.kinds import questionnaire_kinds
from work.models import Clock, DeadlineLimit, Questionnaire, Request, SchoolTerm
from work.requests import CONFIRM_PEOPLE
from work.services.clocks import start_clock
from work.services.reference import save_school_term, set_limit
from work.services.requests import ask


def _home(person: Person) -> Agency:
    return person.holdings.order_by("pk")[0].agency


def _own_team(person: Person, role: str) -> Team:
    team = make_team(_home(person))
    make_holding(person, role, team.agency, team)
    return team


def _contact(seen_by: Team | None = None, *, hidden: bool = False) -> Subject:
    contact = make_contact(author=a_referrer(), teams=(seen_by,) if seen_by else ())
    if hidden:
        restricted(contact.submission)
    return Subject(CONTACT, contact.reference)


def _handover(*, to_team: Team | None = None, from_team: Team | None = None, hidden: bool = False) -> Arguments:
    subject = _contact(from_team, hidden=hidden)
    offered = make_handover(to_team=to_team, from_team=from_team, kind=ASSESSMENT, subject=subject)
    return {"reference": offered.reference}


def handover_to_own_team(person: Person, role: str) -> Arguments:
    return _handover(to_team=_own_team(person, role))


def handover_of_own_team(person: Person, role: str) -> Arguments:
    return _handover(from_team=_own_team(person, role))


def handover_of_own_team_restricted_since(person: Person, role: str) -> Arguments:
    return _handover(from_team=_own_team(person, role), hidden=True)


def handover_to_another_team(person: Person, role: str) -> Arguments:
    _own_team(person, role)
    return _handover(to_team=make_team(_home(person)))


def handover_to_another_agency(person: Person, role: str) -> Arguments:
    return _handover()


def _request(
    kind: str = MASH_CHECK,
    *,
    to_agency: Agency | None = None,
    to_team: Team | None = None,
    from_team: Team | None = None,
    hidden: bool = False,
) -> Arguments:
    agency = to_agency or (to_team.agency if to_team else make_agency())
    about_a_child = kind == MASH_CHECK
    with inside():
        asked = ask(
            by=SYSTEM,
            kind=kind,
            subject=_contact(from_team, hidden=hidden) if about_a_child else Subject("agency", agency.code),
            from_team=from_team,
            to_agency=agency,
            to_team=to_team,
            question="What do you know of this child?",
            due_at=clock.now() + timedelta(hours=24),
            legal_basis="Working Together 2023",
        )
    return {"reference": asked.reference}


def request_to_own_team(person: Person, role: str) -> Arguments:
    return _request(to_team=_own_team(person, role))


def request_that_own_team_receives(person: Person, role: str) -> Arguments:
    """Asked of an agency where the person's team receives such requests."""
    team = make_team(make_agency(), [MASH_CHECK])
    make_holding(person, role, team.agency, team)
    return _request(to_agency=team.agency)


def request_of_own_team(person: Person, role: str) -> Arguments:
    return _request(from_team=_own_team(person, role))


def request_of_own_team_restricted_since(person: Person, role: str) -> Arguments:
    return _request(from_team=_own_team(person, role), hidden=True)


def request_to_own_agency(person: Person, role: str) -> Arguments:
    return _request(to_agency=_home(person))


def request_to_another_team(person: Person, role: str) -> Arguments:
    """Of an agency in which the person is in another team."""
    agency = make_agency()
    team = make_team(agency)
    make_holding(person, role, agency, team)
    return _request(from_team=make_team(agency))


def request_to_another_agency(person: Person, role: str) -> Arguments:
    return _request()


def confirmation_of_own_agency(person: Person, role: str) -> Arguments:
    return _request(CONFIRM_PEOPLE, to_agency=_home(person))


def confirmation_of_another_agency(person: Person, role: str) -> Arguments:
    return _request(CONFIRM_PEOPLE)


def question_of_another_kind(person: Person, role: str) -> Arguments:
    return _request(to_agency=_home(person))


def question_of_a_draft(person: Person, role: str) -> Arguments:
    draft = make_draft(f"Questions of {person.name}")
    kind = next((kind for kind in questionnaire_kinds().values() if role in kind.editors), None)
    if kind is not None:
        Questionnaire.objects.filter(pk=draft.questionnaire_id).update(kind=kind.kind)
    return {"code": draft.questionnaire.code, "number": draft.number, "key": "why-not"}


def no_questionnaire(person: Person, role: str) -> Arguments:
    return {"code": "unheard-of", "number": 1, "key": "why-not"}


def reply_of_own_agency(person: Person, role: str) -> Arguments:
    return {"reference": make_questionnaire_request(_home(person), f"Questions {Request.objects.count()}").reference, "number": 1}


def reply_of_another_agency(person: Person, role: str) -> Arguments:
    return {"reference": make_questionnaire_request().reference, "number": 1}


def request_without_a_questionnaire(person: Person, role: str) -> Arguments:
    return {**_request(to_agency=_home(person)), "number": 1}


def read_by_who_answers_and_who_asked(role: str, relation: str) -> bool:
    return (relation == "own agency" and role == AGENCY_LEAD) or (relation != "no questionnaire" and role == BUSINESS_TEAM)


def given_by_who_answers(role: str, relation: str) -> bool:
    return relation == "own agency" and role == AGENCY_LEAD


def clock_of_own_request(person: Person, role: str) -> Arguments:
    return _clock(_request(from_team=_own_team(person, role)))


def clock_of_own_request_restricted_since(person: Person, role: str) -> Arguments:
    return _clock(_request(from_team=_own_team(person, role), hidden=True))


def clock_of_own_handover(person: Person, role: str) -> Arguments:
    return _clock(_handover(from_team=_own_team(person, role)))


def clock_of_a_request_to_own_agency(person: Person, role: str) -> Arguments:
    return _clock(_request(to_agency=_home(person)))


def clock_of_another_team(person: Person, role: str) -> Arguments:
    return _clock(_request())


def clock_of_a_decision(person: Person, role: str) -> Arguments:
    team = _own_team(person, role)
    contact = _contact(team)
    with inside():
        started = start_clock(by=SYSTEM, kind=DECISION, subject=contact, started_at=clock.now(), owner_team=team)
    return {"pk": started.pk}


def _clock(arguments: Arguments) -> Arguments:
    return {"pk": Clock.objects.get(subject_reference=arguments["reference"]).pk}


def managed_by_who_asked_or_offered_and_by_managers(role: str, relation: str) -> bool:
    if relation == "own decision":
        return role == MASH_MANAGER
    return relation in ("own request", "own handover") and declared_roles()[role].shows_cases


def a_school_term(person: Person, role: str) -> Arguments:
    number = SchoolTerm.objects.count()
    starts_on = clock.today() + timedelta(days=30 * (number + 1))
    with inside():
        return {"pk": save_school_term(by=SYSTEM, name="Term", starts_on=starts_on, ends_on=starts_on + timedelta(days=20)).pk}


def a_coming_limit(person: Person, role: str) -> Arguments:
    on = clock.today() + timedelta(days=DeadlineLimit.objects.count() + 1)
    with inside():
        return {"pk": set_limit(by=SYSTEM, kind="work.request", variant="", amount=4, effective_from=on, reason="Agreed.").pk}


def nothing(person: Person, role: str) -> Arguments:
    return {"pk": 10**12}


def teams_case_work_is_seen_by_roles_that_show_cases(role: str, relation: str) -> bool:
    if relation == "own agency":
        return role == AGENCY_LEAD
    return relation.startswith("own") and declared_roles()[role].shows_cases


def own_is_seen(role: str, relation: str) -> bool:
    return relation == "own"


KINDS = {
    "handover": Kind(
        {
            "own: to the team": handover_to_own_team,
            "own: of the team": handover_of_own_team,
            "restricted": handover_of_own_team_restricted_since,
            "other team": handover_to_another_team,
            "other agency": handover_to_another_agency,
        },
        teams_case_work_is_seen_by_roles_that_show_cases,
    ),
    "request": Kind(
        {
            "own: to the team": request_to_own_team,
            "own: of the team": request_of_own_team,
            "restricted": request_of_own_team_restricted_since,
            "own: of a kind that the team receives": request_that_own_team_receives,
            "own agency": request_to_own_agency,
            "other team": request_to_another_team,
            "other agency": request_to_another_agency,
        },
        teams_case_work_is_seen_by_roles_that_show_cases,
    ),
    "confirmation": Kind(
        {
            "own": confirmation_of_own_agency,
            "other agency": confirmation_of_another_agency,
            "other kind": question_of_another_kind,
        },
        own_is_seen,
    ),
    "reply": Kind(
        {
            "own agency": reply_of_own_agency,
            "other agency": reply_of_another_agency,
            "no questionnaire": request_without_a_questionnaire,
        },
        read_by_who_answers_and_who_asked,
    ),
    "reply_to_give": Kind(
        {
            "own agency": reply_of_own_agency,
            "other agency": reply_of_another_agency,
            "no questionnaire": request_without_a_questionnaire,
        },
        given_by_who_answers,
    ),
    "clock": Kind(
        {
            "own request": clock_of_own_request,
            "own handover": clock_of_own_handover,
            "own decision": clock_of_a_decision,
            "restricted": clock_of_own_request_restricted_since,
            "asked of own agency": clock_of_a_request_to_own_agency,
            "other": clock_of_another_team,
        },
        managed_by_who_asked_or_offered_and_by_managers,
    ),
    "school_term": Kind({"own": a_school_term, "other": nothing}, own_is_seen),
    "deadline_limit": Kind({"own": a_coming_limit, "other": nothing}, own_is_seen),
    "questionnaire": Kind({"own": question_of_a_draft, "other": no_questionnaire}, own_is_seen),
}
ROUTE_ARGS = {
    "work:remove_bank_holiday": {"day": "2026-12-25"},
    "work:limit": {"kind": "work.request"},
    "work:set_limit": {"kind": "work.request"},
}
