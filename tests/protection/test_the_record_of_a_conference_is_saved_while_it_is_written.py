"""The record saves itself while somebody types: no page is in its own way, nobody else is, and what two write is kept twice."""

import re

import pytest
from django.test import Client

from accounts.models import Person
from foundation.models import DomainEvent
from protection.models import Conference, OtherText
from protection.rules.minutes import Written, merged
from protection.services.conferences import approve_conference_record
from protection.services.minuting import settle_text
from tests import factories
from tests.protection import build
from tests.protection.build import again

pytestmark = pytest.mark.django_db
BY_ITSELF = {"X-Autosave": "true"}


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def conference(service: build.Service) -> Conference:
    return build.booked(service, build.initial(service))


class Page:
    """The record, open in somebody's browser."""

    def __init__(self, person: Person, conference: Conference) -> None:
        self.client = factories.sign_in(Client(), person)
        self.at = f"/child-protection/conferences/{conference.reference}/record/"
        answer = self.client.get(self.at)
        assert f'data-autosave="{self.at}save/"' in answer.content.decode()
        hidden = re.findall(
            r'<input type="hidden" name="((?:version|shown|page)-[^"]+)" value="([^"]*)"', answer.content.decode()
        )
        form = answer.context["form"]
        self.fields = {**dict(hidden), **{name: form[name].value() or "" for name in form.fields}}

    def types(self, *, heard: bool = True, **texts: str) -> dict[str, object]:
        """Type, and save by itself; `heard`: the answer comes back."""
        self.fields.update(texts)
        answer = self.client.post(f"{self.at}save/", self.fields, headers=BY_ITSELF)
        assert answer.status_code == 200, answer.content
        told: dict[str, object] = answer.json()
        if heard:
            self.fields.update(told.get("keep", {}))  # type: ignore[call-overload]  # names and values
        return told

    def presses_save(self, **texts: str) -> str:
        self.fields.update(texts)
        return self.client.post(self.at, self.fields, follow=True).content.decode()


@pytest.mark.parametrize("heard", [True, False], ids=["heard", "the answer is lost"])
def test_a_page_goes_on_from_what_it_saved_itself(service: build.Service, conference: Conference, heard: bool) -> None:
    page = Page(service.worker, conference)
    page.types(heard=heard, strengths="Gran")
    page.types(heard=heard, strengths="Gran helps")
    page.types(heard=heard, strengths="Gran helps.", summary="Ada is to be safe.")
    assert again(conference).strengths == "Gran helps."
    assert "The record is saved." in page.presses_save(strengths="Gran helps daily.")
    assert (again(conference).strengths, again(conference).summary) == ("Gran helps daily.", "Ada is to be safe.")
    assert not OtherText.objects.exists()


def test_a_word_that_is_taken_out_again_is_gone(service: build.Service, conference: Conference) -> None:
    page = Page(service.worker, conference)
    page.types(heard=False, strengths="Gran")
    page.types(strengths="")
    assert again(conference).strengths == ""


def test_nobody_else_is_disturbed_while_the_conference_sits(service: build.Service, conference: Conference) -> None:
    page = Page(service.worker, conference)
    chair = factories.sign_in(Client(), service.chair)
    came = {f"agencies-{one.pk}": "attended" for one in conference.invitations.all()}
    attendance = f"/child-protection/conferences/{conference.reference}/attendance/"
    fields = list(chair.get(attendance).context["form"].fields)
    before = again(conference).version
    page.types(strengths="Gran helps.")
    page.types(strengths="Gran helps daily.")
    assert again(conference).version == before
    posted = {**dict.fromkeys(fields, "attended"), **came, "version": before}
    assert chair.post(attendance, posted).status_code == 302
    written = DomainEvent.objects.filter(verb="protection.conference_minuted", subject_reference=conference.reference)
    assert written.count() == 1


def test_after_the_conference_whoever_approves_has_seen_the_newest_words(service: build.Service, conference: Conference) -> None:
    assert conference.planned_for is not None
    held = build.decided(service, conference, conference.planned_for.date())
    before = held.version
    Page(service.worker, held).types(summary="Written up.")
    assert again(held).version == before + 1
    chair = factories.sign_in(Client(), service.chair)
    chair.post(f"/child-protection/conferences/{held.reference}/approve/", {"version": before})
    assert again(held).state == "held"


def test_what_two_write_into_one_part_is_kept_twice_and_once_only(service: build.Service, conference: Conference) -> None:
    worker, chair = Page(service.worker, conference), Page(service.chair, conference)
    worker.types(strengths="Gran helps.")
    assert "both texts are kept" in str(chair.types(strengths="Gran")["say"])
    chair.types(strengths="Gran visits.", grey_areas="Who was there?")
    other = OtherText.objects.get()
    assert (other.text, again(conference).strengths) == ("Gran visits.", "Gran helps.")
    assert again(conference).grey_areas == "Who was there?"
    settle_text(by=service.worker, other_id=other.pk, text="Gran visits and helps.")
    chair.types(grey_areas="Who was there, and why?")
    worker.types(strengths="Gran helps a lot.")
    assert again(conference).strengths == "Gran visits and helps."
    assert sorted(OtherText.objects.values_list("text", flat=True)) == ["Gran helps a lot.", "Gran visits."]
    assert "both texts are kept" in worker.presses_save()
    assert OtherText.objects.count() == 2


def test_two_windows_of_one_person_are_two_pages(service: build.Service, conference: Conference) -> None:
    one, two = Page(service.worker, conference), Page(service.worker, conference)
    one.types(strengths="Gran helps.")
    two.types(strengths="Gran visits.")
    assert again(conference).strengths == "Gran helps."
    assert OtherText.objects.get().text == "Gran visits."


def test_whoever_is_invited_saves_what_is_theirs(service: build.Service, conference: Conference) -> None:
    seat = conference.invitations.get(person=service.health)
    page = Page(service.health, conference)
    page.types(**{f"invitations-{seat.pk}": "He has lost weight.", "summary": "Not theirs."})
    assert again(seat).view == "He has lost weight."
    assert again(conference).summary == ""


def test_once_the_record_is_approved_a_page_that_is_open_says_so(service: build.Service, conference: Conference) -> None:
    assert conference.planned_for is not None
    held = build.decided(service, conference, conference.planned_for.date())
    page = Page(service.worker, held)
    page.types(danger_statements="Ada may be hurt again.", what_needs_to_happen="Weekly visits.", summary="Safe.")
    approve_conference_record(by=service.chair, reference=held.reference, version=again(held).version)
    page.fields["summary"] = "Too late."
    answer = page.client.post(f"{page.at}save/", page.fields, headers=BY_ITSELF)
    assert answer.status_code == 409
    assert answer.json()["say"]
    assert again(conference).summary == "Safe."


def test_what_is_too_long_is_said_and_nothing_is_cut(service: build.Service, conference: Conference) -> None:
    page = Page(service.worker, conference)
    page.fields["summary"] = "x" * 20_001
    answer = page.client.post(f"{page.at}save/", page.fields, headers=BY_ITSELF)
    assert (answer.status_code, "too long" in answer.json()["say"]) == (409, True)
    assert again(conference).summary == ""


def test_what_comes_by_a_button_after_signing_in_again_is_the_page_itself(service: build.Service, conference: Conference) -> None:
    page = Page(service.worker, conference)
    answer = page.client.post(f"{page.at}save/", {**page.fields, "summary": "Kept."}, follow=True)
    assert answer.redirect_chain == [(page.at, 302)]
    assert again(conference).summary == "Kept."


def test_a_page_writes_on_only_in_the_version_that_it_wrote() -> None:
    written = {"summary": Written("Mine, longer.", 0, "page")}
    mine = merged({"summary": "Mine."}, {"summary": 1}, written, {"summary": ["page", 1]})
    assert (mine.values, mine.versions, mine.pages) == ({"summary": "Mine, longer."}, {"summary": 2}, {"summary": ["page", 2]})
    for pages in ({"summary": ["other", 1]}, {"summary": ["page", 0]}, {}):
        assert merged({"summary": "Theirs."}, {"summary": 1}, written, pages).others == {"summary": "Mine, longer."}
    nameless = {"summary": Written("Mine, longer.", 0, "")}
    assert merged({"summary": "Theirs."}, {"summary": 1}, nameless, {"summary": ["", 1]}).others
