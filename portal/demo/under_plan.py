"""Plans that run today and the scrutiny panel, carried on by the portal's own services: reviews, visits, the chair's looks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import count

from accounts.models import Person
from children.rules import ChildDetails
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import add_months, london_date
from portal.demo import protection_words as words
from portal.demo.calendar import add_working_days
from portal.demo.casework import at_noon
from portal.demo.partnership import DemoPartnership
from protection.models import (
    Conference,
    EndReason,
    LegalStep,
    ProtectionPlan,
    ScrutinyPanel,
)
from protection.rules.minutes import Written
from protection.selectors.arranging import diaries
from protection.selectors.conferences import Diary
from protection.selectors.sight import visible_families
from protection.selectors.transfers import likely_arrivals
from protection.services.booking import USUAL, book_conference, request_review
from protection.services.core_group import record_core_group
from protection.services.invitations import (
    AgencyAsked,
    FamilyAsked,
    invite_agencies,
    invite_family,
)
from protection.services.minuting import minute_core_group
from protection.services.panel import discuss_in_panel, list_for_panel, record_panel
from protection.services.plan_work import (
    VisitWritten,
    answer_escalation,
    check_midway,
    escalate_plan,
    mark_legal_step,
    record_visit,
)
from protection.services.stepping_down import offer_step_down
from protection.services.transfers import ArrivingPlan, note_transfer_in, note_transfer_out
from referrals.services.steps import SteppingDown
from work.services.requests import answer_request

TEAM = "assessment-east"
REPORTING = ("health-visiting", "oakfield")
SEATS = (("police", "lead.police"), ("health-visiting", "lead.health-visiting"), ("oakfield", "school.lead"))

STARTS = (0, 60, 120, 180, -180, -120)
"""Minutes after noon at which a conference may begin."""

YOUNGEST, OLDEST = 5, 10
"""Children of an age at which they go to the school whose lead can sign in."""


def at_school() -> tuple[date, date]:
    """The birthdays between which they are of that age."""
    return add_months(clock.today(), -12 * (OLDEST + 1)), add_months(clock.today(), -12 * YOUNGEST)


def role_of(person: Person, agency: str) -> str:
    """As what somebody of an agency takes part."""
    return person.job_title or words.ROLES.get({"health-visiting": "health"}.get(agency, agency), "")


@contextmanager
def working_days_ago(days: int, minute: int = 0) -> Iterator[date]:
    """Noon of a working day in the past: what is done in the block was done then."""
    day = add_working_days(clock.today(), -days)
    with clock.frozen(at_noon(day, minute)):
        yield day


class UnderPlan:
    """Lets one team of social workers and one chair go on with the plans that they have."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made = made
        self.worker, self.manager, self.chair = (made.people[name] for name in ("social.worker", "team.manager", "chair"))

    def make(self) -> None:
        """Everything."""
        self._panels()
        self._reviewed_soon()
        self._between_conferences()
        self._step_down()
        self._moves()

    def _plans(self) -> list[ProtectionPlan]:
        """Plans that run, of families whose lead is the worker or at least of the team, with the chair who can sign in."""
        rows = ProtectionPlan.objects.filter(
            ended_on__isnull=True, chair=self.chair, family__team__code=TEAM, family__in=visible_families(self.worker)
        )
        found = rows.exclude(family__conferences__state="booked").select_related("child", "family")
        return list(found.order_by("review_due_on", "pk"))

    @staticmethod
    def _old(plans: list[ProtectionPlan]) -> list[ProtectionPlan]:
        """Those that have run for some time first, in their order, one of each family."""
        since = add_months(clock.today(), -7)
        one_each = list({plan.family_id: plan for plan in reversed(plans)}.values())[::-1]
        return sorted(one_each, key=lambda plan: plan.started_on > since)

    def _booked(self, asked: Conference, on: date) -> Conference:
        """With its chair, agencies whose report is asked for, and the parents."""
        booked = book_conference(
            by=self.worker,
            reference=asked.reference,
            version=asked.version,
            chair=self.chair.reference,
            planned_for=self._free(on),
            mode="in_person",
            venue=words.ANOTHER_ROOM,
        )
        people = [("social-care", self.worker), *((agency, self.made.people[name]) for agency, name in SEATS)]
        invited = [
            AgencyAsked(agency, person=person.reference, role=role_of(person, agency), report=agency in REPORTING)
            for agency, person in people
        ]
        booked = invite_agencies(by=self.worker, reference=booked.reference, version=booked.version, invited=invited)
        surname = booked.children.select_related("child")[0].child.family_name
        parents = [FamilyAsked(f"{parent} {surname}", "parent") for parent in words.FAMILY_NAMES]
        return invite_family(by=self.worker, reference=booked.reference, version=booked.version, invited=parents)

    def _free(self, on: date) -> datetime:
        """A time of a day, or of the first working day after it, at which nothing else in the chair's diary is near."""
        days = (add_working_days(on, number) for number in count())
        times = (at_noon(day, minute) for day in days for minute in STARTS)
        return next(at for at in times if not any(one.overlaps(at, USUAL) for one in self._diary(at)))

    def _diary(self, at: datetime) -> Sequence[Diary]:
        return diaries([self.chair], london_date(at), london_date(at))[self.chair.name]

    def _answer(self, conference: Conference, agency: str, name: str, result: str, report: str = words.REPORT) -> None:
        request = conference.invitations.get(agency__code=agency, request__isnull=False).request
        if request is not None:
            answer_request(by=self.made.people[name], reference=request.reference, result=result, answer=report)

    def _reviewed_soon(self) -> None:
        """The chair's next reviews: one is asked for, one is booked with reports to come, one with reports that see an end."""
        enough = add_working_days(clock.today(), 25)
        (earliest, latest), fresh = at_school(), add_months(clock.today(), 4)
        found = [plan for plan in self._plans() if plan.review_due_on and plan.review_due_on > enough]
        theirs = [plan for plan in found if plan.child.birth_date and earliest <= plan.child.birth_date <= latest]
        soon = sorted(self._old(theirs), key=lambda plan: plan.review_due_on is not None and plan.review_due_on > fresh)
        asked = [
            request_review(by=self.worker, family=plan.family.reference, children=[plan.child.reference]) for plan in soon[:3]
        ]
        for conference in asked[:1]:
            booked = self._booked(conference, add_working_days(clock.today(), 3))
            for agency, name in SEATS[1:]:
                self._answer(booked, agency, name, "no_plan", words.REPORT_OF_CHANGE)
        for conference in asked[1:2]:
            self._booked(conference, add_working_days(clock.today(), 20))

    def _moves(self) -> None:
        """A child on a plan of another authority moves here, another stays for some weeks, and one from here moves away."""
        here = (
            (("Linnet", "Harrowby", "F", 7), {"moved_on": add_working_days(clock.today(), -5)}, words.MOVED_HERE),
            (("Robin", "Ketteridge", "M", 9), {"temporary": True}, words.STAYS_FOR_A_TIME),
        )
        for (given, family, sex, age), how, note in here:
            born = add_months(clock.today(), -12 * age - 3)
            child = ChildDetails(family_name=family, given_name=given, birth_date=born, sex=sex, address=words.NEW_ADDRESS)
            told = add_working_days(clock.today(), -4)
            since = add_months(clock.today(), -5)
            plan = ArrivingPlan(words.OTHER_AUTHORITY, since, "NEG", told, papers_on=told, note=note, **how)
            alike = [one.child.reference for one in likely_arrivals(self.manager, child).candidates]
            note_transfer_in(by=self.manager, team=TEAM, child=child, plan=plan, told_apart=alike)
        for leaving in self._plans()[-1:]:
            note_transfer_out(
                by=self.worker,
                reference=leaving.reference,
                version=leaving.version,
                authority=words.OTHER_AUTHORITY,
                told_on=add_working_days(clock.today(), -2),
                note=words.MOVES_AWAY,
            )

    def _between_conferences(self) -> None:
        """A visit and a core group of today; the chair has looked at one plan and taken another up with the manager."""
        plans = self._old(self._plans())
        for plan, seen in zip(plans, (True, False), strict=False):
            told = {"analysis": words.SEEN[0], "child_view": words.VIEWS[2]} if seen else {"not_seen_reason": words.NOT_SEEN}
            visit = VisitWritten(clock.today(), self.worker.name, seen=seen, seen_alone=seen, bedroom_seen=seen, **told)
            record_visit(by=self.worker, reference=plan.reference, visit=visit)
        for plan, on_track in zip(plans[1:], (False, True), strict=False):
            told = {"findings": words.LOOKED_AT}
            check_midway(by=self.chair, reference=plan.reference, checked_on=clock.today(), on_track=on_track, **told)
        for number, plan in enumerate(plans[1:3]):
            escalated = escalate_plan(by=self.chair, reference=plan.reference, concern=words.ESCALATED)
            if number:
                answer_escalation(by=self.manager, escalation_id=escalated.pk, version=escalated.version, answer=words.ANSWERED)
            mark_legal_step(
                by=self.worker,
                reference=plan.reference,
                step=LegalStep.PLANNING,
                began_on=add_working_days(clock.today(), -4),
                note=words.LEGAL_NOTE,
            )
        self._core_group(plans)

    def _core_group(self, plans: list[ProtectionPlan]) -> None:
        """Met yesterday: its minutes are written and wait to go out."""
        day = add_working_days(clock.today(), -1)
        for plan in plans:
            members = {member.pk: "attended" for member in plan.family.members.all()}
            if members and not plan.family.core_group_meetings.filter(held_on=day).exists():
                meeting = record_core_group(by=self.worker, family=plan.family.reference, held_on=day, attendance=members)
                texts = {"minutes": Written(words.MET_TODAY), "decisions": Written(words.AGREED)}
                minute_core_group(by=self.worker, meeting_id=meeting.pk, texts=texts)
                return

    def _step_down(self) -> None:
        """The plan that ended last is offered to those who go on with the family."""
        ended = ProtectionPlan.objects.filter(end_reason=EndReason.EARLY_HELP, family__team__code=TEAM)
        for plan in ended.order_by("-ended_on", "pk")[:2]:
            asked = SteppingDown(
                reason=words.HANDED_DOWN,
                talked_on=clock.today(),
                talked_with=words.CLOSING_MEETING,
                lead_name=self.made.people["early.help"].name,
                lead_agency="early-help",
                consent_from=words.AGREED_BY,
                consent_on=clock.today(),
            )
            offer_step_down(by=self.manager, reference=plan.reference, team="early-help-hub", asked=asked)

    # -- the panel ----------------------------------------------------------------------------------------------

    def _panels(self) -> None:
        """Last month's panel met and spoke of some plans; this month's list is made."""
        portal, today = SystemActor("demonstration"), clock.today()
        with clock.frozen(at_noon(add_working_days(add_months(today, -1).replace(day=1), 12))):
            listed = list_for_panel(by=portal, month=clock.today())
            panel = record_panel(
                by=self.chair, month=listed.month, version=listed.version, held_on=clock.today(), attended=words.PANEL_CAME
            )
            self._discuss(panel)
        list_for_panel(by=portal, month=today)

    def _discuss(self, panel: ScrutinyPanel) -> None:
        again = add_working_days(clock.today(), 20)
        cases = panel.cases.filter(plan__family__team__code=TEAM).order_by("plan__started_on", "pk")
        for case, (decision, said, drift, actions) in zip(cases, words.PANEL_SAID, strict=False):
            discuss_in_panel(
                by=self.chair,
                case_id=case.pk,
                version=case.version,
                decision=decision,
                discussion=said,
                presented_by=self.worker.name,
                drift_reason=drift,
                actions=actions,
                next_on=again,
            )
