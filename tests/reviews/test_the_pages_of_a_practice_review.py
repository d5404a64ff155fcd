"""A review on its pages: at every state, every form of its owner, what an executive is shown, and what everybody reads."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.calendar import add_months
from reviews.models import CaseKind, PracticeReview, PracticeState, Question, TeamRole
from reviews.presenters.practice import NEXT, STEPS
from reviews.rules.states import PRACTICE_TRANSITIONS
from reviews.services.cases import add_child
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build
from tests.reviews import build_practice as made

pytestmark = pytest.mark.django_db
P = PracticeState
MOST = 22
"""One of them is the row of the access log."""
EVENTS = {
    "publish_review": "publish", "accept_report": "accept", "prepare_publication": "prepare", "withhold_review": "withhold",
    "draft_again": "draft_again", "close_review": "close",
}  # fmt: skip


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def day(name: str, on: Any = None) -> dict[str, str]:
    on = on or clock.today()
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def at(name: str, found: PracticeReview, *args: Any) -> str:
    return reverse(f"reviews:{name}", args=[found.case.reference, *args])


@pytest.mark.parametrize("state", list(P))
def test_a_page_offers_what_the_state_allows_and_nothing_else(state: P) -> None:
    allowed = {row.event for row in PRACTICE_TRANSITIONS if state in row.sources}
    assert {EVENTS[name] for name, _text, states in STEPS if state in states} == allowed & set(EVENTS.values())
    assert (state in NEXT) == ("go_on" in allowed)


def test_a_case_asks_few_questions(client: Client, django_assert_max_num_queries: Any) -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PRE_PUBLICATION)
    made.held(owner, found)
    sign_in(client, owner).get(at("case", found))
    with django_assert_max_num_queries(MOST):
        page = text_of(client.get(at("case", found)))
    assert "Nothing is published before these have ended: Criminal proceedings (The police)." in page
    assert "The national panel and the Secretary of State get the report by" in page


def test_both_days_are_shown_once_the_clock_has_stood_still(client: Client) -> None:
    owner = build.board_manager()
    found = made.review(owner)
    PracticeReview.objects.update(due_on=found.due_on + timedelta(days=30), statutory_due_on=clock.today() - timedelta(days=1))
    page = text_of(sign_in(client, owner).get(at("case", found)))
    assert "Due by law" in page
    assert "Due after the clock stood still" in page
    assert "Later than the law wants" in page


def test_an_executive_sees_the_summary_and_decides(client: Client) -> None:
    owner, chief = build.board_manager(), make_person("executive", make_agency("police"))
    found = made.at(owner, P.PRE_PUBLICATION)
    made.text(owner, found)
    build.named(owner, found, chief, TeamRole.EXECUTIVE, independent=False)  # type: ignore[arg-type]
    page = text_of(sign_in(client, chief).get(at("case", found)))
    assert "What we learned." in page
    assert "How did agencies work together?" not in page
    assert "Record what a partner decides" in page
    assert client.get(at("publication", found)).status_code == 404


def _version(found: PracticeReview) -> dict[str, str]:
    return {"version": str(made.again(found).case.version)}


def _sender(client: Client, found: PracticeReview) -> Any:
    def send(name: str, *args: Any, **told: Any) -> None:
        answer = client.post(at(name, found, *args), {**_version(found), **told})
        assert answer.status_code == 302, text_of(answer)

    return send


def test_it_is_opened_alone_and_out_of_another(client: Client) -> None:
    owner = build.board_manager()
    sign_in(client, owner)
    told = {
        "kind": "practice", "title": "Review Robin", "method": "systems", **day("decided_on"), "decision_reasons": "Again.",
        "criteria": ["working_together"],
    }  # fmt: skip
    assert "Enter why the review is done" in text_of(
        client.post(reverse("reviews:open_review"), {**told, "decision_reasons": ""})
    )
    assert client.post(reverse("reviews:open_review"), told).status_code == 302
    first = PracticeReview.objects.get()
    assert (first.working_together, first.cross_border) == (True, False)
    assert client.get(reverse("reviews:open_review")).status_code == 200
    assert client.get(at("follow", first)).status_code == 200
    add_child(by=owner, case=first.case.reference, told=build.robin())
    thematic = {**told, "kind": "thematic", "children": [str(first.case.children.get().pk)]}
    assert "Enter which area leads it" in text_of(client.post(at("follow", first), {**thematic, "kind": "other_area"}))
    serious = {**told, "kind": "serious_case"}
    assert "ended in September 2019" in text_of(client.post(at("follow", first), serious))
    assert client.post(at("follow", first), thematic).status_code == 302
    second = PracticeReview.objects.exclude(pk=first.pk).get()
    assert second.case.children.get().pseudonym == "Robin"
    assert "Comes out of" in text_of(client.get(at("case", second)))
    assert "Thematic review" in text_of(client.get(reverse("reviews:cases")))


def test_each_form_takes_the_review_on(client: Client) -> None:
    owner = build.board_manager()
    found = made.review(owner)
    sign_in(client, owner)
    send = _sender(client, found)

    def all_say(question: str) -> None:
        for seat in ("council", "health", "police"):
            send("decide", seat=seat, question=question, agreed="yes", reasons="So.", whom="The chief", **day("decided_on"))

    all_say("review")
    assert "Begin scoping" in text_of(client.get(at("go_on", found)))
    send("go_on")
    send("write_scope", terms_of_reference="How?", key_lines="Who?", reviewers="An author", independence="Of all")
    send("go_on")
    send("go_on")
    send("go_on")
    send("add_draft", document=made.pdf(), note="The first")
    send("give_copies", members=[str(found.case.members.get().pk)])
    copy = found.case.drafts.get().copies.get()
    send("make_remark", copy.pk, kind="fact", text="It was in spring.", place="p. 3")
    remark = copy.remarks.get()
    send("answer_remark", remark.pk, accepted="yes", answer="Mended.")
    assert "Accepted: Mended." in text_of(client.get(at("drafts", found)))
    send("end_copy", copy.pk, end="returned")
    all_say("accept")
    send("accept_report", **day("completed_on"))
    send("draft_again", reason="A chapter is missing.")
    all_say("accept")
    send("accept_report", **day("completed_on"))
    plan = {"publication_plan": "The family first.", "media_plan": "The chair answers."}
    send("prepare_publication", **day("planned_on"), **plan)
    send("write_text", title="Child Robin", summary="Learned.", body="Zofia was seen.")
    assert "1 left to mend or to answer." in text_of(client.get(at("publication", found)))
    send("forbid_words", kind="school", words="Elmwood")
    mark = re.search(r"found/(\w{64})/", client.get(at("publication", found)).content.decode())
    assert mark
    assert "A name of Robin" in text_of(client.get(at("answer_finding", found, mark[1])))
    send("answer_finding", mark[1], reason="A saint.")
    assert "Everything that was found is answered." in text_of(client.get(at("publication", found)))
    send("legal_check", who="A solicitor", **day("seen_on"))
    send("family_check", who="Robin’s mother", **day("seen_on"))
    all_say("publish")
    PracticeReview.objects.update(copies_sent_on=clock.today() - timedelta(days=30))
    send("publish_review", **day("review_on", add_months(clock.today(), 12)))
    page = client.get(at("publication", found))
    assert "public since" in text_of(page)
    assert "What the check cannot find" in text_of(page)
    refused = client.post(at("withdraw_published", found), {**_version(found), "reason": "Old"})
    assert (refused.status_code, "at least a year" in text_of(refused)) == (422, True)
    send("close_review")
    assert made.again(found).state == P.CLOSED


def test_what_stands_beside_it_is_written_down(client: Client) -> None:
    owner = build.board_manager()
    found = made.review(owner)
    sign_in(client, owner)
    send = _sender(client, found)
    running = {"kind": "inquest", "lead": "The coroner", "status": "Opened", **day("since"), "effect": "holds"}
    send("record_proceeding", **running)
    row = found.case.proceedings.get()
    send("change_proceeding", row.pk, **{**running, "status": "Ended"}, **day("ended_on"))
    send(
        "record_family_contact", who="Robin’s mother", **day("contact_on"), how="By letter", offered="To meet", support="A worker"
    )
    wrong = client.post(at("record_practitioner_event", found), {**day("held_on"), "attended": "Health", "themes": "Trust"})
    assert "an agency and a number in the line “Health”" in text_of(wrong)
    send("record_practitioner_event", **day("held_on"), attended="Health: 7\nPolice 2", themes="Trust")
    send("record_cost", what="The author", amount="4,500.50", **day("paid_on"))
    send("tell_of_delay", reasons="An inquest.", **day("told_on"))
    page = text_of(client.get(at("case", found)))
    for words in ("The coroner", "Robin’s mother", "Health: 7", "Together: 9", "£4,500.50", "An inquest."):
        assert words in page


def test_a_case_of_concern_and_a_report_that_is_withheld(client: Client) -> None:
    owner = build.board_manager()
    concern = made.review(owner, kind=CaseKind.CONCERN)
    sign_in(client, owner)
    assert "Write what was learned, and close" in text_of(client.get(at("case", concern)))
    _sender(client, concern)("end_review", learned="Ask for the father.")
    assert "Ask for the father." in text_of(client.get(at("case", concern)))
    found = made.at(owner, P.ACCEPTED)
    made.all_say(owner, found, Question.PUBLISH)
    told = {"reasons": "A sibling.", **day("told_on"), "title": "What is improved", "improvements": "Everybody asks."}
    _sender(client, found)("withhold_review", **told)
    assert "Not published because" in text_of(client.get(at("case", found)))
    public = client.get(reverse("reviews:published", args=["what-is-improved"]))
    assert "What is improved" in text_of(public)


def test_a_childs_name_in_what_is_written_is_pointed_out(client: Client) -> None:
    owner = build.board_manager()
    found = made.review(owner, decision_reasons="Zofia was hurt.")
    assert "A child’s name is written here" in text_of(sign_in(client, owner).get(at("case", found)))
    assert Question.REVIEW.label in text_of(client.get(at("decide", found)))
