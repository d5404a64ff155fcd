"""Numbers of episodes, early help and disagreements lead to lists: of what the person may see, and written down."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry
from foundation import clock
from foundation.cuts import CUTS
from referrals.models import Contact, Disagreement, EarlyHelp, Episode
from tests import factories
from tests.referrals import build, cases, families, mash

pytestmark = pytest.mark.django_db


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def a_month_ago(episode: Episode) -> Episode:
    Episode.objects.filter(pk=episode.pk).update(referred_on=clock.today() - timedelta(days=30))
    return episode


def test_a_manager_of_a_team_comes_to_the_cases_of_that_team(client: Client, hub: mash.Mash) -> None:
    mine = a_month_ago(cases.opened(hub))
    elsewhere = a_month_ago(cases.opened(hub))
    other = factories.make_team(hub.assessment.agency, [], code="west", name="Team West")
    Episode.objects.filter(pk=elsewhere.pk).update(team=other)
    factories.sign_in(client, hub.team_manager)
    answer = client.get(reverse("referrals:episodes_behind"))
    assert mine.reference in text(answer)
    assert elsewhere.reference not in text(answer)
    entry = AccessLogEntry.objects.filter(route="referrals:episodes_behind").get()
    assert (entry.action, entry.child_references) == ("search", [mine.child.reference])


def test_a_restricted_case_is_listed_to_nobody_who_is_not_named(client: Client, hub: mash.Mash) -> None:
    mine = a_month_ago(cases.opened(hub))
    Contact.objects.filter(pk=mine.contact_id).update(restricted=True)
    factories.sign_in(client, hub.team_manager)
    assert "There is nothing here that you may see" in text(client.get(reverse("referrals:episodes_behind")))


def test_what_a_running_month_counts_is_listed_when_it_is_over(client: Client, hub: mash.Mash) -> None:
    mine = cases.opened(hub)
    factories.sign_in(client, hub.team_manager)
    assert mine.reference not in text(client.get(reverse("referrals:episodes_behind")))


def test_only_numbers_that_are_counts_have_a_list(client: Client, hub: mash.Mash) -> None:
    factories.sign_in(client, hub.team_manager)
    url = reverse("referrals:episodes_behind")
    assert client.get(f"{url}?figure=cases.open").status_code == 200
    assert client.get(f"{url}?figure=assessments.in_time").status_code == 404
    assert client.get(f"{url}?figure=contacts.received").status_code == 404


def test_a_number_leads_the_manager_there_and_nobody_else(client: Client, hub: mash.Mash) -> None:
    for _ in range(7):
        a_month_ago(cases.opened(hub))
    link = re.compile(r'href="(/behind-a-figure/cases/\?[^"]*figure=episodes.opened[^"]*age=[^"]*)"')
    page = "/figures/casework/episodes.opened/"
    factories.sign_in(client, factories.make_person("executive"))
    assert not link.search(client.get(page).content.decode())
    factories.sign_in(client, hub.team_manager)
    found = link.search(client.get(page).content.decode())
    assert found
    assert "Those that you may see: 7." in text(client.get(found[1].replace("&amp;", "&")))


def test_the_coordinator_comes_to_families(client: Client, hub: mash.Mash) -> None:
    family = families.begun(hub)
    EarlyHelp.objects.filter(pk=family.pk).update(requested_at=clock.now() - timedelta(days=30))
    factories.sign_in(client, families.coordinator_of(hub))
    answer = client.get(reverse("referrals:families_behind"))
    assert answer.status_code == 200
    assert "Families with early help behind a figure" in text(answer)
    assert AccessLogEntry.objects.filter(route="referrals:families_behind").exists()


def test_a_lead_comes_to_the_disagreements_of_their_agency_which_name_no_child(client: Client, hub: mash.Mash) -> None:
    school, raised = factories.make_agency("school", name="Oak"), clock.now() - timedelta(days=30)
    teacher = factories.make_person("practitioner", school)
    contact = build.send(author=teacher, teams=(hub.team,)).contacts.get()
    Disagreement.objects.create(
        contact=contact,
        about="threshold",
        raised_for=school,
        raised_with=hub.team.agency,
        raiser=teacher,
        disputed="Closed",
        concern="Hungry",
        wanted="A visit",
        risk="School sees him",
        due_at=raised,
        raised_at=raised,
        raised_by="P-1",
        once="x",
    )
    factories.sign_in(client, factories.make_person("agency_lead", school))
    answer = text(client.get(reverse("referrals:disagreements_behind")))
    assert "Oak with" in answer
    assert "Robin" not in answer
    other = factories.make_person("agency_lead", factories.make_agency("school"))
    factories.sign_in(client, other)
    assert "There is nothing here that you may see" in text(client.get(reverse("referrals:disagreements_behind")))


@pytest.mark.parametrize("name", [name for name, group in CUTS.items() if group.behind])
def test_who_opens_a_list_is_named_by_its_source(name: str) -> None:
    assert CUTS.get(name).openers
