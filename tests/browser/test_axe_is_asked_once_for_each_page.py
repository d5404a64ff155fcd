"""axe looks at a page once in each state in `make test`, at every load in `make test-full`; the rest is looked at every time."""

import subprocess
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.browser import soundness
from tests.browser.pages import JourneyTest
from tests.browser.soundness import LOOKS, Looks, check_page, place_of, state_of

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The states in which axe was asked about a page, at one width each."""
    found: list[str] = []

    def note(page: Page) -> list[str]:
        if page.viewport_size and page.viewport_size["width"] == soundness.WIDTHS[0]:
            found.append(state_of(page))
        return []

    monkeypatch.setattr(soundness, "faults_of_access", note)
    return found


class TestPages(JourneyTest):
    def test_another_load_is_another_look_only_where_all_are_asked_for(
        self, asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        for folder, times in ((tmp_path, 1), (None, 2)):
            monkeypatch.setattr(LOOKS, "folder", folder)
            asked.clear()
            for _ in range(2):
                self.given_i_am_on("/contact/")
                self.then_the_page_is_sound()
            assert len(asked) == times

    def test_errors_and_another_page_are_looked_at_and_what_one_worker_saw_no_other_sees(
        self, asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(LOOKS, "folder", tmp_path)
        self.given_i_am_on("/contact/")
        self.then_the_page_is_sound()
        self.given_i_am_on("/privacy/")
        self.then_the_page_is_sound()
        self.given_i_am_on("/sign-in/?next=/")
        self.then_the_page_is_sound()
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.then_the_page_is_sound()
        assert [state.endswith("with errors with script") for state in asked] == [False, False, False, True]
        assert len(set(asked)) == 4
        assert not Looks(tmp_path).is_first(self.page)
        assert Looks(tmp_path / "of another run").is_first(self.page)

    def test_what_is_not_axe_is_looked_at_at_every_load(
        self, asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(LOOKS, "folder", tmp_path)
        self.given_i_am_on("/contact/")
        self.then_the_page_is_sound()
        self.page.evaluate("document.body.append(document.createElement('h1'))")
        with pytest.raises(AssertionError, match="2 h1"):
            check_page(self.page)


def test_without_script_is_a_state_of_its_own(page_without_script: Page, watched_page: Page, site: str) -> None:
    for page in (page_without_script, watched_page):
        page.goto(f"{site}/contact/")
    assert state_of(watched_page) == f"{state_of(page_without_script)} with script"


def test_two_records_of_a_kind_are_one_page_and_two_pages_of_a_form_are_two() -> None:
    page = {"reference": "NM-S-2345-6789", "page": "concern"}
    places = [
        place_of(reverse("referrals:amend_page", kwargs={**page, **other}))
        for other in ({}, {"reference": "NM-S-9876-5432"}, {"page": "consent"})
    ]
    assert places == [
        ["referrals:amend_page", "concern"],
        ["referrals:amend_page", "concern"],
        ["referrals:amend_page", "consent"],
    ]
    assert place_of("/nowhere/") == ["/nowhere/"]


@pytest.mark.parametrize(("target", "every"), [("test", False), ("test-full", True)])
def test_make_says_which(target: str, every: bool) -> None:
    said = subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert ("--every-load" in said) == every
