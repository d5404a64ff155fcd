"""A strategy discussion and the minutes of a core group save themselves while somebody types; what two write is kept twice."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Person
from foundation import clock
from foundation.models import DomainEvent
from protection.models import CoreGroupMeeting, OtherText, StrategyDiscussion
from protection.services.core_group import MemberNamed, name_core_group, record_core_group
from tests import factories
from tests.protection import build
from tests.protection.build import again

pytestmark = pytest.mark.django_db
BY_ITSELF = {"X-Autosave": "true"}


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def discussion(service: build.Service) -> StrategyDiscussion:
    return build.prepared(service)


class Page:
    """A record, open in somebody's browser."""

    def __init__(self, person: Person, at: str, saves_at: str) -> None:
        self.client, self.at, self.saves_at = factories.sign_in(Client(), person), at, saves_at
        answer = self.client.get(at)
        source = answer.content.decode()
        assert f'data-autosave="{saves_at}"' in source
        hidden = re.findall(r'<input type="hidden" name="((?:version|shown|page)-[^"]+)" value="([^"]*)"', source)
        form = answer.context["form"]
        self.fields = {**dict(hidden), **{name: form[name].value() or "" for name in form.fields}}

    def types(self, status: int = 200, **texts: str) -> dict[str, object]:
        self.fields.update(texts)
        answer = self.client.post(self.saves_at, self.fields, headers=BY_ITSELF)
        assert answer.status_code == status, answer.content
        told: dict[str, object] = answer.json()
        self.fields.update(told.get("keep", {}))  # type: ignore[call-overload]  # names and values
        return told

    def presses_save(self) -> str:
        return self.client.post(self.at, self.fields, follow=True).content.decode()


def record_of(person: Person, discussion: StrategyDiscussion) -> Page:
    at = f"/child-protection/discussions/{discussion.reference}/record/"
    return Page(person, at, f"{at}save/")


def test_the_record_of_a_discussion_goes_on_from_what_it_saved_itself(
    service: build.Service, discussion: StrategyDiscussion
) -> None:
    page, before = record_of(service.worker, discussion), discussion.version
    page.types(summary="Two bruises")
    page.types(summary="Two bruises, seen at school.")
    assert (again(discussion).summary, again(discussion).version) == ("Two bruises, seen at school.", before)
    written = DomainEvent.objects.filter(verb="protection.discussion_minuted", subject_reference=discussion.reference)
    assert written.count() == 1
    assert "The record has been saved." in page.presses_save()
    assert not OtherText.objects.exists()


def test_who_came_is_saved_with_what_is_typed(service: build.Service, discussion: StrategyDiscussion) -> None:
    page, seat = record_of(service.worker, discussion), discussion.seats.get(person=service.health)
    name = f"attendance_{seat.pk}"
    assert page.types(**{name: "absent"})["keep"] == {f"shown-{name}": "absent"}
    assert again(seat).attendance == "absent"
    saved = again(discussion).version
    page.types()
    assert again(discussion).version == saved


def test_what_two_write_into_a_discussion_is_kept_twice(service: build.Service, discussion: StrategyDiscussion) -> None:
    seat = discussion.seats.get(person=service.health)
    worker, health = record_of(service.worker, discussion), record_of(service.health, discussion)
    name = f"seats-{seat.pk}"
    health.types(**{name: "The child has lost weight.", "summary": "Not theirs."})
    assert "both texts are kept" in str(worker.types(**{name: "Health knows the family."})["say"])
    worker.types(**{name: "Health knows the family well."})
    assert (again(seat).information, again(discussion).summary) == ("The child has lost weight.", "")
    assert OtherText.objects.get().text == "Health knows the family well."
    page = worker.presses_save()
    assert "The child has lost weight." in page
    assert "Health knows the family well." in page


def test_a_page_that_is_none_of_mine_saves_nothing(service: build.Service, discussion: StrategyDiscussion) -> None:
    stranger = factories.sign_in(Client(), factories.make_person("practitioner", factories.make_agency("health")))
    at = f"/child-protection/discussions/{discussion.reference}/record/save/"
    assert stranger.post(at, {"summary": "Mine."}, headers=BY_ITSELF).status_code == 404
    assert again(discussion).summary == ""


def test_what_comes_by_a_button_after_signing_in_again_is_the_page_itself(
    service: build.Service, discussion: StrategyDiscussion
) -> None:
    page = record_of(service.worker, discussion)
    answer = page.client.post(page.saves_at, {**page.fields, "summary": "Kept."}, follow=True)
    assert answer.redirect_chain == [(page.at, 302)]
    assert again(discussion).summary == "Kept."


def test_minutes_save_themselves_and_whoever_sends_them_has_seen_the_newest_words(service: build.Service) -> None:
    plan = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(plan.started_on + timedelta(days=5))):
        day, family = clock.today(), plan.family.reference
        health = MemberNamed(name="Hal Health", agency=build.agency_of(service.health), person=service.health.reference)
        name_core_group(by=service.worker, family=family, members=[health], joined_on=day)
        record_core_group(by=service.health, family=family, held_on=day, attendance={})
        meeting = CoreGroupMeeting.objects.get()
        at = f"/child-protection/plans/{plan.reference}/core-group/meetings/{meeting.pk}/"
        worker, member = Page(service.worker, at, f"{at}save/"), Page(service.health, at, f"{at}save/")
        member.types(minutes="The grandmother stays")
        member.types(minutes="The grandmother stays at night.")
        assert "both texts are kept" in str(worker.types(minutes="Somebody stays.", decisions="A visit a week.")["say"])
        meeting = again(meeting)
        assert (meeting.minutes, meeting.decisions) == ("The grandmother stays at night.", "A visit a week.")
        assert OtherText.objects.get().text == "Somebody stays."
        written = DomainEvent.objects.filter(verb="protection.core_group_minuted", subject_reference=family)
        assert written.count() == 2
        answer = member.client.post(f"{at}send/", {"version": 1}, follow=True).content.decode()
        assert "These minutes were changed after this page was shown." in answer
        answer = member.client.post(f"{at}send/", {"version": meeting.version}, follow=True).content.decode()
        assert "Settle how they read first." in answer
        assert again(meeting).sent_at is None
