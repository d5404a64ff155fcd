"""A record that several write: merged text by text, both versions kept where they differ, each for what is theirs."""

import re

import pytest
from django.test import Client

from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from protection.models import OtherText, StrategyDiscussion
from protection.rules.checking import ChildOutcome
from protection.selectors.conferences import conference_file, conference_for
from protection.services.core_group import MemberNamed, name_core_group, record_core_group, send_core_group_minutes
from protection.services.invitations import give_score, record_dissent
from protection.services.minuting import minute_conference, minute_core_group, minute_discussion, settle_text
from protection.services.strategy import hold_strategy_discussion, share_discussion_record
from tests import factories
from tests.protection import build
from tests.protection.build import again, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def service() -> build.Service:
    return build.make()


def test_two_texts_of_one_record_do_not_disturb_each_other(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service))
    row = conference.children.get()
    minute_conference(by=service.worker, reference=conference.reference, texts={"strengths": text("Gran helps.")})
    minute_conference(by=service.chair, reference=conference.reference, texts={f"children-{row.pk}": text("“I miss Dad.”")})
    now = again(conference)
    assert (now.strengths, again(row).views) == ("Gran helps.", "“I miss Dad.”")
    assert now.text_versions == {"strengths": 1, f"children-{row.pk}": 1}
    assert not OtherText.objects.exists()


def test_one_text_written_twice_is_kept_twice_until_it_is_settled(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service))
    minute_conference(by=service.worker, reference=conference.reference, texts={"strengths": text("Gran helps.")})
    minute_conference(by=service.chair, reference=conference.reference, texts={"strengths": text("Gran visits.")})
    assert again(conference).strengths == "Gran helps."
    other = OtherText.objects.get()
    assert (other.place, other.text, other.written_by) == ("strengths", "Gran visits.", service.chair.reference)
    with pytest.raises(Refused, match="wrote into one part of the record at once"):
        build.decided(service, again(conference), build.weekday(conference.planned_for.date()))  # type: ignore[union-attr]
    settle_text(by=service.chair, other_id=other.pk, text="Gran visits and helps.")
    assert again(conference).strengths == "Gran visits and helps."
    assert again(conference).text_versions == {"strengths": 2}
    with pytest.raises(Refused, match="settled this text already"):
        settle_text(by=service.chair, other_id=other.pk, text="x")
    assert conference_file(again(conference)).other_texts == ()


def _page(client: Client, url: str) -> dict[str, str]:
    """What a browser sends back of a page on which nothing was typed."""
    answer = client.get(url)
    hidden = dict(re.findall(r'<input type="hidden" name="((?:version|shown)-[^"]+)" value="([^"]*)"', answer.content.decode()))
    form = answer.context["form"]
    return {**hidden, **{name: form[name].value() or "" for name in form.fields}}


def test_two_who_write_into_different_parts_of_one_page_disturb_nobody(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service))
    here = f"/child-protection/conferences/{conference.reference}/record/"
    worker, chair = (factories.sign_in(Client(), one) for one in (service.worker, service.chair))
    of_worker, of_chair = _page(worker, here), _page(chair, here)
    assert worker.post(here, {**of_worker, "strengths": "Gran helps."}).status_code == 302
    assert chair.post(here, {**of_chair, "grey_areas": "Who was there?"}).status_code == 302
    assert not OtherText.objects.exists()
    assert (again(conference).strengths, again(conference).grey_areas) == ("Gran helps.", "Who was there?")
    answer = chair.post(here, {**of_chair, "strengths": "Gran visits."}, follow=True)
    assert "both texts are kept" in answer.content.decode()
    assert OtherText.objects.get().text == "Gran visits."


def test_two_who_write_into_different_parts_of_minutes_disturb_nobody(service: build.Service) -> None:
    plan = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(plan.started_on)):
        meeting = record_core_group(by=service.worker, family=plan.family.reference, held_on=plan.started_on, attendance={})
        here = f"/child-protection/plans/{plan.reference}/core-group/meetings/{meeting.pk}/"
        worker, chair = (factories.sign_in(Client(), one) for one in (service.worker, service.chair))
        of_worker, of_chair = _page(worker, here), _page(chair, here)
        worker.post(here, {**of_worker, "minutes": "We met."})
        chair.post(here, {**of_chair, "decisions": "Gran visits daily."})
    assert not OtherText.objects.exists()
    assert (again(meeting).minutes, again(meeting).decisions) == ("We met.", "Gran visits daily.")


def test_who_is_invited_writes_what_is_theirs(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service))
    own = conference.invitations.get(person=service.health)
    other = conference.invitations.get(person=service.school)
    where = {"by": service.health, "reference": conference.reference}
    minute_conference(**where, texts={f"invitations-{own.pk}": text("He has lost weight.")})
    assert again(own).view == "He has lost weight."
    for place in ("summary", f"invitations-{other.pk}"):
        with pytest.raises(Refused, match="your own agency"):
            minute_conference(**where, texts={place: text("x")})
    give_score(**where, score=3, invitation_id=own.pk)
    give_score(**where, score=4, invitation_id=own.pk, reason="He eats.")
    assert [row.score for row in conference.scores.all()] == [4]
    for score, seat in ((11, own.pk), (5, other.pk), (5, None)):
        with pytest.raises(Refused):
            give_score(**where, score=score, invitation_id=seat)
    child = conference.children.get()
    assert record_dissent(**where, child_id=child.pk, invitation_id=own.pk, words="We see a plan.").words
    with pytest.raises(Refused, match="your own agency"):
        record_dissent(**where, child_id=child.pk, invitation_id=other.pk, words="x")


def test_who_is_not_invited_sees_nothing(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service))
    assert conference_for(service.school, conference.reference) == conference
    stranger = factories.make_person("practitioner", agency=service.school.holdings.get().agency)
    with pytest.raises(NotVisible):
        conference_for(stranger, conference.reference)
    with pytest.raises(NotVisible):
        minute_conference(by=stranger, reference=conference.reference, texts={"summary": text("x")})
    service.school.holdings.update(ended_at=conference.requested_at, ended_by="test")
    service.school.holdings_read = None
    with pytest.raises(NotVisible):
        conference_for(service.school, conference.reference)


def test_a_discussion_is_minuted_until_it_is_shared(service: build.Service) -> None:
    discussion = build.held(service)
    seat = discussion.seats.get(person=service.health)
    minute_discussion(by=service.health, reference=discussion.reference, texts={f"seats-{seat.pk}": text("Weight fell in May.")})
    minute_discussion(by=service.worker, reference=discussion.reference, texts={"summary": text("Two bruises.")})
    with pytest.raises(Refused, match="no such part"):
        minute_discussion(by=service.worker, reference=discussion.reference, texts={"seats-0": text("x")})
    assert again(seat).information == "Weight fell in May."


def _hold(service: build.Service, discussion: StrategyDiscussion) -> StrategyDiscussion:
    return hold_strategy_discussion(
        by=service.manager,
        reference=discussion.reference,
        version=again(discussion).version,
        held_on=clock.today(),
        outcomes={row.pk: ChildOutcome("nfa", "An accident.") for row in discussion.children.all()},
        immediate_safety="With Gran.",
        threshold_reasons="No harm is suspected.",
    )


def test_a_discussion_is_neither_held_nor_shared_while_two_texts_differ(service: build.Service) -> None:
    discussion = build.prepared(service)
    where = {"reference": discussion.reference}

    def write_both(version: int) -> OtherText:
        minute_discussion(by=service.worker, **where, texts={"summary": text("Two bruises.", version)})
        minute_discussion(by=service.manager, **where, texts={"summary": text("Three bruises.", version)})
        return OtherText.objects.get(settled_at__isnull=True)

    other = write_both(0)
    with pytest.raises(Refused, match="Settle how it reads first"):
        _hold(service, discussion)
    settle_text(by=service.worker, other_id=other.pk, text="At least two bruises.")
    assert _hold(service, discussion).state == "held"
    other = write_both(2)
    with pytest.raises(Refused, match="Settle how it reads first"):
        share_discussion_record(by=service.worker, **where, version=again(discussion).version)
    settle_text(by=service.worker, other_id=other.pk, text="Three bruises.")
    assert share_discussion_record(by=service.worker, **where, version=again(discussion).version).summary == "Three bruises."


def test_what_was_held_is_not_overwritten_from_an_older_page(service: build.Service) -> None:
    discussion = build.prepared(service)
    _hold(service, discussion)
    minute_discussion(by=service.worker, reference=discussion.reference, texts={"immediate_safety": text("At home.", 0)})
    assert again(discussion).immediate_safety == "With Gran."
    assert OtherText.objects.get().text == "At home."


def test_minutes_of_a_core_group_go_out_once(service: build.Service) -> None:
    plan = build.on_plan(service)
    family = plan.family.reference
    with clock.frozen(build.nine_o_clock(plan.started_on)):
        members = name_core_group(
            by=service.chair,
            family=family,
            joined_on=plan.started_on,
            members=[
                MemberNamed(agency=build.agency_of(service.health), person=service.health.reference),
                MemberNamed("Mum", relation="parent"),
            ],
        )
        meeting = record_core_group(
            by=service.health, family=family, held_on=plan.started_on, attendance={members[0].pk: "attended"}
        )
        with pytest.raises(Refused, match="Write the minutes"):
            send_core_group_minutes(by=service.health, meeting_id=meeting.pk, version=meeting.version)
        minute_core_group(by=service.health, meeting_id=meeting.pk, texts={"minutes": text("We met.")})
        minute_core_group(by=service.worker, meeting_id=meeting.pk, texts={"minutes": text("They met.")})
        with pytest.raises(Refused, match="Settle how they read"):
            send_core_group_minutes(by=service.health, meeting_id=meeting.pk, version=again(meeting).version)
        settle_text(by=service.worker, other_id=OtherText.objects.get().pk, text="We all met.")
        with pytest.raises(Conflict):
            send_core_group_minutes(by=service.health, meeting_id=meeting.pk, version=1)
        sent = send_core_group_minutes(by=service.health, meeting_id=meeting.pk, version=again(meeting).version)
        assert sent.minutes == "We all met."
        with pytest.raises(Refused, match="sent out"):
            minute_core_group(by=service.health, meeting_id=meeting.pk, texts={"minutes": text("x", 2)})
