"""What readers say stands beside a draft and is never printed; it is put out until a day; each sees what is new."""

from datetime import date, timedelta
from time import perf_counter

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from board.models import Group, Seat, SeatHolding
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.outbox import deliver_now
from reporting.models import Consultation, ConsultedPerson, DraftComment, ReadingMark
from reporting.report.published import content_of
from reporting.rules.difference import ADDED, REMOVED, SAME, Piece, compared
from reporting.services.authors import assign_chapter
from reporting.services.comments import comment_on_chapter, deal_with_comment
from reporting.services.consultations import end_consultation, look_at_draft, open_consultation
from reporting.services.reading import mark_chapter_read
from reporting.services.writing import write_narrative
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM
from work.models import Clock
from work.selectors.my_work import my_work
from work.services.reminders import send_reminders

YEAR = FinancialYear(2025)
UNTIL = date(2026, 12, 1)
YEAR_PAGE = "/yearly-report/2025-26/"
DRAFT = "/yearly-report/2025-26/narrative/voice/draft/"


@pytest.fixture
def business(db: None, apps_publish: None) -> Person:
    write_narrative(by=SYSTEM, year=YEAR, section="voice", text="We heard 40 children.")
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def scrutineer(business: Person) -> Person:
    return make_person("scrutineer")


@pytest.fixture
def member(business: Person) -> Person:
    return make_person("agency_lead", make_agency("police"))


def say(by: Person, comment: str = "Say how many answered.", section: str = "voice") -> DraftComment:
    return comment_on_chapter(by=by, year=YEAR, section=section, comment=comment)


def put_out(by: Person, *people: Person, until: date = UNTIL, group: str = "") -> Consultation:
    return open_consultation(
        by=by, year=YEAR, until=until, group=group, emails="\n".join(one.email for one in people), asked="Is it right?"
    )


def of_year(client: Client, person: Person) -> str:
    return " ".join(sign_in(client, person).get(YEAR_PAGE).content.decode().split())


class TestComments:
    def test_whoever_reads_the_draft_comments_and_others_find_none(
        self, client: Client, scrutineer: Person, member: Person
    ) -> None:
        sign_in(client, scrutineer)
        assert client.post(DRAFT, {"comment": "Say how many answered."}).status_code == 302
        page = client.get(DRAFT).content.decode()
        assert "Say how many answered." in page
        assert "On version 1" in page
        with pytest.raises(NotVisible):
            say(member)
        assert sign_in(client, member).post(DRAFT, {"comment": "x"}).status_code == 404

    def test_the_author_or_the_business_team_marks_it_dealt_with_in_a_word(
        self, client: Client, business: Person, scrutineer: Person, member: Person
    ) -> None:
        one, other = say(scrutineer), say(scrutineer, "And when.")
        with pytest.raises(NotVisible):
            deal_with_comment(by=scrutineer, reference=one.reference, words="Done")
        assign_chapter(by=business, year=YEAR, section="voice", emails=member.email, due_on=UNTIL)
        deal_with_comment(by=member, reference=one.reference, words="Second paragraph")
        page = reverse("reporting:deal_with_comment", args=[other.reference])
        sign_in(client, business)
        assert "Enter what you did about it" in client.post(page, {"words": ""}).content.decode()
        client.post(page, {"words": "Left out, see <b>page</b> 4"})
        shown = client.get(DRAFT).content.decode()
        assert "Second paragraph" in shown
        assert "Left out, see &lt;b&gt;page&lt;/b&gt; 4" in shown
        with pytest.raises(Refused, match="dealt with already"):
            deal_with_comment(by=business, reference=one.reference, words="Again")

    def test_an_author_of_another_chapter_deals_with_nothing_here(
        self, business: Person, scrutineer: Person, member: Person
    ) -> None:
        assign_chapter(by=business, year=YEAR, section="foreword", emails=member.email, due_on=UNTIL)
        with pytest.raises(NotVisible):
            deal_with_comment(by=member, reference=say(scrutineer).reference, words="Done")

    def test_open_comments_are_counted_on_the_page_of_the_year(
        self, client: Client, business: Person, scrutineer: Person
    ) -> None:
        assert "No comment is open." in of_year(client, business)
        one = say(scrutineer)
        say(scrutineer, "And when.")
        assert "<strong>2 comments</strong> are open." in of_year(client, business)
        deal_with_comment(by=business, reference=one.reference, words="Done")
        assert "<strong>1 comment</strong> is open." in of_year(client, business)

    def test_empty_and_endless_comments_are_refused_and_nothing_typed_is_lost(self, client: Client, scrutineer: Person) -> None:
        answer = sign_in(client, scrutineer).post(DRAFT, {"comment": "x" * 4_001})
        assert answer.status_code == 422
        assert "x" * 4_001 in answer.content.decode()
        for typed in ("  ", "x" * 4_001):
            with pytest.raises(Refused) as refused:
                say(scrutineer, typed)
            assert refused.value.field == "comment"

    def test_the_same_words_pressed_twice_stand_once_until_they_are_dealt_with_or_the_chapter_changes(
        self, business: Person, scrutineer: Person
    ) -> None:
        one = say(scrutineer)
        assert say(scrutineer, " Say how many answered. ") == one
        assert say(business) != one
        assert len(history(Subject("draft_comment", one.reference))) == 1
        deal_with_comment(by=business, reference=one.reference, words="Done")
        again = say(scrutineer)
        assert again != one
        write_narrative(by=SYSTEM, year=YEAR, section="voice", text="New.", version=1)
        assert say(scrutineer) not in (one, again)

    def test_a_comment_is_never_printed(self, scrutineer: Person, demo_year: None) -> None:
        say(scrutineer, "A word for the authors only.")
        edition = make_edition()
        assert "authors only" not in str(content_of(edition))
        assert "authors only" not in str((edition.narrative, edition.tables, edition.figures, edition.returns))

    def test_script_in_a_comment_stays_text(self, client: Client, scrutineer: Person) -> None:
        say(scrutineer, "<script>alert(1)</script>")
        assert "<script>alert" not in sign_in(client, scrutineer).get(DRAFT).content.decode()

    def test_many_comments_are_paged(self, client: Client, scrutineer: Person) -> None:
        for number in range(27):
            say(scrutineer, f"Comment number {number}.")
        page = sign_in(client, scrutineer).get(DRAFT).content.decode()
        assert "Comment number 26." in page
        assert "Comment number 0." not in page
        assert "after=" in page


class TestConsultation:
    def test_those_who_are_asked_read_the_whole_draft_and_comment_until_the_day(
        self, client: Client, business: Person, member: Person
    ) -> None:
        sign_in(client, member)
        assert client.get(DRAFT).status_code == 404
        opened = put_out(business, member)
        for section in ("voice", "foreword", "budget"):
            assert client.get(DRAFT.replace("voice", section)).status_code == 200
        assert client.post(DRAFT, {"comment": "Who is 40?"}).status_code == 302
        assert DraftComment.objects.get().consultation == opened
        assert client.get("/yearly-report/2025-26/narrative/voice/").status_code == 404
        assert client.get(YEAR_PAGE).status_code == 403
        assert "Is it right?" in client.get(reverse("reporting:consultation", args=[opened.reference])).content.decode()

    def test_those_who_are_asked_read_nothing_that_stood_there_before(
        self, client: Client, business: Person, scrutineer: Person, member: Person
    ) -> None:
        put_out(business, member)
        write_narrative(by=SYSTEM, year=YEAR, section="voice", text="We heard many.", version=1)
        page = reverse("reporting:narrative_versions", args=["2025-26", "voice"])
        sign_in(client, member)
        assert page not in client.get(DRAFT).content.decode()
        for query in ({}, {"one": "1", "other": "2"}):
            assert client.get(page, query).status_code == 404
        sign_in(client, scrutineer)
        assert page in client.get(DRAFT).content.decode()
        assert client.get(page, {"one": "1", "other": "2"}).status_code == 200

    def test_it_stands_in_my_work_and_a_mail_without_content_is_sent(self, business: Person, member: Person) -> None:
        opened = put_out(business, member)
        (held,) = my_work(member).due
        assert (held.kind, held.due_at.date()) == ("reporting.consultation", UNTIL)
        deliver_now()
        (letter,) = mail.outbox
        assert letter.to == [member.email]
        assert reverse("reporting:consultation", args=[opened.reference]) in letter.body
        assert "Is it right?" not in letter.body

    @pytest.mark.parametrize("by_hand", [True, False])
    def test_after_its_end_late_answers_are_refused_in_a_plain_sentence(
        self, client: Client, business: Person, member: Person, by_hand: bool
    ) -> None:
        opened = put_out(business, member)
        if by_hand:
            end_consultation(by=business, reference=opened.reference)
            day = clock.today()
            assert not Clock.objects.filter(kind="reporting.consultation", stopped_at__isnull=True).exists()
        else:
            day = clock.today() - timedelta(days=1)
            Consultation.objects.update(until=day)
        sentence = f"The consultation on this draft ended on {day.day} November 2026. Comments are not taken any more."
        sign_in(client, member)
        for answer in (client.post(DRAFT, {"comment": "Too late"}), client.get(DRAFT)):
            assert answer.status_code == 422
            assert sentence in answer.content.decode()
        with pytest.raises(Refused, match="Comments are not taken any more"):
            say(member)
        page = client.get(reverse("reporting:consultation", args=[opened.reference])).content.decode()
        assert "Comments are not taken any more." in page
        assert DRAFT not in page
        assert not my_work(member).due
        assert send_reminders(by=SYSTEM) == 0

    def test_whoever_reads_the_report_goes_on_reading_and_commenting(self, business: Person, scrutineer: Person) -> None:
        end_consultation(by=business, reference=put_out(business, scrutineer).reference)
        assert say(scrutineer).consultation is None

    def test_who_looked_and_who_commented_is_shown_to_those_who_read_the_report(
        self, client: Client, business: Person, scrutineer: Person, member: Person
    ) -> None:
        other = make_person("agency_lead", make_agency("health"))
        opened = put_out(business, member, other)
        page = reverse("reporting:consultation", args=[opened.reference])
        sign_in(client, member).get(DRAFT)
        say(member)
        places = {one.person: one.looked_at for one in ConsultedPerson.objects.select_related("person")}
        assert places[member]
        assert places[other] is None
        shown = sign_in(client, scrutineer).get(page).content.decode()
        assert member.name in shown
        assert "Not yet" in shown
        assert other.name not in sign_in(client, member).get(page).content.decode()
        with pytest.raises(NotVisible):
            look_at_draft(by=scrutineer, year=YEAR)

    def test_the_members_of_a_group_who_have_an_account_today_are_asked(self, business: Person, member: Person) -> None:
        group = Group.objects.create(name="Executive group", kind="executive", from_on=date(2024, 1, 1))
        gone, deputy = make_person("agency_lead"), make_person("agency_lead")
        for number, (person, name, deputised, until) in enumerate(
            [
                (member, "", False, None),
                (None, "Somebody", False, None),
                (gone, "", False, date(2026, 1, 1)),
                (deputy, "", True, None),
            ]
        ):
            seat = Seat.objects.create(group=group, title=f"Seat {number}", from_on=date(2024, 1, 1))
            SeatHolding.objects.create(
                seat=seat, person=person, name=name, deputy=deputised, from_on=date(2024, 1, 1), to_on=until
            )
        opened = put_out(business, group=group.reference)
        assert opened.whom == "Executive group"
        assert {one.person for one in opened.people.all()} == {member, deputy}

    def test_bad_input_is_refused_beside_its_question(self, client: Client, business: Person, member: Person) -> None:
        empty = Group.objects.create(name="Nobody", kind="task", from_on=date(2024, 1, 1))
        for given, field in (
            ({"until": date(2026, 1, 1), "emails": member.email}, "until"),
            ({"group": "NM-0"}, "group"),
            ({"group": empty.reference}, "group"),
            ({}, "group"),
            ({"emails": "nobody@example.org"}, "emails"),
            ({"emails": "\n".join(f"p{n}@example.org" for n in range(61))}, "emails"),
        ):
            with pytest.raises(Refused) as refused:
                open_consultation(by=business, year=YEAR, **{"until": UNTIL, **given})  # type: ignore[arg-type]
            assert refused.value.field == field
        page = reverse("reporting:consult", args=["2025-26"])
        answer = sign_in(client, business).post(page, {"emails": "nobody@example.org"})
        assert answer.status_code == 422
        assert "Enter the last day for comments" in answer.content.decode()
        assert "nobody@example.org" in answer.content.decode()

    def test_only_the_business_team_opens_and_ends_it(self, business: Person, scrutineer: Person, member: Person) -> None:
        with pytest.raises(NotAllowed):
            put_out(scrutineer, member)
        opened = put_out(business, member)
        with pytest.raises(NotAllowed):
            end_consultation(by=member, reference=opened.reference)
        end_consultation(by=business, reference=opened.reference)
        with pytest.raises(Refused, match="over already"):
            end_consultation(by=business, reference=opened.reference)

    def test_pressed_twice_it_is_put_out_once(self, business: Person, scrutineer: Person, member: Person) -> None:
        one = put_out(business, member)
        assert put_out(business, member) == one
        assert len(my_work(member).due) == 1
        deliver_now()
        assert len(mail.outbox) == 1
        others = (put_out(business, member, scrutineer), put_out(business, member, until=UNTIL + timedelta(days=1)))
        assert one not in others
        end_consultation(by=business, reference=one.reference)
        assert put_out(business, member) != one

    def test_the_pages_put_it_out_and_end_it(self, client: Client, business: Person, member: Person) -> None:
        sign_in(client, business)
        day = {"until-day": "1", "until-month": "12", "until-year": "2026"}
        client.post(reverse("reporting:consult", args=["2025-26"]), {"emails": member.email, "asked": "", **day})
        opened = Consultation.objects.get()
        assert "Chosen people" in client.get(YEAR_PAGE).content.decode()
        client.post(reverse("reporting:end_consultation", args=[opened.reference]))
        assert Consultation.objects.get().ended_by == business.reference


class TestReading:
    def read(self, by: Person, version: int) -> None:
        mark_chapter_read(by=by, year=YEAR, section="voice", version=version)

    def test_a_reader_sees_what_changed_since_they_last_read_it(self, client: Client, scrutineer: Person) -> None:
        sign_in(client, scrutineer)
        assert "You have not read this chapter yet." in client.get(DRAFT).content.decode()
        client.post(reverse("reporting:read_chapter", args=["2025-26", "voice"]), {"version": "1"})
        page = client.get(DRAFT).content.decode()
        assert "You have not read" not in page
        assert "Changed since" not in page
        write_narrative(by=SYSTEM, year=YEAR, section="voice", text="We heard 45 children.", version=1)
        write_narrative(by=SYSTEM, year=YEAR, section="voice", text="We heard 45 children and 3 parents.", version=2)
        page = client.get(DRAFT).content.decode()
        assert "Changed since you last read it" in page
        assert '<del><span class="govuk-visually-hidden">removed: </span>40<' in page
        self.read(scrutineer, 3)
        assert "Changed since" not in client.get(DRAFT).content.decode()

    def test_each_reader_has_their_own_mark_and_the_year_counts_what_is_new_to_them(
        self, client: Client, business: Person, scrutineer: Person
    ) -> None:
        assert "<strong>1 chapter</strong> you have not read as it stands." in of_year(client, scrutineer)
        self.read(scrutineer, 1)
        assert "You have read every chapter as it stands." in of_year(client, scrutineer)
        assert "<strong>1 chapter</strong> you have not read as it stands." in of_year(client, business)
        write_narrative(by=business, year=YEAR, section="voice", text="New.", version=1)
        assert "You have read every chapter as it stands." in of_year(client, business)
        assert "Changed since you read it" in of_year(client, scrutineer)

    def test_a_mark_is_one_for_each_person_and_chapter_and_never_of_a_version_to_come(
        self, scrutineer: Person, member: Person
    ) -> None:
        self.read(scrutineer, 1)
        self.read(scrutineer, 1)
        assert ReadingMark.objects.filter(person=scrutineer).count() == 1
        write_narrative(by=SYSTEM, year=YEAR, section="voice", text="New.", version=1)
        for version in (0, 1, 3):
            with pytest.raises(Refused, match="read it as it is now"):
                self.read(scrutineer, version)
        with pytest.raises(NotVisible):
            self.read(member, 1)


class TestDifference:
    def test_changed_words_are_told_within_their_line(self) -> None:
        (line,) = compared("We heard 40 children.", "We heard 45 children.")
        assert line.pieces == (Piece(SAME, "We heard "), Piece(REMOVED, "40"), Piece(ADDED, "45"), Piece(SAME, " children."))

    def test_unchanged_lines_far_from_a_change_are_counted(self) -> None:
        text = "\n".join(f"Line {number}." for number in range(20))
        lines = compared(text, text.replace("Line 10.", "Line ten."))
        assert [line.left_out for line in lines if line.left_out] == [8, 7]
        assert compared(text, text) == []

    def test_new_and_lost_lines_are_told_whole(self) -> None:
        assert [line.pieces[0].kind for line in compared("a\nb", "a\nb\nc")] == [SAME, SAME, ADDED]
        assert [line.pieces[0].kind for line in compared("a\nb\nc", "a")] == [SAME, REMOVED, REMOVED]

    def test_lines_that_have_little_in_common_are_told_as_a_whole(self) -> None:
        (line,) = compared("More families asked for help.", "Everybody who works here sends their worries to one place.")
        assert [piece.kind for piece in line.pieces] == [REMOVED, ADDED]

    def test_texts_that_would_take_too_long_are_told_as_a_whole(self) -> None:
        old, new = ("\n\n".join(f"{word} {number}" for number in range(1_500)) for word in ("One", "Other"))
        (line,) = compared(old, new)
        assert line.pieces == (Piece(REMOVED, old), Piece(ADDED, new))

    def test_lines_that_would_take_too_long_are_told_as_a_whole_and_a_changed_word_in_them_is_found(self) -> None:
        old, new = ("\n".join(" ".join(f"{word}{number}" for number in range(700)) for _line in range(8)) for word in "ab")
        begun = perf_counter()
        assert all(line.pieces[0].kind == REMOVED for line in compared(old, new))
        assert perf_counter() - begun < 5
        (line,) = compared(old.split("\n")[0], old.split("\n")[0].replace("a300", "here"))
        assert [piece.text for piece in line.pieces if piece.kind != SAME] == ["a300", "here"]

    def test_a_very_long_line_is_told_as_a_whole(self) -> None:
        old, new = "word " * 2000, "other " * 2000
        (line,) = compared(old, new)
        assert [piece.kind for piece in line.pieces] == [REMOVED, ADDED]
