"""What `AskedOften` gives is what the queryset would have given; its SQL is written once, and nothing but values differs."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

from accounts.models import Agency, InformationSharingAgreement, RoleHolding
from foundation import clock
from foundation.asked_often import AskedOften
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


def holdings(person: int, today: date, codes: tuple[str, ...]) -> QuerySet[RoleHolding]:
    agreement = InformationSharingAgreement.objects.filter(agency=OuterRef("agency"), valid_until__gte=today)
    return (
        RoleHolding.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), person=person, agency__code__in=codes)
        .annotate(agreed=Exists(agreement), town=F("agency__name"))
        .select_related("agency", "team")
        .order_by("id")
    )


def told(rows: list[RoleHolding] | QuerySet[RoleHolding]) -> list[Any]:
    return [(one.pk, one.role_id, one.agency.name, one.team, one.agreed, one.town) for one in rows]  # type: ignore[attr-defined]


def test_its_rows_are_those_of_the_queryset_whatever_the_values() -> None:
    often, today = AskedOften(holdings), clock.today()
    people = [make_person("practitioner", make_agency(code=f"home-{number}")) for number in range(3)]
    people[2].holdings.update(ends_on=today - timedelta(days=1))
    for person in people:
        for day in (today, today + timedelta(days=1_000), today - timedelta(days=9)):
            for codes in ((), ("home-1",), ("home-0", "home-2"), ("home-0", "home-1", "home-2")):
                values = {"person": person.pk, "today": day, "codes": codes}
                assert told(often.rows(**values)) == told(holdings(**values))
    assert told(often.rows(person=people[1].pk, today=today, codes=("home-1",)))


def test_five_values_and_eight_share_a_statement() -> None:
    often, values = AskedOften(holdings), {"person": make_person().pk, "today": clock.today()}
    with mock.patch.object(SQLCompiler, "as_sql", autospec=True, side_effect=SQLCompiler.as_sql) as written:
        often.rows(**values, codes=tuple("abcde"))
        once = written.call_count
        for codes in ("vwxyz", "abcdef", "abcdefgh"):
            often.rows(**values, codes=tuple(codes))
        assert written.call_count == once
        often.rows(**values, codes=tuple("abcdefghi"))
        assert written.call_count > once


def test_more_than_a_thousand_values_are_asked_for_at_once() -> None:
    agency, often = make_agency(code="home"), AskedOften(lambda pks: Agency.objects.filter(pk__in=pks))
    assert often.rows(pks=tuple(range(agency.pk, agency.pk + 1_500))) == [agency]


def test_its_sql_is_written_once_for_each_number_of_values_and_is_djangos() -> None:
    often, values = AskedOften(holdings), {"person": make_person().pk, "today": clock.today()}
    with mock.patch.object(SQLCompiler, "as_sql", autospec=True, side_effect=SQLCompiler.as_sql) as written:
        often.rows(**values, codes=("a",))
        once = written.call_count
        often.rows(**values, codes=("b",))
        assert written.call_count == once
        often.rows(**values, codes=("a", "b"))
        assert written.call_count > once
    with CaptureQueriesContext(connection) as sent:
        often.rows(**values, codes=("a", "b"))
        list(holdings(**values, codes=("a", "b")))
    assert sent[0]["sql"] == sent[1]["sql"]


def test_plain_values_come_as_they_are() -> None:
    agency = make_agency()
    often = AskedOften(lambda code: Agency.objects.filter(code=code).values_list("id", "code", "domains"))
    assert often.rows(code=agency.code) == [(agency.pk, agency.code, agency.domains)]
    assert often.rows(code="nobody") == []


@pytest.mark.parametrize(
    ("build", "values", "sentence"),
    [
        (lambda day: Agency.objects.filter(closed_on=day + timedelta(days=1)), {"day": date(2026, 1, 1)}, "changed on its way"),
        (lambda pk: Agency.objects.filter(Q(pk=pk) if pk % 2 else Q(parent=pk)), {"pk": 1}, "shape the statement"),
        (lambda pk: Agency.objects.filter(pk=pk)[: pk % 1_000_000], {"pk": 1}, "shape the statement"),
        (lambda pk, day: Agency.objects.filter(pk=pk), {"pk": 1, "day": date(2026, 1, 1)}, "does not ask for"),
        (lambda pk: Agency.objects.filter(pk=pk), {"pk": None}, "NoneType"),
        (lambda pk: Agency.objects.filter(pk=pk), {"pk": True}, "bool"),
        (lambda pks: Agency.objects.filter(pk__in=pks), {"pks": (1, "2")}, "several types"),
    ],
)
def test_a_question_whose_values_do_more_than_fill_it_is_refused(
    build: Callable[..., QuerySet[Any]], values: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(TypeError, match=sentence):
        AskedOften(build).rows(**values)
