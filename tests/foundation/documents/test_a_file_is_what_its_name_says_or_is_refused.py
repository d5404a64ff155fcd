import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from foundation.documents.kinds import KINDS
from foundation.documents.names import clean_name
from foundation.errors import Refused
from foundation.models.documents import Document
from tests.foundation.documents.build import PDF, files, package

Stored = Callable[..., Document]

TYPES = "[Content_Types].xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + b"\x09\x00" + bytes(16) + b"\x00" * 4 + bytes(460)
MZ = b"MZ\x90\x00\x03" + bytes(200)


def compound(entry: str) -> bytes:
    """The container of older Office files, with one entry in its directory."""
    return COMPOUND + entry.encode("utf-16-le").ljust(4096, b"\0")


GENUINE = {
    "report.pdf": PDF,
    "letter.docx": package(TYPES, "word/document.xml"),
    "list.xlsx": package(TYPES, "xl/workbook.xml"),
    "open.odt": package("mimetype", "content.xml"),
    "notes.txt": "Café, ŵy a naïve plan – done.\r\n".encode(),
    "windows.txt": "Caf\xe9 \x96 done".encode("latin-1"),
    "wide.txt": "Café".encode("utf-16"),
    "rows.csv": b"\xef\xbb\xbfday,count\n2026-11-18,4\n",
    "photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(100) + b"\xff\xd9",
    "photo.JPEG": b"\xff\xd8\xff\xe1\x00\x10Exif\x00" + bytes(100) + b"\xff\xd9",
    "scan.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "phone.heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100),
    "mail.msg": compound("__substg1.0_001A001F"),
    "mail.eml": b"From: a@agency.example\r\nTo: b@agency.example\r\nSubject: Plan\r\n\r\nHello\r\n",
}


@pytest.mark.parametrize("name", GENUINE)
def test_a_genuine_file_is_taken(stored: Stored, name: str) -> None:
    document = stored(name, GENUINE[name])
    assert document.state == Document.State.WAITING
    assert document.name == name
    assert document.size == len(GENUINE[name])


def test_every_kind_that_is_taken_is_tried_here() -> None:
    assert {Path(name).suffix.lower() for name in GENUINE} == set(KINDS)


@pytest.mark.parametrize("name", GENUINE)
def test_a_program_under_another_name_is_refused(stored: Stored, document_root: Path, name: str) -> None:
    with pytest.raises(Refused, match=r"although its name says so\. Choose the original file\."):
        stored(name, MZ)
    assert files(document_root) == []


def test_the_sentence_names_the_file_and_its_kind(stored: Stored) -> None:
    with pytest.raises(Refused) as refusal:
        stored("plan.pdf", MZ)
    assert refusal.value.sentence == "“plan.pdf” is not a PDF, although its name says so. Choose the original file."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.docx", GENUINE["list.xlsx"]),
        ("plan.xlsx", GENUINE["letter.docx"]),
        ("plan.docx", package("word/document.xml")),
        ("plan.docx", b"PK\x03\x04" + bytes(100)),
        ("plan.odt", package("content.xml")),
        ("photo.png", GENUINE["photo.jpg"]),
        ("photo.jpg", GENUINE["scan.png"]),
        ("phone.heic", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(100)),
        ("mail.msg", compound("WordDocument")),
        ("mail.eml", b"hello"),
        ("rows.csv", GENUINE["report.pdf"] + b"\x00\x01"),
        ("plan.pdf", b"<html>%PDF-1.7</html>"),
    ],
)
def test_another_kind_under_this_name_is_refused(stored: Stored, name: str, content: bytes) -> None:
    with pytest.raises(Refused, match="although its name says so"):
        stored(name, content)


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.svg", "a.docm", "a.zip", "a.doc", "pdf", "a.pdf.exe", "", ".pdf.js"])
def test_other_kinds_are_not_taken(stored: Stored, name: str) -> None:
    with pytest.raises(Refused, match="The file must be a PDF, Word"):
        stored(name or "a.", PDF)


def test_a_file_that_unpacks_to_far_more_is_refused(stored: Stored) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TYPES, b"")
        archive.writestr("word/document.xml", bytes(5_000_000))
    with pytest.raises(Refused, match="unpacks to far more"):
        stored("plan.docx", made.getvalue())


def test_a_file_with_thousands_of_parts_is_refused(stored: Stored) -> None:
    with pytest.raises(Refused, match="unpacks to far more"):
        stored("plan.docx", package(TYPES, "word/document.xml", *(f"p{number}" for number in range(5_000))))


def test_a_large_honest_document_is_taken(stored: Stored) -> None:
    noise = os.urandom(2_000_000)
    assert stored("plan.docx", package(TYPES, "word/document.xml", "word/media/image1.png", **{"word/media/image1.png": noise}))


def test_macros_are_refused(stored: Stored) -> None:
    with pytest.raises(Refused, match="contains macros"):
        stored("plan.docx", package(TYPES, "word/document.xml", "word/vbaProject.bin"))


def test_a_password_is_named_as_the_reason(stored: Stored) -> None:
    with pytest.raises(Refused, match="protected with a password"):
        stored("plan.docx", compound("EncryptionInfo\0EncryptedPackage"))


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\My report.PDF", "My report.PDF"),
        ("a\x00b\nc.pdf", "abc.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ('x"; filename="y.pdf', "x ; filename= y.pdf"),
        ("  two   spaces.pdf ", "two spaces.pdf"),
        ("..", "document"),
        ("", "document"),
        (".pdf", "document.pdf"),
        ("e\u0301.pdf", "\u00e9.pdf"),
    ],
)
def test_a_name_is_cleaned(given: str, cleaned: str) -> None:
    assert clean_name(given) == cleaned


def test_a_long_name_keeps_its_ending() -> None:
    cleaned = clean_name("x" * 500 + ".pdf")
    assert len(cleaned) == 120
    assert cleaned.endswith("x.pdf")
