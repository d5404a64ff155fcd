"""Which kinds of file are taken, and whether a file is of the kind that its name says."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, Final

import puremagic

from foundation.errors import Refused

HEAD: Final = 64 * 1024
MOST_ENTRIES: Final = 5_000
MOST_UNPACKED: Final = 300 * 1024 * 1024
MOST_RATIO: Final = 200
SMALL: Final = 1024 * 1024
"""What unpacks to less than this may be packed as tightly as it likes."""

TAKEN = "The file must be a PDF, Word, Excel, OpenDocument text, plain text, CSV or email file, or a JPEG, PNG or HEIC picture"

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MAIL_HEADER = re.compile(
    rb"(?:From|To|Received|Return-Path|Delivered-To|Date|Subject|Message-ID|MIME-Version|X-[\w-]+):", re.IGNORECASE
)
_COMPOUND_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is called in a sentence, its media type, and how its content is recognised."""

    called: str
    media_type: str
    recognised: Callable[[IO[bytes]], bool]


def _magic(*extensions: str) -> Callable[[IO[bytes]], bool]:
    def recognised(content: IO[bytes]) -> bool:
        content.seek(0)
        try:
            found = puremagic.magic_stream(content)
        except (puremagic.PureError, ValueError):
            return False
        return any(match.extension in extensions for match in found)

    return recognised


def _pdf(content: IO[bytes]) -> bool:
    content.seek(0)
    return content.read(1024).lstrip().startswith(b"%PDF-") and _magic(".pdf")(content)


def _heic(content: IO[bytes]) -> bool:
    content.seek(4)
    return content.read(4) == b"ftyp" and content.read(4) in _HEIC_BRANDS and _magic(".heif", ".heic")(content)


def _text(content: IO[bytes]) -> bool:
    """Characters that print, in one of the encodings that office programs write."""
    content.seek(0)
    head = content.read(HEAD)
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        text = head[: len(head) // 4 * 4].decode(encoding, errors="ignore" if len(head) == HEAD else "strict")
    except UnicodeDecodeError:
        text = head.decode("cp1252", errors="replace")
    return not _UNPRINTABLE.search(text)


def _mail(content: IO[bytes]) -> bool:
    content.seek(0)
    return bool(_MAIL_HEADER.match(content.read(HEAD).lstrip(b"\xef\xbb\xbf"))) and _text(content)


def _compound_names(content: IO[bytes]) -> str:
    """The first names in a compound file's directory (the container of Outlook's messages and of encrypted Office files)."""
    content.seek(0)
    header = content.read(512)
    if not header.startswith(_COMPOUND_MAGIC):
        return ""
    sector_size = 1 << int.from_bytes(header[30:32], "little")
    content.seek((int.from_bytes(header[48:52], "little") + 1) * sector_size)
    return content.read(4096).decode("utf-16-le", errors="ignore")


def _outlook(content: IO[bytes]) -> bool:
    return "__substg1.0_" in _compound_names(content) or "__properties_version1.0" in _compound_names(content)


def _package(part: str, *, declared_by: str = "[Content_Types].xml") -> Callable[[IO[bytes]], bool]:
    """An Office package: a zip archive with these parts, no macros, and nothing that unpacks without end."""

    def recognised(content: IO[bytes]) -> bool:
        if "EncryptedPackage" in _compound_names(content):
            raise Refused("The file is protected with a password. Remove the password and choose it again")
        content.seek(0)
        try:
            with zipfile.ZipFile(content) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
            return False
        _refuse_bomb(entries)
        names = {entry.filename for entry in entries}
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise Refused("The file contains macros. Save it without macros and choose it again")
        return part in names and declared_by in names

    return recognised


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_RATIO * packed):
        raise Refused("The file unpacks to far more than it should. Choose the original file")


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_JPEG = Kind("a JPEG picture", "image/jpeg", _magic(".jpg", ".jpeg", ".jfif"))
KINDS: Final[dict[str, Kind]] = {
    ".pdf": Kind("a PDF", "application/pdf", _pdf),
    ".docx": Kind("a Word document", f"{_OPEN_XML}.wordprocessingml.document", _package("word/document.xml")),
    ".xlsx": Kind("an Excel workbook", f"{_OPEN_XML}.spreadsheetml.sheet", _package("xl/workbook.xml")),
    ".odt": Kind(
        "an OpenDocument text", "application/vnd.oasis.opendocument.text", _package("content.xml", declared_by="mimetype")
    ),
    ".txt": Kind("a text file", "text/plain", _text),
    ".csv": Kind("a CSV file", "text/csv", _text),
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".png": Kind("a PNG picture", "image/png", _magic(".png")),
    ".heic": Kind("a HEIC picture", "image/heic", _heic),
    ".msg": Kind("an Outlook message", "application/vnd.ms-outlook", _outlook),
    ".eml": Kind("an email", "message/rfc822", _mail),
}


def kind_of(name: str, content: IO[bytes]) -> Kind:
    """The kind of a file; refuses one that is not taken, and one that is not what its name says."""
    kind = KINDS.get(PurePath(name).suffix.lower())
    if kind is None:
        raise Refused(TAKEN)
    recognised = kind.recognised(content)
    content.seek(0)
    if not recognised:
        raise Refused(f"“{name}” is not {kind.called}, although its name says so. Choose the original file.")
    return kind
