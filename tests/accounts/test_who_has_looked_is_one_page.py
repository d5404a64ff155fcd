from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.access_log import Action, log_look
from accounts.middleware import AccessTable
from accounts.models import AccessLogEntry
from accounts.selectors.access_log import looks_at
from foundation import clock
from foundation.errors import NotVisible
from foundation.references import EXAMPLE, tidy_reference
from tests.factories import make_person, sign_in

pytestmark = pytest.mark.django_db
CHILD = EXAMPLE


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def look(minutes: int = 0, name: str = "Lea Looker") -> None:
    with clock.frozen(clock.now() + timedelta(minutes=minutes)):
        log_look(
            by=make_person(name=name),
            action=Action.PRINT,
            route="contact",
            record_kind="contact",
            record_reference="NM-R-2222-2222",
            children=[CHILD],
        )


def test_the_governance_lead_sees_who_has_looked_newest_first() -> None:
    look(1, "First Looker")
    look(2, "Second Looker")
    page = sign_in(Client(), make_person("governance_lead")).get(reverse("access_log_of_record", args=[CHILD]))
    assert [row.person_name for row in page.context["rows"][:-1]] == ["Second Looker", "First Looker"]
    assert "Printed" in page.content.decode()


def test_looking_it_up_is_itself_a_look() -> None:
    lead = make_person("governance_lead")
    sign_in(Client(), lead).get(reverse("access_log_of_record", args=[CHILD]))
    entry = AccessLogEntry.objects.get(person=lead.reference)
    assert (entry.action, entry.child_references) == ("search", [CHILD])


def test_your_own_look_is_on_the_page_that_first_shows_it() -> None:
    lead = make_person("governance_lead")
    page = sign_in(Client(), lead).get(reverse("access_log_of_record", args=[CHILD]))
    assert [row.person_reference for row in page.context["rows"]] == [lead.reference]


def test_the_example_in_the_message_is_a_reference() -> None:
    assert tidy_reference(EXAMPLE) == EXAMPLE


def test_a_long_history_goes_on_by_key() -> None:
    for number in range(53):
        look(number)
    client = sign_in(Client(), make_person("governance_lead"))
    first = client.get(reverse("access_log_of_record", args=[CHILD])).context
    second = client.get(reverse("access_log_of_record", args=[CHILD]) + first["next_url"]).context
    ids = [row.id for row in [*first["rows"], *second["rows"]]]
    assert len(set(ids) & set(AccessLogEntry.objects.filter(route="contact").values_list("id", flat=True))) == 53


def test_nobody_else_may_ask() -> None:
    for role in ("mash_manager", "agency_lead", "system_administrator"):
        with pytest.raises(NotVisible):
            looks_at(make_person(role), CHILD)


def test_the_reference_is_typed_and_leads_to_its_page() -> None:
    client = sign_in(Client(), make_person("governance_lead"))
    assert client.post(reverse("access_log"), {"reference": CHILD.lower()}).headers["Location"].endswith(f"{CHILD}/")
    assert "Enter a reference" in client.post(reverse("access_log"), {"reference": "../secret"}).content.decode()


def test_an_empty_answer_says_what_it_may_mean() -> None:
    client = sign_in(Client(), make_person("governance_lead"))
    page = client.get(reverse("access_log_of_record", args=["NM-C-9999-9999"])).content.decode()
    assert "Nobody else has looked at this record" in page


def test_a_personal_page_that_writes_no_row_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accounts.views.access_log.log_look", lambda **_: None)
    with pytest.raises(RuntimeError, match="without a row in the access log"):
        sign_in(Client(), make_person("governance_lead")).get(reverse("access_log_of_record", args=[CHILD]))


def test_in_production_it_is_logged_as_an_error(settings: object, caplog: pytest.LogCaptureFixture) -> None:
    settings.ACCESS_LOG_STRICT = False  # type: ignore[attr-defined]
    request: HttpRequest = RequestFactory().get(reverse("access_log_of_record", args=[CHILD]))

    def answer(request: HttpRequest) -> HttpResponse:
        from django.urls import resolve

        request.resolver_match = resolve(request.path)
        return HttpResponse()

    AccessTable(answer)(request)
    assert "without a row in the access log" in caplog.text
