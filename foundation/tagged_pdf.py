"""Looking over a printed PDF before anybody gets it. Loads nothing of the library that prints."""

import re
import zlib

_PACKED = re.compile(rb"/ObjStm\b.*?stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_NEEDED = {
    b"/StructTreeRoot": "it has no tags",
    b"/MarkInfo": "it is not marked as tagged",
    b"/Lang": "it says no language",
}


class BrokenPdf(Exception):
    """What was printed is not the accessible document that it should be; the text says why."""


def check(pdf: bytes) -> int:
    """Look over a PDF and return its number of pages; raises BrokenPdf."""
    if not pdf.startswith(b"%PDF-") or not pdf.rstrip().endswith(b"%%EOF"):
        raise BrokenPdf("it is not whole")
    # A packed stream may itself end in a carriage return: its checksum is then cut, its content is whole.
    opened = pdf + b"\n".join(zlib.decompressobj().decompress(packed) for packed in _PACKED.findall(pdf))
    for mark, complaint in _NEEDED.items():
        if mark not in opened:
            raise BrokenPdf(complaint)
    pages = len(_PAGE.findall(opened))
    if not pages:
        raise BrokenPdf("it has no pages")
    return pages
