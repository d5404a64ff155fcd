"""A nurse takes over a child, a hospital's lead answers a check and confirms people, and the business team writes questions."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Person
from foundation import clock
from tests import factories
from tests.browser.pages import JourneyTest
from tests.work import build, kinds
from work.models import Handover, Question, Request
from work.tasks import ask_for_confirmations

pytestmark = pytest.mark.django_db(transaction=True)


class TestPassingWork(JourneyTest):
    """From inbox to answer."""

    @pytest.fixture(autouse=True)
    def _declared(self) -> Iterator[None]:
        with kinds.declared():
            yield

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def test_a_member_of_the_team_accepts_a_handover_and_returns_another(self) -> None:
        team = factories.make_team(name="Safeguarding nurses")
        build.make_handover(team, note="School knows both children.")
        self.given_i_am(factories.make_person("social_worker", team=team))
        self.given_i_am_on("/inbox/")
        self.then_the_page_is_sound()
        self.when_i_follow("Child passed on")
        self.then_i_see("School knows both children.")
        self.then_the_page_is_sound()
        self.when_i_follow("Return it with a reason")
        self.when_i_press("Return it")
        self.then_the_error_is("Enter why you return this")
        self.then_the_page_is_sound()
        self.when_i_fill("Why do you return this?", "The family lives in another area.")
        self.when_i_press("Return it")
        self.then_the_heading_is("Inbox")
        self.then_i_see("has been returned with your reason")
        self.then_the_page_is_sound()
        assert Handover.objects.get().state == "returned"

    def test_the_lead_of_an_agency_answers_what_it_is_asked(self) -> None:
        request = build.make_request()
        self.given_i_am(factories.make_person("agency_lead", request.to_agency))
        self.given_i_am_on("/inbox/requests/")
        self.then_the_page_is_sound()
        self.when_i_follow("Agency check")
        self.then_i_see("What do you know of this family?")
        self.then_the_page_is_sound()
        self.when_i_choose("Information provided")
        self.when_i_press("Send answer")
        self.then_the_error_is("Enter the information.")
        self.then_the_page_is_sound()
        self.when_i_fill("Your answer", "Known to the school nurse since 2024.")
        self.when_i_press("Send answer")
        self.then_i_see("Your answer has been sent.")
        assert Request.objects.get().result == "information"

    def test_the_lead_confirms_who_still_works_there(self) -> None:
        agency = factories.make_agency("health")
        lead = factories.make_person("agency_lead", agency, name="Lee Lead")
        gone = factories.make_person("practitioner", agency, name="Gale Gone")
        gone.holdings.update(confirmed_until=clock.today() + timedelta(days=9))
        ask_for_confirmations()
        self.given_i_am(lead)
        self.given_i_am_on("/inbox/requests/")
        self.when_i_follow("Confirm your agency’s people")
        self.then_the_page_is_sound()
        self.when_i_press("Confirm")
        self.then_the_error_is("Select whether Gale Gone still works here as Practitioner")
        self.when_i_choose("No longer here", "Gale Gone, Practitioner")
        self.when_i_press("Confirm")
        self.then_i_see("confirmed for half a year")
        assert gone.holdings.get().ended_at is not None

    def test_the_business_team_writes_a_questionnaire(self) -> None:
        build.make_draft()
        self.given_i_am(build.make_business_team_member())
        self.given_i_am_on("/questionnaires/")
        self.then_the_page_is_sound()
        self.when_i_follow("Version 1")
        self.then_the_page_is_sound()
        self.when_i_press("Add a question")
        self.when_i_fill("Question", "Was the father asked?")
        self.when_i_choose("Short text")
        self.then_the_page_is_sound()
        self.when_i_press("Save question")
        self.then_i_see("Was the father asked?")
        self.when_i_follow("Try it out")
        self.when_i_choose("No", "Was the child seen alone?")
        self.then_i_see("Why not?")
        self.then_the_page_is_sound()
        self.given_i_am_on("/questionnaires/case-file-audit/1/publish/")
        self.then_the_page_is_sound()
        self.when_i_press("Publish this version")
        self.then_i_see("Version 1 is in use now.")
        assert Question.objects.filter(key="was-the-father-asked", version__state="published").exists()
