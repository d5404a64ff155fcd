"""A case on its pages: the list, the case at every state, every form of its owner, and what others are shown."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry
from foundation import clock
from reviews.models import IncidentState, SeriousIncident, TeamRole
from reviews.presenters.incidents import STEPS
from reviews.rules.states import INCIDENT_TRANSITIONS
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build

pytestmark = pytest.mark.django_db
S = IncidentState
MOST = 19
"""One of them is the row of the access log."""


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def day(name: str) -> dict[str, str]:
    on = clock.today()
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def at(name: str, incident: SeriousIncident) -> str:
    return reverse(f"reviews:{name}", args=[incident.case.reference])


@pytest.mark.parametrize("state", [S.CONSIDERED, S.NOTIFIED, S.MET, S.SIGNED_OFF, S.SENT, S.REPLIED])
def test_a_case_asks_few_questions_at_every_state(client: Client, state: S, django_assert_max_num_queries: Any) -> None:
    owner = build.board_manager()
    incident = build.at(owner, state)
    sign_in(client, owner)
    client.get(at("case", incident))
    with django_assert_max_num_queries(MOST):
        page = text_of(client.get(at("case", incident)))
    assert "Robin was taken to hospital." in page
    assert "Zofia Kowalska-Byrne" in page


def test_what_has_happened_says_what_each_partner_decided(client: Client) -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.MET)
    page = text_of(sign_in(client, owner).get(at("case", incident)))
    assert "Police decided: yes. Should there be a local child safeguarding practice review?" in page


EVENTS = {
    "write_incident": "write", "leave_unnotified": "leave", "consider_again": "consider_again", "notify": "notify",
    "leave_unreviewed": "leave_unreviewed",
    "sign_off": "sign_off", "send_review": "send", "record_reply": "reply", "close": "close",
}  # fmt: skip


@pytest.mark.parametrize("state", list(S))
def test_a_page_offers_what_the_state_allows_and_nothing_else(state: S) -> None:
    allowed = {row.event for row in INCIDENT_TRANSITIONS if state in row.sources}
    offered = {EVENTS[name] for name, _text, states in STEPS if name in EVENTS and state in states}
    assert offered == allowed & set(EVENTS.values())
    meets = any(name == "record_meeting" and state in states for name, _text, states in STEPS)
    assert meets == bool(allowed & {"meet", "meet_again"})


def test_a_childs_name_in_what_is_written_is_pointed_out(client: Client) -> None:
    owner = build.board_manager()
    named, unnamed = build.with_child(owner, what_happened="Zofia was taken to hospital."), build.with_child(owner)
    assert "What is written below names Robin." in text_of(sign_in(client, owner).get(at("case", named)))
    assert "name is written here" not in text_of(client.get(at("case", unnamed)))


def test_the_list_tells_what_is_due(client: Client) -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.NOTIFIED)
    page = text_of(sign_in(client, owner).get(reverse("reviews:cases")))
    assert build.TITLE in page
    assert "Notified" in page
    assert incident.case.reference in page


def test_the_list_says_what_is_late(client: Client) -> None:
    owner = build.board_manager()
    build.opened(owner, build.on(clock.today() - timedelta(days=20)), happened_on=clock.today() - timedelta(days=21))
    assert "Late" in text_of(sign_in(client, owner).get(reverse("reviews:cases")))


def test_who_is_on_no_case_is_told_so(client: Client) -> None:
    nobody = make_person("executive", make_agency("council"))
    page = text_of(sign_in(client, nobody).get(reverse("reviews:cases")))
    assert "You are named on no case" in page
    assert "Record a serious incident" not in page


def test_a_case_needs_a_second_factor_whatever_the_role(client: Client) -> None:
    owner = build.board_manager()
    incident = build.opened(owner)
    sign_in(client, owner, second_factor=False)
    assert client.get("/").status_code == 200
    answer = client.get(at("case", incident))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("second_factor"))


def test_what_the_law_wants_comes_first_and_the_only_owner_stays(client: Client) -> None:
    owner = build.board_manager()
    page = sign_in(client, owner).get(at("case", build.with_child(owner))).content.decode()
    assert page.index("Record the notification") < page.index("Record what a partner decides")
    assert "End their sight" not in page
    unsuspected = client.get(at("case", build.with_child(owner, abuse_suspected="no", abuse_reasons=""))).content.decode()
    assert unsuspected.index("Record what a partner decides") < unsuspected.index("Record the notification")


def test_every_look_is_logged(client: Client) -> None:
    owner = build.board_manager()
    incident = build.opened(owner)
    sign_in(client, owner).get(at("case", incident))
    entry = AccessLogEntry.objects.latest("at")
    assert (entry.person, entry.record_reference, entry.route) == (
        owner.reference,
        incident.case.reference,
        "reviews:case",
    )


def test_an_incident_is_opened_with_its_children_and_its_team(client: Client) -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"), name="Pat Panel")
    sign_in(client, owner)
    told = {
        "title": "Case Robin", **day("happened_on"), **day("aware_on"), "aware_time": "00:01", "harm": "physical",
        "what_happened": "Robin was hurt.", "abuse_suspected": "yes", "abuse_reasons": "Bruises.", "police_investigation": "yes",
    }  # fmt: skip
    assert "Enter what happened" in text_of(client.post(reverse("reviews:open_incident"), {**told, "what_happened": ""}))
    answer = client.post(reverse("reviews:open_incident"), told)
    incident = SeriousIncident.objects.get()
    assert answer.headers["Location"] == at("case", incident)
    child = {
        "pseudonym": "Robin", "given_name": "Zofia", "family_name": "Byrne", "birth_date-day": "3", "birth_date-month": "5",
        "birth_date-year": "2019", "sex": "F", "known_to_care": "need",
    }  # fmt: skip
    refused = client.post(at("add_child", incident), {**child, "pseudonym": "Zofia"})
    assert refused.status_code == 422
    assert "unlike the child’s name" in text_of(refused)
    assert client.post(at("add_child", incident), child).status_code == 302
    named = {"email": panel.email, "role": "panel", "independent": "no", "reason": "Knows the service"}
    assert "no part in it" in text_of(client.post(at("name_member", incident), named))
    assert client.post(at("name_member", incident), {**named, "independent": "yes"}).status_code == 302
    page = text_of(client.get(at("case", incident)))
    assert "Pat Panel" in page
    assert "must be notified" in page
    member = incident.case.members.get(person=panel)
    strike = reverse("reviews:strike_member", args=[incident.case.reference, member.pk])
    assert client.post(strike, {"reason": "Moved on"}).status_code == 302
    assert client.get(strike).status_code == 404


def _version(incident: SeriousIncident) -> dict[str, str]:
    return {"version": str(build.step(build.board_manager(), incident)["version"])}


def test_each_form_takes_the_incident_on(client: Client) -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    sign_in(client, owner)

    def send(name: str, **told: str) -> None:
        answer = client.post(at(name, incident), {**_version(incident), **told})
        assert answer.status_code == 302, text_of(answer)

    def all_say(question: str) -> None:
        for seat in ("council", "health", "police"):
            send("decide", seat=seat, question=question, agreed="yes", reasons="So.", whom="The chief", **day("decided_on"))

    send("rename", title="Case Wren")
    all_say("notify")
    send("notify", **day("notified_on"), panel_reference="SIN-7")
    all_say("review")
    meeting = {
        "chair": "The scrutineer", "attended": "All", "facts": "Facts.", "improvement": "Ask.", "practice_review": "yes",
        "practice_review_reasons": "Again.", "national_review": "no",
    }  # fmt: skip
    send("record_meeting", **day("met_on"), **meeting)
    all_say("sign_off")
    send("sign_off")
    send("send_review", **day("sent_on"))
    send("record_reply", **day("replied_on"), outcome="accepted", agrees="yes", words="We agree.")
    send("close")
    assert build.again(incident).state == S.CLOSED


def test_not_notifying_and_considering_again(client: Client) -> None:
    owner = build.board_manager()
    incident = build.with_child(owner, abuse_suspected="no", abuse_reasons="")
    build.all_decide(owner, incident, "notify", agreed=False)  # type: ignore[arg-type]
    sign_in(client, owner)
    assert client.post(at("leave_unnotified", incident), {**_version(incident), "reason": "An accident."}).status_code == 302
    assert "An accident." in text_of(client.get(at("case", incident)))
    assert client.post(at("consider_again", incident), {**_version(incident), "reason": "A witness."}).status_code == 302
    told = {
        **_version(incident), **day("happened_on"), "harm": "neglect", "what_happened": "More is known.",
        "abuse_suspected": "yes", "abuse_reasons": "A witness.", "police_investigation": "yes",
    }  # fmt: skip
    assert client.post(at("write_incident", incident), told).status_code == 302
    assert build.again(incident).what_happened == "More is known."


def test_who_was_overtaken_keeps_what_they_typed(client: Client) -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    sign_in(client, owner)
    told = {"version": "999", **day("notified_on"), "panel_reference": "SIN-8"}
    answer = client.post(at("notify", incident), told)
    assert answer.status_code == 409
    assert 'value="SIN-8"' in answer.content.decode()


@pytest.mark.parametrize(("role", "reads"), [(TeamRole.PANEL, True), (TeamRole.REVIEWER, False), (TeamRole.EXECUTIVE, False)])
def test_who_the_children_are_is_read_by_owner_and_panel_alone(client: Client, role: TeamRole, *, reads: bool) -> None:
    owner, person = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.with_child(owner)
    build.named(owner, incident, person, role)
    sign_in(client, person)
    page = client.get(reverse("reviews:case", args=[incident.case.reference])).content.decode()
    assert "Robin" in page
    assert ("Kowalska-Byrne" in page) is reads
