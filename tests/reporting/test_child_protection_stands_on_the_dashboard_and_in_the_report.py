"""Child protection’s figures on pages of the dashboard and in a chapter of the yearly report, with small numbers hidden."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client

from children.models import Child
from foundation import clock
from foundation.cuts import CUTS
from foundation.figures import all_text_tables
from protection.figures.plans import durations_on
from reporting.report.document import make_report, readable
from reporting.report.printed import ReportContent
from reporting.rules.blocks import Compared, Returns, Shortfall, SideBySide, Worded
from reporting.rules.catalogue import catalogue
from reporting.rules.dashboard import PAGES, page_named
from reporting.rules.frozen import as_json, from_json
from reporting.rules.outline import CHAPTERS
from reporting.selectors.gathering import figures_of
from tests import factories
from tests.figures import read_figure
from tests.protection import build
from tests.reporting.build import YEAR

LAST = date(2026, 3, 31)


def plans(number: int, category: str, days: int, **more: object) -> None:
    """So many plans of a category that had run for so many days on the last day of the year."""
    for _ in range(number):
        child = Child.objects.create(birth_date=date(2015, 1, 1), created_at=clock.now(), created_by="test")
        build.bare_plan(child, LAST - timedelta(days=days), category=category, **more)


@pytest.fixture
def on_plans(db: None) -> None:
    plans(20, "NEG", 30)
    plans(12, "NEG", 300)
    plans(9, "EMO", 30)
    plans(7, "EMO", 300)
    plans(2, "PHY", 800)
    plans(8, "EMO", 200, ended_on=LAST - timedelta(days=10), ended_at=clock.now(), ended_by="x", end_reason="cin")


def test_every_source_that_can_be_cut_stands_on_a_page() -> None:
    shown = [source for page in PAGES for source in page.sources]
    assert sorted(shown) == sorted(name for name, _group in CUTS.items())


def test_every_figure_of_the_report_is_known() -> None:
    codes = {
        code
        for chapter in CHAPTERS
        for block in chapter.blocks
        if not isinstance(block, Worded | Returns | Compared)
        for code in getattr(block, "codes", (getattr(block, "code", ""),))
    }
    blocks = [block for chapter in CHAPTERS for block in chapter.blocks]
    codes |= {code for block in blocks if isinstance(block, Compared) for _heading, code in block.columns}
    codes |= {block.made_up for block in blocks if isinstance(block, Shortfall)}
    codes |= {code for block in blocks if isinstance(block, SideBySide) for _heading, code in (*block.before, *block.after)}
    assert codes <= catalogue().keys()


def test_every_table_of_words_of_the_report_is_published() -> None:
    codes = {block.code for chapter in CHAPTERS for block in chapter.blocks if isinstance(block, Worded)}
    assert codes
    assert codes <= {table.code for _source, table in all_text_tables()}


def test_every_picture_is_of_a_figure_on_its_page_by_what_it_is_told_by() -> None:
    for page in PAGES:
        for code, dimension in page.pictures:
            assert dimension in page.specs[code].breakdowns, (page.slug, code)


@pytest.mark.parametrize("slug", ["child-protection", "conferences"])
@pytest.mark.parametrize(
    "query", ["", "?period=2025-26", "?period=2025-26-q4", "?period=2026-m03", "?period=2025-26&agency=Unheard&ward=Unheard"]
)
def test_the_pages_are_told_by_days_and_never_name_a_child(client: Client, on_plans: None, slug: str, query: str) -> None:
    pages = factories.sign_in(client, factories.make_person("executive"))
    answer = pages.get(f"/figures/{slug}/{query}")
    assert answer.status_code == 200
    assert page_named(slug).title in answer.content.decode()  # type: ignore[union-attr]  # there is one


def test_each_page_is_cut_by_what_its_facts_know(client: Client, on_plans: None) -> None:
    factories.make_agency("school", name="School A")
    pages = factories.sign_in(client, factories.make_person("executive"))
    for slug, cut in (("child-protection", "age=10+to+15"), ("conferences", "agency=School+A")):
        for query in (f"?period=2025-26&{cut}", f"?period=2025-26&agency=School+A&{cut}&ethnicity=White"):
            assert pages.get(f"/figures/{slug}/{query}").status_code == 200
    plans_page, meetings_page = (pages.get(f"/figures/{slug}/") for slug in ("child-protection", "conferences"))
    assert list(plans_page.context["filter_form"].fields) == ["period", "ward", "age", "ethnicity"]
    assert list(meetings_page.context["filter_form"].fields) == ["period", "agency"]
    whole = pages.get("/figures/child-protection/?period=2025-26")
    rows = {row["title"]: row["text"] for row in whole.context["rows"]}
    assert rows["Children on a child protection plan"] == "50"
    part = pages.get("/figures/child-protection/plans.open/?period=2025-26&age=10+to+15")
    assert part.context["row"]["text"] == "50"


def test_categories_by_time_are_the_table_that_is_counted_by_itself(on_plans: None) -> None:
    found = read_figure("plans.open", YEAR)
    assert found is not None
    with connection.cursor() as cursor:
        table = durations_on(LAST, cursor)
    counted = {
        f"{row.label}: {column}": number
        for row in table.rows
        for column, number in zip(table.columns, row.numbers, strict=True)
        if number
    }
    assert found.by["category_duration"] == counted
    assert sum(counted.values()) == found.value == 50


def test_the_chapter_tells_plans_by_category_and_time_and_hides_what_is_small(on_plans: None) -> None:
    figures = from_json(as_json(figures_of(YEAR)))
    content = ReportContent(YEAR.label, YEAR.end, figures, {}, {}, clock.now())
    html = make_report(content, progress=lambda done, total: None).html
    chapter = html[html.index('<h1 id="child_protection">') :]
    table = chapter[chapter.index("by category and time on the plan</caption>") :]
    lines = re.findall(r"<tr[^>]*>(.*?)</tr>", table[: table.index("</table>")], re.DOTALL)
    told = {line[0]: line for line in (readable(line).split() for line in lines)}
    assert told["Neglect"][-1] != told["Physical"][-1] == "c"
    assert "2" not in told["Physical"]
    assert told["Total"][-1] == "50"
    assert told["Share"][-1] == "100.0%"
    for heading in ("Why plans started", "Why plans ended", "Second plans and long ones", "Plans started by month"):
        assert f">{heading}</h2>" in chapter
