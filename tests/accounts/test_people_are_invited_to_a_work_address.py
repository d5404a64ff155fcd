from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.access_table import role_codes
from accounts.models import Agency, Invitation, Person
from accounts.rate_limits import INVITING, JOINING
from accounts.rules import address_problem
from accounts.services.invitations import JOINING as SOMEBODY
from accounts.services.invitations import accept_invitation, invite, withdraw_invitation
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from foundation.outbox import deliver_now
from tests.factories import PASSWORD, invitation_secret, make_agency, make_invitation, make_person, make_team, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def agency() -> Agency:
    return make_agency("school", domains=["oakwood.sch.uk"])


@pytest.fixture
def lead(agency: Agency) -> Person:
    return make_person("agency_lead", agency)


def ask(
    lead: Person, agency: Agency, email: str = "sam@oakwood.sch.uk", role: str = "practitioner", team: object = None
) -> Invitation:
    return invite(by=lead, agency=agency, email=email, name="Sam Newcomer", role=role, team=team)


def test_the_mail_names_the_agency_and_its_link_makes_the_account(lead: Person, agency: Agency) -> None:
    ask(lead, agency, email="Sam@Oakwood.sch.uk")
    deliver_now()
    (message,) = mail.outbox
    assert message.to == ["sam@oakwood.sch.uk"]
    assert agency.name in message.body
    path = "/" + next(line for line in message.body.splitlines() if "/join/" in line).split("/", 3)[3]
    client = Client()
    assert "Join the portal" in client.get(path).content.decode()
    response = client.post(path, {"name": "Sam Newcomer", "password": "violet tractor winter spoon"})
    assert response.headers["Location"] == reverse("account_login")
    person = Person.objects.get(email="sam@oakwood.sch.uk")
    assert person.check_password("violet tractor winter spoon")
    assert role_codes(person) == {"practitioner"}
    assert person.holdings.get().confirmed_until == clock.today() + timedelta(days=183)


def test_the_secret_of_the_link_stands_in_no_table(lead: Person, agency: Agency) -> None:
    invitation = ask(lead, agency)
    secret = invitation_secret(invitation)
    assert secret not in str(Invitation.objects.values().get())
    assert secret not in str(OutboxMessage.objects.values().get())
    assert secret not in str(list(DomainEvent.objects.values()))


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("sam@gmail.com", "Enter a work email address. gmail.com is for personal addresses, which cannot be invited"),
        ("sam@police.example", "Enter an email address that ends in @oakwood.sch.uk"),
        ("sam@notoakwood.sch.uk", "Enter an email address that ends in @oakwood.sch.uk"),
        ("sam@oakwood.sch.uk.evil.example", "Enter an email address that ends in @oakwood.sch.uk"),
    ],
)
def test_an_address_outside_the_agency_is_refused(lead: Person, agency: Agency, email: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        ask(lead, agency, email=email)


def test_part_of_a_domain_counts_and_an_agency_without_domains_invites_nobody() -> None:
    assert address_problem("a@north.police.uk", ["police.uk"]) == ""
    assert "no email domains yet" in address_problem("a@b.example", [])


def test_somebody_who_has_an_account_or_an_open_invitation_is_not_invited_again(lead: Person, agency: Agency) -> None:
    ask(lead, agency)
    with pytest.raises(Refused, match="invited already"):
        ask(lead, agency)
    make_person("practitioner", agency, email="alex@oakwood.sch.uk")
    with pytest.raises(Refused, match="has an account already"):
        ask(lead, agency, email="ALEX@oakwood.sch.uk")


def test_an_expired_invitation_makes_room_for_a_new_one(lead: Person, agency: Agency) -> None:
    make_invitation(agency, email="sam@oakwood.sch.uk", days=-1)
    assert ask(lead, agency).withdrawn_at is None


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("used", "This invitation has been used"),
        ("withdrawn", "This invitation was withdrawn"),
        ("expired", "This invitation has expired"),
    ],
)
def test_a_link_that_no_longer_works_says_why(lead: Person, agency: Agency, what: str, sentence: str) -> None:
    invitation = make_invitation(agency, days=-1 if what == "expired" else 7)
    secret = invitation_secret(invitation)
    if what == "used":
        accept_invitation(by=SOMEBODY, secret=secret, name="Sam", password=PASSWORD)
    elif what == "withdrawn":
        withdraw_invitation(by=lead, reference=invitation.reference)
    page = Client().get(reverse("join", args=[secret]))
    assert (page.status_code, sentence in page.content.decode()) == (410, True)
    people = Person.objects.count()
    with pytest.raises(Refused, match=sentence):
        accept_invitation(by=SOMEBODY, secret=secret, name="Sam", password=PASSWORD)
    assert Person.objects.count() == people


def test_a_made_up_link_answers_like_a_page_that_is_not_there() -> None:
    assert Client().get(reverse("join", args=["f" * 64])).status_code == 404
    with pytest.raises(NotVisible):
        accept_invitation(by=SOMEBODY, secret="f" * 64, name="Sam", password=PASSWORD)


def test_a_withdrawn_invitation_is_not_sent(lead: Person, agency: Agency) -> None:
    withdraw_invitation(by=lead, reference=ask(lead, agency).reference)
    deliver_now()
    assert mail.outbox == []


def test_a_weak_password_is_refused_and_the_name_stays(agency: Agency) -> None:
    path = reverse("join", args=[invitation_secret(make_invitation(agency))])
    page = Client().post(path, {"name": "Sam Newcomer", "password": "short"})
    assert page.status_code == 422
    assert "at least 12 characters" in page.content.decode()
    assert 'value="Sam Newcomer"' in page.content.decode()


def test_a_lead_invites_to_no_other_agency(lead: Person) -> None:
    with pytest.raises(NotVisible):
        ask(lead, make_agency(domains=["oakwood.sch.uk"]))


@pytest.mark.parametrize("role", ["system_administrator", "governance_lead", "executive", "no_such_role"])
def test_a_lead_gives_no_role_of_the_partnership(lead: Person, agency: Agency, role: str) -> None:
    with pytest.raises(Refused, match="Select a role that you may give"):
        ask(lead, agency, role=role)


def test_a_role_of_a_team_needs_a_team_of_this_agency(lead: Person, agency: Agency) -> None:
    with pytest.raises(Refused, match="Select a team"):
        ask(lead, agency, role="mash_officer")
    with pytest.raises(Refused, match="Select a team of this agency"):
        ask(lead, agency, role="mash_officer", team=make_team())
    team = make_team(agency)
    assert ask(lead, agency, role="social_worker", team=team).team == team


@pytest.mark.parametrize("role", ["mash_officer", "mash_manager"])
def test_a_role_of_the_mash_is_held_in_a_team_of_which_the_administrator_said_that_it_receives_contacts(
    lead: Person, agency: Agency, role: str
) -> None:
    """Whoever holds it sees exact figures and breaks the glass: no lead makes a MASH of a team of their own."""
    with pytest.raises(Refused, match="a team that does this work"):
        ask(lead, agency, role=role, team=make_team(agency))
    mash = make_team(agency, ("referrals.contact",))
    assert ask(lead, agency, role=role, team=mash).team == mash


def test_nobody_is_invited_to_an_agency_that_has_closed(lead: Person, agency: Agency) -> None:
    agency.closed_on = clock.today()
    with pytest.raises(Refused, match="has closed"):
        ask(lead, agency)


def test_a_practitioner_invites_nobody(agency: Agency) -> None:
    with pytest.raises(NotAllowed):
        ask(make_person("practitioner", agency), agency)


def test_the_page_shows_the_refusal_beside_the_question_and_keeps_the_answers(lead: Person, agency: Agency) -> None:
    client = sign_in(Client(), lead)
    page = client.post(
        reverse("invite", args=[agency.code]), {"name": "Sam Newcomer", "email": "sam@gmail.com", "role": "practitioner"}
    )
    text = page.content.decode()
    assert page.status_code == 422
    assert "gmail.com is for personal addresses" in text
    assert "<title>Error:" in text
    assert 'value="Sam Newcomer"' in text


def test_inviting_by_the_page_and_withdrawing_it(lead: Person, agency: Agency) -> None:
    client = sign_in(Client(), lead)
    client.post(
        reverse("invite", args=[agency.code]), {"name": "Sam Newcomer", "email": "sam@oakwood.sch.uk", "role": "practitioner"}
    )
    invitation = Invitation.objects.get()
    people = client.get(reverse("people_of_agency", args=[agency.code])).content.decode()
    assert "Waiting for an answer" in people
    client.post(reverse("withdraw_invitation", args=[invitation.reference]))
    invitation.refresh_from_db()
    assert (invitation.withdrawn_by, invitation.withdrawn_at) == (lead.reference, clock.now())


def test_links_are_not_guessed_by_trying_many() -> None:
    for _ in range(JOINING.times):
        assert Client().get(reverse("join", args=["f" * 64])).status_code == 404
    assert Client().get(reverse("join", args=["f" * 64])).status_code == 429


def test_invitations_are_not_sent_by_the_hundred(lead: Person, agency: Agency) -> None:
    client = sign_in(Client(), lead)
    statuses = {client.post(reverse("invite", args=[agency.code]), {}).status_code for _ in range(INVITING.times)}
    assert statuses == {422}
    assert client.post(reverse("invite", args=[agency.code]), {}).status_code == 429
