"""Asked by one agency, answered, waived or withdrawn; seen by those who asked and those who answer."""

from datetime import timedelta

import pytest

from foundation import clock as time
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import history
from foundation.models import OutboxMessage
from tests.factories import make_agency, make_person, make_team
from tests.work import kinds
from tests.work.build import CONTACT, SYSTEM, inside, make_request
from work.selectors.open_work import open_work_on, requests_on
from work.selectors.requests import may_answer, request_for, requests_to_answer
from work.services.requests import answer_request, ask, waive_request, withdraw_request

pytestmark = pytest.mark.django_db


def test_asking_starts_a_clock_and_tells_the_agencys_lead() -> None:
    agency = make_agency("health")
    lead = make_person("agency_lead", agency)
    make_person("practitioner", agency)
    request = make_request(agency)
    assert request.clock.due_at == request.due_at
    message = OutboxMessage.objects.get()
    assert message.payload == {"to": lead.email, "template": "news", "word.path": f"/requests/{request.reference}/"}
    assert history(CONTACT).last().data["to_agency"] == agency.code


def test_a_team_that_receives_the_kind_answers_and_is_told_instead_of_the_lead() -> None:
    team = make_team(receives=["tests.check"])
    member = make_person("social_worker", team=team)
    lead = make_person("agency_lead", team.agency)
    request = make_request(team.agency)
    assert [message.payload["to"] for message in OutboxMessage.objects.all()] == [member.email]
    assert may_answer(member, request)
    assert may_answer(lead, request)
    assert not may_answer(make_person("social_worker", team=make_team(team.agency)), request)


def test_the_lead_answers_and_what_follows_happens() -> None:
    request = make_request()
    lead = make_person("agency_lead", request.to_agency)
    answered = answer_request(
        by=lead, reference=request.reference, result="information", answer="Known since 2024.", answered_for="The school nurse"
    )
    assert (answered.state, answered.result, answered.answered_for) == ("answered", "information", "The school nurse")
    request.clock.refresh_from_db()
    assert request.clock.outcome == "answered"
    assert kinds.heard == [("answered", request.reference)]
    assert not open_work_on(CONTACT)
    assert [row.answer for row in requests_on(CONTACT)] == ["Known since 2024."]


@pytest.mark.parametrize(
    ("result", "answer", "sentence"),
    [
        ("information", " ", "Enter the information."),
        ("declined", "", "Enter why you decline."),
        ("maybe", "Perhaps.", "Select what you found."),
    ],
)
def test_an_answer_says_what_it_must(result: str, answer: str, sentence: str) -> None:
    request = make_request()
    with pytest.raises(Refused, match=sentence):
        answer_request(
            by=make_person("agency_lead", request.to_agency), reference=request.reference, result=result, answer=answer
        )


@pytest.mark.parametrize("result", ["nothing_known", "not_applicable"])
def test_nothing_known_needs_no_words(result: str) -> None:
    request = make_request()
    lead = make_person("agency_lead", request.to_agency)
    assert answer_request(by=lead, reference=request.reference, result=result, answer="").state == "answered"


def test_for_others_it_does_not_exist() -> None:
    request = make_request()
    strangers = [
        make_person("agency_lead"),
        make_person("practitioner", request.to_agency),
        make_person("social_worker", team=make_team(request.to_agency)),
        make_person(None),
    ]
    for person in strangers:
        assert not requests_to_answer(person).exists()
        with pytest.raises(NotVisible):
            request_for(person, request.reference)
        with pytest.raises(NotVisible):
            answer_request(by=person, reference=request.reference, result="nothing_known", answer="")


def test_who_asked_reads_but_does_not_answer() -> None:
    request = make_request()
    asker = make_person("mash_officer", team=request.from_team)
    assert request_for(asker, request.reference) == request
    with pytest.raises(NotVisible):
        answer_request(by=asker, reference=request.reference, result="nothing_known", answer="")


def test_a_request_to_one_team_is_that_teams_and_the_leads() -> None:
    team = make_team()
    request = make_request(to_team=team)
    assert may_answer(make_person("social_worker", team=team), request)
    assert may_answer(make_person("agency_lead", team.agency), request)


def test_an_agency_without_an_agreement_sees_no_question() -> None:
    agency = make_agency(with_agreement=False)
    request = make_request(agency)
    with pytest.raises(NotVisible):
        request_for(make_person("agency_lead", agency), request.reference)


def test_waiving_needs_a_reason_and_closes_it() -> None:
    request = make_request()
    with inside():
        with pytest.raises(Refused, match="Enter why"):
            waive_request(by=SYSTEM, reference=request.reference, reason="")
        waived = waive_request(by=SYSTEM, reference=request.reference, reason="The agency has closed.")
    assert (waived.state, waived.waived_reason) == ("waived", "The agency has closed.")
    assert history(CONTACT).last().reason == "The agency has closed."


def test_a_closed_request_stays_closed() -> None:
    request = make_request()
    lead = make_person("agency_lead", request.to_agency)
    with inside():
        withdraw_request(by=SYSTEM, reference=request.reference, reason="The wrong agency.")
        for act in (
            lambda: answer_request(by=lead, reference=request.reference, result="nothing_known", answer=""),
            lambda: waive_request(by=SYSTEM, reference=request.reference, reason="Why not."),
            lambda: withdraw_request(by=SYSTEM, reference=request.reference, reason="Again."),
        ):
            with pytest.raises(Refused, match="already"):
                act()
        with pytest.raises(NotVisible):
            withdraw_request(by=SYSTEM, reference="NM-Q-0000-0000", reason="None.")


def test_a_question_is_refused_that_cannot_be_answered() -> None:
    agency, other = make_agency(), make_team()
    closed = make_agency()
    closed.closed_on = time.today()
    closed.save()
    common = {"by": SYSTEM, "kind": "tests.check", "subject": CONTACT, "from_team": make_team()}
    soon = time.now() + timedelta(hours=4)
    with inside():
        with pytest.raises(Refused, match="Enter what you ask"):
            ask(**common, to_agency=agency, question=" ", due_at=soon)
        with pytest.raises(Refused, match="in the future"):
            ask(**common, to_agency=agency, question="What?", due_at=time.now())
        with pytest.raises(Refused, match="closed"):
            ask(**common, to_agency=closed, question="What?", due_at=soon)
        with pytest.raises(Refused, match="team of the agency"):
            ask(**common, to_agency=agency, to_team=other, question="What?", due_at=soon)
    with pytest.raises(NotAllowed):
        ask(**{**common, "by": make_person()}, to_agency=agency, question="What?", due_at=soon)
