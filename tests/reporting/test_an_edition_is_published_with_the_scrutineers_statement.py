"""The independent scrutineer says what they think of an edition exactly as it is; without that it is not published."""

import pytest
from django.db import InternalError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Person, RoleHolding
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.models import OutboxMessage
from reporting.models import Edition, EditionStatement, Publication, ReportTemplate
from reporting.rules.approving import LONGEST_STATEMENT, fingerprint_of
from reporting.selectors.stating import needs_statement, statement_of, waiting_for_statement
from reporting.services.approving import decide_edition
from reporting.services.publishing import publish_edition
from reporting.services.stating import state_view
from tests.factories import make_person, sign_in
from tests.reporting.build import YEAR, answer_everything, make_edition, state
from tests.reporting.conftest import SYSTEM

pytestmark = pytest.mark.django_db

CRITICAL = "The report does not say that three in ten plans were late.\n\nI ask the partners to say so."


@pytest.fixture
def edition(demo_year: None) -> Edition:
    answer_everything()
    return make_edition()


def approve(edition: Edition) -> None:
    for seat in ("council", "health", "police"):
        person = make_person("executive")
        RoleHolding.objects.filter(person=person).update(seat=seat)
        print_ = fingerprint_of(edition)
        decide_edition(by=person, reference=edition.reference, decision="approved", comment="", fingerprint=print_)


def publish(edition: Edition) -> Publication:
    return publish_edition(by=SYSTEM, reference=edition.reference)


def test_a_signed_edition_is_not_published_without_a_statement(edition: Edition) -> None:
    approve(edition)
    with pytest.raises(Refused, match="The independent scrutineer has made no statement on this edition"):
        publish(edition)
    state(edition)
    assert publish(edition).edition == edition


def test_a_critical_statement_is_published_as_well(edition: Edition) -> None:
    approve(edition)
    state(edition, "critical", CRITICAL)
    publish(edition)
    page = Client().get(reverse("reporting:published", args=[YEAR.label]), {"chapter": "approvals"}).content.decode()
    for words in ("three in ten plans were late", "It is not a fair account", "Council", "Approved on", fingerprint_of(edition)):
        assert words in page
    assert "chapter=approvals" in Client().get(reverse("reporting:published", args=[YEAR.label])).content.decode()


def test_a_statement_on_an_earlier_edition_does_not_count_for_a_newer_one(edition: Edition) -> None:
    """It does not lapse in silence either: the older edition keeps it, and the newer one says that it has none."""
    state(edition)
    newer = make_edition()
    approve(newer)
    assert statement_of(edition) is not None
    assert statement_of(newer) is None
    with pytest.raises(Refused, match="a statement on an earlier edition does not count"):
        publish(newer)


def test_where_the_shape_does_not_ask_for_it_none_is_needed(edition: Edition) -> None:
    assert {row.code: row.needs_statement for row in ReportTemplate.objects.all()} == {
        "wt2023": True,
        "wt2018": True,
        "wt2013": False,
    }
    approve(edition)
    ReportTemplate.objects.filter(code="wt2023").update(needs_statement=False)
    assert not needs_statement(edition)
    publish(edition)


def test_the_newest_statement_counts_and_the_same_is_written_once(edition: Edition) -> None:
    scrutineer = make_person("scrutineer")
    for _press in range(2):
        state(edition, "critical", CRITICAL, scrutineer)
    assert EditionStatement.objects.count() == 1
    state(edition, by=scrutineer)
    newest = statement_of(edition)
    assert newest is not None
    assert (newest.view, EditionStatement.objects.count()) == ("favourable", 2)
    verbs = [event.verb for event in history(Subject("edition", edition.reference))]
    assert verbs.count("reporting.edition_stated") == 2


@pytest.mark.parametrize(
    ("view", "text", "field"),
    [("perhaps", "Words", "view"), ("critical", "  ", "text"), ("critical", "x" * (LONGEST_STATEMENT + 1), "text")],
)
def test_what_is_no_statement_is_refused_beside_its_question(edition: Edition, view: str, text: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        state(edition, view, text)
    assert refused.value.field == field


def test_it_is_about_what_was_read(edition: Edition) -> None:
    scrutineer = make_person("scrutineer")
    with pytest.raises(Conflict, match="not this edition"):
        state_view(by=scrutineer, reference=edition.reference, view="critical", text="x", fingerprint="0" * 64)
    with pytest.raises(NotVisible):
        state_view(by=scrutineer, reference="NM-E-2222-2222", view="critical", text="x", fingerprint="0" * 64)
    make_edition()
    with pytest.raises(Conflict, match="newer edition"):
        state(edition)


def test_what_was_published_with_it_stays(edition: Edition) -> None:
    approve(edition)
    state(edition)
    publish(edition)
    with pytest.raises(Refused, match="published with your statement"):
        state(edition, "critical", CRITICAL)
    with pytest.raises(InternalError), transaction.atomic():
        EditionStatement.objects.update(view="critical")


@pytest.mark.parametrize("role", ["business_team", "executive", "system_administrator", None])
def test_only_the_scrutineer_makes_it(edition: Edition, role: str | None) -> None:
    with pytest.raises(NotAllowed):
        state(edition, by=make_person(role))


def test_who_asked_for_the_edition_is_told_without_a_word_of_it(demo_year: None) -> None:
    asked = make_person("business_team")
    state(make_edition(by=asked), "critical", CRITICAL)
    [letter] = OutboxMessage.objects.filter(payload__to=asked.email, payload__template="news")
    assert "plans" not in str(letter.payload)


def test_the_scrutineer_finds_on_my_work_what_waits(client: Client, edition: Edition) -> None:
    scrutineer, words = make_person("scrutineer"), f"The yearly report {edition.year} waits for your statement"
    sign_in(client, scrutineer)
    assert words in client.get("/").content.decode()
    assert waiting_for_statement(make_person("executive")) == []
    state(edition, by=scrutineer)
    assert waiting_for_statement(scrutineer) == []
    assert words not in client.get("/").content.decode()


def test_it_is_made_and_shown_in_pages(client: Client, edition: Edition) -> None:
    scrutineer: Person = make_person("scrutineer")
    sign_in(client, scrutineer)
    page, form = (reverse(f"reporting:{name}", args=[edition.reference]) for name in ("edition", "state_view"))
    shown = client.get(page).content.decode()
    assert "has made no statement on this edition. It is not published without one." in shown
    assert form in shown
    print_ = fingerprint_of(edition)
    answer = client.post(form, {"view": "critical", "text": "", "fingerprint": print_})
    assert answer.status_code == 422
    assert "Enter your statement" in answer.content.decode()
    answer = client.post(form, {"text": "Kept words", "fingerprint": print_})
    assert "Select what you say of this edition" in answer.content.decode()
    assert "Kept words" in answer.content.decode()
    answer = client.post(form, {"view": "critical", "text": CRITICAL, "fingerprint": print_}, follow=True)
    shown = answer.content.decode()
    for words in (
        "Your statement stands with this edition.",
        "three in ten plans were late",
        scrutineer.name,
        "Change your statement",
    ):
        assert words in shown
    assert CRITICAL.splitlines()[0] in client.get(form).content.decode()
    sign_in(client, make_person("executive"))
    shown = client.get(page).content.decode()
    assert "three in ten plans were late" in shown
    assert form not in shown
