"""The catalogue of indicators: watched, defined, counted, asked for, returned, corrected, explained, challenged, retired."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Person
from board.models import Challenge
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from foundation.figures import FigureValue
from foundation.models import OutboxMessage
from reporting.models import Comparator, CountedValue, Indicator, IndicatorNote, Population, ReturnedValue, ValueAsked
from reporting.rules.indicators import VALUE_REQUEST
from reporting.rules.periods import period_named
from reporting.selectors.catalogue import known_figures
from reporting.selectors.counting import due, value_of
from reporting.selectors.indicators import earlier_values, late_values, request_of, values_of
from reporting.selectors.population import populations
from reporting.selectors.scorecard import quarterly, yearly
from reporting.services.imports import import_returned_values
from reporting.services.indicator_values import (
    ask_for_values,
    chase_value,
    count_indicators,
    record_value,
    return_value,
    withdraw_value,
)
from reporting.services.indicators import (
    bring_indicator_back,
    challenge_indicator,
    change_indicator,
    comment_on_indicator,
    define_indicator,
    retire_indicator,
    watch_figure,
)
from tests.board.build import make_group
from tests.factories import make_agency, make_person, sign_in
from tests.referrals import build, mash
from tests.reporting.conftest import SYSTEM
from tests.reporting.watching import ABSENCE, DUE, QUARTER, asked_for, defined, was_returned, watched
from work.models import Request

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def at(month: int, day: int = 5, year: int = 2026) -> datetime:
    return datetime(year, month, day, 12, 0, tzinfo=clock.LONDON)


def lead_of(asked: ValueAsked) -> Person:
    return make_person("agency_lead", asked.agency)


def request_reference(asked: ValueAsked) -> str:
    found = request_of(asked)
    assert found is not None
    return found.reference


# -- the catalogue --------------------------------------------------------------------------------------------


def test_a_figure_is_watched_once_with_what_it_means() -> None:
    one = watched("contacts.received", better="neither")
    assert watched("contacts.received", better="neither") == one
    assert (one.kind, one.title, one.unit) == ("live", "Contacts received", "contacts")
    with pytest.raises(Refused, match="indicator already") as refused:
        watched("contacts.received", better="lower")
    assert refused.value.field == "code"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": "nobody.counted"}, "code"),
        ({"code": "missing.episodes"}, "owner"),
        ({"code": "voice.heard", "every": "quarter"}, "every"),
        ({"tolerance": Decimal(2)}, "tolerance"),
        ({"group": "NM-3-2222-2222"}, "group"),
        ({"owner": "nobody"}, "owner"),
    ],
)
def test_what_cannot_be_watched_is_refused_beside_its_question(given: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        watched(**{"code": "contacts.received", **given})
    assert refused.value.field == field
    assert not Indicator.objects.exists()


def test_an_indicator_that_no_app_counts_is_defined_and_is_a_figure_like_any_other() -> None:
    one = defined()
    spec = known_figures()[one.code]
    assert (spec.title, spec.unit, str(spec.disclosure)) == ("Children persistently absent", "children", "people")
    sheet = "code,period,value,source\nabsence.persistent,2025-26,310,Register\n"
    assert import_returned_values(by=SYSTEM, content=sheet.encode()).bad == ()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": "contacts.received"}, "code"),
        ({"value_kind": "guess"}, "value_kind"),
        ({"value_kind": "percentage"}, "numerator"),
        ({"value_kind": "percentage", "numerator": "absent"}, "denominator"),
        ({"year_rule": "added"}, "year_rule"),
        ({"owner": ""}, "owner"),
    ],
)
def test_what_cannot_be_defined_is_refused_beside_its_question(given: dict[str, Any], field: str) -> None:
    told = {**ABSENCE, "code": "absence.persistent", "owner": make_agency("education").code, **given}
    with pytest.raises(Refused) as refused:
        define_indicator(by=SYSTEM, **told)
    assert refused.value.field == field


def test_a_target_is_changed_and_the_old_one_is_history(business: Person) -> None:
    one, group = watched(), make_group("Quality")
    changed = change_indicator(
        by=business, code=one.code, version=1, better="lower", target=Decimal(20), tolerance=Decimal(5), group=group.reference
    )
    assert (changed.version, changed.target, changed.group) == (2, Decimal(20), group)
    with pytest.raises(Conflict):
        change_indicator(by=business, code=one.code, version=1, better="higher")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reporting_indicatorevent WHERE code = %s", [one.code])
        assert cursor.fetchone() == (2,)


def test_an_indicator_is_retired_with_a_reason_and_brought_back(business: Person) -> None:
    one = watched()
    retire_indicator(by=business, code=one.code, version=1, reason="Nobody looks at it")
    assert quarterly(FinancialYear(2026), clock.today()) == []
    with pytest.raises(Refused):
        retire_indicator(by=business, code=one.code, version=2, reason="Again")
    bring_indicator_back(by=business, code=one.code, version=2)
    assert [line.indicator for line in quarterly(FinancialYear(2026), clock.today())] == [one]
    reasons = [event.reason for event in history(Subject("indicator", one.code))]
    assert "Nobody looks at it" in reasons


# -- counted --------------------------------------------------------------------------------------------------


def test_what_apps_count_is_counted_by_quarter_and_by_year_and_told_rounded() -> None:
    made = mash.make()
    for _ in range(23):
        build.send(received_at=at(8), teams=(made.team,))
    one = watched()
    assert count_indicators(by=SYSTEM) > 0
    exact = CountedValue.objects.get(indicator=one, period="Q2 2026-27")
    assert (exact.value, exact.source) == (23, "referrals.contacts")
    told = values_of([one])[one.code]["Q2 2026-27"]
    assert (told.number, told.shown.text) == (25, "25")
    assert CountedValue.objects.filter(indicator=one, period="2025-26").exists()


def test_counting_again_writes_only_what_has_changed_and_the_earlier_value_can_be_seen() -> None:
    made = mash.make()
    for _ in range(12):
        build.send(received_at=at(8), teams=(made.team,))
    one = watched()
    count_indicators(by=SYSTEM)
    assert due(clock.now()) == {}
    rows = CountedValue.objects.count()
    Indicator.objects.update(counted_at=clock.now() - timedelta(days=1))
    assert count_indicators(by=SYSTEM) == 0
    assert CountedValue.objects.count() == rows
    for _ in range(10):
        build.send(received_at=at(8), teams=(made.team,))
    Indicator.objects.update(counted_at=clock.now() - timedelta(days=1))
    assert count_indicators(by=SYSTEM) == 1
    assert [old.shown.text for old in earlier_values(one)["Q2 2026-27"]] == ["10"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reporting_indicatorevent WHERE code = %s", [one.code])
        assert cursor.fetchone() == (1,)


def test_a_rate_takes_the_children_of_its_year() -> None:
    Population.objects.create(
        year=2026, area="Northmere", age_band="0-17", value=95309, source="Estimate", received_at=clock.now(), received_by="P-1"
    )
    quarter = period_named(QUARTER, "financial")
    on_plans = {"plans.open": FigureValue("plans.open", QUARTER, 536)}
    children = populations()
    found = value_of("plans.open.rate", quarter, on_plans, children)
    assert (found.numerator, found.denominator, round(found.value or 0, 1)) == (536, 95309, Decimal("56.2"))
    assert value_of("plans.open.rate", quarter, {}, children).value is None


def test_a_rate_of_a_quarter_is_that_of_the_rounded_number_of_children() -> None:
    one = watched("plans.open.rate", better="neither")
    told = {"indicator": one, "definition": 1, "source": "protection.plans", "counted_at": clock.now(), "denominator": 95_309}
    CountedValue.objects.create(period=QUARTER, value=Decimal("56.1332"), numerator=537, **told)
    CountedValue.objects.create(period="Q1 2026-27", value=Decimal("0.3148"), numerator=3, **told)
    values = values_of([one])[one.code]
    assert (values[QUARTER].number, values[QUARTER].shown.text) == (Decimal("56.1"), "56.1")
    assert values["Q1 2026-27"].number is None
    assert not values[QUARTER].is_exact


def counted(one: Indicator, value: int, period: str = QUARTER, days_ago: int = 0) -> CountedValue:
    at_then = clock.now() - timedelta(days=days_ago)
    return CountedValue.objects.create(
        indicator=one, period=period, value=value, definition=1, source="referrals.forms", counted_at=at_then
    )


@pytest.mark.parametrize("code", ["contacts.received", "submissions.received"])
@pytest.mark.parametrize("period", [QUARTER, "2025-26"])
def test_a_number_of_children_or_forms_is_rounded_and_never_told_to_be_exact(code: str, period: str) -> None:
    one = watched(code)
    counted(one, 25, period)
    told = values_of([one])[code][period]
    assert (told.number, told.is_exact) == (25, False)
    counted(one, 23, period)
    assert values_of([one])[code][period].number == 25
    counted(one, 5, period)
    assert values_of([one])[code][period].number is None


def test_how_often_a_rounded_number_changed_beneath_is_not_told() -> None:
    one = watched()
    for days_ago, value in ((9, 17), (8, 18), (7, 23), (6, 24), (5, 25)):
        counted(one, value, days_ago=days_ago)
    Indicator.objects.filter(pk=one.pk).update(counted_at=clock.now())
    one.refresh_from_db()
    told = values_of([one])[one.code][QUARTER]
    assert (told.number, told.held.at) == (25, clock.now())
    assert [(old.shown.text, (clock.now() - old.held.at).days) for old in earlier_values(one)[QUARTER]] == [("20", 8), ("15", 9)]


def test_work_of_the_partnership_is_told_exactly_and_every_value_that_stood_there() -> None:
    one = watched("meetings.held")
    for days_ago, value in ((3, 2), (2, 3), (1, 3)):
        counted(one, value, days_ago=days_ago)
    told = values_of([one])[one.code][QUARTER]
    assert (told.number, told.is_exact) == (3, True)
    assert [old.number for old in earlier_values(one)[QUARTER]] == [2]


def test_very_sensitive_numbers_are_hidden_sooner() -> None:
    one = defined(disclosure="sensitive")
    was_returned(one.code, "Q1 2026-27", 10)
    was_returned(one.code, QUARTER, 12)
    told = values_of([one])[one.code]
    assert (told["Q1 2026-27"].number, told[QUARTER].number) == (None, 10)


@pytest.mark.parametrize(
    ("kind", "numerator", "denominator", "value"),
    [("rate", 536, 95_309, Decimal("56.2381")), ("mean", 1_240, 40, Decimal(31)), ("percentage", 53, 121, Decimal("43.8017"))],
)
def test_a_value_of_two_numbers_is_worked_out_in_the_form_and_in_a_file(
    kind: str, numerator: int, denominator: int, value: Decimal
) -> None:
    one = defined(value_kind=kind, numerator="counted", denominator="out of")
    asked = asked_for(one)
    given = return_value(
        by=lead_of(asked), reference=request_reference(asked), numerator=numerator, denominator=denominator, source="Register"
    )
    sheet = f"code,period,value,numerator,denominator,source\n{one.code},Q1 2026-27,0,{numerator},{denominator},Register\n"
    assert import_returned_values(by=SYSTEM, content=sheet.encode()).bad == ()
    assert given.value == value == ReturnedValue.objects.get(period="Q1 2026-27").value
    assert values_of([one])[one.code][QUARTER].number is not None


def test_counted_values_can_be_neither_changed_nor_removed() -> None:
    mash.make()
    watched()
    count_indicators(by=SYSTEM)
    for act in (lambda: CountedValue.objects.update(value=1), lambda: CountedValue.objects.all().delete()):
        with pytest.raises(InternalError), transaction.atomic():
            act()


# -- asked for and returned -----------------------------------------------------------------------------------


def test_owners_are_asked_once_for_a_period_that_is_over() -> None:
    asked = asked_for()
    assert (asked.period, asked.state) == (QUARTER, "open")
    request = request_of(asked)
    assert request is not None
    assert (request.kind, request.to_agency) == (VALUE_REQUEST, asked.agency)
    with pytest.raises(Refused, match="asked for this period already"):
        ask_for_values(by=SYSTEM, period=QUARTER, period_kind="financial", due_on=DUE)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"period": "Q3 2026-27"}, "period"), ({"due_on": date(2026, 11, 18)}, "due_on")],
)
def test_a_period_that_runs_and_a_day_that_has_passed_are_refused(given: dict[str, Any], field: str) -> None:
    defined()
    with pytest.raises(Refused) as refused:
        ask_for_values(by=SYSTEM, **{"period": QUARTER, "period_kind": "financial", "due_on": DUE, **given})
    assert refused.value.field == field


def test_an_agency_returns_a_value_which_closes_the_request() -> None:
    asked = asked_for()
    given = return_value(by=lead_of(asked), reference=request_reference(asked), value=Decimal(310), source="Register")
    asked.refresh_from_db()
    assert (asked.state, asked.returned) == ("returned", given)
    assert Request.objects.get(reference=request_reference(asked)).state == "answered"
    with pytest.raises(Refused):
        return_value(by=lead_of(asked), reference=request_reference(asked), value=Decimal(9), source="Register")
    assert ReturnedValue.objects.filter(code=asked.indicator.code).count() == 1


def test_a_value_far_from_the_last_one_is_asked_about_and_kept_when_it_is_right() -> None:
    one = defined()
    was_returned(one.code, "Q1 2026-27", 30)
    asked = asked_for(one)
    lead, reference = lead_of(asked), request_reference(asked)
    with pytest.raises(Refused, match="300 is far from the 30 of Q1 2026-27") as refused:
        return_value(by=lead, reference=reference, value=Decimal(300), source="Register")
    assert refused.value.field == "sure"
    assert not ReturnedValue.objects.filter(period=QUARTER).exists()
    assert return_value(by=lead, reference=reference, value=Decimal(300), source="Register", sure=True).value == 300


@pytest.mark.parametrize(
    ("kind", "given", "field"),
    [
        ("count", {"value": None}, "value"),
        ("count", {"value": Decimal("1.5")}, "value"),
        ("count", {"value": Decimal(-1)}, "value"),
        ("percentage", {"numerator": None, "denominator": 5}, "numerator"),
        ("percentage", {"numerator": 5, "denominator": 0}, "denominator"),
        ("percentage", {"numerator": 6, "denominator": 5}, "numerator"),
    ],
)
def test_a_number_that_cannot_be_is_refused(kind: str, given: dict[str, Any], field: str) -> None:
    asked = asked_for(defined(value_kind=kind, numerator="absent", denominator="children at school"))
    with pytest.raises(Refused) as refused:
        return_value(by=lead_of(asked), reference=request_reference(asked), source="Register", **given)
    assert refused.value.field == field


def test_a_share_is_worked_out_of_its_two_numbers() -> None:
    asked = asked_for(defined(value_kind="percentage", numerator="absent", denominator="children at school"))
    given = return_value(by=lead_of(asked), reference=request_reference(asked), numerator=53, denominator=121, source="Register")
    assert given.value == Decimal("43.8017")


def test_another_agency_cannot_return_it() -> None:
    asked = asked_for()
    with pytest.raises(NotVisible):
        return_value(by=make_person("agency_lead"), reference=request_reference(asked), value=Decimal(3), source="Register")


def test_a_value_that_came_by_telephone_is_written_down_and_corrected_with_a_reason(business: Person) -> None:
    asked = asked_for()
    record_value(by=business, reference=asked.reference, version=1, value=Decimal(40), source="By telephone")
    assert Request.objects.get(reference=request_reference(asked)).state == "withdrawn"
    with pytest.raises(Refused, match="why the value is corrected") as refused:
        record_value(by=business, reference=asked.reference, version=2, value=Decimal(44), source="By telephone")
    assert refused.value.field == "note"
    given = record_value(
        by=business, reference=asked.reference, version=2, value=Decimal(44), source="By telephone", note="Four came late"
    )
    assert given.correction_of is not None
    told = values_of([asked.indicator])[asked.indicator.code][QUARTER]
    assert (told.held.value.value, told.held.note) == (44, "Four came late")
    with pytest.raises(Conflict):
        record_value(by=business, reference=asked.reference, version=2, value=Decimal(1), source="x", note="y")


def test_a_value_is_given_up_with_a_reason_and_may_be_asked_for_again(business: Person) -> None:
    asked = asked_for()
    withdraw_value(by=business, reference=asked.reference, version=1, reason="The register was closed")
    assert Request.objects.get(reference=request_reference(asked)).state == "withdrawn"
    with pytest.raises(Refused):
        withdraw_value(by=business, reference=asked.reference, version=2, reason="Again")
    assert asked_for(asked.indicator).pk != asked.pk


def test_a_late_value_is_named_and_chased_once_a_day(business: Person) -> None:
    asked = asked_for()
    lead_of(asked)
    with pytest.raises(Refused, match="not late"):
        chase_value(by=business, reference=asked.reference)
    with clock.frozen(at(12, 21)):
        assert late_values(clock.today()) == [asked]
        before = OutboxMessage.objects.count()
        chase_value(by=business, reference=asked.reference)
        assert OutboxMessage.objects.count() == before + 1
        with pytest.raises(Refused):
            chase_value(by=business, reference=asked.reference)


def test_a_file_closes_what_was_asked_for_and_asks_about_what_is_far_off() -> None:
    one = defined()
    was_returned(one.code, "Q1 2026-27", 30)
    asked = asked_for(one)
    sheet = "code,period,value,source,note\n{0},{1},{2},Register,{3}\n"
    far = import_returned_values(by=SYSTEM, content=sheet.format(one.code, QUARTER, 300, "").encode())
    assert "far from the 30 of Q1 2026-27" in far.bad[0].reason
    good = import_returned_values(by=SYSTEM, content=sheet.format(one.code, QUARTER, 300, "A new school").encode())
    assert (good.added, good.bad) == (1, ())
    asked.refresh_from_db()
    assert asked.state == "returned"
    assert Request.objects.get(reference=request_reference(asked)).state == "withdrawn"


def test_an_indicator_is_asked_for_once_for_a_period() -> None:
    asked = asked_for()
    with pytest.raises(IntegrityError), transaction.atomic():
        ValueAsked.objects.create(
            indicator=asked.indicator, period=QUARTER, agency=asked.agency, due_on=DUE, asked_at=clock.now(), asked_by="P-1"
        )


# -- the scorecard --------------------------------------------------------------------------------------------


def test_a_line_knows_rating_movement_comparators_and_the_year_before(business: Person) -> None:
    one = defined(target=Decimal(100), tolerance=Decimal(20))
    for period, value in (("Q2 2025-26", 150), ("Q1 2026-27", 130), (QUARTER, 110)):
        was_returned(one.code, period, value)
    Comparator.objects.create(
        code=one.code, period="2025-26", who="england", value=90, printed="90", source="DfE", received_at=clock.now(),
        received_by="P-1",
    )  # fmt: skip
    comment_on_indicator(by=business, code=one.code, period=QUARTER, text="Two schools came back")
    [line] = quarterly(FinancialYear(2026), clock.today())
    assert [period.label for period in line.periods] == ["Q1 2026-27", QUARTER]
    assert (line.rating, line.travel) == ("amber", "better")
    assert line.a_year_ago is not None
    assert line.a_year_ago.number == 150
    assert [row.printed for row in line.comparators] == ["90"]
    assert line.comment is not None
    assert line.comment.text == "Two schools came back"


def test_years_of_another_kind_stand_beside_the_financial_year() -> None:
    one = defined(every="year", period_kind="academic", disclosure="published")
    was_returned(one.code, "2024-25", 77, period_kind="academic")
    [line] = yearly(FinancialYear(2025))
    assert line.newest is not None
    assert line.newest.number == 77
    assert line.periods[-1].label == "2024-25"


def test_a_small_number_of_people_is_hidden_and_has_no_colour() -> None:
    one = defined(target=Decimal(10))
    was_returned(one.code, QUARTER, 3)
    [line] = quarterly(FinancialYear(2026), clock.today())
    assert line.newest is not None
    assert (line.newest.number, line.rating) == (None, None)


def test_a_comment_is_written_once_and_only_on_a_period_that_has_begun(business: Person) -> None:
    one = watched()
    comment_on_indicator(by=business, code=one.code, period=QUARTER, text="More forms from schools")
    comment_on_indicator(by=business, code=one.code, period="q2 2026-27", text="More forms from schools")
    assert IndicatorNote.objects.count() == 1
    for period in ("Q2 2027-28", "nonsense"):
        with pytest.raises(Refused) as refused:
            comment_on_indicator(by=business, code=one.code, period=period, text="x")
        assert refused.value.field == "period"


def test_a_challenge_goes_into_the_boards_log_about_the_owner() -> None:
    one = defined()
    scrutineer = make_person("scrutineer")
    note = challenge_indicator(
        by=scrutineer, code=one.code, period=QUARTER, text="Why twice as many?", raiser_kind="scrutineer", asked_for="A plan"
    )
    challenge = Challenge.objects.get()
    assert (note.challenge, challenge.about_agency, challenge.title) == (challenge, one.owner, f"{one.title}, {QUARTER}")
    again = challenge_indicator(
        by=scrutineer, code=one.code, period=QUARTER, text="Why twice as many?", raiser_kind="scrutineer", asked_for="A plan"
    )
    assert again == note


# -- pages ----------------------------------------------------------------------------------------------------


def test_the_scorecard_asks_the_same_number_of_questions_however_many_indicators(client: Client, business: Person) -> None:
    sign_in(client, business)
    url = reverse("reporting:scorecard")
    defined("absence.one")
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert client.get(url).status_code == 200
    for number in ("two", "three", "four"):
        one = defined(f"absence.{number}", title=f"Absence {number}")
        was_returned(one.code, QUARTER, 70)
    with CaptureQueriesContext(connection) as many:
        assert client.get(url).status_code == 200
    assert len(many) == len(few)


def test_the_pages_show_values_where_they_come_from_and_what_stood_before(client: Client, business: Person) -> None:
    one = defined(target=Decimal(100))
    for number, quarter in enumerate(("Q1 2025-26", "Q2 2025-26", "Q3 2025-26", "Q4 2025-26", "Q1 2026-27")):
        was_returned(one.code, quarter, 100 + number * 10)
    first = was_returned(one.code, QUARTER, 150)
    was_returned(one.code, QUARTER, 155, correction_of=first, note="Five came late")
    comment_on_indicator(by=business, code=one.code, period=QUARTER, text="Two schools came back")
    sign_in(client, business)
    card = client.get(reverse("reporting:scorecard")).content.decode()
    assert "Children persistently absent" in card
    assert "155" in card
    page = client.get(reverse("reporting:indicator", args=[one.code])).content.decode()
    for words in ("missed a tenth of school", "155", "Five came late", "Before: 150", "Two schools came back", "Register"):
        assert words in page
    assert client.get(reverse("reporting:indicator", args=["no.such"])).status_code == 404


def test_the_workbook_says_what_the_page_says(client: Client, business: Person) -> None:
    one = defined(target=Decimal(100))
    was_returned(one.code, QUARTER, 152)
    sign_in(client, business)
    sheet = read_sheet(client.get(reverse("reporting:scorecard_file")).getvalue())
    row = dict(zip(sheet.headings, sheet.rows[0], strict=True))
    assert (row["Code"], row[QUARTER], row[f"{QUARTER} rating"]) == (one.code, "150", "Red")


def test_forms_keep_what_was_typed_and_say_what_is_wrong(client: Client, business: Person) -> None:
    sign_in(client, business)
    make_agency("education")
    answer = client.post(reverse("reporting:define_indicator"), {"title": "Only a title", "code": "no dot"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Only a title" in page
    assert "Code must be two words with a dot between them" in page


def test_a_figure_is_watched_and_a_value_returned_in_pages(client: Client, business: Person) -> None:
    owner = make_agency("police")
    sign_in(client, business)
    client.post(
        reverse("reporting:watch_figure"),
        {"code": "missing.episodes", "every": "quarter", "better": "lower", "owner": owner.code},
    )
    day = {f"due_on-{part}": number for part, number in (("day", "18"), ("month", "12"), ("year", "2026"))}
    answer = client.post(reverse("reporting:ask_for_values"), {"period": f"financial:{QUARTER}", **day})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    asked = ValueAsked.objects.get()
    assert client.get(reverse("reporting:asked_values")).status_code == 200
    assert client.get(reverse("reporting:asked_value", args=[asked.reference])).status_code == 200
    lead = Client()
    sign_in(lead, lead_of(asked))
    url = reverse("reporting:return_value", args=[request_reference(asked)])
    assert "Missing episodes" in lead.get(url).content.decode()
    answer = lead.post(url, {"value": "1,740", "source": "Police register"})
    assert answer.status_code == 302
    assert "has been returned" in lead.get(url).content.decode()
    stranger = Client()
    sign_in(stranger, make_person("agency_lead"))
    assert stranger.get(url).status_code == 404


def test_watch_figure_is_for_the_business_team_alone() -> None:
    from foundation.errors import NotAllowed

    with pytest.raises(NotAllowed):
        watch_figure(by=make_person("executive"), code="contacts.received", every="quarter", better="lower")
