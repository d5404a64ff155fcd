"""Sending a draft: one submission with a contact, a clock and a grant for each child, however often the button is pressed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from children.models import Child
from foundation import clock
from foundation.models import Document, DomainEvent, OutboxMessage
from referrals import services
from referrals.forms.refer import content_of, read_draft
from referrals.models import Contact, ContactTeamGrant, Draft, Submission, SubmissionRelation
from tests import factories
from tests.conftest import FROZEN_AT
from tests.referrals import build
from work.models import Clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> Person:
    build.make_mash("mash")
    return build.make_practitioner()


def send(draft: Draft, by: Person) -> Submission:
    content = content_of(read_draft(draft))
    return services.send_submission(by=by, draft_reference=draft.reference, version=draft.version, content=content)


def test_send_makes_a_contact_a_clock_and_a_grant_for_each_child(teacher: Person) -> None:
    submission = send(build.make_complete_draft(teacher), teacher)
    first, second = submission.contacts.order_by("position")
    assert (first.submitted_child.given_name, first.child.birth_date) == ("Ada", date(2017, 3, 27))
    assert (second.submitted_child.full_name, second.child.unborn) == ("Unborn child Example", True)
    clocks = Clock.objects.filter(kind="referrals.decision", subject_kind="contact")
    assert {clock_.subject_reference for clock_ in clocks} == {first.reference, second.reference}
    assert {clock_.due_at for clock_ in clocks} == {first.decision_due_at} == {second.decision_due_at}
    assert first.decision_due_at.astimezone(clock.LONDON).date() == date(2026, 11, 19)
    grant = ContactTeamGrant.objects.get(content_object=first)
    assert (grant.group.team.code, grant.is_open, grant.urgency) == ("mash", True, 30)
    assert first.state == "received"


def test_send_keeps_what_was_said_with_the_questions_words(teacher: Person) -> None:
    submission = send(build.make_complete_draft(teacher), teacher)
    assert (submission.consent_status, submission.consent_given_by, submission.referral_source) == ("given", "Mother", "2A")
    assert (submission.referrer_level, submission.father_known, submission.other_carers) == (3, "yes", "unknown")
    words = {row["question"]: row["answer"] for section in submission.answers for row in section["answers"]}
    assert words["What are you worried about?"] == build.CONCERN["worries"][0]
    assert words["When is the birth expected?"] == "14 February 2027"
    assert "Why not?" not in words
    relations = SubmissionRelation.objects.filter(person__submission=submission).order_by("child__position")
    assert [(row.relationship, row.parental_responsibility) for row in relations] == [("Father", "yes"), ("Father", "unknown")]


def test_send_twice_gives_the_same_submission(teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    content = content_of(read_draft(draft))
    first = send(draft, teacher)
    again = services.send_submission(by=teacher, draft_reference=draft.reference, version=draft.version, content=content)
    assert first == again
    assert (Submission.objects.count(), Contact.objects.count(), Child.objects.count(), Clock.objects.count()) == (1, 2, 2, 2)


def test_the_draft_keeps_no_answers_and_its_documents_move(teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    Document.objects.create(
        reference="NM-D-1",
        key="k",
        name="a.pdf",
        media_type="application/pdf",
        size=1,
        sha256="x",
        record_kind="draft",
        record_reference=draft.reference,
        uploaded_at=clock.now(),
        uploaded_by=teacher.reference,
    )
    submission = send(draft, teacher)
    draft.refresh_from_db()
    assert (draft.answers, draft.submitted_by) == ({}, teacher.reference)
    document = Document.objects.get()
    assert (document.record_kind, document.record_reference) == ("submission", submission.reference)


def test_the_referrer_is_told_the_reference_and_no_name(teacher: Person) -> None:
    submission = send(build.make_complete_draft(teacher), teacher)
    mail = OutboxMessage.objects.get(kind="mail")
    assert (mail.payload["to"], mail.payload["word.reference"]) == (teacher.email, submission.reference)
    assert mail.payload["word.path"] == reverse("referrals:submission", args=[submission.reference])
    assert "Example" not in str(OutboxMessage.objects.values_list("payload", flat=True))
    assert "Example" not in str(DomainEvent.objects.values_list("data", flat=True))


def test_an_urgent_one_tells_the_managers_of_the_mash(teacher: Person) -> None:
    from accounts.models import Team

    mash = Team.objects.get(code="mash")
    manager = factories.make_person("mash_manager", team=mash)
    factories.make_person("mash_officer", team=mash)
    submission = send(build.make_complete_draft(teacher, danger={"immediate_danger": ["yes"]}), teacher)
    assert (submission.urgent, submission.immediate_danger) == (True, True)
    told = OutboxMessage.objects.filter(payload__template="urgent_referral")
    assert [mail.payload["to"] for mail in told] == [manager.email]
    assert {mail.payload["word.path"] for mail in told} == {reverse("referrals:queue")}
    assert set(ContactTeamGrant.objects.values_list("urgency", flat=True)) == {20}


def test_a_draft_that_changed_since_it_was_checked_is_not_sent(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    factories.sign_in(client, teacher)
    url = reverse("referrals:check", args=[draft.reference])
    answer = client.post(url, {"declared": "on", "_version": draft.version + 3})
    assert answer.status_code == 409
    assert "changed in another window" in answer.content.decode()
    assert Submission.objects.count() == 0


def test_nothing_is_received_while_no_team_receives_contacts(client: Client) -> None:
    teacher = build.make_practitioner()
    draft = build.make_complete_draft(teacher)
    factories.sign_in(client, teacher)
    answer = client.post(reverse("referrals:check", args=[draft.reference]), {"declared": "on", "_version": draft.version})
    assert answer.status_code == 422
    assert "Telephone the MASH on 01632 960 123" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.answers


def test_a_double_click_and_the_back_button_show_the_same_confirmation(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    factories.sign_in(client, teacher)
    url = reverse("referrals:check", args=[draft.reference])
    for _ in range(2):
        answer = client.post(url, {"declared": "on", "_version": draft.version}, follow=True)
        assert answer.status_code == 200
        assert Submission.objects.get().reference in answer.content.decode()
    for page in ("draft", "check"):
        back = client.get(reverse(f"referrals:{page}", args=[draft.reference]))
        assert back["Location"] == reverse("referrals:sent", args=[draft.reference])


def test_an_incomplete_draft_is_refused_with_what_is_missing(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher, consent={"consent_status": ["given"]})
    factories.sign_in(client, teacher)
    answer = client.post(reverse("referrals:check", args=[draft.reference]), {"declared": "on", "_version": draft.version})
    assert answer.status_code == 422
    assert "Complete “Consent”" in answer.content.decode()
    assert Submission.objects.count() == 0


def test_sending_takes_few_statements(client: Client, teacher: Person, django_assert_max_num_queries: object) -> None:
    draft = build.make_complete_draft(teacher)
    content = content_of(read_draft(draft))
    Person.objects.get(pk=teacher.pk)
    teacher.holdings_read = None
    with django_assert_max_num_queries(40) as captured:  # type: ignore[operator]
        services.send_submission(by=teacher, draft_reference=draft.reference, version=draft.version, content=content)
    statements = [one["sql"] for one in captured.captured_queries if "SAVEPOINT" not in one["sql"]]
    assert len(statements) <= 27, "\n".join(statements)


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_the_same_moment_make_one_submission() -> None:
    build.make_mash()
    teacher = build.make_practitioner()
    draft = build.make_complete_draft(teacher)
    content = content_of(read_draft(draft))
    together = Barrier(2)

    def press() -> str:
        try:
            with clock.frozen(FROZEN_AT):
                together.wait()
                sent = services.send_submission(
                    by=Person.objects.get(pk=teacher.pk), draft_reference=draft.reference, version=1, content=content
                )
            return sent.reference
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        pressed = [pool.submit(press) for _ in range(2)]
        references = {future.result() for future in pressed}
    assert references == {Submission.objects.get().reference}
    assert Contact.objects.count() == 2
