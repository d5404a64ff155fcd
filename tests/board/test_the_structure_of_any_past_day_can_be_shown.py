"""Groups, lines and seats are dated: what was on a day is shown as it was, whatever has changed since."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Person
from board.models import Group, GroupLine, Seat, SeatHolding
from board.selectors.structure import group_on, sits_in, structure_on
from board.services.structure import (
    add_seat,
    change_group,
    draw_line,
    end_group,
    end_line,
    end_seat,
    fill_seat,
    leave_seat,
    open_group,
    write_terms,
)
from foundation.charts import Box, tree
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_group, make_line, make_seat, seat_somebody
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
BEGAN, TODAY = date(2020, 4, 1), date(2026, 11, 18)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def executive() -> Group:
    return make_group("Executive", kind="executive")


@pytest.fixture
def quality() -> Group:
    return make_group("Quality and improvement")


def shown(day: date) -> list[tuple[str, int]]:
    return [(group.name, depth) for group, depth in structure_on(day).rows]


def test_a_past_day_is_shown_as_it_was(business: Person, executive: Group, quality: Group) -> None:
    board = open_group(by=business, name="Partnership board", kind="partnership", from_on=date(2024, 4, 1))
    draw_line(by=business, reference=quality.reference, other=executive.reference, kind="reports_to", from_on=BEGAN)
    draw_line(by=business, reference=board.reference, other=executive.reference, kind="reports_to", from_on=date(2024, 4, 1))
    draw_line(by=business, reference=quality.reference, other=board.reference, kind="reports_to", from_on=date(2025, 4, 1))
    assert shown(date(2020, 3, 31)) == []
    assert shown(date(2023, 1, 1)) == [("Executive", 0), ("Quality and improvement", 1)]
    before = [("Executive", 0), ("Partnership board", 1), ("Quality and improvement", 1)]
    assert shown(date(2025, 3, 31)) == before
    assert shown(date(2025, 4, 1)) == [("Executive", 0), ("Partnership board", 1), ("Quality and improvement", 2)]
    end_group(by=business, reference=quality.reference, to_on=date(2026, 3, 31), reason="Its work passed on.")
    assert shown(date(2026, 3, 31))[-1] == ("Quality and improvement", 2)
    assert shown(date(2026, 4, 1)) == [("Executive", 0), ("Partnership board", 1)]
    assert shown(date(2025, 3, 31)) == before


def test_who_sat_there_is_kept_with_the_days(business: Person, quality: Group) -> None:
    nurse, next_nurse = make_person("practitioner", make_agency("health")), make_person("practitioner", make_agency("health"))
    seat = add_seat(
        by=business, reference=quality.reference, title="Designated Nurse", part="member", from_on=BEGAN,
        agency_code=make_agency("health", code="icb").code,
    )  # fmt: skip
    fill_seat(by=business, seat_id=seat.pk, from_on=BEGAN, email=nurse.email)
    fill_seat(by=business, seat_id=seat.pk, from_on=date(2026, 4, 1), email=next_nurse.email.upper())
    deputy = fill_seat(by=business, seat_id=seat.pk, from_on=date(2026, 4, 1), name="Locum", deputy=True)

    def there(day: date) -> list[object]:
        return [one.person or one.name for row in group_on(quality.reference, day).seats for one in row.holdings.all()]

    assert there(date(2026, 3, 31)) == [nurse]
    assert there(date(2026, 4, 1)) == [next_nurse, "Locum"]
    leave_seat(by=business, seat_id=seat.pk, holding_id=deputy.pk, to_on=date(2026, 6, 30))
    assert there(date(2026, 7, 1)) == [next_nurse]
    assert list(sits_in(nurse, date(2026, 3, 31))) == [quality]
    assert list(sits_in(nurse, date(2026, 4, 1))) == []
    end_seat(by=business, seat_id=seat.pk, to_on=date(2026, 9, 30))
    assert there(date(2026, 10, 1)) == []
    assert list(sits_in(next_nurse, TODAY)) == []


def test_terms_of_reference_come_in_versions(business: Person, quality: Group) -> None:
    first = write_terms(by=business, reference=quality.reference, text="## Purpose", from_on=date(2024, 4, 1))
    assert write_terms(by=business, reference=quality.reference, text="## Purpose", from_on=date(2024, 4, 1)) == first
    write_terms(by=business, reference=quality.reference, text="## Purpose and reach", from_on=date(2026, 4, 1))
    with pytest.raises(Refused, match="later day"):
        write_terms(by=business, reference=quality.reference, text="Earlier", from_on=date(2026, 3, 31))
    numbers = [(found.number if found else 0) for found in (
        group_on(quality.reference, day).terms for day in (date(2024, 3, 31), date(2026, 3, 31), TODAY)
    )]  # fmt: skip
    assert numbers == [0, 1, 2]
    with pytest.raises(Exception, match="append_only"), transaction.atomic():
        first.__class__.objects.filter(pk=first.pk).update(text="Another")


def test_what_cannot_be_is_refused_with_a_sentence(business: Person, executive: Group, quality: Group) -> None:
    make_line(quality, executive)
    with pytest.raises(Refused, match="group of this name"):
        open_group(by=business, name="executive", kind="task", from_on=BEGAN)
    with pytest.raises(Refused, match="circle"):
        draw_line(by=business, reference=executive.reference, other=quality.reference, kind="reports_to", from_on=TODAY)
    with pytest.raises(Refused, match="line between the two"):
        draw_line(by=business, reference=quality.reference, other=executive.reference, kind="linked_with", from_on=TODAY)
    with pytest.raises(Refused, match="not there on that day"):
        draw_line(
            by=business, reference=quality.reference, other=make_group().reference, kind="linked_with", from_on=date(2020, 3, 31)
        )
    with pytest.raises(Refused, match="later day"):
        draw_line(by=business, reference=quality.reference, other=make_group().reference, kind="reports_to", from_on=BEGAN)
    with pytest.raises(Refused, match="Other groups report"):
        end_group(by=business, reference=executive.reference, to_on=TODAY, reason="Merged")
    with pytest.raises(Refused, match="began later"):
        end_group(by=business, reference=quality.reference, to_on=date(2020, 3, 31), reason="Merged")
    with pytest.raises(NotVisible):
        change_group(by=business, reference="none", name="X", purpose="", meets="", quorum=0)


def test_seats_refuse_what_cannot_be(business: Person, quality: Group) -> None:
    given: dict[str, object] = {"by": business, "reference": quality.reference, "from_on": BEGAN}
    chair = add_seat(title="Chair", part="chair", **given)  # type: ignore[arg-type]  # as given above
    with pytest.raises(Refused, match="has a chair"):
        add_seat(title="Second chair", part="chair", **given)  # type: ignore[arg-type]  # as given above
    with pytest.raises(Refused, match="there already"):
        add_seat(title="chair", part="member", **given)  # type: ignore[arg-type]  # as given above
    with pytest.raises(Refused, match="whose seat"):
        add_seat(title="Police", part="member", agency_code="nowhere", **given)  # type: ignore[arg-type]  # as given above
    with pytest.raises(Refused, match="later day"):
        add_seat(by=business, reference=quality.reference, title="Police", part="member", from_on=date(2019, 1, 1))
    for wrong, said in (
        ({"email": "nobody@example.org"}, "Nobody with an account"),
        ({}, "address or the name"),
        ({"name": "Ada", "from_on": date(2019, 1, 1)}, "later day"),
    ):
        with pytest.raises(Refused, match=said):
            fill_seat(by=business, seat_id=chair.pk, **{"from_on": BEGAN, **wrong})  # type: ignore[arg-type]  # wrong on purpose
    held = fill_seat(by=business, seat_id=chair.pk, from_on=TODAY, name="Ada")
    with pytest.raises(Refused, match="there already"):
        fill_seat(by=business, seat_id=chair.pk, from_on=TODAY, name="Ada")
    with pytest.raises(Refused, match="from that day or later"):
        fill_seat(by=business, seat_id=chair.pk, from_on=TODAY, name="Bo")
    leave_seat(by=business, seat_id=chair.pk, holding_id=held.pk, to_on=TODAY)
    with pytest.raises(Refused, match="left this seat already"):
        leave_seat(by=business, seat_id=chair.pk, holding_id=held.pk, to_on=TODAY)
    end_seat(by=business, seat_id=chair.pk, to_on=TODAY)
    with pytest.raises(Refused, match="ended already"):
        end_seat(by=business, seat_id=chair.pk, to_on=TODAY)
    with pytest.raises(Refused, match="nobody can fill"):
        fill_seat(by=business, seat_id=chair.pk, from_on=TODAY, name="Bo")
    with pytest.raises(NotVisible):
        end_seat(by=business, seat_id=0, to_on=TODAY)


def test_a_group_that_has_ended_stays_as_it_was(business: Person, executive: Group, quality: Group) -> None:
    line, seat = make_line(quality, executive), make_seat(quality)
    held, later = seat_somebody(seat), make_line(executive, quality, kind="linked_with", from_on=TODAY + timedelta(days=9))
    end_group(by=business, reference=quality.reference, to_on=TODAY, reason="Merged")
    for span in (line, seat, held):
        span.refresh_from_db()
        assert span.to_on == TODAY
    later.refresh_from_db()
    assert later.to_on == later.from_on
    refused = (
        lambda: change_group(by=business, reference=quality.reference, name="X", purpose="", meets="", quorum=1),
        lambda: write_terms(by=business, reference=quality.reference, text="X", from_on=TODAY),
        lambda: add_seat(by=business, reference=quality.reference, title="X", part="member", from_on=TODAY),
        lambda: end_group(by=business, reference=quality.reference, to_on=TODAY, reason="Again"),
        lambda: draw_line(by=business, reference=quality.reference, other=executive.reference, kind="linked_with", from_on=TODAY),
    )
    for act in refused:
        with pytest.raises(Refused, match="has ended"):
            act()
    with pytest.raises(Refused, match="ended already"):
        end_line(by=business, reference=quality.reference, line_id=line.pk, to_on=TODAY)
    reasons = [event.reason for event in history(Subject("group", quality.reference)) if event.verb == "board.group_ended"]
    assert reasons == ["Merged"]
    open_group(by=business, name=quality.name, kind="sub_group", from_on=TODAY)  # the name is free again


def test_a_line_ends_on_a_day(business: Person, executive: Group, quality: Group) -> None:
    line = make_line(quality, executive)
    end_line(by=business, reference=quality.reference, line_id=line.pk, to_on=date(2026, 3, 31))
    assert group_on(quality.reference, date(2026, 3, 31)).reports_to == line
    assert group_on(quality.reference, date(2026, 4, 1)).reports_to is None


@pytest.mark.parametrize(
    ("rule", "make"),
    [
        ("group_line_reports_to_one_at_a_time", lambda one, two: [make_line(one, two), make_line(one, make_group())]),
        ("group_line_once_at_a_time", lambda one, two: [make_line(one, two), make_line(one, two, kind="linked_with")]),
        ("group_line_not_to_itself", lambda one, two: make_line(one, one)),
        ("seat_one_chair_at_a_time", lambda one, two: [make_seat(one, part="chair"), make_seat(one, part="chair")]),
        ("seat_holding_one_at_a_time", lambda one, two: [seat_somebody(seat := make_seat(one)), seat_somebody(seat)]),
        ("seat_holding_somebody", lambda one, two: seat_somebody(make_seat(one), name="")),
        ("group_days_in_order", lambda one, two: make_group(to_on=date(2020, 3, 31))),
    ],
)
def test_the_database_forbids_it_too(rule: str, make: object) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        make(make_group(), make_group())  # type: ignore[operator]  # a function of two groups


def test_only_the_business_team_changes_it(executive: Group) -> None:
    with pytest.raises(NotAllowed):
        open_group(by=make_person("executive"), name="X", kind="task", from_on=BEGAN)
    page = sign_in(Client(), make_person("executive")).get("/structure/").content.decode()
    assert "Executive" in page
    assert "Open a group" not in page


def test_the_pages_lead_from_the_chart_to_the_seats(business: Person, client: Client) -> None:
    sign_in(client, business)
    empty = client.get("/structure/").content.decode()
    assert "No groups on this day" in empty
    client.post("/groups/new/", {"name": "Executive", "kind": "executive", "from_on-day": "1", "from_on-month": "4",
                                 "from_on-year": "2024", "quorum": "3"})  # fmt: skip
    group = Group.objects.get()
    refused = client.post("/groups/new/", {"name": "Executive", "kind": "executive", "from_on-day": "31", "from_on-month": "2",
                                           "from_on-year": "2024", "quorum": "-1"})  # fmt: skip
    assert refused.status_code == 422
    address = f"/groups/{group.reference}/"
    since = {"from_on-day": "1", "from_on-month": "4", "from_on-year": "2024"}
    client.post(f"{address}seats/new/", {"title": "Chief Nurse", "agency": "", "part": "chair", "counts": "on", **since})
    seat = Seat.objects.get()
    client.post(f"/seats/{seat.pk}/fill/", {"email": business.email, **since})
    client.post(f"{address}terms/", {"text": "## Purpose\n\n- to lead", **since})
    page = client.get(address).content.decode()
    for words in ("Chief Nurse", business.name, "Its quorum is 3", "Version 1", "to lead"):
        assert words in page
    assert SeatHolding.objects.get().person == business
    assert "None are written for this day" in client.get(f"{address}?on=2024-03-31").content.decode()
    assert "No groups" in client.get("/structure/?on-day=31&on-month=3&on-year=2024").content.decode()
    assert client.get("/structure/?on=rubbish").status_code == 200
    assert client.get("/groups/unknown/").status_code == 404
    assert GroupLine.objects.count() == 0


def test_opening_twice_opens_one(business: Person) -> None:
    open_group(by=business, name="Once", kind="task", from_on=BEGAN)
    with pytest.raises(Refused):
        open_group(by=business, name="Once", kind="task", from_on=BEGAN)


@given(st.lists(st.integers(0, 4), max_size=12))
def test_any_tree_is_drawn(depths: list[int]) -> None:
    boxes = [Box((f"Group {number} " * 6, "Sub-group"), depth, loose=depth == 4) for number, depth in enumerate(depths)]
    drawn = tree(title="Structure", description="Who reports to whom.", boxes=boxes, table=(("Group",), [("One",)]))
    assert drawn.svg.count("<rect") == len(boxes)
    assert "nan" not in drawn.svg
