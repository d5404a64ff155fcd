"""Children of one form offered for early help are accepted or returned in one act; each keeps a record of its own."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry
from foundation.errors import NotVisible, Refused
from referrals.models import Contact, EarlyHelp, EarlyHelpChild
from referrals.services import approve_decision, begin_screening, propose_decision, rate
from tests import factories
from tests.referrals import build, mash
from tests.referrals import families as made
from work.models import Clock, Handover
from work.services.handovers import accept_handover, accept_handovers, return_handovers

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def _approve(hub: mash.Mash, reference: str) -> None:
    def version() -> int:
        return Contact.objects.get(reference=reference).version

    begin_screening(by=hub.officer, reference=reference, version=version())
    rate(by=hub.officer, reference=reference, version=version(), rating="green", reason="Level 2")
    propose_decision(by=hub.officer, reference=reference, version=version(), outcome="EH", threshold_level=2, **mash.WORDS)
    approve_decision(by=hub.manager, reference=reference, version=version())


def offered(hub: mash.Mash, children: int = 3) -> list[Handover]:
    made.coordinator_of(hub)
    submission = build.send(children=children, teams=(hub.team,))
    for contact in submission.contacts.order_by("position"):
        _approve(hub, contact.reference)
    return list(Handover.objects.filter(state="offered", kind="referrals.early_help").order_by("pk"))


def test_the_page_of_one_shows_the_others_and_one_press_accepts_them_all(client: Client, hub: mash.Mash) -> None:
    first, second, third = offered(hub)
    factories.sign_in(client, made.coordinator_of(hub))
    page = client.get(reverse("work:handover", args=[first.reference])).content.decode()
    for row in Contact.objects.select_related("submitted_child"):
        assert row.submitted_child.full_name in page
    assert "Accept all 3 for my team" in page
    looked = AccessLogEntry.objects.filter(route="work:handover").latest("pk")
    assert len(looked.child_references) == 3
    beside = {"which": "together", "beside": [second.reference, third.reference]}
    answer = client.post(reverse("work:accept", args=[first.reference]), beside, follow=True)
    assert all(row.subject_reference in answer.content.decode() for row in (first, second, third))
    assert set(Handover.objects.values_list("state", flat=True)) == {"accepted"}
    family = EarlyHelp.objects.get()
    assert EarlyHelpChild.objects.filter(early_help=family).count() == 3
    for contact in Contact.objects.all():
        assert contact.tasks.filter(record_reference__startswith="NM-", done_at__isnull=True, waived_at__isnull=True).count() == 0
    assert not Clock.objects.filter(subject_kind="handover", stopped_at__isnull=True).exists()


def test_one_alone_is_accepted_too_and_the_others_wait(client: Client, hub: mash.Mash) -> None:
    first, second, _third = offered(hub)
    factories.sign_in(client, made.coordinator_of(hub))
    client.post(reverse("work:accept", args=[first.reference]), {"beside": [second.reference]})
    assert sorted(Handover.objects.values_list("state", flat=True)) == ["accepted", "offered", "offered"]


def test_all_are_returned_with_one_reason(client: Client, hub: mash.Mash) -> None:
    first, second, third = offered(hub)
    factories.sign_in(client, made.coordinator_of(hub))
    page = reverse("work:return", args=[first.reference])
    assert "All 3 that are offered together" in client.get(page).content.decode()
    missing = client.post(page, {"reason": "They moved"})
    assert missing.status_code == 422
    assert "Select which you return" in missing.content.decode()
    client.post(page, {"reason": "They moved", "which": "together", "beside": [second.reference, third.reference]})
    assert set(Handover.objects.values_list("state", "return_reason")) == {("returned", "They moved")}


def test_what_one_refuses_refuses_them_all(hub: mash.Mash) -> None:
    first, second, _third = offered(hub)
    coordinator = made.coordinator_of(hub)
    accept_handover(by=coordinator, reference=second.reference)
    with pytest.raises(Refused):
        accept_handovers(by=coordinator, references=[first.reference, second.reference])
    first.refresh_from_db()
    assert first.state == "offered"
    with pytest.raises(Refused, match="Enter why"):
        return_handovers(by=coordinator, references=[first.reference], reason=" ")
    with pytest.raises(NotVisible):
        accept_handovers(by=hub.team_manager, references=[first.reference])


def test_what_the_page_did_not_show_and_what_others_were_offered_is_left(client: Client, hub: mash.Mash) -> None:
    first, _second, _third = offered(hub)
    stranger = offered(hub, 1)[-1]
    factories.sign_in(client, made.coordinator_of(hub))
    client.post(reverse("work:accept", args=[first.reference]), {"which": "together", "beside": [stranger.reference]})
    assert sorted(Handover.objects.values_list("state", flat=True)) == ["accepted", "offered", "offered", "offered"]


def test_a_restricted_brother_or_sister_is_not_shown_beside(client: Client, hub: mash.Mash) -> None:
    first, second, third = offered(hub)
    Contact.objects.filter(reference=second.subject_reference).update(restricted=True)
    factories.sign_in(client, made.coordinator_of(hub))
    page = client.get(reverse("work:handover", args=[first.reference])).content.decode()
    assert second.subject_reference not in page
    assert third.subject_reference in page
    assert "Accept all 2 for my team" in page
    client.post(
        reverse("work:accept", args=[first.reference]), {"which": "together", "beside": [second.reference, third.reference]}
    )
    second.refresh_from_db()
    assert second.state == "offered"
