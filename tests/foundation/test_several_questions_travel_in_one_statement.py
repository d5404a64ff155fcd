"""What `read_together` gives is what each queryset would have given by itself, and only one statement is sent for all of them."""

from datetime import date, time
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db.models import DecimalField, QuerySet, Value
from pytest_django import DjangoAssertNumQueries

from accounts.models import Agency, Person
from children.models import Child
from foundation.asked_often import AskedOften
from foundation.models.events import DomainEvent
from foundation.together import hand_out, read_together
from referrals.models import Contact, Submission, SubmissionPerson, SubmissionRelation
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact() -> Contact:
    contact = build.send(aware_on=date(2026, 11, 17), aware_time=time(9, 5)).contacts.get()
    contact.child.given_name, contact.child.birth_date = "Siân “O’Hare” \\ 100%", date(2015, 3, 7)
    contact.child.keys = [1, -5]
    contact.child.save()
    return contact


def asked() -> list[QuerySet[Any, Any]]:
    """Every kind of column that we have, joined rows, lists, dictionaries, nothing, and a part of many."""
    return [
        Contact.objects.select_related("child", "submission__referrer", "submission__visitor", "screener").order_by("pk"),
        Child.objects.order_by("-pk")[:1],
        Person.objects.order_by("pk"),
        DomainEvent.objects.order_by("pk"),
        Submission.objects.filter(pk__in=[]),
        Child.objects.values_list("birth_date", "given_name", "keys"),
        Agency.objects.values_list("code", flat=True).order_by("code"),
        Agency.objects.values("code", "domains").order_by("code"),
        Session.objects.all(),
    ]


def values(row: Any) -> Any:
    """A row with all its columns, of joined ones too."""
    if not hasattr(row, "_meta"):
        return row
    joined = {name: values(one) for name, one in row._state.fields_cache.items()}
    return type(row), {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}, joined


def test_each_question_has_its_own_answer(contact: Contact, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    together = asked()
    with django_assert_num_queries(1):
        read_together(*together)
        found = [[values(row) for row in rows] for rows in together]
    assert found == [[values(row) for row in rows] for rows in asked()]
    assert found[0]


def test_what_is_asked_often_travels_with_the_others(contact: Contact, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    often = AskedOften(lambda pk: Contact.objects.select_related("child", "submission").filter(pk=pk))
    nobodys = AskedOften(lambda pks: Contact.objects.filter(pk__in=pks))
    one, none, agencies = often.asked(pk=contact.pk), nobodys.asked(pks=()), Agency.objects.order_by("code")
    with django_assert_num_queries(1):
        read_together(one, none, agencies)
        found = [values(row) for row in one]
        assert list(none) == []
    assert found == [values(row) for row in Contact.objects.select_related("child", "submission").filter(pk=contact.pk)]
    with django_assert_num_queries(0):
        read_together(one, none, agencies)


def test_what_has_been_read_is_not_read_again(contact: Contact, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    rows = Child.objects.all()
    assert len(rows) == 1
    with django_assert_num_queries(0):
        read_together(rows, {1, 2}, Child.objects.none())


def test_a_column_that_json_would_change_is_refused() -> None:
    with pytest.raises(TypeError, match="DecimalField"):
        read_together(Agency.objects.annotate(share=Value("1.10", output_field=DecimalField())))


def test_rows_are_handed_out_as_if_they_had_been_prefetched(
    contact: Contact, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for position in (1, 2):
        person = SubmissionPerson.objects.create(submission=contact.submission, position=position, kind="father", name="Fred")
        if position == 1:
            SubmissionRelation.objects.create(person=person, child=contact.submitted_child, relationship="Father")
    people, relations = SubmissionPerson.objects.order_by("position"), SubmissionRelation.objects.all()
    with django_assert_num_queries(1):
        read_together(people, relations)
        hand_out(relations, people, name="relations")
        assert [[one.relationship for one in person.relations.all()] for person in people] == [["Father"], []]
    hand_out([], [], name="relations")


def test_an_agency_without_people_is_there(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    factories.make_agency("police", name="Northmere Police")
    agencies = Agency.objects.filter(kind="police").select_related("parent")
    read_together(agencies, Child.objects.all())
    with django_assert_num_queries(0):
        assert [(one.name, one.parent) for one in agencies] == [("Northmere Police", None)]
