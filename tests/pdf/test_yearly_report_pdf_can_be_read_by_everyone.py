"""The printed report: tagged, titled, with contents, headings, alternative texts; its numbers are those that were frozen."""

import re
import subprocess

import pytest

from foundation.tagged_pdf import BrokenPdf, check
from reporting.report.document import Report, make_report
from reporting.report.printed import ReportContent
from reporting.report.printing import PrintedReport, print_report
from tests.pdf.checker import contents, elements, faults, fonts
from tests.reporting.printed import AS_AT, demo_content

OURS = {"Public-Sans", "Public-Sans-Bold", "Public-Sans-Oblique", "DejaVu-Sans"}

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def content() -> ReportContent:
    return demo_content()


@pytest.fixture(scope="module")
def report(content: ReportContent) -> Report:
    return make_report(content, progress=lambda _done, _total: None)


@pytest.fixture(scope="module")
def heard() -> list[int]:
    return []


@pytest.fixture(scope="module")
def printed(report: Report, heard: list[int]) -> PrintedReport:
    return print_report(report, AS_AT, progress=lambda done, _total: heard.append(done), checking=lambda: heard.append(-1))


@pytest.fixture(scope="module")
def text(printed: PrintedReport) -> str:
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=printed.pdf, capture_output=True, check=True).stdout.decode()


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_nothing_is_wrong_that_a_program_can_see(printed: PrintedReport) -> None:
    assert faults(printed.pdf) == []


def test_the_portals_own_typeface_is_used(printed: PrintedReport) -> None:
    assert {"Public-Sans", "Public-Sans-Bold"} <= fonts(printed.pdf) <= OURS


def test_every_chapter_stands_in_the_contents_with_its_page(text: str) -> None:
    pages = text.split("\f")
    told = contents(pages)
    for title in (
        "Foreword",
        "The year in figures",
        "Action plans",
        "Income and spending",
        "Glossary",
        "Where the figures come from",
    ):
        assert title in pages[told[title] - 1], title


def test_the_pages_are_counted(printed: PrintedReport, text: str) -> None:
    assert printed.pages == text.count("\f")
    assert f"Page 2 of {printed.pages}" in flat(text)


def test_every_drawing_has_words_for_those_who_do_not_see_it(printed: PrintedReport) -> None:
    pictures = [alternative for kind, alternative in elements(printed.pdf) if kind == "Figure"]
    assert len(pictures) >= 8
    assert all(len(words) > 20 for words in pictures)
    assert any(words.startswith("Who contacted us. Most: Police, 7,317.") for words in pictures)


def test_tables_have_headings_of_rows_and_columns(printed: PrintedReport) -> None:
    kinds = [kind for kind, _ in elements(printed.pdf)]
    assert kinds.count("Table") >= 10
    assert kinds.count("TH") > kinds.count("TR")


def test_every_figure_is_printed_as_it_was_frozen(content: ReportContent, text: str) -> None:
    words = flat(text)
    assert [figure.code for figure in content.figures.values() if figure.text not in words] == []


def test_tiles_say_what_changed_and_what_others_have(report: Report) -> None:
    for sentence in (
        "An increase of 15% from 362.1 in 2024-25",
        "per 10,000; 3,971 children",
        "3,451 children in 2024-25",
        "440 children in 2024-25",
        "London 347, Statistical neighbours 355 (2024-25)",
        "As at 31 March 2026",
    ):
        assert sentence in report.html


def test_shares_of_the_income_add_up_to_a_hundred(text: str) -> None:
    chapter = next(page for page in text.split("\f") if "Contributions by contributor" in page)
    shares = re.findall(r"(\d+\.\d)%", chapter)
    assert shares[-1] == "100.0"
    assert sorted(shares[:-1], key=float) == ["0.5", "1.3", "3.6", "9.0", "9.0", "76.6"]
    assert "Contributions and spending were both £376,441." in flat(text)


def test_the_glossary_holds_what_the_text_uses(report: Report, text: str) -> None:
    glossary = next(page for page in text.split("\f") if re.search(r"^\s*Glossary", page) and "Contents" not in page)
    assert re.search(r"MASH\s+Multi-Agency Safeguarding Hub", glossary)
    assert "LADO" not in glossary
    assert report.unknown_acronyms == ()


def test_progress_is_heard_page_by_page(printed: PrintedReport, heard: list[int]) -> None:
    assert heard[-1] == -1
    steps = heard[:-1]
    assert steps[-1] == max(steps)
    assert len(set(steps)) > 20


def test_the_same_content_gives_the_same_document(content: ReportContent, report: Report) -> None:
    assert make_report(content, progress=lambda _done, _total: None).html == report.html


def test_a_document_that_is_not_whole_or_not_tagged_is_refused(printed: PrintedReport) -> None:
    with pytest.raises(BrokenPdf, match="not whole"):
        check(printed.pdf[:-200])
    with pytest.raises(BrokenPdf, match="it has no tags"):
        check(b"%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\n%%EOF")


def test_no_name_of_a_code_or_template_shows_through(text: str) -> None:
    for trace in ("{{", "}}", "{%", "None", "&amp;", "figure:"):
        assert trace not in text
