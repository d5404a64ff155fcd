import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foundation.identifiers import (
    InvalidIdentifier,
    nhs_check_digit,
    normalise_nhs_number,
    normalise_postcode,
    normalise_upn,
    upn_check_letter,
)

NINE_DIGITS = st.from_regex(r"[0-8][0-9]{8}", fullmatch=True)
UPN_BODY = st.from_regex(r"[0-9]{11}[0-9A-HJ-NP-RT-Z]", fullmatch=True)


@pytest.mark.parametrize(
    "text", ["9434765919", "943 476 5919", " 943-476-5919 ", "943\u00a0476\u20115919", "９４３４７６５９１９"]
)
def test_nhs_number_is_tidied(text: str) -> None:
    assert normalise_nhs_number(text) == "9434765919"


@pytest.mark.parametrize("text", ["", "943 476 591", "943 476 59191", "943 476 591X", "٩٤٣٤٧٦٥٩١٩"])
def test_nhs_number_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier) as refused:
        normalise_nhs_number(text)
    assert refused.value.sentence == "NHS number must be 10 digits, like 943 476 5919."


@pytest.mark.parametrize("text", ["9434765918", "1111111111", "0000000000", "9434756919"])
def test_nhs_number_with_a_wrong_digit_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match=r"^Enter a real NHS number\. Check each digit"):
        normalise_nhs_number(text)


def test_nhs_numbers_for_tests_need_leave() -> None:
    number = "999000001" + str(nhs_check_digit("999000001"))
    assert normalise_nhs_number(number, allow_test_numbers=True) == number
    with pytest.raises(InvalidIdentifier, match="only for tests"):
        normalise_nhs_number(number)
    with pytest.raises(InvalidIdentifier, match="Check each digit"):
        normalise_nhs_number("9999999999", allow_test_numbers=True)


@pytest.mark.parametrize(("nine", "digit"), [("943476591", 9), ("000000001", 9), ("000000000", 0), ("000000006", None)])
def test_nhs_check_digit(nine: str, digit: int | None) -> None:
    assert nhs_check_digit(nine) == digit


@given(NINE_DIGITS, st.integers(0, 9), st.integers(1, 9))
def test_a_single_wrong_digit_in_an_nhs_number_is_always_found(nine: str, place: int, off_by: int) -> None:
    check = nhs_check_digit(nine)
    assume(check is not None and len(set(nine)) > 1)
    number = f"{nine}{check}"
    assert normalise_nhs_number(number) == number
    wrong = number[:place] + str((int(number[place]) + off_by) % 10) + number[place + 1 :]
    with pytest.raises(InvalidIdentifier):
        normalise_nhs_number(wrong, allow_test_numbers=True)


def test_upn_worked_example() -> None:
    assert upn_check_letter("306200015001") == "X"
    assert normalise_upn("x306 2000 1500 1") == "X306200015001"


def test_temporary_upn_ends_in_a_letter_that_counts() -> None:
    upn = f"{upn_check_letter('30620001500A')}30620001500A"
    assert upn[0] == "H"  # the last letter counts 0, so the sum is 13 less than with the digit 1 (X is 20, H is 7)
    assert normalise_upn(upn) == upn


@pytest.mark.parametrize("text", ["", "X30620001500", "X3062000150011", "1306200015001", "X30620001A001"])
def test_upn_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match=r"^UPN must be a letter, 11 digits and one more digit or letter"):
        normalise_upn(text)


@pytest.mark.parametrize("text", ["A306200015001", "X306200015002", "I306200015001", "X30620001500I", "X30620001500S"])
def test_upn_with_a_wrong_sign_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match=r"^Enter a real UPN\."):
        normalise_upn(text)


@given(UPN_BODY, st.integers(0, 10), st.integers(1, 9))
def test_a_single_wrong_digit_in_a_upn_is_always_found(body: str, place: int, off_by: int) -> None:
    letter = upn_check_letter(body)
    assert normalise_upn(f"{letter}{body}") == f"{letter}{body}"
    wrong = body[:place] + str((int(body[place]) + off_by) % 10) + body[place + 1 :]
    with pytest.raises(InvalidIdentifier):
        normalise_upn(f"{letter}{wrong}")


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("cr01ea", "CR0 1EA"),
        (" RM1  3BD ", "RM1 3BD"),
        ("sw1a\u00a02aa", "SW1A 2AA"),
        ("W1A 0AX", "W1A 0AX"),
        ("m1 1ae", "M1 1AE"),
        ("B33 8TH", "B33 8TH"),
        ("DN55 1PT", "DN55 1PT"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("gir0aa", "GIR 0AA"),
    ],
)
def test_postcodes_are_tidied(text: str, postcode: str) -> None:
    assert normalise_postcode(text) == postcode


@pytest.mark.parametrize("text", ["", "CR0", "CR0 1E", "CR0 1EAA", "QR1 1AA", "CRO 1EA", "CR0 1CA", "1CR 0EA", "CR0 1EA; DROP"])
def test_other_postcodes_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier) as refused:
        normalise_postcode(text)
    assert refused.value.sentence == "Enter a full UK postcode, like CR0 1EA."


@given(st.text(max_size=20))
def test_nothing_typed_breaks_a_check(text: str) -> None:
    for normalise in (normalise_nhs_number, normalise_upn, normalise_postcode):
        try:
            found = normalise(text)
        except InvalidIdentifier:
            continue
        assert normalise(found) == found
        assert re.fullmatch(r"[A-Z0-9 ]+", found)
