"""Files of others behind a printed document: each page once, each file bookmarked, tags kept or made, nothing that runs."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from foundation.pdf import render_pdf
from foundation.pdf.joining import Behind, join, pages_of
from foundation.tagged_pdf import check
from portal.demo.papers import pdf_of
from tests.pdf.checker import elements, faults

pytestmark = pytest.mark.pdf
LINKED = "<h1>Tagged paper</h1><p>See <a href='https://example.org/'>there</a>.</p><ul><li>One</li></ul>"


def printed(body: str, title: str = "Pack") -> bytes:
    return render_pdf(f"<html lang='en-GB'><body>{body}</body></html>", title=title)


@pytest.fixture(scope="module")
def pack() -> bytes:
    return printed("<h1>Pack</h1><h2>Agenda</h2><p>Neglect</p>")


def bookmarks(joined: bytes) -> list[tuple[str, list[str]]]:
    with pikepdf.open(io.BytesIO(joined)) as pdf, pdf.open_outline() as outline:
        return [(item.title, [child.title for child in item.children]) for item in outline.root]


def test_tagged_files_bring_their_tags_and_bookmarks_lead_to_them(pack: bytes) -> None:
    paper = printed(LINKED, "Paper")
    joined = join(pack, [Behind("Audit", paper), Behind("Again", paper)], heading="Papers")
    assert check(joined) == 3
    assert bookmarks(joined) == [("Pack", ["Agenda"]), ("Papers", ["Audit", "Again"])]
    assert faults(joined) == ["It does not say that it follows PDF/UA-1 (06-002)."]
    kinds = [kind for kind, _text in elements(joined)]
    assert (kinds.count("H1"), kinds.count("Link"), kinds.count("L")) == (3, 2, 2)


def test_pages_without_tags_are_read_out_as_a_paragraph(pack: bytes) -> None:
    joined = join(pack, [Behind("Plain", pdf_of(["Read me"])), Behind("More", pdf_of(["And me"]))], heading="Papers")
    assert check(joined) == 3
    assert [fault for fault in faults(joined) if "Helvetica" not in fault and "06-002" not in fault] == []
    before = [kind for kind, _text in elements(pack)].count("P")
    assert [kind for kind, _text in elements(joined)].count("P") == before + 2


def test_nothing_of_a_paper_runs(pack: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(["Open me"]))) as pdf:
        page = pdf.pages[0].obj
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        page.AA = Dictionary(O=script)
        rect = Array([0, 0, 9, 9])
        uri = Dictionary(S=Name.URI, URI=String("https://example.org/"))
        kind = {"Type": Name.Annot, "Subtype": Name.Widget, "FT": Name.Tx, "T": String("Name")}
        widget = pdf.make_indirect(Dictionary(Rect=rect, **kind))
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))
        page.Annots = Array([
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=script),
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=uri),
            widget,
        ])  # fmt: skip
        pdf.Root.OpenAction = script
        made = io.BytesIO()
        pdf.save(made)
    joined = join(pack, [Behind("Nasty", made.getvalue())], heading="Papers")
    with pikepdf.open(io.BytesIO(joined)) as pdf:
        assert "/OpenAction" not in pdf.Root
        last = pdf.pages[-1].obj
        assert "/AA" not in last
        assert [str(one.A.S) for one in last.Annots] == ["/URI"]
        pdf.save(plain := io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"JavaScript" not in plain.getvalue()


@pytest.mark.parametrize("disorder", ["number", "circle", "nothing"])
def test_tags_in_disorder_do_not_stop_it(pack: bytes, disorder: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(["Read me"]))) as pdf:
        tree = pdf.make_indirect(Dictionary(Nums=Array([])))
        if disorder == "circle":
            tree.Kids = Array([tree])
        root = {"number": Dictionary(K=5, ParentTree=tree), "circle": Dictionary(K=Array([]), ParentTree=tree)}
        pdf.Root.StructTreeRoot = root.get(disorder, Dictionary())
        pdf.pages[0].obj.Annots = Array([7, Dictionary(Subtype=Name.Link, A=Name.Rubbish)])
        pdf.pages[0].obj.StructParents = 0
        pdf.save(made := io.BytesIO())
    joined = join(pack, [Behind("Odd", made.getvalue())], heading="Papers")
    assert check(joined) == 2
    assert [fault for fault in faults(joined) if "Helvetica" not in fault and "06-002" not in fault] == []


def test_what_cannot_be_opened_has_no_pages() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(["Secret"]))) as pdf:
        pdf.save(locked := io.BytesIO(), encryption=pikepdf.Encryption(owner="o", user="u"))
        pdf.save(guarded := io.BytesIO(), encryption=pikepdf.Encryption(owner="o", user=""))
    assert pages_of(pdf_of(["One"])) == 1
    assert [pages_of(content) for content in (locked.getvalue(), guarded.getvalue(), b"%PDF-1.7 rubbish", b"")] == [0, 0, 0, 0]


def test_nothing_behind_leaves_the_document_as_readable(pack: bytes) -> None:
    assert faults(join(pack, [], heading="Papers")) == []
