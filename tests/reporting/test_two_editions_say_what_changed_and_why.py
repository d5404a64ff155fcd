"""Two editions of a year side by side: every number that changed, and whether by a late record, a correction or a definition."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation import clock
from foundation.events import Subject, record
from reporting.models import Edition, ReturnedValue
from reporting.rules.comparing import Reason, Since, by_reason, differences, retold, returned_otherwise
from reporting.rules.frozen import Breakdown, FrozenFigure, Part, Source, as_json, fingerprint, from_json
from reporting.rules.returns import PrintedHeading, PrintedPart, PrintedReturn, PrintedRound
from reporting.selectors.comparing import since
from tests.factories import make_person, sign_in
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM

pytestmark = pytest.mark.django_db

NOTHING = Since("18 November 2026 at 10am")
LIVE, RATE, RETURNED = "contacts.received", "cases.open.rate", "cases.open"


@pytest.fixture
def figures(demo_year: None) -> dict[str, FrozenFigure]:
    return from_json(make_edition().figures)


def why(figures: dict[str, FrozenFigure], code: str, happened: Since = NOTHING, **changed: object) -> tuple[Reason, str]:
    new = figures | {code: replace(figures[code], **changed)}  # type: ignore[arg-type]  # fields of a figure
    [row] = differences(figures, new, happened)
    assert (row.code, row.title) == (code, figures[code].title)
    return row.reason, row.why


def test_nothing_differs_from_itself(figures: dict[str, FrozenFigure]) -> None:
    assert differences(figures, figures, NOTHING) == []


def test_a_record_that_came_late(figures: dict[str, FrozenFigure]) -> None:
    happened = replace(NOTHING, apps=frozenset({"referrals"}))
    reason, words = why(figures, LIVE, happened, value=1, text="1")
    assert reason == Reason.LATE
    assert "after the earlier edition took its figures, 18 November 2026 at 10am" in words


def test_a_number_that_moved_although_nothing_was_recorded_is_counted_differently(figures: dict[str, FrozenFigure]) -> None:
    happened = replace(NOTHING, apps=frozenset({"board"}))
    assert why(figures, LIVE, happened, value=1, text="1")[0] == Reason.OTHERWISE


def test_a_correction_says_its_reason_and_so_does_the_rate_that_comes_of_it(figures: dict[str, FrozenFigure]) -> None:
    happened = replace(NOTHING, corrected={RETURNED: ("two cases were counted twice",)})
    for code in (RETURNED, RATE):
        reason, words = why(figures, code, happened, value=1, text="1")
        assert (reason, words) == (Reason.CORRECTION, "A returned value was corrected: two cases were counted twice.")


def test_a_value_that_was_returned_late(figures: dict[str, FrozenFigure]) -> None:
    assert why(figures, RETURNED, replace(NOTHING, returned=frozenset({RETURNED})), value=1, text="1")[0] == Reason.LATE


def test_a_new_estimate_of_the_population_moves_a_rate(figures: dict[str, FrozenFigure]) -> None:
    reason, words = why(figures, RATE, replace(NOTHING, population=True), value="1.0", text="1.0")
    assert (reason, "estimate of the population" in words) == (Reason.CORRECTION, True)


def test_a_definition_that_changed_shows_both(figures: dict[str, FrozenFigure]) -> None:
    reason, words = why(figures, LIVE, meaning="Something else.", version=2, value=1, text="1")
    assert reason == Reason.DEFINITION
    assert "(version 1 to 2)" in words
    assert f"It was: “{figures[LIVE].meaning}” It is: “Something else.”" in words
    assert why(figures, LIVE, denominator_words="others")[0] == Reason.DEFINITION


def test_a_source_that_changed(figures: dict[str, FrozenFigure]) -> None:
    assert why(figures, RETURNED, source=Source("live", "referrals"))[0] == Reason.SOURCE


def test_parts_the_year_before_and_comparators(figures: dict[str, FrozenFigure]) -> None:
    assert why(figures, LIVE, by=())[0] == Reason.PARTS
    assert why(figures, LIVE, replace(NOTHING, apps=frozenset({"referrals"})), by=())[0] == Reason.LATE
    assert why(figures, LIVE, earlier=None)[0] == Reason.BEFORE
    assert why(figures, RATE, comparators=())[0] == Reason.COMPARATORS


def test_parts_that_changed_beneath_the_same_total_are_named(figures: dict[str, FrozenFigure]) -> None:
    def by(*told: tuple[str, str]) -> tuple[Breakdown, ...]:
        return (Breakdown("source", tuple(Part(label, 1, text) for label, text in told)),)

    old = figures | {LIVE: replace(figures[LIVE], by=by(("Police", "12"), ("School", "20"), ("Health", "c")))}
    _reason, words = why(old, LIVE, by=by(("Police", "14"), ("School", "20"), ("Other", "18")))
    assert (
        "its parts changed: by source, Police from 12 to 14; by source, Health from c to –; by source, Other from – to 18."
        in words
    )
    many = [(f"Part {number}", "1") for number in range(20)]
    assert "and 8 more." in why(figures | {LIVE: replace(figures[LIVE], by=by(*many))}, LIVE, by=())[1]


def test_a_figure_whose_months_are_known_is_late_only_where_a_record_changed(
    figures: dict[str, FrozenFigure],
) -> None:
    happened = replace(NOTHING, apps=frozenset({"referrals"}), months={LIVE: ("May 2025", "July 2025")})
    reason, words = why(figures, LIVE, happened, value=1, text="1")
    assert (reason, "Records of May 2025 and July 2025 were entered or changed" in words) == (Reason.LATE, True)
    reason, words = why(figures, LIVE, replace(happened, months={LIVE: ()}), value=1, text="1")
    assert (reason, words.startswith("None of its records")) == (Reason.OTHERWISE, True)


def test_chapters_whose_text_changed_are_named() -> None:
    titles = {"foreword": "Foreword", "care": "Children in care"}
    old = {"foreword": "One.\n\nTwo.", "care": "The  same\n\ntext."}
    new = {"foreword": "One.\n\nThree.\n\nFour.", "care": "The same\n\ntext.", "budget": "New."}
    assert retold(old, new, titles) == [
        ("Foreword", "New or worded anew: 2 paragraphs. No longer there as before: 1 paragraph."),
        ("budget", "Only in the newer edition."),
    ]
    assert retold({"care": "A\n\nB"}, {"care": "B\n\nA"}, titles) == [
        ("Children in care", "The same paragraphs stand in another order.")
    ]
    assert retold(old, old, titles) == []


def test_returns_that_changed_are_named_with_their_headings() -> None:
    headings = (
        PrintedHeading(1, "What we did", (PrintedPart("did", ""),)),
        PrintedHeading(2, "Plans", (PrintedPart("next", ""),)),
    )

    def told(*returns: PrintedReturn) -> list[PrintedRound]:
        return [PrintedRound("R", "Agencies", "by_agency", "keep", headings, returns)]

    def given(who: str, sentence: str = "", *, is_made: bool = True, **answers: str) -> PrintedReturn:
        return PrintedReturn(who, who, is_made, sentence, answers)

    old = told(
        given("Police", did="Much", next="More"), given("Health", "Not made.", is_made=False), given("Fire", did="A"),
        given("Probation", "1 day late", did="A"), given("Schools", did="A"),
    )  # fmt: skip
    new = told(
        given("Police", did="Much", next="Less"), given("Health", did="Come"), given("Housing", did="A"),
        given("Probation", did="A"), given("Schools", did="A"),
    )  # fmt: skip
    assert returned_otherwise(old, new) == [
        ("Agencies, Police", "What is said under these headings changed: Plans."),
        ("Agencies, Health", "It is printed now, and was not before."),
        ("Agencies, Fire", "Only in the older edition."),
        ("Agencies, Probation", "Of it was said: “1 day late” Now: nothing"),
        ("Agencies, Housing", "Only in the newer edition."),
    ]


def test_one_that_only_one_of_them_has(figures: dict[str, FrozenFigure]) -> None:
    without = {code: one for code, one in figures.items() if code != LIVE}
    [come], [gone] = differences(without, figures, NOTHING), differences(figures, without, NOTHING)
    assert (come.reason, come.old, gone.reason, gone.new) == (Reason.NEW, "–", Reason.GONE, "–")
    assert by_reason([come, gone, come]) == [(Reason.NEW, 2), (Reason.GONE, 1)]


def corrected(edition: Edition, code: str, note: str) -> None:
    """Somebody returns a value anew after an edition."""
    old = ReturnedValue.objects.get(code=code, period=edition.year, dimension="", corrected_by__isnull=True)
    fields = {name: getattr(old, name) for name in ("code", "period_kind", "period", "as_at", "source", "received_by")}
    with clock.frozen(edition.as_at + timedelta(minutes=5)):
        ReturnedValue.objects.create(**fields, value=old.value - 2, note=note, received_at=clock.now(), correction_of=old)
        record(verb="board.action_closed", by=SYSTEM, subject=Subject("action", "NM-A-1"))


def test_what_happened_between_two_editions_is_found(demo_year: None) -> None:
    old = make_edition()
    corrected(old, RETURNED, "Two cases were counted twice.")
    with clock.frozen(old.as_at + timedelta(minutes=10)):
        new = make_edition()
    happened = since(old, new)
    assert happened.apps == {"board"}
    assert happened.corrected == {RETURNED: ("Two cases were counted twice",)}
    assert (happened.returned, happened.population) == (frozenset(), False)
    assert since(old, old) == replace(happened, apps=frozenset(), corrected={}, months={})


def test_what_is_recorded_after_the_newer_edition_is_no_reason(demo_year: None) -> None:
    """`episodes.opened` is kept by the month, and an event of an episode may have touched any."""
    old = make_edition()
    corrected(old, RETURNED, "Two cases were counted twice.")
    with clock.frozen(old.as_at + timedelta(minutes=10)):
        new = make_edition()
    with clock.frozen(new.as_at + timedelta(minutes=5)):
        record(verb="referrals.episode_closed", by=SYSTEM, subject=Subject("episode", "NM-N-1"))
    assert since(old, new).months["episodes.opened"] == ()
    with clock.frozen(new.as_at + timedelta(minutes=10)):
        newer = make_edition()
    assert "episodes.opened" not in since(old, newer).months


def test_the_page_tells_every_change_with_its_reason(client: Client, demo_year: None) -> None:
    sign_in(client, make_person("scrutineer"))
    old = make_edition()
    corrected(old, RETURNED, "Two cases were counted twice.")
    with clock.frozen(old.as_at + timedelta(minutes=10)):
        new = make_edition()
        address = reverse("reporting:compare", args=[new.reference, old.reference])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address).content.decode()
    for words in (
        "3,971",
        "3,969",
        "Correction.",
        "A returned value was corrected: Two cases were counted twice.",
        "correction 2",
    ):
        assert words in page
    assert len(asked) <= 40
    assert fingerprint(as_json(from_json(new.figures).values())) == new.figures_sha256
