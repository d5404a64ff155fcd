"""The score of what was received stays with it; referrer, MASH and agency lead see its parts; nothing of it stops anybody."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Agency, Person
from foundation import clock
from foundation.errors import Conflict, Incomplete
from foundation.models import DomainEvent
from referrals.models import Contact, QualityScale, QualityWeight, Submission, SubmissionQuality
from referrals.rules.quality import STANDARD
from referrals.selectors.quality import scale_in_use
from referrals.services import amend_submission, send_submission, set_quality_scale
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db
PARTS = {"example": "full", "earlier_help": "full", "voice": "full", "fathers": "full", "consent": "full"}


@pytest.fixture
def teacher() -> Person:
    build.make_mash()
    return build.make_practitioner(name="Terry Teacher")


def send(teacher: Person, **changes: Any) -> Submission:
    draft = build.make_complete_draft(teacher)
    return send_submission(by=teacher, draft_reference=draft.reference, version=draft.version, content=build.content(**changes))


def scored(agency_of: Person, score: int | None, *, at: datetime | None = None, **parts: str) -> Submission:
    """A submission with a score, straight in the tables."""
    sent = build.send(author=agency_of, received_at=at)
    SubmissionQuality.objects.create(
        submission=sent,
        scale=1,
        score=score,
        exempt="" if score is not None else "urgent",
        parts={**PARTS, **parts},
        scored_at=sent.received_at,
    )
    return sent


def another_scale(manager: Person, *, seen: int = 1, **changes: Any) -> QualityScale:
    given = {
        "parts": STANDARD.parts,
        "partly": 25,
        "urgent_exempt": "danger",
        "exempt_purposes": ["notification"],
        "channels": ["portal"],
        "reason": "The board asked for it",
        **changes,
    }
    return set_quality_scale(by=manager, seen=seen, **given)


# What is kept


def test_what_is_received_is_scored_with_the_version_that_counted(teacher: Person) -> None:
    """“Often hungry.” 0 of 25 + “Breakfast club.” half of 15 + voice 20 + why no father 20 + consent 20 = 67.5, so 68."""
    kept = send(teacher).quality.get()
    assert (kept.version, kept.scale, kept.score, kept.exempt) == (1, 1, 68, "")
    assert kept.parts == {**PARTS, "example": "missing", "earlier_help": "partly"}
    assert kept.scored_at == clock.now()


def test_an_urgent_child_has_no_score(teacher: Person) -> None:
    kept = send(teacher, immediate_danger=True).quality.get()
    assert (kept.score, kept.exempt) == (None, "urgent")


def test_an_amended_version_is_scored_anew_and_the_first_score_stays(teacher: Person) -> None:
    sent = send(teacher)
    words = "On Monday she came to school with a bruise on her arm, and said that she had fallen down the stairs."
    section = {"section": "concern", "title": "Worries", "answers": [{"question": "What?", "answer": words}]}
    amend_submission(
        by=teacher,
        reference=sent.reference,
        seen=1,
        page="concern",
        values={"worries": words},
        before=None,
        after=section,  # type: ignore[arg-type]  # made up
        reason="The nurse told us more",
    )
    assert list(sent.quality.order_by("version").values_list("version", "score")) == [(1, 68), (2, 93)]


def test_what_was_scored_never_changes(teacher: Person) -> None:
    kept = send(teacher).quality.get()
    for change in (lambda: SubmissionQuality.objects.update(score=100), kept.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_scoring_asks_the_database_twice_whatever_there_is(teacher: Person) -> None:
    for number in range(1, 4):
        another_scale(factories.make_person("mash_manager"), seen=number)
    with CaptureQueriesContext(connection) as sent:
        send(teacher)
    assert len([row for row in sent if "quality" in row["sql"]]) == 2


# What counts is data


def test_the_manager_sets_the_next_version_and_what_was_scored_before_stays(teacher: Person) -> None:
    before = send(teacher)
    manager = factories.make_person("mash_manager")
    made = another_scale(manager)
    assert (made.number, made.made_by, scale_in_use().partly) == (2, manager.reference, 25)
    assert DomainEvent.objects.get(verb="referrals.quality_scale_set").reason == "The board asked for it"
    after = send(teacher).quality.get()  # 0 + a quarter of 15 + 20 + 20 + 20 = 63.75
    assert (after.scale, after.score) == (2, 64)
    assert (before.quality.get().scale, before.quality.get().score) == (1, 68)
    with pytest.raises(DatabaseError), transaction.atomic():
        QualityWeight.objects.update(weight=1)


def test_two_managers_at_once_and_odd_weights_are_refused() -> None:
    manager = factories.make_person("mash_manager")
    another_scale(manager)
    with pytest.raises(Conflict):
        another_scale(manager, seen=1)
    with pytest.raises(Incomplete):
        another_scale(manager, seen=2, parts=STANDARD.parts[:2])


def posted(**changes: object) -> dict[str, object]:
    given: dict[str, object] = {
        "partly": 50,
        "urgent_exempt": "urgent",
        "exempt_purposes": ["notification"],
        "channels": ["portal"],
        "reason": "Because",
        "_version": 1,
    }
    for one in STANDARD.parts:
        given |= {f"weight_{one.part}": 20, f"words_{one.part}": one.least_words, f"prompt_{one.part}": one.prompt}
    return {**given, **changes}


def test_the_manager_changes_what_counts_on_a_page(client: Client) -> None:
    factories.sign_in(client, factories.make_person("mash_manager"))
    address = reverse("referrals:set_quality_scale")
    assert 'value="25"' in client.get(address).content.decode()
    wrong = client.post(address, posted(weight_voice=30, prompt_voice="Just write it."))
    assert wrong.status_code == 422
    assert "The points of all parts together must be 100. They are 110." in wrong.content.decode()
    assert "Just write it." in wrong.content.decode()
    assert client.post(address, posted(weight_voice="lots")).status_code == 422
    page = client.post(address, posted(), follow=True).content.decode()
    assert "Version 2 is in use" in page
    assert "Because" in page
    assert client.post(address, posted()).status_code == 409
    assert QualityScale.objects.count() == 1


# While writing


def prompts_on(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    start = page.index("data-prompts")
    return page[start : page.index("</ul>", start)]


def test_a_page_says_unhurriedly_what_could_be_said(client: Client, teacher: Person) -> None:
    factories.sign_in(client, teacher)
    concern = {**build.CONCERN, "worries": ["There are concerns about the parenting in this family."]}
    draft = build.make_complete_draft(teacher, concern=concern, consent={**build.CONSENT, "given_by": [""]})
    section = reverse("referrals:section", args=[draft.reference, "concern"])
    shown = prompts_on(client, section)
    assert "Could you give one example" in shown  # it does not say when
    assert "Has any help been tried" in shown
    assert "Is there anything the child has said" not in shown
    assert "Could you say a little more about consent" in prompts_on(
        client, reverse("referrals:section", args=[draft.reference, "consent"])
    )
    assert "<li>" not in prompts_on(client, reverse("referrals:section", args=[draft.reference, "family"]))


def test_a_page_that_is_still_empty_says_nothing(client: Client, teacher: Person) -> None:
    factories.sign_in(client, teacher)
    draft = build.make_draft(teacher)
    for code in ("concern", "family", "consent"):
        assert "<li>" not in prompts_on(client, reverse("referrals:section", args=[draft.reference, code]))
    assert "data-prompts" not in client.get(reverse("referrals:section", args=[draft.reference, "about"])).content.decode()


def test_a_father_who_is_said_to_be_there_and_is_not_is_asked_for(client: Client, teacher: Person) -> None:
    factories.sign_in(client, teacher)
    draft = build.make_complete_draft(teacher)
    draft.answers.pop("people/1")
    draft.save()
    assert "Is there a father" in prompts_on(client, reverse("referrals:section", args=[draft.reference, "family"]))


def test_what_is_typed_is_answered_as_it_is_saved(client: Client, teacher: Person) -> None:
    factories.sign_in(client, teacher)
    draft = build.make_draft(teacher, answers={})
    address = reverse("referrals:autosave", args=[draft.reference, "concern"])
    typed = {"worries": "Neglect.", "_page": "one", "_seen": 0}
    answer = client.post(address, typed, headers={"X-Autosave": "true"}).json()
    assert answer["saved"]
    assert [(one["href"], one["text"][:26]) for one in answer["prompts"]] == [("#id_worries", "Could you give one example")]
    typed["worries"] = "On Monday she came to school hungry, and she said that there had been no food at home since Saturday."
    assert client.post(address, typed, headers={"X-Autosave": "true"}).json()["prompts"] == []


def test_the_last_page_names_everything_and_sends_all_the_same(client: Client, teacher: Person) -> None:
    factories.sign_in(client, teacher)
    draft = build.make_complete_draft(teacher)
    address = reverse("referrals:check", args=[draft.reference])
    page = client.get(address).content.decode()
    assert "You can send this as it is" in page
    assert f"{reverse('referrals:section', args=[draft.reference, 'concern'])}?from=check#id_tried_already" in page
    assert client.post(address, {"declared": "on", "_version": draft.version}).status_code == 302
    assert Submission.objects.count() == 1


def test_nobody_is_asked_for_more_while_a_child_is_in_danger(client: Client, teacher: Person) -> None:
    factories.sign_in(client, teacher)
    draft = build.make_complete_draft(teacher, danger={"immediate_danger": ["yes"]})
    assert "If you have a moment" not in client.get(reverse("referrals:check", args=[draft.reference])).content.decode()
    assert "<li>" not in prompts_on(client, reverse("referrals:section", args=[draft.reference, "concern"]))


# Afterwards


def test_the_referrer_reads_what_was_good_and_what_would_help_more(client: Client, teacher: Person) -> None:
    sent = send(teacher)
    factories.sign_in(client, teacher)
    page = client.get(reverse("referrals:submission", args=[sent.reference])).content.decode()
    assert "68 out of 100" in page
    assert "We can hear the child in what you wrote." in page
    assert "One example of what happened" in page


def test_the_referrer_of_an_urgent_child_reads_that_they_did_right(client: Client, teacher: Person) -> None:
    sent = send(teacher, immediate_danger=True)
    factories.sign_in(client, teacher)
    page = client.get(reverse("referrals:submission", args=[sent.reference])).content.decode()
    assert "You did right to send it at once." in page
    assert "out of 100" not in page


def test_the_mash_sees_the_parts_on_the_contact(client: Client) -> None:
    mash = build.make_mash()
    officer = factories.make_person("mash_officer", mash.agency)
    factories.make_holding(officer, "mash_officer", mash.agency, mash)
    sent = send(build.make_practitioner())
    contact = Contact.objects.get(submission=sent)
    factories.sign_in(client, officer)
    page = client.get(reverse("referrals:contact", args=[contact.reference])).content.decode()
    assert "Quality of the referral" in page
    assert "68 out of 100" in page
    assert "Partly there" in page


# Fed back to the agency


@pytest.fixture
def school() -> Agency:
    return build.make_school(name="Oakfield School")


def lead_of(school: Agency) -> Person:
    return factories.make_person("agency_lead", school)


def test_the_lead_sees_the_months_of_their_agency_and_its_referrals(client: Client, school: Agency) -> None:
    """November: (100 + 61) / 2 = 80.5, so 81, beside one without a score; October: 40."""
    writer = build.make_practitioner(school, name="Wanda Writer")
    thin = scored(writer, 61, example="missing", voice="partly")
    scored(writer, 100)
    scored(writer, None)
    scored(writer, 40, at=clock.now() - timedelta(days=30), fathers="missing")
    scored(build.make_practitioner(), 10)
    factories.sign_in(client, lead_of(school))
    address = client.get(reverse("referrals:quality")).headers["Location"]
    page = " ".join(client.get(address).content.decode().split())
    assert "Quality of our referrals" in page
    november = page[page.index(">November 2026<") : page.index(">October 2026<", page.index(">November 2026<"))]
    assert 'data-label="Sent">3<' in november
    assert 'data-label="Scored">2<' in november
    assert "<strong>81</strong>" in november
    assert 'data-label="Example">1 of 2<' in november
    assert 'data-label="Father">2 of 2<' in november
    listed = client.get(reverse("referrals:quality_month", args=[school.code, "2026-11"])).content.decode()
    assert thin.reference in listed
    assert "Example, Child’s voice" in " ".join(listed.split())
    assert "Wanda Writer" in listed
    assert "Robin1" not in listed  # no child is named
    assert client.get(reverse("referrals:submission", args=[thin.reference])).status_code == 200


def test_a_lead_sees_no_other_agency(client: Client, school: Agency) -> None:
    other = build.make_school()
    factories.sign_in(client, lead_of(school))
    assert client.get(reverse("referrals:agency_quality", args=[other.code])).status_code == 404
    assert client.get(reverse("referrals:quality_month", args=[other.code, "2026-11"])).status_code == 404


@pytest.mark.parametrize("month", ["2026-13", "2026", "x", "2026-11-02", "9999999-01"])
def test_a_month_that_is_none_does_not_exist(client: Client, school: Agency, month: str) -> None:
    factories.sign_in(client, lead_of(school))
    assert client.get(reverse("referrals:quality_month", args=[school.code, month])).status_code == 404


def test_what_is_restricted_is_neither_listed_nor_counted_for_the_lead(client: Client, school: Agency) -> None:
    writer = build.make_practitioner(school)
    scored(writer, 50)
    hidden = scored(writer, 100)
    hidden.contacts.update(restricted=True)
    factories.sign_in(client, lead_of(school))
    page = client.get(reverse("referrals:agency_quality", args=[school.code])).content.decode()
    assert "1 sent, 1 scored, mean score <strong>50</strong>" in page
    assert hidden.reference not in client.get(reverse("referrals:quality_month", args=[school.code, "2026-11"])).content.decode()


@pytest.mark.parametrize("role", ["mash_manager", "business_team"])
def test_the_manager_and_the_business_team_see_all_agencies_and_no_referral(client: Client, school: Agency, role: str) -> None:
    sent = scored(build.make_practitioner(school), 50)
    scored(build.make_practitioner(build.make_school(name="Millbrook School")), 91)
    factories.sign_in(client, factories.make_person(role))
    page = client.get(reverse("referrals:quality")).content.decode()
    assert "Oakfield School" in page
    assert "Millbrook School" in page
    assert "2 sent, 2 scored, mean score <strong>71</strong>" in page  # (50 + 91) / 2 = 70.5
    months = client.get(reverse("referrals:agency_quality", args=[school.code])).content.decode()
    assert "Quality of their referrals" in months
    assert "/2026-11/" not in months
    assert sent.reference not in months
    assert client.get(reverse("referrals:quality_month", args=[school.code, "2026-11"])).status_code == 403
