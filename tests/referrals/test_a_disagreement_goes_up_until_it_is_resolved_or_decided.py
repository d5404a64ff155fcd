"""Professional disagreement: five stages with clocks, two sides, and a list that names no child."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from referrals.models import Contact, Disagreement
from referrals.selectors.disagreements import numbers_of_year
from referrals.services import end_stage, raise_disagreement
from tests import factories
from tests.figures import read_figure
from tests.referrals import build, mash
from work.models import Clock

pytestmark = pytest.mark.django_db

WORDS = {"disputed": "Advice only", "concern": "She is hungry", "wanted": "An assessment", "risk": "We feed her"}
SPOKEN = {"people": "Ann (school) and Olu (MASH)", "outcome": "Not agreed"}


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def raised(hub: mash.Mash, contact: Contact, by: Person | None = None, **changes: Any) -> Disagreement:
    person = by or contact.submission.referrer
    assert person is not None
    return raise_disagreement(
        **{
            "by": person,
            "raised_for": person.holdings.earliest("pk").agency.code,
            "raised_with": hub.team.agency.code,
            "about": "threshold",
            "words": WORDS,
            "in_parallel": True,
            "contact": contact.reference,
            "once": "page",
            **changes,
        }
    )


def up(row: Disagreement, by: Person, result: str = "move_up") -> Disagreement:
    row = Disagreement.objects.get(pk=row.pk)
    return end_stage(by=by, reference=row.reference, version=row.version, result=result, learning="Talk early", **SPOKEN)


def test_it_goes_up_through_five_stages_each_with_its_clock_until_the_partnership_decides(hub: mash.Mash) -> None:
    contact = mash.approved(hub, "ADV")
    row = raised(hub, contact)
    assert raised(hub, contact) == row
    referrer = row.raiser
    for stage in range(1, 5):
        assert Clock.objects.get(subject_reference=row.reference, stopped_at__isnull=True).variant == str(stage)
        row = up(row, hub.manager)
        assert row.stage == stage + 1
    with pytest.raises(Refused, match="last stage"):
        up(row, hub.manager)
    row = up(row, referrer, "decide")
    assert (row.state, row.stage, row.stages.filter(ended_at__isnull=False).count()) == ("decided", 5, 5)
    limits = Clock.objects.filter(subject_reference=row.reference).order_by("pk").values_list("limit_used__limit", flat=True)
    assert list(limits) == [1, 2, 3, 5, 5]
    with pytest.raises(Refused, match="ended already"):
        up(row, referrer, "decide")


def test_it_is_raised_for_the_agency_only_that_sent_the_contact(hub: mash.Mash) -> None:
    contact = mash.approved(hub, "ADV")
    writer = contact.submission.referrer
    assert writer is not None
    elsewhere = build.make_school()
    factories.make_holding(writer, "practitioner", elsewhere)
    with pytest.raises(NotAllowed, match="for the agency only that sent it"):
        raised(hub, contact, raised_for=elsewhere.code)
    assert raised(hub, contact, raised_for=contact.submission.agency.code)


def test_only_the_side_that_raised_it_says_that_it_is_resolved(hub: mash.Mash) -> None:
    row = raised(hub, mash.approved(hub, "ADV"))
    with pytest.raises(Refused, match="Only the agency that raised it"):
        up(row, hub.manager, "resolve")
    assert up(row, row.raiser, "resolve").state == "resolved"
    assert not Clock.objects.filter(subject_reference=row.reference, stopped_at__isnull=True).exists()


def test_a_stale_page_is_noticed(hub: mash.Mash) -> None:
    row = raised(hub, mash.approved(hub, "ADV"))
    up(row, hub.manager)
    with pytest.raises(Conflict):
        end_stage(by=row.raiser, reference=row.reference, version=1, result="resolve", **SPOKEN)


@pytest.mark.parametrize("missing", sorted(WORDS))
def test_it_says_what_is_disputed_why_what_is_wanted_and_the_risk(hub: mash.Mash, missing: str) -> None:
    with pytest.raises(Refused) as refused:
        raised(hub, mash.received(hub), words={**WORDS, missing: " "})
    assert refused.value.field == missing


def test_nobody_disagrees_about_what_others_sent_or_with_themselves(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    with pytest.raises(NotVisible):
        raised(hub, contact, by=build.make_practitioner())
    person = contact.submission.referrer
    assert person is not None
    with pytest.raises(Refused, match="another agency"):
        raised(hub, contact, raised_with=person.holdings.get().agency.code)


def test_it_holds_nothing_up(hub: mash.Mash) -> None:
    contact = mash.proposed(hub)
    raised(hub, contact)
    assert mash.again(contact).state == "decision_proposed"
    assert mash.again(contact).version == contact.version


def test_the_business_team_sees_that_there_is_one_and_no_child(hub: mash.Mash) -> None:
    contact = mash.approved(hub, "ADV")
    row = raised(hub, contact)
    client = factories.sign_in(Client(), factories.make_person("business_team"))
    page = client.get("/disagreements/").content.decode()
    assert row.reference in page
    assert contact.submitted_child.family_name not in page
    assert client.get(f"/disagreements/{row.reference}/").status_code in {403, 404}


def test_both_sides_read_it_and_a_lead_does_not_read_of_a_restricted_contact(hub: mash.Mash) -> None:
    contact = mash.approved(hub, "ADV")
    row = raised(hub, contact)
    lead = factories.make_person("agency_lead", agency=row.raised_for)
    where = f"/disagreements/{row.reference}/"
    for person in (row.raiser, lead, hub.manager):
        assert "She is hungry" in factories.sign_in(Client(), person).get(where).content.decode()
    assert factories.sign_in(Client(), build.make_practitioner(row.raised_for)).get(where).status_code == 404
    contact.submission.contacts.update(restricted=True)
    assert factories.sign_in(Client(), lead).get(where).status_code == 404


def test_it_is_raised_and_moved_up_through_the_portal(hub: mash.Mash) -> None:
    contact = mash.approved(hub, "ADV")
    client = factories.sign_in(Client(), contact.submission.referrer)
    page = client.get(f"/my-referrals/{contact.submission.reference}/").content.decode()
    assert f"/disagreements/raise/?contact={contact.reference}" in page
    assert "never delays" in client.get(f"/disagreements/raise/?contact={contact.reference}").content.decode()
    sent = {**WORDS, "raised_with": hub.team.agency.code, "about": "threshold", "contact": contact.reference, "once": "one"}
    answer = client.post("/disagreements/raise/", sent)
    assert answer.status_code == 302
    where = answer["Location"]
    assert client.post(where, {**SPOKEN, "result": "move_up", "version": "1"}).status_code == 302
    assert client.post(where, {**SPOKEN, "result": "move_up", "version": "1"}).status_code == 409
    assert "Stage 2" in client.get(where).content.decode()


def test_one_about_a_restricted_contact_counts_for_those_alone_who_watch_over_all(hub: mash.Mash) -> None:
    """A total beside a list without it would say that there is one more, with whom and how far it went."""
    hidden, known = (mash.approved(hub, "ADV") for _ in range(2))
    raised(hub, hidden)
    raised(hub, known)
    other = raised(hub, known, once="other")
    Disagreement.objects.filter(pk=other.pk).update(contact=None)
    Contact.objects.filter(pk=hidden.pk).update(restricted=True)
    assert numbers_of_year(factories.make_person("executive")).total == 3
    referrer = known.submission.referrer
    assert referrer is not None
    for person in (referrer, hub.manager):
        told = numbers_of_year(person)
        assert (told.total, sum(one.raised for one in told.agencies), told.stages) == (2, 2, {"Stage 1": 2})


def test_the_list_tells_the_published_figures_of_the_year(client: Client, hub: mash.Mash) -> None:
    """One raised on Wednesday and ended the Monday after took five days; the page says what the figure says."""
    contact = mash.approved(hub, "ADV")
    first = raised(hub, contact)
    raised(hub, contact, once="other")
    Disagreement.objects.filter(pk=first.pk).update(
        state="resolved", raised_at=clock.now() - timedelta(days=5), ended_at=clock.now(), ended_by="P-1"
    )
    person = factories.make_person("executive")
    told = numbers_of_year(person)
    published = read_figure("disagreements.days", FinancialYear.of(clock.today()))
    assert published is not None
    assert (told.total, told.ended, told.days) == (2, 1, published.value)
    factories.sign_in(client, person)
    assert "1 ended, after 5 days on average" in client.get("/disagreements/").content.decode()
