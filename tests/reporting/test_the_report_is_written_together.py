"""People of any agency write a chapter each: asked with a day, seen in “My work”, ended by hand; nobody else writes it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.figures import Cursor, TextGroup, TextRows, TextTable, worded
from foundation.models import DomainEvent
from foundation.outbox import deliver_now
from reporting.models import ChapterAuthor, Narrative, NarrativeVersion, Publication
from reporting.selectors.drafts import authorship
from reporting.services.authors import assign_chapter, end_authorship, finish_chapter
from reporting.services.writing import restore_narrative, write_narrative
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing
from work.models import Clock
from work.selectors.my_work import my_work
from work.services.reminders import send_reminders

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("apps_publish")]
YEAR = FinancialYear(2025)
DUE = date(2026, 12, 4)
ADDRESS = "/yearly-report/2025-26/narrative/voice/"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def author() -> Person:
    return make_person("agency_lead", make_agency("police"))


def asked(by: Person, *people: Person, section: str = "voice", due_on: date = DUE) -> list[ChapterAuthor]:
    return assign_chapter(by=by, year=YEAR, section=section, emails="\n".join(one.email for one in people), due_on=due_on)


class TestAuthors:
    def test_who_is_asked_writes_that_chapter_and_no_other(self, client: Client, business: Person, author: Person) -> None:
        sign_in(client, author)
        assert client.get(ADDRESS).status_code == 404
        with pytest.raises(NotAllowed):
            write_narrative(by=author, year=YEAR, section="voice", text="x")
        asked(business, author)
        assert client.get(ADDRESS).status_code == 200
        assert client.post(ADDRESS, {"text": "What we heard.", "version": "0"}).status_code == 302
        assert Narrative.objects.get(section="voice").changed_by == author.reference
        assert client.get(ADDRESS.replace("voice", "foreword")).status_code == 404
        assert client.get(reverse("reporting:chapter", args=["2025-26", "foreword"])).status_code == 404
        assert client.get(reverse("reporting:chapter", args=["2024-25", "voice"])).status_code == 404
        assert client.get(reverse("reporting:year", args=["2025-26"])).status_code == 403
        with pytest.raises(NotAllowed):
            write_narrative(by=author, year=YEAR, section="foreword", text="x")

    def test_several_people_of_several_agencies_write_one_chapter(self, business: Person, author: Person) -> None:
        other = make_person("agency_lead", make_agency("health"))
        asked(business, author, other)
        write_narrative(by=author, year=YEAR, section="voice", text="One.")
        with pytest.raises(Conflict):
            write_narrative(by=other, year=YEAR, section="voice", text="Two.")
        write_narrative(by=other, year=YEAR, section="voice", text="One. Two.", version=1)
        assert Narrative.objects.get().text == "One. Two."

    def test_it_stands_in_my_work_with_its_day_and_a_mail_without_content_is_sent(self, business: Person, author: Person) -> None:
        (row,) = asked(business, author)
        (held,) = my_work(author).due
        assert (held.kind, held.due_at.date()) == ("reporting.chapter", DUE)
        deliver_now()
        (sent,) = mail.outbox
        assert sent.to == [author.email]
        assert reverse("reporting:assignment", args=[row.reference]) in sent.body
        for word in ("voice", "what children", "2025-26", business.name.casefold()):
            assert word not in sent.body.casefold()

    def test_the_house_reminds_of_it_before_it_is_due(self, business: Person, author: Person) -> None:
        asked(business, author, due_on=clock.today())
        assert send_reminders(by=SYSTEM) == 1

    def test_who_says_that_their_part_is_written_has_no_clock_and_reads_but_writes_no_more(
        self, client: Client, business: Person, author: Person
    ) -> None:
        (row,) = asked(business, author)
        finish_chapter(by=author, reference=row.reference)
        assert not my_work(author).due
        _only_reads(client, author, row)
        with pytest.raises(Refused, match="said already"):
            finish_chapter(by=author, reference=row.reference)
        with pytest.raises(NotVisible):
            finish_chapter(by=business, reference=_of_other(business))

    def test_once_the_report_is_published_its_authors_read_but_write_no_more(
        self, client: Client, business: Person, author: Person, demo_year: None
    ) -> None:
        (row,) = asked(business, author)
        made = Publication.objects.create(edition=make_edition(), published_at=clock.now(), published_by="P-1")
        _only_reads(client, author, row)
        made.withdrawn_at, made.withdrawn_by, made.withdrawn_reason = clock.now(), "P-1", "A table was wrong"
        made.save()
        write_narrative(by=author, year=YEAR, section="voice", text="Mended.")

    def test_ending_it_ends_writing_reading_and_the_clock(self, client: Client, business: Person, author: Person) -> None:
        (row,) = asked(business, author)
        end_authorship(by=business, reference=row.reference)
        sign_in(client, author)
        assert client.get(ADDRESS).status_code == 404
        assert client.get(reverse("reporting:assignment", args=[row.reference])).status_code == 404
        assert not my_work(author).due
        assert Clock.objects.get(kind="reporting.chapter").outcome == "ended"
        with pytest.raises(Refused, match="does not write the chapter any more"):
            end_authorship(by=business, reference=row.reference)
        asked(business, author)
        assert client.get(ADDRESS).status_code == 200

    def test_who_was_released_while_they_pressed_is_not_noted_as_having_written(
        self, business: Person, author: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (row,) = asked(business, author)

        def released_meanwhile(person: Person, reference: str) -> ChapterAuthor:
            found = authorship(person, reference)
            if person == author:
                end_authorship(by=business, reference=reference)
            return found

        monkeypatch.setattr("reporting.services.authors.authorship", released_meanwhile)
        with pytest.raises(NotVisible):
            finish_chapter(by=author, reference=row.reference)
        assert ChapterAuthor.objects.get().done_at is None

    def test_who_works_for_no_agency_any_more_writes_nothing(self, client: Client, business: Person, author: Person) -> None:
        asked(business, author)
        RoleHolding.objects.filter(person=author).update(ends_on=clock.today() - timedelta(days=1))
        author.holdings_read = None
        with pytest.raises(NotAllowed):
            write_narrative(by=author, year=YEAR, section="voice", text="x")

    def test_bad_input_is_refused_beside_its_question(self, client: Client, business: Person, author: Person) -> None:
        sign_in(client, business)
        page = reverse("reporting:assign_chapter", args=["2025-26", "voice"])
        day = {"due_on-day": "4", "due_on-month": "12", "due_on-year": "2026"}
        answer = client.post(page, {"emails": f"{author.email}\nnobody@example.org", **day})
        assert answer.status_code == 422
        assert "Line 2: nobody who works for an agency today has the address nobody@example.org." in answer.content.decode()
        assert author.email in answer.content.decode()
        for given, field in (({"emails": ""}, "emails"), ({"due_on": date(2026, 1, 1)}, "due_on")):
            with pytest.raises(Refused) as refused:
                assign_chapter(by=business, year=YEAR, section="voice", **{"emails": author.email, "due_on": DUE, **given})
            assert refused.value.field == field
        asked(business, author)
        with pytest.raises(Refused, match="write this chapter already"):
            asked(business, author)
        with pytest.raises(NotVisible):
            asked(business, author, section="afterword")

    def test_only_the_business_team_asks_and_ends(self, business: Person, author: Person) -> None:
        executive = make_person("executive")
        with pytest.raises(NotAllowed):
            asked(executive, author)
        (row,) = asked(business, author)
        with pytest.raises(NotAllowed):
            end_authorship(by=author, reference=row.reference)

    def test_the_year_page_says_who_writes_what_by_when(self, client: Client, business: Person, author: Person) -> None:
        asked(business, author)
        page = sign_in(client, business).get(reverse("reporting:year", args=["2025-26"])).content.decode()
        assert f"{author.name} by 4 December 2026" in page

    def test_the_pages_of_an_assignment_lead_to_the_chapter_and_end_it(
        self, client: Client, business: Person, author: Person
    ) -> None:
        (row,) = asked(business, author)
        page = sign_in(client, author).get(reverse("reporting:assignment", args=[row.reference])).content.decode()
        assert "It is needed by 4 December 2026." in page
        assert ADDRESS in page
        assert "Let them write it no more" not in page
        client.post(reverse("reporting:finish_chapter", args=[row.reference]))
        assert ChapterAuthor.objects.get().done_at
        assert client.post(reverse("reporting:end_authorship", args=[row.reference])).status_code == 403
        sign_in(client, business).post(reverse("reporting:end_authorship", args=[row.reference]))
        assert ChapterAuthor.objects.get().ended_by == business.reference


def _only_reads(client: Client, author: Person, row: ChapterAuthor) -> None:
    with pytest.raises(NotAllowed):
        write_narrative(by=author, year=YEAR, section="voice", text="More.")
    sign_in(client, author)
    assert client.get(ADDRESS).status_code == 404
    assert client.post(f"{ADDRESS}preview/", {"text": "{{ figure: voice.heard }}"}).status_code == 404
    assert client.get(reverse("reporting:chapter", args=["2025-26", "voice"])).status_code == 200
    page = client.get(reverse("reporting:assignment", args=[row.reference])).content.decode()
    assert ADDRESS not in page.replace(f"{ADDRESS}draft/", "")


SAID = TextTable("voice.quotes", "Quotes", "m", ("Reference", "What", "Who", "How"), taken_back="What")
RISKS = TextTable("risks.secret", "Risks", "m", ("Risk",))
AGREED = {"NM-5-AAAA-BBBB": "“They listened.”", "NM-5-AAAA-CCCC": "“Nobody came.”"}


def said(year: FinancialYear, _cursor: Cursor) -> Iterable[TextRows]:
    yield worded("voice.quotes", year, [(one, words, "Child", "Quote") for one, words in AGREED.items()])
    yield worded("risks.secret", year, [("Only the board knows",)])


@pytest.fixture
def quoting(demo_year: None) -> Iterator[None]:
    with publishing(*EVERYTHING, texts=(TextGroup("board.quotes", (SAID, RISKS), said),)):
        yield


@pytest.mark.usefixtures("quoting")
class TestWhatAnAuthorMayPlace:
    KEPT_BACK = (
        "{{ figure: contacts.received }}",
        "{{ table: budget.income by contributor }}",
        "{{ table: risks.secret }}",
        "{{ table: voice.quotes }}",
        "{{ quote: NM-5-AAAA-CCCC }}",
        "{{ quote: no such }}",
    )

    @pytest.mark.parametrize("typed", KEPT_BACK)
    def test_what_is_not_of_the_chapter_is_neither_shown_nor_saved_and_a_plain_sentence_says_so(
        self, client: Client, business: Person, author: Person, typed: str
    ) -> None:
        asked(business, author)
        sentence = f"{typed} is not offered to the authors of this chapter; ask the business team to place it."
        sign_in(client, author)
        for address, more, status in (
            (ADDRESS, {"act": "preview"}, 200),
            (f"{ADDRESS}preview/", {}, 200),
            (ADDRESS, {}, 422),
        ):
            answer = client.post(address, {"text": typed, "version": "0", **more})
            page = answer.content.decode()
            assert (answer.status_code, sentence in page) == (status, True)
            for words in ("Only the board knows", "Nobody came", "They listened", "288,201", "18,15", "23,6"):
                assert words not in page
        with pytest.raises(Refused, match="is not offered"):
            write_narrative(by=author, year=YEAR, section="voice", text=typed)
        assert write_narrative(by=make_person("business_team"), year=YEAR, section="voice", text=typed).text == typed

    def test_what_stands_in_the_chapter_or_its_outline_may_be_placed(
        self, client: Client, business: Person, author: Person
    ) -> None:
        asked(business, author)
        asked(business, author, section="front_door")
        Narrative.objects.all().delete()
        there = "{{ quote: NM-5-AAAA-BBBB }}\n\n{{ table: risks.secret }}"
        write_narrative(by=business, year=YEAR, section="voice", text=there)
        sign_in(client, author)
        page = client.get(ADDRESS).content.decode()
        assert "They listened" in page
        assert "Nobody came" not in page
        assert "<code>{{ figure: contacts.received }}" not in page
        write_narrative(by=author, year=YEAR, section="voice", text=f"Again.\n\n{there}", version=1)
        door = ADDRESS.replace("voice", "front_door")
        assert "<code>{{ figure: contacts.received }}" in client.get(door).content.decode()
        assert client.post(door, {"text": "We had {{ figure: contacts.received }}.", "version": "0"}).status_code == 302

    def test_an_earlier_text_with_something_that_is_not_offered_any_more_is_not_taken_up_again(
        self, business: Person, author: Person
    ) -> None:
        asked(business, author)
        for version, text in enumerate(("{{ quote: NM-5-AAAA-CCCC }}", "Nothing.")):
            write_narrative(by=business, year=YEAR, section="voice", text=text, version=version)
        with pytest.raises(Refused, match="is not offered"):
            restore_narrative(by=author, year=YEAR, section="voice", number=1, version=2)

    def test_words_that_are_taken_back_are_shown_no_more_from_that_moment(
        self, client: Client, business: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_narrative(by=business, year=YEAR, section="voice", text="{{ quote: NM-5-AAAA-BBBB }}")
        sign_in(client, business)
        pages = (ADDRESS, reverse("reporting:chapter", args=["2025-26", "voice"]))
        for page in pages:
            assert "They listened" in client.get(page).content.decode()
        monkeypatch.delitem(AGREED, "NM-5-AAAA-BBBB")
        for page in pages:
            shown = client.get(page).content.decode()
            assert "They listened" not in shown
            assert "names no words that may be printed for this year" in shown


def _of_other(business: Person) -> str:
    return asked(business, make_person("agency_lead", make_agency("education")))[0].reference


class TestVersions:
    def written(self, *texts: str) -> None:
        for version, text in enumerate(texts):
            write_narrative(by=SYSTEM, year=YEAR, section="voice", text=text, version=version)

    def test_each_saving_keeps_the_text_before_with_who_and_when(self, business: Person) -> None:
        self.written("One.", "Two.")
        write_narrative(by=business, year=YEAR, section="voice", text="Three.", version=2)
        assert list(NarrativeVersion.objects.order_by("number").values_list("number", "text", "written_by")) == [
            (1, "One.", "test"), (2, "Two.", "test"),
        ]  # fmt: skip

    def test_a_version_is_restored_as_a_new_one(self, business: Person) -> None:
        self.written("One.", "Two.", "Three.")
        restored = restore_narrative(by=business, year=YEAR, section="voice", number=1, version=3)
        assert (restored.text, restored.version, restored.restored_from) == ("One.", 4, 1)
        assert NarrativeVersion.objects.count() == 3
        assert DomainEvent.objects.filter(verb="reporting.narrative_restored").count() == 1
        write_narrative(by=business, year=YEAR, section="voice", text="Five.", version=4)
        assert NarrativeVersion.objects.get(number=4).restored_from == 1

    def test_restoring_is_refused_to_others_when_stale_and_where_nothing_would_change(
        self, business: Person, author: Person
    ) -> None:
        self.written("One.", "Two.")
        with pytest.raises(NotVisible):
            restore_narrative(by=author, year=YEAR, section="voice", number=1, version=2)
        with pytest.raises(NotVisible):
            restore_narrative(by=business, year=YEAR, section="voice", number=9, version=2)
        with pytest.raises(Conflict):
            restore_narrative(by=business, year=YEAR, section="voice", number=1, version=1)
        with pytest.raises(Refused, match="has this text already"):
            restore_narrative(by=business, year=YEAR, section="voice", number=2, version=2)

    def test_a_version_whose_tokens_name_nothing_any_more_is_not_restored(self, business: Person) -> None:
        self.written("One.", "Two.", "Three.")
        NarrativeVersion.objects.bulk_create(
            [NarrativeVersion(year="2025-26", section="foreword", number=1, text="{{ figure: gone.away }}",
                              written_at=clock.now(), written_by="P-1")]
        )  # fmt: skip
        Narrative.objects.create(
            year="2025-26", section="foreword", text="Two.", version=2, changed_at=clock.now(), changed_by="P-1"
        )
        with pytest.raises(Refused, match="names no figure"):
            restore_narrative(by=business, year=YEAR, section="foreword", number=1, version=2)

    def test_the_page_lists_compares_and_restores(self, client: Client, business: Person) -> None:
        self.written("One line.\nSame.", "One longer line.\nSame.")
        sign_in(client, business)
        page = reverse("reporting:narrative_versions", args=["2025-26", "voice"])
        words = client.get(page).content.decode()
        assert "Version 2 (as it stands)" in words
        assert "Version 1" in words
        compared = client.get(page, {"one": "2", "other": "1"}).content.decode()
        assert '<ins><span class="govuk-visually-hidden">added: </span>longer ' in compared
        restore = reverse("reporting:restore_narrative", args=["2025-26", "voice", 1])
        assert "<del>" in client.get(restore).content.decode()
        client.post(restore, {"version": "2"})
        assert Narrative.objects.get(section="voice").version == 3
        assert "The text of version 1 again" in client.get(page).content.decode()
        assert client.get(reverse("reporting:restore_narrative", args=["2025-26", "voice", 9])).status_code == 404
        for rubbish in ({"one": "x", "other": "1"}, {"one": "77", "other": "1"}):
            assert client.get(page, rubbish).status_code in (200, 404)

    def test_script_in_a_version_stays_text(self, client: Client, business: Person) -> None:
        self.written("<script>alert(1)</script>", "<script>alert(2)</script>")
        sign_in(client, business)
        page = reverse("reporting:narrative_versions", args=["2025-26", "voice"])
        assert "<script>alert" not in client.get(page, {"one": "1", "other": "2"}).content.decode()
        assert (
            "<script>alert"
            not in client.get(reverse("reporting:restore_narrative", args=["2025-26", "voice", 1])).content.decode()
        )

    def test_many_versions_are_paged(self, client: Client, business: Person) -> None:
        self.written(*[f"Text {number}." for number in range(30)])
        sign_in(client, business)
        page = reverse("reporting:narrative_versions", args=["2025-26", "voice"])
        first = client.get(page).content.decode()
        assert "Version 30 (as it stands)" in first
        assert "Version 5<" in first
        assert "after=" in first


def test_pages_of_writing_ask_few_questions(
    client: Client, business: Person, author: Person, django_assert_max_num_queries: Any
) -> None:
    asked(business, author)
    for version, text in enumerate(("One.", "Two.", "Three.")):
        write_narrative(by=business, year=YEAR, section="voice", text=text, version=version)
    sign_in(client, business)
    pages = [
        ADDRESS, reverse("reporting:chapter", args=["2025-26", "voice"]), f"{ADDRESS}versions/?one=1&other=2",
        f"{ADDRESS}authors/",
    ]  # fmt: skip
    for address in pages:
        client.get(address)
        with django_assert_max_num_queries(20):
            client.get(address)
