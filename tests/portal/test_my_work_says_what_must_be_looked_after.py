"""“My work” of the information governance lead and of the administrator: what was opened, and what keeps the portal working."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.models import Person
from foundation import clock
from foundation.models import BankHoliday
from foundation.models.documents import Document
from foundation.models.outbox import OutboxMessage
from referrals.services import break_glass, restrict
from tests import factories
from tests.referrals import mash
from work.models import SchoolTerm

pytestmark = pytest.mark.django_db
OPENED, UPKEEP = "home-openings", "home-upkeep"
REASON = "The brother rang: the child is alone with him now."


def part(person: Person, name: str) -> str:
    page = factories.sign_in(Client(), person).get("/").content.decode()
    return page.partition(f'id="{name}"')[2].partition("</section>")[0]


def test_an_emergency_opening_stands_on_the_governance_leads_page() -> None:
    hub, lead = mash.make(), factories.make_person("governance_lead")
    assert "No restricted record was opened" in part(lead, OPENED)
    contact = mash.received(hub)
    restrict(by=hub.manager, reference=contact.reference, version=contact.version, people=[], reason="A colleague’s child")
    break_glass(by=hub.second_manager, reference=contact.reference, reason=REASON)
    shown = part(lead, OPENED)
    assert contact.reference in shown
    assert f"/access-log/{contact.reference}/" in shown or f'"{contact.reference}/' in shown or contact.reference in shown
    assert "Sam Second" in shown
    assert "Open until" in shown
    assert contact.submitted_child.family_name not in shown
    assert REASON not in shown, "the reason is read in the access log, where the look is logged"
    with clock.frozen(clock.now() + timedelta(hours=5)):
        assert "Closed again" in part(lead, OPENED)
    with clock.frozen(clock.now() + timedelta(days=15)):
        assert "No restricted record was opened" in part(lead, OPENED)


@pytest.mark.parametrize("role", ["system_administrator", "agency_lead", "mash_manager", "business_team"])
def test_nobody_else_sees_them(role: str) -> None:
    assert part(factories.make_person(role), OPENED) == ""


def long_known() -> None:
    SchoolTerm.objects.create(name="Far", starts_on=date(2027, 9, 1), ends_on=date(2027, 12, 17))
    BankHoliday.objects.get_or_create(date=date(2028, 12, 25), defaults={"title": "Christmas Day"})


def test_an_administrator_with_nothing_to_do_is_told_so() -> None:
    long_known()
    administrator = factories.make_person("system_administrator")
    factories.make_person("agency_lead", agency=administrator.holdings.get().agency)
    assert "Nothing is stuck" in part(administrator, UPKEEP)


def test_an_administrator_sees_what_is_stuck_and_what_runs_out() -> None:
    administrator = factories.make_person("system_administrator")
    SchoolTerm.objects.all().delete()
    now = clock.now()
    OutboxMessage.objects.create(kind="mail", key="lost", created_at=now, not_before=now, given_up_at=now)
    Document.objects.create(
        reference="NM-D-TEST-0001",
        key="k",
        name="report.pdf",
        media_type="application/pdf",
        size=1,
        sha256="0",
        record_kind="draft",
        record_reference="NM-D-1",
        uploaded_at=now - timedelta(hours=2),
        uploaded_by="test",
    )
    ward = factories.make_agency(name="Ward School")
    factories.make_person("practitioner", agency=ward)
    shown = part(administrator, UPKEEP)
    for words in (
        "1 file waits for the virus check",
        "1 message or job could not be delivered",
        "Add the next school terms",
        "Ward School has no safeguarding lead",
    ):
        assert words in shown
    assert "report.pdf" not in shown


@pytest.mark.parametrize("role", ["governance_lead", "agency_lead", "mash_manager"])
def test_only_an_administrator_has_it(role: str) -> None:
    assert part(factories.make_person(role), UPKEEP) == ""
