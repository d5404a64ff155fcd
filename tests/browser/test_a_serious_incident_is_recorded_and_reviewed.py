"""A board manager records an incident, names who needs to see it, and takes it to the national panel; others see nothing."""

import datetime as dt

import pytest

from accounts.services.people import end_role
from foundation import clock
from reviews.models import IncidentState, SeriousIncident
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reviews import build

pytestmark = pytest.mark.django_db(transaction=True)


class TestASeriousIncident(JourneyTest):
    def test_it_is_recorded_and_seen_by_those_named(self) -> None:
        owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"), name="Pat Panel")
        yesterday = clock.today() - dt.timedelta(days=1)
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/")
        self.when_i_follow("Reviews")
        self.then_the_page_is_sound()
        self.when_i_follow("Record a serious incident")
        self.when_i_press("Open the case")
        self.then_the_error_is("Enter what you call the case")
        self.then_the_page_is_sound()
        self.when_i_fill("What do you call the case?", "Case Robin")
        self.when_i_enter_the_date(yesterday, "When did it happen?")
        self.when_i_enter_the_date(yesterday, "On which day did the local authority become aware?")
        self.when_i_fill("At what time?", "11:30pm")
        self.when_i_select("Serious physical harm", "What happened to the child?")
        self.when_i_fill("What happened?", "Robin was taken to hospital.")
        self.when_i_choose("Yes", "Is abuse or neglect known or suspected?")
        self.when_i_fill("What is suspected, and why?", "Injuries that nobody explains.")
        self.when_i_choose("Yes", "Do the police investigate?")
        self.when_i_press("Open the case")
        self.then_i_see("must be notified")
        self.then_the_page_is_sound()
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
        self._add_child()
        self._name(panel.email)
        self.given_i_am(panel)
        reference = SeriousIncident.objects.get().case.reference
        self.given_i_am_on(f"/reviews/{reference}/")
        self.then_i_see("Robin was taken to hospital.")
        self.then_the_page_is_sound()
        self.given_i_am(make_person("business_team", make_agency("council")))
        self.given_i_am_on("/reviews/")
        self.then_i_do_not_see("Case Robin")

    def _add_child(self) -> None:
        self.when_i_press("Add a child")
        self.when_i_press("Add the child")
        self.then_the_error_is("Enter a pseudonym")
        self.when_i_fill("By what pseudonym does the case speak of the child?", "Robin")
        self.when_i_fill("First name", "Zofia")
        self.when_i_fill("Family name", "Byrne")
        self.when_i_enter_the_date(dt.date(2019, 5, 3), "Date of birth")
        self.when_i_choose("Female", "Sex")
        self.when_i_select("Child in need", "How did the child stand to children’s social care?")
        self.then_the_page_is_sound()
        self.when_i_press("Add the child")
        self.then_i_see("The child has been added.")

    def _name(self, email: str) -> None:
        self.when_i_follow("Name somebody on the case")
        self.when_i_fill("Their email address at work", email)
        self.when_i_choose("Panel member")
        self.when_i_choose("Yes", "Are they independent of the case?")
        self.when_i_fill("Why do they need to see it?", "Knows the service")
        self.then_the_page_is_sound()
        self.when_i_press("Name them")
        self.then_i_see("Pat Panel")

    def test_a_case_that_has_come_a_long_way_can_be_read(self) -> None:
        owner = build.board_manager()
        incident = build.at(owner, IncidentState.REPLIED)
        self.given_i_am(owner)
        for width in (1280, 375):
            self.given_a_screen_of(width)
            self.given_i_am_on(f"/reviews/{incident.case.reference}/")
            self.then_i_see("The national panel")
            self.then_the_page_is_sound()

    def test_a_case_whose_owner_has_gone_is_taken_over(self) -> None:
        owner, successor = build.board_manager(), build.board_manager()
        incident = build.with_child(owner, what_happened="Zofia was taken to hospital.")
        end_role(by=make_person("system_administrator"), holding_id=owner.holdings.get().pk)
        self.given_i_am(successor)
        self.given_a_screen_of(375)
        self.given_i_am_on("/reviews/")
        self.then_i_do_not_see("Case Robin")
        self.when_i_follow("Cases without an owner")
        self.then_the_page_is_sound()
        self.when_i_follow(f"Take over {incident.case.reference}")
        self.when_i_fill("Why do you take it over?", "Gone")
        self.when_i_press("Take it over")
        self.then_the_error_is("Enter why you take the case over, in at least a sentence.")
        self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
        self.when_i_fill("Why do you take it over?", "The owner has left the partnership.")
        self.when_i_press("Take it over")
        self.then_i_see("A child’s name is written here")
        self.then_the_page_is_sound()
