"""The check of a text to be published: names and their variants, days, ages, places, schools; and what it leaves alone."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.rules.identifying import CANNOT_FIND, Known, Somebody, find, place_lines

BORN, HURT = date(2019, 5, 3), date(2026, 2, 28)
KNOWN = Known(
    people=(Somebody("Katarzyna", "Łukasiewicz-O’Byrne", "Robin"), Somebody("Jo", "Al", "somebody of the team")),
    dates=((BORN, "date of birth of Robin"), (HURT, "date of the incident")),
    places=("Lower Addlington Road", "CR0 9ZZ"),
    schools=("St Cuthbert’s Primary School",),
    others=("the blue caravan",),
    may_stand=frozenset({"robin"}),
)


def kinds_of(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in find(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then Katarzyna came.", "Katarzyna"),
        ("Kasia’s mother", "Kasia"),
        ("KATE said", "KATE"),
        ("the Lukasiewicz family", "Lukasiewicz"),
        ("the Łukasiewiczs", "Łukasiewiczs"),
        ("Mrs O'Byrne", "O'Byrne"),
        ("Łukasiewicz‑O’Byrne", "Łukasiewicz‑O’Byrne"),  # a hyphen that does not break
        ("Ka\u00adtarzyna", "Ka\u00adtarzyna"),
        ("Kata\u0301rzyna", "Kata\u0301rzyna"),
        ("K. Ł. was seen", "K. Ł"),
        ("KLO was seen", "KLO"),
        ("the worker, Jo, left", "Jo"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, words: str) -> None:
    assert [one for kind, one in kinds_of(text) if kind == "name"] == ([words] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        *("3 May 2019", "3rd of May 2019", "May 3, 2019", "03/05/2019", "3.5.19", "2019-05-03", "5/3/2019", "third of May 2019"),
        *("3 May", "03 / 05 / 2019", "the 3rd May ’19"),
    ],
)
def test_a_birth_date_is_known_in_every_way_of_writing_it(text: str) -> None:
    (found,) = find(f"Born {text}; then", KNOWN)
    assert (found.kind, found.why) == ("date", "The date of birth of Robin")


def test_other_exact_days_and_the_month_of_birth_are_found_too() -> None:
    whys = [one.why for one in find("Seen on 4 June 2021, born in May 2019, moved in June 2021.", KNOWN)]
    assert whys == ["An exact date", "The month of the date of birth of Robin"]


@pytest.mark.parametrize("text", ["aged 7", "7 years old", "a seven-year-old", "14 months old", "at the age of six", "9yo"])
def test_an_exact_age_is_found(text: str) -> None:
    assert [kind for kind, _ in kinds_of(f"A child {text} lived there.")] == ["age"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "aged 2 to 12",
            "aged 13-17",
            "between 2 and 12 years old",
            "under 2 years old",
            "seven agencies",
            "24 hours",
            "in 2019",
        ),
        *("Robin was seen.", "He may be 5 minutes late.", "the kate", "al fresco", "us", "version 3.5", "Working Together 2023"),
    ],
)
def test_what_says_nothing_is_left_alone(text: str) -> None:
    expected = ["kate"] if text == "the kate" else []
    assert [words for _, words in kinds_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("lived in lower addlington rd", "place"),
        ("near CR0 9ZZ", "place"),
        ("at SW1A 1AA", "place"),
        ("12 Acacia Avenue", "place"),
        ("at St. Cuthbert's Primary School", "school"),
        ("at Oakfield Academy", "school"),
        ("in the Blue Caravan", "words"),
        ("on 020 7946 0000", "number"),
        ("NHS 943 476 5919", "number"),
    ],
)
def test_places_schools_and_numbers_are_found(text: str, kind: str) -> None:
    assert kind in [found for found, _ in kinds_of(text)]


def test_an_address_is_taken_apart() -> None:
    assert list(place_lines("Flat 2, 14a Lower Addlington Road\nLondon")) == ["Lower Addlington Road"]


def test_the_same_words_between_other_words_are_another_finding() -> None:
    one, two = find("First Kasia came. Much later, and after a long time, it was Kasia who went.", KNOWN)
    assert one.mark != two.mark
    assert find("First Kasia came. Much later, and after a long time, it was Kasia who went.", KNOWN)[0].mark == one.mark


def test_it_says_what_it_cannot_find() -> None:
    assert len(CANNOT_FIND) > 3


def hidden(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [name, name.upper(), name.lower(), f"{name}’s", f"{name}'s", f"“{name}”", f"({name})", f"{name}-Smith"]
    )


@given(
    st.text(max_size=60),
    st.sampled_from(["Katarzyna", "Kasia", "Łukasiewicz", "O’Byrne", "Byrne"]),
    st.data(),
    st.text(max_size=60),
)
def test_a_name_is_found_in_any_text(before: str, name: str, data: st.DataObject, after: str) -> None:
    """And each finding stands where it says, apart from the others."""
    written = data.draw(hidden(name))
    text = f"{before} {written} {after}"
    findings = find(text, KNOWN)
    at = len(before) + 1
    assert any(one.start < at + len(written) and at < one.end for one in findings)
    assert all(text[one.start : one.end] == one.words for one in findings)
    assert all(one.end <= two.start for one, two in itertools.pairwise(findings))


@given(st.text(alphabet=st.characters(categories=["Ll"], max_codepoint=0x17F), max_size=80))
def test_words_that_are_no_name_are_left_alone(text: str) -> None:
    known = Known(people=(Somebody("Zzyzx", "Qwrtp", "Robin"),))
    assert [one for one in find(text, known) if one.kind == "name" and "zzyzx" not in text and "qwrtp" not in text] == []
