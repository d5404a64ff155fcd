"""Child protection at any point of its way, for tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from accounts.models import Person
from children.models import Child
from foundation import clock
from foundation.calendar import LONDON, add_months
from protection.models import (
    Conference,
    ConferenceType,
    FamilyGroup,
    ProtectionPlan,
    Section47,
    StrategyDiscussion,
)
from protection.rules.checking import ChildDecided, ChildOutcome, EnquiryWritten
from protection.rules.minutes import Written
from protection.services.booking import book_conference, request_review
from protection.services.conferences import hold_conference
from protection.services.enquiries import authorise_enquiry, submit_enquiry
from protection.services.invitations import AgencyAsked, invite_agencies, record_conference_attendance
from protection.services.strategy import (
    Seat,
    hold_strategy_discussion,
    prepare_discussion,
    record_discussion_attendance,
)
from tests import factories
from tests.referrals import cases, mash


@dataclass
class Service:
    """A front door, the team behind it with manager and worker, a chair, and agencies that take part."""

    hub: mash.Mash
    worker: Person
    chair: Person
    health: Person
    school: Person
    seats: list[Seat] = field(default_factory=list)

    @property
    def manager(self) -> Person:
        return self.hub.team_manager

    @property
    def police(self) -> Person:
        return self.hub.police_lead


def make() -> Service:
    """Everybody whom a case needs."""
    hub = mash.make()
    health, school = factories.make_agency("health"), factories.make_agency("school")
    return Service(
        hub,
        cases.worker_of(hub),
        factories.make_person("conference_chair", factories.make_agency("council"), name="Cho Chair"),
        factories.make_person("practitioner", health, name="Hal Health"),
        factories.make_person("practitioner", school, name="Sol School"),
    )


def agency_of(person: Person) -> str:
    return person.holdings.order_by("pk")[0].agency.code


def called(service: Service, **fields: Any) -> StrategyDiscussion:
    """A strategy discussion as it is called when the team accepts a child."""
    cases.opened(service.hub, "S47", **fields)
    return StrategyDiscussion.objects.order_by("-pk")[0]


def prepared(service: Service, without: Sequence[str] = (), **fields: Any) -> StrategyDiscussion:
    """A discussion to which social care, police and health are invited and came, but for the groups in `without`."""
    discussion = called(service, **fields)
    people = (service.manager, service.police, service.health, service.school)
    seats = [Seat(one.name, agency_of(one), person=one.reference) for one in people]
    discussion = prepare_discussion(
        by=service.worker,
        reference=discussion.reference,
        version=discussion.version,
        planned_for=clock.now(),
        mode="video",
        seats=seats,
    )
    came = {seat.pk: "absent" if seat.group in without else "remote" for seat in discussion.seats.all()}
    return record_discussion_attendance(
        by=service.worker, reference=discussion.reference, version=discussion.version, attendance=came
    )


def held(service: Service, outcome: str = "s47_joint", **fields: Any) -> StrategyDiscussion:
    """A discussion that was held today with this outcome for each child."""
    discussion = prepared(service, **fields)
    return hold_strategy_discussion(
        by=service.manager,
        reference=discussion.reference,
        version=discussion.version,
        held_on=clock.today(),
        outcomes={row.pk: ChildOutcome(outcome, "Bruises on both arms.") for row in discussion.children.all()},
        immediate_safety="The children stay with their grandmother.",
        threshold_reasons="Significant harm is suspected.",
    )


def enquiry(service: Service, **fields: Any) -> Section47:
    """An open enquiry."""
    return Section47.objects.get(initiated__discussion=held(service, **fields))


WRITTEN = EnquiryWritten(analysis="Harm by a parent.", finding="continuing", outcome="icpc")


def authorised(service: Service, **changes: Any) -> Section47:
    """An enquiry that a manager has authorised."""
    found = enquiry(service)
    written = EnquiryWritten(**{**WRITTEN.__dict__, "seen_on": clock.today(), "seen_alone_on": clock.today(), **changes})
    submit_enquiry(by=service.worker, reference=found.reference, version=found.version, written=written)
    return authorise_enquiry(by=service.manager, reference=found.reference, version=found.version + 1)


def nine_o_clock(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), tzinfo=LONDON)


def booked(service: Service, conference: Conference, day: date | None = None) -> Conference:
    """A conference with its chair, to which four agencies are invited."""
    day = day or weekday(clock.today() + timedelta(days=7))
    found = book_conference(
        by=service.worker,
        reference=conference.reference,
        version=conference.version,
        chair=service.chair.reference,
        planned_for=nine_o_clock(day),
        mode="in_person",
    )
    people = (service.worker, service.police, service.health, service.school)
    return invite_agencies(
        by=service.worker,
        reference=found.reference,
        version=found.version,
        invited=[AgencyAsked(agency_of(one), person=one.reference) for one in people],
    )


def weekday(day: date) -> date:
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def sitting(service: Service, conference: Conference, day: date, without: Sequence[str] = ()) -> Conference:
    """The conference with attendance taken: everybody came but for the groups in `without`. The clock stands at its day."""
    found = booked(service, conference, day) if conference.state == "requested" else conference
    came = {one.pk: "absent" if one.group in without else "attended" for one in found.invitations.all()}
    return record_conference_attendance(
        by=service.worker, reference=found.reference, version=found.version, agencies=came, family={}
    )


def decided(service: Service, conference: Conference, day: date, choice: ChildDecided | None = None, **fields: Any) -> Conference:
    """A conference that was held on a day with one decision for all of its children."""
    without = fields.pop("without", ())
    found = booked(service, conference, day) if conference.state == "requested" else conference
    with clock.frozen(nine_o_clock(day)):
        found = sitting(service, found, day, without)
        choice = choice or ChildDecided("plan", "Likely significant harm.", category="NEG")
        return hold_conference(
            by=service.chair,
            reference=found.reference,
            version=found.version,
            held_on=day,
            decisions={row.pk: choice for row in found.children.all()},
            **fields,
        )


def initial(service: Service, **changes: Any) -> Conference:
    """An initial conference that is asked for."""
    authorised(service, **changes)
    return Conference.objects.filter(type=ConferenceType.INITIAL).order_by("-pk")[0]


def on_plan(service: Service) -> ProtectionPlan:
    """A child on a plan since a week from today."""
    day = weekday(clock.today() + timedelta(days=7))
    decided(service, initial(service), day)
    return ProtectionPlan.objects.order_by("-pk")[0]


def review(service: Service, plan: ProtectionPlan, day: date, choice: ChildDecided, **fields: Any) -> Conference:
    """A review that was held on a day."""
    with clock.frozen(nine_o_clock(day - timedelta(days=14))):
        asked = request_review(by=service.worker, family=plan.family.reference, children=[plan.child.reference])
        asked = booked(service, asked, day)
    return decided(service, asked, day, choice, **fields)


def again(row: Any) -> Any:
    """The record as it is now."""
    return type(row).objects.get(pk=row.pk)


def text(words: str, version: int = 0) -> Written:
    return Written(words, version)


def bare_plan(child: Child, started_on: date, *, family: FamilyGroup | None = None, **fields: Any) -> ProtectionPlan:
    """A plan that was brought over, the shortest way to have one."""
    number = ProtectionPlan.objects.count() + 1
    group = family or FamilyGroup.objects.create(team=factories.make_team(), opened_at=clock.now(), opened_by="test")
    category = fields.pop("category", "NEG")
    plan = ProtectionPlan.objects.create(
        **{
            "family": group,
            "child": child,
            "origin": "imported",
            "source_reference": f"P{number}",
            "started_on": started_on,
            "initial_category": category,
            "category": category,
            "recorded_at": clock.now(),
            "recorded_by": "test",
            **fields,
        }
    )
    plan.categories.create(category=category, from_on=started_on)
    return plan


def months_later(day: date, months: int) -> date:
    return weekday(add_months(day, months))


def on_plan_from(service: Service, conference: Conference, day: date) -> ProtectionPlan:
    """The plan that starts from a conference that was asked for."""
    decided(service, conference, day)
    return ProtectionPlan.objects.order_by("-pk")[0]
