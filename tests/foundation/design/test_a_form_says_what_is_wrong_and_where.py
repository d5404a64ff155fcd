"""Forms: messages, error links, questions beneath a choice, and the count of refused answers."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict

from foundation.design import failures
from foundation.design import forms as design
from foundation.design.forms import PortalForm


def ask(field: design.Question, **data: Any) -> PortalForm:
    """A form of one question named `q`, answered."""
    form = type("One", (PortalForm,), {"q": field})(data)
    assert isinstance(form, PortalForm)
    return form


def message(field: design.Question, **data: Any) -> str:
    return " ".join(ask(field, **data).errors.get("q", []))


def answer(field: design.Question, **data: Any) -> Any:
    form = ask(field, **data)
    assert form.is_valid(), form.errors
    return form.cleaned_data["q"]


def date_parts(day: str, month: str, year: str) -> dict[str, str]:
    return {"q-day": day, "q-month": month, "q-year": year}


# Text


def test_text_that_is_missing_too_long_or_cannot_be_stored() -> None:
    field = {"label": "Name", "required_message": "Enter the child’s name", "max_length": 5}
    assert message(design.TextField(**field)) == "Enter the child’s name"
    assert message(design.TextField(**field), q="   ") == "Enter the child’s name"
    assert message(design.TextField(**field), q="abcdef") == "Name must be 5 characters or fewer"
    for character in "\0\x01\x1f\x7f\ud800":
        assert message(design.TextField(**field), q=f"a{character}b").startswith("Name includes a hidden character")
    assert answer(design.TextField(**field), q=" Siân ") == "Siân"


def test_line_ends_count_once() -> None:
    field = design.LongTextField(label="Notes", max_length=5)
    assert answer(field, q="ab\r\ncd") == "ab\ncd"
    assert message(design.LongTextField(label="Notes"), q="x" * 20_001) == "Notes must be 20,000 characters or fewer"


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Email address", "Enter email address"),
        ("NHS number", "Enter NHS number"),
        ("What happened?", "Enter what happened"),
    ],
)
def test_the_message_follows_from_the_label(label: str, said: str) -> None:
    assert message(design.TextField(label=label)) == said


def test_an_email_address_a_phone_number_and_a_code() -> None:
    assert "like name@example.com" in message(design.EmailField(label="Email"), q="name@")
    assert answer(design.EmailField(label="Email"), q="a@example.org") == "a@example.org"
    assert "Enter a phone number" in message(design.PhoneField(label="Phone"), q="ring me")
    assert answer(design.PhoneField(label="Phone"), q="+44 (0)1632 960-001") == "+44 (0)1632 960-001"
    assert message(design.OneTimeCodeField(label="Code"), q="12345") == "Code must be 6 numbers"
    assert message(design.OneTimeCodeField(label="Code"), q="１２３４５６") == "Code must be 6 numbers"
    assert answer(design.OneTimeCodeField(label="Code"), q="123 456") == "123456"


def test_a_password_is_kept_as_typed_and_never_shown_again() -> None:
    form = ask(design.PasswordField(label="Password"), q=" pass word ")
    assert form.is_valid()
    assert form.cleaned_data["q"] == " pass word "
    assert "pass word" not in str(form)


# Dates and times


@pytest.mark.parametrize(
    ("parts", "said", "anchor"),
    [
        (("", "", ""), "Enter date of birth", "day"),
        (("1", "", "2015"), "Date of birth must include a month", "month"),
        (("", "", "2015"), "Date of birth must include a day and month", "day"),
        (("31", "2", "2015"), "Date of birth must be a real date", "day"),
        (("1", "13", "2015"), "Date of birth must be a real date", "month"),
        (("29", "feb", "2015"), "Date of birth must be a real date", "day"),
        (("1", "1", "15"), "Year must be 4 numbers, from 1900 to 2100", "year"),
        (("a", "1", "2015"), "Date of birth must be a real date", "day"),
        (("²", "1", "2015"), "Date of birth must be a real date", "day"),
        (("18", "11", "2026"), "Date of birth must be in the past", "day"),
        (
            ("\0", "11", "2026"),
            "Date of birth includes a hidden character that cannot be saved. Delete it and type it again",
            "day",
        ),
    ],
)
def test_a_date_that_is_wrong(parts: tuple[str, str, str], said: str, anchor: str) -> None:
    form = ask(design.DateField(label="Date of birth", in_past=True), **date_parts(*parts))
    assert form.errors["q"] == [said]
    assert f'href="#id_q-{anchor}"' in form.error_summary()
    assert f'id="id_q-{anchor}"' in str(form)


@pytest.mark.parametrize("month", ["9", "09", "Sep", "sept", "September", "sep."])
def test_a_month_may_be_a_name(month: str) -> None:
    assert answer(design.DateField(label="When"), **date_parts("1", month, "2015")) == dt.date(2015, 9, 1)


@pytest.mark.parametrize(
    ("rule", "day", "said"),
    [
        ({"in_past": True}, 18, "must be in the past"),
        ({"in_past": True}, 17, ""),
        ({"not_future": True}, 19, "must be today or in the past"),
        ({"not_future": True}, 18, ""),
        ({"in_future": True}, 18, "must be in the future"),
        ({"in_future": True}, 19, ""),
        ({"not_past": True}, 17, "must be today or in the future"),
        ({"not_past": True}, 18, ""),
        ({"earliest": dt.date(2026, 11, 18)}, 17, "must be the same as or after 18 November 2026"),
        ({"earliest": dt.date(2026, 11, 18)}, 18, ""),
        ({"latest": dt.date(2026, 11, 18)}, 19, "must be the same as or before 18 November 2026"),
        ({"latest": dt.date(2026, 11, 18)}, 18, ""),
    ],
)
def test_a_date_knows_where_it_may_lie(rule: dict[str, Any], day: int, said: str) -> None:
    found = message(design.DateField(label="When", **rule), **date_parts(str(day), "11", "2026"))
    assert found == (f"When {said}" if said else "")


@pytest.mark.parametrize("initial", [dt.date(2015, 3, 27), "2015-03-27", ("27", "3", "2015")])
def test_a_date_is_shown_from_a_date_a_text_or_its_parts(initial: object) -> None:
    form = type("One", (PortalForm,), {"q": design.DateField(label="When")})(initial={"q": initial})
    assert re.findall(r'value="(\d+)"', str(form)) == ["27", "3", "2015"]


def test_an_optional_date_may_be_left_out_but_not_half() -> None:
    assert answer(design.DateField(label="When", required=False), **date_parts("", "", "")) is None
    assert (
        message(design.DateField(label="When", required=False), **date_parts("1", "", "")) == "When must include a month and year"
    )


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9am", (9, 0)),
        ("9:30am", (9, 30)),
        ("9.30 pm", (21, 30)),
        ("12am", (0, 0)),
        ("12:15 p.m.", (12, 15)),
        ("16:05", (16, 5)),
        ("0905", (9, 5)),
        ("09:05", (9, 5)),
        ("00:00", (0, 0)),
        ("Midday", (12, 0)),
        ("midnight", (0, 0)),
    ],
)
def test_a_time_as_people_write_it(typed: str, time: tuple[int, int]) -> None:
    assert answer(design.TimeField(label="Time"), q=typed) == dt.time(*time)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter time"),
        ("4:05", "Time must include am or pm"),
        ("12", "Time must include am or pm"),
        ("25:00", "Time must be a time, like 9:30am or 2pm"),
        ("13pm", "Time must be a time, like 9:30am or 2pm"),
        ("9:75am", "Time must be a time, like 9:30am or 2pm"),
        ("soon", "Time must be a time, like 9:30am or 2pm"),
    ],
)
def test_a_time_that_is_wrong(typed: str, said: str) -> None:
    assert message(design.TimeField(label="Time"), q=typed) == said


# Numbers and money


@pytest.mark.parametrize(
    ("options", "typed", "said"),
    [
        ({}, "1,200", 1200),
        ({}, "12.0", 12),
        ({}, "1.5", "Hours must be a whole number"),
        ({}, "lots", "Hours must be a whole number"),
        ({}, "1e5", "Hours must be a whole number"),
        ({}, "1_0", "Hours must be a whole number"),
        ({}, "NaN", "Hours must be a whole number"),
        ({}, "٣", "Hours must be a whole number"),
        ({}, "9" * 40, "Hours must be a whole number"),
        ({"least": 1}, "0", "Hours must be 1 or more"),
        ({"most": 1000}, "1001", "Hours must be 1,000 or fewer"),
        ({"decimals": 1}, "2.5", Decimal("2.5")),
        ({"decimals": 1}, "2.55", "Hours must have 1 decimal places or fewer"),
        ({"required": False}, "", None),
    ],
)
def test_a_number(options: dict[str, Any], typed: str, said: object) -> None:
    field = design.NumberField(label="Hours", **options)
    if isinstance(said, str):
        assert message(field, q=typed) == said
    else:
        assert answer(field, q=typed) == said


def test_money() -> None:
    assert answer(design.MoneyField(label="Cost"), q="£1,200.5") == Decimal("1200.50")
    assert message(design.MoneyField(label="Cost"), q="-1") == "Cost must be £0 or more"
    assert message(design.MoneyField(label="Cost"), q="much") == "Cost must be an amount of money, like 1,200 or 35.50"
    assert message(design.MoneyField(label="Cost"), q="1.005") == "Cost must have 2 decimal places or fewer"


# Choices


CHOICES = [("a", "Apples"), ("n", "None of these")]


def test_a_choice_that_is_not_offered_is_asked_for_again() -> None:
    field = {"label": "Fruit", "choices": CHOICES, "required_message": "Select a fruit"}
    for kind in (design.ChoiceField, design.SelectField):
        assert message(kind(**field)) == "Select a fruit"
        assert message(kind(**field), q="\0") == "Select a fruit"
    assert message(design.ManyChoiceField(**field), q=["x"]) == "Select a fruit"
    assert answer(design.ManyChoiceField(**field), q=["a"]) == ["a"]


def test_an_exclusive_choice_goes_with_no_other() -> None:
    field = design.ManyChoiceField(label="Fruit", choices=CHOICES, exclusive=["n"])
    assert message(field, q=["a", "n"]) == "Select “None of these” on its own, or the others without it"


def test_checkboxes_are_checkboxes() -> None:
    """Django's CheckboxSelectMultiple is a RadioSelect to Python: it must be asked for first."""
    many = str(ask(design.ManyChoiceField(label="Fruit", choices=CHOICES)))
    assert many.count('type="checkbox"') == 2
    assert 'type="radio"' not in many
    one = str(ask(design.ChoiceField(label="Fruit", choices=CHOICES)))
    assert one.count('type="radio"') == 2


@pytest.mark.parametrize("choices", [CHOICES, [("", "Select a fruit"), *CHOICES]])
def test_a_drop_down_has_one_empty_choice(choices: list[tuple[str, str]]) -> None:
    assert str(ask(design.SelectField(label="Fruit", choices=choices))).count('value=""') == 1


def test_a_choice_may_be_coerced() -> None:
    assert answer(design.SelectField(label="Team", choices=[(1, "A"), (2, "B")], coerce=int), q="2") == 2


def test_the_box_that_must_be_ticked() -> None:
    assert message(design.CheckboxField(label="True", required_message="Select the box")) == "Select the box"
    assert answer(design.CheckboxField(label="True"), q="on") is True
    assert answer(design.CheckboxField(label="True", required=False)) is False


# Files


def file_form(field: design.FileField, *files: SimpleUploadedFile) -> PortalForm:
    form = type("One", (PortalForm,), {"q": field})({}, MultiValueDict({"q": list(files)}))
    assert isinstance(form, PortalForm)
    return form


def test_a_file() -> None:
    pdf = SimpleUploadedFile("a.pdf", b"%PDF")
    field = design.FileField(label="Document", kinds=("pdf", "docx"), most_mb=1, required_message="Select a document")
    assert file_form(field, pdf).is_valid()
    assert file_form(field).errors["q"] == ["Select a document"]
    assert file_form(field, SimpleUploadedFile("a.exe", b"x")).errors["q"] == ["The selected file must be a PDF or DOCX"]
    assert file_form(field, SimpleUploadedFile("a.pdf", b"")).errors["q"] == ["The selected file is empty"]
    large = SimpleUploadedFile("a.pdf", b"x" * 1_000_001)
    assert file_form(field, large).errors["q"] == ["The selected file must be smaller than 1MB"]


def test_several_files() -> None:
    field = design.FileField(label="Documents", many=True)
    form = file_form(field, SimpleUploadedFile("a.pdf", b"1"), SimpleUploadedFile("b.pdf", b"2"))
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["q"]] == ["a.pdf", "b.pdf"]
    assert "multiple" in str(form)
    assert file_form(field).errors["q"] == ["Select documents"]


# Questions beneath a choice


class Police(PortalForm):
    page = "test.police"
    police = design.ChoiceField(label="Police?", choices=[("yes", "Yes"), ("no", "No")], reveal={"yes": ["reference", "told"]})
    reference = design.TextField(label="Reference", required_message="Enter the reference")
    told = design.ChoiceField(label="Told?", choices=[("yes", "Yes"), ("no", "No")], reveal={"yes": ["by"]}, required=False)
    by = design.TextField(label="By whom", required_message="Enter by whom")
    later = design.TextField(label="When to ring", required=False, required_message="Enter when to ring")
    requires = {("police", "no"): ["later"]}


def test_a_question_beneath_a_choice_counts_only_when_it_is_chosen() -> None:
    asked = Police({"police": "yes"})
    assert asked.errors == {"reference": ["Enter the reference"]}
    not_asked = Police({"police": "no", "reference": "kept by the browser", "told": "yes", "later": "now"})
    assert not_asked.is_valid(), not_asked.errors
    assert not_asked.cleaned_data == {"police": "no", "reference": "", "told": "", "by": "", "later": "now"}


def test_a_question_two_steps_beneath() -> None:
    assert Police({"police": "yes", "reference": "1", "told": "yes"}).errors == {"by": ["Enter by whom"]}
    assert Police({"police": "yes", "reference": "1", "told": "no", "by": "x"}).is_valid()


def test_requires_asks_for_a_question_elsewhere() -> None:
    assert Police({"police": "no"}).errors == {"later": ["Enter when to ring"]}
    assert Police({"police": "yes", "reference": "1"}).is_valid()
    assert "When to ring (optional)" not in str(Police())


def test_nothing_chosen_asks_for_the_choice_alone() -> None:
    assert list(Police({}).errors) == ["police"]


def test_a_box_may_reveal_too() -> None:
    class Box(PortalForm):
        other = design.CheckboxField(label="Other", required=False, reveal={"on": ["which"]})
        which = design.TextField(label="Which", required_message="Enter which")

    assert Box({"other": "on"}).errors == {"which": ["Enter which"]}
    assert Box({}).is_valid()


def test_the_summary_follows_the_order_of_the_page() -> None:
    summary = Police({"police": "yes", "told": "yes"}).error_summary()
    assert re.findall(r'href="#(\w+)"', summary) == ["id_reference", "id_by"]


def test_a_refusal_of_a_service_stands_in_the_summary() -> None:
    form = Police({"police": "no", "later": "now"})
    assert form.is_valid()
    form.add_error(None, "Somebody else has decided this.")
    assert "Somebody else has decided this." in form.error_summary()


def test_text_in_a_revealed_box_keeps_its_lines_as_typed() -> None:
    class Nested(PortalForm):
        yes = design.YesNoField(label="Yes?", reveal={"yes": ["account"]})
        account = design.LongTextField(label="Account")

    shown = str(Nested({"yes": "yes", "account": "one\n  two <b>"}))
    assert "one&#10;  two &lt;b&gt;</textarea>" in shown


# Rendering


def test_what_was_typed_is_escaped() -> None:
    evil = '"><script>alert(1)</script>'
    shown = str(ask(design.TextField(label=evil, hint=evil), q=evil)) + str(ask(design.LongTextField(label="x"), q=evil))
    assert "<script>" not in shown


def test_optional_questions_say_so() -> None:
    assert "Name (optional)" in str(ask(design.TextField(label="Name", required=False)))
    assert "(optional)" not in str(ask(design.TextField(label="Name", required=False, mark_optional=False)))
    assert "(optional)" not in str(ask(design.TextField(label="Name")))


def test_the_browser_does_not_refuse_before_the_portal_does() -> None:
    assert " required" not in str(ask(design.TextField(label="Name")))


def test_a_field_may_be_the_heading_of_the_page() -> None:
    form = ask(design.TextField(label="Name"))
    shown = Template('{% load design %}{% field form.q legend_size="l" heading=True %}').render(Context({"form": form}))
    assert "<h1" in shown
    assert "govuk-label--l" in shown


def test_forms_of_other_packages_look_the_same() -> None:
    class Foreign(forms.Form):
        login = forms.CharField(label="Login")
        remember = forms.BooleanField(label="Remember me", required=False)

    foreign = Foreign({})
    assert "govuk-input--error" in foreign["login"].as_field_group()
    assert "govuk-checkboxes__input" in foreign["remember"].as_field_group()
    assert 'href="#id_login"' in design.error_summary(foreign)


def test_hidden_fields_are_there_once() -> None:
    class Hidden(PortalForm):
        version = forms.IntegerField(widget=forms.HiddenInput)

    assert str(Hidden(initial={"version": 3})).count('name="version"') == 1


# Counting


def test_each_refused_answer_is_counted_once_and_never_its_value() -> None:
    heard: list[tuple[str, str, str]] = []
    failures.send_to(lambda *what: heard.append(what))
    try:
        form = Police({"police": "secret"})
        assert not form.is_valid()
        assert not form.is_valid()
        assert Police({"police": "no", "later": "now"}).is_valid()
        assert not Police().is_valid()
    finally:
        failures.send_to(failures.tally)
    assert heard == [("test.police", "police", "invalid_choice")]


def test_counts_are_kept_until_they_are_taken() -> None:
    failures.tally.take()
    for _ in range(2):
        Police({}).is_valid()
    assert failures.tally.take() == {("test.police", "police", "required"): 2}
    assert failures.tally.take() == {}
