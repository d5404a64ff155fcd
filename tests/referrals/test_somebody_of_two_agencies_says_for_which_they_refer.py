"""A referral belongs to one agency: who refers for several names it, and who leaves one leaves what they sent for it there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from accounts.services.people import end_role, give_role
from foundation.documents import store
from foundation.errors import NotVisible, Refused
from foundation.models import Document
from referrals.models import Draft, Submission
from referrals.selectors.drafts import draft_for, drafts_of
from referrals.selectors.submissions import sent_by, submission_for
from referrals.services import start_draft
from tests import factories
from tests.foundation.documents.build import PDF
from tests.referrals import build

pytestmark = pytest.mark.django_db
DANGER = {"immediate_danger": "no"}
QUESTION = "For which agency are you referring?"


@pytest.fixture
def nurse() -> Person:
    """Refers for a school and for a hospital."""
    person = build.make_practitioner(build.make_school(name="Alder School", code="alder"))
    factories.make_holding(person, "practitioner", factories.make_agency("health", "birch", name="Birch Hospital"))
    return Person.objects.get(pk=person.pk)


@pytest.fixture
def client(nurse: Person) -> Client:
    return factories.sign_in(Client(), nurse)


@pytest.mark.parametrize("code", ["alder", "birch"])
def test_who_refers_for_two_agencies_names_one(client: Client, code: str) -> None:
    assert QUESTION in client.get(reverse("referrals:begin")).content.decode()
    page = client.post(reverse("referrals:begin"), DANGER | {"agency": code}, follow=True).content.decode()
    draft = Draft.objects.get()
    assert draft.agency.code == code
    assert draft.answers["danger"]["typed"] == {"immediate_danger": ["no"]}
    assert draft.agency.name in page


@pytest.mark.parametrize("agency", ["", "elsewhere"])
def test_without_one_of_theirs_nothing_begins(client: Client, nurse: Person, agency: str) -> None:
    factories.make_agency(code="elsewhere")
    answer = client.post(reverse("referrals:begin"), DANGER | {"agency": agency})
    assert answer.status_code == 422
    with pytest.raises(Refused, match="Select the agency"):
        start_draft(by=nurse, answers={}, agency=agency)
    assert not Draft.objects.exists()


def test_who_refers_for_one_agency_is_not_asked() -> None:
    teacher = build.make_practitioner()
    client = factories.sign_in(Client(), teacher)
    assert QUESTION not in client.get(reverse("referrals:begin")).content.decode()
    client.post(reverse("referrals:begin"), DANGER)
    assert Draft.objects.get().agency == teacher.holdings.get().agency


@pytest.fixture
def mover() -> Person:
    return build.make_practitioner()


def moved(person: Person) -> Person:
    """Their role ends in the one agency and one begins in the other."""
    administrator = factories.make_person("system_administrator")
    end_role(by=administrator, holding_id=person.holdings.get().pk)
    give_role(by=administrator, person=person, agency=factories.make_agency(), role="practitioner")
    return Person.objects.get(pk=person.pk)


def pages_of(draft: Draft, submission: Submission) -> list[str]:
    """The addresses at which the draft and what was sent are seen."""
    documents = Document.objects.values_list("reference", flat=True)
    return [
        reverse("referrals:draft", args=[draft.reference]),
        reverse("referrals:documents", args=[draft.reference]),
        reverse("referrals:submission", args=[submission.reference]),
        *(reverse("document", args=[reference]) for reference in documents),
    ]


def test_who_moves_to_another_agency_takes_nothing_along(mover: Person) -> None:
    draft, submission = build.make_draft(mover), build.send(author=mover)
    for kind, reference in (("draft", draft.reference), ("submission", submission.reference)):
        store(upload=SimpleUploadedFile("report.pdf", PDF), record_kind=kind, record_reference=reference, by=mover)
    client = factories.sign_in(Client(), mover)
    statuses = [client.get(page).status_code for page in pages_of(draft, submission)]
    assert statuses == [200, 200, 200, 422, 422], "both documents wait for the virus check"
    mover = moved(mover)
    client = factories.sign_in(Client(), mover)
    assert drafts_of(mover) == []
    assert sent_by(mover).rows == ()
    assert {client.get(page).status_code for page in pages_of(draft, submission)} == {404}
    for ask in (lambda: draft_for(mover, draft.reference), lambda: submission_for(mover, submission.reference)):
        with pytest.raises(NotVisible):
            ask()


def test_the_lead_of_the_agency_keeps_sight_of_what_the_mover_sent(mover: Person) -> None:
    submission = build.send(author=mover)
    home = mover.holdings.get().agency
    moved(mover)
    assert submission_for(factories.make_person("agency_lead", home), submission.reference) == submission
