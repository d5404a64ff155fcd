"""What a system sent it amends and withdraws, and it answers the further questions: the form's rules, the form's sentences."""

import json
from typing import Any

import pytest

from accounts.models import Agency, Team
from foundation.models import DomainEvent
from referrals.models import Amendment, Contact, ContactState, Message, Submission
from tests.referrals import build, mash, systems
from work.models import Clock

pytestmark = pytest.mark.django_db

EXPLOITED = {**systems.REFERRAL["harm"], "harms": ["24A"]}
SIGNS = {"set": "exploitation", "version": 1, "answers": {"signs": ["Found far from home"], "who": "A man in a white van"}}
CONCERN = {**systems.REFERRAL["concern"], "worries": "She was bruised too."}
BROTHER = {**systems.REFERRAL["children"][0], "given_name": "Bobby", "sex": "M", "birth_date": "2020-03-27", "nhs_number": ""}
UNBORN = systems.REFERRAL["children"][1]


@pytest.fixture
def school() -> Agency:
    build.make_mash()
    return build.make_school()


@pytest.fixture
def token(school: Agency) -> str:
    return systems.connect(school)[1]


@pytest.fixture
def sent(token: str) -> Submission:
    return Submission.objects.get(reference=body(systems.send(token, systems.referral()))["reference"])


def body(response: Any) -> dict[str, Any]:
    return dict(json.loads(response.content))


def post(token: str, sent: Submission, path: str, said: Any, key: str = "change-0001") -> Any:
    url = f"/api/v1/referrals/{sent.reference}/{path}"
    return systems.ask(token, "POST", url, said, headers={"Idempotency-Key": key})


def amendment(**page: Any) -> dict[str, Any]:
    return {"seen": 1, "reason": "The school nurse told us more", **page}


def refused(response: Any, status: int = 422) -> list[tuple[str, str]]:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    return [(one["pointer"], one["detail"]) for one in body(response).get("errors", [])]


def test_a_page_is_amended_with_a_reason_once_and_the_mash_is_told(token: str, sent: Submission) -> None:
    first = post(token, sent, "amendments", amendment(concern=CONCERN))
    assert first.status_code == 201
    assert body(first)["version"] == 2
    assert post(token, sent, "amendments", amendment(concern=CONCERN)).content == first.content
    made = Amendment.objects.get()
    assert made.values["worries"] == "She was bruised too."
    assert sent.worries != made.values["worries"], "what was sent first stays"
    assert "bruised" not in Message.objects.get(kind="amended").body
    assert DomainEvent.objects.filter(verb="referrals.amended", actor_kind="client", subject_kind="submission").count() == 1
    assert body(systems.ask(token, "GET", f"/api/v1/referrals/{sent.reference}"))["version"] == 2


@pytest.mark.parametrize(
    ("said", "pointer", "sentence"),
    [
        ({"concern": {**CONCERN, "worries": ""}}, "#/concern/worries", "Enter what you are worried about"),
        ({"concern": systems.REFERRAL["concern"]}, "", "Nothing is different from what stands there now."),
        ({"concern": CONCERN, "reason": " "}, "#/reason", "Enter why you change this"),
        ({"concern": CONCERN, "seen": None}, "#/seen", "Enter the version that you changed"),
        ({}, "#", "Send exactly one page of the referral"),
        ({"concern": CONCERN, "added": "An aunt"}, "#", "Send exactly one page of the referral"),
        ({"concern": {**CONCERN, "hat": "x"}}, "#/concern/hat", "There is no question of this name. Nothing was kept"),
        ({"children": []}, "#/children", "There is no question of this name. Nothing was kept"),
        ({"consent": {"consent_status": "not_sought", "family_told": "no"}}, "#/consent/reason", ""),
        ({"questions": SIGNS}, "#/questions/set", "This set of questions was not asked in this referral"),
        ({"new_child": {**BROTHER, "family_name": ""}}, "#/new_child/family_name", "Enter the child’s last name"),
        ({"new_child": {**BROTHER, "given_name": None}}, "#/new_child/given_name", ""),
        ({"new_child": {**BROTHER, "hat": "x"}}, "#/new_child/hat", "There is no question of this name. Nothing was kept"),
        ({"new_child": {**UNBORN, "expected_delivery_date": "2028-02-14"}}, "#/new_child/expected_delivery_date", ""),
        ({"new_child": []}, "#/new_child", "Send the answers as an object"),
        ({"new_child": BROTHER, "reason": ""}, "#/reason", "Enter why you change this"),
        ({"new_child": BROTHER, "concern": CONCERN}, "#", "Send exactly one page of the referral"),
    ],
)
def test_an_amendment_is_refused_in_the_words_of_the_form(
    token: str, sent: Submission, said: dict[str, Any], pointer: str, sentence: str
) -> None:
    answer = post(token, sent, "amendments", {**amendment(), **said})
    found = refused(answer)
    told = [detail for where, detail in found if where == pointer] if pointer else [body(answer)["detail"]]
    assert told, found
    assert told[0].startswith(sentence)
    assert not Amendment.objects.exists()


def test_whoever_amends_what_was_amended_meanwhile_is_told_of_the_conflict(token: str, sent: Submission) -> None:
    post(token, sent, "amendments", amendment(concern=CONCERN))
    answer = post(token, sent, "amendments", amendment(added="She has an aunt."), "change-0002")
    assert answer.status_code == 409
    assert "amended while" in body(answer)["detail"]
    assert post(token, sent, "amendments", amendment(added="She has an aunt.", seen=2), "change-0003").status_code == 201


def test_a_child_who_was_not_told_of_is_added_once_with_a_contact_and_a_clock(token: str, sent: Submission) -> None:
    first = post(token, sent, "amendments", amendment(new_child=BROTHER))
    assert first.status_code == 201, first.content
    new = sent.contacts.get(position=3)
    assert body(first)["version"] == 2
    assert body(first)["children"] == [{"position": 3, "contact": new.reference}]
    assert post(token, sent, "amendments", amendment(new_child=BROTHER)).content == first.content
    assert sent.contacts.count() == 3
    assert (new.child.given_name, new.submitted_child.version) == ("Bobby", 2)
    assert new.received_at == Amendment.objects.get().amended_at
    running = Clock.objects.get(kind="referrals.decision", subject_reference=new.reference)
    assert running.due_at == new.decision_due_at
    assert DomainEvent.objects.filter(
        verb="referrals.contact_received", actor_kind="client", subject_reference=new.reference
    ).exists()
    assert "Child 3: Bobby Example was added" in Message.objects.get(kind="amended").body
    status = body(systems.ask(token, "GET", f"/api/v1/referrals/{sent.reference}"))
    assert [one["contact"] for one in status["children"]][2:] == [new.reference]
    assert "Bobby" not in str(status)


def test_a_page_that_is_amended_adds_nobody(token: str, sent: Submission) -> None:
    post(token, sent, "amendments", amendment(new_child=BROTHER))
    later = post(token, sent, "amendments", amendment(concern=CONCERN, seen=2), "change-0002")
    assert (body(later)["version"], body(later)["children"]) == (3, [])


def test_a_child_is_added_to_the_version_that_was_seen(token: str, sent: Submission) -> None:
    post(token, sent, "amendments", amendment(concern=CONCERN))
    late = post(token, sent, "amendments", amendment(new_child=BROTHER), "change-0002")
    assert late.status_code == 409
    assert sent.contacts.count() == 2
    assert post(token, sent, "amendments", amendment(new_child=BROTHER, seen=2), "change-0003").status_code == 201


def test_what_is_dealt_with_takes_no_child_from_a_system(token: str, sent: Submission) -> None:
    sent.contacts.update(state=ContactState.DUPLICATE, closed_at=sent.received_at, closed_by="test")
    answer = post(token, sent, "amendments", amendment(new_child=BROTHER))
    assert answer.status_code == 422
    assert body(answer)["detail"].startswith("This referral is dealt with")
    assert not Amendment.objects.exists()


def test_no_child_arrives_where_nobody_would_see_them(token: str, sent: Submission) -> None:
    Team.objects.update(receives=[])
    answer = post(token, sent, "amendments", amendment(new_child=BROTHER))
    assert answer.status_code == 422
    assert body(answer)["detail"].startswith("No team can receive referrals at the moment")
    assert sent.contacts.count() == 2


def test_a_key_stands_for_one_thing(token: str, sent: Submission) -> None:
    assert post(token, sent, "amendments", amendment(concern=CONCERN), "record-0001").status_code == 409
    post(token, sent, "amendments", amendment(concern=CONCERN))
    assert post(token, sent, "withdrawal", {"reason": "Another child"}).status_code == 409
    assert refused(systems.ask(token, "POST", f"/api/v1/referrals/{sent.reference}/withdrawal", {"reason": "x"}))[0][0] == (
        "#/Idempotency-Key"
    )


def test_it_asks_to_withdraw_once_and_a_manager_decides(token: str, sent: Submission) -> None:
    assert refused(post(token, sent, "withdrawal", {"reason": " "})) == [("#/reason", "Enter why you withdraw it.")]
    first = post(token, sent, "withdrawal", {"reason": "It was about another child"})
    assert first.status_code == 201
    assert post(token, sent, "withdrawal", {"reason": "It was about another child"}).content == first.content
    contacts = list(Contact.objects.filter(submission=sent))
    assert [one.tasks.filter(kind="withdrawal").count() for one in contacts] == [1, 1]
    assert all(one.is_open for one in contacts)
    assert Message.objects.get(kind="withdrawal").body == "It was about another child"


def test_what_is_decided_is_not_withdrawn(token: str) -> None:
    hub = mash.make()
    _client, token = systems.connect(build.make_school())
    sent = Submission.objects.get(reference=body(systems.send(token, systems.referral()))["reference"])
    sent.contacts.update(approved_at=sent.received_at, approved_by=hub.manager.reference)
    answer = post(token, sent, "withdrawal", {"reason": "Another child"})
    assert answer.status_code == 422
    assert "decided on this already" in body(answer)["detail"]


def test_another_agencys_a_restricted_one_and_what_people_sent_do_not_exist_for_it(token: str, sent: Submission) -> None:
    other = systems.connect(build.make_school())[1]
    by_hand = build.send(author=build.make_practitioner(sent.agency))
    told = (
        ("amendments", amendment(concern=CONCERN)),
        ("amendments", amendment(new_child=BROTHER)),
        ("withdrawal", {"reason": "x"}),
    )
    for who, what in ((other, sent), (token, by_hand)):
        for path, said in told:
            assert post(who, what, path, said).status_code == 404
    sent.contacts.update(restricted=True)
    assert post(token, sent, "amendments", amendment(concern=CONCERN)).status_code == 404
    assert post(token, sent, "amendments", amendment(new_child=BROTHER)).status_code == 404
    assert Contact.objects.filter(submission=sent).count() == 2


def test_a_token_that_may_only_send_changes_nothing(school: Agency, sent: Submission) -> None:
    token = systems.connect(school, "refer", "status", name="Another")[1]
    assert post(token, sent, "amendments", amendment(concern=CONCERN)).status_code == 403
    assert post(token, sent, "amendments", amendment(new_child=BROTHER)).status_code == 403
    assert post(token, sent, "withdrawal", {"reason": "x"}).status_code == 403


def sets(token: str, query: str = "") -> dict[str, dict[str, Any]]:
    return {one["set"]: one for one in body(systems.ask(token, "GET", f"/api/v1/question-sets{query}"))["sets"]}


def test_the_sets_of_the_agency_and_the_kinds_of_harm_are_offered(token: str) -> None:
    every = sets(token)
    assert "from-schools" in every
    assert "from-police" not in every
    assert "24A" in every["exploitation"]["asked_after"]
    assert every["exploitation"]["must_be_answered"]
    assert every["from-schools"]["asked_after"] == []
    assert every["exploitation"]["questions"][0]["key"] == "signs"
    assert set(sets(token, "?worry=24A")) == {"exploitation", "from-schools"}
    assert refused(systems.ask(token, "GET", "/api/v1/question-sets?worry=nonsense"))[0][0] == "#/worry"


def test_answers_are_kept_under_their_version_with_the_words_of_the_questions(token: str) -> None:
    answer = systems.send(token, systems.referral(harm=EXPLOITED, questions=[SIGNS]))
    assert answer.status_code == 201, answer.content
    kept = Submission.objects.get(reference=body(answer)["reference"])
    section = next(one for one in kept.answers if one["section"] == "questions-exploitation")
    assert (section["questionnaire"], section["version"]) == ("exploitation", 1)
    assert {"question": "Which of these have you seen or heard of?", "answer": "Found far from home"} in section["answers"]
    changed = {**SIGNS, "answers": {"signs": ["Debts, threats or injuries"]}}
    assert post(token, kept, "amendments", amendment(questions=changed)).status_code == 201
    later = next(one for one in Amendment.objects.get().answers if one["section"] == "questions-exploitation")
    assert "Debts, threats or injuries" in str(later["answers"])
    wrong = amendment(questions={**SIGNS, "version": 9}, seen=2)
    assert refused(post(token, kept, "amendments", wrong, "change-0009"))[0][0] == "#/questions/version"


@pytest.mark.parametrize(
    ("questions", "pointer", "sentence"),
    [
        ([], "#/questions", "Select an answer to “Which of these have you seen or heard of?”"),
        ([{**SIGNS, "answers": {}}], "#/questions/0/answers/signs", "Select an answer to"),
        ([{**SIGNS, "answers": {"signs": ["A hat"]}}], "#/questions/0/answers/signs", "Select an answer to"),
        ([{**SIGNS, "answers": {"hat": "x"}}], "#/questions/0/answers/hat", "There is no question of this name"),
        ([{**SIGNS, "answers": {"\ud800": "x"}}], "#/questions/0/answers/?", "There is no question of this name"),
        ([{**SIGNS, "version": 7}], "#/questions/0/version", "Version 7 of these questions is not in use"),
        ([SIGNS, SIGNS], "#/questions", "Send each set of questions once"),
        ([SIGNS, {**SIGNS, "set": "missing"}], "#/questions/1/set", "This set of questions is not asked of your agency"),
        ([{**SIGNS, "answers": {"signs": True}}], "#/questions/0/answers", "Each answer must be text"),
        ([{"set": "exploitation"}], "#/questions/0/version", "Enter the version of the questions"),
    ],
)
def test_answers_are_refused_in_the_words_of_the_form(token: str, questions: list[Any], pointer: str, sentence: str) -> None:
    found = refused(systems.send(token, systems.referral(harm=EXPLOITED, questions=questions)))
    assert any(where == pointer and detail.startswith(sentence) for where, detail in found), found
    assert not Submission.objects.exists()


def test_of_a_child_in_danger_the_further_questions_are_not_waited_for(token: str) -> None:
    assert systems.send(token, systems.referral(harm=EXPLOITED, immediate_danger="yes", questions=[])).status_code == 201


def test_nothing_is_answered_about_a_record_by_asking_what_may_be_asked(token: str, sent: Submission) -> None:
    there = systems.ask(token, "OPTIONS", f"/api/v1/referrals/{sent.reference}")
    not_there = systems.ask(token, "OPTIONS", "/api/v1/referrals/NM-S-00000-00000")
    assert there.status_code == not_there.status_code == 405
    assert there.content == not_there.content
    assert refused(there, 405) == []
