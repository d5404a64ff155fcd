"""Cleaning the name that a file came with: it is shown and given back, and never a path."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

LONGEST: Final = 120

_UNFIT = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def clean_name(given: str) -> str:
    """The last part of a name without control signs, signs that turn the writing round, or more length than needed.

    What is left of an empty name is "document".
    """
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    tidy = " ".join(_UNFIT.sub(" ", printable).split())
    if not tidy.strip(" ."):
        tidy = "document"
    elif tidy.startswith("."):
        tidy = f"document.{tidy.strip(' .')}"
    path = PurePosixPath(tidy)
    return path.stem[: LONGEST - len(path.suffix)].rstrip() + path.suffix
