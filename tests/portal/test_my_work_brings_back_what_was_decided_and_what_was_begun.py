"""Whoever referred a child finds on “My work” what was decided and the referral not sent yet; no child is named."""

from datetime import timedelta

import pytest
from django.test import Client

from foundation import clock
from referrals.services import start_draft, write_to_referrer
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
    assert f'Decision on what you referred: <span class="app-nowrap">{contact.submission.reference}</span>' in page
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


def test_a_long_list_of_what_came_back_ends_with_the_newest_and_says_so() -> None:
    hub, teacher = mash.make(), build.make_practitioner()
    contacts = [mash.screened(hub, author=teacher) for _ in range(10)]
    for number, contact in enumerate(contacts):
        write_to_referrer(by=hub.officer, reference=contact.reference, body="Who collects her?", once=str(number))
    for _ in range(3):
        mash.approved(hub, author=teacher)
    page = factories.sign_in(Client(), teacher).get("/").content.decode()
    came_back = page.partition('id="my-work-back"')[2].partition("</section>")[0]
    assert came_back.count("<li>") == 12
    assert "There is more. These are the newest." in came_back


@pytest.mark.parametrize("role", ["system_administrator", "governance_lead"])
def test_whoever_looks_after_agencies_finds_the_agreements_that_run_out(role: str) -> None:
    person = factories.make_person(role)
    client = factories.sign_in(Client(), person)
    assert "Every agency has an information-sharing agreement" in client.get("/").content.decode()
    gone, soon, never = (factories.make_agency(name=f"School {name}", with_agreement=False) for name in ("Ash", "Birch", "Cedar"))
    factories.make_agreement(gone, days=-3)
    factories.make_agreement(soon, days=30)
    page = client.get("/").content.decode()
    said = page.partition('id="home-agencies"')[2].partition("</section>")[0]
    order = [said.index(agency.name) for agency in (never, gone, soon)]
    assert order == sorted(order), "the most pressing first"
    for words in ("ran out on 15 November 2026", "ends on 18 December 2026", "It has no information-sharing agreement"):
        assert words in said
    assert (
        "Agencies that need something"
        not in factories.sign_in(Client(), factories.make_person("practitioner")).get("/").content.decode()
    )


def test_an_unsent_referral_is_a_link_away() -> None:
    teacher = build.make_practitioner()
    client = factories.sign_in(Client(), teacher)
    assert "that you have not sent" not in client.get("/").content.decode()
    start_draft(by=teacher, answers={"danger": {"immediate_danger": ["no"]}})
    assert "Go on with the referral that you have not sent" in client.get("/").content.decode()


def test_whoever_has_heard_nothing_after_three_working_days_is_prompted_to_ask() -> None:
    hub, teacher = mash.make(), build.make_practitioner()
    sent = mash.screened(hub, author=teacher)  # on a Wednesday
    told = mash.approved(hub, author=teacher)
    words = f'You have not been told what was decided: <span class="app-nowrap">{sent.submission.reference}</span>'
    for days, prompted in ((4, False), (5, False), (6, True)):  # Sunday, Monday (the third working day), Tuesday
        with clock.frozen(clock.now() + timedelta(days=days)):
            page = factories.sign_in(Client(), teacher).get("/").content.decode()
            assert (words in page) == prompted
            assert f'You have not been told what was decided: <span class="app-nowrap">{told.submission.reference}' not in page
            assert sent.submitted_child.family_name not in page
    assert f"/my-referrals/{sent.submission.reference}/messages/" in page
