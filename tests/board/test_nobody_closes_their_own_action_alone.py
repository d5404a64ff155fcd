"""The life of an action: notes, done, checked, embedded; who may, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Person
from board.models import Action
from board.selectors.actions import action_for
from board.services.actions import add_action, overrule_rating, reschedule
from board.services.judging import judge_report, mark_embedded
from board.services.plans import open_plan
from board.services.progress import write_update
from foundation import clock
from foundation.calendar import end_of_day
from foundation.documents import documents_of
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_action
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def owner() -> Person:
    return make_person("agency_lead", make_agency("health"))


@pytest.fixture
def action(owner: Person) -> Action:
    return make_action(due_on=clock.today() + timedelta(days=90), owner=owner, agency=owner.holdings.get().agency)


def test_an_agency_reports_and_the_business_team_accepts(business: Person, owner: Person, action: Action) -> None:
    write_update(by=owner, reference=action.reference, version=1, text="All staff trained.", report_done=True)
    judge_report(
        by=business,
        reference=action.reference,
        accepted=True,
        note="Saw the register.",
        evidence_seen="The register, at the office",
    )
    mark_embedded(by=business, reference=action.reference, impact="Fathers named in nine of ten referrals.")
    action.refresh_from_db()
    assert action.state == "embedded"
    assert action.done_by == business.reference
    verbs = [event.verb for event in history(Subject("action", action.reference))]
    assert verbs == ["board.action_reported_done", "board.action_accepted", "board.action_embedded"]


def test_who_owns_an_action_cannot_accept_it(business: Person) -> None:
    own = make_action(due_on=clock.today(), owner=business, state="reported_done")
    with pytest.raises(Refused, match="somebody else has to check"):
        judge_report(by=business, reference=own.reference, accepted=True, note="Mine.")


@pytest.mark.parametrize("accepted", [True, False])
def test_who_reported_an_action_done_cannot_judge_the_report(
    business: Person, owner: Person, action: Action, accepted: bool
) -> None:
    write_update(by=business, reference=action.reference, version=1, text="They told me by telephone.", report_done=True)
    write_update(by=owner, reference=action.reference, version=2, text="The register is attached.")
    with pytest.raises(Refused, match="You reported this action done, so somebody else has to check"):
        judge_report(by=business, reference=action.reference, accepted=accepted, note="Mine.")
    colleague = make_person("business_team", make_agency("partnership"))
    judge_report(by=colleague, reference=action.reference, accepted=False, note="Two of ten records.")
    write_update(by=owner, reference=action.reference, version=4, text="Ten of ten now.", report_done=True)
    judge_report(
        by=business,
        reference=action.reference,
        accepted=True,
        note="Somebody else reported this time.",
        evidence_seen="The register, at the office",
    )
    kinds = list(action.updates.order_by("id").values_list("kind", flat=True))
    assert kinds == ["reported_done", "progress", "sent_back", "reported_done", "accepted"]


def test_nothing_is_accepted_without_evidence(business: Person, owner: Person, action: Action) -> None:
    write_update(by=owner, reference=action.reference, version=1, text="All staff trained.", report_done=True)
    for seen in ("", "  "):
        with pytest.raises(Refused, match="Enter which evidence you saw and where, or add a file") as refused:
            judge_report(by=business, reference=action.reference, accepted=True, note="It is done.", evidence_seen=seen)
        assert refused.value.field == "evidence_seen"
    judge_report(by=business, reference=action.reference, accepted=False, note="Nothing was shown.")
    action.refresh_from_db()
    assert action.state == "in_progress"


def test_a_file_of_the_agency_that_can_be_opened_is_evidence(business: Person, owner: Person, action: Action) -> None:
    write_update(
        by=owner, reference=action.reference, version=1, text="All trained.", report_done=True,
        evidence=[SimpleUploadedFile("register.txt", b"Ten of ten.")],
    )  # fmt: skip
    with pytest.raises(Refused, match="none that can be opened"):
        judge_report(by=business, reference=action.reference, accepted=True, note="Looked.")
    documents_of("action", action.reference).update(state="infected", scanned_at=clock.now())
    with pytest.raises(Refused, match="none that can be opened"):
        judge_report(by=business, reference=action.reference, accepted=True, note="Looked.")
    documents_of("action", action.reference).update(state="clean", scanned_at=clock.now())
    judge_report(by=business, reference=action.reference, accepted=True, note="Read it.")
    action.refresh_from_db()
    assert action.state == "done"


def test_whoever_accepts_may_add_the_file_themselves_on_the_page(client: Client, business: Person, action: Action) -> None:
    Action.objects.filter(pk=action.pk).update(state="reported_done")
    pages, check = sign_in(client, business), f"/actions/{action.reference}/check/"
    refused = pages.post(check, {"accepted": "yes", "note": "Looked."})
    assert refused.status_code == 422
    assert "Enter which evidence you saw and where" in str(refused.context["form"].errors["evidence_seen"])
    pages.post(check, {"accepted": "yes", "note": "Looked.", "evidence": SimpleUploadedFile("register.txt", b"Ten of ten.")})
    action.refresh_from_db()
    assert action.state == "done"
    assert documents_of("action", action.reference).get().name == "register.txt"


def test_what_evidence_was_seen_where_is_on_the_page(client: Client, business: Person, action: Action) -> None:
    Action.objects.filter(pk=action.pk).update(state="reported_done")
    pages = sign_in(client, business)
    seen = "Training register, at the hospital"
    page = pages.post(
        f"/actions/{action.reference}/check/", {"accepted": "yes", "note": "Looked.", "evidence_seen": seen}, follow=True
    )
    assert f"Evidence seen: {seen}" in page.content.decode()
    assert action.updates.get().evidence_seen == seen


def test_a_colleague_of_an_agency_that_owns_the_action_does_not_accept_it(owner: Person, action: Action) -> None:
    own = make_person("business_team", action.agency)
    other = make_agency("police")
    too = make_person("business_team", other)
    action.co_owners.create(position=1, words="Head of Custody", agency=other)
    Action.objects.filter(pk=action.pk).update(state="reported_done")
    for colleague in (own, too):
        with pytest.raises(Refused, match="your own agency’s, so somebody of the business team from another agency") as refused:
            judge_report(by=colleague, reference=action.reference, accepted=True, note="Ours.", evidence_seen="The register")
        assert refused.value.field == "accepted"
    judge_report(by=own, reference=action.reference, accepted=False, note="Not yet.")
    Action.objects.filter(pk=action.pk).update(state="reported_done")
    judge_report(
        by=make_person("business_team", make_agency("partnership")), reference=action.reference, accepted=True, note="Seen.",
        evidence_seen="The register, at the office",
    )  # fmt: skip


def test_an_agency_lead_cannot_accept_at_all(owner: Person, action: Action) -> None:
    with pytest.raises(NotAllowed):
        judge_report(by=owner, reference=action.reference, accepted=True, note="Ours.")


def test_nothing_is_accepted_that_was_not_reported(business: Person, action: Action) -> None:
    with pytest.raises(Refused, match="not reported this action done"):
        judge_report(by=business, reference=action.reference, accepted=True, note="Looks fine.")


def test_a_note_on_a_page_that_is_out_of_date_is_a_conflict(owner: Person, action: Action) -> None:
    write_update(by=owner, reference=action.reference, version=1, text="First.")
    with pytest.raises(Conflict):
        write_update(by=owner, reference=action.reference, version=1, text="Second, from the other tab.")
    assert [note.text for note in action.updates.all()] == ["First."]


def test_another_agencys_lead_does_not_see_the_action(action: Action) -> None:
    stranger = make_person("agency_lead", make_agency("school"))
    with pytest.raises(NotVisible):
        action_for(stranger, action.reference)
    with pytest.raises(NotVisible):
        write_update(by=stranger, reference=action.reference, version=1, text="Mine?")


def test_a_new_date_keeps_the_first_one_and_needs_an_open_action(business: Person, action: Action) -> None:
    first = action.due_on
    reschedule(by=business, reference=action.reference, due_on=first + timedelta(days=60), reason="Supplier late")
    action.refresh_from_db()
    assert (action.first_due_on, action.due_on) == (first, first + timedelta(days=60))
    done = make_action(due_on=clock.today(), state="done", done_at=clock.now(), done_by="x")
    with pytest.raises(Refused, match="finished"):
        reschedule(by=business, reference=done.reference, due_on=first, reason="?")


def test_a_rating_is_overruled_with_a_reason_only(business: Person, action: Action) -> None:
    with pytest.raises(Refused, match="why the rating differs"):
        overrule_rating(by=business, reference=action.reference, rating="red", reason="")
    overrule_rating(by=business, reference=action.reference, rating="red", reason="The post is vacant.")
    assert action_for(business, action.reference).rating == "red"  # type: ignore[attr-defined]


def test_an_overruled_rating_holds_until_the_date_passes_and_no_longer(business: Person, action: Action) -> None:
    overrule_rating(by=business, reference=action.reference, rating="red", reason="The post is vacant.")

    def rated(day: date) -> str:
        with clock.frozen(end_of_day(day)):
            return action_for(business, action.reference).rating  # type: ignore[attr-defined,no-any-return]  # annotated

    overrule_rating(by=business, reference=action.reference, rating="green", reason="The supplier has confirmed.")
    assert rated(action.due_on) == "green"
    assert rated(action.due_on + timedelta(days=1)) == "red"
    until = clock.today() + timedelta(days=7)
    overrule_rating(by=business, reference=action.reference, rating="red", reason="The post is vacant.", until=until)
    assert (rated(until), rated(until + timedelta(days=1))) == ("red", "green")
    action.refresh_from_db()
    assert action.overruled_until == until
    overrule_rating(by=business, reference=action.reference, rating="", reason="", until=until)
    action.refresh_from_db()
    assert (action.overruled_rating, action.overruled_until) == ("", None)


def test_no_rating_is_set_beyond_the_date_of_the_action(business: Person, action: Action) -> None:
    given = {"by": business, "rating": "green", "reason": "The supplier has confirmed."}
    with pytest.raises(Refused, match="not after the date of the action") as refused:
        overrule_rating(**given, reference=action.reference, until=action.due_on + timedelta(days=1))
    assert refused.value.field == "until"
    with pytest.raises(Refused, match="not over"):
        overrule_rating(**given, reference=action.reference, until=clock.today() - timedelta(days=1))
    late = make_action(due_on=clock.today() - timedelta(days=1))
    with pytest.raises(Refused, match="The date of this action has passed"):
        overrule_rating(**given, reference=late.reference)


def test_a_plan_refuses_a_number_twice_and_an_action_without_an_owner(business: Person, owner: Person) -> None:
    plan = open_plan(by=business, title="Inspection", source="inspection", source_published_on=clock.today())
    agency = owner.holdings.get().agency.code
    given = {"by": business, "plan_reference": plan.reference, "text": "Act", "agency_code": agency}
    given["deadline_class"] = "three_months"
    with pytest.raises(Refused, match="who owns"):
        add_action(number="1", **given)
    added = add_action(number="1", owner_email=owner.email.upper(), **given)
    assert added.owner == owner
    with pytest.raises(Refused, match="already in this plan"):
        add_action(number="1", owner_post="Head", **given)
    with pytest.raises(Refused, match="somebody with an account"):
        add_action(number="2", owner_email="nobody@elsewhere.example", **given)


def test_a_class_of_deadline_needs_a_date_of_publication(business: Person, owner: Person) -> None:
    plan = open_plan(by=business, title="Audit", source="audit")
    with pytest.raises(Refused, match="published"):
        add_action(
            by=business, plan_reference=plan.reference, number="1", text="Act", agency_code=owner.holdings.get().agency.code,
            owner_post="Head", deadline_class="immediate",
        )  # fmt: skip
