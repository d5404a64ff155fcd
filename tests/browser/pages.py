"""How browser tests speak: given, when, then."""

import datetime as dt
import re
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect
from playwright.sync_api import Error as PlaywrightError

from tests.browser.soundness import check_page, faults_of_source

PATIENCE = 20_000  # milliseconds: a busy machine is slow, not wrong
REFUSED_ON_PURPOSE = re.compile(r"responded with a status of (400|403|404|409|410|422|429)\b")


class Watch:
    """Notes what a page should never do: console errors, broken policies, requests to anywhere else, unsound HTML."""

    def __init__(self, page: Page, site: str) -> None:
        self.site = site
        self.site = site
        page.set_default_timeout(PATIENCE)
        self.heard: list[str] = []
        self.sources: dict[str, str] = {}
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"script failed: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not REFUSED_ON_PURPOSE.search(message.text):
            self.heard.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "about:")):
            self.heard.append(f"asked for {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 400 and response.request.resource_type != "document" and response.status != 422:
            self.heard.append(f"{response.status} for {response.url}")
        if response.request.resource_type == "document" and "html" in response.headers.get("content-type", ""):
            try:
                self.sources[response.url] = response.text()
            except PlaywrightError:  # a redirected or abandoned page has no body to read
                return

    def oddities(self) -> list[str]:
        """Everything odd since the page was opened."""
        unsound = [f"{url}: {fault}" for url, text in self.sources.items() for fault in faults_of_source(text)]
        return self.heard + unsound


class JourneyTest:
    """One person's way through the portal. Subclass it, one journey per file."""

    page: Page
    site: str

    @pytest.fixture(autouse=True)
    def _browser(self, watched_page: Page, site: str) -> None:
        self.page, self.site = watched_page, site

    # Given

    def given_i_am_on(self, path: str) -> None:
        self.page.goto(f"{self.site}{path}")

    def given_i_am_signed_in_as(self, person: Any, **session: Any) -> None:
        """Signs in without the sign-in pages; `session` is kept in the session as it is."""
        from django.conf import settings
        from django.test import Client

        client = Client()
        client.force_login(person)
        if session:
            store = client.session
            store.update(session)
            store.save()
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def given_i_am(self, person: Any) -> None:
        """Signs in with the second factor, in place of whoever was signed in."""
        from django.conf import settings
        from django.test import Client

        from tests import factories

        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def given_a_screen_of(self, width: int, height: int = 800) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    # When

    def when_i_fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)

    def when_i_choose(self, choice: str, question: str = "") -> None:
        place = self.page.get_by_role("group", name=question) if question else self.page
        place.get_by_label(choice, exact=True).check()

    def when_i_select(self, option: str, label: str) -> None:
        self.page.get_by_label(label).select_option(label=option)

    def when_i_enter_the_date(self, date: dt.date, question: str) -> None:
        group = self.page.get_by_role("group", name=question)
        for part in ("Day", "Month", "Year"):
            group.get_by_label(part, exact=True).fill(str(getattr(date, part.lower())))

    def when_i_attach(self, label: str, name: str, content: bytes, kind: str = "application/pdf") -> None:
        self.page.get_by_label(label).set_input_files({"name": name, "mimeType": kind, "buffer": content})

    def when_i_press(self, button: str) -> None:
        self.page.get_by_role("button", name=button).click()

    def when_i_follow(self, link: str) -> None:
        self.page.get_by_role("link", name=link).first.click()

    def when_i_press_the_key(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    # Then

    def then_the_heading_is(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(rf"^\s*{re.escape(words)}\s*$"))

    def then_i_see(self, words: str) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible()

    def then_i_do_not_see(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    def then_the_error_is(self, message: str) -> None:
        """The message stands in the summary, its link leads to the control, and it stands beside the control too."""
        link = self.page.locator(".govuk-error-summary").get_by_role("link", name=message)
        link.click()
        target = (link.get_attribute("href") or "")[1:]
        assert self.page.evaluate("document.activeElement.id") == target
        expect(self.page.locator(".govuk-error-message").filter(has_text=message).first).to_be_visible()

    def then_i_am_on(self, path: str) -> None:
        expect(self.page).to_have_url(re.compile(rf"^{re.escape(self.site + path)}([?#].*)?$"))

    def then_the_page_is_sound(self) -> None:
        check_page(self.page)
