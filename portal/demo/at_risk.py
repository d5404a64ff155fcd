"""What is under way today about children at risk, made by the portal's own services: it stands at every step, on every desk."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Case, When

from foundation import clock
from portal.demo import protection_words as words
from portal.demo.calendar import add_working_days
from portal.demo.casework import at_noon
from portal.demo.partnership import DemoPartnership
from portal.demo.under_plan import SEATS, TEAM, UnderPlan, at_school, role_of, working_days_ago
from protection.models import (
    Conference,
    DiscussedChild,
    ProtectionPlan,
    Section47,
    StrategyDiscussion,
)
from protection.rules.checking import ChildDecided, ChildOutcome, EnquiryWritten
from protection.rules.minutes import Written
from protection.services.conferences import hold_conference, send_outline
from protection.services.core_group import MemberNamed, name_core_group
from protection.services.enquiries import ask_agency_for_enquiry, authorise_enquiry, submit_enquiry, write_enquiry
from protection.services.families import allocate_family
from protection.services.invitations import (
    give_score,
    record_conference_attendance,
    record_dissent,
    record_participation,
)
from protection.services.minuting import minute_conference, minute_discussion
from protection.services.plan_work import (
    ActionWritten,
    add_plan_action,
)
from protection.services.strategy import (
    Seat,
    add_discussion_action,
    call_discussion_for_episode,
    hold_strategy_discussion,
    prepare_discussion,
    record_discussion_attendance,
    share_discussion_record,
)
from referrals.models import Episode

SOME_TIME = timedelta(days=45)
CHILDREN = 8
SCORES = {"police": 3, "health-visiting": 4, "oakfield": 6}


class AtRisk(UnderPlan):
    """Lets one team of social workers and one chair go as far as today, with a child at each step."""

    def __init__(self, made: DemoPartnership) -> None:
        super().__init__(made)
        self.episodes = self._episodes()

    def make(self) -> None:
        """Everything."""
        super().make()
        self._called()
        self._held()
        self._enquired()
        self._conferred()

    # -- which children -----------------------------------------------------------------------------------------

    def _episodes(self) -> Iterator[Episode]:
        """Open episodes of the team about children of whom child protection knows nothing; those of the worker first."""
        rows = Episode.objects.filter(
            team__code=TEAM,
            closed_on__isnull=True,
            opened_at__lt=clock.now() - SOME_TIME,
            contact__restricted=False,
            child__birth_date__range=at_school(),
        )
        known, plans = DiscussedChild.objects.values("child"), ProtectionPlan.objects.values("child")
        own_first = Case(When(worker=self.worker, then=0), default=1)
        return iter(rows.exclude(child__in=known).exclude(child__in=plans).order_by(own_first, "-opened_at", "pk")[:CHILDREN])

    # -- strategy discussions -----------------------------------------------------------------------------------

    def _call(self, number: int, *, urgent: bool = False) -> StrategyDiscussion:
        reason = words.CALLED_NOW[number]
        called = call_discussion_for_episode(by=self.worker, episode=next(self.episodes).reference, reason=reason, urgent=urgent)
        allocate_family(by=self.manager, reference=called.family.reference, worker=self.worker.reference)
        return called

    def _prepare(self, called: StrategyDiscussion, on: date, *, everybody: bool = False) -> StrategyDiscussion:
        """With those without whom there is no quorum; or with everybody, a chair who advises among them."""
        people = [("social-care", self.manager), *((agency, self.made.people[name]) for agency, name in SEATS[:2])]
        if everybody:
            people += [("social-care", self.worker), ("oakfield", self.made.people["school.lead"]), ("social-care", self.chair)]
        seats = [Seat(person.name, agency, person=person.reference, role=role_of(person, agency)) for agency, person in people]
        return prepare_discussion(
            by=self.worker,
            reference=called.reference,
            version=called.version,
            planned_for=at_noon(on),
            mode="video",
            seats=seats,
        )

    def _hold(self, prepared: StrategyDiscussion, outcome: str, reason: str) -> StrategyDiscussion:
        enquire = outcome.startswith("s47")
        summary = Written(words.SUMMARY if enquire else words.SUMMARY_OF_NEED)
        came = {seat.pk: "remote" for seat in prepared.seats.all()}
        told = {f"seats-{seat.pk}": Written(words.SEAT_TOLD.get(seat.group, "")) for seat in prepared.seats.all()}
        record = record_discussion_attendance(
            by=self.worker, reference=prepared.reference, version=prepared.version, attendance=came
        )
        record = minute_discussion(by=self.worker, reference=record.reference, texts={**told, "summary": summary})
        outcomes = {row.pk: ChildOutcome(outcome, reason) for row in record.children.all()}
        return hold_strategy_discussion(
            by=self.manager,
            reference=record.reference,
            version=record.version,
            held_on=clock.today(),
            outcomes=outcomes,
            immediate_safety=words.HERE_NOW,
            threshold_reasons=words.THRESHOLD if enquire else words.NO_THRESHOLD,
            police_investigation=enquire,
            interview_planned=False,
        )

    def _called(self) -> None:
        """One is to be held tomorrow; one was to be held at once, and nobody has been invited to it."""
        with working_days_ago(1):
            called = self._call(0)
            self._prepare(called, add_working_days(clock.today(), 2), everybody=True)
        with working_days_ago(2):
            self._call(1, urgent=True)

    def _held(self) -> None:
        """One was held yesterday, and its record waits to be shared."""
        with working_days_ago(3):
            called = self._call(2)
            prepared = self._prepare(called, add_working_days(clock.today(), 2), everybody=True)
        with working_days_ago(1, 40):
            held = self._hold(prepared, "s17", words.NO_SECTION_47)
            for number, (action, who) in enumerate(words.TO_DO):
                add_discussion_action(
                    by=self.worker,
                    reference=held.reference,
                    version=held.version + number,
                    action=action,
                    who=who,
                    due_on=add_working_days(clock.today(), 3 + number),
                )

    # -- enquiries ----------------------------------------------------------------------------------------------

    def _enquiry(self, days: int, number: int) -> Section47:
        """A discussion so many working days ago, with an enquiry."""
        with working_days_ago(days):
            prepared = self._prepare(self._call(number), clock.today())
        with working_days_ago(days, 50):
            held = self._hold(prepared, "s47_joint", words.ENQUIRE)
            share_discussion_record(by=self.worker, reference=held.reference, version=held.version)
        return Section47.objects.get(initiated__discussion=held)

    @staticmethod
    def _written() -> EnquiryWritten:
        day = clock.today()
        return EnquiryWritten(
            seen_on=day,
            seen_alone_on=day,
            bedroom_seen_on=day,
            parents_seen_on=day,
            child_view=f"{words.VIEWS[0]} {words.SHOWN}",
            parents_view=words.PARENT_SAYS,
            analysis=words.ANALYSES[1],
            finding="continuing",
            outcome="icpc",
        )

    def _submitted(self, days: int, number: int, after: int) -> Section47:
        found = self._enquiry(days, number)
        with working_days_ago(days - after):
            return submit_enquiry(by=self.worker, reference=found.reference, version=found.version, written=self._written())

    def _authorised(self, days: int, number: int, after: int) -> Conference:
        """The conference that follows an enquiry."""
        found = self._submitted(days, number, after)
        with working_days_ago(days - after, 90):
            authorise_enquiry(by=self.manager, reference=found.reference, version=found.version)
        return Conference.objects.get(children__enquiry=found)

    def _enquired(self) -> None:
        """One is being written and has a question out; one is with the manager; one led to a conference that is to be booked."""
        found = self._enquiry(5, 0)
        with working_days_ago(3):
            seen = EnquiryWritten(seen_on=clock.today(), seen_alone_on=clock.today(), child_view=words.VIEWS[1])
            found = write_enquiry(by=self.worker, reference=found.reference, version=found.version, written=seen)
            ask_agency_for_enquiry(
                by=self.worker,
                reference=found.reference,
                version=found.version,
                agency="oakfield",
                question=words.ASKED_SCHOOL,
            )
        self._submitted(9, 1, after=8)
        self._authorised(11, 2, after=10)

    # -- conferences --------------------------------------------------------------------------------------------

    def _conferred(self) -> None:
        """One initial conference is in two days; one was held, and its record waits for the chair."""
        asked = self._authorised(12, 0, after=7)
        with working_days_ago(4):
            booked = self._booked(asked, add_working_days(clock.today(), 6))
        with working_days_ago(1):
            self._answer(booked, "health-visiting", "lead.health-visiting", "plan")
        asked = self._authorised(17, 1, after=8)
        with working_days_ago(8):
            booked = self._booked(asked, add_working_days(clock.today(), 5))
        with working_days_ago(5):
            for agency, name, result in ((*SEATS[1], "plan"), (*SEATS[2], "no_plan")):
                self._answer(booked, agency, name, result)
        with working_days_ago(3, 60):
            self._meet(booked)

    def _meet(self, booked: Conference) -> None:
        reference = booked.reference
        child = booked.children.get()
        conference = record_participation(
            by=self.worker,
            reference=reference,
            version=booked.version,
            child_id=child.pk,
            participation="through_worker",
            obtained_how=words.THROUGH,
        )
        seats = {seat.agency.code: seat for seat in booked.invitations.select_related("agency")}
        family = list(booked.family_invitations.all())
        conference = record_conference_attendance(
            by=self.worker,
            reference=reference,
            version=conference.version,
            agencies={seat.pk: "attended" for seat in seats.values()},
            family={family[0].pk: "attended", family[1].pk: "absent"},
        )
        texts = {
            "past_harm": words.HISTORY,
            "danger_statements": words.WORRIED[2],
            "complicating_factors": words.COMPLICATING,
            "strengths": words.WELL[0],
            "grey_areas": words.UNKNOWN,
            "family_views": words.FAMILY_SAYS,
            "safety_goals": words.GOALS,
            "what_needs_to_happen": words.NEEDED,
            "contingency": words.CONTINGENCY,
            "summary": words.SAID_IN_THE_END,
            f"children-{child.pk}": words.VIEWS[1],
        }
        written = {place: Written(text) for place, text in texts.items()}
        conference = minute_conference(by=self.chair, reference=reference, texts=written)
        for agency, score in SCORES.items():
            give_score(by=self.chair, reference=reference, score=score, invitation_id=seats[agency].pk)
        give_score(by=self.chair, reference=reference, score=3)
        give_score(by=self.chair, reference=reference, score=7, family_member_id=family[0].pk)
        conference = hold_conference(
            by=self.chair,
            reference=reference,
            version=conference.version,
            held_on=clock.today(),
            decisions={child.pk: ChildDecided("plan", words.DECIDED, category="EMO")},
            met_family_before=True,
            complaints_leaflet_given=True,
        )
        lead = self.made.people["school.lead"]
        record_dissent(
            by=lead, reference=reference, child_id=child.pk, invitation_id=seats["oakfield"].pk, words=words.NOT_AGREED
        )
        send_outline(by=self.worker, reference=reference, version=conference.version)
        members = [MemberNamed(f"{words.FAMILY_NAMES[0]} {child.child.family_name}", relation="parent")]
        members += [
            MemberNamed(agency=agency, person=self.made.people[name].reference)
            for agency, name in (("social-care", "social.worker"), *SEATS[1:])
        ]
        name_core_group(by=self.worker, family=booked.family.reference, members=members, joined_on=clock.today())
        plan = ProtectionPlan.objects.get(decided=child)
        for danger, outcome, action, who in words.STEPS:
            due = clock.today() + timedelta(days=30)
            step = ActionWritten(danger, outcome, action, who, due, words.MEASURE)
            add_plan_action(by=self.worker, family=booked.family.reference, plans=[plan.reference], written=step)
