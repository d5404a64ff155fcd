"""Before words are published the portal marks in them what may say who somebody is, and says what it cannot find."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.anonymity import CANNOT_FIND, EXPLAINED, Sign, find_marks, words_key
from board.presenters.voice import marked_text
from board.selectors.voice import marks_in
from tests.factories import make_agency, make_person


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My worker came on 3 May 2026.", [("3 May 2026", Sign.DATE)]),
        ("It was on 03/05/2026 or 2026-05-03.", [("03/05/2026", Sign.DATE), ("2026-05-03", Sign.DATE)]),
        ("She came every tuesday in 2025.", [("tuesday", Sign.DATE), ("2025", Sign.DATE)]),
        ("Since the 21st of october it is better.", [("21st of october", Sign.DATE)]),
        ("We live in ZZ99 3WZ now.", [("ZZ99 3WZ", Sign.POSTCODE)]),
        ("Ring me on 07700 900 982.", [("07700 900 982", Sign.PHONE)]),
        ("Write to a.parent@mail.example please.", [("a.parent@mail.example", Sign.EMAIL)]),
        ("His number is 999 000 0018.", [("999 000 0018", Sign.NUMBER)]),
        ("I am 9 and my sister is aged twelve.", [("I am 9", Sign.AGE), ("aged twelve", Sign.AGE)]),
        ("My 7-year-old and the two year old.", [("7-year-old", Sign.AGE), ("two year old", Sign.AGE)]),
        ("We told Karen in Elmbridge.", [("Karen", Sign.CAPITAL), ("Elmbridge", Sign.CAPITAL)]),
        ("She listened. He listened too! “They” did not.", []),
        ("I said I’m fine, and I was fine.", []),
    ],
)
def test_it_marks_what_may_say_who_somebody_is(text: str, found: list[tuple[str, Sign]]) -> None:
    assert [(mark.text, mark.sign) for mark in find_marks(text)] == found


class Counted(str):  # noqa: SLOT000  # a few of them
    """A text that counts how many of its letters were asked for."""

    looked = 0

    def __getitem__(self, key: Any) -> str:
        self.looked += len(range(*key.indices(len(self)))) if isinstance(key, slice) else 1
        return super().__getitem__(key)


@pytest.mark.parametrize("text", ["\n" * 2000 + " A" * 1000, " " * 2000 + " A" * 1000, "x" + " “" * 2000 + "A B" * 1000])
def test_a_long_text_is_looked_through_once(text: str) -> None:
    counted = Counted(text)
    marks = find_marks(counted)
    assert len(marks) >= 999
    assert counted.looked <= 2 * len(text)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("A", True), ("  “A", True), ("so.\n– A", True), ("so\n\n  A", True), ("so… (A", True), ("so, A", False),
        ("so – A", False), ("1 A", False), ("so: “A", True),
    ],
)  # fmt: skip
def test_a_sentence_begins_after_a_stop_a_line_or_nothing(text: str, begins: bool) -> None:  # a table of cases
    text += "nna"
    assert [mark.text for mark in find_marks(text)] == ([] if begins else ["Anna"])


def test_a_name_that_the_portal_knows_is_found_wherever_it_stands() -> None:
    marks = find_marks("Hartley’s mum and jo hartley will go. Will stayed.", people=["Hartley", "Jo Hartley", "Will"])
    assert [(mark.text, mark.sign) for mark in marks] == [
        ("Hartley", Sign.PERSON), ("jo hartley", Sign.PERSON), ("Will", Sign.PERSON),
    ]  # fmt: skip


@pytest.mark.django_db
def test_names_of_people_agencies_and_teams_come_from_the_portal() -> None:
    school = make_agency(name="Oakfield Academy")
    person = make_person("practitioner", school)
    person.name = "Ngozi Whitfield-Okafor"
    person.save()
    text = "Whitfield-Okafor helped me at oakfield academy. ngozi whitfield-okafor did."
    found = [(mark.text, mark.sign) for mark in marks_in(text)]
    assert found == [
        ("Whitfield-Okafor", Sign.PERSON), ("oakfield academy", Sign.AGENCY), ("ngozi whitfield-okafor", Sign.PERSON),
    ]  # fmt: skip
    assert marks_in("") == ()


@given(st.text(alphabet=st.sampled_from("abcdEF 019-/.@’\n"), max_size=80))
def test_the_marked_parts_make_up_the_text_again(text: str) -> None:
    marks = find_marks(text, people=["Ea"], agencies=["ab c"])
    assert "".join(part["text"] for part in marked_text(text, marks)) == text
    assert all(one.end <= other.start for one, other in pairwise(marks))


def test_every_sign_is_explained_and_what_cannot_be_found_is_said() -> None:
    assert set(EXPLAINED) == set(Sign)
    assert any("rare" in one for one in CANNOT_FIND)


@pytest.mark.parametrize("same", ["He  listened to me", "he listened\nto me!", "“HE LISTENED, to me.”"])
def test_words_are_the_same_save_for_case_blanks_and_stops(same: str) -> None:
    assert words_key(same) == words_key("He listened to me.")
    assert words_key("He listened to us.") != words_key(same)
    assert words_key(" … ") == ""
