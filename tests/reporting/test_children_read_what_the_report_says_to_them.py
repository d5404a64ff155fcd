"""One page in short words of a signed edition: written by one person, published by another, frozen, printed on one sheet."""

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.outbox import deliver_now
from foundation.tagged_pdf import BrokenPdf, check
from reporting.models import ChildrensVersion, Edition, HelpLine
from reporting.presenters.childrens import reading_words
from reporting.report.childrens import print_for_children
from reporting.report.pictures import number
from reporting.rules.childrens import LONGEST, LONGEST_WORDS, MOST_HELP, MOST_LINES
from reporting.rules.frozen import fingerprint
from reporting.rules.readability import reading_of, syllables
from reporting.selectors.childrens import draft_of, for_children_of, help_lines
from reporting.selectors.editions import sheet_of
from reporting.services.childrens import (
    content_now,
    fingerprint_for_children,
    keep_sheet,
    print_version,
    publish_for_children,
    write_for_children,
)
from reporting.services.publishing import withdraw_publication
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.test_a_signed_edition_is_published_and_sent import publish as publish_report
from tests.reporting.test_a_signed_edition_is_published_and_sent import sign

pytestmark = pytest.mark.django_db

DID = "People told us about a child {{ figure: contacts.received }} times.\nWe looked at each of them."
HEARD = "You told us that letters are hard to read."
WILL = "We will write to you in plain words."
NUMBERS = ({"code": "contacts.decided_in_time", "words": "answers came in time"},)


@pytest.fixture
def author() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def edition(demo_year: None) -> Edition:
    signed = sign(make_edition())
    publish_report(signed)
    return signed


def write(edition: Edition, by: Person, **given: object) -> ChildrensVersion:
    told = {"did": DID, "heard": HEARD, "will_do": WILL, "numbers": NUMBERS, "version": 0} | given
    return write_for_children(by=by, reference=edition.reference, **told)  # type: ignore[arg-type]  # as a form gives them


def read_and_publish(edition: Edition, by: Person | None = None) -> ChildrensVersion:
    draft = draft_of(edition)
    assert draft is not None
    read = fingerprint_for_children(edition, content_now(draft))
    return publish_for_children(by=by or make_person("scrutineer"), reference=edition.reference, read=read)


def page_of(label: str = YEAR.label) -> str:
    return Client().get(reverse("reporting:published_for_children", args=[label])).content.decode()


class TestWriting:
    def test_only_of_an_edition_that_is_signed(self, demo_year: None, author: Person) -> None:
        with pytest.raises(Refused, match="must have approved the edition before it is told to children"):
            write(make_edition(), author)

    @pytest.mark.parametrize(
        ("given", "field", "words"),
        [
            ({"did": " "}, "did", "Enter what stands under “What we did”"),
            ({"heard": "x" * (LONGEST + 1)}, "heard", "450 characters or fewer"),
            ({"will_do": "x\n" * (MOST_LINES + 1)}, "will_do", "5 lines or fewer"),
            ({"did": "We saw {{ figure: contacts.recieved }}."}, "did", "names no figure"),
            ({"numbers": [{"code": "no.such", "words": "x"}]}, "words_1", "no figure “no.such”"),
            ({"numbers": [*NUMBERS, {"code": "contacts.received", "words": ""}]}, "words_2", "in words for children"),
            ({"numbers": [{"code": "contacts.received", "words": "x" * (LONGEST_WORDS + 1)}]}, "words_1", "50 characters"),
            ({"numbers": [*NUMBERS] * 4}, "", "At most 3 large numbers"),
        ],
    )
    def test_what_cannot_stand_there_is_refused_beside_its_question(
        self, edition: Edition, author: Person, given: dict[str, object], field: str, words: str
    ) -> None:
        with pytest.raises(Refused, match=words) as refused:
            write(edition, author, **given)
        assert (refused.value.field or "") == field
        assert not ChildrensVersion.objects.exists()

    def test_a_figure_that_the_edition_hides_stands_in_no_page_for_children_either(self, demo_year: None, author: Person) -> None:
        from reporting.rules.childrens import number_problem, section_problem
        from reporting.rules.frozen import from_json

        rows = [row | {"value": None, "text": "c"} for row in make_edition().figures if row["code"] == "contacts.received"]
        figures = from_json(rows)
        assert "is not shown in this edition" in section_problem(DID, "What we did", figures)
        assert "is not shown in this edition" in section_problem("{{ previous: contacts.received }}", "What we did", figures)
        assert "is not shown in this edition" in number_problem("contacts.received", "x", figures)

    def test_two_who_write_at_once_do_not_undo_each_other(self, edition: Edition, author: Person) -> None:
        first = write(edition, author)
        with pytest.raises(Conflict, match="Somebody else changed this"):
            write(edition, author, did="Mine")
        assert write(edition, author, did="Mine", version=first.version).version == 2
        assert ChildrensVersion.objects.get().did == "Mine"

    @pytest.mark.parametrize("role", ["executive", "scrutineer", "practitioner", None])
    def test_only_the_business_team_writes_it(self, edition: Edition, role: str | None) -> None:
        with pytest.raises(NotAllowed):
            write(edition, make_person(role))


class TestPublishing:
    def test_a_second_person_publishes_what_they_have_read(self, edition: Edition, author: Person) -> None:
        write(edition, author)
        with pytest.raises(Refused, match="You have written it"):
            read_and_publish(edition, author)
        with pytest.raises(Conflict, match="changed since you looked at it"):
            publish_for_children(by=make_person("executive"), reference=edition.reference, read="0" * 64)
        second = make_person("executive")
        made = read_and_publish(edition, second)
        assert (made.published_by, made.written_by) == (second.reference, author.reference)
        assert made.content_sha256 == fingerprint_for_children(edition, made.content)
        verbs = [event.verb for event in history(Subject("edition", edition.reference))]
        assert {"reporting.written_for_children", "reporting.published_for_children"} <= set(verbs)
        with pytest.raises(Refused, match="nothing to publish"):
            publish_for_children(by=second, reference=edition.reference, read=made.content_sha256)

    def test_not_before_the_report_itself(self, demo_year: None, author: Person) -> None:
        signed = sign(make_edition())
        write(signed, author)
        with pytest.raises(Refused, match="Publish the report itself first"):
            read_and_publish(signed)

    def test_what_is_published_stays_and_a_new_version_takes_its_place(self, edition: Edition, author: Person) -> None:
        write(edition, author)
        first = read_and_publish(edition)
        with pytest.raises(InternalError), transaction.atomic():
            ChildrensVersion.objects.update(content={"year": "x"})
        with pytest.raises(InternalError), transaction.atomic():
            first.delete()
        HelpLine.objects.all().delete()
        assert "Childline" in page_of()
        second = write(edition, author, heard="You told us that you wait too long.")
        assert second.number == 2
        assert "wait too long" not in page_of()
        read_and_publish(edition)
        assert "wait too long" in page_of()
        assert for_children_of(YEAR.label).number == 2

    def test_the_database_wants_a_second_person(self, edition: Edition, author: Person) -> None:
        write(edition, author)
        with pytest.raises(IntegrityError), transaction.atomic():
            ChildrensVersion.objects.update(published_at=clock.now(), published_by=author.reference, content_sha256="0" * 64)

    def test_it_goes_with_the_report_when_that_is_withdrawn(self, edition: Edition, author: Person) -> None:
        write(edition, author)
        read_and_publish(edition)
        withdraw_publication(by=author, reference=edition.reference, reason="A wrong table")
        assert Client().get(reverse("reporting:published_for_children", args=[YEAR.label])).status_code == 404


class TestReading:
    def test_children_read_it_with_the_numbers_of_the_edition_and_help(self, edition: Edition, author: Person) -> None:
        report = reverse("reporting:published", args=[YEAR.label])
        link = reverse("reporting:published_for_children", args=[YEAR.label])
        assert link not in Client().get(report).content.decode()
        assert Client().get(link).status_code == 404
        write(edition, author)
        read_and_publish(edition)
        assert link in Client().get(report).content.decode()
        received = next(row["text"] for row in edition.figures if row["code"] == "contacts.received")
        page = page_of()
        for words in (f"told us about a child {received} times", HEARD, WILL, "Where you can get help", "0800 1111", "in time"):
            assert words in page
        assert Client().get(link).headers["X-Robots-Tag"] == "all"

    def test_its_sheet_is_one_tagged_page_printed_once(self, edition: Edition, author: Person) -> None:
        write(edition, author)
        made = read_and_publish(edition)
        sheet = reverse("reporting:published_for_children_pdf", args=[YEAR.label])
        assert Client().get(sheet).status_code == 302
        deliver_now()
        made.refresh_from_db()
        pdf = sheet_of(made)
        assert (check(pdf), len(pdf)) == (1, made.pdf_bytes)
        print_version(by=SYSTEM, reference=edition.reference, number=1)
        assert ChildrensVersion.objects.get().pdf_sha256 == made.pdf_sha256
        with pytest.raises(Refused, match="printed already"):
            keep_sheet(by=SYSTEM, reference=edition.reference, number=1, key="0" * 64, sha256="0" * 64, size=1)
        answer = Client().get(sheet)
        assert answer["Content-Type"] == "application/pdf"
        assert "One page to print" in page_of()

    def test_the_longest_that_can_be_written_fits_one_page(self) -> None:
        section = {"key": "did", "title": "What we did", "paragraphs": ["wide words " * 8] * MOST_LINES}
        told = {"code": "a", "words": "W" * 24 + " " + "W" * 25, "text": "100.0%", "of_ten": 10}
        line = {
            "name": "A line with a long name for it",
            "words": "What it is for. " * 10,
            "telephone": "0800 111 111",
            "website": "a.org",
        }
        content = {
            "year": "2025-26",
            "sections": [section, section | {"key": "heard"}, section | {"key": "will_do"}],
            "numbers": [told] * 3,
            "help": [line] * MOST_HELP,
        }
        assert check(print_for_children(content, clock.now())) == 1
        with pytest.raises(BrokenPdf, match="more than one page"):
            print_for_children(content | {"sections": [section] * 20}, clock.now())

    def test_a_share_is_drawn_with_ten_children(self) -> None:
        drawn = number({"code": "a", "words": "came in time", "text": "72.5%", "of_ten": 7})
        assert drawn.svg.count('fill="#12436D" stroke="#12436D"') == 14
        assert "7 of ten figures of children are coloured" in drawn.svg


class TestHowHardItIs:
    @pytest.mark.parametrize(
        ("word", "number"),
        [
            ("cat", 1),
            ("the", 1),
            ("table", 2),
            ("people", 2),
            ("asked", 1),
            ("wanted", 2),
            ("protection", 3),
            ("2,024", 1),
            ("hm", 1),
        ],
    )
    def test_syllables(self, word: str, number: int) -> None:
        assert syllables(word) == number

    def test_short_words_are_easy_and_official_ones_are_not(self) -> None:
        easy = reading_of("We met you. You told us what is hard.\nWe will help you.")
        hard = reading_of(
            "The implementation of multi-agency arrangements necessitates considerable organisational co-ordination across the"
            " partnership and its accountability mechanisms."
        )
        assert (easy.sentences, easy.words) == (3, 13)
        assert easy.ease is not None
        assert hard.ease is not None
        assert easy.ease > 90 > 30 > hard.ease
        assert hard.long_sentences
        assert "organisational" in hard.long_words
        assert reading_of("").ease is None

    def test_its_author_is_told(self) -> None:
        def told(text: str) -> str:
            return " ".join(reading_words({"sections": [{"paragraphs": [text]}]}))

        assert "Easy: most children of 11 can read it." in told("We met you. We will help you.")
        hard = told("Organisational accountability arrangements necessitate considerable co-ordination.")
        assert "Hard to read for children" in hard
        assert "Long words: organisational, accountability" in hard
        assert "Longer than 15 words: “We went" in told(
            "We went to see you and your mum and your dad and your dog and your cat at home."
        )
        assert told("") == ""


class TestPages:
    def test_it_is_written_looked_at_and_published_in_pages(self, client: Client, edition: Edition, author: Person) -> None:
        page, form, button = (
            reverse(f"reporting:{name}", args=[edition.reference])
            for name in ("for_children", "write_for_children", "publish_for_children")
        )
        sign_in(client, author)
        assert page in client.get(reverse("reporting:edition", args=[edition.reference])).content.decode()
        assert "Nothing is written for children yet" in client.get(page).content.decode()
        told = {"did": DID, "heard": HEARD, "will_do": WILL, "code_1": "contacts.decided_in_time", "words_1": "", "version": "0"}
        answer = client.post(form, told)
        assert answer.status_code == 422
        assert "in words for children" in answer.content.decode()
        assert HEARD in answer.content.decode()
        assert client.post(form, told | {"words_1": "answers came in time"}).status_code == 302
        shown = client.get(page).content.decode()
        for words in (HEARD, "Flesch reading ease", "You have written it.", "answers came in time"):
            assert words in shown
        assert button not in shown
        answer = client.post(form, told | {"words_1": "came in time", "heard": "Another"})
        assert answer.status_code == 409
        assert "What is saved now" in answer.content.decode()
        sign_in(client, make_person("executive"))
        assert form not in client.get(page).content.decode()
        read = client.get(page).context["fingerprint"]
        assert client.post(button, {"read": "0"}, follow=True).content.decode().count("changed since you looked") == 1
        shown = client.post(button, {"read": read}, follow=True).content.decode()
        assert "Every child can read it now." in shown
        assert "Version 1 is published" in shown

    def test_there_is_no_page_of_a_year_without_one(self, db: None) -> None:
        with pytest.raises(NotVisible):
            for_children_of("2011-12")

    def test_help_lines_are_data(self, db: None) -> None:
        HelpLine.objects.create(name="Northmere youth line", words="Ring us.", telephone="01632 960 111")
        assert help_lines()[0]["name"] == "Northmere youth line"
        assert len({fingerprint(one) for one in help_lines()}) == len(help_lines()) == 4
