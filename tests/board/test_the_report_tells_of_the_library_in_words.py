"""What the library publishes in words: changes and timetable, reforms, letters and replies, as they stood on 31 March."""

from datetime import date

import pytest
from django.db import connection

from board.models import ReformEntry
from board.services.letters import close_letter, record_reply
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import text_groups
from reporting.rules.blocks import Words
from reporting.rules.outline import CHAPTERS
from tests.board.library import addressee_of, make_arrangements, make_letter, make_reform, make_step
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)


def read_words(code: str, year: FinancialYear = YEAR) -> tuple[tuple[str, ...], ...] | None:
    """The rows of a table of words; None where its app has nothing of the year."""
    group = next(group for group in text_groups() if any(table.code == code for table in group.tables))
    with connection.cursor() as cursor:
        return next((found.rows for found in group.read(year, cursor) if found.code == code), None)


def test_changes_are_those_published_in_the_year_and_the_timetable_is_that_of_its_end() -> None:
    assert read_words("arrangements.changes") is None
    make_arrangements(date(2024, 4, 1), number="1.0", changes="The first.")
    make_arrangements(date(2025, 9, 1), number="2.0", changes="Education joins.")
    later = make_arrangements(date(2026, 5, 1), number="3.0")
    make_step(text="Ask schools", due_on=date(2026, 2, 1), done_on=date(2026, 2, 3), arrangements=later)
    make_step(text="Sign", due_on=date(2026, 4, 1), done_on=date(2026, 4, 2), arrangements=later, note="Three of three.")
    assert read_words("arrangements.changes") == (
        ("2.0: Working together here", "Education joins.", "1 September 2025", "1 September 2025"),
    )
    assert read_words("arrangements.timetable") == (
        ("Ask schools", "1 February 2026", "3 February 2026", ""),
        ("Sign", "1 April 2026", "Not yet", "Three of three."),
    )
    assert read_words("arrangements.timetable", FinancialYear(2026)) == ()


def test_reforms_say_how_far_they_were_and_what_the_year_brought() -> None:
    assert read_words("reforms.implementation") is None
    reform = make_reform(title="One front door", source="The act", added_on=date(2025, 5, 1))
    for day, kind, text, state in (
        (date(2025, 6, 1), "decision", "A team\nis named.", "preparing"),
        (date(2025, 9, 1), "issue", "There is no room.", "preparing"),
        (date(2026, 1, 1), "progress", "The team works.", "under_way"),
        (date(2026, 4, 1), "progress", "It is in place.", "in_place"),
    ):
        ReformEntry.objects.create(
            reform=reform, kind=kind, happened_on=day, text=text, state=state, written_at=clock.now(),
            written_by=make_person("business_team"),
        )  # fmt: skip
    make_reform(added_on=date(2026, 4, 1))
    assert read_words("reforms.implementation") == (
        ("One front door (The act)", "Under way", "A team is named.\nThe team works.", "There is no room."),
    )


def test_letters_say_what_had_been_replied_and_what_came_of_them() -> None:
    assert read_words("letters.replies") is None
    team, school = make_person("business_team"), make_agency("school")
    days = {"sent_on": date(2026, 1, 5), "reply_due_on": date(2026, 2, 5)}
    letter = make_letter(school, others="A club\nThe church", by=team, title="Join", signatories="All three", **days)
    club = letter.addressees.get(words="A club")
    for one, day, reply in (
        (addressee_of(letter, school), date(2026, 1, 20), "yes"),
        (club, date(2026, 4, 2), "no"),
    ):
        record_reply(by=team, reference=one.reference, version=1, reply=reply, replied_on=day, replier="Chair", channel="email")
    close_letter(by=team, reference=letter.reference, version=1, closed_on=date(2026, 3, 31), reason="One joined.")
    expected = (("Join (All three)", "5 January 2026", "3 asked\n1 said yes\n2 had not replied", "One joined."),)
    assert read_words("letters.replies") == expected
    assert read_words("letters.replies", FinancialYear(2026)) == ()


def test_each_of_these_tables_has_its_place_in_the_report() -> None:
    places = {block.code for chapter in CHAPTERS for block in chapter.blocks if isinstance(block, Words)}
    published = {table.code for group in text_groups() for table in group.tables}
    assert {"arrangements.changes", "arrangements.timetable", "reforms.implementation", "letters.replies"} <= places & published
