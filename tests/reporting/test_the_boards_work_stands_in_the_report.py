"""The board's own work in the yearly report: its structure, actions by plan, the scrutineer's words, and the year's money."""

import base64
import re
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from board.figures.money import SPECS as MONEY
from foundation import clock
from foundation.charts.tree import Box, boxes_under
from foundation.figures import FigureSpec, FigureValue, amount
from foundation.pdf import render_pdf
from foundation.tagged_pdf import check
from reporting.report import charts, document
from reporting.report.printed import ReportContent
from reporting.rules.blocks import Chapter, Grouped, Statement, Tree
from reporting.rules.freezing import freeze
from reporting.rules.frozen import FrozenTable, as_json, from_json
from reporting.rules.gathered import Gathered, YearOfFigures
from reporting.rules.outline import CHAPTERS
from tests.reporting.printed import AS_AT, YEAR, demo_content, frozen_table

BLOCKS = {block.heading: block for chapter in CHAPTERS for block in chapter.blocks}
CODES = {spec.code: spec for spec in MONEY}


def structure(*rows: tuple[str, ...]) -> FrozenTable:
    return frozen_table("structure.groups", ("Group", "Kind", "Meets", "Reports to", "Linked with"), *rows)


def actions(*rows: tuple[str, ...]) -> FrozenTable:
    return frozen_table("actions.by_plan", ("Plan", "Action", "Led by", "Due", "Rating"), *rows)


GROUPS = (
    ("Executive group", "Executive group", "every three months", "", "Youth board"),
    ("Quality group", "Sub-group", "monthly", "Executive group", ""),
    ("Youth board", "Another board that it is linked with", "", "", "Executive group"),
)


def content_with(*tables: FrozenTable, **figures: object) -> ReportContent:
    return replace(demo_content(), tables={table.code: table for table in tables}, **figures)


def laid_out(content: ReportContent, *headings: str) -> str:
    """The report of these blocks of its outline alone."""
    chapter = Chapter("board", "The board", tuple(BLOCKS[heading] for heading in headings))
    return document.make_report(replace(content, chapters=(chapter,)), progress=lambda _done, _total: None).html


def cells(html: str) -> list[list[str]]:
    """The rows of every table, without those of the sources."""
    own = html.partition('id="sources"')[0]
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", own, re.DOTALL)
    ]


class TestWords:
    """Tables of words that are drawn, put together, or read as a text."""

    heading = "The groups of the partnership"

    def test_the_structure_is_drawn_as_on_its_page_with_words_for_those_who_do_not_see_it(self) -> None:
        html = laid_out(content_with(structure(*GROUPS)), self.heading)
        (coded,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html)
        drawn = base64.b64decode(coded).decode()
        assert "Quality group" in drawn
        assert "Sub-group, meets monthly" in drawn
        assert "stroke-dasharray" in drawn
        assert (
            'alt="The groups of the partnership. Each stands beneath the one that it reports to. On top: Executive group' in html
        )
        assert ["Quality group", "Sub-group", "monthly", "Executive group", "–"] in cells(html)

    def test_a_large_structure_is_drawn_in_parts_that_fit_a_page(self) -> None:
        block = BLOCKS[self.heading]
        assert isinstance(block, Tree)
        rows = [("Top", "Executive group", "", "", "")]
        rows += [(f"Group {number}", "Sub-group", "", "Top", "") for number in range(charts.MOST_BOXES)]
        drawn = charts.trees(structure(*rows), block)
        assert [one.title for one in drawn] == [f"{self.heading}, part {number} of 2" for number in (1, 2)]

    def test_whose_above_is_not_there_stands_on_top(self) -> None:
        rows = [("A", "", "", False), ("B", "", "A", False), ("C", "", "Z", True), ("D", "", "D", False)]
        assert [box.depth for box in boxes_under(rows)] == [0, 1, 0, 0]
        assert boxes_under(rows)[2] == Box(("C", ""), 0, loose=True)

    def test_actions_stand_in_a_table_for_each_plan_and_a_rating_is_a_word_beside_its_pattern(self) -> None:
        rows = (
            ("Child A", "1 Ask both parents.", "Police", "2 March 2026", "Red"),
            ("Child A", "3 more actions: 3 green", "", "", ""),
            ("Inspection", "1 See children.", "Council", "4 May 2026", "Blue"),
        )
        html = laid_out(content_with(actions(*rows)), "Actions of each plan")
        assert re.findall(r"<caption>(.*?)</caption>", html)[:2] == ["Child A", "Inspection"]
        assert '<span class="rag rag--red">Red</span>' in html
        assert ["3 more actions: 3 green", "–", "–", "–"] in cells(html)
        assert html.count("as at 31 March 2026") == 1

    def test_a_statement_is_read_as_a_text_with_its_name(self) -> None:
        said = frozen_table(
            "scrutiny.statement", ("Who", "What"), ("Sam Stone, scrutineer", "It <b>worked</b>.\n\nTime worries me.")
        )
        html = laid_out(content_with(said), "What the independent scrutineer says")
        assert "<p>It &lt;b&gt;worked&lt;/b&gt;.</p><p>Time worries me.</p>" in html
        assert '<p class="said__who">Sam Stone, scrutineer</p>' in html

    @pytest.mark.parametrize(
        ("table", "heading", "sentence"),
        [
            (structure(), "The groups of the partnership", "No group was there on the last day of the year."),
            (actions(), "Actions of each plan", "No plan was open in the year."),
            (frozen_table("risks.register", ("Risk",)), "The risk register", "No risk was in the register in the year."),
            (
                frozen_table("scrutiny.statement", ("Who", "What")), "What the independent scrutineer says",
                "The independent scrutineer made no statement.",
            ),
            (
                frozen_table("scrutiny.notes", ("What",)), "Visits and notes of the scrutineer",
                "The scrutineer has published no visit or note.",
            ),
        ],
    )  # fmt: skip
    def test_without_data_a_sentence_says_so(self, table: FrozenTable, heading: str, sentence: str) -> None:
        assert f"<p>{sentence}</p>" in laid_out(content_with(table), heading)
        assert sentence not in laid_out(content_with(), heading)

    def test_every_table_of_these_is_published(self) -> None:
        kinds = {type(block) for chapter in CHAPTERS for block in chapter.blocks}
        assert {Tree, Grouped, Statement} <= kinds


def pounds(**parts: int) -> dict[str, Decimal]:
    return {label.replace("_", " "): Decimal(value) for label, value in parts.items()}


def spoken(year: str, *values: FigureValue) -> YearOfFigures:
    return YearOfFigures(year, date(2026, 3, 31), {value.code: ("board.budget", value) for value in values})


def money_of(*now: FigureValue, before: tuple[FigureValue, ...] = ()) -> ReportContent:
    known: dict[str, FigureSpec] = CODES
    gathered = Gathered(spoken("2025-26", *now), spoken("2024-25", *before), (), {}, {}, AS_AT)
    return content_with(figures=from_json(as_json(freeze(gathered, known))))


def sum_of(code: str, by: dict[str, Decimal], dimension: str = "contributor", **more: dict[str, Decimal]) -> FigureValue:
    return amount(code, YEAR, sum(by.values(), Decimal(0)), by={dimension: by, **more})


class TestMoney:
    """Contributions, who made up for whom, spending in groups, and both beside the year before."""

    def test_what_was_pledged_invoiced_and_received_stands_side_by_side(self) -> None:
        content = money_of(
            sum_of("budget.income", pounds(Council=20, Police=10, Health=10)),
            sum_of("budget.pledged", pounds(Council=15, Police=15)),
            sum_of("budget.invoiced", pounds(Council=15)),
            sum_of("budget.in_kind", pounds(Police=96)),
        )
        found = cells(laid_out(content, "Pledged, invoiced and received"))
        assert found == [
            ["Contributor", "Pledged", "Invoiced", "Received", "Share", "In kind"],
            ["Council", "£15", "£15", "£20", "50.0%", "–"],
            ["Police", "£15", "–", "£10", "25.0%", "£96"],
            ["Health", "–", "–", "£10", "25.0%", "–"],
            ["Total", "£30", "£15", "£40", "100.0%", "£96"],
        ]

    def test_shares_that_do_not_sum_to_a_hundred_say_so(self) -> None:
        thirds = money_of(sum_of("budget.income", pounds(A=1, B=1, C=1)), sum_of("budget.pledged", pounds(A=1)))
        rounded = "Shares may not sum to 100.0% because each is rounded by itself."
        assert rounded in laid_out(thirds, "Pledged, invoiced and received")
        halves = money_of(sum_of("budget.income", pounds(A=1, B=1)), sum_of("budget.pledged", pounds(A=1)))
        assert rounded not in laid_out(halves, "Pledged, invoiced and received")

    def test_nothing_but_what_was_received_needs_no_second_table(self) -> None:
        content = money_of(sum_of("budget.income", pounds(Council=20)))
        assert "Pledged" not in laid_out(content, "Pledged, invoiced and received").partition('id="sources"')[0]

    @pytest.mark.parametrize(
        ("short", "made_up", "sentence"),
        [
            (
                pounds(Police=10, Probation=5),
                pounds(Council=12),
                "£15 that was pledged was not received: Police £10, Probation £5. Others made up £12 for it: Council £12.",
            ),
            (pounds(Police=10), {}, "£10 that was pledged was not received: Police £10. Nobody made up for it."),
            ({}, {}, "Everything that was pledged was received."),
        ],
    )  # fmt: skip
    def test_the_shortfall_names_who_gave_less_and_who_made_up_for_it(
        self, short: dict[str, Decimal], made_up: dict[str, Decimal], sentence: str
    ) -> None:
        content = money_of(
            sum_of("budget.shortfall", short), *([sum_of("budget.made_up", made_up)] if made_up else [])
        )  # fmt: skip
        assert sentence in laid_out(content, "Who made up the shortfall")
        assert "Who made up" not in laid_out(money_of(), "Who made up the shortfall")

    def test_spending_stands_in_groups_with_sub_totals(self) -> None:
        spent = sum_of(
            "budget.expenditure", pounds(Salaries=50, Website=10, Travel=5, Reviews=35), "heading",
            group=pounds(Staff=55, Scrutiny=35),
            group_heading={"Staff: Salaries": Decimal(50), "Staff: Travel": Decimal(5), "Scrutiny: Reviews": Decimal(35)},
        )  # fmt: skip
        html = laid_out(money_of(spent), "Spending by groups of headings")
        assert cells(html)[1:] == [
            ["Salaries", "£50", "50.0%"], ["Travel", "£5", "5.0%"], ["Staff: sub-total", "£55", "55.0%"],
            ["Reviews", "£35", "35.0%"], ["Scrutiny: sub-total", "£35", "35.0%"], ["Website", "£10", "10.0%"],
            ["Total", "£100", "100.0%"],
        ]  # fmt: skip
        assert html.count('<tr class="total">') == 3
        plain = money_of(sum_of("budget.expenditure", pounds(Salaries=50), "heading"))
        assert "sub-total" not in laid_out(plain, "Spending by groups of headings")

    def test_each_side_stands_beside_the_year_before(self) -> None:
        content = money_of(
            sum_of("budget.income", pounds(Council=75, Police=5)), before=(sum_of("budget.income", pounds(Council=50, Grant=10)),)
        )
        assert cells(laid_out(content, "Contributions, year on year")) == [
            ["Contributor", "2024-25", "2025-26", "Change", "In per cent"],
            ["Council", "£50", "£75", "+£25", "+50.0%"],
            ["Police", "–", "£5", "+£5", "n/a"],
            ["Grant", "£10", "–", "−£10", "−100.0%"],
            ["Total", "£60", "£80", "+£20", "+33.3%"],
        ]
        alone = money_of(sum_of("budget.income", pounds(Council=75)))
        assert "year on year" not in laid_out(alone, "Contributions, year on year").partition('id="sources"')[0]


def test_the_pages_are_tagged_and_no_long_table_leaves_its_heading() -> None:
    """The drawing has its words, each table its headings, and a table of a long plan goes on over the page."""
    rows = [
        (f"Plan {plan}", f"{number} See every child alone and write down what it said.", "Police", "2 March 2026", "Amber")
        for plan in range(3)
        for number in range(16)
    ]
    groups = [("Top", "Executive group", "monthly", "", "")]
    groups += [(f"Group {number}", "Sub-group", "every two months", "Top", "") for number in range(20)]
    content = content_with(structure(*groups), actions(*rows))
    html = laid_out(content, "The groups of the partnership", "Actions of each plan")
    pdf = render_pdf(html, title="R", made_at=clock.now())
    assert check(pdf) >= 4
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    for page in text.split("\f"):
        assert not page.rstrip().endswith("Actions of each plan")
    assert all(f"Plan {plan}" in text for plan in range(3))
    info = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "Figure" in info
    assert "TH" in info
