"""Where files lie: in `incoming` until the scanner has called them clean, in `checked` afterwards, each under a random key.

The only module that touches the folder; another kind of store would take its place here.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from django.conf import settings

INCOMING: Final = "incoming"
CHECKED: Final = "checked"
PART: Final = ".part"

_KEY = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True)
class Written:
    """A file that lies in the store."""

    key: str
    size: int
    sha256: str


def write(chunks: Iterable[bytes]) -> Written:
    """Stream a file into `incoming`, safely on disk when this returns; raises OSError and leaves nothing when it cannot."""
    key = secrets.token_hex(32)
    place = _place(INCOMING, key)
    part = place.with_suffix(PART)
    digest, size = hashlib.sha256(), 0
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with open(part, "xb", opener=_private) as file:  # Path.open takes no opener
            for chunk in chunks:
                file.write(chunk)
                digest.update(chunk)
                size += len(chunk)
            file.flush()
            os.fsync(file.fileno())
        part.rename(place)
        _settle(place.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        place.unlink(missing_ok=True)
        raise
    return Written(key, size, digest.hexdigest())


def read(key: str) -> BinaryIO:
    """Open a stored file, wherever it lies; raises FileNotFoundError."""
    for folder in (CHECKED, INCOMING):
        try:
            return _place(folder, key).open("rb")
        except FileNotFoundError:
            continue
    raise FileNotFoundError(key)


def move_to_checked(key: str) -> None:
    """Move a file out of `incoming`; one that was moved before stays where it is."""
    source, target = _place(INCOMING, key), _place(CHECKED, key)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        source.rename(target)
    except FileNotFoundError:
        if not target.is_file():
            raise
    _settle(target.parent)


def remove(key: str) -> None:
    """Remove a file; one that is gone already is no error."""
    for folder in (CHECKED, INCOMING):
        _place(folder, key).unlink(missing_ok=True)


def incoming_before(moment: float) -> Iterator[tuple[str, Path]]:
    """Key and path of each file in `incoming` that was written before a moment (seconds since 1970), unfinished ones too."""
    for path in (Path(settings.DOCUMENT_ROOT) / INCOMING).glob("*/*"):
        try:
            if path.stat().st_mtime < moment:
                yield path.name.removesuffix(PART), path
        except FileNotFoundError:
            continue


def _place(folder: str, key: str) -> Path:
    if not _KEY.match(key):
        raise ValueError("A storage key is 64 hexadecimal digits.")
    return Path(settings.DOCUMENT_ROOT) / folder / key[:2] / key


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _settle(folder: Path) -> None:
    """Have the folder's own entry safely on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
