"""Deaths at any point of their review, for tests."""

from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import Person
from foundation import clock
from reviews.models import Case, ChildDeath, DeathForm, DeathMeeting, DeathPanel, DeathState, TeamRole
from reviews.services import deaths, deaths_beside, deaths_gathering
from reviews.services.cases import ChildTold
from reviews.services.deaths import DeathWritten, IdentityTold
from reviews.services.deaths_gathering import Analysis, FormWritten
from reviews.services.team import name_member
from tests.factories import make_agency, make_person

TITLE = "Case Wren"
AREA = "Northmoor"


def coordinator(**fields: Any) -> Person:
    return make_person("child_death_coordinator", make_agency("health"), **fields)


def panel() -> DeathPanel:
    found = DeathPanel.objects.filter(name="North panel").first()
    return found or deaths_beside.name_panel(by=coordinator(), name="North panel", areas=f"{AREA}\nSouthmoor")


def wren(**changes: Any) -> ChildTold:
    told = {
        "pseudonym": "Wren",
        "given_name": "Zofia",
        "family_name": "Kowalska-Byrne",
        "birth_date": date(2019, 5, 3),
        "sex": "F",
    }
    return ChildTold(**{**told, **changes})


def written(**changes: Any) -> DeathWritten:
    told = {
        "born": "live",
        "died_on": clock.today() - timedelta(days=1),
        "place": "hospital",
        "area_la": AREA,
        "happened": "Wren was taken to hospital and died there.",
        "expected": "unexpected",
        "joint_response": True,
        "joint_criterion": "sudden",
        "coroner_told": "yes",
        "abuse_suspected": "no",
        "notifier": "Dr Ward",
        "notifier_agency": "Hospital",
    }
    return DeathWritten(**{**told, **changes})


def notified(
    owner: Person,
    *,
    told: ChildTold | None = None,
    identity: IdentityTold | None = None,
    at: datetime | None = None,
    **changes: Any,
) -> ChildDeath:
    panel()
    return deaths.notify_death(
        by=owner,
        title=TITLE,
        told=told or wren(),
        identity=identity or IdentityTold(nhs_absent="not_available"),
        written=written(**changes),
        notified_at=at or clock.now(),
    )


def again(death: ChildDeath) -> ChildDeath:
    return ChildDeath.objects.select_related("case", "panel").get(pk=death.pk)


def step(owner: Person, death: ChildDeath) -> dict[str, Any]:
    case = Case.objects.get(pk=death.case_id)
    return {"by": owner, "case": case.reference, "version": case.version}


def asked(owner: Person, death: ChildDeath, author: Person | None = None) -> DeathForm:
    author = author or make_person("practitioner", make_agency("police"))
    return deaths_gathering.ask_for_form(**step(owner, death), email=author.email, supplement="sudden")


def answered(**changes: Any) -> FormWritten:
    told = {"known": True, "filled_in_by_whom": "A sergeant", "narrative": "Wren was known to us."}
    return FormWritten(**{**told, **changes})


def returned(form: DeathForm) -> DeathForm:
    return deaths_gathering.return_form(by=form.author, reference=form.reference, version=form.version, written=answered())


def meeting(owner: Person, day: date | None = None) -> DeathMeeting:
    day = day or clock.today()
    found = DeathMeeting.objects.filter(day=day).first()
    return found or deaths_gathering.plan_meeting(by=owner, panel=panel().name, day=day, chair="The chair")


def met(owner: Person, death: ChildDeath, **changes: Any) -> ChildDeath:
    told = {
        "met_on": clock.today(),
        "chair": "The paediatrician",
        "attended": "Health\nPolice",
        "analysis": Analysis(cause_1a="Sepsis"),
    }
    return deaths_gathering.record_review_meeting(**step(owner, death), **{**told, **changes})


def analysed(**changes: Any) -> Analysis:
    return Analysis(**{"category": 9, "modifiable": "none", "cause_1a": "Sepsis", "learning": "Ask early.", **changes})


def at(owner: Person, state: DeathState, **changes: Any) -> ChildDeath:
    """A death whose review has come as far as this."""
    states = DeathState
    death = notified(owner, **changes)
    ways = {
        states.GATHERING: lambda: returned(asked(owner, death)),
        states.READY: lambda: deaths.make_ready(**step(owner, death)),
        states.HELD: lambda: met(owner, death),
        states.LISTED: lambda: deaths_gathering.list_death(**step(owner, death), meeting=meeting(owner).reference),
        states.REVIEWED: lambda: deaths_gathering.record_panel(**step(owner, death), analysis=analysed()),
        states.CLOSED: lambda: deaths.close_death(**step(owner, death)),
    }
    for reached, way in ways.items():
        if again(death).state == state:
            break
        way()
        assert again(death).state == reached
    return again(death)


def named(owner: Person, death: ChildDeath, person: Person, role: TeamRole = TeamRole.PANEL) -> Any:
    return name_member(
        by=owner, case=death.case.reference, email=person.email, role=role, independent=True, reason="Knows the service"
    )
