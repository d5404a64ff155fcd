import gc
import io
import subprocess
import sys
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from weasyprint import HTML

from foundation.pdf import NotPrintable, render_pdf
from tests.pdf.checker import elements, faults, fonts
from tests.pdf.sample import OTHER_ALPHABETS, report

pytestmark = pytest.mark.pdf

TITLE = "Yearly report 2025 to 2026"


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(report(), title=TITLE)


def text_of(printed: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=printed, capture_output=True, check=True).stdout.decode()


def page(body: str, head: str = "") -> str:
    return f'<!doctype html><html lang="en-GB"><head><title>x</title>{head}</head><body>{body}</body></html>'


def test_nothing_is_wrong_that_a_program_can_see(printed: bytes) -> None:
    assert faults(printed) == []


def test_title_language_and_author_are_said(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert str(pdf.docinfo["/Title"]) == TITLE
        assert str(pdf.docinfo["/Author"]) == "Northmere Safeguarding Children Partnership"
        assert str(pdf.Root.Lang) == "en-GB"


def test_the_portals_own_typeface_is_embedded_and_used(printed: bytes) -> None:
    assert {"Public-Sans", "Public-Sans-Bold"} <= fonts(printed) <= {"Public-Sans", "Public-Sans-Bold", "DejaVu-Sans"}


def test_a_footnote_stands_on_the_page_of_its_sign() -> None:
    body = "<p>Word.</p>" * 5 + '<p>Signed.<span class="footnote">The note.</span> And <span class="footnote">second.</span></p>'
    for more in range(0, 60, 7):
        pages = text_of(render_pdf(page(body + "<p>Word.</p>" * more), title="A")).split("\f")
        assert "The note." in pages[0]
        assert "second." in pages[0]


def test_names_of_every_alphabet_can_be_read_out(printed: bytes) -> None:
    assert OTHER_ALPHABETS[:20] in " ".join(text_of(printed).split())


def test_the_figure_says_what_it_shows(printed: bytes) -> None:
    assert ("Figure", "Contacts by quarter. Highest 420.") in elements(printed)


def test_a_long_table_repeats_its_head_on_every_page(printed: bytes) -> None:
    assert [kind for kind, _ in elements(printed)].count("THead") == 3  # two pages of the long one, and the wide one


def test_the_contents_have_one_link_a_row(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        links = [note for note in pdf.pages[1].Annots if note.Subtype == pikepdf.Name.Link]
    assert len(links) == 3


def test_pages_are_a4_and_one_lies_on_its_side(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        sizes = {(round(float(p.mediabox[2])), round(float(p.mediabox[3]))) for p in pdf.pages}
    assert sizes == {(595, 842), (842, 595)}


def test_identifiers_are_found_through_their_tree(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        keys = [bytes(name) for name in names[::2]]
        assert keys == sorted(set(keys))
        assert all(bytes(element.ID) == key for key, element in zip(keys, names[1::2], strict=True))


def test_the_same_document_gives_the_same_bytes_in_another_process(printed: bytes) -> None:
    program = (
        "import django, hashlib, sys; django.setup(); from foundation.pdf import render_pdf; from tests.pdf.sample import report;"
        f"print(hashlib.sha256(render_pdf(report(), title={TITLE!r})).hexdigest())"
    )
    environment = {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"}
    there = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        check=True,
        text=True,
    )
    assert there.stdout.strip() == sha256(printed).hexdigest()


def test_the_moment_of_making_is_the_callers() -> None:
    made_at = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
    once, twice = (render_pdf(page("<h1>A</h1>"), title="A", made_at=made_at) for _ in range(2))
    assert once == twice
    with pikepdf.open(io.BytesIO(once)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261118100000")


def test_garbage_collection_is_on_again_afterwards() -> None:
    render_pdf(page("<h1>A</h1>"), title="A")
    assert gc.isenabled()
    with pytest.raises(NotPrintable):
        render_pdf(page('<img src="http://127.0.0.1/" alt="x">'), title="A")
    assert gc.isenabled()


# -- what a document may not read ------------------------------------------------

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'


def svg(inside: str) -> str:
    return f'<img alt="x" src="data:image/svg+xml;base64,{b64encode(SVG.format(inside).encode()).decode()}">'


@pytest.mark.parametrize(
    "body",
    [
        '<img src="http://127.0.0.1:1/x.png" alt="x">',
        '<img src="https://example.org/x.png" alt="x">',
        '<img src="ftp://example.org/x.png" alt="x">',
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="file://localhost/etc/hostname.png" alt="x">',
        '<img src="/etc/hostname.png" alt="x">',
        '<img src="../manage.py" alt="x">',
        '<img src="print/../../pyproject.svg" alt="x">',
        '<img src="print/%2e%2e/%2e%2e/secret.png" alt="x">',
        '<p style="background: url(file:///etc/passwd.png)">x</p>',
        "<style>@import 'http://127.0.0.1:1/x.css';</style>",
        "<style>@font-face { font-family: x; src: url(file:///usr/share/fonts/x.ttf) } p { font-family: x }</style><p>x</p>",
        '<link rel="stylesheet" href="http://127.0.0.1:1/x.css">',
        '<object data="file:///etc/passwd.svg" type="image/svg+xml">x</object>',
        '<embed src="http://127.0.0.1:1/x.svg" type="image/svg+xml">',
        svg('<image xlink:href="http://127.0.0.1:1/x.png" width="9" height="9"/>'),
        svg('<image href="file:///etc/passwd.png" width="9" height="9"/>'),
    ],
)
def test_a_document_that_reads_network_or_files_is_not_printed(body: str) -> None:
    with pytest.raises(NotPrintable):
        render_pdf(page(body), title="A")


def test_a_drawing_takes_nothing_from_another_file() -> None:
    used = svg('<use href="file:///etc/passwd.svg#x"/>')
    assert render_pdf(page(used), title="A") == render_pdf(page(used), title="A")


def test_an_attachment_of_a_local_file_is_not_printed_either() -> None:
    try:
        made = render_pdf(page("<h1>A</h1>", '<link rel="attachment" href="file:///etc/passwd">'), title="A")
    except NotPrintable:
        return
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.attachments) == 0


def test_static_files_may_be_read() -> None:
    assert render_pdf(
        page("<h1>A</h1>", '<link rel="stylesheet" href="print/report.css">'), title="A", stylesheets=()
    ).startswith(b"%PDF")


def test_a_stylesheet_that_is_missing_is_said_so() -> None:
    with pytest.raises(FileNotFoundError, match="no static file print/nothing"):
        render_pdf(page("<h1>A</h1>"), title="A", stylesheets=("print/nothing.css",))


# -- the checker itself -----------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<h1>A</h1><h3>B</h3>", "Headings jump from level 1 to 3"),
        (
            '<h1>A</h1><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=">',
            "no alternative text",
        ),
    ],
)
def test_the_checker_sees_what_is_wrong(body: str, sentence: str, caplog: pytest.LogCaptureFixture) -> None:
    assert any(sentence in fault for fault in faults(render_pdf(page(body), title="A")))


def test_the_checker_sees_a_document_without_tags() -> None:
    found = faults(HTML(string=page("<h1>A</h1>")).write_pdf())
    assert {sentence.rsplit(" (", 1)[0] for sentence in found} >= {
        "The document does not say that it is tagged",
        "It has no structure",
        "It does not say that it follows PDF/UA-1",
        "Its title is not shown in the window",
    }


def test_the_checker_sees_headers_without_scope(printed: bytes, tmp_path: Path) -> None:
    plain = HTML(string=page("<h1>A</h1><table><tr><th>B</th></tr></table>")).write_pdf(pdf_variant="pdf/ua-1")
    assert "A table header has no scope (15-003)." in faults(plain)
