"""Exact numbers leave restricted contacts out, and so does the list behind them; everybody else's numbers keep them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, OPEN, YES, Span
from foundation.events import Subject
from referrals.models import Contact
from referrals.rules.triage import MASH_CHECK
from tests import factories
from tests.referrals import build, mash
from tests.work.build import SYSTEM, inside
from work.services.requests import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    """Seven contacts of this year, each in a form of its own; two of them are restricted."""
    made = mash.make()
    for _ in range(7):
        build.send(teams=(made.team,), received_at=clock.now() - timedelta(days=40))
    hidden = Contact.objects.order_by("pk").values_list("pk", flat=True)[:2]
    Contact.objects.filter(pk__in=list(hidden)).update(restricted=True)
    return made


def number(client: Client, page: str, title: str) -> str:
    """What stands under Now in the row of a figure."""
    body = client.get(f"/figures/{page}/").content.decode()
    row = next(one for one in re.findall(r"<tr.*?</tr>", body, re.DOTALL) if f">{title}</a>" in one)
    return re.sub(r"<[^>]+>", "", re.findall(r"<td.*?</td>", row, re.DOTALL)[0]).strip()


def test_an_exact_number_leaves_restricted_contacts_and_their_forms_out(client: Client, hub: mash.Mash) -> None:
    factories.sign_in(client, hub.officer)
    assert number(client, "contacts", "Contacts received") == "5"
    assert number(client, "forms", "Forms received") == "5"


def test_nobody_gets_the_number_that_was_counted_for_others(client: Client, hub: mash.Mash) -> None:
    factories.sign_in(client, factories.make_person("executive"))
    build.send(teams=(hub.team,), received_at=clock.now() - timedelta(days=40))
    assert number(client, "contacts", "Contacts received") == "10"  # eight, rounded
    factories.sign_in(client, hub.officer)
    assert number(client, "contacts", "Contacts received") == "6"


def test_the_list_behind_a_number_holds_as_many_as_the_number(client: Client, hub: mash.Mash) -> None:
    for contact in Contact.objects.filter(restricted=True):
        build.grant_to_person(contact, hub.officer)
    factories.sign_in(client, hub.officer)
    body = client.get(reverse("referrals:contacts_behind")).content.decode()
    assert sum(one.reference in body for one in Contact.objects.filter(restricted=False)) == 5
    assert not any(one.reference in body for one in Contact.objects.filter(restricted=True))


def test_checks_of_a_restricted_contact_are_left_out_too(hub: mash.Mash) -> None:
    for contact in Contact.objects.order_by("pk")[:4]:
        with inside():
            ask(
                by=SYSTEM,
                kind=MASH_CHECK,
                variant="amber",
                subject=Subject("contact", contact.reference),
                from_team=None,
                to_agency=hub.police,
                question="What do you know of this child?",
            )
    with connection.cursor() as cursor:
        read = CUTS.get("referrals.checks").read
        span = Span.of(FinancialYear.of(clock.today()))
        whole = {value.code: value.value for value in read(span, {}, cursor)}
        told = {value.code: value.value for value in read(span, {OPEN: YES}, cursor)}
    assert (whole["checks.asked"], told["checks.asked"]) == (4, 2)


@pytest.mark.parametrize("name", [name for name, group in CUTS.items() if group.sighted])
def test_every_source_with_sight_can_leave_restricted_ones_out(name: str) -> None:
    with connection.cursor() as cursor:
        assert list(CUTS.get(name).read(Span.of(FinancialYear(2026)), {OPEN: YES}, cursor)) == []
