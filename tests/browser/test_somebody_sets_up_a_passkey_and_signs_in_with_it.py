"""The one journey that needs scripts: passkeys, with a virtual authenticator in the browser. Codes are the way without."""

import pytest
from django.core.cache import cache

from accounts.models import Person
from tests.browser.pages import JourneyTest
from tests.factories import PASSWORD, make_person

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.mark.django_db(transaction=True)
class TestPasskeys(JourneyTest):
    def given_a_device_that_makes_passkeys(self) -> None:
        session = self.page.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    def given_a_lead(self) -> Person:
        cache.clear()
        return make_person("agency_lead", name="Lena Leadwell")

    def when_i_sign_in_with_my_password(self, person: Person) -> None:
        self.page.goto(f"{self.site}/sign-in/")
        self.page.fill("input[name=login]", person.email)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()

    def test_a_passkey_is_the_second_factor_and_then_signs_in_alone(self) -> None:
        self.given_a_device_that_makes_passkeys()
        person = self.given_a_lead()
        self.when_i_sign_in_with_my_password(person)
        self.page.goto(f"{self.site}/people/")
        self.then_the_heading_is("Set up a second factor")
        self.then_the_page_is_sound()
        self.page.get_by_role("link", name="Add a passkey").or_(self.page.get_by_role("button", name="Add a passkey")).click()
        self.then_the_page_is_sound()
        self.page.fill("input[name=name]", "Work laptop")
        self.page.check("input[name=passwordless]")
        self.page.get_by_role("button", name="Add this device").click()
        self.then_the_heading_is("Recovery codes")
        self.then_the_page_is_sound()
        self.page.goto(f"{self.site}/account/")
        self.page.get_by_text("Work laptop", exact=True).wait_for()
        self.then_the_page_is_sound()
        self.page.context.clear_cookies()

        self.when_i_sign_in_with_my_password(person)
        self.then_the_heading_is("Prove that it is you")
        self.then_the_page_is_sound()
        self.page.get_by_role("button", name="Use a passkey").click()
        self.page.get_by_role("link", name="Lena Leadwell").wait_for()
        self.page.context.clear_cookies()

        self.page.goto(f"{self.site}/sign-in/")
        self.then_the_page_is_sound()
        self.page.get_by_role("button", name="Sign in with a passkey").click()
        self.page.get_by_role("link", name="Lena Leadwell").wait_for()
        self.page.goto(f"{self.site}/people/")
        self.page.get_by_role("heading", name="People of").wait_for()
        self.then_the_page_is_sound()

    def test_a_passkey_that_is_not_used_is_told_in_words(self) -> None:
        self.page.goto(f"{self.site}/sign-in/")
        self.page.evaluate(
            "() => { navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"
        )
        self.page.get_by_role("button", name="Sign in with a passkey").click()
        self.page.get_by_text("The passkey was not used.").wait_for()
