"""`{{ figure: code }}` in a text: filled from the frozen figures, refused with its line when it names nothing."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.markdown import to_html
from reporting.models import Narrative
from reporting.rules.frozen import ChangeText, Earlier, FrozenFigure, Source
from reporting.rules.narrative import filled, problems, tokens
from reporting.services.writing import write_narrative
from tests.factories import make_person

YEAR = FinancialYear(2025)
BY = SystemActor("test")
LIVE = Source("live", "app")
FIGURES = {
    "a.count": FrozenFigure(
        "a.count", "A", "a", "forms", "count", "events", 1, "2025-26", "2026-03-31", 18157, "18,157", None, None, "", "", LIVE,
        earlier=Earlier("2024-25", 16341, "16,341", LIVE),
        change=ChangeText("+1,816", "+11.1%", "increase", "An increase of 11%", "An increase of 11.1% (1,816) on 2024-25."),
    ),
    "b.count": FrozenFigure(
        "b.count", "B", "b", "forms", "count", "events", 1, "2025-26", "2026-03-31", 4, "4", None, None, "", "", LIVE
    ),
}  # fmt: skip


def test_tokens_are_filled_with_the_very_text_of_the_figure() -> None:
    text = "We got {{ figure: a.count }} forms ({{previous:a.count}} before), {{ change: a.count }}."
    assert filled(text, FIGURES) == "We got 18,157 forms (16,341 before), an increase of 11.1% (1,816) on 2024-25."


def test_a_figure_without_a_year_before_says_so() -> None:
    text = "{{ previous: b.count }}; {{ change: b.count }}"
    assert filled(text, FIGURES) == "not recorded; no comparison with the year before"


MUST_BE = "it must be “figure”, “previous” or “change”."
UNREADABLE = "cannot be read; write it like {{ figure: contacts.received }}."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x\n{{ figure: c.count }}", "Foreword, line 2: {{ figure: c.count }} names no figure: there is no “c.count”."),
        ("{{ plot: a.count }}", "Foreword, line 1: {{ plot: a.count }} starts with “plot”; " + MUST_BE),
        ("{{ figure a.count }}", "Foreword, line 1: {{ figure a.count }} " + UNREADABLE),
        ("{{ figure: a.count", "Foreword, line 1: {{ figure: a.count " + UNREADABLE),
        ("{{ figure: a.count|safe }}", "Foreword, line 1: {{ figure: a.count|safe }} " + UNREADABLE),
        ("{{ foo\n\n{{ figure: a.count }}", "Foreword, line 1: {{ foo " + UNREADABLE),
        ("{{ foo {{ figure: a.count }}", "Foreword, line 1: {{ foo {{ figure: a.count }} " + UNREADABLE),
    ],
)  # fmt: skip
def test_a_wrong_token_is_named_with_its_line(text: str, sentence: str) -> None:
    assert [problem.sentence("Foreword") for problem in problems(text, FIGURES)] == [sentence]


def test_openings_without_number_are_read_in_one_go() -> None:
    for text in ("{{" * 20_000, "{{ x\n" * 8_000):
        begun = perf_counter()
        assert problems(text, FIGURES)
        assert perf_counter() - begun < 1


def test_a_figure_without_a_value_this_year_is_named() -> None:
    wrong = problems("{{ figure: b.count }}", FIGURES, {"a.count"})
    assert [problem.sentence("Budget") for problem in wrong] == [
        "Budget, line 1: {{ figure: b.count }} has no value for this year."
    ]


@given(st.text(alphabet=st.sampled_from("{} figure:ab.count%\n<>|"), max_size=60))
def test_any_text_is_either_filled_or_refused(text: str) -> None:
    if problems(text, FIGURES):
        assert any(
            not token.kind or token.kind not in {"figure", "previous", "change"} or token.code not in FIGURES
            for token in tokens(text)
        )
    else:
        assert "{{" not in filled(text, FIGURES)


def test_html_and_script_in_a_text_stay_text() -> None:
    html = to_html(filled("<script>alert(1)</script> {{ figure: a.count }} [x](javascript:alert(1))", FIGURES))
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "18,157" in html


@pytest.mark.django_db
class TestWriting:
    def test_each_change_raises_the_version(self, apps_publish: None) -> None:
        write_narrative(by=BY, year=YEAR, section="foreword", text="One {{ figure: contacts.received }}.\r\n")
        write_narrative(by=BY, year=YEAR, section="foreword", text="Two.", version=1)
        row = Narrative.objects.get()
        assert (row.text, row.version, row.changed_by) == ("Two.", 2, "test")

    def test_a_stale_text_is_a_conflict_and_nothing_is_lost(self, apps_publish: None) -> None:
        write_narrative(by=BY, year=YEAR, section="foreword", text="One.")
        with pytest.raises(Conflict, match="Somebody else changed this text"):
            write_narrative(by=BY, year=YEAR, section="foreword", text="Mine.")
        assert Narrative.objects.get().text == "One."

    def test_a_token_that_names_no_figure_is_refused(self, apps_publish: None) -> None:
        with pytest.raises(Refused, match=r"Foreword, line 1: \{\{ figure: no.such \}\} names no figure"):
            write_narrative(by=BY, year=YEAR, section="foreword", text="{{ figure: no.such }}")

    def test_a_section_that_there_is_not_and_an_endless_text_are_refused(self, apps_publish: None) -> None:
        with pytest.raises(Refused, match="no such section"):
            write_narrative(by=BY, year=YEAR, section="afterword", text="x")
        with pytest.raises(Refused, match="40,000 characters or fewer"):
            write_narrative(by=BY, year=YEAR, section="foreword", text="x" * 40_001)

    def test_only_the_business_team_writes(self, apps_publish: None) -> None:
        with pytest.raises(NotAllowed):
            write_narrative(by=make_person("executive"), year=YEAR, section="foreword", text="x")
        write_narrative(by=make_person("business_team"), year=YEAR, section="foreword", text="x")
