"""What all agencies sent stands in one order of time; contradictions are marked and kept; gaps are found; sight ends at once."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry, Person
from accounts.services.people import end_role
from foundation.errors import NotVisible, Refused
from foundation.exports import read_grid
from foundation.tagged_pdf import check
from reviews.copying import chosen_by, document, run_copy
from reviews.models import Case, ChronologyCopy, ChronologyEntry, Precision, TeamRole
from reviews.rules.chronology_reading import Gap, Told, gaps_in, likely_contradictions, seen_only
from reviews.selectors.chronology import ChronologyFilter, Merged, chronology_page
from reviews.services.chronology import (
    ask_for_chronology_copy,
    lift_contradiction,
    mark_contradiction,
    purge_chronology_copies,
)
from reviews.services.entries import strike_entry
from reviews.services.returns import send_back_return
from reviews.services.team import strike_member
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build
from tests.reviews import build_chronology as chronology
from tests.reviews.test_the_pages_of_a_case import text_of

MAY = dt.date(2021, 5, 1)


class Two:
    """A case on which two agencies sent a return each."""

    def __init__(self) -> None:
        self.owner = build.board_manager()
        self.incident = build.with_child(self.owner)
        self.case: Case = self.incident.case
        self.health, self.police = chronology.author_of(), chronology.author_of("police")
        first, second = chronology.asked(self.owner, self.case, self.health, self.police)
        entry = chronology.entry
        self.first = chronology.sent(
            first,
            entry(dt.date(2021, 5, 3), event="Seen at home.", child_seen="seen", at=dt.time(10)),
            entry(MAY, precision="month", event="Referred in May."),
            entry(dt.date(2021, 1, 1), precision="year", event="Sometime in the year."),
        )
        self.second = chronology.sent(
            second,
            entry(dt.date(2021, 5, 3), event="Nobody opened.", child_seen="not_seen", significance="missed"),
            entry(dt.date(2021, 11, 20), event="Reported missing.", significance="key", persons="Robin"),
        )

    def numbers(self, *events: str) -> list[int]:
        return [ChronologyEntry.objects.get(event=event).pk for event in events]

    def events(self, **chosen: Any) -> list[str]:
        return [row.event for row in chronology_page(self.case, ChronologyFilter(**chosen), "").rows]

    def url(self, name: str = "chronology", **more: Any) -> str:
        return reverse(f"reviews:{name}", kwargs={"reference": self.case.reference, **more})


@pytest.fixture
def two(db: None) -> Two:
    return Two()


def test_all_that_was_sent_stands_in_the_order_of_time_the_less_known_first(two: Two) -> None:
    assert two.events() == [
        "Sometime in the year.", "Referred in May.", "Nobody opened.", "Seen at home.", "Reported missing.",
    ]  # fmt: skip


def test_it_is_narrowed_by_agency_meaning_period_and_marks(two: Two) -> None:
    assert two.events(agency=two.second.agency.code) == ["Nobody opened.", "Reported missing."]
    assert two.events(significance="key") == ["Reported missing."]
    assert two.events(first=dt.date(2021, 5, 2), last=dt.date(2021, 5, 3)) == ["Nobody opened.", "Seen at home."]
    assert two.events(marked=True) == []
    mark_contradiction(
        by=two.owner, case=two.case.reference, entries=two.numbers("Nobody opened.", "Seen at home."), note="Seen?"
    )
    assert two.events(marked=True) == ["Nobody opened.", "Seen at home."]


def test_what_is_not_sent_or_was_struck_is_not_in_it(two: Two) -> None:
    send_back_return(by=two.owner, reference=two.first.reference, missing="The father.", due_on=dt.date(2099, 1, 1))
    chronology.added(two.first, chronology.entry(event="New, and not sent."))
    (number,) = two.numbers("Referred in May.")
    strike_entry(by=two.health, reference=two.first.reference, entry=number, reason="Another child")
    assert two.events() == ["Sometime in the year.", "Nobody opened.", "Seen at home.", "Reported missing."]


def test_two_agencies_that_disagree_are_both_kept_and_both_marked(two: Two, client: Client) -> None:
    numbers = two.numbers("Nobody opened.", "Seen at home.")
    made = mark_contradiction(by=two.owner, case=two.case.reference, entries=numbers, note="Was Robin seen?")
    page = text_of(sign_in(client, two.owner).get(two.url()))
    assert page.count("Was Robin seen?") == 2
    assert "Nobody opened." in page
    assert "Seen at home." in page
    lift_contradiction(by=two.owner, case=two.case.reference, contradiction=made.pk, reason="Two visits on one day.")
    assert "Was Robin seen?" not in text_of(client.get(two.url()))
    assert "Two visits on one day." in text_of(client.get(two.url("likely_contradictions")))
    with pytest.raises(NotVisible):
        lift_contradiction(by=two.owner, case=two.case.reference, contradiction=made.pk, reason="Again")


def test_a_mark_needs_two_entries_of_the_chronology_and_a_note(two: Two) -> None:
    numbers = two.numbers("Nobody opened.", "Seen at home.")
    wrong: list[tuple[list[int], str, str]] = [
        (numbers[:1], "x", "two entries or more"),
        ([*numbers, 10**9], "x", "no entry 1000000000"),
        (numbers, " ", "about what they differ"),
    ]
    for entries, note, sentence in wrong:
        with pytest.raises(Refused, match=sentence):
            mark_contradiction(by=two.owner, case=two.case.reference, entries=entries, note=note)
    mark_contradiction(by=two.owner, case=two.case.reference, entries=numbers, note="x")
    with pytest.raises(Refused, match="marked already"):
        mark_contradiction(by=two.owner, case=two.case.reference, entries=numbers, note="y")


@pytest.mark.parametrize(
    ("role", "reads", "marks"),
    [
        (TeamRole.CHAIR, True, True),
        (TeamRole.PANEL, True, True),
        (TeamRole.REVIEWER, True, False),
        (TeamRole.SCRUTINEER, True, False),
        (TeamRole.EXECUTIVE, False, False),
        (TeamRole.PUBLISHER, False, False),
    ],
)
def test_who_reads_it_and_who_marks_is_a_matter_of_the_role(
    two: Two, client: Client, role: TeamRole, *, reads: bool, marks: bool
) -> None:
    person = make_person("practitioner", make_agency("council"))
    build.named(two.owner, two.incident, person, role)
    sign_in(client, person)
    assert (client.get(two.url()).status_code == 200) is reads
    assert (client.get(two.url("mark_contradiction")).status_code == 200) is marks
    assert ("What agencies returned" in text_of(client.get(two.url("case")))) is reads


def test_an_author_does_not_read_the_merged_chronology(two: Two, client: Client) -> None:
    assert sign_in(client, two.health).get(two.url()).status_code == 404


def test_sight_ends_at_once_for_who_is_struck_off_or_leaves(two: Two, client: Client) -> None:
    first, second = make_person("practitioner", make_agency("council")), make_person("practitioner", make_agency("school"))
    row = build.named(two.owner, two.incident, first)
    build.named(two.owner, two.incident, second)
    copy = ask_for_chronology_copy(by=first, case=two.case.reference, once="x", chosen=ChronologyFilter())
    for person in (first, second):
        assert sign_in(client, person).get(two.url()).status_code == 200
    strike_member(by=two.owner, case=two.case.reference, member=row.pk, reason="Moved on")
    end_role(by=make_person("agency_lead", second.holdings.get().agency), holding_id=second.holdings.get().pk)
    for person in (first, second):
        assert sign_in(client, person).get(two.url()).status_code == 404
    assert sign_in(client, first).get(reverse("reviews:chronology_copy", args=[copy.reference])).status_code == 404


# -- gaps and what is likely ----------------------------------------------------


def told(number: int, on: dt.date, agency: int = 1, **changes: Any) -> Told:
    fields = {
        "precision": "exact", "at": None, "until": None, "persons": "Robin", "child_seen": "none", "significance": "routine",
    }  # fmt: skip
    return Told(number, agency, on, **{**fields, **changes})


YEAR = (dt.date(2021, 1, 1), dt.date(2021, 12, 31))


def test_gaps_are_the_spans_in_which_no_agency_had_contact() -> None:
    entries = [told(1, dt.date(2021, 2, 1)), told(2, dt.date(2021, 6, 1), until=dt.date(2021, 6, 30))]
    assert gaps_in(entries, *YEAR, 90) == [
        Gap(dt.date(2021, 2, 2), dt.date(2021, 5, 31)), Gap(dt.date(2021, 7, 1), dt.date(2021, 12, 31)),
    ]  # fmt: skip
    assert gaps_in(entries, *YEAR, 31)[0] == Gap(dt.date(2021, 1, 1), dt.date(2021, 1, 31))
    assert gaps_in(entries, *YEAR, 184)[0].days == 184
    assert gaps_in(entries, *YEAR, 185) == []
    assert gaps_in([], *YEAR, 365) == [Gap(*YEAR)]


def test_a_month_counts_as_contact_on_each_of_its_days_and_a_year_closes_no_gap() -> None:
    month = [told(1, MAY, precision=Precision.MONTH)]
    assert gaps_in(month, MAY, dt.date(2021, 6, 30), 1) == [Gap(dt.date(2021, 6, 1), dt.date(2021, 6, 30))]
    assert gaps_in([told(1, YEAR[0], precision=Precision.YEAR)], *YEAR, 90) == [Gap(*YEAR)]


def test_contacts_after_the_period_close_nothing_and_gaps_of_sight_need_the_child_to_be_seen() -> None:
    assert gaps_in([told(1, dt.date(2022, 2, 1))], *YEAR, 90) == [Gap(*YEAR)]
    assert seen_only([told(1, MAY), told(2, MAY, child_seen="alone")]) == [told(2, MAY, child_seen="alone")]


def test_what_probably_contradicts_itself_is_proposed_with_the_reason() -> None:
    entries = [
        told(1, MAY, child_seen="seen", at=dt.time(10)),
        told(2, MAY, 2, child_seen="not_seen", persons="Robin, mother"),
        told(3, MAY, 3, child_seen="seen", at=dt.time(10)),
        told(4, MAY, 1, child_seen="not_seen"),
        told(5, MAY, 2, child_seen="seen", persons="another child"),
        told(6, MAY, 2, child_seen="seen", precision="month"),
        told(7, dt.date(2021, 7, 1), 1, child_seen="seen", until=dt.date(2021, 7, 9)),
        told(8, dt.date(2021, 7, 3), 2, child_seen="seen", persons=""),
    ]
    found = {(one.first, one.second): one.why for one in likely_contradictions(entries)}
    assert set(found) == {(1, 2), (2, 3), (1, 3), (3, 4), (7, 8)}
    assert "another that not" in found[1, 2]
    assert "at 10am" in found[1, 3]
    assert "from 1 July 2021 to 9 July 2021" in found[7, 8]


def test_no_more_is_proposed_than_anybody_reads() -> None:
    entries = [told(number, MAY, number, child_seen="seen" if number % 2 else "not_seen") for number in range(60)]
    assert len(likely_contradictions(entries)) == 100


def test_what_is_likely_is_shown_until_it_is_marked_and_marks_nothing_by_itself(two: Two, client: Client) -> None:
    sign_in(client, two.owner)
    page = text_of(client.get(two.url("likely_contradictions")))
    numbers = two.numbers("Nobody opened.", "Seen at home.")
    assert "one agency says that the child was seen, another that not" in page
    assert not two.case.contradictions.exists()
    form = client.get(two.url("mark_contradiction") + f"?entry={numbers[0]}&entry={numbers[1]}")
    assert f"{numbers[0]}, {numbers[1]}" in form.content.decode()
    assert "Nobody opened." in text_of(form)
    sent = client.post(
        two.url("mark_contradiction"), {"version": "1", "entries": f"{numbers[0]} and {numbers[1]}", "note": "Seen?"}
    )
    assert sent.status_code == 302
    assert "No contradiction was found" in text_of(client.get(two.url("likely_contradictions")))
    made = two.case.contradictions.get()
    assert (
        client.post(two.url("lift_contradiction", contradiction=made.pk), {"version": "1", "reason": "Both."}).status_code == 302
    )


# -- the page and what is taken out ----------------------------------------------


def test_the_page_draws_contacts_and_gaps_and_says_them_in_words(two: Two, client: Client) -> None:
    response = sign_in(client, two.owner).get(two.url())
    page = text_of(response)
    assert "5 entries of 2 agencies from 1 January 2021 to 31 December 2021. 2 gaps of 90 days or more without a contact." in page
    assert "1 June 2021 to 19 November 2021: 172 days" in page
    assert response.content.decode().count('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340') == 1
    narrower = text_of(client.get(two.url() + "?days=150"))
    assert "1 gap of 150 days or more" in narrower


def test_a_filter_that_cannot_be_read_says_so_and_narrows_nothing(two: Two, client: Client) -> None:
    response = sign_in(client, two.owner).get(two.url() + "?first=33/33/2021&agency=nobody&days=-4")
    assert response.status_code == 422
    assert "Seen at home." in text_of(response)


def test_a_chronology_without_an_entry_says_so(db: None, client: Client) -> None:
    owner = build.board_manager()
    case = build.with_child(owner).case
    page = text_of(sign_in(client, owner).get(reverse("reviews:chronology", args=[case.reference])))
    assert "No agency has sent an entry yet" in page
    with pytest.raises(Refused, match="no such entry"):
        ask_for_chronology_copy(by=owner, case=case.reference, once="x", chosen=ChronologyFilter())


def test_the_spreadsheet_holds_what_the_page_shows_and_runs_nothing(two: Two, client: Client) -> None:
    send_back_return(by=two.owner, reference=two.first.reference, missing="x", due_on=dt.date(2099, 1, 1))
    chronology.added(two.first, chronology.entry(event='=HYPERLINK("http://x")'))
    chronology.send_return(by=two.health, reference=two.first.reference, version=chronology.again(two.first).version)
    mark_contradiction(
        by=two.owner, case=two.case.reference, entries=two.numbers("Nobody opened.", "Seen at home."), note="Seen?"
    )
    sign_in(client, two.owner)
    response = client.get(two.url("chronology_table") + "?first=2+May+2021&last=31+May+2021")
    rows = read_grid(response.content).rows
    assert [row[9] for row in rows[1:]] == ["Nobody opened.", '=HYPERLINK("http://x")', "Seen at home."]
    assert [row[14] is not None for row in rows[1:]] == [True, False, True]
    assert rows[1][2] == dt.date(2021, 5, 3)
    entry = AccessLogEntry.objects.filter(route="reviews:chronology_table").get()
    assert entry.action == "export"


def test_the_copy_is_a_tagged_pdf_for_who_asked_alone_and_gone_after_a_day(two: Two, client: Client) -> None:
    from foundation import clock
    from foundation.actors import SystemActor

    sign_in(client, two.owner)
    asked = client.post(two.url("ask_for_chronology_copy"), {"once": "once", "significance": "key"})
    copy = ChronologyCopy.objects.get()
    assert asked["Location"] == reverse("reviews:chronology_copy", args=[copy.reference])
    html = document(copy)
    assert "Reported missing." in html
    assert "Seen at home." not in html
    assert "Bo Board" in html
    run_copy(reference=copy.reference, by=SystemActor("test"))
    assert "Your copy is ready" in text_of(client.get(asked["Location"]))
    assert client.get(reverse("reviews:chronology_copy_progress", args=[copy.reference])).status_code == 200
    pdf = client.get(reverse("reviews:chronology_copy_file", args=[copy.reference])).content
    assert check(pdf) >= 1
    colleague = make_person("practitioner", make_agency("council"))
    build.named(two.owner, two.incident, colleague)
    assert sign_in(Client(), colleague).get(asked["Location"]).status_code == 404
    with clock.frozen(clock.now() + dt.timedelta(days=2)):
        assert purge_chronology_copies(by=SystemActor("reviews.purge_copies")) == 1


def test_who_may_no_longer_see_it_gets_no_copy_that_was_waiting(two: Two) -> None:
    from foundation.actors import SystemActor

    panel = make_person("practitioner", make_agency("council"))
    row = build.named(two.owner, two.incident, panel)
    copy = ask_for_chronology_copy(by=panel, case=two.case.reference, once="x", chosen=ChronologyFilter())
    strike_member(by=two.owner, case=two.case.reference, member=row.pk, reason="Moved on")
    run_copy(reference=copy.reference, by=SystemActor("test"))
    copy.refresh_from_db()
    assert (copy.state, "no longer see" in copy.sentence) == ("failed", True)


def test_an_address_says_which_entries_a_copy_holds() -> None:
    chosen = ChronologyFilter("a", "key", dt.date(2021, 5, 1), dt.date(2021, 5, 3), marked=True)
    assert chosen_by(chosen.query) == chosen
    assert chosen_by("") == ChronologyFilter()


def test_a_chronology_that_is_too_long_is_not_printed(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviews.services.chronology.MOST_PRINTED", 4)
    with pytest.raises(Refused, match="cannot be printed at once"):
        ask_for_chronology_copy(by=two.owner, case=two.case.reference, once="x", chosen=ChronologyFilter())


def test_merged_is_for_those_named(two: Two) -> None:
    stranger: Person = build.board_manager()
    with pytest.raises(NotVisible):
        Merged(stranger, two.case.reference)
