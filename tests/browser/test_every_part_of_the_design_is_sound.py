"""A site made only for this test shows every layout, component and question; each page is looked at in Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as real_settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Page, expect

from foundation.design import failures
from foundation.validation_failures import keep
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page, faults_of_source
from tests.foundation.design.gallery import urls

GALLERY = Path(urls.__file__).parent
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.messages.context_processors.messages",
    "csp.context_processors.nonce",
    "foundation.design.context.partnership",
]


@pytest.fixture(scope="module")
def gallery() -> Iterator[str]:
    """The gallery's own server; it needs no database."""
    templates = {
        **real_settings.TEMPLATES[0],
        "DIRS": [*real_settings.TEMPLATES[0]["DIRS"], GALLERY / "templates"],
        "OPTIONS": {"context_processors": PROCESSORS},
    }
    with override_settings(
        ROOT_URLCONF="tests.foundation.design.gallery.urls",
        MIDDLEWARE=MIDDLEWARE,
        TEMPLATES=[templates],
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
        ALLOWED_HOSTS=["localhost"],
    ):
        failures.send_to(failures.tally)
        thread = LiveServerThread("localhost", StaticFilesHandler)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://localhost:{thread.port}"
        thread.terminate()
        failures.send_to(keep)


@pytest.fixture
def site(gallery: str) -> str:
    return gallery


def pictures(name: str) -> Path | None:
    """Where to keep pictures, when somebody wants to look at them."""
    folder = os.environ.get("PICTURES")
    return Path(folder) / name if folder else None


PAGES = {
    "start": "/",
    "questions": "/questions/",
    "done": "/done/",
    "work": "/work/",
    "figures": "/figures/",
    "pack": "/pack/",
    "409": "/error/409/",
    "429": "/error/429/",
    "403": "/error/403/",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_gallery(watched_page: Page, site: str, name: str) -> None:
    watched_page.goto(site + PAGES[name])
    check_page(watched_page, pictures=pictures(name))


@pytest.mark.parametrize(
    ("address", "way_on"),
    [
        ("400/", "Go to the start page"),
        ("404/", "Go to the start page"),
        ("422/", "Go to the start page"),
        ("csrf/", "Sign in, and go back to the page"),
        ("csrf/?signed-in", "Open the page again"),
    ],
)
def test_an_error_page_says_what_to_do(watched_page: Page, site: str, address: str, way_on: str) -> None:
    watched_page.goto(f"{site}/error/{address}")
    check_page(watched_page)
    expect(watched_page.get_by_text(way_on)).to_be_visible()


class TestQuestions(JourneyTest):
    def test_every_refusal_leads_to_its_question(self) -> None:
        self.given_i_am_on("/questions/")
        self.when_i_press("Continue")
        check_page(self.page, pictures=pictures("errors"))
        assert self.page.evaluate("document.activeElement.className") == "govuk-error-summary"
        for message in (
            "Enter the child’s full name",
            "Enter date of birth",
            "Enter what you are worried about",
            "Select yes if the police were called",
            "Select what might be happening, or “None of these”",
            "Select the school",
            "Enter your password",
            "Select the box to say it is true",
        ):
            self.then_the_error_is(message)

    def test_a_question_shows_beneath_its_choice(self) -> None:
        self.given_i_am_on("/questions/")
        reference = self.page.get_by_label("Police reference")
        expect(reference).to_be_hidden()
        self.when_i_choose("Yes", "Were the police called?")
        expect(reference).to_be_visible()
        self.page.get_by_label("What did they say?").fill("One line\n  and another")
        self.when_i_press("Continue")
        self.then_the_error_is("Enter the police reference")
        expect(self.page.get_by_label("What did they say?")).to_have_value("One line\n  and another")

    def test_an_exclusive_choice_clears_the_others(self) -> None:
        self.given_i_am_on("/questions/")
        self.when_i_choose("Being hurt")
        self.when_i_choose("None of these")
        expect(self.page.get_by_label("Being hurt")).not_to_be_checked()

    def test_what_is_typed_is_saved_by_itself(self) -> None:
        urls.SAVED.clear()
        self.given_i_am_on("/questions/")
        self.when_i_fill("Child’s full name", "Ada Example")
        self.then_i_see("Saved at")
        assert urls.SAVED[-1]["name"] == "Ada Example"

    def test_a_refused_save_is_said_and_nothing_typed_is_lost(self) -> None:
        self.given_i_am_on("/questions/")
        self.page.route("**/save/", lambda route: route.fulfill(status=422, body=""))
        self.when_i_fill("Child’s full name", "Ada Example")
        self.then_i_see("Not saved.")
        expect(self.page.get_by_label("Child’s full name")).to_have_value("Ada Example")

    def test_a_warning_comes_before_the_session_ends(self) -> None:
        self.page.clock.install()
        self.given_i_am_on("/questions/")
        self.page.clock.fast_forward("26:00")
        dialog = self.page.get_by_role("dialog", name="You are about to be signed out")
        expect(dialog).to_be_visible()
        expect(dialog).to_contain_text("You have 4 minutes left")
        check_page(self.page, pictures=pictures("session"))
        self.when_i_press("Stay signed in")
        expect(dialog).to_be_hidden()

    def test_a_session_that_ended_says_so(self) -> None:
        self.page.clock.install()
        self.given_i_am_on("/questions/")
        self.page.clock.fast_forward("31:00")
        expect(self.page.get_by_role("dialog", name="You have been signed out")).to_be_visible()


class TestWork(JourneyTest):
    def test_a_table_is_sorted_in_the_page(self) -> None:
        self.given_i_am_on("/work/")
        self.when_i_press("Age")
        ages = [int(text) for text in self.page.locator("tbody td:nth-child(3)").all_inner_texts()]
        assert ages == sorted(ages)

    def test_long_work_shows_how_far_it_is(self) -> None:
        self.given_i_am_on("/progress/?step=3")
        self.then_i_see("Counting contacts")
        self.then_i_see("The report is ready")
        assert self.page.locator("progress").get_attribute("value") == "4"

    def test_filters_fold_away_on_a_phone(self) -> None:
        self.given_a_screen_of(375)
        self.given_i_am_on("/work/")
        expect(self.page.get_by_label("Reference or name")).to_be_hidden()
        self.page.get_by_text("Filter contacts").click()
        expect(self.page.get_by_label("Reference or name")).to_be_visible()


def test_every_question_is_there_without_script(page_without_script: Page, site: str) -> None:
    page = page_without_script
    page.goto(f"{site}/questions/")
    expect(page.get_by_label("Police reference")).to_be_visible()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()


def test_progress_is_there_without_script(page_without_script: Page, site: str) -> None:
    page_without_script.goto(f"{site}/progress/?step=3")
    page_without_script.get_by_role("link", name="Check progress").click()
    expect(page_without_script.get_by_text("The report is ready")).to_be_visible()


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color:red">x</p>',
        '<button onclick="x()">x</button>',
        "<script>x()</script>",
        '<i id="a"></i><i id="a"></i>',
        '<label for="nowhere">x</label>',
        "<p><div>x</div></p>",
        "<div><span></div>",
        '<a href="#nowhere">x</a>',
        "<form>x</form>",
    ],
)
def test_the_check_of_the_source_sees_what_is_wrong(html: str) -> None:
    assert faults_of_source(html)


def test_the_check_of_the_source_accepts_what_is_right() -> None:
    assert faults_of_source('<form method="post"><label for="a">x</label><input id="a"><svg><path d="M0"/></svg></form>') == []
