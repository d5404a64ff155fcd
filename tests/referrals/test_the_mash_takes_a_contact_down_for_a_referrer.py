"""Somebody rings, writes or transfers a child: the same record, the same rules, and the written form within a working day."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import Agency, Person, Team
from foundation import clock
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.models import OutboxMessage
from referrals import services
from referrals.models import Contact, Submission, TakenDown
from tests.factories import make_person, sign_in
from tests.referrals import build
from work.models import Clock

pytestmark = pytest.mark.django_db

PAGE = "/mash/take/"
FORM = "referrals.written_form"


@pytest.fixture
def mash() -> Team:
    return build.make_mash()


@pytest.fixture
def officer(mash: Team) -> Person:
    return make_person("mash_officer", mash.agency, mash)


@pytest.fixture
def manager(mash: Team) -> Person:
    return make_person("mash_manager", mash.agency, mash)


@pytest.fixture
def school() -> Agency:
    made = build.make_school()
    made.domains = ["oakfield.example"]
    made.save()
    return made


def typed(agency: Agency | None = None, **changes: str) -> dict[str, str]:
    return {
        "once": "page-1",
        "danger": "no",
        "channel": "telephone",
        "sender": f"agency:{agency.code}" if agency else "source:1A",
        "name": "Ms Caller",
        "role": "Head of year",
        "telephone": "020 7946 0000",
        "email": "",
        "given_name_1": "Robin",
        "family_name_1": "Example",
        "age_1": "8",
        "worries": "Came in with a bruise on the cheek.",
        "father": "Sam Example",
        "family": "Stepfather Pat Example lives there.",
        "purpose": "social_care",
        "consent_status": "given",
        "consent_by": "Mother",
        "family_told": "yes",
        **changes,
    }


def take(by: Person, **changes: Any) -> Any:
    return sign_in(Client(), by).post(PAGE, typed(**changes), follow=True)


def taken() -> TakenDown:
    return TakenDown.objects.get()


def test_a_call_is_the_same_record_with_who_rang_and_a_clock_for_the_form(officer: Person, school: Agency) -> None:
    answer = take(officer, agency=school)
    sent = Submission.objects.get()
    contact = sent.contacts.get()
    assert (sent.channel, sent.agency, sent.referral_source) == ("telephone", school, "2A")
    assert (sent.referrer_name, sent.referrer_role, sent.received_by) == ("Ms Caller", "Head of year", officer.reference)
    assert "Stepfather Pat Example" in sent.worries
    assert sent.answers
    assert answer.redirect_chain[-1][0] == f"/mash/contacts/{contact.reference}/"
    words = answer.content.decode()
    assert f"Written down as {sent.reference}" in words
    assert "Taken by telephone" in words
    assert "The referrer has still to send the written form" in words
    due = Clock.objects.get(kind=FORM)
    assert (due.subject_reference, due.due_at) == (sent.reference, taken().form_due_at)
    assert clock.today() + timedelta(days=1) == due.due_at.astimezone(clock.LONDON).date()
    assert contact.decision_due_at.astimezone(clock.LONDON).date() == clock.today() + timedelta(days=1)


def test_several_children_of_one_home_are_one_form(officer: Person, school: Agency) -> None:
    more = {"given_name_2": "Wren", "family_name_2": "Example", "age_2": "3"}
    take(officer, agency=school, **more, address="1 Sample Street", postcode="CR0 1EA")
    sent = Submission.objects.get()
    assert [(row.given_name, row.birth_date_estimated) for row in sent.children.order_by("position")] == [
        ("Robin", True),
        ("Wren", True),
    ]
    assert {row.address for row in sent.children.all()} == {"1 Sample Street"}
    father = sent.people.get()
    assert (father.kind, father.name, father.relations.count(), sent.father_known) == ("father", "Sam Example", 2, "yes")


def test_a_child_is_added_without_losing_a_word_and_nothing_is_judged_meanwhile(officer: Person, school: Agency) -> None:
    answer = take(officer, agency=school, add_child="2", worries="", given_name_1="Robin")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" not in page
    assert 'value="Robin"' in page
    assert 'name="given_name_2"' in page
    assert 'formaction="#child-3"' in page
    assert not Submission.objects.exists()


def test_a_dozen_children_of_one_call_are_one_form_and_an_empty_block_is_nobody(officer: Person, school: Agency) -> None:
    more: dict[str, str] = {}
    for place in range(2, 13):
        more |= {f"given_name_{place}": f"Child{place}", f"family_name_{place}": "Example", f"age_{place}": "3"}
    full = take(officer, agency=school, add_child="13", **more).content.decode()
    assert "Add another child" not in full
    more |= {"given_name_2": "", "family_name_2": "", "age_2": ""}
    missing = take(officer, agency=school, **{**more, "age_3": ""})
    assert missing.status_code == 422
    assert 'href="#id_age_3"' in missing.content.decode()
    take(officer, agency=school, **more)
    assert Submission.objects.get().children.count() == 11


def test_the_same_page_sent_twice_is_taken_once(officer: Person, school: Agency) -> None:
    take(officer, agency=school)
    take(officer, agency=school)
    assert Submission.objects.count() == 1


def test_the_time_to_decide_counts_from_when_it_came(officer: Person, school: Agency) -> None:
    take(officer, agency=school, channel="email", **day(1), came_time="4pm")
    sent = Submission.objects.get()
    assert sent.received_at.astimezone(clock.LONDON).strftime("%d %H") == "17 16"
    assert sent.contacts.get().decision_due_at.astimezone(clock.LONDON).day == 18


def day(ago: int) -> dict[str, str]:
    on = clock.today() - timedelta(days=ago)
    return {"came_on-day": str(on.day), "came_on-month": str(on.month), "came_on-year": str(on.year)}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"came_time": "23:59"}, "When it came must be in the past"),
        (
            {**{f"came_on-{part}": value for part, value in (("day", "1"), ("month", "10"), ("year", "2026"))}},
            "within the last 14",
        ),
        ({"channel": "transfer"}, "Enter which council transfers the child"),
        ({"age_1": ""}, "Enter a date of birth or an age"),
        ({"family_name_1": ""}, "Enter the child’s last name"),
        ({"name": ""}, "Enter who told you"),
        ({"given_name_2": "Wren"}, "Enter the child’s last name"),
        ({"family_name_1": "N" * 10_000}, "must be 100 characters or fewer"),
        ({"worries": ""}, "Enter what they are worried about"),
        ({"consent_status": "not_sought"}, "Select why the family was not asked"),
        ({"postcode": "Sample"}, "postcode"),
        ({"sender": "agency:nowhere"}, "Select the agency"),
    ],
)
def test_what_cannot_be_is_refused_with_what_was_typed_still_there(
    officer: Person, school: Agency, changes: dict[str, str], sentence: str
) -> None:
    answer = take(officer, agency=school, **changes)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert changes.get("worries", "Came in with a bruise") in answer.content.decode()
    assert not Submission.objects.exists()


def test_a_family_and_a_council_owe_no_form(officer: Person, school: Agency) -> None:
    take(officer)
    assert (Submission.objects.get().referral_source, taken().form_due_at) == ("1A", None)
    answer = take(
        officer, once="page-2", channel="transfer", authority="Fenwick Council", their_reference="FW/7", sender="source:5C"
    )
    moved = Submission.objects.get(channel="transfer")
    assert (moved.referral_source, moved.taken.authority, moved.taken.form_due_at) == ("5C", "Fenwick Council", None)
    assert "From Fenwick Council" in answer.content.decode()
    assert "FW/7" in answer.content.decode()
    assert not Clock.objects.filter(kind=FORM).exists()


@pytest.mark.parametrize(
    ("email", "told"), [("ms.caller@oakfield.example", True), ("ms.caller@elsewhere.example", False), ("", False)]
)
def test_who_rang_is_asked_by_mail_only_at_an_address_of_their_agency(
    officer: Person, school: Agency, email: str, told: bool
) -> None:
    take(officer, agency=school, email=email)
    mails = [row.payload for row in OutboxMessage.objects.filter(key__contains="written-form")]
    assert bool(mails) is told
    assert all("Robin" not in str(mail) and "Example" not in str(mail) for mail in mails)


def test_a_caller_with_an_account_finds_it_among_their_own(officer: Person, school: Agency) -> None:
    teacher = build.make_practitioner(school)
    take(officer, agency=school, email=teacher.email)
    assert Submission.objects.get().referrer == teacher
    assert Submission.objects.get().reference in sign_in(Client(), teacher).get("/my-referrals/").content.decode()


def _called(officer: Person, school: Agency) -> Contact:
    take(officer, agency=school)
    return Contact.objects.get(submission__channel="telephone")


def _written(officer: Person, school: Agency, mash: Team) -> Submission:
    return build.send(author=build.make_practitioner(school), teams=(mash,))


def test_the_clock_is_met_when_the_form_has_come(officer: Person, school: Agency, mash: Team) -> None:
    contact = _called(officer, school)
    form = _written(officer, school, mash)
    client = sign_in(Client(), officer)
    page = f"/mash/contacts/{contact.reference}/form/"
    assert form.reference in client.get(page).content.decode()
    answer = client.post(page, {"which": form.reference, "version": contact.version}, follow=True)
    assert f"The written form came: {form.reference}" in answer.content.decode()
    stopped = Clock.objects.get(kind=FORM)
    assert (stopped.outcome, taken().form, taken().waits_for_form) == ("met", form, False)
    assert "The written form came" in client.get(f"/mash/contacts/{contact.reference}/history/").content.decode()


def test_what_may_be_the_form_is_proposed_on_the_page_of_the_call(
    officer: Person, manager: Person, school: Agency, mash: Team
) -> None:
    contact = _called(officer, school)
    address = f"/mash/contacts/{contact.reference}/"
    client = sign_in(Client(), officer)
    page = client.get(address).content.decode()
    assert "The form has come" in page
    assert "may be the written form" not in page
    form = _written(officer, school, mash)
    page = client.get(address).content.decode()
    assert f"This has come since and may be the written form: {form.reference}" in page
    assert "Say which of these is the form" in page
    written = form.contacts.get()
    services.restrict(by=manager, reference=written.reference, version=written.version, people=[], reason="A colleague")
    assert form.reference not in client.get(address).content.decode(), "what one may not see is not proposed"
    client = sign_in(Client(), manager)
    services.note_form(by=manager, reference=contact.reference, version=contact.version, form=form.reference)
    assert "may be the written form" not in client.get(address).content.decode()


def test_the_form_is_named_to_those_alone_who_may_see_it(officer: Person, manager: Person, school: Agency, mash: Team) -> None:
    contact = _called(officer, school)
    form = _written(officer, school, mash)
    services.note_form(by=officer, reference=contact.reference, version=contact.version, form=form.reference)
    written = form.contacts.get()
    services.restrict(by=manager, reference=written.reference, version=written.version, people=[], reason="A colleague")
    pages = [sign_in(Client(), who).get(f"/mash/contacts/{contact.reference}/").content.decode() for who in (officer, manager)]
    assert ["The written form came" in page for page in pages] == [True, True]
    assert [form.reference in page for page in pages] == [False, True]


def test_what_came_before_the_call_or_from_elsewhere_is_not_the_form(officer: Person, school: Agency, mash: Team) -> None:
    before = build.send(author=build.make_practitioner(school), teams=(mash,), received_at=clock.now() - timedelta(hours=3))
    elsewhere = build.send(teams=(mash,))
    contact = _called(officer, school)
    for form in (before, elsewhere, contact.submission):
        with pytest.raises(Refused, match="reference of what they sent since"):
            services.note_form(by=officer, reference=contact.reference, version=contact.version, form=form.reference)


def test_one_form_answers_one_call(officer: Person, school: Agency, mash: Team) -> None:
    first = _called(officer, school)
    take(officer, agency=school, once="page-2")
    second = Contact.objects.exclude(pk=first.pk).get()
    form = _written(officer, school, mash)
    services.note_form(by=officer, reference=first.reference, version=first.version, form=form.reference)
    with pytest.raises(Refused, match="another call"):
        services.note_form(by=officer, reference=second.reference, version=second.version, form=form.reference)


def test_a_manager_does_without_the_form_with_a_reason(officer: Person, manager: Person, school: Agency) -> None:
    contact = _called(officer, school)
    with pytest.raises(NotAllowed):
        services.waive_form(by=officer, reference=contact.reference, version=contact.version, reason="Known")
    with pytest.raises(Refused, match="Enter why"):
        services.waive_form(by=manager, reference=contact.reference, version=contact.version, reason=" ")
    client, page = sign_in(Client(), manager), f"/mash/contacts/{contact.reference}/form/waive/"
    answer = client.post(page, {"reason": "The school sent the minutes.", "version": contact.version}, follow=True)
    assert "No written form is needed: The school sent the minutes." in answer.content.decode()
    assert (Clock.objects.get(kind=FORM).outcome, taken().waived_by) == ("waived", manager.reference)
    contact.refresh_from_db()
    with pytest.raises(Refused, match="No written form is awaited"):
        services.waive_form(by=manager, reference=contact.reference, version=contact.version, reason="Again")


def test_a_page_that_somebody_overtook_is_told_so(officer: Person, manager: Person, school: Agency) -> None:
    contact = _called(officer, school)
    services.begin_screening(by=officer, reference=contact.reference, version=contact.version)
    with pytest.raises(Conflict):
        services.waive_form(by=manager, reference=contact.reference, version=contact.version, reason="Known")


def test_the_partnership_sets_its_own_time_for_the_form(officer: Person, school: Agency) -> None:
    from work.models import DeadlineLimit

    now = clock.now()
    DeadlineLimit.objects.create(
        kind=FORM, amount=3, effective_from=clock.today(), reason="Schools asked for it", set_at=now, set_by="factory"
    )
    take(officer, agency=school)
    assert Clock.objects.get(kind=FORM).due_at.astimezone(clock.LONDON).date() == clock.today() + timedelta(days=5)


def test_a_call_can_limit_consent_to_agencies_that_are_named(client: Client, officer: Person) -> None:
    sign_in(client, officer)
    limited = {**typed(), "consent_scope": ["share", "agencies"]}
    refused = client.post(PAGE, limited)
    assert refused.status_code == 422
    assert "Enter which agencies they agreed to" in refused.content.decode()
    assert 'id="consent_agencies-error"' in refused.content.decode() or "consent_agencies-error" in refused.content.decode()
    assert not Submission.objects.exists()
    done = client.post(PAGE, {**limited, "consent_agencies": "The school nurse, but not the GP"})
    assert done.status_code == 302
    sent = Submission.objects.get()
    assert (sent.consent_scope, sent.consent_agencies) == (["share", "agencies"], "The school nurse, but not the GP")
    contact = sent.contacts.get()
    assert "The school nurse, but not the GP" in client.get(f"/mash/contacts/{contact.reference}/").content.decode()
