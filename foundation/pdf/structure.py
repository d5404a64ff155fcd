"""What the structure of a printed document still lacks when WeasyPrint has made it, mended before the file is written.

A table's headers say whether they head a column or a row; a term and its meaning in a `dl` whose pairs stand in `div` become one
list item with label and body; a link is announced once, not again for each part of it; elements that others refer to are found
through the tree of identifiers.
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]  # the library under WeasyPrint has no types

Element = Any


def complete(_document: Any, pdf: Any) -> None:
    """Mend the structure in place; the library's `finisher`."""
    elements = list(_elements(pdf))
    surplus: set[bytes] = set()
    for element in elements:
        if element["S"] == "/TH":
            _say_scope(pdf, element)
        elif element["S"] == "/Div" and _find(pdf, element["P"]).get("S") == "/L":
            _join_term(pdf, element)
        elif element["S"] != "/Link" and _stands_in_link(pdf, element):
            surplus |= _take_annotations(pdf, element)
    _drop_annotations(pdf, surplus)
    _list_identifiers(pdf, elements)


def _elements(pdf: Any) -> Iterator[Element]:
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem":
            yield thing


def _find(pdf: Any, reference: bytes) -> Element:
    return pdf.objects[int(reference.split()[0])]


def _say_scope(pdf: Any, header: Element) -> None:
    """A header cell in the table's head is for its column, any other for its row."""
    row = _find(pdf, header["P"])
    in_head = _find(pdf, row["P"])["S"] == "/THead"
    header["A"]["Scope"] = "/Column" if in_head else "/Row"


def _join_term(pdf: Any, pair: Element) -> None:
    """A pair of term and meaning: one list item, the term as its label, the meaning as its body."""
    pair["S"] = "/LI"
    for place, reference in enumerate(pair["K"]):
        part = _find(pdf, reference)
        if part.get("S") != "/LI":
            continue
        part["S"] = "/Lbl" if place == 0 else "/LBody"
        for inner in part["K"]:
            if isinstance(inner, bytes) and _find(pdf, inner).get("S") == "/LBody":
                _find(pdf, inner)["S"] = "/NonStruct"


def _stands_in_link(pdf: Any, element: Element) -> bool:
    above = _find(pdf, element["P"])
    while above.get("Type") == "/StructElem":
        if above["S"] == "/Link":
            return True
        above = _find(pdf, above["P"])
    return False


def _take_annotations(pdf: Any, element: Element) -> set[bytes]:
    """Remove from a part of a link the annotations that repeat the link's own; returns their references."""
    kids, taken = element["K"], set()
    for kid in list(kids):
        target = _find(pdf, kid) if isinstance(kid, bytes) else {}
        if target.get("Type") == "/OBJR":
            kids.remove(kid)
            taken.add(target["Obj"])
    return taken


def _drop_annotations(pdf: Any, references: set[bytes]) -> None:
    if not references:
        return
    for page in pdf.objects:
        if isinstance(page, pydyf.Dictionary) and page.get("Type") == "/Page" and "Annots" in page:
            page["Annots"] = pydyf.Array([one for one in page["Annots"] if one not in references])
    places = {_find(pdf, reference)["StructParent"] for reference in references}
    content = _find(pdf, _root(pdf)["ParentTree"])
    numbers = content["Nums"]
    pairs = [(place, kept) for place, kept in zip(numbers[::2], numbers[1::2], strict=True) if place not in places]
    content["Nums"] = pydyf.Array([part for pair in pairs for part in pair])


def _list_identifiers(pdf: Any, elements: list[Element]) -> None:
    identified = sorted((str(element["ID"].string), place) for place, element in enumerate(elements) if "ID" in element)
    if identified:
        names = [part for _, place in identified for part in (elements[place]["ID"], elements[place].reference)]
        tree = pydyf.Dictionary({"Names": pydyf.Array(names)})
        pdf.add_object(tree)
        _root(pdf)["IDTree"] = tree.reference


def _root(pdf: Any) -> Element:
    return _find(pdf, pdf.catalog["StructTreeRoot"])
