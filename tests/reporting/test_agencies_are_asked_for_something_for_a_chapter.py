"""A contribution is asked of an agency by a request: answered, chased, named when it is missing, put in by an author."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.models import OutboxMessage
from reporting.models import Contribution, Narrative
from reporting.selectors.contributions import asked_for
from reporting.services.authors import assign_chapter
from reporting.services.contributions import (
    ask_for_contributions,
    chase_contributions,
    take_contribution,
    withdraw_contribution,
)
from reporting.services.writing import write_narrative
from tests.factories import make_agency, make_person, sign_in
from work.models import Chase, Request
from work.selectors.my_work import my_work
from work.services.requests import answer_request

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("apps_publish")]
YEAR = FinancialYear(2025)
DUE = date(2026, 12, 4)
LATER = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
PAGE = "/yearly-report/2025-26/narrative/voice/contributions/"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Northmere Police")


@pytest.fixture
def lead(police: Agency) -> Person:
    return make_person("agency_lead", police)


@pytest.fixture
def author(business: Person) -> Person:
    found = make_person("agency_lead", make_agency("health"))
    assign_chapter(by=business, year=YEAR, section="voice", emails=found.email, due_on=DUE)
    return found


def asked(by: Person, *agencies: Agency, due_on: date = DUE) -> list[Contribution]:
    codes = [one.code for one in agencies]
    return ask_for_contributions(
        by=by, year=YEAR, section="voice", agencies=codes, question="What did children tell you?", due_on=due_on
    )


def answered(lead: Person, text: str = "They told us to listen.", result: str = "given") -> None:
    request = Request.objects.get(kind="reporting.contribution", state="asked", to_agency__holdings__person=lead)
    answer_request(by=lead, reference=request.reference, result=result, answer=text)


class TestAsking:
    def test_it_stands_in_the_agencys_inbox_with_its_chapter_and_is_answered_there(
        self, client: Client, business: Person, police: Agency, lead: Person
    ) -> None:
        asked(business, police)
        (request,) = my_work(lead).requests
        page = reverse("work:request", args=[request.reference])
        shown = sign_in(client, lead).get(page).content.decode()
        for words in ("What did children tell you?", "Yearly report 2025-26", "What children and families told us"):
            assert words in shown
        assert "Name no child and no family." in shown
        assert "the family unless" not in shown
        assert client.post(page, {"result": "given", "answer": ""}).status_code == 422
        assert client.post(page, {"result": "given", "answer": "They told us to listen."}).status_code == 302
        (one,) = asked_for(YEAR, "voice")
        assert (one.is_awaited, one.may_be_taken) == (False, True)

    def test_who_has_not_answered_yet_is_not_asked_twice(self, business: Person, police: Agency, lead: Person) -> None:
        asked(business, police)
        with pytest.raises(Refused, match="asked already") as refused:
            asked(business, police)
        assert refused.value.field == "agencies"
        assert len(asked(business, police, make_agency("health"))) == 1
        answered(lead)
        assert len(asked(business, police)) == 1

    def test_only_the_business_team_asks_and_withdraws(self, author: Person, business: Person, police: Agency) -> None:
        with pytest.raises(NotAllowed):
            asked(author, police)
        (row,) = asked(business, police)
        with pytest.raises(NotAllowed):
            withdraw_contribution(by=author, reference=row.reference, reason="No")
        withdraw_contribution(by=business, reference=row.reference, reason="We have it from elsewhere")
        assert Request.objects.get(kind="reporting.contribution").state == "withdrawn"

    def test_bad_input_is_refused_beside_its_question(self, client: Client, business: Person, police: Agency) -> None:
        for given, field in (({"due_on": date(2026, 1, 1)}, "due_on"), ({"agencies": ["no-such"]}, "agencies")):
            told = {"agencies": [police.code], "due_on": DUE, **given}
            with pytest.raises(Refused) as refused:
                ask_for_contributions(by=business, year=YEAR, section="voice", question="What?", **told)
            assert refused.value.field == field
        with pytest.raises(NotVisible):
            ask_for_contributions(
                by=business, year=YEAR, section="afterword", agencies=[police.code], question="What?", due_on=DUE
            )
        assert sign_in(client, business).post(PAGE, {"question": "What?"}).status_code == 422


class TestWhatIsMissing:
    def test_it_is_named_on_the_pages_of_the_chapter_and_of_the_year(
        self, client: Client, business: Person, police: Agency
    ) -> None:
        asked(business, police, make_agency("health"))
        with clock.frozen(LATER):
            sign_in(client, business)
            shown = client.get(PAGE).content.decode()
            year = client.get(reverse("reporting:year", args=["2025-26"])).content.decode()
        assert "0 of 2 have answered. Missing and late:" in shown
        assert "Missing, 1 working day late" in shown
        assert "Late, to be given by " in year
        assert "Northmere Police" in year

    def test_all_that_is_late_is_chased_at_once_and_once_a_day(self, client: Client, business: Person, police: Agency) -> None:
        asked(business, police)
        with pytest.raises(Refused, match="Nothing is late"):
            chase_contributions(by=business, year=YEAR, section="voice")
        with clock.frozen(LATER):
            assert chase_contributions(by=business, year=YEAR, section="voice") == 1
            with pytest.raises(Refused, match="chased today already"):
                chase_contributions(by=business, year=YEAR, section="voice")
        assert Chase.objects.count() == 1

    def test_no_mail_says_what_was_asked(self, business: Person, police: Agency, lead: Person) -> None:
        asked(business, police)
        told = [row for row in OutboxMessage.objects.all() if row.payload.get("to") == lead.email]
        assert told
        assert "children" not in str([row.payload for row in told])


class TestPuttingItIn:
    def test_its_author_puts_it_at_the_end_of_the_chapter_once(
        self, client: Client, business: Person, author: Person, police: Agency, lead: Person
    ) -> None:
        write_narrative(by=author, year=YEAR, section="voice", text="We listened.\n")
        (row,) = asked(business, police)
        sign_in(client, author)
        take = reverse("reporting:take_contribution", args=[row.reference])
        assert take not in client.get(PAGE).content.decode()
        answered(lead)
        assert take in client.get(PAGE).content.decode()
        client.post(take, {"version": "1"})
        assert Narrative.objects.get(section="voice").text == "We listened.\n\nThey told us to listen."
        shown = client.get(PAGE).content.decode()
        assert "In the chapter" in shown
        assert take not in shown
        with pytest.raises(Refused, match="stands in the chapter already"):
            take_contribution(by=author, reference=row.reference, version=2)

    def test_what_somebody_wrote_meanwhile_is_not_lost(
        self, business: Person, author: Person, police: Agency, lead: Person
    ) -> None:
        (row,) = asked(business, police)
        answered(lead)
        write_narrative(by=business, year=YEAR, section="voice", text="Somebody else wrote this.")
        with pytest.raises(Conflict):
            take_contribution(by=author, reference=row.reference, version=0)
        assert asked_for(YEAR, "voice")[0].may_be_taken

    def test_nothing_to_give_is_an_answer_and_is_not_put_in(
        self, business: Person, author: Person, police: Agency, lead: Person
    ) -> None:
        (row,) = asked(business, police)
        answered(lead, "We met no children.", "nothing")
        with pytest.raises(Refused, match="nothing has come"):
            take_contribution(by=author, reference=row.reference, version=0)

    def test_an_answer_that_places_what_there_is_not_is_refused_with_a_sentence(
        self, business: Person, author: Person, police: Agency, lead: Person
    ) -> None:
        (row,) = asked(business, police)
        answered(lead, "{{ figure: no.such }}")
        with pytest.raises(Refused, match="there is no “no"):
            take_contribution(by=business, reference=row.reference, version=0)
        assert Contribution.objects.get().taken_at is None

    def test_for_who_does_not_write_the_chapter_it_does_not_exist(
        self, client: Client, business: Person, police: Agency, lead: Person
    ) -> None:
        (row,) = asked(business, police)
        answered(lead)
        with pytest.raises(NotVisible):
            take_contribution(by=lead, reference=row.reference, version=0)
        assert sign_in(client, lead).get(PAGE).status_code == 404


def test_the_page_asks_few_questions_however_many_were_asked(
    client: Client, business: Person, django_assert_max_num_queries: object
) -> None:
    asked(business, *(make_agency("school") for _ in range(8)))
    sign_in(client, business)
    client.get(PAGE)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # a fixture
        client.get(PAGE)
