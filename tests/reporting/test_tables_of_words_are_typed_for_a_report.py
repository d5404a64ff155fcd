"""Strengths, verdicts, audits: the business team types them row by row, others read them, and the report prints them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.figures import TEXT_GROUPS
from foundation.models import DomainEvent
from reporting.models import WordTable
from reporting.rules.frozen import Source
from reporting.selectors.gathering import gather
from reporting.selectors.word_tables import word_table, word_tables
from reporting.services.word_tables import write_word_table
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

DAY = date(2026, 3, 31)
ROWS = [["Partners answer at once", "Fathers are heard seldom\nSmall children too"], ["", ""]]
pytestmark = pytest.mark.django_db


def written(section: str = "strengths", version: int = 0, **given: object) -> WordTable:
    told = {"rows": ROWS[:1], "source": "The executive", "as_at": DAY, **given}
    return write_word_table(by=SYSTEM, year=YEAR, section=section, version=version, **told)  # type: ignore[arg-type]


def test_every_table_of_a_year_is_there_before_anybody_begins() -> None:
    assert {one.version for one in word_tables(YEAR)} == {0}
    with pytest.raises(NotVisible):
        word_table(YEAR, "nonsense")


def test_a_table_is_written_and_changed_and_its_history_kept() -> None:
    written()
    kept = written(version=1, rows=[["Partners answer", ""]])
    assert (kept.version, kept.rows) == (2, [["Partners answer", ""]])
    verbs = list(DomainEvent.objects.filter(verb="reporting.words_written").values_list("subject_reference", flat=True))
    assert verbs == ["2025-26.strengths"] * 2


def test_there_may_be_more_areas_for_development_than_strengths() -> None:
    assert written(rows=[["Partners answer", ""], ["", "Fathers are heard seldom"]]).rows[1] == ["", "Fathers are heard seldom"]


def test_whoever_was_overtaken_is_told() -> None:
    written()
    with pytest.raises(Conflict):
        written()


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"rows": [["Only one"]]}, "rows", "one text for each column"),
        ({"rows": [["", " "]]}, "rows", "Enter “Strengths” in row 1"),
        ({"section": "gaps", "rows": [["", "No heading", ""]]}, "rows", "Enter “Theme” in row 1"),
        ({"source": " "}, "source", "Enter who says it"),
        ({"as_at": date(2030, 1, 1)}, "as_at", "today or in the past"),
    ],
)
def test_what_is_not_in_order_is_refused_beside_its_field(given: dict[str, object], field: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        written(**given)
    assert refused.value.field == field
    assert not WordTable.objects.exists()


def test_it_is_gathered_with_its_own_source_and_day() -> None:
    written(as_at=date(2026, 2, 3))
    with publishing(*EVERYTHING, texts=(TEXT_GROUPS.get("reporting.words"),)):
        (table,) = gather(YEAR).tables
    assert (table.code, table.as_at, table.source) == ("words.strengths", "2026-02-03", Source("written", "The executive"))
    assert table.rows == ((ROWS[0][0], ROWS[0][1]),)


def test_only_the_business_team_writes() -> None:
    with pytest.raises(NotAllowed):
        write_word_table(by=make_person("scrutineer"), year=YEAR, section="strengths", version=0, rows=[], source="x", as_at=DAY)


def test_it_is_typed_on_a_page_row_by_row(client: Client) -> None:
    sign_in(client, make_person("business_team", make_agency("partnership")))
    url = reverse("reporting:word_table", args=[YEAR.label, "verdicts"])
    assert "What shows it" in client.get(url).content.decode()
    typed = {
        "rows-0-0": "Do we work together?", "rows-0-1": "Mostly", "rows-0-2": "Returns\nAudits",
        "rows-1-0": "", "rows-1-1": "", "rows-1-2": "", "as_at-day": "31", "as_at-month": "3", "as_at-year": "2026",
    }  # fmt: skip
    refused = client.post(url, typed)
    assert refused.status_code == 422
    assert "Enter who says it, or where it is written" in refused.content.decode()
    assert "Do we work together?" in refused.content.decode()
    more = client.post(url, {**typed, "source": "The executive", "add_row": "rows"})
    assert more.headers["Location"] == url
    kept = WordTable.objects.get()
    assert (kept.rows, kept.as_at) == ([["Do we work together?", "Mostly", "Returns\nAudits"]], DAY)
    stale = client.post(url, {**typed, "source": "Somebody else"})
    assert stale.status_code == 409
    done = client.post(url, {**typed, "source": "Somebody else", "version": "1"})
    assert done.headers["Location"] == reverse("reporting:word_tables", args=[YEAR.label])


def test_the_list_says_what_is_typed_and_leads_to_it_whoever_may_type(client: Client) -> None:
    written()
    url = reverse("reporting:word_tables", args=[YEAR.label])
    page = sign_in(client, make_person("business_team", make_agency("partnership"))).get(url).content.decode()
    assert "1 row" in page
    assert reverse("reporting:word_table", args=[YEAR.label, "strengths"]) in page
    page = sign_in(client, make_person("scrutineer")).get(url).content.decode()
    assert "Strengths and areas for development" in page
    assert reverse("reporting:word_table", args=[YEAR.label, "strengths"]) not in page
