"""Of children told of twice, at least 98 in 100 share a key and score enough to be offered, whatever the mistake."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from children.rules import ChildDetails
from children.rules.keys import MOST_KEYS, keys_of, keys_to_ask
from children.rules.likeness import LIKELY, POSSIBLE, VERY_LIKELY, WEIGHTS, Reason, likeness
from children.rules.names import letters_apart, sound_of, words_of
from tests.children.makers import MISTAKES, dice, somebody, told

PEOPLE = 400
RECALL = 0.98


def offered(first: ChildDetails, again: ChildDetails) -> bool:
    return bool(set(keys_of(first)) & set(keys_to_ask(again))) and likeness(first, again).score >= POSSIBLE


def test_recall_over_all_mistakes() -> None:
    random = dice(7)
    found = asked = 0
    for _ in range(PEOPLE):
        child = somebody(random)
        for mistake in MISTAKES.values():
            asked += 1
            found += offered(child, mistake(random, child))
    assert found / asked >= RECALL, f"{found} of {asked}"


@pytest.mark.parametrize("name", MISTAKES)
def test_no_mistake_is_missed_often(name: str) -> None:
    random = dice(name)
    children = [somebody(random) for _ in range(PEOPLE)]
    found = sum(offered(child, MISTAKES[name](random, child)) for child in children)
    assert found / PEOPLE >= 0.93, f"{name}: {found} of {PEOPLE}"


def test_strangers_are_hardly_ever_offered() -> None:
    random = dice(11)
    children = [somebody(random) for _ in range(PEOPLE)]
    pairs = [(one, other) for place, one in enumerate(children) for other in children[:place]]
    wrong = sum(offered(one, other) for one, other in pairs)
    assert wrong / len(pairs) < 0.001, f"{wrong} of {len(pairs)}"


@pytest.mark.parametrize(
    ("again", "reason", "at_least"),
    [
        (told(), Reason.GIVEN_SAME, VERY_LIKELY),
        (told(given_name="Whitfield", family_name="Alexander"), Reason.NAMES_SWAPPED, VERY_LIKELY),
        (told(given_name="Alex"), Reason.GIVEN_SHORT, VERY_LIKELY),
        (told(given_name="Aleksander"), Reason.GIVEN_SOUND, VERY_LIKELY),
        (told(given_name="Bo", known_as="Alexander"), Reason.GIVEN_SAME, VERY_LIKELY),
        (told(family_name="Witfeld"), Reason.FAMILY_SOUND, VERY_LIKELY),
        (told(birth_date=date(2015, 7, 3)), Reason.BORN_SWAPPED, VERY_LIKELY),
        (told(birth_date=date(2016, 3, 7)), Reason.BORN_DIGIT, VERY_LIKELY),
        (told(birth_date=date(2015, 9, 20), birth_date_estimated=True), Reason.BORN_ESTIMATED, LIKELY),
        (told(given_name="", birth_date=None, expected_delivery_date=date(2015, 3, 20), sex="U"), Reason.BORN_EXPECTED, LIKELY),
    ],
)
def test_each_reason_is_named(again: ChildDetails, reason: Reason, at_least: int) -> None:
    found = likeness(told(), again)
    assert reason in found.reasons
    assert found.score >= at_least


def test_a_brother_at_the_same_address_is_not_proposed() -> None:
    assert likeness(told(), told(given_name="Henry", birth_date=date(2012, 10, 21))).score < POSSIBLE


def test_names_with_a_vowel_and_a_consonant_in_common_do_not_sound_alike() -> None:
    one, other = told(given_name="Iona", family_name="Hagdale"), told(given_name="Anwen", family_name="Tarngate", postcode="")
    assert likeness(one, other).score < POSSIBLE


def test_a_twin_is_not_called_likely() -> None:
    assert likeness(told(), told(given_name="Henry")).score < LIKELY


def test_the_same_nhs_number_is_offered_whatever_else_differs() -> None:
    again = told(
        given_name="Mo", family_name="Patel", birth_date=date(2014, 1, 1), address="", postcode="", nhs_number="9434765919"
    )
    assert offered(told(nhs_number="9434765919"), again)


def test_different_nhs_numbers_speak_against_it_but_are_shown() -> None:
    found = likeness(told(nhs_number="9434765919"), told(nhs_number="4505577104"))
    assert found.differing_nhs_numbers
    assert POSSIBLE <= found.score < LIKELY


names = st.text(max_size=30)
days = st.dates(date(2005, 1, 1), date(2026, 1, 1))
details = st.builds(
    told, given_name=names, family_name=names, known_as=names, birth_date=days, postcode=st.sampled_from(["", "ZZ1 1AA"])
)


@given(details, details)
def test_the_order_of_the_two_makes_no_difference(one: ChildDetails, other: ChildDetails) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(details, details)
def test_the_score_is_the_sum_of_reasons_none_of_them_twice(one: ChildDetails, other: ChildDetails) -> None:
    found = likeness(one, other)
    assert found.score == sum(WEIGHTS[reason] for reason in found.reasons)
    assert len(set(found.reasons)) == len(found.reasons)


@given(details, details)
def test_one_more_number_in_common_never_lowers_the_score(one: ChildDetails, other: ChildDetails) -> None:
    number = {"nhs_number": "9434765919"}
    both = likeness(told(**(vars(one) | number)), told(**(vars(other) | number)))
    assert both.score > likeness(one, other).score


@given(st.builds(told, given_name=names, family_name=names, birth_date=days))
def test_a_child_shares_a_key_with_itself_and_has_few(child: ChildDetails) -> None:
    assert set(keys_of(child)) & set(keys_to_ask(child))
    assert len(keys_of(child)) <= MOST_KEYS


def test_ten_thousand_characters_are_a_short_work() -> None:
    long = "Ẑa-" * 5_000
    assert len(words_of(long)) <= 4
    assert len(keys_of(told(given_name=long, family_name=long, known_as=long))) <= MOST_KEYS


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Siân O’Hare-Łucki", ("sian", "ohare", "lucki")),
        ("GARCÍA", ("garcia",)),
        ("Sørensen", ("sorensen",)),
        ("Юлия", ("юлия",)),
        ("  ", ()),
    ],
)
def test_names_lose_accents_and_signs(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("catherine", "kathryn"), ("stephen", "steven"), ("philip", "filip"), ("smith", "smyth"), ("wright", "rite")],
)
def test_names_that_sound_alike_are_alike(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(
    ("one", "other", "letters"), [("anna", "anna", 0), ("anna", "ana", 1), ("marie", "maire", 1), ("kit", "sat", 2)]
)
def test_letters_apart_are_counted(one: str, other: str, letters: int) -> None:
    assert letters_apart(one, other) == letters_apart(other, one) == letters
