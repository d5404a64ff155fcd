"""A kept quarter that is counted anew and differs: what the portal derives, what its owner says, and what is still open."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Agency, Person
from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from reporting.models import CountedReason, CountedValue, Indicator
from reporting.rules.corrections import Why
from reporting.selectors.corrections import changes_of, unexplained
from reporting.services.corrections import explain_change
from reporting.services.indicator_values import keep_counted
from tests.factories import make_agency, make_holding, make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.watching import QUARTER, watched

pytestmark = pytest.mark.django_db


def counted(one: Indicator, value: int, days_ago: int = 0, **given: Any) -> CountedValue:
    told = {"definition": 1, "source": "board.meetings", "period": QUARTER, **given}
    return CountedValue.objects.create(indicator=one, value=value, counted_at=clock.now() - timedelta(days=days_ago), **told)


@pytest.fixture
def owner() -> Agency:
    return make_agency("police", name="Northmere Police")


@pytest.fixture
def meetings(owner: Agency) -> Indicator:
    return watched("meetings.held", owner=owner.code)


def explained(by: Person, newest: CountedValue, text: str = "Two minutes came in late") -> CountedReason:
    return explain_change(by=by, code=newest.indicator.code, period=QUARTER, version=newest.pk, text=text)


def test_late_records_a_new_definition_and_another_population_are_told_apart(meetings: Indicator) -> None:
    counted(meetings, 2, 9)
    counted(meetings, 3, 8)
    counted(meetings, 4, 7, definition=2)
    rate = watched("plans.open.rate")
    told = {"denominator": 95_000, "numerator": 537, "source": "protection.plans"}
    counted(rate, 56, 6, population_year=2025, **told)
    counted(rate, 58, 5, population_year=2026, **told)
    counted(rate, 60, 4, population_year=2026, **{**told, "denominator": 90_000})
    whys = [change.cause.why for change in changes_of([meetings])]
    assert whys == [Why.DEFINITION, Why.LATE]
    assert "version 1 to version 2" in changes_of([meetings])[0].cause.words
    assert {change.cause.why for change in changes_of([rate])} <= {Why.POPULATION}


def test_a_change_beneath_a_rounded_number_is_none() -> None:
    one = watched()
    for days_ago, value in ((3, 23), (2, 24), (1, 25)):
        counted(one, value, days_ago, source="referrals.forms")
    assert changes_of([one]) == []
    counted(one, 31, source="referrals.forms")
    [change] = unexplained([one])
    assert (change.before.shown.text, change.after.shown.text) == ("25", "30")


def test_the_owner_says_why_and_then_it_is_open_no_more(meetings: Indicator, owner: Agency) -> None:
    counted(meetings, 2, 9)
    newest = counted(meetings, 3)
    assert [change.period.label for change in unexplained([meetings])] == [QUARTER]
    lead = make_person("agency_lead", owner)
    reason = explained(lead, newest)
    assert explained(lead, newest) == reason
    assert unexplained([meetings]) == []
    assert [event.verb for event in history(Subject("indicator", meetings.code))].count("reporting.change_explained") == 1
    for act in (lambda: CountedReason.objects.update(text="x"), lambda: CountedReason.objects.all().delete()):
        with pytest.raises(InternalError), transaction.atomic():
            act()


def test_who_does_not_own_it_has_nothing_to_explain(meetings: Indicator, owner: Agency) -> None:
    counted(meetings, 2, 9)
    newest = counted(meetings, 3)
    for other in (make_person("agency_lead"), make_person("executive")):
        with pytest.raises(NotVisible):
            explained(other, newest)
    with pytest.raises(NotAllowed):
        explained(make_person("scrutineer"), newest)
    assert explained(make_person("executive", owner), newest).text
    assert explained(make_person("business_team", make_agency("partnership")), newest, "For the police").text


def test_a_reason_without_words_and_one_for_a_value_that_was_counted_anew_are_refused(meetings: Indicator, owner: Agency) -> None:
    counted(meetings, 2, 9)
    older = counted(meetings, 3, 8)
    lead = make_person("agency_lead", owner)
    with pytest.raises(Refused) as refused:
        explained(lead, older, "  ")
    assert refused.value.field == "text"
    counted(meetings, 4)
    with pytest.raises(Conflict, match="counted anew"):
        explained(lead, older)
    with pytest.raises(NotVisible):
        explain_change(by=lead, code=meetings.code, period="Q1 2026-27", version=older.pk, text="x")


def test_what_is_open_stands_on_the_scorecard_and_is_written_on_a_page(
    client: Client, meetings: Indicator, owner: Agency
) -> None:
    counted(meetings, 2, 9)
    newest = counted(meetings, 3)
    sign_in(client, make_person("business_team", make_agency("partnership")))
    assert "Northmere Police: Meetings held, Q2 2026-27" in client.get(reverse("reporting:scorecard")).content.decode()
    page = reverse("reporting:indicator_value", args=[meetings.code, "q2-2026-27"])
    shown = client.get(page).content.decode()
    for words in ("Late data", "Nobody has said why yet.", "First known", "The portal", "Version 1", "board.meetings"):
        assert words in shown
    form = reverse("reporting:explain_change", args=[meetings.code, "q2-2026-27"])
    assert "It was 2, and is 3." in client.get(form).content.decode()
    assert client.post(form, {"text": "", "version": str(newest.pk)}).status_code == 422
    answer = client.post(form, {"text": "Two minutes came late", "version": str(newest.pk)})
    assert answer.status_code == 302
    assert "Two minutes came late" in client.get(page).content.decode()
    assert "Changed, and nobody has said why" not in client.get(reverse("reporting:scorecard")).content.decode()
    mark = client.get(reverse("reporting:indicator", args=[meetings.code])).content.decode()
    assert "Late data" in mark


def test_a_lead_finds_it_among_the_values_of_the_own_agency(client: Client, meetings: Indicator, owner: Agency) -> None:
    counted(meetings, 2, 9)
    counted(meetings, 3)
    sign_in(client, make_person("agency_lead", owner))
    page = client.get(reverse("reporting:our_values")).content.decode()
    assert "Changed, and nobody has said why" in page
    value = reverse("reporting:indicator_value", args=[meetings.code, "q2-2026-27"])
    assert value in page
    assert "Say why the value changed" in client.get(value).content.decode()
    stranger = Client()
    sign_in(stranger, make_person("agency_lead"))
    assert stranger.get(value).status_code == 404
    assert "owns no indicator" in stranger.get(reverse("reporting:our_values")).content.decode()


def test_who_says_why_and_who_counts_anew_take_turns_before_they_read(meetings: Indicator, owner: Agency) -> None:
    counted(meetings, 2, 9)
    newest, lead = counted(meetings, 3), make_person("agency_lead", owner)
    keys = set()
    for act in (lambda: explained(lead, newest), lambda: keep_counted(by=SYSTEM, indicators=[meetings], counted=[])):
        with CaptureQueriesContext(connection) as asked:
            act()
        said = [query["sql"] for query in asked.captured_queries]
        [turn] = [place for place, sql in enumerate(said) if "pg_advisory_xact_lock" in sql]
        assert turn < next(place for place, sql in enumerate(said) if '"reporting_countedvalue"' in sql)
        keys.add(said[turn])
    assert len(keys) == 1


def test_a_lead_with_a_second_role_opens_no_value_of_another_agency(client: Client, meetings: Indicator) -> None:
    counted(meetings, 2, 9)
    counted(meetings, 3)
    lead = make_person("agency_lead")
    make_holding(lead, "practitioner", make_agency("education"))
    sign_in(client, lead)
    for name in ("indicator_value", "explain_change"):
        assert client.get(reverse(f"reporting:{name}", args=[meetings.code, "q2-2026-27"])).status_code == 404
