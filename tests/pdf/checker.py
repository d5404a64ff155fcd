"""What PDF/UA-1 asks and a program can see, in a list of sentences; empty when nothing is wrong.

Numbers in brackets are those of the Matterhorn Protocol 1.1. Contrast, the sense of alternative texts and of the reading order
stay for people.
"""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

STANDARD = frozenset(
    re.findall(
        r"\w+",
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
        "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu Figure "
        "Formula Form",
    )
)
PAINTS = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"])
PARENTS = {"TR": {"Table", "THead", "TBody", "TFoot"}, "LI": {"L"}, "LBody": {"LI"}, "TH": {"TR"}, "TD": {"TR"}, "TOCI": {"TOC"}}


def faults(printed: bytes) -> list[str]:
    """Everything that is wrong with a document, each sentence once."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        found = [*_catalogue(pdf), *_structure(pdf), *_pages(pdf), *_fonts(pdf)]
    return list(dict.fromkeys(found))


def fonts(printed: bytes) -> set[str]:
    """The fonts used, without the prefix of a subset."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        return {name.split("+")[-1] for name, _font in _every_font(pdf)}


def elements(printed: bytes) -> list[tuple[str, str]]:
    """Type and alternative text of each element of the structure, in reading order."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        return [(kind, str(element.get("/Alt", ""))) for element, kind, _above in _walk(pdf.Root.StructTreeRoot.get("/K"), ())]


def bookmarks(printed: bytes) -> list[tuple[str, int]]:
    """Title and page (the first is 1) of each bookmark, those beneath another after it."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        places = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        with pdf.open_outline() as outline:
            return [(one.title, places[one.destination[0].objgen]) for one in _each(outline.root)]


def contents(pages: list[str]) -> dict[str, int]:
    """What the pages of contents (as text that keeps its layout) say of each title: its page. Columns stand beside each other."""
    first = next(number for number, page in enumerate(pages) if re.search(r"^\s*Contents\s*$", page, re.MULTILINE))
    last = next(number for number, page in enumerate(pages) if number > first and not _ENTRY.search(page))
    entries = (found for page in pages[first:last] for found in _ENTRY.findall(page))
    return {title: int(page) for title, page in entries}


_ENTRY = re.compile(r"(?:^|[ ]{2,})(\S(?:[^\n ]|[ ](?![ ]))*?)[ ]{2,}(\d+)(?=[ ]{2,}|\s*$)", re.MULTILINE)


def _each(items: Iterable[Any]) -> Iterator[Any]:
    for one in items:
        yield one
        yield from _each(one.children)


def _catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "The document does not say that it is tagged (06-001)."
    if not str(root.get("/Lang", "")):
        yield "The document has no language (11-006)."
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "Its title is not shown in the window (07-001)."
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "It does not say that it follows PDF/UA-1 (06-002)."
        if not metadata.get("dc:title"):
            yield "It has no title (06-003)."
    if len(pdf.pages) > 4 and "/Outlines" not in root:
        yield "It has no bookmarks."


def _structure(pdf: Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        yield "It has no structure (01-005)."
        return
    roles = tree.get("/RoleMap", Dictionary())
    elements = list(_walk(tree.get("/K"), ()))
    for element, kind, above in elements:
        if kind not in STANDARD and f"/{kind}" not in roles:
            yield f"{kind} is no standard type (02-001)."
        if kind in PARENTS and (not above or above[-1] not in PARENTS[kind]):
            yield f"{kind} stands in {above[-1] if above else 'nothing'} (09-004)."
        if kind == "Link" and "Link" in above:
            yield "A link stands in a link."
        yield from _element(element, kind)
    yield from _headings([int(kind[1]) for _, kind, _ in elements if re.fullmatch(r"H[1-6]", kind)])


def _element(element: Object, kind: str) -> Iterator[str]:
    if kind == "Figure" and not str(element.get("/Alt", "")) and not str(element.get("/ActualText", "")):
        yield "A figure has no alternative text (13-004)."
    if kind == "Note" and "/ID" not in element:
        yield "A note has no ID (19-003)."
    if kind == "TH" and not _has_scope(element):
        yield "A table header has no scope (15-003)."


def _headings(levels: list[int]) -> Iterator[str]:
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"Headings jump from level {before} to {level} (14-003)."


def _walk(node: Object | None, above: tuple[str, ...]) -> Iterator[tuple[Object, str, tuple[str, ...]]]:
    if isinstance(node, Array):
        for child in node:
            yield from _walk(child, above)
    elif isinstance(node, Dictionary):
        kind = str(node.get("/S", ""))[1:]
        if kind:
            yield node, kind, above
        yield from _walk(node.get("/K"), (*above, kind) if kind else above)


def _has_scope(element: Object) -> bool:
    attributes = element.get("/A", Array())
    each = list(attributes) if isinstance(attributes, Array) else [attributes]
    return any("/Scope" in one for one in each if isinstance(one, Dictionary))


def _pages(pdf: Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        links = [note for note in page.get("/Annots", Array()) if note.get("/Subtype") == Name.Link]
        if links and page.get("/Tabs") != Name.S:
            yield f"On page {number} the tab key does not follow the structure (28-008)."
        for link in links:
            if "/StructParent" not in link:
                yield f"A link on page {number} is not in the structure (28-010)."
            if not str(link.get("/Contents", "")):
                yield f"A link on page {number} has no description (28-005)."
        if _paints_outside(page):
            yield f"On page {number} something is painted outside the structure (01-003)."


def _paints_outside(page: pikepdf.Page) -> bool:
    depth = 0
    for _operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in {"BDC", "BMC"}:
            depth += 1
        elif str(operator) == "EMC":
            depth -= 1
        elif depth == 0 and str(operator) in PAINTS:
            return True
    return False


def _fonts(pdf: Pdf) -> Iterator[str]:
    for name, font in _every_font(pdf):
        described = font.get("/DescendantFonts", Array([font]))[0].get("/FontDescriptor", Dictionary())
        if not any(f"/FontFile{kind}" in described for kind in ("", "2", "3")):
            yield f"The font {name} is not embedded (31-009)."
        if "/ToUnicode" not in font:
            yield f"The font {name} does not say which characters it draws (31-027)."


def _every_font(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    for page in pdf.pages:
        yield from _fonts_of(page.get("/Resources", Dictionary()), set())


def _fonts_of(resources: Object, seen: set[tuple[int, int]]) -> Iterator[tuple[str, Object]]:
    for font in resources.get("/Font", Dictionary()).values():
        yield str(font.get("/BaseFont", "")).lstrip("/"), font
    for form in resources.get("/XObject", Dictionary()).values():
        if form.get("/Subtype") == Name.Form and form.objgen not in seen:
            seen.add(form.objgen)
            yield from _fonts_of(form.get("/Resources", Dictionary()), seen)
