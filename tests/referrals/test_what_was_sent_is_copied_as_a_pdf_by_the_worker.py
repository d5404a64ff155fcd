"""A copy as PDF: asked for once, made by the worker as its reader sees it, tagged, for them alone, logged, gone after a day."""

import re
import subprocess
from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import AccessLogEntry, Person, RoleHolding
from foundation import clock
from foundation.documents import storage
from foundation.errors import NotVisible
from foundation.models import DomainEvent, OutboxMessage
from referrals import tasks
from referrals.deliveries import make_copy
from referrals.models import SubmissionCopy
from referrals.services import amend_submission, ask_for_copy, ask_for_copy_of_contact, write_to_referrer
from tests import factories
from tests.pdf.checker import faults
from tests.referrals import build, mash

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]
SECTION = {"section": "concern", "title": "What you are worried about"}


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def teacher() -> Person:
    return build.make_practitioner(name="Terry Teacher")


def deliver() -> None:
    for promised in OutboxMessage.objects.filter(kind="referrals.copy"):
        make_copy(promised.key, promised.payload)


def text_of(pdf: bytes) -> str:
    shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", shown)


def test_a_referrer_asks_waits_and_downloads_a_tagged_copy(hub: mash.Mash, teacher: Person) -> None:
    asked = [{"question": "What are you worried about?", "answer": "Often hungry & <b>tired</b>"}]
    contact = mash.approved(hub, "NFA", author=teacher, answers=[{**SECTION, "answers": asked}])
    reference = contact.submission.reference
    amend_submission(
        by=teacher,
        reference=reference,
        seen=1,
        page="concern",
        values={"worries": "She was bruised too.", "working_well": "Aunt", "tried_already": "Club", "child_voice": "“Ow.”"},
        before={**SECTION, "answers": asked},  # type: ignore[typeddict-item]  # made up of parts
        after={**SECTION, "answers": [{"question": "What are you worried about?", "answer": "She was bruised too."}]},  # type: ignore[typeddict-item]
        reason="The nurse told us more",
    )
    write_to_referrer(by=hub.officer, reference=contact.reference, body="Who collects her?", once="one")
    client = factories.sign_in(Client(), teacher)
    first = client.post(f"/my-referrals/{reference}/pdf/", {"once": "press"})
    assert client.post(f"/my-referrals/{reference}/pdf/", {"once": "press"}).headers["Location"] == first.headers["Location"]
    page = first.headers["Location"]
    assert "being made" in client.get(page).content.decode()
    assert 'hx-get="' in client.get(page).content.decode()
    assert client.get(f"{page}file/").status_code == 404
    assert OutboxMessage.objects.get(kind="referrals.copy").queue == "pdf"
    deliver()
    deliver()
    ready = client.get(f"{page}progress/").content.decode()
    assert "Your copy is ready." in ready
    assert "hx-get" not in ready
    answer = client.get(f"{page}file/")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert faults(answer.content) == []
    said = text_of(answer.content)
    for words in (
        reference,
        "Official: sensitive",
        "No further action",
        "What are you worried about?",
        "as amended (version 2)",
        "She was bruised too.",
        "Often hungry & <b>tired</b>",
        "The nurse told us more",
        "Who collects her?",
        "Copy for Terry Teacher",
    ):
        assert words in said, words
    assert "neglect over months" not in said
    look = AccessLogEntry.objects.get(route="referrals:copy_file")
    assert (look.action, look.record_reference, look.child_references) == ("download", reference, [contact.child.reference])
    verbs = DomainEvent.objects.filter(verb__startswith="referrals.copy").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["referrals.copy_asked", "referrals.copy_made"]


def test_the_lead_and_the_mash_have_their_own_and_nobody_opens_anothers(hub: mash.Mash, teacher: Person) -> None:
    contact = mash.screened(hub, author=teacher)
    reference = contact.submission.reference
    lead = factories.make_person("agency_lead", teacher.holdings.get().agency)
    copies = {
        teacher: ask_for_copy(by=teacher, reference=reference, once="a"),
        lead: ask_for_copy(by=lead, reference=reference, once="a"),
        hub.officer: ask_for_copy_of_contact(by=hub.officer, reference=contact.reference, once="a"),
    }
    deliver()
    for reader in copies:
        client = factories.sign_in(Client(), reader)
        for owner, copy in copies.items():
            expected = 200 if owner == reader else 404
            for address in ("", "progress/", "file/"):
                assert client.get(f"/copies/{copy.reference}/{address}").status_code == expected
    with pytest.raises(NotVisible):
        ask_for_copy(by=build.make_practitioner(), reference=reference, once="a")


def test_the_mash_has_no_line_of_a_child_whose_contact_it_may_not_see(hub: mash.Mash, teacher: Person) -> None:
    contact = mash.screened(hub, author=teacher)
    copy = ask_for_copy_of_contact(by=hub.officer, reference=contact.reference, once="a")
    contact.team_grants.update(ended_at=clock.now(), ended_by="test", ends_at=clock.now())
    deliver()
    copy.refresh_from_db()
    assert (copy.state, copy.key) == ("failed", "")
    assert "no longer see" in copy.sentence
    assert factories.sign_in(Client(), hub.officer).get(f"/copies/{copy.reference}/").status_code == 404


def test_whoever_has_left_the_agency_has_the_copy_no_longer(teacher: Person) -> None:
    copy = ask_for_copy(by=teacher, reference=build.send(author=teacher).reference, once="a")
    deliver()
    client = factories.sign_in(Client(), teacher)
    assert client.get(f"/copies/{copy.reference}/file/").status_code == 200
    RoleHolding.objects.filter(person=teacher).update(ends_on=clock.today() - timedelta(days=1))
    assert client.get(f"/copies/{copy.reference}/file/").status_code in (403, 404)


def test_what_cannot_be_printed_is_said_and_asked_for_anew(teacher: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = build.send(author=teacher)
    monkeypatch.setattr("referrals.copying.document", lambda *_: 1 / 0)
    copy = ask_for_copy(by=teacher, reference=sent.reference, once="a")
    deliver()
    client = factories.sign_in(Client(), teacher)
    page = client.get(f"/copies/{copy.reference}/").content.decode()
    assert "could not be made" in page
    assert "Ask for a new copy" in page
    monkeypatch.undo()
    again = client.post(f"/my-referrals/{sent.reference}/pdf/").headers["Location"]
    assert again != f"/copies/{copy.reference}/"
    deliver()
    assert client.get(f"{again}file/").status_code == 200


def test_a_day_later_the_file_is_gone(teacher: Person) -> None:
    copy = ask_for_copy(by=teacher, reference=build.send(author=teacher).reference, once="a")
    deliver()
    copy.refresh_from_db()
    key = copy.key
    with clock.frozen(clock.now() + timedelta(hours=23)):
        tasks.purge_copies()
    with storage.read(key) as kept:
        assert kept.read().startswith(b"%PDF")
    with clock.frozen(clock.now() + timedelta(hours=25)):
        tasks.purge_copies()
    assert OutboxMessage.objects.get(kind="document.remove").payload == {"storage_key": key}
    assert SubmissionCopy.objects.get().state == "removed"
    client = factories.sign_in(Client(), teacher)
    assert "kept for a day" in client.get(f"/copies/{copy.reference}/").content.decode()
    assert client.get(f"/copies/{copy.reference}/file/").status_code == 404


def test_a_visitor_has_a_copy_of_what_they_sent(client: Client) -> None:
    school = build.make_school(domains=["oakfield.example"])
    visitor = factories.make_visitor(school, "nell@oakfield.example")
    factories.let_in(client, visitor)
    page = client.post(f"/my-referrals/{build.send(author=visitor).reference}/pdf/").headers["Location"]
    deliver()
    assert "Copy for nell@oakfield.example" in text_of(client.get(f"{page}file/").content)
