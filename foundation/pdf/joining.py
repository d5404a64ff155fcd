"""Putting files of others behind a printed PDF, each with a bookmark of its own.

A printed document is tagged, and stays so. What is put behind it comes as somebody else made it: a tagged file brings its tags;
the pages of any other are each one paragraph, so that they are read out, in the order in which their file paints them. Nothing
in it runs or leads away by itself: actions, scripts and forms stay out, addresses that a reader may follow stay.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, OutlineItem, PasswordError, Pdf, PdfError, String

MOST_PAGES = 1000
"""So many pages of others go behind one document."""
_RUNS = ("/A", "/AA", "/PA")


@dataclass(frozen=True)
class Behind:
    """A file to put behind a document: what its bookmark says, and its bytes."""

    title: str
    content: bytes


class _Parents:
    """The tree that leads from what a page paints to its element: read once, entered into, written once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.pairs = sorted(_numbers(pdf.Root.StructTreeRoot.ParentTree), key=lambda pair: pair[0])
        self.next = self.pairs[-1][0] + 1 if self.pairs else 0

    def enter(self, value: Any) -> int:
        """Enter a value under the next number, and say which that is."""
        number = self.next
        self.pairs.append((number, value))
        self.next += 1
        return number

    def write(self) -> None:
        """Put the whole tree into the document."""
        numbers = Array([part for pair in self.pairs for part in pair])
        root = self.pdf.Root.StructTreeRoot
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = self.next


def pages_of(content: bytes) -> int:
    """How many pages a PDF has; 0 for one that is protected with a password, broken, or no PDF at all."""
    try:
        with Pdf.open(io.BytesIO(content)) as pdf:
            return 0 if pdf.is_encrypted else len(pdf.pages)
    except (PasswordError, PdfError):
        return 0


def join(printed: bytes, files: Sequence[Behind], *, heading: str) -> bytes:
    """The document with all pages of these files behind it, bookmarked under one heading. Each must have pages (`pages_of`)."""
    with Pdf.open(io.BytesIO(printed)) as pdf:
        parents = _Parents(pdf)
        starts = [_put_behind(pdf, file, parents) for file in files]
        parents.write()
        with pdf.open_outline() as outline:
            if starts:
                over = OutlineItem(heading, starts[0])
                over.children.extend(OutlineItem(file.title, start) for file, start in zip(files, starts, strict=True))
                outline.root.append(over)
        if files:
            with pdf.open_metadata() as metadata:  # nobody has looked whether what others made can be read by everyone
                metadata.pop("pdfuaid:part", None)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
        return made.getvalue()


def _put_behind(pdf: Pdf, file: Behind, parents: "_Parents") -> int:
    """Put the pages of a file behind, and say which number (from 0) its first one has."""
    first = len(pdf.pages)
    with Pdf.open(io.BytesIO(file.content)) as other:
        for page in other.pages:
            _disarm(page.obj)
        pdf.pages.extend(other.pages)
        root = other.Root.get("/StructTreeRoot")
        part = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, T=String(file.title), K=Array([])))
        _hang(pdf, part)
        pages = [pdf.pages[number].obj for number in range(first, len(pdf.pages))]
        if root is None or not _tags_brought(pdf, part, pdf.copy_foreign(other.make_indirect(root)), pages, parents):
            for number in range(first, len(pdf.pages)):
                _tag_page(pdf, part, number, parents)
    return first


def _tags_brought(pdf: Pdf, part: Any, root: Any, pages: Sequence[Any], parents: "_Parents") -> bool:
    """Bring the tags of a file, unless somebody else's program has left them in disorder."""
    try:
        _bring_tags(pdf, part, root, pages, parents)
    except (PdfError, AttributeError, KeyError, TypeError, ValueError, RecursionError):
        part.K = Array([])
        return False
    return True


def _disarm(page: Any) -> None:
    """Leave out what runs or leads away by itself. A link to an address stays: a reader follows it, or does not."""
    for key in ("/AA", "/B", "/Metadata", "/PieceInfo"):
        if key in page:
            del page[key]
    annotations = page.get("/Annots")
    kept = [one for one in annotations if _is_link(one)] if isinstance(annotations, Array) else []
    if kept:
        page["/Annots"] = Array(kept)
    elif "/Annots" in page:
        del page["/Annots"]


def _is_link(annotation: Any) -> bool:
    if (
        not isinstance(annotation, Dictionary)
        or annotation.get("/Subtype") != Name.Link
        or any(key in annotation for key in _RUNS[1:])
    ):
        return False
    action = annotation.get("/A")
    return isinstance(action, Dictionary) and action.get("/S") == Name.URI and "/Next" not in action


def _hang(pdf: Pdf, part: Any) -> None:
    """Hang a part under the document's own first element."""
    root = pdf.Root.StructTreeRoot
    above = root.K[0] if isinstance(root.K, Array) else root.K
    kids = above.get("/K", Array([]))
    above.K = Array([*kids, part]) if isinstance(kids, Array) else Array([kids, part])
    part.P = above


def _bring_tags(pdf: Pdf, part: Any, root: Any, pages: Sequence[Any], parents: "_Parents") -> None:
    """The elements of a tagged file under its part, its pages and links numbered on behind those that are there."""
    kids = root.K if isinstance(root.K, Array) else Array([root.K])
    for kid in kids:
        kid.P = part
    part.K = Array(list(kids))
    if "/RoleMap" in root:
        roles = pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())
        for name, role in root.RoleMap.items():
            if name not in roles:
                roles[name] = role
        pdf.Root.StructTreeRoot.RoleMap = roles
    entries = dict(_numbers(root.ParentTree))
    for page in pages:
        if "/StructParents" in page:
            page.StructParents = parents.enter(entries.get(int(page.StructParents), Array([])))
        for annotation in page.get("/Annots", []):
            if "/StructParent" in annotation:
                annotation.StructParent = parents.enter(entries.get(int(annotation.StructParent), part))


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    numbers = list(tree.get("/Nums", []))
    yield from ((int(number), value) for number, value in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)


def _tag_page(pdf: Pdf, part: Any, number: int, parents: "_Parents") -> None:
    """All that an untagged page paints is one paragraph."""
    page = pdf.pages[number]
    paragraph = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=part, Pg=page.obj, K=0))
    part.K.append(paragraph)
    page.contents_add(b"/P <</MCID 0>> BDC", prepend=True)
    page.contents_add(b"EMC")
    page.obj.StructParents = parents.enter(Array([paragraph]))
    page.obj.Tabs = Name.S
