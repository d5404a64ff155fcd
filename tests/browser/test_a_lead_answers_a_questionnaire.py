"""The lead of an agency answers a questionnaire, and who asked reads the answers. Pages of dates, limits and clocks too."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import Person
from foundation import clock, validation_failures
from tests import factories
from tests.browser.pages import JourneyTest
from tests.work import build, kinds
from work.models import AnswerSet, Request
from work.services.reference import save_school_term, set_limit

pytestmark = pytest.mark.django_db(transaction=True)

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
CHILD, WHY, WHO = "Was the child seen alone?", "Why not?", "Who was there?"


class Signed(JourneyTest):
    """Signs in with the second factor that the role needs."""

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])


class TestAnsweringAQuestionnaire(Signed):
    """From inbox to sent answers."""

    def test_with_script_on_any_screen(self) -> None:
        request = build.make_questionnaire_request()
        self.given_i_am(factories.make_person("agency_lead", request.to_agency))
        self.given_i_am_on("/inbox/requests/")
        self.when_i_follow("Questionnaire to answer")
        self.then_the_heading_is("Case file audit")
        self.then_the_page_is_sound()
        self.when_i_follow("The child’s voice")
        self.then_the_page_is_sound()
        self.then_the_question_is_hidden(WHY)
        self.when_i_press("Save and continue")
        self.then_the_error_is(f"Select an answer to “{CHILD}”")
        self.then_the_page_is_sound()
        self.given_a_screen_of(375)
        self.when_i_choose("No", CHILD)
        expect(self.page.get_by_label(WHY)).to_be_visible()
        self.when_i_fill(WHY, "The child was at school.")
        self.when_i_press("Save and continue")
        self.then_i_see("leads to a further question")
        self.when_i_fill(WHO, "Nobody else")
        self.when_i_press("Save and come back later")
        self.then_i_see("Your answers are saved")
        self.then_i_see("Completed")
        self.when_i_follow("Grade")
        self.when_i_choose("Good")
        self.when_i_press("Save and continue")
        self.then_the_heading_is("Questions")
        self.when_i_attach("Evidence", "minutes.pdf", PDF)
        self.when_i_press("Save and continue")
        self.then_the_heading_is("Check your answers")
        self.then_i_see("minutes.pdf")
        self.then_the_page_is_sound()
        self.when_i_follow("Change overall grade")
        self.when_i_choose("Adequate")
        self.when_i_press("Save and continue")
        self.then_the_heading_is("Check your answers")
        self.when_i_press("Send answers")
        self.then_i_see("Your answers have been sent.")
        self.then_the_page_is_sound()
        assert Request.objects.get().state == "answered"
        self.given_i_am(build.make_business_team_member())
        self.given_i_am_on("/questionnaires/case-file-audit/asked/")
        self.then_the_page_is_sound()
        self.when_i_follow(request.to_agency.name)
        self.then_i_see("The child was at school.")
        self.then_the_page_is_sound()

    def then_the_question_is_hidden(self, question: str) -> None:
        expect(self.page.get_by_label(question)).to_be_hidden()

    def test_a_page_with_a_file_is_sound_and_the_enter_key_removes_nothing(self) -> None:
        request = build.make_questionnaire_request()
        self.given_i_am(factories.make_person("agency_lead", request.to_agency))
        self.given_i_am_on(f"/requests/{request.reference}/questions/3/")
        self.when_i_attach("Evidence", "minutes.pdf", PDF)
        self.when_i_press("Save and come back later")
        self.given_i_am_on(f"/requests/{request.reference}/questions/3/")
        self.then_the_page_is_sound()
        self.page.get_by_label("Visits in the year").press("Enter")
        self.then_i_see("minutes.pdf")
        assert AnswerSet.objects.get().answers.filter(question__key="evidence").exists()

    def test_the_business_team_asks_agencies(self) -> None:
        build.make_published()
        agency = factories.make_agency(name="Northmere Hospital")
        self.given_i_am(build.make_business_team_member())
        self.given_i_am_on("/questionnaires/")
        self.when_i_follow("Who was asked")
        self.when_i_press("Ask agencies to answer")
        self.then_the_page_is_sound()
        self.when_i_choose(agency.name)
        self.when_i_fill("What is it for?", "For the yearly return.")
        self.when_i_enter_the_date(clock.today() + timedelta(days=9), "By when should they answer?")
        self.when_i_press("Ask them")
        self.then_i_see("1 agency was asked.")


class TestAnsweringWithoutScript(Signed):
    """The server decides what is asked."""

    @pytest.fixture(autouse=True)
    def _browser(self, page_without_script: Page, site: str) -> None:
        self.page, self.site = page_without_script, site

    def test_every_step(self) -> None:
        request = build.make_questionnaire_request()
        self.given_i_am(factories.make_person("agency_lead", request.to_agency))
        self.given_i_am_on(f"/requests/{request.reference}/questions/1/")
        self.when_i_choose("Partly", CHILD)
        self.when_i_press("Save and continue")
        self.then_i_see("leads to a further question")
        self.when_i_fill(WHO, "Grandmother")
        self.when_i_press("Save and continue")
        self.when_i_choose("Good")
        self.when_i_press("Save and continue")
        self.when_i_press("Save and continue")
        self.then_the_heading_is("Check your answers")
        self.then_i_see("Grandmother")
        self.when_i_press("Send answers")
        self.then_i_see("Your answers have been sent.")
        assert Request.objects.get().state == "answered"


class TestDatesLimitsAndClocks(Signed):
    """Every page of reference data, and a clock that is held."""

    @pytest.fixture(autouse=True)
    def _declared(self) -> object:
        with kinds.declared():
            yield

    def test_the_administrator_keeps_dates_and_limits(self) -> None:
        administrator, today = factories.make_person("system_administrator"), clock.today()
        term = save_school_term(
            by=administrator, name="Next term", starts_on=today + timedelta(days=40), ends_on=today + timedelta(days=90)
        )
        set_limit(
            by=administrator,
            kind="tests.information",
            variant="amber",
            amount=30,
            effective_from=today + timedelta(days=5),
            reason="Agreed by the partners.",
        )
        call_command("seed_bank_holidays")
        validation_failures.keep("refer.child", "postcode", "invalid")
        self.given_i_am(administrator)
        for path in (
            "",
            "bank-holidays/",
            "bank-holidays/add/",
            "school-terms/",
            "school-terms/add/",
            f"school-terms/{term.pk}/",
            "limits/",
            "limits/tests.information/",
            "limits/tests.information/new/",
            "refused-answers/",
        ):
            self.given_i_am_on(f"/dates-and-limits/{path}")
            self.then_the_page_is_sound()
        self.given_i_am_on("/dates-and-limits/limits/tests.information/new/")
        self.when_i_press("Set limit")
        self.then_the_error_is("Enter why the partnership sets its own limit")
        self.then_the_page_is_sound()

    def test_who_asked_puts_the_clock_on_hold(self) -> None:
        request = build.make_request()
        assert request.from_team is not None
        self.given_i_am(factories.make_person("mash_officer", request.from_team.agency, team=request.from_team))
        self.given_i_am_on(f"/requests/{request.reference}/")
        self.then_the_page_is_sound()
        self.when_i_follow("Put the clock on hold")
        self.then_the_page_is_sound()
        self.when_i_press("Put on hold")
        self.then_the_error_is("Enter why the clock is put on hold")
        self.when_i_fill("Why is it put on hold?", "The police ask that nobody be contacted yet.")
        self.when_i_press("Put on hold")
        self.then_i_see("The clock is on hold.")
        self.then_the_page_is_sound()
        self.when_i_press("Let the clock run again")
        self.then_i_see("The clock runs again")
