"""The board manager asks for returns, an agency's lead fills in the table, and the board manager reads and accepts it."""

import datetime as dt

import pytest

from foundation import clock
from reporting.models import AgencyReturn
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.returning import YEAR, accepted, make_return, make_shape

pytestmark = pytest.mark.django_db(transaction=True)

INTEND, OUTCOME = "What we intend to do", "Desired outcome"


class TestAReturn(JourneyTest):
    def test_it_is_asked_for_written_row_by_row_sent_back_and_accepted(self) -> None:
        police, school = make_agency(name="Northmere Police"), make_agency(name="Oakfield School")
        shape = make_shape()
        rows = [["See children alone", "Children are heard", "Twice a term", "More spoke"]]
        accepted(make_return(police, shape=shape, year=YEAR.previous()), {"our-objectives": rows})
        board = make_person("business_team", make_agency("partnership"))
        lead = make_person("agency_lead", police)
        self.given_i_am(board)
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/yearly-report/{YEAR.label}/")
        self.when_i_follow("Returns of agencies and groups")
        self.then_the_page_is_sound()
        self.when_i_press("Ask for returns")
        self.when_i_press("Ask them")
        self.then_the_error_is("Select the shape of the returns")
        self.then_the_page_is_sound()
        self.when_i_select(shape.questionnaire.title, "What shape do the returns have?")
        self.when_i_choose("One agency or several")
        self.when_i_choose(police.name)
        self.when_i_choose(school.name)
        self.when_i_enter_the_date(clock.today() + dt.timedelta(days=20), "By when?")
        self.when_i_press("Ask them")
        self.then_i_see("They have been asked")
        self.then_the_page_is_sound()
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
        self.given_i_am(lead)
        self.given_i_am_on("/inbox/requests/")
        self.when_i_follow("Return for the yearly report")
        self.then_the_page_is_sound()
        self.when_i_follow("Questions")
        self.then_i_see("See children alone")
        self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
        self.page.locator("#id_our-objectives-0-2").fill("word " * 151)
        self.when_i_press("Save and come back later")
        self.then_the_error_is("must be 150 words or fewer. It has 151")
        self.then_the_page_is_sound()
        self.page.locator("#id_our-objectives-0-2").fill("- twice a term\n- with an interpreter")
        self.when_i_press("Save and add another row")
        self.then_i_see("There is an empty row more")
        self.page.locator("#id_our-objectives-1-0").fill("Ask about fathers")
        self.when_i_press("Save and continue")
        self.then_the_heading_is("Check your answers")
        self.then_the_page_is_sound()
        self.when_i_press("Send answers")
        self.then_i_see("Your answers have been sent.")
        given = AgencyReturn.objects.get(agency=police, round__year=YEAR.label)
        self.given_i_am(board)
        self.given_i_am_on(f"/return-rounds/{given.round.reference}/")
        self.when_i_follow(police.name)
        self.then_i_see("with an interpreter")
        self.then_the_page_is_sound()
        self.when_i_press("Accept the return")
        self.then_i_see("is accepted")
        self.given_i_am_on(f"/returns/{given.reference}/")
        self.when_i_follow("Send it back for changes")
        self.when_i_press("Send it back for changes")
        self.then_the_error_is("Enter what has to change")
        self.then_the_page_is_sound()
        self.when_i_fill("What has to change?", "Say what changed for children.")
        self.when_i_enter_the_date(clock.today() + dt.timedelta(days=5), "By when should it come again?")
        self.when_i_press("Send it back for changes")
        self.then_i_see("The return has been sent back.")
        other = AgencyReturn.objects.get(agency=school)
        self.given_i_am_on(f"/returns/{other.reference}/type-in/")
        self.then_the_page_is_sound()
        self.given_i_am_on(f"/return-rounds/{given.round.reference}/close/")
        self.then_the_page_is_sound()
        self.when_i_press("Close the round")
        self.then_i_see("The round is closed.")
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
