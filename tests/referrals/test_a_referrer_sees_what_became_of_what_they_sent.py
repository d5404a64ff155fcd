"""My referrals: mine, the agency's for its safeguarding lead, nobody else's; state and decision, never what is noted inside."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry, Person
from foundation import clock
from referrals.models import Contact, Decision, Submission
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db
LIST = "/my-referrals/"


@pytest.fixture
def teacher() -> Person:
    return build.make_practitioner()


def page(submission: Submission, name: str = "submission") -> str:
    return reverse(f"referrals:{name}", args=[submission.reference])


def decide(contact: Contact, *, approved: bool) -> None:
    moment = clock.now() + timedelta(hours=2)
    approval = {"approved_at": moment, "approved_by": "manager"} if approved else {}
    Decision.objects.create(
        contact=contact,
        number=1,
        outcome="EH",
        threshold_level=2,
        reasons="Inside: the aunt must not learn of this.",
        words_for_referrer="A worker rings the family this week.",
        proposed_at=clock.now(),
        proposed_by="officer",
        **approval,
    )
    state = {"state": "decided", "outcome": "EH", **approval} if approved else {"state": "decision_proposed"}
    Contact.objects.filter(pk=contact.pk).update(proposed_at=clock.now(), proposed_by="officer", **state)


def test_the_list_shows_mine_and_nobody_elses(client: Client, teacher: Person) -> None:
    mine, other = (
        build.send(author=teacher, children=2),
        build.send(author=build.make_practitioner(teacher.holdings.get().agency)),
    )
    factories.sign_in(client, teacher)
    shown = client.get(LIST).content.decode()
    assert mine.reference in shown
    assert "Robin2 Example" in shown
    assert other.reference not in shown
    assert other.reference not in client.get(f"{LIST}agency/").content.decode()
    assert client.get(page(other)).status_code == 404
    assert client.get(page(other, "submission_copy")).status_code == 404


def test_a_safeguarding_lead_sees_the_agencys_and_no_other_agencys(client: Client, teacher: Person) -> None:
    lead = factories.make_person("agency_lead", teacher.holdings.get().agency)
    ours, theirs = build.send(author=teacher), build.send()
    factories.sign_in(client, lead)
    shown = client.get(f"{LIST}agency/").content.decode()
    assert ours.reference in shown
    assert theirs.reference not in shown
    assert client.get(page(ours)).status_code == 200
    assert client.get(page(theirs)).status_code == 404


def test_what_is_restricted_is_left_to_the_one_who_sent_it(client: Client, teacher: Person) -> None:
    lead = factories.make_person("agency_lead", teacher.holdings.get().agency)
    submission = build.send(author=teacher)
    submission.contacts.update(restricted=True)
    factories.sign_in(client, lead)
    assert client.get(page(submission)).status_code == 404
    assert submission.reference not in client.get(f"{LIST}agency/").content.decode()
    factories.sign_in(client, teacher)
    assert client.get(page(submission)).status_code == 200


def test_a_proposed_decision_is_not_shown_before_a_manager_approves_it(client: Client, teacher: Person) -> None:
    submission = build.send(author=teacher)
    decide(submission.contacts.get(), approved=False)
    factories.sign_in(client, teacher)
    shown = client.get(page(submission)).content.decode()
    assert "a manager is deciding" in shown
    assert "A worker rings" not in shown


def test_the_decision_is_shown_with_its_words_and_without_inside_reasons(client: Client, teacher: Person) -> None:
    submission = build.send(author=teacher)
    decide(submission.contacts.get(), approved=True)
    factories.sign_in(client, teacher)
    for address in (page(submission), page(submission, "submission_copy")):
        shown = client.get(address).content.decode()
        assert "Early help for the family" in shown
        assert "A worker rings the family this week." in shown
        assert "the aunt must not learn" not in shown


def test_looking_and_printing_are_logged_with_the_children(client: Client, teacher: Person) -> None:
    submission = build.send(author=teacher, children=2)
    children = [contact.child.reference for contact in submission.contacts.order_by("position")]
    factories.sign_in(client, teacher)
    client.get(page(submission))
    client.get(page(submission, "submission_copy"))
    looks = AccessLogEntry.objects.order_by("id").values_list("action", "record_reference", "child_references", "route")
    assert list(looks) == [
        ("view", submission.reference, children, "referrals:submission"),
        ("print", submission.reference, children, "referrals:submission_copy"),
    ]


def test_a_script_in_a_name_is_only_text_in_print_too(client: Client, teacher: Person) -> None:
    build.make_mash()
    nasty = "<script>alert(1)</script>"
    draft = build.make_complete_draft(teacher, children_1={**build.CHILD, "given_name": [nasty]})
    factories.sign_in(client, teacher)
    client.post(reverse("referrals:check", args=[draft.reference]), {"declared": "on", "_version": draft.version})
    submission = Submission.objects.get()
    for address in (LIST, page(submission), page(submission, "submission_copy")):
        shown = client.get(address).content.decode()
        assert nasty not in shown
        assert "&lt;script&gt;" in shown


def test_an_agency_without_an_agreement_may_refer_and_see_what_it_sent(client: Client) -> None:
    teacher = build.make_practitioner(build.make_school(with_agreement=False))
    build.make_mash()
    draft = build.make_complete_draft(teacher)
    factories.sign_in(client, teacher)
    client.post(reverse("referrals:check", args=[draft.reference]), {"declared": "on", "_version": draft.version})
    assert client.get(page(Submission.objects.get())).status_code == 200


def test_the_list_goes_on_by_key(client: Client, teacher: Person) -> None:
    sent = [build.send(author=teacher, received_at=clock.now() - timedelta(minutes=number)) for number in range(27)]
    factories.sign_in(client, teacher)
    first = client.get(LIST)
    assert sent[25].reference not in first.content.decode()
    following = client.get(LIST + first.context["next_url"]).content.decode()
    assert sent[25].reference in following
    assert sent[24].reference not in following
    assert client.get(f"{LIST}?after=nonsense").status_code == 200


@pytest.mark.parametrize("name", ["list", "submission", "submission_copy"])
def test_pages_take_few_queries(client: Client, teacher: Person, name: str, django_assert_max_num_queries: object) -> None:
    submission, *_others = [build.send(author=teacher, children=3) for _ in range(3)]
    factories.sign_in(client, teacher)
    address = LIST if name == "list" else page(submission, name)
    client.get(address)
    with django_assert_max_num_queries(17):  # type: ignore[operator]
        client.get(address)
