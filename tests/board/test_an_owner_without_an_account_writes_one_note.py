"""A sealed link to an action: one action, one progress note with its files, a look in the log, and nothing else."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import AccessLogEntry, Agency, Person, SealedLink
from accounts.secret_links import secret_of
from accounts.selectors.sealed import code_to_tell
from board.models import Action
from board.selectors.written import evidence_of, updates_of
from board.services.actions import withdraw
from board.services.judging import judge_report
from board.services.owners import reassign
from board.services.progress import write_update
from board.services.sealing import seal_action, update_by_sealed_link
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent
from tests.board.build import make_action
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db

PAGE = "/action-to-update/"
ADDRESS = "hana.head@school.example"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def school() -> Agency:
    return make_agency("school", name="Hill School")


@pytest.fixture
def action(school: Agency) -> Action:
    return make_action(due_on=clock.today() + timedelta(days=60), agency=school, owner_post="Head of Hill School")


def sealed(by: Person, action: Action) -> SealedLink:
    return seal_action(by=by, reference=action.reference, name="Hana Head", email=ADDRESS)


def let_in(link: SealedLink) -> Client:
    client = Client()
    path = f"/sealed/{secret_of(link.reference, link.made_at.isoformat())}/"
    assert client.post(path, {"code": code_to_tell(link)}).headers["Location"] == PAGE
    return client


def upload(name: str = "sample.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_the_link_opens_this_action_and_every_look_is_logged(business: Person, action: Action) -> None:
    link = sealed(business, action)
    client = let_in(link)
    page = client.get(PAGE)
    assert action.text in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    look = AccessLogEntry.objects.latest("pk")
    assert (look.person, look.agency, look.record_reference) == (link.reference, action.agency.code, action.reference)
    for other in ("/actions/", f"/actions/{action.reference}/", "/exceptions/"):
        assert client.get(other).status_code in (302, 410), other
    assert Client().get(PAGE).status_code == 302


def test_one_note_with_evidence_arrives_in_their_name_and_a_second_does_not(business: Person, action: Action) -> None:
    link = sealed(business, action)
    client = let_in(link)
    assert client.post(PAGE, {"text": ""}).status_code == 422
    answer = client.post(PAGE, {"text": "Staff were told.", "evidence": upload(), "report_done": "on"}, follow=True)
    assert "Your note has arrived. Thank you." in answer.content.decode()
    assert "Send the note" not in answer.content.decode()
    client.post(PAGE, {"text": "Staff were told.", "report_done": "on"})
    [note] = updates_of(action)
    assert (note["writer"], note["kind"], note["text"]) == ("Hana Head", "reported_done", "Staff were told.")
    assert [document.name for document in evidence_of(action)] == ["sample.pdf"]
    with pytest.raises(Refused, match="arrived already"):
        update_by_sealed_link(by=link, text="Once more.")
    event = DomainEvent.objects.get(verb="board.action_reported_done")
    assert (event.actor_kind, event.actor_agency) == ("sealed", action.agency.code)
    judge_report(
        by=business,
        reference=action.reference,
        accepted=True,
        note="The list was seen.",
        evidence_seen="The register, at the office",
    )
    action.refresh_from_db()
    assert action.state == "done"


def test_a_file_that_is_not_taken_is_refused_beside_its_field_and_nothing_is_kept(business: Person, action: Action) -> None:
    client = let_in(sealed(business, action))
    answer = client.post(PAGE, {"text": "Staff were told.", "evidence": upload("run.exe", b"MZ" * 20)})
    assert answer.status_code == 422
    assert answer.context["form"].errors["evidence"]
    assert updates_of(action) == ()
    assert evidence_of(action) == ()


def test_who_lets_in_and_whom(business: Person, action: Action, school: Agency) -> None:
    lead = make_person("agency_lead", school)
    sealed(lead, action)
    with pytest.raises(NotVisible):
        sealed(make_person("agency_lead"), action)
    with pytest.raises(NotAllowed):
        sealed(make_person("executive"), action)
    owned = make_action(due_on=clock.today(), owner=lead)
    with pytest.raises(Refused, match="Somebody with an account owns"):
        sealed(business, owned)
    done = make_action(due_on=clock.today(), state="done", done_at=clock.now(), done_by="x")
    with pytest.raises(Refused, match="finished"):
        sealed(business, done)
    for name, email, field in ((" ", ADDRESS, "name"), ("Hana", lead.email, "email"), ("Hana", "hana@gmail.com", "email")):
        with pytest.raises(Refused) as refused:
            seal_action(by=business, reference=action.reference, name=name, email=email)
        assert refused.value.field == field


def test_it_opens_nothing_once_the_action_is_passed_on_withdrawn_or_its_time_is_over(business: Person, action: Action) -> None:
    client = let_in(sealed(business, action))
    reassign(by=business, reference=action.reference, agency_code=make_agency().code, owner_post="Head", reason="Moved")
    assert client.get(PAGE).status_code == 410
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        client = let_in(sealed(business, action))
        withdraw(by=business, reference=action.reference, reason="No more needed.")
        assert client.get(PAGE).status_code == 410
    other = make_action(due_on=clock.today())
    link = sealed(business, other)
    with clock.frozen(link.made_at + timedelta(days=14, seconds=1)):
        path = f"/sealed/{secret_of(link.reference, link.made_at.isoformat())}/"
        assert Client().get(path).status_code == 410


def test_what_was_typed_is_not_lost_when_the_action_was_finished_meanwhile(business: Person, action: Action) -> None:
    client = let_in(sealed(business, action))
    Action.objects.filter(pk=action.pk).update(state="done", done_at=clock.now(), done_by="x")
    page = client.post(PAGE, {"text": "Staff were told."}).content.decode()
    assert "takes no more progress notes" in page
    assert "Staff were told." in page


def test_the_page_of_who_lets_in_shows_the_code_until_it_is_used(client: Client, business: Person, action: Action) -> None:
    pages, address = sign_in(client, business), f"/actions/{action.reference}/sealed-link/"
    assert "Let the owner in without an account" in pages.get(f"/actions/{action.reference}/").content.decode()
    answer = pages.post(address, {"name": "Hana Head", "email": "nonsense"})
    assert answer.status_code == 422
    page = pages.post(address, {"name": "Hana Head", "email": ADDRESS}, follow=True).content.decode()
    link = SealedLink.objects.get()
    assert code_to_tell(link) in page
    let_in(link)
    assert code_to_tell(link) not in pages.get(address).content.decode()


def test_evidence_comes_with_a_note_of_an_owner_too_and_is_listed(client: Client, business: Person, school: Agency) -> None:
    lead = make_person("agency_lead", school)
    action = make_action(due_on=clock.today(), agency=school, owner=lead)
    pages, address = sign_in(client, lead), f"/actions/{action.reference}/"
    page = pages.get(f"{address}note/").content.decode()
    assert 'enctype="multipart/form-data"' in page
    typed = {"text": "Done in May.", "version": "1", "evidence": upload("minutes.pdf")}
    assert "Waiting for the virus check" in pages.post(f"{address}note/", typed, follow=True).content.decode()
    [document] = evidence_of(action)
    assert document.name == "minutes.pdf"
    stranger = sign_in(Client(), make_person("agency_lead"))
    assert stranger.get(f"/documents/{document.reference}/").status_code == 404
    with pytest.raises(Refused, match="at most 40 files") as refused:
        write_update(
            by=lead, reference=action.reference, version=2, text="More", evidence=[upload(f"{n}.pdf") for n in range(40)]
        )
    assert refused.value.field == "evidence"
