from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry, Person
from foundation import clock
from foundation.documents import documents_of
from foundation.errors import NotVisible, Refused
from tests.factories import make_agency, make_person, sign_in
from tests.work.build import SYSTEM, inside, make_business_team_member, make_published, make_questionnaire_request
from work.models import Answer, AnswerSet, Request
from work.selectors.my_work import my_work
from work.selectors.replies import reply_for
from work.services.questionnaires import publish_version, start_version
from work.services.replies import ask_to_answer, save_reply, send_reply
from work.services.requests import answer_request, ask, waive_request

pytestmark = pytest.mark.django_db

ALONE, WHY, WHO, GRADE = "was-the-child-seen-alone", "why-not", "who-was-there", "overall-grade"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def request_() -> Request:
    return make_questionnaire_request()


@pytest.fixture
def lead(request_: Request) -> Person:
    return make_person("agency_lead", request_.to_agency)


def page(request: Request, *more: object) -> str:
    return reverse("work:reply_section" if more else "work:reply", args=[request.reference, *more])


def answers(request: Request) -> dict[str, object]:
    return dict(Answer.objects.filter(answer_set__subject_reference=request.reference).values_list("question__key", "value"))


def content(client: Client, where: str) -> bytes:
    response = client.get(where)
    return b"".join(response.streaming_content)


def test_what_was_typed_is_kept_and_a_colleague_goes_on(request_: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    answer = client.post(page(request_, 1), {ALONE: "Yes", "later": "yes"}, follow=True)
    assert "Your answers are saved" in answer.content.decode()
    assert answers(request_) == {ALONE: "Yes"}
    colleague = sign_in(Client(), make_person("agency_lead", request_.to_agency))
    assert "Completed" in colleague.get(page(request_)).content.decode()
    assert 'value="Yes" checked' in colleague.get(page(request_, 1)).content.decode()


def test_what_is_in_order_is_kept_although_something_else_is_not(request_: Request, lead: Person) -> None:
    given = {"visits-in-the-year": "many", "agencies-involved": ["Police"], "evidence": SimpleUploadedFile("note.exe", b"MZ")}
    answer = sign_in(Client(), lead).post(page(request_, 3), given)
    assert answer.status_code == 422
    assert "The number must be a" in answer.content.decode()
    assert "The file must be a PDF" in answer.content.decode()
    assert answers(request_) == {"agencies-involved": ["Police"]}


def test_a_question_asked_after_several_answers_appears_once_one_of_them_is_saved(request_: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    first = client.get(page(request_, 1)).content.decode()
    assert "Why not?" in first
    assert "Who was there?" not in first
    again = client.post(page(request_, 1), {ALONE: "Partly"}, follow=True)
    assert again.redirect_chain == [(page(request_, 1), 302)]
    assert "Who was there?" in again.content.decode()
    assert client.post(page(request_, 1), {ALONE: "Partly"}).status_code == 422
    onwards = client.post(page(request_, 1), {ALONE: "Partly", WHO: "Grandmother"})
    assert onwards.headers["Location"] == page(request_, 2)
    client.post(page(request_, 1), {ALONE: "Yes", WHO: "Grandmother"})
    assert answers(request_) == {ALONE: "Yes"}


def test_the_answers_are_sent_once_and_then_read_by_who_asked(request_: Request, lead: Person) -> None:
    client, business = sign_in(Client(), lead), sign_in(Client(), make_business_team_member())
    save_reply(by=lead, reference=request_.reference, answers={ALONE: "No", WHY: "The child was at school.", WHO: "Nobody"})
    assert "The child was at school." not in business.get(page(request_)).content.decode()
    check = reverse("work:reply_check", args=[request_.reference])
    assert "Overall grade" in client.get(check).content.decode()
    refused = client.post(check)
    assert refused.status_code == 422
    assert "Answer “Overall grade”." in refused.content.decode()
    save_reply(by=lead, reference=request_.reference, answers={GRADE: "Good", "last-visit": "2026-10-02"})
    assert client.post(check).status_code == 302
    request_.refresh_from_db()
    assert (request_.state, request_.result, request_.answered_by) == ("answered", "answered", lead.reference)
    read = business.get(page(request_)).content.decode()
    assert "The child was at school." in read
    assert "2 October 2026" in read
    with pytest.raises(Refused, match="answered, waived or withdrawn"):
        save_reply(by=lead, reference=request_.reference, answers={GRADE: "Adequate"})
    with pytest.raises(Refused, match="answered, waived or withdrawn"):
        send_reply(by=lead, reference=request_.reference)
    assert client.post(page(request_, 2), {GRADE: "Adequate"}).headers["Location"] == page(request_)
    assert answers(request_)[GRADE] == "Good"


def test_who_asked_hears_that_an_answer_came_back(request_: Request, lead: Person) -> None:
    business = make_business_team_member()
    assert not my_work(business).answered
    save_reply(by=lead, reference=request_.reference, answers={ALONE: "Yes", GRADE: "Good"})
    send_reply(by=lead, reference=request_.reference)
    assert [row.reference for row in my_work(business).answered] == [request_.reference]
    assert page(request_) in sign_in(Client(), business).get("/").content.decode()


def test_the_common_form_cannot_answer_in_place_of_the_questionnaire(request_: Request, lead: Person) -> None:
    with pytest.raises(Refused, match="Answer the questionnaire"):
        answer_request(by=lead, reference=request_.reference, result="nothing_known", answer="")
    sign_in(Client(), lead).post(reverse("work:request", args=[request_.reference]), {"result": "nothing_known"})
    assert Request.objects.get().state == "asked"


def test_a_waived_request_takes_no_more_answers(request_: Request, lead: Person) -> None:
    with inside():
        waive_request(by=SYSTEM, reference=request_.reference, reason="Merged with another agency.")
    with pytest.raises(Refused):
        save_reply(by=lead, reference=request_.reference, answers={ALONE: "Yes"})
    assert sign_in(Client(), lead).get(page(request_)).status_code == 200


def test_nobody_of_another_agency_reads_or_answers_it(request_: Request) -> None:
    stranger = make_person("agency_lead")
    for act in (
        lambda: reply_for(stranger, request_.reference),
        lambda: save_reply(by=stranger, reference=request_.reference, answers={ALONE: "Yes"}),
        lambda: send_reply(by=stranger, reference=request_.reference),
        lambda: save_reply(by=make_business_team_member(), reference=request_.reference, answers={ALONE: "Yes"}),
    ):
        with pytest.raises(NotVisible):
            act()


def test_a_file_is_added_replaced_and_removed(request_: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    for name in ("first.pdf", "second.pdf"):
        client.post(page(request_, 3), {"evidence": SimpleUploadedFile(name, PDF), "later": "yes"})
    assert [row.name for row in documents_of("request", request_.reference)] == ["second.pdf"]
    shown = client.get(page(request_, 3)).content.decode()
    assert "second.pdf (waiting to be checked for viruses)" in shown
    assert shown.index("Save and continue") < shown.index('name="remove"'), "the enter key presses the first button"
    client.post(page(request_, 3), {"remove": "evidence"})
    assert not documents_of("request", request_.reference).exists()
    assert "evidence" not in answers(request_)


def test_a_file_is_opened_by_who_answers_and_by_who_asked_once_it_is_sent(request_: Request, lead: Person) -> None:
    save_reply(
        by=lead,
        reference=request_.reference,
        answers={ALONE: "Yes", GRADE: "Good"},
        files={"evidence": SimpleUploadedFile("report.pdf", PDF)},
    )
    document = documents_of("request", request_.reference).get()
    documents_of("request", request_.reference).update(state="clean", scanned_at=clock.now())
    where = reverse("document", args=[document.reference])
    business, stranger = sign_in(Client(), make_business_team_member()), sign_in(Client(), make_person("agency_lead"))
    assert content(sign_in(Client(), lead), where) == PDF
    assert business.get(where).status_code == 404
    send_reply(by=lead, reference=request_.reference)
    assert content(business, where) == PDF
    assert stranger.get(where).status_code == 404
    assert where in business.get(page(request_)).content.decode()


def test_each_look_is_in_the_access_log(request_: Request, lead: Person) -> None:
    sign_in(Client(), lead).get(page(request_, 1))
    assert AccessLogEntry.objects.filter(route="work:reply_section", record_reference=request_.reference).count() == 1


def test_the_version_in_use_when_it_was_asked_is_answered(request_: Request, lead: Person) -> None:
    with inside():
        draft = start_version(by=SYSTEM, code="case-file-audit")
        publish_version(by=SYSTEM, version_id=draft.pk)
    assert reply_for(lead, request_.reference).answer_set.version.number == 1


def test_the_business_team_asks_agencies_in_the_browser() -> None:
    make_published()
    agency, other = make_agency(name="Northmere Hospital"), make_agency()
    client = sign_in(Client(), make_business_team_member())
    where = reverse("work:ask", args=["case-file-audit"])
    assert "Select who is asked" in client.post(where, {}).content.decode()
    due = {"due_on-day": "1", "due_on-month": "12", "due_on-year": "2026"}
    given = {"agencies": [agency.code, other.code], "purpose": "Yearly return", **due}
    shown = client.post(where, given, follow=True).content.decode()
    assert "2 agencies were asked." in shown
    assert "Northmere Hospital" in shown
    again = client.post(where, given)
    assert again.status_code == 422
    assert "has this questionnaire to answer already" in again.content.decode()
    assert AnswerSet.objects.count() == 2


@pytest.mark.parametrize(("agencies", "days", "sentence"), [([], 5, "Select who"), (["x"], 0, "in the future")])
def test_nobody_is_asked_without_an_agency_or_time(agencies: list[str], days: int, sentence: str) -> None:
    make_published()
    due_on: date = clock.today() + timedelta(days=days)
    with pytest.raises(Refused, match=sentence), inside():
        ask_to_answer(by=SYSTEM, code="case-file-audit", agencies=agencies, purpose="P", due_on=due_on)


def test_a_questionnaire_without_a_version_in_use_is_asked_of_nobody() -> None:
    from foundation.events import Subject
    from tests.work.build import make_draft

    make_draft()
    with pytest.raises(Refused, match="Publish the questionnaire"), inside():
        ask(
            by=SYSTEM,
            kind="work.questionnaire",
            subject=Subject("questionnaire", "case-file-audit"),
            from_team=None,
            to_agency=make_agency(),
            question="Please answer.",
            due_at=clock.now() + timedelta(days=2),
        )
