"""Operation Encompass: the child's school is told before the next school day starts, and says that it has the notice."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import Agency, Person, Team
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotVisible, Refused
from foundation.models import OutboxMessage
from referrals import services
from referrals.models import Contact, SchoolNotice, Submission
from referrals.rules.encompass import ENCOMPASS, Incident
from referrals.rules.notices import COLUMNS, hash_of, tidy
from referrals.services.encompass import next_school_morning
from referrals.services.tasks import open_things
from tests.factories import make_agency, make_holding, make_person, make_team, sign_in
from tests.figures import read_figure
from tests.referrals import build
from work.models import Clock, Request, SchoolTerm
from work.services.requests import answer_request

pytestmark = pytest.mark.django_db

FRIDAY_NIGHT = datetime(2026, 11, 20, 23, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def term() -> SchoolTerm:
    return SchoolTerm.objects.create(
        name="Autumn",
        starts_on=date(2026, 9, 2),
        ends_on=date(2026, 12, 18),
        closed_from=date(2026, 10, 26),
        closed_until=date(2026, 10, 30),
    )


@pytest.fixture
def mash() -> Team:
    return build.make_mash()


@pytest.fixture
def officer(mash: Team) -> Person:
    return make_person("mash_officer", mash.agency, mash)


@pytest.fixture
def police(mash: Team) -> Agency:
    return make_agency("police")


@pytest.fixture
def oakfield() -> Agency:
    return make_agency("school", name="Oakfield Primary School")


@pytest.fixture
def lead(oakfield: Agency) -> Person:
    return make_person("agency_lead", oakfield)


def row(**changes: str) -> dict[str, str]:
    return tidy(
        {
            "police_reference": "MG/1",
            "incident_on": "17/11/2026",
            "incident_time": "21:40",
            "what_happened": "An argument; the child was in the next room.",
            "given_name": "Robin",
            "family_name": "Example",
            "birth_date": "2018-04-02",
            "school": "oakfield primary school",
            "officer": "PC Example",
            "domestic_abuse": "yes",
            "child_present": "yes",
            "place": "At home",
            **changes,
        }
    )


def send(police: Agency, *rows: dict[str, str]) -> list[SchoolNotice]:
    by = make_person("practitioner", police)
    services.receive_notices(by=by, agency=police, rows=list(rows) or [row()])
    return list(SchoolNotice.objects.order_by("id"))


def test_the_lead_of_the_school_is_told_at_once_and_the_mail_says_only_that_there_is_news(
    police: Agency, lead: Person, oakfield: Agency
) -> None:
    (notice,) = send(police)
    assert (notice.state, notice.agency, notice.told_how) == ("told", oakfield, "portal")
    assert notice.told_due_at.astimezone(clock.LONDON).strftime("%d %H:%M") == "19 09:00"
    asked = Request.objects.get(kind=ENCOMPASS)
    assert asked.due_at == notice.told_due_at
    mail = OutboxMessage.objects.get(payload__to=lead.email)
    assert (mail.payload["template"], set(mail.payload)) == ("news", {"to", "template", "word.path"})
    page = sign_in(Client(), lead).get(f"/requests/{asked.reference}/").content.decode()
    for words in ("Robin Example", "2 April 2018", "MG/1", "An argument", "At home", "Do not speak to the parents", "9:40pm"):
        assert words in page, words


def test_the_school_reads_who_was_there_what_the_child_said_and_that_it_is_not_the_first_time(
    police: Agency, lead: Person, oakfield: Agency
) -> None:
    (first,) = send(police)
    said = {"child_said": "“I hid under the bed.”", "who_was_there": "Mother, her partner, Robin"}
    with clock.frozen(clock.now() + timedelta(days=2)):
        *_, second = send(police, row(police_reference="MG/9", **said))
        type(second.contact).objects.filter(pk=second.contact_id).update(child=first.contact.child_id)
        client = sign_in(Client(), lead)
        page = client.get(f"/requests/{Request.objects.get(pk=second.request_id).reference}/").content.decode()
        for words in ("I hid under the bed.", "Mother, her partner, Robin", "1, the last on 18 November 2026"):
            assert words in page, words
        before = client.get(f"/requests/{Request.objects.get(pk=first.request_id).reference}/").content.decode()
        assert "Earlier notices of this child" not in before


def test_the_school_acknowledges_and_the_contact_shows_it(police: Agency, lead: Person, officer: Person) -> None:
    (notice,) = send(police)
    asked = Request.objects.get(kind=ENCOMPASS)
    client = sign_in(Client(), lead)
    client.post(f"/requests/{asked.reference}/", {"result": "acknowledged", "answer": "Her teacher meets her at the gate."})
    notice.refresh_from_db()
    assert (notice.state, notice.acknowledged_by) == ("acknowledged", lead.reference)
    page = sign_in(Client(), officer).get(f"/mash/contacts/{notice.contact.reference}/").content.decode()
    assert "Acknowledged on 18 November 2026" in page
    assert "Her teacher meets her at the gate." in page
    assert Clock.objects.get(pk=asked.clock_id).stopped_at is not None


def test_what_was_sent_before_the_columns_came_is_not_received_twice() -> None:
    said = row(domestic_abuse="", child_present="", place="")
    old = {name: said[name] for name in list(COLUMNS)[:14]}
    assert hash_of(said) == hash_of(old)
    assert hash_of(row()) != hash_of(old)


def test_children_of_one_incident_are_one_submission_with_a_notice_each(police: Agency, lead: Person) -> None:
    wren = row(given_name="Wren", birth_date="2016-01-05", what_happened="Wren rang the police.")
    baby = row(given_name="Linnet", birth_date="2025-10-01", school="")
    other = row(police_reference="MG/2", given_name="Jay")
    broken = row(given_name="Kit", birth_date="31/02/2018")
    send(police, row(), wren, baby, other, broken)
    sizes = [(one.contacts.count(), one.purpose) for one in Submission.objects.order_by("id")]
    assert sizes == [(3, "domestic_abuse"), (1, "domestic_abuse")]
    first = Submission.objects.order_by("id")[0]
    assert "An argument" in first.worries
    assert "Wren rang the police." in first.worries
    assert [part["title"] for part in first.answers] == [f"Police notification, child {place}" for place in (1, 2, 3)]
    assert [one.contact.submitted_child.given_name for one in SchoolNotice.objects.order_by("id")] == ["Robin", "Wren", "Jay"]
    rows = list(first.notice_rows.order_by("number").values_list("number", "state"))
    assert rows == [(2, "received"), (3, "received"), (4, "received")]


def test_a_notification_of_something_else_tells_no_school(police: Agency, lead: Person) -> None:
    assert send(police, row(domestic_abuse="no")) == []
    assert Submission.objects.get().purpose == "notification"


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        (FRIDAY_NIGHT, "23 November 09:00"),
        (datetime(2026, 11, 18, 7, 30, tzinfo=UTC), "18 November 09:00"),
        (datetime(2026, 11, 18, 9, 0, tzinfo=UTC), "19 November 09:00"),
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), "02 November 09:00"),
        (datetime(2026, 12, 18, 20, 0, tzinfo=UTC), "21 December 09:00"),
    ],
)
def test_the_next_school_day_knows_weekends_and_half_term_and_a_term_that_nobody_entered(moment: datetime, due: str) -> None:
    assert next_school_morning(moment).astimezone(clock.LONDON).strftime("%d %B %H:%M") == due


@pytest.mark.parametrize("changes", [{"school": ""}, {"school": "Nowhere School"}])
def test_an_unknown_school_waits_with_a_clock_until_the_mash_tells_one(
    police: Agency, lead: Person, oakfield: Agency, officer: Person, changes: dict[str, str]
) -> None:
    (notice,) = send(police, row(**changes))
    assert (notice.state, notice.request) == ("waiting", None)
    assert Clock.objects.get(kind=ENCOMPASS).stopped_at is None
    assert "School told of domestic abuse" in sign_in(Client(), officer).get("/").content.decode()
    assert "Notice to the child’s school" in open_things(notice.contact)
    client = sign_in(Client(), officer)
    assert "Robin Example" in client.get("/mash/school-notices/").content.decode()
    contact = notice.contact
    page = f"/mash/contacts/{contact.reference}/school-notice/"
    answer = client.post(page, {"school": oakfield.code, "version": contact.version}, follow=True)
    assert "Oakfield Primary School was told on" in answer.content.decode()
    assert Clock.objects.get(kind=ENCOMPASS).outcome == "portal"
    assert "Notice to the child’s school" not in open_things(notice.contact)


def test_a_school_where_nobody_reads_the_portal_is_rung(police: Agency, oakfield: Agency, officer: Person) -> None:
    (notice,) = send(police)
    contact = notice.contact
    assert notice.state == "waiting"
    with pytest.raises(Refused, match="Ring them"):
        services.tell_school(by=officer, reference=contact.reference, version=contact.version, school=oakfield.code)
    client = sign_in(Client(), officer)
    page = f"/mash/contacts/{contact.reference}/school-notice/told/"
    assert client.post(page, {"how": "telephone", "whom": "", "version": contact.version}).status_code == 422
    answer = client.post(page, {"how": "telephone", "whom": "Ms Head, Oakfield", "version": contact.version}, follow=True)
    assert "Ms Head, Oakfield was told on" in answer.content.decode()
    notice.refresh_from_db()
    assert (notice.state, notice.told_how, notice.told_by) == ("acknowledged", "telephone", officer.reference)


def test_a_child_who_learns_at_home_is_told_to_the_named_officer(police: Agency, officer: Person) -> None:
    council = make_agency("council")
    team = make_team(council, ["referrals.home_educated"])
    named = make_person("social_worker", council, team)
    (notice,) = send(police, row(home_educated="yes", school=""))
    assert (notice.state, notice.agency) == ("told", council)
    asked = Request.objects.get(kind=ENCOMPASS)
    assert asked.to_team == team
    assert "Robin Example" in sign_in(Client(), named).get(f"/requests/{asked.reference}/").content.decode()


def test_a_school_that_does_not_have_the_child_says_so_and_the_mash_looks_again(
    police: Agency, lead: Person, officer: Person
) -> None:
    (notice,) = send(police)
    asked = Request.objects.get(kind=ENCOMPASS)
    with pytest.raises(Refused, match="where the child is"):
        answer_request(by=lead, reference=asked.reference, result="not_here", answer="")
    answer_request(by=lead, reference=asked.reference, result="not_here", answer="Moved to Millbrook in May")
    notice.refresh_from_db()
    assert (notice.state, notice.agency, notice.told_at) == ("waiting", None, None)
    assert Clock.objects.filter(kind=ENCOMPASS, stopped_at__isnull=True).count() == 1
    history = sign_in(Client(), officer).get(f"/mash/contacts/{notice.contact.reference}/history/").content.decode()
    assert "The child is not at the school that was told" in history


def test_an_officer_begins_a_notice_by_hand_once(mash: Team, officer: Person, oakfield: Agency, lead: Person) -> None:
    contact = build.make_contact(teams=(mash,))
    client, page = sign_in(Client(), officer), f"/mash/contacts/{contact.reference}/school-notice/"
    assert "Begin a notice to the school" in client.get(f"/mash/contacts/{contact.reference}/").content.decode()
    form = {"where": "school", "school": oakfield.code, "child_present": "no", "police_reference": "MG/9"}
    assert client.post(page, {**form, "school": "", "version": contact.version}).status_code == 422
    client.post(page, {**form, "version": contact.version})
    notice = SchoolNotice.objects.get()
    assert (notice.state, notice.police_reference, notice.child_present) == ("told", "MG/9", "no")
    contact.refresh_from_db()
    with pytest.raises(Refused, match="already"):
        services.begin_notice(by=officer, reference=contact.reference, version=contact.version, school="", incident=Incident())


def test_two_officers_do_not_tell_two_schools(police: Agency, officer: Person, oakfield: Agency, lead: Person) -> None:
    (notice,) = send(police, row(school=""))
    contact = notice.contact
    services.tell_school(by=officer, reference=contact.reference, version=contact.version, school=oakfield.code)
    with pytest.raises(Conflict):
        services.tell_school(by=officer, reference=contact.reference, version=contact.version, school=oakfield.code)
    assert Request.objects.filter(kind=ENCOMPASS).count() == 1


def test_a_restricted_child_stands_in_no_list_of_others(police: Agency, officer: Person) -> None:
    (notice,) = send(police, row(school=""))
    Contact.objects.filter(pk=notice.contact_id).update(restricted=True)
    client = sign_in(Client(), officer)
    assert "Robin Example" not in client.get("/mash/school-notices/").content.decode()
    assert client.get(f"/mash/contacts/{notice.contact.reference}/school-notice/").status_code == 404
    with pytest.raises(NotVisible):
        services.note_told(by=officer, reference=notice.contact.reference, version=1, how="telephone", whom="Ms Head")


def test_another_school_reads_nothing(police: Agency, lead: Person) -> None:
    send(police)
    stranger = make_person("agency_lead", make_agency("school"))
    make_holding(stranger, "practitioner", stranger.holdings.get().agency)
    asked = Request.objects.get(kind=ENCOMPASS)
    assert sign_in(Client(), stranger).get(f"/requests/{asked.reference}/").status_code == 404


def figures() -> dict[str, Any]:
    year = FinancialYear.of(clock.today())
    codes = ("encompass.notices", "encompass.told_in_time", "encompass.acknowledged")
    return {code: found for code in codes if (found := read_figure(code, year)) is not None}


def test_the_share_told_before_nine_is_a_figure(police: Agency, lead: Person, officer: Person, oakfield: Agency) -> None:
    assert figures() == {}
    send(police, row(), row(police_reference="MG/2", given_name="Jay", school=""))
    late = SchoolNotice.objects.get(state="waiting").contact
    with clock.frozen(datetime(2026, 11, 19, 9, 1, tzinfo=UTC)):
        services.tell_school(by=officer, reference=late.reference, version=late.version, school=oakfield.code)
    told = figures()
    assert told["encompass.notices"].value == 2
    assert (told["encompass.told_in_time"].numerator, told["encompass.told_in_time"].denominator) == (1, 2)
    assert (told["encompass.acknowledged"].numerator, told["encompass.acknowledged"].denominator) == (0, 2)
