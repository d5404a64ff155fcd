"""The page of an edition is read chapter by chapter, and says which chapters were edited since it was compiled."""

import re
from collections.abc import Callable, Iterable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Person
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, TextGroup, TextRows, TextTable, worded
from reporting.models import Edition, EditionDecision, Publication
from reporting.rules.approving import SEATS, fingerprint_of
from reporting.selectors.stating import waiting_for_statement
from reporting.services.writing import write_narrative
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR, make_edition, state
from tests.reporting.published import EVERYTHING, publishing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_year")]
EDITED = "The draft was edited since this edition was compiled."
Read = Callable[..., str]


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"), name="Kim Lee")


@pytest.fixture
def read(client: Client, business: Person) -> Read:
    sign_in(client, business)

    def of(edition: Edition, **query: str) -> str:
        shown = client.get(reverse("reporting:edition", args=[edition.reference]), query).content.decode()
        return re.sub(r"\s+", " ", shown)

    return of


def write(by: Person, text: str, version: int = 0) -> None:
    write_narrative(by=by, year=YEAR, section="voice", text=text, version=version)


def test_it_names_the_chapters_that_were_edited_when_and_by_whom(read: Read, business: Person) -> None:
    edition = make_edition()
    assert EDITED not in read(edition)
    write(business, "We heard more.")
    shown = read(edition)
    assert EDITED in shown
    assert "needs every approval again" in shown
    assert re.search(r"<li>What children and families told us, on 18 November 2026 at [^<]* by Kim Lee</li>", shown)
    assert shown.count(" by Kim Lee</li>") == 1


def test_a_text_that_stands_as_it_was_printed_again_is_not_edited(read: Read, business: Person) -> None:
    edition = make_edition()
    write(business, "We heard more.")
    write(business, "", 1)
    assert EDITED not in read(edition)


def test_an_edition_that_a_newer_one_has_followed_says_that_and_nothing_of_the_draft(read: Read, business: Person) -> None:
    older = make_edition()
    write(business, "We heard more.")
    newer = make_edition()
    assert EDITED not in read(older)
    assert "A newer edition has been compiled" in read(older)
    assert EDITED not in read(newer)


def test_it_is_read_chapter_by_chapter_each_with_its_figures(read: Read) -> None:
    edition = make_edition()
    first, door = read(edition), read(edition, chapter="front_door")
    assert '<h2 class="govuk-heading-l" id="foreword">Foreword</h2>' in first
    assert "contacts.received, from" in door
    assert "contacts.received, from" not in first
    assert "budget.income, from" not in door
    assert 'rel="prev"' in door
    assert 'rel="next"' in door
    everything = read(edition, chapter="all")
    for figure in edition.figures:
        assert f"{figure['code']}, from" in everything
    assert 'id="foreword">Foreword</h2>' in read(edition, chapter="no-such")


ALONE = TextTable("risks.alone", "Risks apart", "m", ("Risk", "Score"))


def alone(year: FinancialYear, _cursor: Cursor) -> Iterable[TextRows]:
    yield worded("risks.alone", year, [("Too few social workers", "16")])


def test_what_stands_in_no_chapter_is_read_last(read: Read) -> None:
    with publishing(*EVERYTHING, texts=(TextGroup("board.alone", (ALONE,), alone),)):
        rest = read(make_edition(), chapter="rest")
    assert "What stands in no chapter" in rest
    assert 'data-label="Score">16</td>' in rest
    assert 'rel="next"' not in rest


def test_the_page_asks_few_questions_whatever_is_said_of_it(read: Read, business: Person) -> None:
    edition = make_edition()
    executive = make_person("executive")
    for seat in SEATS:
        EditionDecision.objects.create(
            edition=edition, seat=seat, decision="approved", fingerprint=fingerprint_of(edition), decided_at=edition.as_at,
            decided_by=executive.reference, agency_code="x",
        )  # fmt: skip
    write(business, "We heard more.")
    read(edition)
    with CaptureQueriesContext(connection) as asked:
        read(edition)
    assert len(asked) <= 12


class TestTheStatement:
    AWAITED = "has made no statement on this edition. It is not published without one."

    def test_it_is_awaited_of_the_newest_edition_until_it_is_made(self, read: Read) -> None:
        older = make_edition()
        assert self.AWAITED in read(older)
        newer = make_edition()
        assert self.AWAITED not in read(older)
        assert self.AWAITED in read(newer)
        state(newer)
        assert self.AWAITED not in read(newer)

    def test_nobody_waits_for_one_on_what_is_published(self, read: Read, business: Person) -> None:
        scrutineer, edition = make_person("scrutineer"), make_edition()
        assert waiting_for_statement(scrutineer) == [edition]
        Publication.objects.create(edition=edition, published_at=edition.as_at, published_by="P-1")
        assert waiting_for_statement(scrutineer) == []
        assert self.AWAITED not in read(edition)
