"""What the address of a publication must look like."""

from typing import Final
from urllib.parse import urlsplit

LONGEST: Final = 300


def address_refused(text: str) -> str:
    """Why a text is no address of a publication; empty where it is one, or nothing."""
    if not text:
        return ""
    if len(text) > LONGEST:
        return f"Address must be {LONGEST} characters or fewer."
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or any(one.isspace() for one in text):
        return "Enter an address that begins with https:// or http://."
    return ""
