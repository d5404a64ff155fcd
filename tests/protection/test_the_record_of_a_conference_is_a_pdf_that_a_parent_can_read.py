"""The record as PDF: asked for once, made by the worker as its reader sees it, tagged, theirs alone, logged, gone after a day."""

import os
import re
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client

from accounts.models import AccessLogEntry
from accounts.services.grants import end_grants
from foundation import clock
from foundation.documents import storage
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from protection import tasks
from protection.deliveries import make_conference_copy
from protection.models import Conference, ConferenceCopy
from protection.rules.checking import ChildDecided
from protection.services.copies import ask_for_conference_copy
from protection.services.invitations import FamilyAsked, exclude_from_conference, give_score, invite_family, record_dissent
from protection.services.minuting import minute_conference
from tests import factories
from tests.pdf.checker import elements, faults
from tests.protection import build
from tests.protection.build import again, text
from tests.work.build import SYSTEM, inside

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep the PDF in, for whoever wants to look."""
DAY = date(2026, 11, 25)
LONG = "Ada was alone at night, three times since September. " * 24


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def conference(service: build.Service) -> Conference:
    """One that was written in, scored and decided; somebody of the family was kept out."""
    found = build.booked(service, build.initial(service), DAY)
    where = {"by": service.chair, "reference": found.reference}
    people = [FamilyAsked("Mel Example", relation="parent"), FamilyAsked("Fin Feared", relation="parent")]
    invite_family(**where, version=again(found).version, invited=people)
    kept_out = found.family_invitations.get(name="Fin Feared")
    exclude_from_conference(
        **where, version=again(found).version, invitation_id=kept_out.pk, reason="He has threatened the mother.", part=""
    )
    row = found.children.get()
    texts = {
        "danger_statements": text(LONG + "\n\nWe <b>fear</b> more harm & hunger."),
        "what_needs_to_happen": text("Grandmother stays at night."),
        "summary": text("We want Ada to be safe."),
        f"children-{row.pk}": text("“I like it at Gran’s.”"),
    }
    minute_conference(**where, texts=texts)
    give_score(**where, score=3, invitation_id=None)
    seat = found.invitations.get(person=service.health)
    give_score(**where, score=6, invitation_id=seat.pk, reason="Gran helps.")
    record_dissent(**where, child_id=row.pk, invitation_id=seat.pk, words="A plan of support would do.")
    return build.decided(service, again(found), DAY, ChildDecided("plan", "Likely harm at night.", category="NEG"))


def deliver() -> None:
    for promised in OutboxMessage.objects.filter(kind="protection.copy"):
        make_conference_copy(promised.key, promised.payload)


def text_of(pdf: bytes) -> str:
    shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", shown)


def test_whoever_was_invited_asks_waits_and_downloads_a_tagged_record(service: build.Service, conference: Conference) -> None:
    client = factories.sign_in(Client(), service.health)
    here = f"/child-protection/conferences/{conference.reference}/"
    assert f'action="{here}pdf/"' in client.get(here).content.decode()
    first = client.post(f"{here}pdf/", {"once": "press"}).headers["Location"]
    assert client.post(f"{here}pdf/", {"once": "press"}).headers["Location"] == first
    assert "being made" in client.get(first).content.decode()
    assert f'hx-get="{first}progress/"' in client.get(first).content.decode()
    assert client.get(f"{first}file/").status_code == 404
    assert OutboxMessage.objects.get(kind="protection.copy").queue == "pdf"
    deliver()
    deliver()
    ready = client.get(f"{first}progress/").content.decode()
    assert "Your copy is ready." in ready
    assert "give it to the family" in ready
    assert f"{first}file/" in ready
    before = AccessLogEntry.objects.filter(route="protection:conference_copy_file").count()
    answer = client.get(f"{first}file/")
    if PICTURES:
        Path(PICTURES, "conference.pdf").write_bytes(answer.content)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert faults(answer.content) == []
    said = text_of(answer.content)
    for words in (
        conference.reference,
        "Draft: the chair has not approved this record yet.",
        "has a child protection plan from now on",
        "The main worry is not being looked after well enough (neglect).",
        "Likely harm at night.",
        "A plan of support would do.",
        "We want Ada to be safe.",
        "I like it at Gran’s.",
        "We <b>fear</b> more harm & hunger.",
        "Grandmother stays at night.",
        "Hal Health",
        "You can complain",
        "Copy for Hal Health",
    ):
        assert words in said, words
    assert "threatened" not in said
    assert any(kind == "Figure" and "scale from 0 to 10" in alt for kind, alt in elements(answer.content))
    look = AccessLogEntry.objects.filter(route="protection:conference_copy_file").latest("pk")
    assert AccessLogEntry.objects.filter(route="protection:conference_copy_file").count() == before + 1
    child = conference.children.get().child.reference
    assert (look.action, look.record_reference, look.child_references) == ("download", conference.reference, [child])
    verbs = DomainEvent.objects.filter(verb__startswith="protection.conference_copy").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["protection.conference_copy_asked", "protection.conference_copy_made"]


def test_an_approved_record_is_no_draft_and_each_reader_has_their_own(service: build.Service, conference: Conference) -> None:
    Conference.objects.filter(pk=conference.pk).update(
        state="approved", approved_at=clock.now(), approved_by=service.chair.reference
    )
    readers = (service.worker, service.chair, service.school)
    copies = {one: ask_for_conference_copy(by=one, reference=conference.reference, once="a") for one in readers}
    deliver()
    for reader in readers:
        client = factories.sign_in(Client(), reader)
        for owner, copy in copies.items():
            for address in ("", "progress/", "file/"):
                answer = client.get(f"/child-protection/copies/{copy.reference}/{address}")
                assert answer.status_code == (200 if owner == reader else 404)
    client = factories.sign_in(Client(), service.worker)
    assert "Draft" not in text_of(client.get(f"/child-protection/copies/{copies[service.worker].reference}/file/").content)
    with pytest.raises(NotVisible):
        ask_for_conference_copy(by=factories.make_person("practitioner"), reference=conference.reference, once="a")


def _see_no_longer(conference: Conference) -> None:
    with inside():
        end_grants(by=SYSTEM, grants=conference.family.team_grants.all())


def test_whoever_sees_the_conference_no_longer_gets_no_copy(service: build.Service, conference: Conference) -> None:
    made = ask_for_conference_copy(by=service.worker, reference=conference.reference, once="a")
    conference.invitations.filter(person=service.worker).update(person=None)
    _see_no_longer(conference)
    deliver()
    assert (again(made).state, again(made).key) == ("failed", "")
    assert "no longer see" in again(made).sentence
    client = factories.sign_in(Client(), service.worker)
    assert client.get(f"/child-protection/copies/{made.reference}/").status_code == 404


def test_a_copy_that_was_made_is_closed_to_whoever_sees_the_conference_no_longer(
    service: build.Service, conference: Conference
) -> None:
    made = ask_for_conference_copy(by=service.school, reference=conference.reference, once="a")
    deliver()
    client = factories.sign_in(Client(), service.school)
    assert client.get(f"/child-protection/copies/{made.reference}/file/").status_code == 200
    conference.invitations.filter(person=service.school).update(person=None)
    for address in ("", "progress/", "file/"):
        assert client.get(f"/child-protection/copies/{made.reference}/{address}").status_code == 404


def test_a_conference_that_was_not_held_has_no_record_to_give(service: build.Service) -> None:
    found = build.booked(service, build.initial(service))
    with pytest.raises(Refused, match="has not been held"):
        ask_for_conference_copy(by=service.chair, reference=found.reference, once="a")
    here = f"/child-protection/conferences/{found.reference}/"
    client = factories.sign_in(Client(), service.chair)
    assert f"{here}pdf/" not in client.get(here).content.decode()
    assert "has not been held" in client.post(f"{here}pdf/", follow=True).content.decode()
    assert not ConferenceCopy.objects.exists()


def test_what_cannot_be_printed_is_said(service: build.Service, conference: Conference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protection.copying.document", lambda *_: 1 / 0)
    made = ask_for_conference_copy(by=service.chair, reference=conference.reference, once="a")
    deliver()
    page = factories.sign_in(Client(), service.chair).get(f"/child-protection/copies/{made.reference}/").content.decode()
    assert "could not be made" in page
    assert "Ask for a new copy" in page


def test_a_day_later_the_file_is_gone(service: build.Service, conference: Conference) -> None:
    made = ask_for_conference_copy(by=service.chair, reference=conference.reference, once="a")
    deliver()
    key = again(made).key
    with clock.frozen(clock.now() + timedelta(hours=23)):
        tasks.purge_copies()
    with storage.read(key) as kept:
        assert kept.read().startswith(b"%PDF")
    with clock.frozen(clock.now() + timedelta(hours=25)):
        tasks.purge_copies()
    assert OutboxMessage.objects.get(kind="document.remove").payload == {"storage_key": key}
    assert (again(made).state, again(made).key) == ("removed", "")
