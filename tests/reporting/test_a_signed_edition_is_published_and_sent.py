"""A signed edition is published at a public address, sent, confirmed, and withdrawn with a reason that everybody reads."""

from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, InternalError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from reporting.models import Dispatch, Edition, Publication
from reporting.rules.approving import fingerprint_of
from reporting.rules.publishing import USUAL, WITHIN_DAYS, due_on
from reporting.selectors.publishing import published, published_of, still_to_send
from reporting.services import publishing
from reporting.services.approving import decide_edition
from reporting.services.publishing import (
    confirm_receipt,
    note_receipt,
    publish_edition,
    receipt_secret,
    send_report,
    withdraw_publication,
)
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR, answer_everything, make_edition, state
from tests.reporting.conftest import SYSTEM

pytestmark = pytest.mark.django_db
PANEL = WITHIN_DAYS[0]


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def signed(demo_year: None) -> Edition:
    return sign(make_edition())


def sign(edition: Edition) -> Edition:
    """Approved by the three partners, and with the scrutineer's statement."""
    answer_everything_once()
    state(edition)
    for seat in ("council", "health", "police"):
        executive = make_person("executive")
        RoleHolding.objects.filter(person=executive).update(seat=seat)
        decide_edition(
            by=executive, reference=edition.reference, decision="approved", comment="", fingerprint=fingerprint_of(edition)
        )
    return edition


def answer_everything_once() -> None:
    from reporting.models import ElementAnswer

    if not ElementAnswer.objects.exists():
        answer_everything()


def publish(edition: Edition) -> Publication:
    return publish_edition(by=SYSTEM, reference=edition.reference)


def send(edition: Edition, recipient: str = PANEL, **given: Any) -> Dispatch:
    told = {"how": "email", "email": "panel@example.org", **given}
    return send_report(by=SYSTEM, reference=edition.reference, recipient=recipient, **told)


def test_only_a_signed_edition_is_published(demo_year: None) -> None:
    edition = make_edition()
    with pytest.raises(Refused, match="Every statutory partner must have approved"):
        publish(edition)
    publish(sign(edition))
    assert publish(edition) == Publication.objects.get()
    verbs = [event.verb for event in history(Subject("edition", edition.reference))]
    assert verbs.count("reporting.edition_published") == 1


def test_an_edition_that_a_newer_one_has_followed_is_not_published(signed: Edition) -> None:
    make_edition()
    with pytest.raises(Refused, match="newer edition"):
        publish(signed)


def test_everybody_reads_the_published_report_and_search_engines_find_it(signed: Edition) -> None:
    address = reverse("reporting:published", args=[YEAR.label])
    assert Client().get(address).status_code == 404
    publish(signed)
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.headers["X-Robots-Tag"] == "all"
    assert "public" in answer.headers["Cache-Control"]
    assert "Yearly report 2025-26" in answer.content.decode()
    page = Client().get(address, {"chapter": "all"}).content.decode()
    for words in ("Yearly report 2025-26", "The year in figures", "416.6", "18,157", "Where the figures come from"):
        assert words in page
    assert f"Yearly report {YEAR.label}" in Client().get(reverse("reporting:reports")).content.decode()


def test_the_report_is_read_chapter_by_chapter(signed: Edition) -> None:
    publish(signed)
    address = reverse("reporting:published", args=[YEAR.label])
    page = Client().get(address, {"chapter": "statistics"}).content.decode()
    assert ">The year in figures</h1>" in page
    assert "416.6" in page
    assert "?chapter=front_door" in page
    assert "Where the figures come from</h1>" not in page
    last = Client().get(address, {"chapter": "sources"}).content.decode()
    assert 'rel="next"' not in last
    assert ">Foreword</h1>" in Client().get(address, {"chapter": "nonsense"}).content.decode()


def test_pdf_and_tables_are_those_of_the_edition(signed: Edition) -> None:
    publish(signed)
    pdf = Client().get(reverse("reporting:published_pdf", args=[YEAR.label, signed.number]))
    assert pdf.getvalue() == b"%PDF-1.7 not really"
    workbook = Client().get(reverse("reporting:published_tables", args=[YEAR.label, signed.number]))
    sheet = read_sheet(workbook.getvalue())
    assert any(cell == 9069 for row in sheet.rows for cell in row), "a number is a number"


def test_a_withdrawn_edition_says_so_at_its_address_and_a_newer_one_takes_the_years(signed: Edition) -> None:
    publish(signed)
    with pytest.raises(Refused) as refused:
        withdraw_publication(by=make_person("business_team"), reference=signed.reference, reason=" ")
    assert refused.value.field == "reason"
    withdraw_publication(by=make_person("business_team"), reference=signed.reference, reason="A table was wrong.")
    gone = Client().get(reverse("reporting:published_edition", args=[YEAR.label, signed.number]))
    assert gone.status_code == 410
    assert "A table was wrong." in gone.content.decode()
    assert Client().get(reverse("reporting:published", args=[YEAR.label])).status_code == 404
    assert Client().get(reverse("reporting:published_pdf", args=[YEAR.label, signed.number])).status_code == 302
    with pytest.raises(Refused, match="withdrawn"):
        publish(signed)
    newer = sign(make_edition())
    publish(newer)
    assert published_of(YEAR.label).edition == newer
    assert (
        "Read the report of 2025-26"
        in Client().get(reverse("reporting:published_edition", args=[YEAR.label, signed.number])).content.decode()
    )


def test_the_address_of_a_year_has_the_edition_that_was_published_last(signed: Edition) -> None:
    publish(signed)
    newer = sign(make_edition())
    publish(newer)
    assert [one.edition for one in published()] == [newer]
    assert Client().get(reverse("reporting:published_edition", args=[YEAR.label, signed.number])).status_code == 200


def test_who_must_have_it_within_seven_days_is_named_until_it_is_sent(signed: Edition) -> None:
    made = publish(signed)
    assert [one.recipient for one in still_to_send(made)] == list(USUAL)
    assert due_on(PANEL, date(2026, 9, 30)) == date(2026, 10, 7)
    assert due_on("Health and wellbeing board", date(2026, 9, 30)) is None
    send(signed)
    assert PANEL not in [one.recipient for one in still_to_send(made)]


def test_the_portals_email_carries_a_link_by_which_receipt_is_confirmed(signed: Edition) -> None:
    publish(signed)
    sent = send(signed)
    assert send(signed) == sent
    assert OutboxMessage.objects.filter(kind="reporting.report_sent").count() == 1
    deliver_now()
    [letter] = [one for one in mail.outbox if one.to == ["panel@example.org"]]
    address = reverse("reporting:receipt", args=[receipt_secret(sent)])
    assert address in letter.body
    assert "We have the report" in Client().get(address).content.decode()
    assert Client().post(address).status_code == 200
    sent.refresh_from_db()
    assert sent.received_on == clock.today()
    confirm_receipt(by=SYSTEM, secret=receipt_secret(sent))
    with pytest.raises(NotVisible):
        confirm_receipt(by=SYSTEM, secret="0" * 64)
    assert Client().get(reverse("reporting:receipt", args=["nonsense"])).status_code == 404


def test_of_an_edition_that_is_withdrawn_before_the_email_goes_nothing_is_sent(signed: Edition) -> None:
    publish(signed)
    send(signed)
    withdraw_publication(by=make_person("business_team"), reference=signed.reference, reason="A table was wrong.")
    deliver_now()
    assert not [one for one in mail.outbox if one.to == ["panel@example.org"]]


def test_what_somebody_took_back_since_it_was_signed_is_not_published(signed: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "prints_what_was_taken_back", lambda edition: edition == signed)
    with pytest.raises(Refused, match="taken back their words"):
        publish(signed)
    assert not Publication.objects.exists()


def test_a_year_whose_report_is_published_is_not_late(client: Client, signed: Edition, business: Person) -> None:
    sign_in(client, business)
    pages = [reverse("reporting:year", args=[YEAR.label]), reverse("reporting:checklist", args=[YEAR.label])]
    assert all("49 days late" in client.get(page).content.decode() for page in pages)
    publish(signed)
    assert not any("days late" in client.get(page).content.decode() for page in pages)


def test_the_page_of_the_year_leads_to_all_of_it(client: Client, signed: Edition, business: Person) -> None:
    sign_in(client, business)
    page = reverse("reporting:year", args=[YEAR.label])
    public = reverse("reporting:published", args=[YEAR.label])
    assert public not in client.get(page).content.decode()
    publish(signed)
    shown = client.get(page).content.decode()
    for address in (public, *(reverse(f"reporting:{name}", args=[signed.reference]) for name in ("sent", "for_children"))):
        assert f'href="{address}"' in shown


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"how": "pigeon"}, "how"),
        ({"email": ""}, "email"),
        ({"how": "post", "sent_on": date(2026, 11, 19)}, "sent_on"),
        ({"how": "post", "sent_on": date(2020, 1, 1)}, "sent_on"),
    ],
)
def test_a_sending_that_cannot_be_is_refused_beside_its_question(signed: Edition, given: dict[str, Any], field: str) -> None:
    publish(signed)
    with pytest.raises(Refused) as refused:
        send(signed, **given)
    assert refused.value.field == field


def test_a_receipt_is_written_down_by_hand(signed: Edition, business: Person) -> None:
    publish(signed)
    sent = send(signed, "Health and wellbeing board", how="meeting", email="")
    with pytest.raises(Refused) as refused:
        note_receipt(by=business, reference=sent.reference, received_on=date(2020, 1, 1), note="Clerk")
    assert refused.value.field == "received_on"
    note_receipt(by=business, reference=sent.reference, received_on=clock.today(), note="Clerk, by telephone")
    sent.refresh_from_db()
    assert sent.received_note == "Clerk, by telephone"


def test_the_database_keeps_no_withdrawal_without_a_reason(signed: Edition) -> None:
    made = publish(signed)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=made.pk).update(withdrawn_at=clock.now())
    with pytest.raises(InternalError), transaction.atomic():
        made.delete()


def test_only_the_business_team_publishes(signed: Edition) -> None:
    for role in ("executive", "scrutineer"):
        with pytest.raises(NotAllowed):
            publish_edition(by=make_person(role), reference=signed.reference)


def test_it_is_published_sent_and_withdrawn_in_pages(client: Client, signed: Edition, business: Person) -> None:
    sign_in(client, business)
    edition = reverse("reporting:edition", args=[signed.reference])
    assert "Publish" in client.get(edition).content.decode()
    client.post(reverse("reporting:publish_edition", args=[signed.reference]))
    list_of = reverse("reporting:sent", args=[signed.reference])
    assert PANEL in client.get(list_of).content.decode()
    form = reverse("reporting:send_report", args=[signed.reference])
    answer = client.post(form, {"recipient": PANEL, "how": "email", "email": "no address"})
    assert answer.status_code == 422
    assert client.post(form, {"recipient": PANEL, "how": "email", "email": "panel@example.org"}).status_code == 302
    sent = Dispatch.objects.get()
    day = {f"received_on-{part}": number for part, number in (("day", "18"), ("month", "11"), ("year", "2026"))}
    receipt = reverse("reporting:note_receipt", args=[signed.reference, sent.reference])
    assert client.post(receipt, {**day, "note": "By email"}).status_code == 302
    assert "By email" in client.get(list_of).content.decode()
    assert client.post(reverse("reporting:withdraw_publication", args=[signed.reference]), {"reason": ""}).status_code == 422
    client.post(reverse("reporting:withdraw_publication", args=[signed.reference]), {"reason": "A wrong table"})
    assert "A wrong table" in client.get(list_of).content.decode()
