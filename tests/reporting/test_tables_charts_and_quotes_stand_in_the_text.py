"""`{{ table: … }}`, `{{ chart: … }}`, `{{ actions: … }}` and `{{ quote: … }}` in a line of their own become a block."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.test import Client

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.figures import Cursor, TextGroup, TextRows, TextTable, worded
from foundation.pdf import render_pdf
from reporting.models import Compilation, Narrative
from reporting.report import document
from reporting.report.printed import PrintTable, ReportContent
from reporting.report.workbook import published_tables
from reporting.rules.blocks import Chapter
from reporting.rules.frozen import Breakdown, FrozenFigure, FrozenTable, Part, Source, as_json, tables_as_json
from reporting.rules.narrative import Placeable, YearTold, pieces, problems
from reporting.services.compiling import run_compilation
from reporting.services.demo import load_demo_inputs
from reporting.services.requests import request_compilation
from reporting.services.writing import write_narrative
from tests.factories import make_person, sign_in
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.printed import demo_content, frozen_table
from tests.reporting.published import EVERYTHING, publishing

YEAR = FinancialYear(2025)
LIVE = Source("live", "board.actions_by_plan")


def table(code: str, columns: tuple[str, ...], *rows: tuple[str, ...]) -> FrozenTable:
    return frozen_table(code, columns, *rows, title="What we said", source=LIVE)


def figure(code: str, *parts: Part, dimension: str = "month") -> FrozenFigure:
    return FrozenFigure(
        code, "Visits", "m", "visits", "count", "people", 1, "2025-26", "2026-03-31", 12, "12", None, None, "", "", LIVE,
        by=(Breakdown(dimension, parts),),
    )  # fmt: skip


PLANS = table(
    "actions.by_plan",
    ("Plan", "Action", "Led by", "Due", "Rating"),
    ("Neglect plan", "1.1 Train <b>managers</b>", "Council", "1 May 2026", "Red"),
    ("Other plan", "2.1 Ask children", "Police", "1 May 2026", "Green"),
)
FOLLOWING = table("actions.plan_sources", ("Plan", "Follows from"), ("Neglect plan", "Inspection"), ("Other plan", "Challenge"))
QUOTES = table(
    "voice.quotes",
    ("Reference", "What was said", "Who said it", "How it came"),
    ("NM-5-AAAA-BBBB", "“They listened <i>.”", "Parent or carer", "Quote"),
    ("NM-5-AAAA-CCCC", "“We were moved twice. Then somebody asked us.”", "Young person, 16 to 17", "Case story"),
)
SAID = table("plan.said", ("Objective", "Done"), ("1.1 Hear children", "Asked 40\nTold them"))
TABLES = {one.code: one for one in (PLANS, FOLLOWING, QUOTES, SAID)}


def content(text: str, tables: Iterable[FrozenTable] = TABLES.values(), *more: FrozenFigure) -> ReportContent:
    demo = demo_content()
    figures = {**demo.figures, **{one.code: one for one in more}}
    return replace(
        demo, figures=figures, narrative={"foreword": text}, chapters=(Chapter("foreword", "Foreword"),),
        tables={one.code: one for one in tables},
    )  # fmt: skip


def printed(text: str, *more: FrozenFigure, tables: Iterable[FrozenTable] = TABLES.values()) -> str:
    return document.make_report(content(text, tables, *more), progress=lambda _done, _total: None).html


def on_the_web(text: str, *more: FrozenFigure) -> str:
    (chapter,) = document.lay_out(content(text, TABLES.values(), *more)).chapters
    return render_to_string("reporting/published/chapter.html", {"chapter": chapter})


@pytest.mark.parametrize("shown", [printed, on_the_web])
def test_a_table_of_a_figure_and_of_words_stands_between_two_paragraphs(shown: object) -> None:
    html = shown("Before.\n\n{{ table: contacts.received by source }}\n\nBetween.\n{{ table: plan.said }}\nAfter.")  # type: ignore[operator]
    order = [html.index(words) for words in ("Before.", "Contacts received by source", "Between.", "1.1 Hear children", "After.")]
    assert order == sorted(order)
    assert "Told them</li>" in html
    assert "{{" not in html


def test_a_figure_alone_is_a_table_of_two_years_and_its_change() -> None:
    html = printed("{{ table: contacts.received }}")
    assert "Contacts received, 2025-26 and the year before" in html
    assert f">{demo_content().figures['contacts.received'].text}<" in html


def test_a_chart_has_words_for_those_who_do_not_see_it_and_its_table() -> None:
    paper, web = printed("{{ chart: contacts.received by source }}"), on_the_web("{{ chart: contacts.received by source }}")
    assert 'alt="Contacts received by source' in paper
    assert "Most: " in paper
    assert "<svg" in web
    assert "Most: " in web
    for html in (paper, web):
        assert "<caption" in html


def test_a_source_names_the_actions_of_every_plan_that_follows_from_it() -> None:
    html = printed("{{ actions: inspection }}")
    assert "Train &lt;b&gt;managers" in html
    assert "Ask children" not in html
    both = replace(FOLLOWING, rows=tuple((plan, "Inspection") for plan, _source in FOLLOWING.rows))
    html = printed("{{ actions: Inspection }}", tables=(PLANS, both))
    assert "What we said: inspection, 2025-26" in html
    for words in ("Neglect plan", "Train &lt;b&gt;managers", "Other plan", "Ask children"):
        assert words in html


def test_the_actions_of_one_plan_stand_with_their_ratings_and_no_others() -> None:
    html = printed("{{ actions: neglect plan }}")
    assert 'rag--red">Red' in html
    assert "Train &lt;b&gt;managers" in html
    assert "Other plan" not in html


@pytest.mark.parametrize("shown", [printed, on_the_web])
def test_words_that_may_be_printed_are_quoted_and_can_do_no_harm(shown: object) -> None:
    html = shown("{{ quote: NM-5-AAAA-BBBB }}")  # type: ignore[operator]
    assert "“They listened &lt;i&gt;.”" in html
    assert "Parent or carer" in html
    assert "<blockquote" in html
    assert "NM-5" not in html


def test_what_is_hidden_in_a_figure_is_hidden_in_what_is_placed() -> None:
    one = figure("v.small", Part("Ward A", None, "c"), Part("Ward B", 9, "9"), dimension="ward")
    for html in (
        printed("{{ table: v.small by ward }}\n{{ chart: v.small by ward }}", one),
        on_the_web("{{ chart: v.small by ward }}", one),
    ):
        assert ">c<" in html
        assert "Ward A: 3" not in html


def test_html_and_script_stay_text_around_what_is_placed() -> None:
    text = "<script>alert(1)</script>\n{{ quote: NM-5-AAAA-BBBB }}\n<img src=x onerror=alert(1)> [x](javascript:alert(1))"
    for html in (printed(text), on_the_web(text)):
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript' not in html


def test_a_table_of_30_columns_is_printed_in_parts_that_fit_a_page() -> None:
    columns = tuple(f"Column {number}" for number in range(30))
    wide = table("wide.one", columns, *[tuple(f"r{row}c{number}" for number in range(30)) for row in range(3)])
    html = printed("{{ table: wide.one }}", tables=[wide])
    assert "What we said, 2025-26, part 5 of 5" in html
    for row in range(3):
        for number in range(1, 30):
            assert html.count(f">r{row}c{number}<") == 1
        assert html.count(f">r{row}c0<") == 5
    assert render_pdf(html, title="R", made_at=clock.now()).startswith(b"%PDF")


@pytest.mark.parametrize("dimension", ["month", "ward"])
@pytest.mark.parametrize("part", [Part("April 2025", 12, "12"), Part("April 2025", 0, "0"), Part("April 2025", None, "c")])
def test_a_chart_of_one_point_is_printed_soundly(dimension: str, part: Part) -> None:
    one = figure("v.one", part, dimension=dimension)
    html = printed(f"{{{{ chart: v.one by {dimension} }}}}", one)
    assert 'alt="Visits by ' in html
    assert "NaN" not in html
    assert render_pdf(html, title="R", made_at=clock.now()).startswith(b"%PDF")


KINDS = "“figure”, “previous”, “change”, “table”, “chart”, “actions”, “quote” or “case”"
FIGURES = {"a.count": figure("a.count", Part("April 2025", 12, "12")), "b.count": figure("b.count")}
BLOCKS = Placeable(
    {"a.count": ("month",), "b.count": ("month",), "c.count": ()}, {"plan.said", "plan.empty", "actions.by_plan", "voice.quotes"}
)
OF_YEAR = YearTold(FIGURES, {**TABLES, "plan.empty": table("plan.empty", ("Objective",))})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("See {{ table: plan.said }}", "must stand alone in its line"),
        ("{{ table: plan.said }} {{ table: plan.said }}", "must stand alone in its line"),
        ("- {{ quote: x }}", "must stand alone in its line"),
        ("{{ table: no.such }}", "names nothing: there is no figure and no table of words “no.such”"),
        ("{{ chart: no.such by month }}", "names nothing: there is no figure “no.such”"),
        ("{{ chart: a.count by colour }}", "names no breakdown: “a.count” is broken down by “month”"),
        ("{{ table: c.count by colour }}", "names no breakdown: “c.count” is not broken down"),
        ("{{ chart: a.count }}", "does not say by what it is drawn; write it like {{ chart: a.count by month }}"),
        ("{{ chart: plan.said by month }}", "cannot be drawn: it is a table of words; write {{ table: plan.said }}"),
        ("{{ table: plan.said by month }}", "is a table of words and has no parts; leave “by” out"),
        ("{{ table: plan.empty }}", "has no rows for this year"),
        ("{{ table: b.count by month }}", "has no rows for this year"),
        ("{{ table: c.count }}", "has no value for this year"),
        ("{{ actions: No plan }}", "names no plan, and no source of plans, with actions in this year: there is no “No plan”"),
        ("{{ case: NM-5-AAAA-BBBB }}", "names no case story that may be printed for this year: there is no “NM-5-AAAA-BBBB”"),
        ("{{ quote: NM-5-XXXX }}", "names no words that may be printed for this year: there is no “NM-5-XXXX”"),
        ("{{ figure: a.count by month }}", "cannot be read; write it like {{ figure: contacts.received }}"),
        ("{{ plot: a.count }}", f"starts with “plot”; it must be {KINDS}"),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_is_named_with_chapter_and_line(text: str, reason: str) -> None:
    found = problems(f"One.\n\n{text}", {"a.count", "b.count", "c.count"}, blocks=BLOCKS, year=OF_YEAR)
    assert found
    assert found[0].line == 3
    assert found[0].sentence("Foreword") == f"Foreword, line 3: {found[0].token} {reason}."


def test_sound_tokens_have_no_problem_and_the_text_is_cut_at_them() -> None:
    placed = "{{ chart: a.count by month }}\n{{ actions: Neglect plan }}\n{{quote:nm-5-aaaa-bbbb}}"
    text = f"One.\n  {{{{ table: plan.said }}}}  \n\nTwo.\n{placed}"
    assert problems(text, {"a.count"}, blocks=BLOCKS, year=OF_YEAR) == []
    kinds = [piece if isinstance(piece, str) else piece.kind for piece in pieces(text)]
    assert [one.strip() for one in kinds if one.strip()] == ["One.", "table", "Two.", "chart", "actions", "quote"]


@pytest.mark.parametrize("shown", [printed, on_the_web])
def test_a_case_story_stands_under_who_told_it(shown: object) -> None:
    html = shown("{{ case: NM-5-AAAA-CCCC }}")  # type: ignore[operator]
    assert "A case story, told by young person, 16 to 17" in html
    assert "We were moved twice." in html


def test_without_tables_of_words_nothing_can_be_quoted() -> None:
    (found,) = problems("{{ quote: x }}", set(), blocks=Placeable())
    assert found.reason == "names nothing: there is no table “voice.quotes”"


TOLD = TextTable("plan.told", "What we told", "m", ("Objective", "Done"))
NOTHING = TextTable("plan.nothing", "Nothing", "m", ("Objective", "Done"))


def told(year: FinancialYear, _cursor: Cursor) -> Iterable[TextRows]:
    yield worded("plan.told", year, (("1.1 Hear children", "Asked 40"),))
    yield worded("plan.nothing", year, ())


@pytest.fixture
def published(db: None) -> Iterator[None]:
    with publishing(*EVERYTHING, texts=(TextGroup("board.plan", (TOLD, NOTHING), told),)):
        load_demo_inputs(by=SYSTEM)
        yield


@pytest.fixture
def team(client: Client) -> Client:
    return sign_in(client, make_person("business_team"))


ADDRESS = "/yearly-report/2025-26/narrative/voice/"


@pytest.mark.usefixtures("published")
class TestWritingAndCompiling:
    def test_saving_refuses_what_names_nothing_or_does_not_stand_alone(self) -> None:
        with pytest.raises(Refused, match=r"line 1: \{\{ table: no.such \}\} names nothing"):
            write_narrative(by=SYSTEM, year=YEAR, section="voice", text="{{ table: no.such }}")
        with pytest.raises(Refused, match="must stand alone in its line"):
            write_narrative(by=SYSTEM, year=YEAR, section="voice", text="See {{ table: plan.told }}")

    def test_saving_names_a_table_of_no_rows_and_keeps_the_text(self, team: Client) -> None:
        page = team.post(ADDRESS, {"text": "{{ table: plan.nothing }}", "version": "0"}, follow=True).content.decode()
        assert "The report cannot be compiled like this." in page
        assert "line 1: {{ table: plan.nothing }} has no rows for this year." in page
        assert Narrative.objects.get(section="voice").text == "{{ table: plan.nothing }}"

    def test_the_preview_shows_what_is_placed_and_names_what_cannot_be_and_saves_nothing(self, team: Client) -> None:
        typed = "{{ table: plan.told }}\n\n{{ table: plan.nothing }}\n\nSee {{ chart: contacts.received by source }}"
        for address, more in ((ADDRESS, {"act": "preview", "version": "0"}), (f"{ADDRESS}preview/", {})):
            page = team.post(address, {"text": typed, **more}).content.decode()
            assert "1.1 Hear children" in page
            assert "line 3: {{ table: plan.nothing }} has no rows for this year." in page
            assert "line 5: {{ chart: contacts.received by source }} must stand alone in its line." in page
        assert not Narrative.objects.filter(section="voice").exists()

    def test_a_token_that_is_never_closed_takes_nothing_of_the_next_line(self, team: Client) -> None:
        typed = "{{ foo\r\n\r\n{{ table: contacts.received by source }}"
        for address, more, status in (
            (ADDRESS, {"act": "preview", "version": "0"}, 200),
            (f"{ADDRESS}preview/", {}, 200),
            (ADDRESS, {"version": "0"}, 422),
        ):
            answer = team.post(address, {"text": typed, **more})
            assert answer.status_code == status
            assert "{{ foo cannot be read" in " ".join(answer.content.decode().split())

    def test_the_preview_draws_no_more_than_may_be_saved_and_loses_nothing_typed(self, team: Client) -> None:
        typed = "x" * 40_000 + " beyond the end"
        page = team.post(ADDRESS, {"text": typed, "act": "preview", "version": "0"}).content.decode()
        assert page.count("beyond the end") == 1

    def test_an_edition_with_such_a_token_is_not_made_and_the_compilation_says_why(self) -> None:
        write_narrative(by=SYSTEM, year=YEAR, section="voice", text="One.\n\n{{ table: plan.nothing }}")
        compilation = request_compilation(by=SYSTEM, year=YEAR, press="a", here_and_now=True)
        run_compilation(reference=compilation.reference, by=SYSTEM)
        compilation = Compilation.objects.get()
        assert compilation.state == "failed"
        assert compilation.sentence == (
            "What children and families told us, line 3: {{ table: plan.nothing }} has no rows for this year."
        )

    def test_the_published_page_and_the_workbook_show_what_the_edition_keeps(self) -> None:
        made = make_edition()
        made.narrative = {"foreword": "{{ table: plan.told }}"}
        made.figures, made.tables = as_json([]), tables_as_json([table("plan.told", ("Objective", "Done"), ("1.1", "Asked 40"))])
        first = next(iter(published_tables(made)))
        assert first.title == "What we said, 2025-26"
        assert isinstance(first.title, str)


def test_a_narrow_table_stays_whole() -> None:
    narrow = PrintTable("T", (), ())
    assert narrow.in_parts == [narrow]
