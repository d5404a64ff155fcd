"""A MASH officer takes a telephone call down; a school's lead reads and acknowledges a notice of domestic abuse."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Person
from foundation.models import OutboxMessage
from referrals import services
from referrals.models import SchoolNotice, Submission
from referrals.rules.notices import tidy
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import mash
from work.models import SchoolTerm

pytestmark = pytest.mark.django_db(transaction=True)

ROW = {
    "police_reference": "NP/26/40117",
    "incident_on": "17/11/2026",
    "incident_time": "21:40",
    "what_happened": "Neighbours heard shouting; the child was on the stairs.",
    "given_name": "Linden",
    "family_name": "Ashgrove",
    "birth_date": "2017-03-02",
    "school": "Oakfield Primary School",
    "officer": "PC Hale",
    "domestic_abuse": "yes",
    "child_present": "yes",
    "place": "At home",
}


class TestOtherWaysIn(JourneyTest):
    """From the telephone and from the police to the record."""

    @pytest.fixture(autouse=True)
    def _hub(self) -> None:
        self.hub = mash.make()
        self.school = factories.make_agency("school", name="Oakfield Primary School")

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    @pytest.mark.parametrize("width", [1280, 375])
    def test_a_telephone_call_is_taken_down(self, width: int) -> None:
        self.given_a_screen_of(width)
        self.given_i_am(self.hub.officer)
        self.given_i_am_on("/mash/")
        self.when_i_follow("Take down a telephone call, an email or a transfer")
        self.then_the_page_is_sound()
        self.when_i_press("Write it down")
        self.then_i_see("Select how it came")
        self.then_the_page_is_sound()
        self.when_i_choose("No", "Is a child in danger right now?")
        self.when_i_choose("Telephone", "How did it come?")
        self.when_i_select("Oakfield Primary School", "For which agency did they speak?")
        self.when_i_fill("Their name", "Mo Larch")
        self.when_i_fill("First name of the child", "Isla")
        self.when_i_fill("Last name of the child", "Penrose")
        self.when_i_fill("Or the age of the child", "9")
        self.when_i_fill("What are they worried about?", "Came in without lunch for the third time this week.")
        self.when_i_choose("Children’s social care", "What do they ask for?")
        self.when_i_choose("Asked, and given", "Has the family agreed that they tell you?")
        self.when_i_choose("Yes", "Does the family know that you were told?")
        self.when_i_press("Write it down")
        self.then_the_heading_is("Isla Penrose")
        self.then_i_see("Taken by telephone")
        self.then_i_see("The referrer has still to send the written form.")
        self.then_the_page_is_sound()
        self.when_i_follow("The form has come")
        self.then_the_page_is_sound()
        assert Submission.objects.get().channel == "telephone"

    @pytest.mark.parametrize("width", [1280, 375])
    def test_the_school_is_told_and_acknowledges(self, width: int) -> None:
        SchoolTerm.objects.create(name="Autumn", starts_on=date(2026, 9, 2), ends_on=date(2026, 12, 18))
        lead = factories.make_person("agency_lead", self.school, name="Lee Lead")
        rows = [tidy(ROW), tidy({**ROW, "given_name": "Sorrel", "birth_date": "2019-05-01", "school": "Nowhere School"})]
        services.receive_notices(by=factories.make_person("practitioner", self.hub.police), agency=self.hub.police, rows=rows)
        assert not OutboxMessage.objects.filter(payload__icontains="Ashgrove").exists()
        self.given_a_screen_of(width)
        self.given_i_am(lead)
        self.given_i_am_on("/inbox/requests/")
        self.when_i_follow("Operation Encompass: notice about a child")
        self.then_i_see("the child was on the stairs")
        self.then_the_page_is_sound()
        self.when_i_choose("We have this notice and look out for the child")
        self.when_i_fill("Your answer", "Her teacher meets her at the gate.")
        self.when_i_press("Send answer")
        self.then_i_see("Your answer has been sent.")
        self.given_i_am(self.hub.officer)
        self.given_i_am_on("/mash/school-notices/")
        self.then_i_see("Nowhere School")
        self.then_the_page_is_sound()
        self.when_i_follow("Tell the school about Sorrel")
        self.then_the_page_is_sound()
        self.when_i_select("Oakfield Primary School", "Which school is told?")
        self.when_i_press("Tell the school")
        self.then_i_see("Oakfield Primary School was told on")
        self.then_the_page_is_sound()
        assert sorted(SchoolNotice.objects.values_list("state", flat=True)) == ["acknowledged", "told"]

    def test_the_manager_chooses_columns(self) -> None:
        mash.screened(self.hub)
        self.given_i_am(self.hub.manager)
        self.given_i_am_on("/mash/")
        self.when_i_follow("Choose the columns of the queue")
        self.then_the_page_is_sound()
        self.when_i_select("How it came", "Fourth column")
        self.when_i_press("Use these columns")
        self.then_i_see("The queue shows these columns to everybody.")
        self.then_the_page_is_sound()
