"""Whoever referred a child finds on “My work” what was decided and the referral not sent yet; no child is named."""

from datetime import timedelta

import pytest
from django.test import Client

from foundation import clock
from referrals.services import start_draft
from tests import factories
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db


def test_a_decision_comes_back_to_who_referred() -> None:
    hub, teacher = mash.make(), build.make_practitioner()
    contact = mash.proposed(hub, "NFA", author=teacher)
    client = factories.sign_in(Client(), teacher)
    assert "Decision on what you referred" not in client.get("/").content.decode()
    mash.approve_decision(by=hub.manager, reference=contact.reference, version=contact.version)
    page = client.get("/").content.decode()
    assert f"Decision on what you referred: {contact.submission.reference}" in page
    assert "No further action, 18 November 2026 at 10am" in page
    assert contact.submitted_child.family_name not in page
    with clock.frozen(clock.now() + timedelta(days=15)):
        later = factories.sign_in(Client(), teacher).get("/").content.decode()
    assert "Decision on what you referred" not in later


def test_whoever_has_nothing_waiting_finds_their_pages() -> None:
    administrator = factories.make_person("system_administrator")
    page = factories.sign_in(Client(), administrator).get("/").content.decode()
    pages = page.partition('id="home-pages"')[2].partition("</section>")[0]
    assert 'href="/agencies/"' in pages
    assert 'href="/"' not in pages


def test_an_unsent_referral_is_a_link_away() -> None:
    teacher = build.make_practitioner()
    client = factories.sign_in(Client(), teacher)
    assert "that you have not sent" not in client.get("/").content.decode()
    start_draft(by=teacher, answers={"danger": {"immediate_danger": ["no"]}})
    assert "Go on with the referral that you have not sent" in client.get("/").content.decode()
