"""The statutory checklist of a report: what guidance asks, how far each element is, and no approval while one is empty."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Agency, Person, RoleHolding
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject, history
from reporting.models import EditionDecision, ElementAnswer, StatutoryElement
from reporting.presenters.checklist import deadline_words
from reporting.rules.approving import fingerprint_of
from reporting.rules.elements import ELEMENTS, publish_by
from reporting.rules.templates import TEMPLATES, Template
from reporting.selectors.checklist import checklist_of
from reporting.selectors.gathering import gather
from reporting.services.approving import decide_edition
from reporting.services.checklist import answer_element
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR, answer_everything, make_edition
from tests.reporting.conftest import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture(autouse=True)
def owner() -> Agency:
    return make_agency("council", "owner", name="Northmere Council")


def answered(**given: Any) -> ElementAnswer:
    told = {"year": YEAR, "number": 8, "version": 0, "state": "evidenced", "evidence": "42 pieces of feedback", **given}
    told.setdefault("owner", "owner")
    return answer_element(by=SYSTEM, **told)


@pytest.mark.parametrize(
    ("year", "code", "elements"),
    [(2012, "wt2013", 8), (2018, "wt2018", 8), (2022, "wt2018", 8), (2023, "wt2023", 16), (2025, "wt2023", 16)],
)
def test_each_year_is_held_to_the_guidance_of_its_time(year: int, code: str, elements: int) -> None:
    found = checklist_of(FinancialYear(year))
    assert found.guidance is not None
    assert (found.guidance.code, len(found.rows), len(found.empty)) == (code, elements, elements)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_every_element_names_a_chapter_of_the_report_of_its_guidance(template: Template) -> None:
    asked = [one for one in ELEMENTS if one.guidance == template.code]
    assert asked
    assert {one.section for one in asked} <= template.sections.keys()


def test_a_report_is_to_be_published_by_the_end_of_september() -> None:
    assert publish_by(YEAR) == date(2026, 9, 30)
    found = checklist_of(YEAR)
    assert deadline_words(found, date(2026, 9, 1), is_published=False) == "To be published by 30 September 2026: 29 days left."
    assert deadline_words(found, date(2026, 10, 1), is_published=False).endswith("1 day late.")


def test_an_element_is_answered_and_what_stood_before_is_history() -> None:
    agency = make_agency("police")
    one = answered(owner=agency.code, section="voice")
    assert (one.state, one.owner, one.section, one.version) == ("evidenced", agency, "voice", 1)
    answered(version=1, state="signed_off")
    assert len(checklist_of(YEAR).empty) == 15
    assert [event.verb for event in history(Subject("report_checklist", YEAR.label))] == ["reporting.element_answered"] * 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reporting_elementanswerevent")
        assert cursor.fetchone() == (2,)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"state": "done"}, "state"),
        ({"evidence": " "}, "evidence"),
        ({"state": "signed_off", "evidence": ""}, "evidence"),
        ({"state": "not_applicable"}, "reason"),
        ({"section": "nowhere"}, "section"),
        ({"owner": "nobody"}, "owner"),
        ({"owner": ""}, "owner"),
        ({"owner": "", "state": "drafted"}, "owner"),
    ],
)
def test_an_answer_that_says_too_little_is_refused_beside_its_question(given: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        answered(**given)
    assert refused.value.field == field
    assert not ElementAnswer.objects.exists()


def test_two_who_answer_at_once_do_not_overwrite_each_other() -> None:
    answered()
    with pytest.raises(Conflict):
        answered(evidence="Another")
    with pytest.raises(NotVisible):
        answered(number=99)


def test_the_database_keeps_no_evidenced_element_without_evidence() -> None:
    element = StatutoryElement.objects.first()
    assert element is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        ElementAnswer.objects.create(
            year=YEAR.label, element=element, state="evidenced", changed_at="2026-11-18T12:00:00Z", changed_by="P-1"
        )


def test_no_edition_is_approved_while_an_element_is_empty(demo_year: None) -> None:
    edition, executive = make_edition(), make_person("executive")
    RoleHolding.objects.filter(person=executive).update(seat="police")
    told = {"by": executive, "reference": edition.reference, "fingerprint": fingerprint_of(edition)}
    with pytest.raises(Refused, match="1, 2, 3") as refused:
        decide_edition(decision="approved", comment="", **told)
    assert refused.value.field == "decision"
    decide_edition(decision="returned", comment="The checklist is empty", **told)
    answer_everything()
    decide_edition(decision="approved", comment="", **told)
    assert EditionDecision.objects.filter(decision="approved").count() == 1


def test_the_report_prints_where_each_element_stands() -> None:
    answered(section="voice")
    answered(number=16, state="not_applicable", owner="", evidence="", reason="There is no secure establishment here")
    [table] = [one for one in gather(YEAR).tables if one.code == "report.elements"]
    assert len(table.rows) == 16
    assert table.rows[7][1:] == ("What children and families told us", "Northmere Council", "42 pieces of feedback")
    assert table.rows[15][1:] == ("Does not apply", "–", "There is no secure establishment here")
    assert table.rows[0][2:] == ("Nobody yet", "Not said yet")


def test_the_pages_show_and_keep_what_was_typed(client: Client, business: Person) -> None:
    sign_in(client, business)
    url = reverse("reporting:checklist", args=[YEAR.label])
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        assert "What statutory guidance asks" in client.get(url).content.decode()
    answer_everything()
    with CaptureQueriesContext(connection) as many:
        assert "There is no such place here" in client.get(url).content.decode()
    assert len(many) == len(few)
    one = reverse("reporting:element", args=[YEAR.label, 1])
    answer = client.post(one, {"state": "evidenced", "version": "1", "evidence": "", "owner": "owner"})
    assert answer.status_code == 422
    answer = client.post(one, {"state": "drafted", "version": "1"})
    assert (answer.status_code, "Select which agency looks after it" in answer.content.decode()) == (422, True)
    assert client.post(one, {"state": "drafted", "version": "0", "evidence": "Mine", "owner": "owner"}).status_code == 409
    assert client.post(one, {"state": "drafted", "version": "1", "owner": "owner"}).status_code == 302
    assert client.get(reverse("reporting:element", args=[YEAR.label, 99])).status_code == 404
    assert "answered" in client.get(reverse("reporting:year", args=[YEAR.label])).content.decode()


def test_an_element_that_nobody_looks_after_is_named_and_counted(client: Client, business: Person) -> None:
    answered()
    answered(number=16, state="not_applicable", owner="", evidence="", reason="There is no secure establishment here")
    assert checklist_of(YEAR).without_owner == 14
    page = sign_in(client, business).get(reverse("reporting:checklist", args=[YEAR.label])).content.decode()
    assert "that nobody looks after" in page
    assert page.count("Nobody yet") == 14
    element = StatutoryElement.objects.first()
    assert element is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        ElementAnswer.objects.create(
            year=YEAR.label, element=element, state="drafted", changed_at="2026-11-18T12:00:00Z", changed_by="P-1"
        )


def test_an_executive_reads_the_checklist_and_does_not_answer_it(client: Client) -> None:
    sign_in(client, make_person("executive"))
    assert client.get(reverse("reporting:checklist", args=[YEAR.label])).status_code == 200
    assert client.get(reverse("reporting:element", args=[YEAR.label, 1])).status_code == 403
