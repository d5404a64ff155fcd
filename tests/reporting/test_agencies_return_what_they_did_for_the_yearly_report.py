"""A return is asked for, written, handed on, sent, read, accepted or sent back, chased and given up."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Person
from accounts.services.people import end_role
from foundation import clock, events
from foundation.calendar import end_of_day
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject
from foundation.exports import read_sheet
from foundation.models import OutboxMessage
from reporting.models import AgencyReturn, ReturnReview, ReturnRound
from reporting.rules.returns import SUBJECT, standing_words
from reporting.selectors.returns import return_rows
from reporting.services.returns import (
    accept_return,
    ask_again_for_return,
    ask_for_returns,
    chase_return,
    close_return_round,
    open_return_round,
    record_return,
    reopen_return_round,
    send_back_return,
    withdraw_return,
)
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.returning import (
    AGENCY_HEADINGS,
    YEAR,
    accepted,
    lead_of,
    make_return,
    make_round,
    make_shape,
    request_of,
    submitted,
)
from tests.work.build import inside
from work.models import Answer, Request
from work.selectors.recipients import those_who_answer
from work.services.questionnaires import publish_version, save_question, start_version
from work.services.replies import hand_on_reply, save_reply, send_reply

pytestmark = pytest.mark.django_db

ROWS = [["See children alone", "Children are heard", "- twice a term\n- with an interpreter", "More children spoke"]]
TABLE = {"our-objectives": ROWS}


@pytest.fixture
def given() -> AgencyReturn:
    return make_return()


@pytest.fixture
def lead(given: AgencyReturn) -> Person:
    return lead_of(given.agency)


@pytest.fixture
def team() -> Person:
    return make_person("business_team")


def now(given: AgencyReturn) -> AgencyReturn:
    return AgencyReturn.objects.select_related("round", "agency", "answer_set").get(pk=given.pk)


def kept(given: AgencyReturn) -> dict[str, Any]:
    return dict(Answer.objects.filter(answer_set=now(given).answer_set_id).values_list("question__key", "value"))


def section(given: AgencyReturn) -> str:
    return reverse("work:reply_section", args=[request_of(given).reference, 1])


# -- asked ----------------------------------------------------------------------------------------------------


def test_each_agency_that_is_asked_has_a_request_with_a_clock_in_its_inbox(given: AgencyReturn, lead: Person) -> None:
    request = request_of(given)
    assert request.clock is not None
    assert request.due_at == end_of_day(given.due_on)
    assert "Return for the yearly report" in sign_in(Client(), lead).get("/inbox/requests/").content.decode()
    page = sign_in(Client(), lead).get(reverse("work:reply", args=[request.reference])).content.decode()
    assert "For the yearly report." in page
    assert "2025-26" in page


def test_agencies_are_asked_all_by_kind_one_by_one_or_for_a_working_group(team: Person) -> None:
    police, school = make_agency(kind="police"), make_agency(kind="school")
    office = make_agency(kind="partnership")
    shape = make_shape()
    client = sign_in(Client(), team)
    where = reverse("reporting:new_return_round", args=["2025-26"])
    due = clock.today() + timedelta(days=30)
    given = {
        "shape": shape.questionnaire.code,
        "whom": "kinds",
        "kinds": ["police"],
        "due_on-day": due.day,
        "due_on-month": due.month,
        "due_on-year": due.year,
        "purpose": "For the report.",
        "layout": "by_agency",
        "numbering": "keep",
    }
    assert client.post(where, given).status_code == 302
    opened = ReturnRound.objects.get()
    assert [one.agency for one in opened.returns.all()] == [police]
    more = reverse("reporting:ask_for_returns", args=[opened.reference])
    assert client.post(more, {"whom": "group", "group": " Practice  group ", "group_agency": police.code}).status_code == 302
    assert client.post(more, {"whom": "all"}).status_code == 302
    asked = {(one.agency, one.group) for one in opened.returns.select_related("agency")}
    assert {(police, ""), (police, "Practice group"), (school, "")} <= asked
    assert office not in {agency for agency, _group in asked}
    assert "All of these have been asked already" in client.post(more, {"whom": "all"}).content.decode()
    missing = client.post(more, {"whom": "some"})
    assert missing.status_code == 422
    assert "Select which agencies are asked" in missing.content.decode()
    again = client.post(where, given)
    assert again.status_code == 422
    assert "There is a round of" in again.content.decode()


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"agencies": []}, "whom"),
        ({"agencies": ["unheard-of"]}, "whom"),
        ({"shape": "unheard-of"}, "shape"),
        ({"layout": "upside_down"}, "layout"),
        ({"due_on": None}, "due_on"),
    ],
)
def test_a_round_that_makes_no_sense_is_not_opened(over: dict[str, Any], field: str) -> None:
    shape = make_shape()
    given = {
        "year": YEAR,
        "shape": shape.questionnaire.code,
        "purpose": "For the report.",
        "due_on": clock.today() + timedelta(days=3),
        "layout": "by_agency",
        "numbering": "keep",
        "agencies": [make_agency().code],
    } | over
    given["due_on"] = given["due_on"] or clock.today()
    with pytest.raises(Refused) as refused:
        open_return_round(by=SYSTEM, **given)
    assert refused.value.field == field
    assert not ReturnRound.objects.exists()


# -- written --------------------------------------------------------------------------------------------------


def test_what_was_intended_last_year_stands_in_the_first_columns_of_this_years_table() -> None:
    agency, shape = make_agency(), make_shape()
    accepted(make_return(agency, shape=shape, year=YEAR.previous()), TABLE)
    this = make_return(agency, shape=shape)
    assert kept(this) == {"our-objectives": [["See children alone", "Children are heard", "", ""]]}
    assert now(this).state == "open"
    assert kept(make_round(make_agency(), shape=make_shape("Another")).returns.get()) == {}


def test_a_return_is_begun_saved_handed_on_and_sent_by_a_colleague(given: AgencyReturn, lead: Person) -> None:
    reference = request_of(given).reference
    save_reply(by=lead, reference=reference, answers=TABLE)
    assert now(given).state == "draft"
    colleague = make_person("practitioner", given.agency)
    stranger = make_person("practitioner")
    with pytest.raises(NotVisible):
        save_reply(by=colleague, reference=reference, answers=TABLE)
    with pytest.raises(Refused, match="colleague of your agency"):
        hand_on_reply(by=lead, reference=reference, colleague=stranger.reference)
    client = sign_in(Client(), lead)
    page = reverse("work:hand_on_reply", args=[reference])
    assert "Hand it on to a colleague" in client.get(reverse("work:reply", args=[reference])).content.decode()
    assert colleague.name in client.get(page).content.decode()
    assert stranger.name not in client.get(page).content.decode()
    assert client.post(page, {"colleague": ""}).status_code == 422
    assert client.post(page, {"colleague": colleague.reference}).status_code == 302
    assert OutboxMessage.objects.filter(key__contains=f"told:{reference}:{colleague.reference}").exists()
    theirs = sign_in(Client(), colleague)
    assert "Return for the yearly report" in theirs.get("/inbox/requests/").content.decode()
    assert "See children alone" in theirs.get(section(given)).content.decode()
    assert those_who_answer(request_of(given)) == (colleague,)
    send_reply(by=colleague, reference=reference)
    came = now(given)
    assert (came.state, came.submitted_by) == ("submitted", colleague.reference)
    assert came.received_at is not None


def test_handed_on_twice_both_colleagues_and_the_lead_can_still_write(given: AgencyReturn, lead: Person) -> None:
    reference = request_of(given).reference
    first, second = (make_person("practitioner", given.agency) for _ in range(2))
    hand_on_reply(by=lead, reference=reference, colleague=first.reference)
    hand_on_reply(by=first, reference=reference, colleague=second.reference)
    assert those_who_answer(request_of(given)) == (second,)
    for writer in (first, second, lead):
        save_reply(by=writer, reference=reference, answers=TABLE)
    assert sign_in(Client(), first).get(section(given)).status_code == 200
    hand_on_reply(by=second, reference=reference, colleague=first.reference)
    assert those_who_answer(request_of(given)) == (first,)
    with inside():
        end_role(by=SYSTEM, holding_id=second.holdings.get().pk)
    with pytest.raises(NotVisible):
        save_reply(by=Person.objects.get(pk=second.pk), reference=reference, answers=TABLE)


def test_somebody_removed_from_the_agency_writes_no_more(given: AgencyReturn, lead: Person) -> None:
    reference = request_of(given).reference
    save_reply(by=lead, reference=reference, answers=TABLE)
    with inside():
        end_role(by=SYSTEM, holding_id=lead.holdings.get().pk)
    gone = Person.objects.get(pk=lead.pk)
    with pytest.raises(NotVisible):
        save_reply(by=gone, reference=reference, answers={"our-objectives": [["x", "", "", ""]]})
    with pytest.raises(NotVisible):
        send_reply(by=gone, reference=reference)
    assert kept(given) == TABLE


def test_when_the_colleague_leaves_the_lead_is_reminded_again(given: AgencyReturn, lead: Person) -> None:
    colleague = make_person("practitioner", given.agency)
    hand_on_reply(by=lead, reference=request_of(given).reference, colleague=colleague.reference)
    with inside():
        end_role(by=SYSTEM, holding_id=colleague.holdings.get().pk)
    assert those_who_answer(request_of(given)) == (lead,)
    assert sign_in(Client(), colleague).get(section(given)).status_code == 404


def test_another_agency_and_the_business_team_do_not_read_a_draft(given: AgencyReturn, lead: Person, team: Person) -> None:
    save_reply(by=lead, reference=request_of(given).reference, answers=TABLE)
    other = sign_in(Client(), make_person("agency_lead"))
    assert other.get(section(given)).status_code == 404
    page = sign_in(Client(), team).get(reverse("reporting:agency_return", args=[given.reference])).content.decode()
    assert "See children alone" not in page
    assert "Being written" in page


def test_a_heading_with_too_many_words_or_ten_thousand_characters_is_refused_and_shown_again() -> None:
    given = make_return(shape=make_shape("Seven headings", AGENCY_HEADINGS))
    client = sign_in(Client(), lead_of(given.agency))
    key = "summary-and-how-section-11-duties-are-met"
    for text in ("word " * 301, "x" * 13_501):
        answer = client.post(section(given), {key: text})
        assert answer.status_code == 422
        assert "must be 300 words or fewer. It has 301" in answer.content.decode()
        assert text.strip()[:2_000] in answer.content.decode()
    client.post(section(given), {key: "<script>alert(1)</script> \u202e rubbish " + "x" * 10_000})
    assert kept(given)[key].startswith("<script>")
    assert kept(given)[key].endswith("x" * 10_000)


# -- read -----------------------------------------------------------------------------------------------------


def test_a_return_is_read_and_accepted_once(given: AgencyReturn, team: Person) -> None:
    came = submitted(given, TABLE)
    client = sign_in(Client(), team)
    page = reverse("reporting:agency_return", args=[given.reference])
    shown = client.get(page).content.decode()
    assert "with an interpreter" in shown
    accept = reverse("reporting:accept_return", args=[given.reference])
    assert client.post(accept, {"version": came.version, "comments": "Good."}).status_code == 302
    assert now(given).state == "accepted"
    again = client.post(accept, {"version": came.version, "comments": "Me too."})
    assert again.status_code == 422
    assert "Somebody else has changed this return" in again.content.decode()
    assert "Me too." not in [review.comments for review in ReturnReview.objects.all()]


def test_of_two_reviewers_at_once_the_second_is_told(given: AgencyReturn, team: Person) -> None:
    came = submitted(given, TABLE)
    other = make_person("business_team")
    accept_return(by=team, reference=given.reference, version=came.version)
    due = clock.today() + timedelta(days=7)
    with pytest.raises(Conflict):
        send_back_return(by=other, reference=given.reference, version=came.version, comments="Shorter.", due_on=due)
    with pytest.raises(Refused, match="read this return already"):
        accept_return(by=other, reference=given.reference, version=now(given).version)


def test_a_return_sent_back_stands_as_it_was_and_its_agency_reads_why(given: AgencyReturn, team: Person, lead: Person) -> None:
    came = submitted(given, TABLE, by=lead)
    first = request_of(given)
    due = clock.today() + timedelta(days=7)
    with pytest.raises(Refused, match="what has to change"):
        send_back_return(by=team, reference=given.reference, version=came.version, comments=" ", due_on=due)
    with pytest.raises(Refused, match="in the future"):
        send_back_return(by=team, reference=given.reference, version=came.version, comments="Why?", due_on=clock.today())
    with pytest.raises(Refused, match="4,000 characters"):
        send_back_return(by=team, reference=given.reference, version=came.version, comments="x" * 4_001, due_on=due)
    client = sign_in(Client(), team)
    page = reverse("reporting:send_back_return", args=[given.reference])
    assert client.post(page, {"version": came.version, "comments": ""}).status_code == 422
    posted = {"due_on-day": due.day, "due_on-month": due.month, "due_on-year": due.year}
    assert client.post(page, {"version": came.version, "comments": "Say what changed.", **posted}).status_code == 302
    second = request_of(given)
    assert second.reference != first.reference
    assert (now(given).state, now(given).due_on) == ("sent_back", due)
    assert kept(given) == TABLE
    theirs = sign_in(Client(), lead)
    assert "Say what changed." in theirs.get(reverse("work:reply", args=[second.reference])).content.decode()
    better = [[*ROWS[0][:3], "Two in three children spoke"]]
    save_reply(by=lead, reference=second.reference, answers={"our-objectives": better})
    assert now(given).state == "draft"
    send_reply(by=lead, reference=second.reference)
    assert now(given).state == "submitted"
    assert kept(given) == {"our-objectives": better}
    assert now(given).received_at == came.received_at  # it came in time the first time
    assert "Say what changed." in client.get(reverse("reporting:agency_return", args=[given.reference])).content.decode()


def test_what_an_agency_writes_after_it_was_sent_back_is_its_own_until_it_is_sent(
    given: AgencyReturn, team: Person, lead: Person
) -> None:
    came = submitted(given, TABLE, by=lead)
    due = clock.today() + timedelta(days=7)
    send_back_return(by=team, reference=given.reference, version=came.version, comments="Say more.", due_on=due)
    returned = now(given)
    client = sign_in(Client(), team)
    page = reverse("reporting:agency_return", args=[given.reference])
    paper = reverse("reporting:record_return", args=[given.reference])
    assert "See children alone" in client.get(page).content.decode()
    assert "See children alone" in client.get(paper).content.decode()
    changed = {"our-objectives": [["Not ready yet", "", "", ""]]}
    save_reply(by=lead, reference=request_of(given).reference, answers=changed)
    assert (now(given).state, now(given).version) == ("draft", returned.version + 1)
    shown = client.get(page).content.decode()
    assert "See children alone" in shown
    assert "Being written" in shown
    assert "Type in a return on paper" not in shown
    assert "Not ready yet" not in shown + client.get(paper, follow=True).content.decode()
    with pytest.raises(Conflict):
        record_return(by=team, reference=given.reference, version=returned.version, answers={}, given_by="Ann")
    with pytest.raises(Refused, match="is writing this return in the portal"):
        record_return(by=team, reference=given.reference, version=now(given).version, answers={}, given_by="Ann")
    told = sign_in(Client(), lead).get(reverse("work:reply", args=[request_of(given).reference])).content.decode()
    assert "Your answers stand as you gave them" in told
    assert "sent back for changes and had not come again" in standing_words(now(given), clock.today())
    send_reply(by=lead, reference=request_of(given).reference)
    assert "Not ready yet" in client.get(page).content.decode()


def test_paper_shows_and_sends_nothing_of_what_stood_unsent_when_it_was_asked_for_again(
    given: AgencyReturn, team: Person, lead: Person
) -> None:
    save_reply(by=lead, reference=request_of(given).reference, answers=TABLE)
    withdraw_return(by=team, reference=given.reference, version=now(given).version, reason="It merged.")
    due = clock.today() + timedelta(days=5)
    ask_again_for_return(by=team, reference=given.reference, version=now(given).version, due_on=due)
    paper = reverse("reporting:record_return", args=[given.reference])
    assert "See children alone" not in sign_in(Client(), team).get(paper).content.decode()
    version = now(given).version
    record_return(by=team, reference=given.reference, version=version, answers={"our-objectives": ""}, send=False)
    assert kept(given) == TABLE
    record_return(by=team, reference=given.reference, version=version, answers={}, given_by="Ann")
    assert (now(given).state, kept(given)) == ("submitted", {})


def test_a_return_sent_back_answers_the_version_that_was_asked_first(given: AgencyReturn, team: Person) -> None:
    came = submitted(given, TABLE)
    with inside():
        newer = start_version(by=SYSTEM, code=given.round.questionnaire.code)
        save_question(by=SYSTEM, version_id=newer.pk, text="Something new", kind="text")
        publish_version(by=SYSTEM, version_id=newer.pk)
    due = clock.today() + timedelta(days=7)
    send_back_return(by=team, reference=given.reference, version=came.version, comments="Once more.", due_on=due)
    answer_set = now(given).answer_set
    assert answer_set is not None
    assert answer_set.version == given.round.version


# -- on paper -------------------------------------------------------------------------------------------------


def test_the_business_team_types_in_a_return_that_came_on_paper(given: AgencyReturn, team: Person) -> None:
    client = sign_in(Client(), team)
    page = reverse("reporting:record_return", args=[given.reference])
    boxes = {f"our-objectives-0-{column}": text for column, text in enumerate(ROWS[0])}
    later = client.post(page, {"version": 1, "later": "yes", **boxes})
    assert later.status_code == 302
    assert now(given).state == "open"
    assert "See children alone" in client.get(page).content.decode()
    nobody = client.post(page, {"version": 1, **boxes, "given_by": ""})
    assert nobody.status_code == 422
    assert "Enter who gave the return" in nobody.content.decode()
    long = client.post(page, {"version": 1, **boxes, "our-objectives-0-0": "word " * 151, "given_by": "Ann"})
    assert "must be 150 words or fewer" in long.content.decode()
    assert now(given).state == "open"
    assert client.post(page, {"version": 1, **boxes, "given_by": "Head of service"}).status_code == 302
    came = now(given)
    assert (came.state, came.on_paper_from) == ("submitted", "Head of service")
    assert request_of(given).channel == "paper"
    assert kept(given)["our-objectives"][0][0] == "See children alone"
    assert client.get(page).status_code == 302


def test_paper_does_not_write_over_what_an_agency_is_writing(given: AgencyReturn, lead: Person, team: Person) -> None:
    save_reply(by=lead, reference=request_of(given).reference, answers=TABLE)
    with pytest.raises(Refused, match="is writing this return in the portal"):
        record_return(by=team, reference=given.reference, version=now(given).version, answers={}, given_by="Ann")
    with pytest.raises(Conflict):
        record_return(by=team, reference=given.reference, version=1, answers={}, given_by="Ann")
    assert kept(given) == TABLE


# -- late, withdrawn, closed ----------------------------------------------------------------------------------


def test_a_late_return_is_chased_with_one_click_and_once_a_day(given: AgencyReturn, lead: Person, team: Person) -> None:
    with pytest.raises(Refused, match="not late yet"):
        chase_return(by=team, reference=given.reference)
    with clock.frozen(clock.now() + timedelta(days=17)):
        client = sign_in(Client(), team)
        page = reverse("reporting:return_round", args=[given.round.reference])
        shown = client.get(page).content.decode()
        assert "3 days" in shown
        chase = reverse("reporting:chase_return", args=[given.reference])
        assert chase in shown
        assert "has been reminded by email" in client.post(chase, follow=True).content.decode()
        assert chase not in client.get(page).content.decode()
        assert "chased this agency today" in client.post(chase, follow=True).content.decode()
        came = submitted(given, TABLE, by=lead)
        (row,) = return_rows(team, given.round)
        assert (row.late, row.who, row.may_chase) == (3, lead.name, False)
        assert came.state == "submitted"


def test_what_should_not_have_been_asked_is_withdrawn_and_can_be_asked_again(
    given: AgencyReturn, lead: Person, team: Person
) -> None:
    save_reply(by=lead, reference=request_of(given).reference, answers=TABLE)
    with pytest.raises(Refused, match="why you withdraw"):
        withdraw_return(by=team, reference=given.reference, version=now(given).version, reason=" ")
    withdraw_return(by=team, reference=given.reference, version=now(given).version, reason="It merged.")
    assert now(given).state == "withdrawn"
    assert request_of(given).state == Request.State.WITHDRAWN
    page = sign_in(Client(), team).get(reverse("reporting:return_round", args=[given.round.reference])).content.decode()
    assert "Withdrawn" in page
    due = clock.today() + timedelta(days=5)
    ask_again_for_return(by=team, reference=given.reference, version=now(given).version, due_on=due)
    assert now(given).state == "open"
    assert kept(given) == TABLE
    with pytest.raises(Refused, match="asked for already"):
        ask_again_for_return(by=team, reference=given.reference, version=now(given).version, due_on=due)


def test_nothing_comes_into_a_closed_round_and_nothing_written_is_lost(given: AgencyReturn, lead: Person, team: Person) -> None:
    reference = request_of(given).reference
    save_reply(by=lead, reference=reference, answers=TABLE)
    client = sign_in(Client(), team)
    page = reverse("reporting:close_return_round", args=[given.round.reference])
    assert given.made_by in client.get(page).content.decode()
    assert client.post(page).status_code == 302
    assert client.post(page).status_code == 422
    assert now(given).state == "not_made"
    late = sign_in(Client(), lead).post(section(given), {f"our-objectives-0-{column}": "New words" for column in range(4)})
    assert late.status_code == 422
    assert "Your answers were not saved" in late.content.decode()
    assert "New words" in late.content.decode()
    with pytest.raises(Refused, match="answered, waived or withdrawn"):
        send_reply(by=lead, reference=reference)
    assert kept(given) == TABLE
    due = clock.today() + timedelta(days=5)
    for act in (
        lambda: ask_again_for_return(by=team, reference=given.reference, version=now(given).version, due_on=due),
        lambda: ask_for_returns(by=team, reference=given.round.reference, agencies=[make_agency().code]),
    ):
        with pytest.raises(Refused, match="closed"):
            act()
    assert client.post(reverse("reporting:reopen_return_round", args=[given.round.reference])).status_code == 302
    with pytest.raises(Refused, match="is open"):
        reopen_return_round(by=team, reference=given.round.reference)
    ask_again_for_return(by=team, reference=given.reference, version=now(given).version, due_on=due)
    assert kept(given) == TABLE


def test_a_round_closes_over_returns_that_have_come(team: Person) -> None:
    first, second = make_agency(), make_agency()
    opened = make_round(first, second)
    came = submitted(opened.returns.get(agency=first), TABLE)
    close_return_round(by=team, reference=opened.reference)
    assert now(came).state == "submitted"
    accept_return(by=team, reference=came.reference, version=came.version)
    assert [one.verb for one in events.history(Subject(SUBJECT, came.reference))][-1] == "reporting.return_accepted"


def test_a_reviewer_cannot_read_what_has_not_come(given: AgencyReturn, team: Person) -> None:
    with pytest.raises(Refused, match="has not come yet"):
        accept_return(by=team, reference=given.reference, version=1)
    with pytest.raises(NotVisible):
        accept_return(by=team, reference="NM-7-2222-2222", version=1)


# -- overview -------------------------------------------------------------------------------------------------


def test_the_overview_asks_the_database_as_often_for_many_returns_as_for_few(team: Person) -> None:
    client = sign_in(Client(), team)
    few = make_round(make_agency())
    many = make_round(*(make_agency() for _ in range(5)), shape=make_shape("Many"))
    for one in many.returns.select_related("agency"):
        submitted(one, TABLE)
    counts = []
    for one in (few, many):
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("reporting:return_round", args=[one.reference]))
        counts.append(len(asked))
    assert counts[1] <= counts[0] + 2


def test_the_overview_leaves_as_a_spreadsheet(given: AgencyReturn, team: Person) -> None:
    submitted(given, TABLE)
    answer = sign_in(Client(), team).get(reverse("reporting:return_round_file", args=[given.round.reference]))
    content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
    (row,) = read_sheet(content).rows
    assert (row[0], row[2]) == (given.agency.name, "To be read")
    assert row[5:7] == (0, 17)


def test_executive_and_scrutineer_see_how_returns_stand_and_do_nothing(given: AgencyReturn) -> None:
    for role in ("executive", "scrutineer"):
        client = sign_in(Client(), make_person(role))
        assert client.get(reverse("reporting:returns", args=["2025-26"])).status_code == 200
        page = client.get(reverse("reporting:return_round", args=[given.round.reference])).content.decode()
        assert given.agency.name in page
        assert "Close the round" not in page
        assert client.get(reverse("reporting:agency_return", args=[given.reference])).status_code == 403
