"""The queue: order, pages, filters, counts, search; nothing of what a person may not see; and what it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import AccessLogEntry
from foundation import clock
from referrals.models import Contact
from referrals.selectors.queue import BUCKETS, PAGE, QueueFilter, queue, queue_counts, search_contacts
from referrals.services import restrict
from tests import factories
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def references(hub: mash.Mash, **wanted: Any) -> list[str]:
    return [row["reference"] for row in queue(hub.officer, QueueFilter(**wanted)).rows]


def of(hub: mash.Mash, **fields: Any) -> Contact:
    return build.make_contact(teams=(hub.team,), **fields)


def test_red_comes_first_then_urgent_then_by_due_time(hub: mash.Mash) -> None:
    now = clock.now()
    green = of(hub, rating="green")
    late = of(hub, decision_due_at=now - timedelta(hours=1))
    unrated = of(hub, decision_due_at=now + timedelta(hours=1))
    urgent = of(hub, urgent=True)
    red = of(hub, rating="red")
    blue = of(hub, rating="blue")
    decided = mash.approved(hub, rating="red")
    wanted = [red, urgent, late, unrated, green, blue, decided]
    assert references(hub) == [contact.reference for contact in wanted]


def test_a_late_contact_that_nobody_has_rated_stands_above_ambers_with_time_left(hub: mash.Mash) -> None:
    now = clock.now()
    amber = of(hub, rating="amber", decision_due_at=now + timedelta(hours=5))
    unrated = of(hub, decision_due_at=now - timedelta(days=4))
    later = of(hub, decision_due_at=now + timedelta(hours=9))
    assert references(hub) == [contact.reference for contact in (unrated, amber, later)]


def test_closed_contacts_are_not_in_it(hub: mash.Mash) -> None:
    of(hub, state="duplicate", closed_at=clock.now(), closed_by="test")
    assert references(hub) == []


def test_pages_follow_each_other_without_gap_or_repeat(hub: mash.Mash) -> None:
    submission = build.send(children=12, teams=(hub.team,))
    for _ in range(8):
        build.send(children=12, teams=(hub.team,))
    first = queue(hub.officer, QueueFilter())
    second = queue(hub.officer, QueueFilter(), first.next_key)
    third = queue(hub.officer, QueueFilter(), second.next_key)
    rows = [*first.rows, *second.rows, *third.rows]
    assert [len(first.rows), len(second.rows), len(third.rows)] == [PAGE, PAGE, 8]
    assert len({row["id"] for row in rows}) == Contact.objects.count() == 108
    assert third.next_key is None
    assert submission.contacts.count() == 12


def test_filters_and_counts_agree(hub: mash.Mash) -> None:
    now = clock.now()
    of(hub, rating="red")
    of(hub, rating="amber", decision_due_at=now - timedelta(minutes=1))
    of(hub, decision_due_at=now + timedelta(hours=2))
    mash.screened(hub)
    mash.proposed(hub)
    mash.approved(hub)
    mash.finish(hub, mash.approved(hub))
    counts = queue_counts(hub.officer)
    for name, wanted in BUCKETS.items():
        assert counts[name] == len(queue(hub.officer, wanted).rows), name
    assert counts == {
        "red": 1,
        "amber": 5,
        "green": 0,
        "blue": 0,
        "unrated": 1,
        "overdue": 1,
        "today": 1,
        "nobody": 3,
        "awaiting": 0,
        "mine": 4,
        "proposed": 1,
        "tasks_open": 2,
    }


def test_the_queue_narrows_by_source(hub: mash.Mash) -> None:
    police = build.make_contact(author=build.make_practitioner(hub.police), teams=(hub.team,))
    school = of(hub)
    Contact.objects.filter(pk=police.pk).update(urgent=True)
    assert references(hub, source="2A") == [police.reference, school.reference]
    assert references(hub, source="6") == []


def test_a_contact_seen_in_two_ways_stands_there_once(hub: mash.Mash) -> None:
    contact = of(hub)
    second = factories.make_team(hub.team.agency, ["referrals.contact"])
    factories.make_holding(hub.officer, "mash_officer", second.agency, second)
    build.grant_to_team(contact, second)
    build.grant_to_person(contact, hub.officer)
    assert references(hub) == [contact.reference]
    assert queue_counts(hub.officer)["unrated"] == 1


def test_a_restricted_contact_is_in_no_queue_count_or_search_of_others(hub: mash.Mash) -> None:
    contact = of(hub, rating="red")
    other = of(hub)
    restrict(by=hub.manager, reference=contact.reference, version=contact.version, people=[], reason="Colleague’s child")
    assert references(hub) == [other.reference]
    assert queue_counts(hub.officer)["red"] == 0
    assert search_contacts(hub.officer, contact.reference) == []
    assert [c.pk for c in search_contacts(hub.officer, "Robin1 Example")] == [other.pk]
    assert queue_counts(hub.manager)["red"] == 1
    assert len(search_contacts(hub.manager, contact.reference)) == 1


def test_another_teams_contacts_are_not_in_it(hub: mash.Mash) -> None:
    build.make_contact(teams=(build.make_mash(),))
    assert references(hub) == []
    assert set(queue_counts(hub.officer).values()) == {0}


def test_search_finds_by_reference_name_and_birth_date(hub: mash.Mash) -> None:
    submission = build.send(children=2, teams=(hub.team,))
    first, second = submission.contacts.order_by("position")
    tidy = first.reference.lower().replace("-", " ")
    assert search_contacts(hub.officer, tidy) == [first]
    assert set(search_contacts(hub.officer, submission.reference)) == {first, second}
    assert search_contacts(hub.officer, "exam robin2") == [second]
    assert search_contacts(hub.officer, "", second.child.birth_date) == [second]
    assert search_contacts(hub.officer, "Robin1", second.child.birth_date) == []
    assert search_contacts(hub.officer, "nobody") == []
    assert search_contacts(hub.officer, "  ") == []


# The pages


def test_the_queue_page_costs_few_queries_whatever_is_in_it(hub: mash.Mash) -> None:
    for _ in range(3):
        build.send(children=10, teams=(hub.team,))
    client = factories.sign_in(Client(), hub.officer)
    client.get("/mash/")
    with CaptureQueriesContext(connection) as seen:
        page = client.get("/mash/")
    assert page.status_code == 200
    assert len(seen) <= MOST_QUERIES, "\n".join(query["sql"][:150] for query in seen)


def test_the_queue_page_says_how_urgent_and_how_long(hub: mash.Mash) -> None:
    of(hub, rating="red", decision_due_at=clock.now() + timedelta(hours=2))
    text = factories.sign_in(Client(), hub.officer).get("/mash/").content.decode()
    for words in ("Red", "due in 2 hours", "Nobody yet", "Robin1 Example", "years"):
        assert words in text
    entry = AccessLogEntry.objects.filter(person=hub.officer.reference).latest("id")
    assert (entry.action, entry.route, len(entry.child_references)) == ("view", "referrals:queue", 1)


@pytest.mark.parametrize("after", ["x", "1~2~3", "10~2026-11-18T10:00:00+00:00~99999999999999999999", "~~~"])
def test_a_key_that_cannot_be_read_gives_the_first_page(hub: mash.Mash, after: str) -> None:
    contact = of(hub)
    page = factories.sign_in(Client(), hub.officer).get("/mash/", {"after": after, "rating": "purple", "source": "zz"})
    assert page.status_code == 200
    assert contact.reference in page.content.decode()


def test_searching_is_logged_and_no_name_stands_in_an_address(hub: mash.Mash) -> None:
    contact = of(hub)
    client = factories.sign_in(Client(), hub.officer)
    page = client.post("/mash/search/found/", {"words": "Robin1"})
    assert contact.reference in page.content.decode()
    entry = AccessLogEntry.objects.filter(person=hub.officer.reference).latest("id")
    assert (entry.action, entry.child_references) == ("search", [contact.child.reference])
    assert "Robin1" not in client.get("/mash/search/?words=Robin1").content.decode()
    assert client.post("/mash/search/found/", {"words": " "}).status_code == 422
    assert client.get("/mash/search/found/").status_code == 302


def test_an_empty_queue_says_why(hub: mash.Mash) -> None:
    client = factories.sign_in(Client(), hub.officer)
    assert "No contacts are waiting" in client.get("/mash/").content.decode()
    assert "No open contact matches these filters" in client.get("/mash/?rating=red").content.decode()


# What it costs when there is much


MANY = 20_000


def _many(hub: mash.Mash) -> None:
    """Many contacts of one form; every tenth is open."""
    contact = of(hub)
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO referrals_submittedchild (submission_id, position, given_name, family_name, known_as, birth_date,
                   birth_date_estimated, sex, ethnicity, nhs_number, upn, address, postcode, whereabouts, school, gp,
                   first_language, interpreter_needed, disability, maternity)
               SELECT %s, n, 'Robin', 'Example', '', '2018-01-01', false, 'U', '', '', '', '', '', '', '', '', '',
                   'unknown', '', ''
               FROM generate_series(2, %s) n""",
            [contact.submission_id, MANY],
        )
        cursor.execute(
            """INSERT INTO referrals_contact (reference, submission_id, submitted_child_id, child_id, position, state, urgent,
                   restricted, initial_rating, rating, received_at, decision_due_at, screened_by, proposed_by, outcome,
                   approved_by, feedback_by, signed_off_by, closed_by, closed_at, allocated_by, version)
               SELECT 'X-' || t.position, c.submission_id, t.id, c.child_id, t.position,
                   CASE WHEN t.position %% 10 = 0 THEN 'received' ELSE 'duplicate' END,
                   false, false, '', '', c.received_at - t.position * interval '1 hour',
                   c.decision_due_at - t.position * interval '1 hour', '', '', '', '', '', '',
                   CASE WHEN t.position %% 10 = 0 THEN '' ELSE 'test' END,
                   CASE WHEN t.position %% 10 = 0 THEN NULL ELSE c.received_at END, '', 1
               FROM referrals_contact c JOIN referrals_submittedchild t USING (submission_id)
               WHERE c.id = %s AND t.position > 1""",
            [contact.pk],
        )
        cursor.execute(
            """INSERT INTO referrals_contactteamgrant (group_id, permission_id, content_object_id, reason, starts_at, given_at,
                   given_by, ended_by, state, rating)
               SELECT g.group_id, g.permission_id, c.id, 'x', c.received_at, c.received_at, 'test', '', '', ''
               FROM referrals_contactteamgrant g, referrals_contact c
               WHERE g.content_object_id = %s AND c.reference LIKE 'X-%%'""",
            [contact.pk],
        )
        cursor.execute("ANALYZE referrals_contact, referrals_contactteamgrant, referrals_submittedchild")


def test_a_page_walks_an_index_and_reads_no_table_whole(hub: mash.Mash) -> None:
    _many(hub)
    with CaptureQueriesContext(connection) as seen:
        queue(hub.officer, QueueFilter())
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {seen[-1]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    for table in ("referrals_contact c", "referrals_contactteamgrant", "referrals_submittedchild"):
        assert f"Seq Scan on {table}" not in plan, plan
    assert "team_grant_queue" in plan, plan
