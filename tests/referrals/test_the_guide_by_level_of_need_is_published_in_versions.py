"""The threshold document: written as a draft, published whole, never changed, and kept with each referral made under it."""

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from foundation.errors import Conflict, Incomplete
from foundation.models import DomainEvent
from referrals.models import Draft, Guide, GuideLevel
from referrals.services import begin_guide, publish_guide, save_guide, send_submission, start_draft
from tests import factories
from tests.referrals import before, build

pytestmark = pytest.mark.django_db
BEGIN, LEVEL = "/refer/begin/", "/refer/level/"


def test_a_version_is_drafted_published_and_retired_with_who_and_when() -> None:
    first, second = before.make_guide(), before.make_guide()
    first.refresh_from_db()
    assert (first.state, second.state) == ("retired", "published")
    assert (second.number, first.retired_by, second.published_by) == (2, "test", "test")
    assert [one.title for one in second.levels.all()] == [one.title for one in before.LEVELS]
    assert DomainEvent.objects.filter(verb="referrals.guide_published").count() == 2


def test_a_published_version_never_changes() -> None:
    guide = before.make_guide()
    with pytest.raises(Conflict):
        save_guide(by=before.SYSTEM, number=guide.number, introduction="Other", levels=before.LEVELS)
    for change in (
        lambda: GuideLevel.objects.filter(guide=guide).update(title="Other"),
        lambda: GuideLevel.objects.filter(guide=guide).delete(),
        lambda: Guide.objects.filter(pk=guide.pk).update(introduction="Other"),
        lambda: GuideLevel.objects.create(guide=guide, level=1, title="Fifth"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_level_without_words_is_not_published() -> None:
    draft = begin_guide(by=before.SYSTEM)
    assert begin_guide(by=before.SYSTEM) == draft
    with pytest.raises(Incomplete) as refused:
        publish_guide(by=before.SYSTEM, number=draft.number)
    assert "Enter what level 1 means" in [problem.sentence for problem in refused.value.problems]


@pytest.mark.parametrize("role", ["mash_manager", "business_team"])
def test_those_who_keep_it_write_it_on_a_page(client: Client, role: str) -> None:
    factories.sign_in(client, factories.make_person(role))
    client.post(reverse("referrals:guide_versions"))
    answers = {"introduction": "Short."}
    for one in before.LEVELS:
        answers |= {f"title_{one.level}": one.title, f"description_{one.level}": one.description}
        answers |= {f"indicators_{one.level}": one.indicators, f"what_to_do_{one.level}": ""}
    page = client.post(reverse("referrals:guide_edit"), {**answers, "_publish": "yes"})
    assert page.status_code == 422
    assert "Enter what to do at level 1" in page.content.decode()
    assert Guide.objects.get().levels.get(level=1).title == "Universal"  # nothing that was typed is lost
    answers |= {f"what_to_do_{level}": "Talk to them." for level in range(1, 5)}
    client.post(reverse("referrals:guide_edit"), {**answers, "_publish": "yes"})
    assert Guide.objects.get().state == "published"


def test_everybody_who_is_signed_in_and_visitors_read_it(client: Client) -> None:
    guide = before.make_guide()
    for someone in (factories.make_person("scrutineer"), factories.make_person("practitioner")):
        page = factories.sign_in(Client(), someone).get(reverse("referrals:guide")).content.decode()
        assert "Another sign" in page
    factories.let_in(client, factories.make_visitor())
    assert client.get(reverse("referrals:guide_version", args=[guide.number])).status_code == 200
    begin_guide(by=before.SYSTEM)
    assert client.get(reverse("referrals:guide_version", args=[2])).status_code == 404
    assert Client().get(reverse("referrals:guide")).status_code == 302


def test_the_referral_begins_with_the_level_and_never_stops_there(client: Client) -> None:
    teacher = build.make_practitioner()
    factories.sign_in(client, teacher)
    assert "Go straight to the referral" in client.get(LEVEL).content.decode()  # also without a guide
    before.make_guide()
    assert "Level 2: Extra help" in client.get(LEVEL).content.decode()
    assert client.post(LEVEL, {}).status_code == 422
    assert client.post(LEVEL, {"level": "9"}).status_code == 422
    assert client.post(LEVEL, {"level": "2"}).headers["Location"] == "/local-help/?level=2"
    assert client.post(LEVEL, {"level": "3"}).headers["Location"] == f"{BEGIN}?level=3"
    assert client.post(LEVEL, {"level": "unsure"}).headers["Location"] == BEGIN
    client.post(f"{BEGIN}?level=3", {"immediate_danger": "yes"})
    draft = Draft.objects.get()
    assert draft.level == 3
    page = client.get(reverse("referrals:section", args=[draft.reference, "request"])).content.decode()
    assert 'value="3" checked' in page


@pytest.mark.parametrize("level", ["", "0", "5", "²", "abc", "9" * 300])
def test_rubbish_for_a_level_stops_nobody(client: Client, level: str) -> None:
    factories.sign_in(client, build.make_practitioner())
    assert client.post(f"{BEGIN}?level={level}", {"immediate_danger": "no"}).status_code == 302
    assert Draft.objects.get().level is None


def test_the_version_under_which_it_was_made_is_kept_with_the_referral() -> None:
    build.make_mash()
    teacher, guide = build.make_practitioner(), before.make_guide()
    draft = start_draft(by=teacher, answers={}, level=2)
    before.make_guide()
    submission = send_submission(by=teacher, draft_reference=draft.reference, version=1, content=build.content())
    assert submission.guide == guide
