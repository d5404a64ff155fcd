"""National reforms: what each asks, decisions and issues day by day, how far it was at each month end, and milestones."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import InternalError, transaction
from django.test import Client

from accounts.models import Person
from board.models import Reform, ReformEntry, ReformMilestone
from board.presenters.reforms import state_strip
from board.selectors.reforms import count_reforms, entries_of_reform, list_reforms, state_on, states_by_month
from board.services.reforms import (
    add_reform,
    add_reform_milestone,
    change_reform,
    change_reform_milestone,
    write_reform_entry,
)
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from tests.board.library import make_reform, make_reform_milestone
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SAID = {"title": "One front door", "source": "The act", "announced_on": date(2026, 6, 1), "asks": "Answer as one team."}


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def written(by: Person, reform: Reform, version: int = 1, **given: Any) -> Reform:
    told = {"kind": "decision", "happened_on": TODAY, "text": "A team is named.", "state": "preparing", **given}
    return write_reform_entry(by=by, reference=reform.reference, version=version, **told)


def test_add_reform_follows_it_once(business: Person) -> None:
    reform = add_reform(by=business, **SAID)
    assert add_reform(by=business, **SAID) == reform
    assert (reform.state, reform.added_on) == ("not_begun", TODAY)
    with pytest.raises(Refused, match="already") as refused:
        add_reform(by=business, **{**SAID, "title": "one FRONT door", "asks": "More."})
    assert refused.value.field == "title"
    for given, field in (({"announced_on": TODAY + timedelta(days=1)}, "announced_on"), ({"agency": "nobody"}, "agency")):
        with pytest.raises(Refused) as refused:
            add_reform(by=business, **{**SAID, "title": "Another", **given})
        assert refused.value.field == field


def test_change_reform_refuses_the_name_of_another_and_whoever_was_overtaken(business: Person) -> None:
    reform, other = make_reform(), make_reform()
    change_reform(by=business, reference=reform.reference, version=1, **SAID)
    with pytest.raises(Conflict):
        change_reform(by=business, reference=reform.reference, version=1, **SAID)
    with pytest.raises(Refused, match="already"):
        change_reform(by=business, reference=reform.reference, version=2, **{**SAID, "title": other.title})


def test_an_entry_says_how_far_the_reform_is_since_and_is_written_once(business: Person) -> None:
    reform = make_reform()
    written(business, reform)
    written(business, reform)
    reform.refresh_from_db()
    assert (reform.state, reform.version, reform.entries.count()) == ("preparing", 2, 1)
    with pytest.raises(Conflict):
        written(business, reform, text="Another.")
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            written(business, reform, version=2, happened_on=day, text="Another.")
        assert refused.value.field == "happened_on"
    with pytest.raises(InternalError), transaction.atomic():
        ReformEntry.objects.update(text="Otherwise.")
    assert [event.verb for event in history(Subject("reform", reform.reference))] == ["board.reform_entry_written"]


def test_how_far_it_was_is_known_of_every_month_end(business: Person) -> None:
    reform = make_reform(added_on=date(2026, 8, 10))
    written(business, reform, happened_on=date(2026, 9, 5), state="preparing")
    written(business, reform, version=2, happened_on=date(2026, 11, 2), state="under_way", text="It began.", kind="progress")
    reform.refresh_from_db()
    entries = entries_of_reform(reform)
    days = (date(2026, 9, 4), date(2026, 9, 5), date(2026, 11, 1), TODAY)
    assert [state_on(entries, day) for day in days] == ["not_begun", "preparing", "preparing", "under_way"]
    assert states_by_month(reform, entries) == {
        date(2026, 8, 31): "not_begun", date(2026, 9, 30): "preparing", date(2026, 10, 31): "preparing", TODAY: "under_way",
    }  # fmt: skip
    drawn = state_strip(states_by_month(reform, entries))
    assert drawn.description == "It was not begun, then preparing at the end of September 2026, then under way today."
    figure = read_figure("reforms.followed", FinancialYear(2026))
    assert figure is not None
    assert figure.by["state"] == {"Not begun": 0, "Preparing": 0, "Under way": 1, "In place": 0}
    assert read_figure("reforms.followed", FinancialYear(2025)) is None


def test_milestones_are_set_and_reached(business: Person) -> None:
    reform = make_reform()
    milestone = add_reform_milestone(by=business, reference=reform.reference, text="Name a team", due_on=TODAY)
    with pytest.raises(Refused, match="already"):
        add_reform_milestone(by=business, reference=reform.reference, text="name a TEAM", due_on=TODAY)
    told = {"text": "Name a team", "due_on": TODAY, "done_on": TODAY, "note": "Six people."}
    change_reform_milestone(by=business, pk=milestone.pk, version=1, **told)
    with pytest.raises(Conflict):
        change_reform_milestone(by=business, pk=milestone.pk, version=1, **told)
    with pytest.raises(Refused) as refused:
        change_reform_milestone(by=business, pk=milestone.pk, version=2, **{**told, "done_on": TODAY + timedelta(days=1)})
    assert refused.value.field == "done_on"
    other = make_reform_milestone(reform)
    with pytest.raises(Refused, match="Another milestone"):
        change_reform_milestone(by=business, pk=other.pk, version=1, **told)
    [row] = list_reforms(business).rows
    assert row.next_milestone == other


def test_the_pages_lead_from_a_new_reform_to_its_place(
    client: Client, business: Person, django_assert_max_num_queries: Any
) -> None:
    sign_in(client, business)
    on = {"announced_on-day": "1", "announced_on-month": "6", "announced_on-year": "2026"}
    told = {"title": "=One front door", "source": "The act", "asks": "Answer as one team.", "lead": "Director", **on}
    assert client.post("/reforms/new/", {**told, "source": ""}).status_code == 422
    assert client.post("/reforms/new/", told).status_code == 302
    reform = Reform.objects.get()
    address = f"/reforms/{reform.reference}/"
    assert "Nothing is written down yet" in client.get(address).content.decode()
    day = {"happened_on-day": "18", "happened_on-month": "11", "happened_on-year": "2026"}
    entry = {"kind": "issue", "text": "No room for it.", "state": "preparing", "version": "1", **day}
    assert client.post(f"{address}entry/", entry).status_code == 302
    assert client.post(f"{address}entry/", {**entry, "text": "Other."}).status_code == 409
    due = {"due_on-day": "1", "due_on-month": "11", "due_on-year": "2026"}
    assert client.post(f"{address}milestones/new/", {"text": "Name a team", **due}).status_code == 302
    milestone = f"/reforms/milestones/{ReformMilestone.objects.get().pk}/"
    assert client.post(milestone, {"text": "Name one team", "version": "1", **due}).status_code == 302
    assert client.post(f"{address}change/", {**told, "version": "2"}).status_code == 302
    with django_assert_max_num_queries(12):
        page = client.get(address).content.decode()
    for words in ("No room for it.", "Name one team", "Late", "How far it was at the end of each month"):
        assert words in page
    for _place in range(50):
        make_reform(title=f"Older {_place:02}", announced_on=date(2025, 1, 1))
    with django_assert_max_num_queries(14):
        page = client.get("/reforms/").content.decode()
    assert "One front door" in page
    assert "Older 00" not in page
    assert "Older" not in client.get("/reforms/?state=preparing").content.decode()
    row = read_sheet(client.get("/reforms/export/?state=preparing").content).rows[0]
    assert (row[0], row[5], row[7]) == ("=One front door", "Preparing", "Name one team")
    assert count_reforms(business) == {"not_begun": 50, "preparing": 1, "under_way": 0, "in_place": 0}
