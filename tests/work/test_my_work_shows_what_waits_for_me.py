"""What is due, what was asked of me, what came back; bounded, and only mine."""

from datetime import UTC, datetime, timedelta

import pytest
from django.template.loader import render_to_string
from pytest_django import DjangoAssertNumQueries

from foundation import clock as time
from foundation.events import Subject
from tests.factories import make_person, make_team
from tests.work.build import CONTACT, SYSTEM, inside, make_handover, make_request
from work.presenters import my_work_section
from work.selectors.my_work import clocks_of, inbox_counts, my_work, team_handovers, team_requests
from work.services.clocks import hold_clock, start_clock
from work.services.handovers import return_handover
from work.services.requests import answer_request

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def start(number: int, kind: str = "tests.decision", **owner: object) -> None:
    with inside():
        start_clock(
            by=SYSTEM,
            kind=kind,
            subject=Subject("contact", f"NM-K-{number}"),
            started_at=NOW - timedelta(days=number),
            **owner,
        )


def test_it_gathers_what_is_mine_and_my_teams_soonest_first() -> None:
    team = make_team()
    person = make_person("social_worker", team=team)
    start(1, owner_person=person)
    start(5, owner_team=team)
    start(9, owner_team=make_team())
    handover, request = make_handover(team), make_request(to_team=team)
    work = my_work(person)
    assert [clock.subject_reference for clock in work.due] == ["NM-K-5", "NM-K-1"]
    assert (work.handovers, work.requests) == ((handover,), (request,))
    assert work
    assert not my_work(make_person("social_worker", team=make_team()))


def test_much_that_is_late_of_one_kind_leaves_room_for_the_others() -> None:
    team = make_team()
    person = make_person("social_worker", team=team)
    for number in range(40, 60):
        start(number, owner_team=team)
    for number in (1, 2):
        start(number, "tests.icpc", owner_team=team)
    work = my_work(person)
    late = clocks_of(person).filter(kind="tests.decision").values_list("subject_reference", flat=True)[:8]
    assert [clock.subject_reference for clock in work.due] == [*late, "NM-K-2", "NM-K-1"]
    assert work.more_due


def test_what_came_back_stays_for_a_fortnight() -> None:
    team = make_team()
    person = make_person("social_worker", team=team)
    handover, request = make_handover(from_team=team), make_request(from_team=team)
    with inside():
        return_handover(by=SYSTEM, reference=handover.reference, reason="Not ours.")
        answer_request(by=SYSTEM, reference=request.reference, result="nothing_known", answer="")
    work = my_work(person)
    assert (work.returned, work.answered) == ((handover,), (request,))
    titles = [row.title for row in my_work_section(work)["came_back"]]
    assert any(title.startswith("Child passed on: returned by") for title in titles)
    with time.frozen(NOW + timedelta(days=15)):
        assert not my_work(person)


def test_records_that_their_app_does_not_show_are_left_out() -> None:
    person = make_person()
    start(1, "tests.hidden", owner_person=person)
    start(2, owner_person=person)
    assert [clock.subject_reference for clock in my_work(person).due] == ["NM-K-2"]


def test_what_is_on_hold_is_not_due() -> None:
    person = make_person()
    start(1, owner_person=person)
    with inside():
        hold_clock(by=SYSTEM, clock_id=person.clocks.get().pk, reason="Waiting for the court.")
    assert my_work(person).due == ()


def test_long_lists_are_cut_and_say_so() -> None:
    team = make_team()
    person = make_person("social_worker", team=team)
    for number in range(4):
        start(number, owner_team=team)
        make_handover(team, subject=Subject("contact", f"NM-K-{number}"))
    work = my_work(person, shown=3)
    assert (len(work.due), work.more_due, len(work.handovers), work.more_handovers) == (3, True, 3, True)
    section = my_work_section(work)
    assert section["more_due"]
    assert section["more_asked"]


def test_pages_follow_each_other_without_loss() -> None:
    team = make_team()
    person = make_person("social_worker", team=team)
    made = {make_handover(team, subject=Subject("contact", f"NM-K-{number}")).reference for number in range(5)}
    seen, after = [], ""
    while True:
        page = team_handovers(person, after, size=2)
        seen += [row.reference for row in page.rows]
        after = page.next_key
        if not after:
            break
    assert len(seen) == 5
    assert set(seen) == made


@pytest.mark.parametrize("key", ["nonsense", "2026-11-18_1", "2026-11-18T10:00:00+00:00_x", "_"])
def test_a_key_that_cannot_be_read_gives_the_first_page(key: str) -> None:
    request = make_request()
    assert team_requests(make_person("agency_lead", request.to_agency), key).rows == (request,)


def test_it_takes_few_queries_however_much_waits(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    team = make_team()
    for number in range(8):
        start(number, owner_team=team)
        make_handover(team, subject=Subject("contact", f"NM-K-{number}"))
        make_request(to_team=team)
    person = make_person("social_worker", team=team)
    with django_assert_max_num_queries(9):
        my_work_section(my_work(person))
    with django_assert_max_num_queries(3):
        counts = inbox_counts(person)
    assert (counts.handovers, counts.requests) == (8, 8)


def test_a_clock_without_address_is_named_by_its_record() -> None:
    person = make_person()
    start(1, owner_person=person)
    row = my_work_section(my_work(person))["due"][0]
    assert (row.title, row.reference, row.href) == ("Decision", "NM-K-1", "")
    assert CONTACT.reference != row.reference


def test_the_section_of_the_home_page_links_to_each() -> None:
    team = make_team()
    person = make_person("social_worker", team=team)
    empty = render_to_string("work/my_work.html", my_work_section(my_work(person)))
    assert "Nobody waits for an answer of yours." in empty
    start(1, owner_team=team)
    handover, request = make_handover(team), make_request(to_team=team)
    section = render_to_string("work/my_work.html", my_work_section(my_work(person)))
    assert f'href="/handovers/{handover.reference}/"' in section
    assert f'href="/requests/{request.reference}/"' in section
    assert 'Decision: <span class="app-nowrap">NM-K-1</span>' in section
