"""A briefing is written on a case, approved by somebody else, and read by everybody; nobody of the case is named in it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation.errors import NotVisible, Refused
from reviews.models import Briefing, BriefingState, CaseKind, TeamRole
from reviews.selectors.briefings import library, published_briefing, reach_of
from reviews.services.briefings import (
    approve_briefing,
    change_briefing,
    confirm_reading,
    publish_briefing,
    send_back_briefing,
    submit_briefing,
    withdraw_briefing,
    write_briefing,
)
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build, build_practice
from tests.reviews.build_briefings import PARTS, acting, approver, begun, brought_to

pytestmark = pytest.mark.django_db
S = BriefingState


def test_it_goes_from_draft_to_the_library() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = brought_to(S.PUBLISHED, owner, incident)
    reader = make_person("practitioner", make_agency("school"))
    assert published_briefing(row.reference) == row
    assert [one.pk for one in library(reader).rows] == [row.pk]
    assert [one.pk for one in library(reader, "father").rows] == [row.pk]
    assert library(reader, "unheard of").rows == ()


def test_nobody_approves_what_they_wrote() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = brought_to(S.SUBMITTED, owner, incident)
    with pytest.raises(NotVisible):
        approve_briefing(**acting(owner, row))
    chair = approver(owner, incident)
    approve_briefing(**acting(chair, row))
    row.refresh_from_db()
    assert (row.state, row.approved_by) == (S.APPROVED, chair.actor_reference)


@pytest.mark.parametrize("part", ["title", "background", "to_do"])
@pytest.mark.parametrize("words", ["Zofia was three.", "the Kowalska family", "Bo Board decided."])
def test_it_names_no_child_and_nobody_of_the_team(part: str, words: str) -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    changes: dict[str, Any] = {"title": words} if part == "title" else {"parts": {**PARTS, part: words}}
    with pytest.raises(Refused, match="names somebody of the case") as refused:
        begun(owner, incident, **changes)
    assert refused.value.field == part


def test_a_child_who_was_added_later_is_found_before_it_is_approved() -> None:
    owner = build.board_manager()
    incident = build.opened(owner)
    row = begun(owner, incident, parts={**PARTS, "found": "Zofia was seen."})
    submit_briefing(**acting(owner, row))
    build.add_child(by=owner, case=incident.case.reference, told=build.robin())
    with pytest.raises(Refused, match="Zofia"):
        approve_briefing(**acting(approver(owner, incident), row))


def test_a_part_that_is_empty_is_named_and_a_long_one_counted() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = begun(owner, incident, parts={**PARTS, "why": " "})
    with pytest.raises(Refused, match="Write these parts first: Why it matters"):
        submit_briefing(**acting(owner, row))
    change_briefing(**acting(owner, row), title="Long", parts={**PARTS, "why": "word " * 900})
    with pytest.raises(Refused, match="at most 900"):
        submit_briefing(**acting(owner, row))


def test_what_waits_for_approval_is_a_draft_again_when_it_is_changed_or_sent_back() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = brought_to(S.SUBMITTED, owner, incident)
    chair = approver(owner, incident)
    with pytest.raises(Refused, match="what is missing"):
        send_back_briefing(**acting(chair, row), reason=" ")
    send_back_briefing(**acting(chair, row), reason="Say what to do.")
    submit_briefing(**acting(owner, row))
    change_briefing(**acting(owner, row), title="Another", parts=PARTS)
    row.refresh_from_db()
    assert (row.state, row.title) == (S.DRAFT, "Another")
    with pytest.raises(Refused, match="waits for approval"):
        approve_briefing(**acting(chair, row))


def test_a_panel_member_reads_it_and_writes_none() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    panel = make_person("practitioner", make_agency("health"))
    build.named(owner, incident, panel)
    with pytest.raises(NotVisible):
        write_briefing(by=panel, case=incident.case.reference, shape="page", title="Mine", parts={})
    row = begun(owner, incident)
    with pytest.raises(NotVisible):
        submit_briefing(**acting(panel, row))
    reviewer = make_person("practitioner", make_agency("police"))
    build.named(owner, incident, reviewer, TeamRole.REVIEWER)
    submit_briefing(**acting(reviewer, row))
    with pytest.raises(NotVisible):
        publish_briefing(**acting(reviewer, row))


def test_what_is_withdrawn_stands_in_the_library_no_longer() -> None:
    owner = build.board_manager()
    row = brought_to(S.PUBLISHED, owner, build.with_child(owner))
    withdraw_briefing(**acting(owner, row), reason="The guidance has changed.")
    with pytest.raises(NotVisible):
        published_briefing(row.reference)
    with pytest.raises(NotVisible):
        confirm_reading(by=make_person("practitioner", make_agency("school")), briefing=row.reference)


def test_readers_are_counted_by_agency_once_each_and_those_without_any_are_named() -> None:
    owner = build.board_manager()
    row = brought_to(S.PUBLISHED, owner, build.with_child(owner))
    school = make_agency("school", name="Alder School")
    first, second = make_person("practitioner", school), make_person("practitioner", school)
    confirm_reading(by=first, briefing=row.reference, colleagues=4)
    confirm_reading(by=first, briefing=row.reference, colleagues=6, use="In our team day.")
    confirm_reading(by=second, briefing=row.reference)
    reach = {one.agency: (one.readers, one.colleagues) for one in reach_of([row])}
    assert reach["Alder School"] == (2, 6)
    assert reach_of([row])[0].readers == 0


def test_the_published_page_does_not_say_of_which_case_it_is(client: Client) -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = brought_to(S.PUBLISHED, owner, incident)
    sign_in(client, make_person("practitioner", make_agency("school")))
    page = client.get(reverse("reviews:briefing", args=[row.reference])).content.decode()
    assert "Ask for the father" in page
    assert incident.case.reference not in page
    assert build.TITLE not in page
    assert client.get(reverse("reviews:case_briefing", args=[incident.case.reference, row.reference])).status_code == 404


def test_what_is_written_does_no_harm(client: Client) -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = begun(owner, incident, parts={**PARTS, "found": "<script>alert(1)</script> **bold**"})
    sign_in(client, owner)
    page = client.get(reverse("reviews:case_briefing", args=[incident.case.reference, row.reference])).content.decode()
    assert "<script>alert" not in page
    assert "<strong>bold</strong>" in page


def test_two_who_change_it_at_once_do_not_overwrite_one_another() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = begun(owner, incident)
    before = acting(owner, row)
    change_briefing(**acting(owner, row), title="First", parts=PARTS)
    with pytest.raises(Refused, match="Somebody else"):
        change_briefing(**before, title="Second", parts=PARTS)
    assert Briefing.objects.get(pk=row.pk).title == "First"


@pytest.mark.parametrize("words", ["Zosia was three.", "It was on 3 May 2019.", "She was seen at SW1A 1AA."])
def test_it_tells_no_pet_name_no_day_and_no_place(words: str) -> None:
    owner = build.board_manager()
    with pytest.raises(Refused, match="names somebody of the case"):
        begun(owner, build.with_child(owner), parts={**PARTS, "found": words})


def test_it_waits_for_proceedings_that_hold_what_is_published() -> None:
    owner = build.board_manager()
    review = build_practice.review(owner, kind=CaseKind.THEMATIC)
    row = write_briefing(by=owner, case=review.case.reference, shape="seven", title="Who else lives at home?", parts=PARTS)
    submit_briefing(**acting(owner, row))
    approve_briefing(**acting(approver(owner, review), row))
    build_practice.held(owner, review)
    with pytest.raises(Refused, match="Criminal proceedings"):
        publish_briefing(**acting(owner, row))


def test_who_ever_wrote_it_does_not_approve_it() -> None:
    owner, reviewer = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.with_child(owner)
    build.named(owner, incident, reviewer, TeamRole.REVIEWER)
    row = begun(owner, incident)
    change_briefing(**acting(reviewer, row), title="Who else lives at home?", parts=PARTS)
    submit_briefing(**acting(owner, row))
    with pytest.raises(NotVisible):
        approve_briefing(**acting(owner, row))


def test_who_may_not_know_the_children_is_not_told_which_word_was_found() -> None:
    owner, reviewer = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.with_child(owner)
    build.named(owner, incident, reviewer, TeamRole.REVIEWER)
    with pytest.raises(Refused) as refused:
        begun(reviewer, incident, parts={**PARTS, "found": "Anna, Zofia and Maria."})
    assert "Zofia" not in refused.value.sentence
    with pytest.raises(Refused, match="says of which case"):
        begun(reviewer, incident, parts={**PARTS, "found": "Robin was seen."})
