"""A safeguarding lead finds what a colleague sent, takes it over with a reason, answers for them and gives it back."""

import pytest

from referrals.services import write_to_referrer
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db(transaction=True)


class TestTakingOver(JourneyTest):
    @pytest.mark.parametrize("screen", [(1280, 900), (375, 700)])
    def test_the_lead_goes_on_and_gives_it_back(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_referral_of_a_colleague()
        self.given_i_am(self.lead)
        self.given_i_am_on("/my-referrals/agency/")
        self.when_i_follow(self.reference)
        self.when_i_follow("Take it over for a colleague who is away")
        self.then_the_heading_is("Take over this referral of Terry Teacher")
        self.when_i_press("Take it over")
        self.then_the_error_is("Enter why")
        self.then_the_page_is_sound()
        self.page.get_by_role("textbox").first.fill("Terry is on leave until Monday.")
        self.when_i_press("Take it over")
        self.then_i_see("You follow this referral since")
        self.then_the_page_is_sound()
        write_to_referrer(by=self.hub.officer, reference=self.contact.reference, body="Who collects her?", once="one")
        self.given_i_am_on(f"/my-referrals/{self.reference}/")
        self.when_i_follow("1 message from the MASH")
        self.then_i_see("Who collects her?")
        self.when_i_fill("Your message", "Her aunt does.")
        self.when_i_press("Send the message")
        self.then_i_see("Your message is sent.")
        self.given_i_am(self.teacher)
        self.given_i_am_on(f"/my-referrals/{self.reference}/")
        self.then_i_see("Lea Lead follows this referral since")
        self.then_i_see("Terry is on leave until Monday.")

    def given_a_referral_of_a_colleague(self) -> None:
        self.hub = mash.make()
        school = build.make_school(name="Oakfield School")
        self.teacher = build.make_practitioner(school, name="Terry Teacher")
        self.lead = factories.make_person("agency_lead", school, name="Lea Lead")
        self.contact = mash.screened(self.hub, author=self.teacher)
        self.reference = self.contact.submission.reference
