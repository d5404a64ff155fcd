"""One period, two answers: by one agency twice, by two people at once, by two agencies in files; and a value that is far off."""

from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from foundation import clock
from reporting.models import ReturnedValue, ValueAsked
from reporting.selectors.indicators import missing_values, request_of
from reporting.services.imports import import_returned_values
from reporting.services.indicator_values import return_value
from tests.board.test_two_presses_at_once_never_end_in_an_error import at_once
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.watching import QUARTER, asked_for, defined, was_returned

HEAD = "code,period,value,source,note\n"


def reference_of(asked: ValueAsked) -> str:
    found = request_of(asked)
    assert found is not None
    return found.reference


@pytest.mark.django_db
def test_a_second_answer_is_told_who_gave_the_first_and_keeps_what_was_typed(client: Client) -> None:
    asked = asked_for(defined())
    first, second = make_person("agency_lead", asked.agency, name="Lena Lead"), make_person("agency_lead", asked.agency)
    sign_in(client, second)
    page = reverse("reporting:return_value", args=[reference_of(asked)])
    assert client.get(page).status_code == 200
    return_value(by=first, reference=reference_of(asked), value=Decimal(310), source="Register")
    answer = client.post(page, {"value": "312", "source": "My register"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    for words in ("310 has been returned for this period already, by Lena Lead", 'value="312"', "My register", "correct it"):
        assert words in shown
    assert ReturnedValue.objects.count() == 1


@pytest.mark.django_db
def test_two_agencies_in_files_do_not_write_over_each_other_without_a_word() -> None:
    one = defined()
    first = f"{HEAD}{one.code},{QUARTER},310,Police register,\n"
    other = f"{HEAD}{one.code},{QUARTER},290,Hospital register,\n"
    import_returned_values(by=SYSTEM, content=first.encode())
    result = import_returned_values(by=SYSTEM, content=other.encode())
    assert [row.reason for row in result.bad] == [
        "310 was returned already, from Police register. If yours is to take its place, say why in note."
    ]
    assert ReturnedValue.objects.get().value == 310
    noted = other.replace(",\n", ",Both agreed on the hospital’s\n")
    assert import_returned_values(by=SYSTEM, content=noted.encode()).changed == 1
    assert [row.value for row in ReturnedValue.objects.order_by("id")] == [310, 290]


@pytest.mark.django_db
def test_a_value_ten_times_the_last_is_asked_about_in_the_form_and_in_a_dry_run(client: Client, tmp_path: Path) -> None:
    one = defined()
    was_returned(one.code, "Q1 2026-27", 31)
    file, out, err = tmp_path / "returned.csv", StringIO(), StringIO()
    file.write_text(f"{HEAD}{one.code},{QUARTER},310,Register,\n", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("import_data", "indicators", file, dry_run=True, stdout=out, stderr=err)
    assert "value is far from the 31 of Q1 2026-27. If it is right, say why in note." in err.getvalue()
    asked = asked_for(one)
    sign_in(client, make_person("agency_lead", asked.agency))
    page = reverse("reporting:return_value", args=[reference_of(asked)])
    shown = client.post(page, {"value": "310", "source": "Register"}).content.decode()
    assert "310 is far from the 31 of Q1 2026-27" in shown
    assert 'value="310"' in shown
    assert client.post(page, {"value": "310", "source": "Register", "sure": "on"}).status_code == 302


@pytest.mark.django_db
def test_late_and_missing_ones_are_named_for_each_agency(client: Client) -> None:
    police, school = make_agency("police", name="Northmere Police"), make_agency("education", name="Northmere Schools")
    late = defined("late.one", owner=police, title="Late one")
    asked = asked_for(late)
    assert missing_values(clock.today()) == []
    sign_in(client, make_person("business_team", make_agency("partnership")))
    ValueAsked.objects.filter(pk=asked.pk).update(due_on=clock.today().replace(day=9))
    other = defined("never.asked", owner=school, title="Never asked")
    page = client.get(reverse("reporting:asked_values")).content.decode()
    for words in ("Northmere Police", "Late one, Q2 2026-27, 9 days late", "Northmere Schools", "Never asked, Q2 2026-27"):
        assert words in page
    card = client.get(reverse("reporting:scorecard")).content.decode()
    assert "Northmere Schools: Never asked, Q2 2026-27" in card
    assert [one for one, _period in missing_values(clock.today())] == [other]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_return_it_at_once_one_is_taken_and_the_other_is_told() -> None:
    asked = asked_for(defined())
    reference = reference_of(asked)

    def returning(value: int) -> Callable[[], object]:
        lead = make_person("agency_lead", asked.agency)
        return lambda: return_value(by=lead, reference=reference, value=Decimal(value), source="Register")

    told = at_once(returning(310), returning(312))
    assert "done" in told
    assert any("has been returned for this period already" in words for words in told)
    assert ReturnedValue.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_and_an_answer_at_once_do_not_lock_each_other_out() -> None:
    asked = asked_for(defined())
    lead, reference = make_person("agency_lead", asked.agency), reference_of(asked)
    sheet = f"{HEAD}{asked.indicator.code},{QUARTER},310,Register,\n".encode()
    told = at_once(
        lambda: return_value(by=lead, reference=reference, value=Decimal(310), source="Register"),
        lambda: import_returned_values(by=SYSTEM, content=sheet),
    )
    assert not any("deadlock" in words for words in told)
    assert ReturnedValue.objects.filter(corrected_by__isnull=True).count() == 1
