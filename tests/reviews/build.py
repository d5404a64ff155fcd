"""Cases at any point of their way, for tests."""

from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.calendar import LONDON
from reviews.models import Case, IncidentState, Question, SeriousIncident, TeamRole
from reviews.services.cases import ChildTold, add_child
from reviews.services.incidents import (
    IncidentWritten,
    MeetingWritten,
    notify,
    open_incident,
    record_decision,
    record_meeting,
    record_reply,
    send_review,
    sign_off_review,
)
from reviews.services.team import name_member
from tests.factories import make_agency, make_person

TITLE = "Case Robin"


def written(**changes: Any) -> IncidentWritten:
    told = {
        "happened_on": clock.today() - timedelta(days=2),
        "harm": "physical",
        "what_happened": "Robin was taken to hospital.",
        "abuse_suspected": "yes",
        "abuse_reasons": "Injuries that nobody explains.",
    }
    return IncidentWritten(**{**told, **changes})


def met(**changes: Any) -> MeetingWritten:
    told = {
        "met_on": clock.today(),
        "chair": "The scrutineer",
        "attended": "Council\nHealth\nPolice",
        "facts": "Robin was seen by three agencies.",
        "immediate_action": "",
        "improvement": "Nobody asked for the father.",
        "sharing": "",
        "practice_review": True,
        "practice_review_reasons": "It has happened before.",
        "national_review": False,
    }
    return MeetingWritten(**{**told, **changes})


def board_manager() -> Person:
    return make_person("business_team", make_agency("partnership"), name="Bo Board")


def opened(owner: Person, aware_at: datetime | None = None, **changes: Any) -> SeriousIncident:
    return open_incident(by=owner, title=TITLE, aware_at=aware_at or clock.now() - timedelta(hours=3), written=written(**changes))


def robin(**changes: Any) -> ChildTold:
    told = {
        "pseudonym": "Robin",
        "given_name": "Zofia",
        "family_name": "Kowalska-Byrne",
        "birth_date": date(2019, 5, 3),
        "known_to_care": "need",
    }
    return ChildTold(**{**told, **changes})


def with_child(owner: Person, **changes: Any) -> SeriousIncident:
    incident = opened(owner, **changes)
    add_child(by=owner, case=incident.case.reference, told=robin())
    return again(incident)


def again(incident: SeriousIncident) -> SeriousIncident:
    return SeriousIncident.objects.select_related("case").get(pk=incident.pk)


def all_decide(owner: Person, incident: SeriousIncident, question: Question, *, agreed: bool = True, but: str = "") -> None:
    for seat in RoleHolding.Seat:
        record_decision(
            by=owner,
            case=incident.case.reference,
            seat=seat,
            question=question,
            agreed=agreed if seat != but else not agreed,
            reasons="As the meeting found.",
            whom=f"The chief of {seat.label}",
            decided_on=clock.today(),
        )


def step(owner: Person, incident: SeriousIncident) -> dict[str, Any]:
    """Who acts on which case, as it stands now."""
    case = Case.objects.get(pk=incident.case_id)
    return {"by": owner, "case": case.reference, "version": case.version}


def at(owner: Person, state: IncidentState) -> SeriousIncident:
    """An incident that has come as far as this."""
    states = IncidentState
    incident = with_child(owner)
    ways = {
        states.NOTIFIED: lambda: notify(**step(owner, incident), notified_on=clock.today(), panel_reference="SIN-1"),
        states.MET: lambda: (
            all_decide(owner, incident, Question.REVIEW),
            record_meeting(**step(owner, incident), written=met()),
        ),
        states.SIGNED_OFF: lambda: (
            all_decide(owner, incident, Question.SIGN_OFF),
            sign_off_review(**step(owner, incident)),
        ),
        states.SENT: lambda: send_review(**step(owner, incident), sent_on=clock.today()),
        states.REPLIED: lambda: record_reply(
            **step(owner, incident), replied_on=clock.today(), outcome="accepted", agrees=True, words="We agree."
        ),
    }
    for reached, way in ways.items():
        if again(incident).state == state:
            break
        way()
        assert again(incident).state == reached
    return again(incident)


def named(owner: Person, incident: SeriousIncident, person: Person, role: TeamRole = TeamRole.PANEL, **fields: Any) -> Any:
    return name_member(
        by=owner,
        case=incident.case.reference,
        email=person.email,
        role=role,
        independent=fields.pop("independent", True),
        reason="Knows the service",
        **fields,
    )


def on(day: date, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)
