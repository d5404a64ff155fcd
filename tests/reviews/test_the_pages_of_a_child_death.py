"""The death of a child on its pages: each form takes it on, and each reader sees what is theirs."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation import clock
from reviews.models import CaseKind, ChildDeath, DeathForm, DeathMeeting, DeathState, TeamRole
from reviews.presenters.deaths import STEPS
from reviews.rules.deaths import DEATH_TRANSITIONS
from reviews.services import deaths
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build, build_deaths

pytestmark = pytest.mark.django_db
S = DeathState
MOST = 29
"""A death has more parts than an incident: forms, factors, contacts, holds, second notifications."""
EVENTS = {
    "ask_death_form": "gather", "death_ready": "make_ready", "death_gather_more": "gather_more", "review_death": "review",
    "close_death": "close",
}  # fmt: skip


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def day(name: str, back: int = 0) -> dict[str, str]:
    on = clock.today() - timedelta(days=back)
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def page(name: str, death: ChildDeath, *more: object) -> str:
    return reverse(f"reviews:{name}", args=[death.case.reference, *more])


def notification() -> dict[str, str]:
    return {
        "title": "Case Wren", **day("notified_on"), "notified_time": "00:01", "notifier": "Dr Ward",
        "notifier_agency": "Hospital",
        "pseudonym": "Wren", "given_name": "Zofia", "family_name": "Byrne", "birth_date-day": "3", "birth_date-month": "5",
        "birth_date-year": "2019", "sex": "F", "known_to_care": "never", "nhs_absent": "non_resident", "born": "live",
        **day("died_on", 1), "place": "hospital", "area_la": "Northmoor", "happened": "Wren died in hospital.",
        "expected": "unexpected", "joint_response": "yes", "joint_criterion": "sudden", "coroner_told": "yes",
        "abuse_suspected": "yes", "key_worker": "A nurse",
    }  # fmt: skip


def test_a_death_is_notified_in_one_form(client: Client) -> None:
    owner = build_deaths.coordinator()
    build_deaths.panel()
    sign_in(client, owner)
    assert "Notify the death of a child" in text_of(client.get(reverse("reviews:cases")))
    refused = client.post(reverse("reviews:notify_death"), {**notification(), "born": "stillbirth"})
    assert "is not reviewed as a child death" in text_of(refused)
    answer = client.post(reverse("reviews:notify_death"), notification())
    assert answer.status_code == 302, text_of(answer)
    death = ChildDeath.objects.get()
    shown = text_of(client.get(page("case", death)))
    for words in ("Sudden without apparent cause", "A nurse", "Non-resident", "By the guidance", "Open a serious incident"):
        assert words in shown
    assert "Child death" in text_of(client.get(reverse("reviews:cases")))


def test_each_form_takes_the_death_on(client: Client) -> None:
    owner, author = build_deaths.coordinator(), make_person("practitioner", make_agency("police"))
    death = build_deaths.notified(owner)
    sign_in(client, owner)

    def send(name: str, *more: object, **told: str) -> None:
        version = {"version": str(build_deaths.step(owner, death)["version"])}
        answer = client.post(page(name, death, *more), {**version, **told})
        assert answer.status_code == 302, text_of(answer)

    send("ask_death_form", email=author.email, supplement="sudden")
    form = DeathForm.objects.get()
    assert f"Not returned yet: {form.agency.name}" in text_of(client.get(page("case", death)))
    sign_in(client, author)
    assert form.request is not None
    led = client.get(reverse("reviews:asked_death_form", args=[form.request.reference]))
    assert "Zofia Kowalska-Byrne" in text_of(client.get(led.headers["Location"]))
    told = {"version": "1", "known": "yes", "filled_in_by_whom": "A sergeant", "narrative": "Known.", "care_status": "never"}
    returning = reverse("reviews:return_death_form", args=[form.reference])
    assert client.get(returning).status_code == 200
    assert client.post(returning, told).status_code == 302
    sign_in(client, owner)
    shown = text_of(client.get(reverse("reviews:death_form", args=[form.reference])))
    assert "A sergeant" in shown
    assert "Zofia" not in shown
    send("death_first_steps", **day("response_met_on"), **day("letter_on"))
    send("death_ready")
    send("death_gather_more", reason="The school.")
    send("death_ready")
    send("add_factor", domain="D", words="Seen late", relevance="2")
    send("add_factor", domain="A", words="Asthma", relevance="1")
    send("strike_factor", death.factors.latest("pk").pk)
    send("death_review_meeting", **day("met_on"), chair="Dr Ward", attended="Health", cause_1a="Sepsis", category="9")
    sign_in(client, owner)
    assert (
        client.post(reverse("reviews:plan_death_meeting"), {"panel": "North panel", **day("day"), "chair": "C"}).status_code
        == 302
    )
    meeting = DeathMeeting.objects.get()
    send("list_death", meeting=meeting.reference)
    assert "Case Wren" in text_of(client.get(reverse("reviews:death_meeting", args=[meeting.reference])))
    assert "North panel" in text_of(client.get(reverse("reviews:death_meetings")))
    send("hold_death", reason="inquest", words="In spring.")
    assert "On hold: inquest" in text_of(client.get(page("case", death)))
    send("release_death")
    send("review_death", cause_1a="Sepsis", category="9", modifiable="identified", learning="Ask early.")
    send("record_contact", **day("day"), who="Mother", whose="A nurse", words="She asked why.")
    send("close_death")
    shown = text_of(client.get(page("case", death)))
    for words in ("9. Infection", "Modifiable factors identified", "She asked why.", "Closed", "Seen late"):
        assert words in shown
    assert "Asthma" not in shown


def test_what_is_known_is_changed_and_a_premature_child_triaged(client: Client) -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(
        owner, told=build_deaths.wren(birth_date=clock.today()), died_on=clock.today(), gestation_weeks=22
    )
    sign_in(client, owner)
    assert "Record the triage" in text_of(client.get(page("case", death)))
    assert client.get(page("write_death", death)).status_code == 200
    changed = {name: value for name, value in notification().items() if not name.startswith(("died_on", "title"))}
    answer = client.post(
        page("write_death", death),
        {**changed, **day("died_on"), "happened": "More is known.", "gestation_weeks": "22", "version": "1"},
    )
    assert answer.status_code == 302, text_of(answer)
    by_two = {"chair": "C", "paediatrician": "P", "reasons": "Born at 22 weeks.", "version": "2"}
    assert client.post(page("triage_death", death), by_two).status_code == 302
    assert build_deaths.again(death).happened == "More is known."
    incident = {
        "title": "Case Wren", **day("happened_on"), **day("aware_on"), "aware_time": "00:01", "harm": "death",
        "what_happened": "Wren died.", "abuse_suspected": "yes", "abuse_reasons": "Bruises.", "police_investigation": "yes",
        "board_manager": build.board_manager().email,
    }  # fmt: skip
    assert client.post(page("incident_of_death", death), incident).status_code == 302
    assert death.case.followed_by.get().kind == CaseKind.INCIDENT


def test_a_second_notification_is_shown_to_the_first_team_alone(client: Client) -> None:
    owner, other = build_deaths.coordinator(), build_deaths.coordinator()
    first = build_deaths.notified(owner)
    second = build_deaths.notified(other, happened="A second account.")
    assert "A second account." in text_of(sign_in(client, owner).get(page("case", first)))
    seen = text_of(sign_in(client, other).get(page("case", second)))
    assert "second time" not in seen
    assert first.case.reference not in seen
    sign_in(client, owner)
    assert client.get(page("part_second", first, second.pk)).status_code == 200
    assert client.post(page("join_second", first, second.pk), {"reason": "Same day."}).status_code == 302
    seen = text_of(sign_in(client, other).get(page("case", second)))
    assert "This notification was a second one" in seen
    assert first.case.reference not in seen


def test_other_evidence_is_taken_instead(client: Client) -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    form = build_deaths.asked(owner, death)
    address = reverse("reviews:death_evidence", args=[form.reference])
    answer = sign_in(client, owner).post(address, {"evidence": "discharge", "words": "The summary says so."})
    assert answer.headers["Location"] == page("case", death)
    assert "Every agency that was asked has answered" in text_of(client.get(page("case", death)))


def test_panels_are_named(client: Client) -> None:
    sign_in(client, build_deaths.coordinator())
    address = reverse("reviews:death_panels")
    assert "No panel has been named yet" in text_of(client.get(address))
    assert client.post(address, {"name": "North panel", "areas": "Northmoor\nSouthmoor"}).status_code == 302
    assert "Northmoor, Southmoor" in text_of(client.get(address))
    assert "There is a panel of this name" in text_of(client.post(address, {"name": "North panel", "areas": "Westmoor"}))
    assert "Select the panel" in text_of(client.post(reverse("reviews:plan_death_meeting"), {"chair": ""}))
    again = {"panel": "North panel", **day("day"), "chair": "C"}
    assert client.post(reverse("reviews:plan_death_meeting"), again).status_code == 302
    assert "meets on that day already" in text_of(client.post(reverse("reviews:plan_death_meeting"), again))


@pytest.mark.parametrize("state", [S.NOTIFIED, S.GATHERING, S.READY, S.HELD, S.LISTED, S.REVIEWED, S.CLOSED])
def test_a_case_asks_few_questions_at_every_state(client: Client, state: S, django_assert_max_num_queries: Any) -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.at(owner, state)
    sign_in(client, owner)
    client.get(page("case", death))
    with django_assert_max_num_queries(MOST):
        client.get(page("case", death))


@pytest.mark.parametrize("state", list(S))
def test_a_page_offers_what_the_state_allows_and_nothing_else(state: S) -> None:
    allowed = {row.event for row in DEATH_TRANSITIONS if state in row.sources}
    offered = {EVENTS[name] for name, _text, states in STEPS if name in EVENTS and state in states}
    assert offered == allowed & set(EVENTS.values())


@pytest.mark.parametrize(("role", "reads"), [(TeamRole.PANEL, True), (TeamRole.REVIEWER, False), (TeamRole.PUBLISHER, False)])
def test_who_the_child_was_is_read_by_owner_and_panel_alone(client: Client, role: TeamRole, *, reads: bool) -> None:
    owner, person = build_deaths.coordinator(), make_person("practitioner", make_agency("education"))
    death = build_deaths.notified(owner, identity=deaths.IdentityTold(nhs_number="9434765919", address="1 Mill Lane"))
    build_deaths.named(owner, death, person, role)
    shown = text_of(sign_in(client, person).get(page("case", death)))
    assert ("Mill Lane" in shown) is reads
    assert "Open a serious incident" not in shown
