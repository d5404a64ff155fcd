"""A visitor disagrees and hands a draft on; a call and a family name several children; a family is accepted in one act."""

from datetime import date

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import Person, Visitor
from referrals.models import Contact, Disagreement, Draft, EarlyHelpChild, NoticeSchool, Submission
from referrals.services import approve_decision, begin_screening, import_directory, propose_decision, rate
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import before, build, families, mash
from work.models import Handover

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = pytest.mark.parametrize("width", [1280, 375])


class TestServedWhole(JourneyTest):
    """Whoever comes without an account, and families with several children."""

    @pytest.fixture(autouse=True)
    def _hub(self) -> None:
        cache.clear()
        self.hub = mash.make()

    def given_the_session_of(self, client: Client) -> None:
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def given_i_am(self, person: Person) -> None:
        self.given_the_session_of(factories.sign_in(Client(), person))

    def given_i_am_a_visitor(self) -> Visitor:
        school = build.make_school(domains=["oakfield.example"], name="Oakfield School")
        visitor = factories.make_visitor(school, "nell@oakfield.example")
        self.given_the_session_of(factories.let_in(Client(), visitor))
        return visitor

    @WIDTHS
    def test_a_visitor_disagrees_and_follows_it(self, width: int) -> None:
        self.given_a_screen_of(width)
        visitor = self.given_i_am_a_visitor()
        contact = mash.approved(self.hub, "ADV", author=visitor)
        self.given_i_am_on(reverse("referrals:submission", args=[contact.submission.reference]))
        self.when_i_follow("I disagree with what was decided")
        self.then_the_page_is_sound()
        self.when_i_press("Raise it")
        self.then_i_see("Enter the risk to the child meanwhile")
        self.then_the_page_is_sound()
        self.when_i_fill("Which decision do you dispute?", "Advice only")
        self.when_i_fill("Why does it worry you?", "She is hungry")
        self.when_i_fill("What result do you want?", "An assessment")
        self.when_i_fill("What is the risk to the child meanwhile?", "We feed her")
        self.when_i_press("Raise it")
        self.then_i_see("It is raised.")
        self.then_the_page_is_sound()
        self.given_i_am_on(reverse("referrals:disagreements"))
        self.then_i_see(Disagreement.objects.get().reference)
        self.then_the_page_is_sound()

    @WIDTHS
    def test_a_visitor_asks_a_colleague_to_go_on_with_a_draft(self, width: int) -> None:
        self.given_a_screen_of(width)
        visitor = self.given_i_am_a_visitor()
        build.make_practitioner(visitor.agency, name="Colin Colleague", email="colin@oakfield.example")
        draft = build.make_complete_draft(visitor)
        self.given_i_am_on(reverse("referrals:draft", args=[draft.reference]))
        self.when_i_follow("Ask a colleague to go on with it")
        self.when_i_press("Ask them")
        self.then_i_see("Enter your colleague’s email address")
        self.then_the_page_is_sound()
        self.when_i_fill("What is your colleague’s email address at work?", "colin@oakfield.example")
        self.when_i_press("Ask them")
        self.then_i_see("You asked Colin Colleague")
        self.then_the_page_is_sound()
        assert Draft.objects.get().handovers.count() == 1

    @WIDTHS
    def test_a_child_is_added_to_a_call(self, width: int) -> None:
        self.given_a_screen_of(width)
        self.given_i_am(self.hub.officer)
        self.given_i_am_on(reverse("referrals:take_contact"))
        self.when_i_fill("First name of the child", "Isla")
        self.when_i_press("Add another child")
        self.then_i_see("First name of child 2")
        self.then_the_page_is_sound()
        assert self.page.get_by_label("First name of the child", exact=True).input_value() == "Isla"

    @WIDTHS
    def test_a_family_names_two_children(self, width: int) -> None:
        self.given_a_screen_of(width)
        self.given_i_am_on(reverse("referrals:public_form"))
        self.when_i_fill("First name of the child or young person", "Robin")
        self.when_i_press("Add another child")
        self.then_i_see("First name of child 2")
        self.then_the_page_is_sound()
        self.when_i_press("Send")
        self.then_i_see("There is a problem")
        self.then_the_page_is_sound()
        assert not Submission.objects.exists()

    @WIDTHS
    def test_a_family_is_accepted_in_one_act(self, width: int) -> None:
        self.given_a_screen_of(width)
        coordinator = families.coordinator_of(self.hub)
        for contact in build.send(children=3, teams=(self.hub.team,)).contacts.order_by("position"):
            self._decide(contact.reference)
        offered = Handover.objects.filter(state="offered").earliest("pk")
        self.given_i_am(coordinator)
        self.given_i_am_on(reverse("work:return", args=[offered.reference]))
        self.then_the_page_is_sound()
        self.given_i_am_on(reverse("work:handover", args=[offered.reference]))
        self.then_the_page_is_sound()
        self.when_i_press("Accept all 3 for my team")
        self.then_i_see("Your team has accepted")
        assert EarlyHelpChild.objects.count() == 3

    def _decide(self, reference: str) -> None:
        def version() -> int:
            return Contact.objects.get(reference=reference).version

        officer = self.hub.officer
        begin_screening(by=officer, reference=reference, version=version())
        rate(by=officer, reference=reference, version=version(), rating="green", reason="Level 2")
        propose_decision(by=officer, reference=reference, version=version(), outcome="EH", threshold_level=2, **mash.WORDS)
        approve_decision(by=self.hub.manager, reference=reference, version=version())

    @WIDTHS
    def test_the_manager_keeps_schools_and_lists(self, width: int) -> None:
        self.given_a_screen_of(width)
        school = factories.make_agency("school", name="Oakfield Primary School")
        factories.make_agency("school", name="Elm Academy")
        factories.make_person("agency_lead", school)
        self.given_i_am(self.hub.manager)
        self.given_i_am_on(reverse("referrals:school_notices"))
        self.then_the_page_is_sound()
        self.given_i_am_on(reverse("referrals:notice_schools"))
        self.when_i_follow("Oakfield Primary School")
        self.then_the_page_is_sound()
        self.when_i_enter_the_date(date(2026, 11, 2), "Since when does it take notices?")
        self.when_i_press("Save")
        self.then_i_see("Since 2 November 2026")
        self.then_the_page_is_sound()
        assert NoticeSchool.objects.get().signed_up_on == date(2026, 11, 2)
        self.given_i_am_on(reverse("referrals:lists"))
        self.then_the_page_is_sound()
        self.when_i_choose("Wards by postcode", "Which list is it?")
        self.when_i_choose("No, it is a part, or a list of wards", "Does it name every school or address that there is?")
        self.when_i_choose("Check it only", "What do you want to do?")
        self.when_i_attach("The file", "wards.csv", b"postcode,ward\nNM1 1AP,Harbour\nNM2 1AP,\n", "text/csv")
        self.when_i_press("Go on")
        self.then_i_see("Line 3: It has no ward.")
        self.then_the_page_is_sound()

    @WIDTHS
    def test_the_keeper_of_local_help_sees_what_a_feed_names_no_more(self, width: int) -> None:
        self.given_a_screen_of(width)
        first = before.feed(before.feed_service(), before.feed_service(id="s-2", name="Walk and talk"))
        for content in (first, before.feed(before.feed_service())):
            import_directory(by=before.SYSTEM, file_name="feed.json", content=content, whole=True)
        self.given_i_am(factories.make_person("early_help_coordinator"))
        self.given_i_am_on(reverse("referrals:directory_import"))
        self.then_i_see("Walk and talk: last named on 18 November 2026")
        self.then_the_page_is_sound()
