"""A number of the scorecard is opened, a change of it explained, a value signed off, and what others have kept beside it."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from foundation import clock
from reporting.models import CountedValue
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.watching import QUARTER, defined, was_returned, watched

pytestmark = pytest.mark.django_db(transaction=True)


class TestANumberIsOpened(JourneyTest):
    def test_it_says_where_it_comes_from_and_why_it_changed(self) -> None:
        police, school = make_agency("police", name="Northmere Police"), make_agency("education", name="Northmere Schools")
        meetings = watched("meetings.held", owner=police.code)
        for days_ago, value in ((20, 2), (1, 3)):
            CountedValue.objects.create(
                indicator=meetings, period=QUARTER, value=value, definition=1, source="board.meetings",
                counted_at=clock.now() - dt.timedelta(days=days_ago),
            )  # fmt: skip
        absent = defined(owner=school, period_kind="academic", target=Decimal(60), tolerance=Decimal(10))
        for place, value in enumerate((61, 70, 55, 66), start=1):
            was_returned(absent.code, f"Q{place} 2025-26", value, period_kind="academic")
        business = make_person("business_team", make_agency("partnership"))
        self.given_i_am(business)
        self.given_a_screen_of(1280)
        self.given_i_am_on(reverse("reporting:scorecard"))
        self.then_i_see("By quarter: 2025/26 academic year, September 2025 to August 2026")
        self.then_i_see("one of four quarters")
        self.then_the_page_is_sound()
        self.when_i_follow("Northmere Police: Meetings held, Q2 2026-27")
        self.then_i_see("Nobody has said why yet.")
        self.then_the_page_is_sound()
        self.when_i_follow("Say why the value changed")
        self.when_i_press("Save the reason")
        self.then_the_error_is("Enter why the value changed")
        self.when_i_fill("Why did the value change?", "Minutes of one meeting came late.")
        self.then_the_page_is_sound()
        self.when_i_press("Save the reason")
        self.then_i_see("Minutes of one meeting came late.")
        self.given_i_am_on(reverse("reporting:comparators"))
        self.when_i_press("Add a comparator")
        self.when_i_select("Children persistently absent", "Of which figure?")
        self.when_i_choose("London", "Whose is it?")
        self.when_i_fill("Of which year?", "2025/26")
        self.when_i_fill("What is the number?", "lots")
        self.when_i_fill("Who published it, and in what?", "Department for Education")
        self.when_i_press("Save the comparator")
        self.then_the_error_is("Enter the number as it was published, such as 347 or 37.5.")
        self.then_the_page_is_sound()
        self.when_i_fill("What is the number?", "171")
        self.when_i_press("Save the comparator")
        self.then_i_see("2025/26 academic year")
        self.then_the_page_is_sound()
        self.given_i_am_on(reverse("reporting:neighbours"))
        self.then_the_page_is_sound()
        self.given_i_am(make_person("agency_lead", school))
        self.given_a_screen_of(375)
        self.given_i_am_on(reverse("reporting:our_values"))
        self.then_i_see("To be signed off")
        self.then_the_page_is_sound()
        self.given_i_am_on(reverse("reporting:indicator_value", args=[absent.code, "q4-2025-26"]))
        self.when_i_press("Sign this value off")
        self.then_i_see("The value has been signed off.")
        self.then_the_page_is_sound()
        self.given_i_am_on(reverse("reporting:indicator_value", args=[absent.code, "2025-26"]))
        self.then_i_see("All four quarters: the quarters are added.")
        self.then_i_see("London 171 (2025/26 academic year)")
        self.then_the_page_is_sound()
        self.given_i_am(business)
        for page in (reverse("reporting:comparators"), reverse("reporting:scorecard")):
            self.given_i_am_on(page)
            self.then_the_page_is_sound()
