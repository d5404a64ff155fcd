"""The report's pages: who opens them, what they say, and how many questions they ask the database."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation.calendar import FinancialYear
from foundation.documents import storage
from reporting.models import Compilation, Edition, Narrative
from reporting.selectors.gathering import figures_of
from reporting.services.requests import request_compilation, start_compilation
from tests.factories import make_person, sign_in
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM

YEAR = FinancialYear(2025)

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client: Client) -> Client:
    return sign_in(client, make_person("business_team"))


def addresses(made: Edition) -> list[str]:
    return [
        reverse("reporting:years"),
        reverse("reporting:year", args=["2025-26"]),
        reverse("reporting:compilation", args=[made.compilation.reference]),
        reverse("reporting:progress", args=[made.compilation.reference]),
        reverse("reporting:edition", args=[made.reference]),
        reverse("reporting:edition_json", args=[made.reference]),
        reverse("reporting:edition_pdf", args=[made.reference]),
        reverse("reporting:compare", args=[made.reference, made.reference]),
    ]


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("role", ["business_team", "scrutineer", "executive"])
def test_these_roles_open_every_page(client: Client, role: str, demo_year: None) -> None:
    sign_in(client, make_person(role))
    for address in addresses(make_edition()):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("role", ["practitioner", "mash_manager", "system_administrator"])
def test_other_roles_open_none(client: Client, role: str, demo_year: None) -> None:
    made = make_edition()
    sign_in(client, make_person(role))
    for address in addresses(made):
        assert client.get(address).status_code == 403, address
    assert client.post(reverse("reporting:compile", args=["2025-26"]), {"press": "x"}).status_code == 403


def test_only_the_business_team_writes_narrative(client: Client) -> None:
    sign_in(client, make_person("executive"))
    assert client.get(reverse("reporting:narrative", args=["2025-26", "foreword"])).status_code == 404


@pytest.mark.parametrize(
    "address", ["/yearly-report/nonsense/", "/yearly-report/editions/NM-E-2222-2222/", "/yearly-report/compilations/x/"]
)
def test_what_is_not_there_answers_404(team: Client, address: str) -> None:
    assert team.get(address).status_code == 404


def test_a_year_without_an_edition_says_so(team: Client) -> None:
    words = text(team.get(reverse("reporting:year", args=["2025-26"])))
    assert "There is no edition of this year yet" in words
    assert "Compile the report" in words


def test_a_failed_compilation_says_why_on_the_page_of_its_year(team: Client) -> None:
    compilation = request_compilation(by=SYSTEM, year=YEAR, press="a")
    Compilation.objects.update(
        state="failed", finished_at=compilation.requested_at, error_class="Refused", sentence="There are no figures for 2025-26."
    )
    assert "There are no figures for 2025-26." in text(team.get(reverse("reporting:year", args=["2025-26"])))
    answer = team.get(reverse("reporting:progress", args=[compilation.reference]))
    assert "There are no figures for 2025-26." in text(answer)
    assert b"hx-get" not in answer.content


def test_progress_is_polled_until_it_ends_and_works_without_script(team: Client, demo_year: None) -> None:
    compilation = request_compilation(by=SYSTEM, year=YEAR, press="a")
    start_compilation(by=SYSTEM, reference=compilation.reference)
    Compilation.objects.update(stage="pages", done=48)
    page = team.get(reverse("reporting:compilation", args=[compilation.reference]))
    assert "Step 3 of 5: laying out pages." in text(page)
    assert 'max="100" value="48"' in page.content.decode()
    assert "of 100" not in text(page)
    assert "Drawing charts: done" in text(page)
    assert reverse("reporting:progress", args=[compilation.reference]).encode() in page.content
    assert re.search(rb"<noscript>.*Check progress.*</noscript>", page.content, re.DOTALL)


def test_a_finished_compilation_leads_to_its_edition(team: Client, demo_year: None) -> None:
    made = make_edition()
    answer = team.get(reverse("reporting:progress", args=[made.compilation.reference]))
    assert b"hx-get" not in answer.content
    assert reverse("reporting:edition_pdf", args=[made.reference]).encode() in answer.content


def test_an_edition_tells_where_each_number_comes_from(team: Client, demo_year: None) -> None:
    words = text(team.get(reverse("reporting:edition", args=[make_edition().reference]), {"chapter": "all"}))
    assert "3,971 of 95,309" in words
    assert "This portal: forms, contacts and checks at the front door." in words
    assert "Police, missing persons system, return for 2025-26." in words
    assert "the text uses these capitals, and nothing explains them: QZX" in words.replace("The text", "the text")


def test_the_same_editions_have_no_differences(team: Client, demo_year: None) -> None:
    first, second = make_edition(), make_edition()
    words = text(team.get(reverse("reporting:compare", args=[first.reference, second.reference])))
    assert "Every figure is the same in both editions" in words


def test_a_file_that_cannot_be_read_is_a_sentence_not_a_crash(team: Client, demo_year: None) -> None:
    made = make_edition()
    storage.remove(made.pdf_key)
    answer = team.get(reverse("reporting:edition_pdf", args=[made.reference]))
    assert answer.status_code == 422
    assert "The PDF cannot be opened just now" in text(answer)


def test_a_stale_press_without_its_key_is_refused(team: Client) -> None:
    answer = team.post(reverse("reporting:compile", args=["2025-26"]), {"press": "<script>"})
    assert answer.status_code == 422
    assert not Compilation.objects.exists()


class TestNarrative:
    address = "/yearly-report/2025-26/narrative/foreword/"

    def test_it_is_written_and_shown_as_written(self, team: Client, apps_publish: None) -> None:
        answer = team.post(self.address, {"text": "We got {{ figure: contacts.received }}.", "version": "0"})
        assert answer.status_code == 302
        assert Narrative.objects.get().text == "We got {{ figure: contacts.received }}."

    def test_a_wrong_token_is_shown_beside_the_text_and_nothing_is_lost(self, team: Client, apps_publish: None) -> None:
        answer = team.post(self.address, {"text": "Mine {{ figure: no.such }}", "version": "0"})
        assert answer.status_code == 422
        assert "there is no “no.such”" in text(answer)
        assert "Mine {{ figure: no.such }}" in answer.content.decode()

    def test_two_authors_see_both_texts(self, team: Client, apps_publish: None) -> None:
        team.post(self.address, {"text": "Theirs.", "version": "0"})
        answer = team.post(self.address, {"text": "Mine.", "version": "0"})
        assert answer.status_code == 422
        words = text(answer)
        assert "Theirs." in words
        assert "Mine." in words

    def test_a_section_that_there_is_not_answers_404(self, team: Client) -> None:
        assert team.get("/yearly-report/2025-26/narrative/afterword/").status_code == 404


def test_pages_ask_few_questions(team: Client, demo_year: None, django_assert_max_num_queries: Any) -> None:
    made = make_edition()
    team.get(reverse("reporting:years"))
    for address in addresses(made):
        with django_assert_max_num_queries(12, info=address):
            team.get(address)


def test_gathering_asks_few_questions(demo_year: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(11):  # savepoint, release, and one for each of nine tables; the stand-ins ask none
        figures_of(YEAR)


def test_an_edition_says_which_small_numbers_are_printed_and_why(team: Client, demo_year: None) -> None:
    page = text(team.get(reverse("reporting:edition", args=[make_edition().reference]), {"chapter": "sources"}))
    assert "They are printed in these figures: Work of the partnership itself" in page
    assert "Published elsewhere already" in page
