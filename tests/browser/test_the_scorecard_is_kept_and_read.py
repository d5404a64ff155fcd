"""A board manager asks for a value, an agency returns it, a scrutineer challenges it; all on one scorecard."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from foundation import clock
from reporting.models import ValueAsked
from reporting.selectors.indicators import request_of
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.watching import defined, was_returned

pytestmark = pytest.mark.django_db(transaction=True)
QUARTERS = ("Q1 2024-25", "Q2 2024-25", "Q3 2024-25", "Q4 2024-25", "Q1 2025-26", "Q2 2025-26", "Q3 2025-26", "Q4 2025-26")


class TestTheScorecard(JourneyTest):
    def test_a_value_is_asked_for_returned_explained_and_challenged(self) -> None:
        school = make_agency("education", name="Northmere Schools")
        one = defined(owner=school, target=Decimal(60), tolerance=Decimal(10))
        for place, quarter in enumerate((*QUARTERS, "Q1 2026-27")):
            was_returned(one.code, quarter, 60 + (place % 3) * 5)
        business = make_person("business_team", make_agency("partnership"))
        self.given_i_am(business)
        self.given_a_screen_of(1280)
        self.given_i_am_on(reverse("reporting:scorecard"))
        self.then_the_page_is_sound()
        self.when_i_follow("Values asked of agencies")
        self.when_i_press("Ask for values")
        self.when_i_press("Ask them")
        self.then_the_error_is("Enter by when the values are needed")
        self.then_the_page_is_sound()
        self.when_i_enter_the_date(clock.today() + dt.timedelta(days=20), "By when?")
        self.when_i_press("Ask them")
        self.then_i_see("The owners have been asked.")
        self.then_the_page_is_sound()
        asked = ValueAsked.objects.get()
        request = request_of(asked)
        assert request is not None
        self.given_i_am(make_person("agency_lead", school))
        self.given_a_screen_of(375)
        self.given_i_am_on(reverse("reporting:return_value", args=[request.reference]))
        self.when_i_fill("Children persistently absent, Q2 2026-27: how many children?", "900")
        self.when_i_fill("Where does it come from?", "School census")
        self.when_i_press("Return the value")
        self.then_the_error_is("900 is far from the 70 of Q1 2026-27. Check it, and confirm it if it is right.")
        self.then_the_page_is_sound()
        self.when_i_fill("Children persistently absent, Q2 2026-27: how many children?", "150")
        self.when_i_press("Return the value")
        self.then_i_see("The value has been returned.")
        self.given_i_am(make_person("scrutineer"))
        self.given_i_am_on(reverse("reporting:scorecard"))
        self.then_i_see("outside its usual range")
        self.then_the_page_is_sound()
        self.when_i_follow("Children persistently absent")
        self.then_the_page_is_sound()
        self.when_i_follow("Challenge a value")
        self.when_i_fill("What is challenged, and on what evidence?", "It has doubled.")
        self.when_i_choose("Independent scrutineer", "Who raises it?")
        self.then_the_page_is_sound()
        self.when_i_press("Save the challenge")
        self.then_i_see("In the challenge log: open")
        self.given_a_screen_of(1280)
        self.given_i_am_on(reverse("reporting:indicator", args=[one.code]))
        self.then_the_page_is_sound()
