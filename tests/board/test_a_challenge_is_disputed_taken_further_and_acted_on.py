"""A challenge is disputed or taken further, stands in the yearly report, has files, and becomes an action that knows it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person
from board.documents import challenge_door
from board.models import Action, ActionChallenge, Challenge, ChallengeEntry
from board.presenters.challenges import entry_words
from board.rules import MOST_FILES_OF_A_CHALLENGE
from board.selectors.challenges import ChallengeFilter, count_challenges, entries_of, list_challenges
from board.services.actions import add_action
from board.services.challenge_files import add_challenge_files, report_challenge
from board.services.challenges import answer_challenge, decide_challenge
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.documents import documents_of
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.figures import text_groups
from reporting.rules.blocks import Words
from reporting.rules.outline import CHAPTERS
from tests.board.build import make_challenge, make_note, make_plan, make_recommendation
from tests.board.library import a_file, clean_file
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
TODAY, DUE = date(2026, 11, 18), date(2027, 3, 31)
YEAR = FinancialYear(2025)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def scrutineer() -> Person:
    return make_person("scrutineer", make_agency())


@pytest.fixture
def police() -> Agency:
    return make_agency("police", code="police", name="Northmere Police")


@pytest.fixture
def lead(police: Agency) -> Person:
    return make_person("agency_lead", police)


def answered(by: Person, challenge: Challenge, day: date = TODAY, text: str = "We see it otherwise.") -> Challenge:
    challenge.refresh_from_db()
    given = {"version": challenge.version, "text": text, "who": "Chief", "answered_on": day}
    return answer_challenge(by=by, reference=challenge.reference, **given)


def decided(by: Person, challenge: Challenge, outcome: str, day: date = TODAY, **given: Any) -> Challenge:
    challenge.refresh_from_db()
    told = {"version": challenge.version, "outcome": outcome, "text": "As minuted.", "decided_on": day, **given}
    return decide_challenge(by=by, reference=challenge.reference, **told)


def verbs_of(challenge: Challenge) -> list[str]:
    return [event.verb for event in history(Subject("challenge", challenge.reference))]


def in_report(year: FinancialYear = YEAR) -> tuple[tuple[str, ...], ...] | None:
    group = next(group for group in text_groups() if any(table.code == "challenges.in_report" for table in group.tables))
    with connection.cursor() as cursor:
        return next((found.rows for found in group.read(year, cursor) if found.code == "challenges.in_report"), None)


# -- disputed, and taken further ------------------------------------------------------------------------------


def test_a_disputed_challenge_still_takes_answers(business: Person, scrutineer: Person) -> None:
    challenge = make_challenge()
    with pytest.raises(Refused, match="Nobody has answered"):
        decided(scrutineer, challenge, "disputed")
    answered(business, challenge)
    decided(scrutineer, challenge, "disputed")
    answered(business, challenge, text="The audit shows why.")
    challenge.refresh_from_db()
    assert challenge.outcome == "disputed"
    assert [entry.kind for entry in entries_of(challenge)] == ["response", "outcome", "response"]
    decided(business, challenge, "not_changed")
    with pytest.raises(Refused, match="outcome of this challenge is known"):
        answered(business, challenge, text="More.")


def test_a_challenge_is_taken_further_to_somebody_on_a_day_also_without_an_answer(scrutineer: Person, business: Person) -> None:
    challenge = make_challenge(raised_on=date(2026, 9, 1))
    for given, field in (({}, "taken_to"), ({"taken_to": "nobody"}, "taken_to"), ({"outcome": "thrown away"}, "outcome")):
        with pytest.raises(Refused) as refused:
            decided(scrutineer, challenge, **{"outcome": "escalated", **given})
        assert refused.value.field == field
    further = {"taken_to": "regulator", "who": "Care inspectorate"}
    decided(scrutineer, challenge, "escalated", date(2026, 10, 1), **further)
    decided(scrutineer, challenge, "escalated", date(2026, 10, 1), **further)  # pressed twice
    (entry,) = entries_of(challenge)
    assert (entry.happened_on, entry_words(entry)) == (
        date(2026, 10, 1), "Taken further, to a regulator or inspectorate: Care inspectorate",
    )  # fmt: skip
    answered(business, challenge, date(2026, 10, 20))
    decided(scrutineer, challenge, "changed", date(2026, 11, 1), **further)
    assert ChallengeEntry.objects.latest("id").taken_to == ""
    assert [event.data for event in history(Subject("challenge", challenge.reference)) if "decided" in event.verb] == [
        {"outcome": "escalated", "taken_to": "regulator"}, {"outcome": "changed", "taken_to": ""},
    ]  # fmt: skip


def test_what_was_taken_further_without_an_answer_is_open_again(scrutineer: Person) -> None:
    challenge = make_challenge()
    decided(scrutineer, challenge, "escalated", taken_to="executive")
    decided(scrutineer, challenge, "open")
    challenge.refresh_from_db()
    assert challenge.outcome == "open"
    with pytest.raises(Conflict):
        decide_challenge(
            by=scrutineer, reference=challenge.reference, version=1, outcome="escalated", taken_to="executive", text="x",
            decided_on=TODAY,
        )  # fmt: skip


def test_the_database_wants_to_know_to_whom(business: Person) -> None:
    told = {"challenge": make_challenge(), "kind": "outcome", "happened_on": TODAY, "text": "x", "written_by": business}
    for given in ({"outcome": "escalated"}, {"outcome": "changed", "taken_to": "executive"}):
        with pytest.raises(IntegrityError, match="challenge_entry_taken_further_to_somebody"), transaction.atomic():
            ChallengeEntry.objects.create(written_at="2026-11-18T12:00Z", **told, **given)
    with pytest.raises(IntegrityError, match="challenge_ends_with_an_answer"), transaction.atomic():
        make_challenge(outcome="disputed")


def test_the_log_counts_and_finds_them(business: Person, scrutineer: Person) -> None:
    late = {"raised_on": date(2026, 9, 1), "response_due_on": date(2026, 10, 1)}
    further, disputed = make_challenge(**late), make_challenge()
    decided(scrutineer, further, "escalated", taken_to="other_board")
    answered(business, disputed)
    decided(scrutineer, disputed, "disputed")
    counts = count_challenges(business)
    assert (counts.open, counts.unanswered, counts.late, counts.disputed, counts.escalated) == (0, 1, 1, 1, 1)
    assert list_challenges(business, ChallengeFilter(outcome="escalated")).rows == (further,)
    assert list_challenges(business, ChallengeFilter(unanswered=True)).rows == (further,)


def test_the_page_asks_to_whom_only_where_it_is_taken_further(business: Person, client: Client) -> None:
    challenge, url = make_challenge(), "board:decide_challenge"
    sign_in(client, business)
    address = reverse(url, args=[challenge.reference])
    day = {"decided_on-day": "18", "decided_on-month": "11", "decided_on-year": "2026"}
    typed = {"outcome": "escalated", "text": "Nobody answers.", "version": "1", **day}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert "Select to whom it was taken" in refused.content.decode()
    assert client.post(address, {**typed, "outcome": "disputed"}).status_code == 422  # nobody has answered
    assert client.post(address, {**typed, "taken_to": "executive"}).status_code == 302
    page = client.get(reverse("board:challenge", args=[challenge.reference])).content.decode()
    assert "Taken further, to the executive group" in page


# -- the yearly report ----------------------------------------------------------------------------------------


def test_the_report_tells_of_those_that_were_chosen_with_answer_and_outcome(business: Person, scrutineer: Person) -> None:
    assert in_report() is None
    early = make_challenge(title="Fathers", raised_on=date(2024, 5, 1), raiser_kind="lay")
    this = make_challenge(title="Housing", raised_on=date(2025, 6, 1), about=make_agency(name="Housing service"))
    left_out, before = make_challenge(raised_on=date(2025, 6, 1)), make_challenge(raised_on=date(2024, 6, 1))
    answered(business, early, date(2025, 5, 1), "We ask\nnow.")
    answered(business, early, date(2026, 4, 1), "After the year.")
    decided(scrutineer, this, "escalated", date(2026, 3, 31), taken_to="other_board", who="Adults board")
    decided(scrutineer, this, "open", date(2026, 4, 1))
    assert in_report() == ()
    for one in (early, this, before):
        report_challenge(by=scrutineer, reference=one.reference, in_report=True)
    assert in_report() == (
        ("Fathers (lay member, 1 May 2024)", "The partnership", "We ask now.", "Open"),
        (
            "Housing (independent scrutineer, 1 June 2025)", "Housing service", "Nobody had answered",
            "Taken further, to another board (Adults board): As minuted.",
        ),
    )  # fmt: skip
    assert left_out.in_report is False
    places = {block.code for chapter in CHAPTERS for block in chapter.blocks if isinstance(block, Words)}
    assert "challenges.in_report" in places


def test_the_mark_is_set_once_and_taken_back(business: Person, lead: Person, police: Agency, client: Client) -> None:
    challenge = make_challenge(about=police, title="Late notices")
    for wanted in (True, True, False):
        report_challenge(by=business, reference=challenge.reference, in_report=wanted)
    assert verbs_of(challenge) == ["board.challenge_put_in_report", "board.challenge_left_out_of_report"]
    with pytest.raises(NotAllowed):
        report_challenge(by=lead, reference=challenge.reference, in_report=True)
    sign_in(client, business)
    address = reverse("board:challenge", args=[challenge.reference])
    assert "Put it in the report" in client.get(address).content.decode()
    client.post(f"{address}report/", {"in_report": "1"})
    assert "It stands in the report" in client.get(address).content.decode()
    assert "Late notices" in client.get("/challenges/?in_report=on").content.decode()
    client.post(f"{address}report/")
    assert "Late notices" not in client.get("/challenges/?in_report=on").content.decode()


# -- files ----------------------------------------------------------------------------------------------------


def test_files_go_with_a_challenge_and_are_opened_by_whoever_reads_it(
    business: Person, lead: Person, police: Agency, client: Client
) -> None:
    challenge = make_challenge(about=police)
    add_challenge_files(by=lead, reference=challenge.reference, documents=[a_file("Sample.pdf"), a_file("Second.pdf")])
    assert documents_of("challenge", challenge.reference).count() == 2
    document = clean_file("challenge", challenge.reference)
    assert challenge_door(business, challenge.reference) == ()
    with pytest.raises(NotVisible):
        challenge_door(make_person("agency_lead", make_agency()), challenge.reference)
    page = sign_in(client, lead).get(reverse("board:challenge", args=[challenge.reference])).content.decode()
    assert "Sample.pdf" in page
    assert reverse("document", args=[document.reference]) in page


def test_files_are_refused_from_strangers_and_beyond_the_most(business: Person, lead: Person, client: Client) -> None:
    challenge = make_challenge()
    with pytest.raises(NotVisible):
        add_challenge_files(by=lead, reference=challenge.reference, documents=[a_file()])
    with pytest.raises(Refused, match="Select a file"):
        add_challenge_files(by=business, reference=challenge.reference, documents=[])
    with pytest.raises(Refused, match="at most 40 files") as refused:
        add_challenge_files(by=business, reference=challenge.reference, documents=[a_file()] * (MOST_FILES_OF_A_CHALLENGE + 1))
    assert refused.value.field == "documents"
    address = reverse("board:add_challenge_files", args=[challenge.reference])
    answer = sign_in(client, business).post(address, {})
    assert answer.status_code == 422
    assert "Select a file" in answer.content.decode()
    assert client.post(address, {"documents": a_file()}).status_code == 302


# -- an action of it ------------------------------------------------------------------------------------------


def test_an_action_is_made_of_a_challenge_and_each_knows_the_other(
    business: Person, police: Agency, lead: Person, client: Client, django_assert_max_num_queries: Any
) -> None:
    challenge = make_challenge(about=police, title="Late notices", asked_for="Send notices before nine.")
    recommendation = make_recommendation(agency=police)
    make_plan(title="Audit plan", source="audit")
    plan = make_plan(title="Answers to challenges", source="challenge", opened_on=TODAY - timedelta(days=90))
    sign_in(client, business)
    address = reverse("board:act_on_challenge", args=[challenge.reference])
    offered = client.get(address).content.decode()
    assert offered.index("Answers to challenges") < offered.index("Audit plan")
    assert client.get(f"{address}?plan=").status_code == 422
    chosen = client.get(f"{address}?plan={plan.reference}&recommendation={recommendation.reference}")
    assert chosen.status_code == 302
    begun = client.get(chosen["Location"])
    assert "It is made of the challenge “Late notices”" in begun.content.decode()
    initial = begun.context["form"].initial
    assert (initial["text"], initial["agency"]) == ("Send notices before nine.", "police")
    assert initial["recommendations"] == [recommendation.reference]
    typed = {
        "number": "C1", "text": "Send notices before nine.", "agency": "police", "owner_post": "Chief", "deadline_class": "date",
        "due_on-day": "31", "due_on-month": "3", "due_on-year": "2027", "recommendations": recommendation.reference,
    }  # fmt: skip
    refused = client.post(chosen["Location"], {**typed, "number": ""})
    assert refused.status_code == 422
    assert "Send notices before nine." in refused.content.decode()
    client.post(chosen["Location"], typed)
    client.post(chosen["Location"], typed)  # pressed twice: the number is taken
    action = Action.objects.get()
    assert [link.challenge for link in action.challenges.all()] == [challenge]
    assert "board.challenge_acted_on" in verbs_of(challenge)
    add_challenge_files(by=business, reference=challenge.reference, documents=[a_file()])
    make_note(make_person("scrutineer", make_agency()), challenge=challenge, shared_at=clock.now())
    client.get("/challenges/")  # reads the message of what was done
    with django_assert_max_num_queries(12):
        page = client.get(reverse("board:challenge", args=[challenge.reference])).content.decode()
    for words in ("Actions made of it", "C1 Send notices before nine.", "Answers to challenges", "Green"):
        assert words in page
    assert "Late notices" in client.get(reverse("board:action", args=[action.reference])).content.decode()
    assert "Late notices" in sign_in(client, lead).get(reverse("board:action", args=[action.reference])).content.decode()


def test_a_challenge_that_somebody_may_not_read_is_not_named_on_its_action(police: Agency, lead: Person) -> None:
    business, challenge, plan = make_person("business_team"), make_challenge(title="Of the whole"), make_plan()
    told = {"number": "1", "text": "x", "agency_code": "police", "due_on": DUE, "owner_post": "Chief"}
    action = add_action(by=business, plan_reference=plan.reference, challenge=challenge.reference, **told)
    assert ActionChallenge.objects.filter(action=action, challenge=challenge).exists()
    page = sign_in(Client(), lead).get(reverse("board:action", args=[action.reference])).content.decode()
    assert "Of the whole" not in page
    with pytest.raises(NotVisible):
        add_action(by=business, plan_reference=plan.reference, challenge="NM-3-NONE", **{**told, "number": "2"})
    assert Action.objects.count() == 1
