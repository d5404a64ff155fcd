"""The challenge log: raised once, answered before anything can come of it, and nothing that was said is ever lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client

from accounts.models import Agency, Person
from board.models import Challenge, ChallengeEntry, ChallengeTheme
from board.selectors.challenges import (
    ChallengeFilter,
    count_challenges,
    exported_challenges,
    list_challenges,
    themes_of_challenge,
)
from board.services.challenges import answer_challenge, change_challenge, decide_challenge, raise_challenge, tag_challenge
from board.services.themes import retire_theme
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from foundation.models import OutboxMessage
from tests.board.build import make_challenge, make_group, make_meeting, make_theme
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def scrutineer() -> Person:
    return make_person("scrutineer", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", code="police", name="Northmere Police")


@pytest.fixture
def lead(police: Agency) -> Person:
    return make_person("agency_lead", police)


def raised(by: Person, **given: Any) -> Challenge:
    told = {"title": "Fathers", "text": "Four plans in ten name none.", "raised_on": TODAY, "raiser_kind": "scrutineer", **given}
    return raise_challenge(by=by, **told)


def answered(by: Person, challenge: Challenge, day: date = TODAY, text: str = "We ask now.") -> Challenge:
    challenge.refresh_from_db()
    return answer_challenge(
        by=by, reference=challenge.reference, version=challenge.version, text=text, who="Head of CAIT", answered_on=day
    )


def decided(by: Person, challenge: Challenge, outcome: str = "changed", day: date = TODAY) -> Challenge:
    challenge.refresh_from_db()
    return decide_challenge(
        by=by, reference=challenge.reference, version=challenge.version, outcome=outcome, text="A check.", decided_on=day
    )


def test_raise_challenge_twice_writes_it_once_and_tells_the_leads(scrutineer: Person, police: Agency, lead: Person) -> None:
    fathers, neglect = make_theme("Fathers"), make_theme("Neglect")
    themes = [fathers.code, neglect.code, fathers.code]
    first = raised(scrutineer, about="police", themes=themes, response_due_on=TODAY)
    assert raised(scrutineer, about="police", themes=themes, response_due_on=TODAY) == first
    assert {theme.name for theme in themes_of_challenge(first)} == {"Fathers", "Neglect"}
    assert [event.verb for event in history(Subject("challenge", first.reference))] == ["board.challenge_raised"]
    assert OutboxMessage.objects.filter(key__contains=f"challenge-raised:{first.reference}").count() == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"raised_on": TODAY + timedelta(days=1)}, "raised_on"),
        ({"response_due_on": TODAY - timedelta(days=1)}, "response_due_on"),
        ({"raiser_kind": "partner"}, "raiser_agency"),
        ({"about": "police", "raiser_agency": "police"}, "about"),
        ({"about": "nobody"}, "about"),
        ({"meeting": "NM-3-NONE"}, "meeting"),
        ({"themes": ["NOTHING"]}, "themes"),
    ],
)
def test_raise_challenge_refuses_what_cannot_be(scrutineer: Person, police: Agency, given: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        raised(scrutineer, **given)
    assert refused.value.field == field
    assert not Challenge.objects.exists()


def test_change_challenge_puts_right_what_nobody_has_answered(business: Person, police: Agency, lead: Person) -> None:
    challenge = make_challenge()
    told = {"title": "Fathers", "text": "Named in six of ten.", "raised_on": TODAY, "raiser_kind": "lay", "about": "police"}
    change_challenge(by=business, reference=challenge.reference, version=1, **told)
    challenge.refresh_from_db()
    assert (challenge.title, challenge.about_agency, challenge.version) == ("Fathers", police, 2)
    assert OutboxMessage.objects.filter(key__contains="challenge-raised").count() == 1
    with pytest.raises(Conflict):
        change_challenge(by=business, reference=challenge.reference, version=1, **told)
    answered(lead, challenge)
    with pytest.raises(Refused, match="has been answered"):
        change_challenge(by=business, reference=challenge.reference, version=3, **told)


def test_answer_challenge_keeps_every_answer_and_the_first_day(business: Person, lead: Person, police: Agency) -> None:
    challenge = make_challenge(about=police, raised_on=date(2026, 10, 1))
    answered(lead, challenge, date(2026, 11, 2))
    answered(lead, challenge, date(2026, 11, 2))
    answered(business, challenge, date(2026, 11, 9), "And we train.")
    challenge.refresh_from_db()
    assert challenge.answered_on == date(2026, 11, 2)
    assert [entry.text for entry in challenge.entries.order_by("id")] == ["We ask now.", "And we train."]
    with pytest.raises(Conflict):
        answer_challenge(by=lead, reference=challenge.reference, version=1, text="x", who="y", answered_on=TODAY)


@pytest.mark.parametrize("day", [date(2026, 9, 30), TODAY + timedelta(days=1)])
def test_answer_challenge_refuses_a_day_before_the_challenge_or_to_come(lead: Person, police: Agency, day: date) -> None:
    challenge = make_challenge(about=police, raised_on=date(2026, 10, 1))
    with pytest.raises(Refused) as refused:
        answered(lead, challenge, day)
    assert refused.value.field == "answered_on"


def test_only_leads_of_the_challenged_agency_and_the_business_team_answer(
    police: Agency, lead: Person, scrutineer: Person
) -> None:
    raised_by_police = make_challenge(about=make_agency(), raiser_agency=police, raiser_kind="partner")
    with pytest.raises(NotVisible):
        answered(lead, raised_by_police)
    with pytest.raises(NotVisible):
        answered(lead, make_challenge())
    with pytest.raises(NotAllowed):
        answered(scrutineer, raised_by_police)


def test_decide_challenge_needs_an_answer_and_says_what_changed(business: Person, scrutineer: Person) -> None:
    challenge = make_challenge()
    with pytest.raises(Refused, match="Nobody has answered") as refused:
        decided(scrutineer, challenge)
    assert refused.value.field == "outcome"
    answered(business, challenge)
    with pytest.raises(Refused, match="open already"):
        decided(scrutineer, challenge, "open")
    decided(scrutineer, challenge)
    decided(scrutineer, challenge)
    assert challenge.entries.filter(kind="outcome").count() == 1
    with pytest.raises(Refused, match="outcome of this challenge is known"):
        answered(business, challenge, text="More.")
    decided(scrutineer, challenge, "open")
    challenge.refresh_from_db()
    assert challenge.outcome == "open"
    with pytest.raises(Conflict):
        decide_challenge(by=business, reference=challenge.reference, version=1, outcome="changed", text="x", decided_on=TODAY)


def test_decide_challenge_refuses_a_day_before_the_outcome_that_stands(business: Person) -> None:
    challenge = make_challenge(raised_on=date(2026, 10, 1))
    answered(business, challenge, date(2026, 10, 5))
    decided(business, challenge, "not_changed", date(2026, 11, 1))
    for day in (date(2026, 9, 1), date(2026, 10, 20), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            decided(business, challenge, "changed", day)
        assert refused.value.field == "decided_on"


def test_the_database_keeps_what_was_written(business: Person) -> None:
    challenge = make_challenge()
    answered(business, challenge)
    with pytest.raises(InternalError), transaction.atomic():
        ChallengeEntry.objects.update(text="Other")
    with pytest.raises(InternalError), transaction.atomic():
        make_challenge().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_challenge(outcome="changed")


def test_the_log_is_narrowed_and_an_agency_sees_only_its_own(business: Person, lead: Person, police: Agency) -> None:
    fathers = make_theme("Fathers")
    about = make_challenge(about=police, raised_on=date(2025, 5, 1), response_due_on=date(2025, 6, 1))
    ChallengeTheme.objects.create(challenge=about, theme=fathers)
    by_it = make_challenge(raiser_agency=police, raiser_kind="partner", title="Minutes come late")
    other = make_challenge(about=make_agency())
    answered(business, other)
    decided(business, other)

    def found(person: Person, **wanted: Any) -> list[Challenge]:
        return list(list_challenges(person, ChallengeFilter(**wanted)).rows)

    assert found(lead) == [by_it, about]
    assert found(business) == [other, by_it, about]
    assert found(business, about="police") == found(business, theme=fathers.code) == found(business, year="2025-26") == [about]
    assert (
        found(business, about="partnership") == found(business, raiser="partner") == found(business, words="minutes") == [by_it]
    )
    assert found(business, unanswered=True) == [by_it, about]
    assert found(business, outcome="changed") == [other]
    counts = count_challenges(business)
    assert (counts.open, counts.unanswered, counts.late, counts.changed, counts.not_changed) == (2, 2, 1, 1, 0)
    assert [row[1:] for row in exported_challenges(business, ChallengeFilter(outcome="changed"))] == [("We ask now.", "A check.")]


def test_a_challenge_is_tagged_with_the_shared_vocabulary_also_after_it_was_answered(
    client: Client, business: Person, lead: Person
) -> None:
    fathers, old, challenge = make_theme("Fathers"), make_theme("Housing"), make_challenge()
    tag_challenge(by=business, reference=challenge.reference, version=1, themes=[old.code])
    retire_theme(by=business, code=old.code, version=1, reason="Split in two.")
    answered(business, challenge)
    given = {"by": business, "reference": challenge.reference}
    tag_challenge(**given, version=3, themes=[fathers.code, old.code])
    tag_challenge(**given, version=1, themes=[old.code, fathers.code])  # the same changes nothing
    with pytest.raises(Conflict):
        tag_challenge(**given, version=3, themes=[fathers.code])
    with pytest.raises(Refused, match="themes that are in use") as refused:
        tag_challenge(by=business, reference=make_challenge().reference, version=1, themes=[old.code])
    assert refused.value.field == "themes"
    tagged = [
        event.data for event in history(Subject("challenge", challenge.reference)) if event.verb == "board.challenge_tagged"
    ]
    assert tagged == [{"added": old.code, "removed": ""}, {"added": fathers.code, "removed": ""}]
    pages = sign_in(client, business)
    shown = pages.get(f"/challenges/{challenge.reference}/").content.decode()
    assert f"/challenges/?theme={fathers.code}" in shown
    assert "Fathers, Housing" in pages.get("/challenges/").content.decode()
    assert f"/challenges/?theme={fathers.code}" in pages.get("/themes/").content.decode()
    listed = read_sheet(pages.get(f"/challenges/export/?theme={fathers.code}").content)
    assert [row[listed.headings.index("Themes")] for row in listed.rows] == ["Fathers, Housing"]
    where = f"/challenges/{challenge.reference}/themes/"
    assert pages.post(where, {"themes": [fathers.code], "version": "4"}).status_code == 302
    assert [theme.name for theme in themes_of_challenge(challenge)] == ["Fathers"]
    assert sign_in(Client(), lead).get(where).status_code == 403


def test_a_figure_says_which_themes_the_challenges_of_a_year_have(business: Person) -> None:
    fathers, neglect = make_theme("Fathers"), make_theme("Neglect")
    for day, themes in ((date(2025, 5, 1), [fathers]), (date(2026, 3, 31), [fathers, neglect]), (date(2026, 4, 1), [neglect])):
        challenge = make_challenge(raised_on=day)
        ChallengeTheme.objects.bulk_create(ChallengeTheme(challenge=challenge, theme=theme) for theme in themes)
    value = read_figure("challenges.themes", FinancialYear(2025))
    assert value is not None
    assert (value.value, value.by["theme"]) == (3, {"Fathers": 2, "Neglect": 1})
    assert read_figure("challenges.themes", FinancialYear(2020)) is None


def test_the_figures_say_how_challenges_stood_on_the_last_day(business: Person, police: Agency) -> None:
    early, late = (make_challenge(about=police, raised_on=date(2025, 5, 1)) for _ in range(2))
    make_challenge(raised_on=date(2026, 3, 31))
    answered(business, early, date(2025, 6, 1))
    decided(business, early, "changed", date(2025, 7, 1))
    answered(business, late, date(2026, 4, 1))
    decided(business, late, "not_changed", date(2026, 4, 2))
    decided(business, early, "not_changed", date(2026, 5, 2))
    year = FinancialYear(2025)
    value, share = read_figure("challenges.raised", year), read_figure("challenges.answered", year)
    assert value is not None
    assert share is not None
    assert value.value == 3
    assert value.by["agency"] == {"Northmere Police": 2, "The partnership": 1}
    assert value.by["outcome"] == {
        "Open": 2, "Accepted, and something changed": 1, "Accepted, and nothing changed": 0, "Disputed": 0, "Taken further": 0,
    }  # fmt: skip
    assert (share.numerator, share.denominator) == (1, 3)
    assert share.by["agency"] == {"Northmere Police": (1, 2), "The partnership": (0, 1)}
    assert read_figure("challenges.raised", FinancialYear(2020)) is None


def test_the_pages_lead_from_the_challenge_to_what_came_of_it(
    client: Client, business: Person, police: Agency, lead: Person, django_assert_max_num_queries: Any
) -> None:
    meeting = make_meeting(make_group("Executive group"), date(2026, 11, 2))
    sign_in(client, business)
    day = {"raised_on-day": "2", "raised_on-month": "11", "raised_on-year": "2026"}
    told = {
        "title": "=1+1",
        "text": "Why?",
        "raiser_kind": "lay",
        "about": "police",
        "meeting": meeting.reference,
        **day,
    }
    refused = client.post("/challenges/new/", {**told, "title": "", "raised_on-month": "13"})
    assert refused.status_code == 422
    assert "Enter what the challenge is" in refused.content.decode()
    assert client.post("/challenges/new/", told).status_code == 302
    challenge = Challenge.objects.get()
    address = f"/challenges/{challenge.reference}/"
    told["text"] = "Why not?"
    assert client.post(f"{address}change/", {**told, "version": "9"}).status_code == 409
    assert client.post(f"{address}change/", {**told, "version": "1"}).status_code == 302
    sign_in(client, lead)
    assert "Executive group" in client.get(address).content.decode()
    assert f"/meetings/{meeting.reference}/" not in client.get(address).content.decode()
    answer = {"text": "Because.", "who": "Chief", "answered_on-day": "3", "answered_on-month": "11", "answered_on-year": "2026"}
    client.post(f"{address}answer/", {**answer, "version": "2"})
    overtaken = client.post(f"{address}answer/", {**answer, "text": "Mine.", "version": "2"})
    assert overtaken.status_code == 409
    assert "Because." in overtaken.content.decode()
    assert client.get(f"{address}outcome/").status_code == 403
    sign_in(client, business)
    day = {"decided_on-day": "4", "decided_on-month": "11", "decided_on-year": "2026"}
    client.post(f"{address}outcome/", {"outcome": "changed", "text": "A post.", "version": "3", **day})
    with django_assert_max_num_queries(12):
        page = client.get(address).content.decode()
    for words in ("Accepted, and something changed", "Because.", "A post.", "Why not?", "Lay member"):
        assert words in page
    with django_assert_max_num_queries(14):
        assert "=1+1" in client.get("/challenges/?theme=x&outcome=changed").content.decode()
    row = read_sheet(client.get("/challenges/export/?outcome=changed").content).rows[0]
    assert row[1:5] == (date(2026, 11, 2), "Lay member", "Northmere Police", "=1+1")
    assert row[9:] == (date(2026, 11, 3), "Because.", "Accepted, and something changed", "A post.", "No")
    assert "Clear filters" in client.get("/challenges/?outcome=not_changed").content.decode()
    assert clock.today() == TODAY
