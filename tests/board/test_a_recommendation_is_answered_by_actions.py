"""Recommendations: recorded once, accepted or not, answered by actions; one that nobody acts on is flagged."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.models import Person
from board.models import Recommendation
from board.selectors.recommendations import (
    HowFar,
    RecommendationFilter,
    how_far,
    list_recommendations,
    recommendation_for,
    recommendations_to_answer,
    without_action,
)
from board.services.actions import add_action, reschedule, withdraw
from board.services.recommendations import answer_with, change_recommendation, record_recommendation, respond
from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_action, make_group, make_plan, make_recommendation, make_theme
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db

MADE = date(2026, 6, 1)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def given(**more: object) -> dict[str, object]:
    return {
        "text": "Ask about the father.",
        "source": "review",
        "source_title": "Review of neglect",
        "made_on": MADE,
        "priority": "high",
        **more,
    }


def test_a_recommendation_is_recorded_once_with_somebody_who_leads(business: Person) -> None:
    agency, group, theme = make_agency(), make_group(), make_theme()
    for wrong, field in (
        ({}, "agency"),
        ({"agency": "nobody"}, "agency"),
        ({"group": "nothing"}, "group"),
        ({"agency": agency.code, "made_on": clock.today() + timedelta(days=1)}, "made_on"),
        ({"agency": agency.code, "themes": ["F999999"]}, "themes"),
    ):
        with pytest.raises(Refused) as refused:
            record_recommendation(by=business, **given(**wrong))
        assert refused.value.field == field
    recorded = record_recommendation(by=business, **given(group=group.reference, themes=[theme.code]))
    assert (recorded.agency, recorded.group, recorded.response) == (None, group, "waiting")
    assert [tag.theme for tag in recorded.tags.all()] == [theme]
    with pytest.raises(Refused, match="recorded already") as again:
        record_recommendation(by=business, **given(text="ASK about the father.", agency=agency.code))
    assert again.value.field == "text"
    with pytest.raises(NotAllowed):
        record_recommendation(by=make_person("executive"), **given(text="Another", agency=agency.code))


def test_what_was_recorded_is_put_right_by_whoever_saw_the_last_version(business: Person) -> None:
    agency, one, two = make_agency(), make_theme(), make_theme()
    recorded = record_recommendation(by=business, **given(agency=agency.code, themes=[one.code]))
    change = given(agency=agency.code, number="4", themes=[two.code], text="Ask about both parents.")
    change_recommendation(by=business, reference=recorded.reference, version=1, **change)
    recorded.refresh_from_db()
    assert (recorded.number, recorded.version, [tag.theme for tag in recorded.tags.all()]) == ("4", 2, [two])
    with pytest.raises(Conflict, match="Somebody else has changed this recommendation"):
        change_recommendation(by=business, reference=recorded.reference, version=1, **change)
    make_action_that_answers(recorded, due_on=MADE + timedelta(days=10))
    late = change | {"made_on": MADE + timedelta(days=11)}
    with pytest.raises(Refused, match="due on 11 June 2026") as refused:
        change_recommendation(by=business, reference=recorded.reference, version=2, **late)
    assert refused.value.field == "made_on"


def make_action_that_answers(recommendation: Recommendation, **more: object) -> object:
    action = make_action(**{"due_on": clock.today() + timedelta(days=60), **more})
    recommendation.answers.create(action=action)
    return action


def test_the_partnership_accepts_it_in_part_or_not_with_the_reason(business: Person) -> None:
    one = make_recommendation()
    for response in ("partly", "not"):
        with pytest.raises(Refused, match="Enter why") as refused:
            respond(by=business, reference=one.reference, version=1, response=response, reason=" ")
        assert refused.value.field == "reason"
    with pytest.raises(Refused, match="Select whether"):
        respond(by=business, reference=one.reference, version=1, response="perhaps")
    respond(by=business, reference=one.reference, version=1, response="partly", reason="Only in schools.")
    respond(by=business, reference=one.reference, version=1, response="partly", reason="Only in schools.")
    with pytest.raises(Conflict):
        respond(by=business, reference=one.reference, version=1, response="accepted")
    one.refresh_from_db()
    assert (one.responded_by, one.responded_at, one.version) == (business.reference, clock.now(), 2)
    make_action_that_answers(one)
    with pytest.raises(Refused, match="Actions answer this recommendation") as refused:
        respond(by=business, reference=one.reference, version=2, response="not", reason="Done elsewhere.")
    assert refused.value.field == "response"
    assert [event.verb for event in history(Subject("recommendation", one.reference))] == ["board.recommendation_responded"]


def test_actions_of_a_plan_answer_several_recommendations(business: Person) -> None:
    one, two, plan = make_recommendation(), make_recommendation(), make_plan()
    action, other = (make_action(due_on=clock.today() + timedelta(days=60), plan=plan) for _ in range(2))
    elsewhere = make_action(due_on=clock.today() + timedelta(days=60))
    for recommendation in (one, two):
        answer_with(
            by=business, reference=recommendation.reference, version=1, plan_reference=plan.reference, actions=[action.reference]
        )
    assert action.answers.count() == 2
    press = {"reference": one.reference, "version": 1, "plan_reference": plan.reference}
    answer_with(by=business, **press, actions=[action.reference])
    with pytest.raises(Conflict):
        answer_with(by=business, **press, actions=[other.reference])
    with pytest.raises(Refused, match="Select actions of this plan") as refused:
        answer_with(by=business, **press | {"version": 2}, actions=[elsewhere.reference])
    assert refused.value.field == "actions"
    one.answers.create(action=elsewhere)
    answer_with(by=business, **press | {"version": 2}, actions=[other.reference])
    assert {row.action for row in one.answers.all()} == {other, elsewhere}


def test_no_action_is_due_before_the_recommendation_that_it_answers(business: Person) -> None:
    one, plan = make_recommendation(made_on=MADE), make_plan(source_published_on=MADE - timedelta(days=1))
    early = make_action(due_on=MADE - timedelta(days=1), plan=plan, number="7")
    with pytest.raises(Refused, match="Action 7 is due before the recommendation was made, on 1 June 2026") as refused:
        answer_with(by=business, reference=one.reference, version=1, plan_reference=plan.reference, actions=[early.reference])
    assert refused.value.field == "actions"
    new = {"plan_reference": plan.reference, "number": "9", "text": "Act", "agency_code": make_agency().code}
    new |= {"owner_post": "Head", "recommendations": [one.reference]}
    with pytest.raises(Refused, match="was made on 1 June 2026") as refused:
        add_action(by=business, **new, due_on=MADE - timedelta(days=1))
    assert refused.value.field == "due_on"
    with pytest.raises(Refused) as refused:
        add_action(by=business, **new, deadline_class="immediate")
    assert refused.value.field == "deadline_class"
    added = add_action(by=business, **new, due_on=MADE)
    with pytest.raises(Refused) as refused:
        reschedule(by=business, reference=added.reference, due_on=MADE - timedelta(days=1), reason="Sooner")
    assert refused.value.field == "due_on"
    assert [row.recommendation for row in added.answers.all()] == [one]


def test_what_is_not_accepted_takes_no_actions(business: Person) -> None:
    one, plan = make_recommendation(), make_plan()
    action = make_action(due_on=clock.today() + timedelta(days=60), plan=plan)
    respond(by=business, reference=one.reference, version=1, response="not", reason="A national matter.")
    with pytest.raises(Refused, match="not accepted, so no action"):
        answer_with(by=business, reference=one.reference, version=2, plan_reference=plan.reference, actions=[action.reference])
    with pytest.raises(Refused, match="not refused") as refused:
        add_action(
            by=business, plan_reference=plan.reference, number="9", text="Act", agency_code=make_agency().code,
            owner_post="Head", due_on=clock.today(), recommendations=[one.reference],
        )  # fmt: skip
    assert refused.value.field == "recommendations"
    assert one.reference not in dict(recommendations_to_answer(also=one.reference))


def test_one_without_an_open_or_done_action_is_flagged_and_the_others_say_how_far_they_are(business: Person) -> None:
    nothing, some, refused = make_recommendation(), make_recommendation(), make_recommendation()
    respond(by=business, reference=refused.reference, version=1, response="not", reason="No.")
    make_action_that_answers(some, due_on=clock.today() - timedelta(days=1))
    make_action_that_answers(some, state="embedded", done_at=clock.now(), done_by="x")
    only = make_action_that_answers(nothing)
    assert without_action(business) == 0
    withdraw(by=business, reference=only.reference, reason="No more needed.")  # type: ignore[attr-defined]
    far = how_far([nothing, some])
    assert far == {nothing.pk: HowFar(), some.pk: HowFar(actions=2, done=1, embedded=1, late=1)}
    page = list_recommendations(business, RecommendationFilter(without=True))
    assert page.rows == (nothing,)
    assert without_action(business) == 1


def test_what_is_done_is_offered_no_more_unless_it_is_asked_for(business: Person) -> None:
    done, open_ = make_recommendation(number="1"), make_recommendation()
    make_action_that_answers(done, state="done", done_at=clock.now(), done_by="x")
    assert [reference for reference, _words in recommendations_to_answer()] == [open_.reference]
    also = recommendations_to_answer(also=done.reference)
    assert also[0] == (done.reference, f"1 {done.text} (Review of neglect)")


def test_an_agencys_lead_sees_what_the_agency_leads_or_acts_on(business: Person) -> None:
    police = make_agency("police")
    lead = make_person("agency_lead", police)
    led, acted, other = make_recommendation(agency=police), make_recommendation(), make_recommendation()
    make_action_that_answers(acted, agency=police)
    assert set(list_recommendations(lead, RecommendationFilter()).rows) == {led, acted}
    with pytest.raises(NotVisible):
        recommendation_for(lead, other.reference)
    assert recommendation_for(make_person("executive"), other.reference) == other


def test_the_list_is_narrowed(business: Person) -> None:
    theme, police = make_theme(), make_agency("police")
    wanted = make_recommendation(agency=police, text="Share what is known", source="complaint")
    wanted.tags.create(theme=theme)
    respond(by=business, reference=wanted.reference, version=1, response="accepted")
    make_recommendation()
    for narrowed in (
        {"words": "SHARE"},
        {"source": "complaint"},
        {"response": "accepted"},
        {"agency": police.code},
        {"theme": theme.code},
    ):
        assert list_recommendations(business, RecommendationFilter(**narrowed)).rows == (wanted,), narrowed


def test_pages_of_recommendations(client: Client, business: Person) -> None:
    pages, agency, plan = sign_in(client, business), make_agency(), make_plan()
    assert "No recommendations yet" in pages.get("/recommendations/").content.decode()
    typed = {"text": "Ask.", "source": "review", "source_title": "Review", "priority": "high", "agency": agency.code}
    answer = pages.post("/recommendations/new/", typed)
    assert answer.status_code == 422
    assert "Enter when it was made" in answer.content.decode()
    day = {"made_on-day": "1", "made_on-month": "6", "made_on-year": "2026"}
    answer = pages.post("/recommendations/new/", typed | day, follow=True).content.decode()
    assert "The recommendation has been recorded." in answer
    assert "has no action yet" in answer
    one = Recommendation.objects.get()
    address = f"/recommendations/{one.reference}/"
    assert "Nobody does anything about it yet" in pages.get(address).content.decode()
    answer = pages.post(f"{address}response/", {"response": "partly", "reason": "", "version": "1"})
    assert "Enter why it is not accepted" in answer.content.decode()
    answer = pages.post(f"{address}response/", {"response": "accepted", "reason": "", "version": "1"}, follow=True)
    assert "The response has been saved." in answer.content.decode()
    assert pages.post(f"{address}change/", typed | day | {"version": "1"}).status_code == 409
    action = make_action(plan=plan, due_on=date(2026, 5, 1), number="1.1")
    assert plan.title in pages.get(f"{address}actions/").content.decode()
    assert pages.get(f"{address}actions/?plan=").status_code == 422
    answer = pages.post(f"{address}actions/?plan={plan.reference}", {"actions": [action.reference], "version": "2"})
    assert "Action 1.1 is due before" in answer.content.decode()
    due = make_action(plan=plan, due_on=date(2026, 12, 1), number="1.2")
    posted = {"actions": [due.reference], "version": "2"}
    answer = pages.post(f"{address}actions/?plan={plan.reference}", posted, follow=True).content.decode()
    assert "0 of 1 action done" in answer
    assert f'href="{address}"' in pages.get(f"/actions/{due.reference}/").content.decode()
    assert f'href="{address}"' in pages.get(f"/plans/{plan.reference}/").content.decode()
    form = pages.get(f"/plans/{plan.reference}/actions/new/?answers={one.reference}").context["form"]
    assert form["recommendations"].initial == [one.reference]


def test_a_page_of_many_recommendations_asks_little(
    client: Client, business: Person, django_assert_max_num_queries: object
) -> None:
    for _number in range(26):
        make_action_that_answers(make_recommendation())
    pages = sign_in(client, business)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        first = pages.get("/recommendations/")
    assert len(first.context["rows"]) == 25
    assert len(pages.get(f"/recommendations/{first.context['next_url']}").context["rows"]) == 1
