"""One child, one way: referral, strategy discussion, section 47, conference, plan, two reviews, the end, the figures."""

from datetime import date, timedelta

import pytest

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from protection.models import Conference, ProtectionPlan, Section47, StrategyDiscussion
from tests import factories
from tests.browser.pages import JourneyTest
from tests.figures import read_figure
from tests.protection import build
from tests.referrals import mash
from work.models import Handover

pytestmark = pytest.mark.django_db(transaction=True)


class GoingAllTheWay(JourneyTest):
    """What the front door, the team, the agencies and the chair do for one child."""

    service: build.Service
    plan: ProtectionPlan

    def given_a_referral_that_is_screened(self) -> None:
        self.service = build.make()
        self.contact = mash.screened(self.service.hub, "red")

    def when_i_open(self, person: Person, path: str) -> None:
        self.given_i_am(person)
        self.given_i_am_on(path)

    def when_i_go_on_to(self, step: str) -> None:
        """By what looks like a button or a link."""
        self.page.get_by_role("button", name=step, exact=True).or_(self.page.get_by_role("link", name=step, exact=True)).click()

    def when_the_front_door_decides(self) -> None:
        at = f"/mash/contacts/{self.contact.reference}/"
        self.when_i_open(self.service.hub.officer, at)
        self.when_i_go_on_to("Propose a decision")
        self.when_i_choose("Referral accepted: strategy discussion")
        self.when_i_choose("Level 4: significant harm")
        self.when_i_choose("The referral: what the referrer worries about")
        self.when_i_fill("Reasons, for the record", "Bruises that nobody explains.")
        self.when_i_fill("What the referrer will read", "Agencies discuss today how the child is kept safe.")
        self.when_i_press("Send it to a manager")
        self.then_i_see("The decision has been proposed.")
        self.when_i_open(self.service.hub.manager, at)
        self.when_i_go_on_to("Approve or send back")
        self.when_i_choose("Yes, approve it")
        self.when_i_press("Save")
        self.then_i_see("The decision is approved.")

    def when_the_team_accepts(self) -> None:
        offered = Handover.objects.get(subject_reference=self.contact.reference, state="offered")
        self.when_i_open(self.service.manager, "/inbox/")
        self.page.locator(f"main a[href*='{offered.reference}']").first.click()
        self.when_i_press("Accept for my team")
        self.discussion = StrategyDiscussion.objects.get()

    def when_agencies_discuss(self) -> None:
        at = f"/child-protection/discussions/{self.discussion.reference}/"
        self.when_i_open(self.service.worker, f"{at}when/")
        for part in ("day", "month", "year"):
            self.page.locator(f"[name=planned_on-{part}]").fill(str(getattr(clock.today(), part)))
        self.when_i_fill("At what time?", "2pm")
        self.page.get_by_label("By video", exact=True).check()
        self.page.get_by_label("I take part for children’s social care").check()
        self.when_i_press("Save")
        for person in (self.service.police, self.service.health):
            self.given_i_am_on(f"{at}invite/")
            self.page.get_by_label("Agency").select_option(build.agency_of(person))
            self.when_i_press("Continue")
            self.page.get_by_label("Who?").select_option(person.reference)
            self.when_i_press("Invite")
            self.then_i_see("They have been invited")
        self.given_i_am_on(f"{at}record/")
        for select in self.page.locator("select[name^=attendance_]").all():
            select.select_option("remote")
        self.page.locator("[name=summary]").fill("Two bruises, seen at school.")
        self.then_i_see("Saved at")
        self.when_i_press("Save")
        self.then_i_see("The record has been saved")
        self.when_i_open(self.service.manager, f"{at}hold/")
        self.when_i_fill("Is significant harm suspected, and why?", "Yes: bruises that nobody explains.")
        self.when_i_fill("How are the children kept safe now?", "With the grandmother.")
        self.page.get_by_label("Section 47 enquiry jointly with the police").check()
        self.page.locator("[name^=outcome_reason_]").fill("Bruises on both arms.")
        self.when_i_press("Record it as held")
        self.then_i_see("The discussion has been recorded as held")
        self.when_i_go_on_to("Share the record")
        self.when_i_press("Share it")
        self.then_i_see("The record has been shared")

    def when_the_worker_enquires_and_a_manager_authorises(self) -> None:
        at = f"/child-protection/enquiries/{Section47.objects.get().reference}/"
        self.when_i_open(self.service.worker, at)
        self.when_i_go_on_to("Write the enquiry")
        for part in ("day", "month", "year"):
            self.page.locator(f"[name=seen_alone_on-{part}]").fill(str(getattr(clock.today(), part)))
        self.when_i_fill("What the enquiry found", "Harm by a parent.")
        self.page.get_by_label("Concerns substantiated, continuing risk of significant harm").check()
        self.page.get_by_label("Initial child protection conference").check()
        self.page.get_by_label("Send it to a manager to authorise").check()
        self.when_i_press("Save")
        self.then_i_see("The enquiry has been sent to a manager")
        self.when_i_open(self.service.manager, at)
        self.when_i_go_on_to("Authorise the enquiry or send it back")
        self.page.get_by_label("Yes, it is complete").check()
        self.when_i_press("Save")
        self.then_i_see("The enquiry is complete")

    def when_a_conference_is_booked(self, conference: Conference, day: date) -> str:
        at = f"/child-protection/conferences/{conference.reference}/"
        self.when_i_open(self.service.worker, f"{at}book/")
        self.when_i_select("Cho Chair", "Chair")
        self.when_i_enter_the_date(day, "Day")
        self.when_i_fill("Time", "9:30am")
        self.when_i_choose("In person", "How do people meet?")
        self.when_i_press("Book it")
        self.then_i_see("The conference is booked")
        for person in (self.service.worker, self.service.police, self.service.health):
            self.given_i_am_on(f"{at}invite/?agency={build.agency_of(person)}")
            self.page.get_by_label(person.name).check()
            self.when_i_press("Invite")
            self.then_i_see("They are invited")
        return at

    def when_it_sits(self, at: str, score: int) -> None:
        self.when_i_open(self.service.chair, f"{at}attendance/")
        for select in self.page.locator("select").all():
            select.select_option("attended")
        self.when_i_press("Save")
        self.then_i_see("There is a quorum")
        self.given_i_am_on(f"{at}scale/")
        self.when_i_select("The chair", "Who says so?")
        self.when_i_fill("How safe are the children, from 0 to 10?", str(score))
        self.when_i_press("Save the score")
        self.then_i_see("The score is saved")

    def when_the_chair_decides(self, at: str, day: date, decision: str, why: str, *, category: str = "", ends: str = "") -> None:
        self.given_i_am_on(f"{at}decide/")
        self.when_i_enter_the_date(day, "When was it held?")
        self.page.get_by_label(decision).check()
        if category:
            self.page.get_by_label("Category for").select_option(category)
        if ends:
            self.page.get_by_label("Why does the plan of").select_option(ends)
        self.page.get_by_label("Why is this right for").fill(why)
        self.when_i_press("Record the decisions")
        self.then_i_see("The conference is recorded as held")

    def when_a_review_is_asked_for(self) -> Conference:
        self.when_i_open(self.service.worker, f"/child-protection/plans/{self.plan.reference}/review/")
        self.when_i_press("Ask for it")
        self.then_i_see("A review conference is asked for")
        return Conference.objects.filter(type="rcpc", state="requested").get()

    def when_the_plan_is_reviewed(self, day: date, score: int, decision: str, why: str, **choice: str) -> None:
        with clock.frozen(build.nine_o_clock(day - timedelta(days=14))):
            at = self.when_a_conference_is_booked(self.when_a_review_is_asked_for(), day)
        with clock.frozen(build.nine_o_clock(day)):
            self.when_it_sits(at, score)
            self.when_the_chair_decides(at, day, decision, why, **choice)

    def then_the_figures_tell_it(self) -> None:
        self.when_i_open(factories.make_person("executive"), "/figures/")
        self.page.get_by_role("navigation", name="Pages of the figures").get_by_role("link", name="Child protection").click()
        self.then_the_heading_is("Figures: Child protection plans")
        for title in ("Child protection plans started", "Child protection plans ended", "Plans whose reviews were all on time"):
            self.then_i_see(title)
        self.then_the_page_is_sound()
        year = FinancialYear.of(clock.today())
        found = {code: read_figure(code, year) for code in ("plans.started", "plans.ended", "plans.open")}
        assert {code: figure.value for code, figure in found.items() if figure} == {
            "plans.started": 1,
            "plans.ended": 1,
            "plans.open": 0,
        }


class TestGoingAllTheWay(GoingAllTheWay):
    """Referral → strategy discussion → section 47 → conference → plan → two reviews → end → figures."""

    def test_a_child_goes_from_a_referral_to_the_end_of_a_plan(self) -> None:
        self.given_a_referral_that_is_screened()
        self.when_the_front_door_decides()
        self.when_the_team_accepts()
        self.when_agencies_discuss()
        self.when_the_worker_enquires_and_a_manager_authorises()
        day = build.weekday(clock.today() + timedelta(days=7))
        at = self.when_a_conference_is_booked(Conference.objects.get(), day)
        with clock.frozen(build.nine_o_clock(day)):
            self.when_it_sits(at, 3)
            self.when_the_chair_decides(at, day, "A child protection plan starts", "Likely significant harm.", category="NEG")
        self.plan = ProtectionPlan.objects.get()
        first, second = build.months_later(day, 2), build.months_later(day, 4)
        self.when_the_plan_is_reviewed(first, 5, "The plan goes on", "Not safe yet.", category="EMO")
        self.when_the_plan_is_reviewed(second, 8, "The plan ends", "Safe with the grandmother.", ends="cin")
        ended = build.again(self.plan)
        assert (ended.started_on, ended.category, ended.ended_on, ended.end_reason) == (day, "EMO", second, "cin")
        assert ended.reviews.count() == 2
        with clock.frozen(build.nine_o_clock(second + timedelta(days=1))):
            self.then_the_figures_tell_it()
