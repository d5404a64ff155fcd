"""Meetings as iCalendar (RFC 5545): when, which group, where. Nothing of what is talked about."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from board.models import Meeting
from foundation import clock

LONGEST_LINE = 75
"""Octets of a line without its end; what is longer goes on in the next line after a blank (RFC 5545, 3.1)."""
REFRESH = "PT6H"


def icalendar(meetings: Iterable[Meeting]) -> bytes:
    """A calendar with one event for each meeting."""
    name = f"{settings.PARTNERSHIP['short_name']} meetings"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(settings.PARTNERSHIP['short_name'])}//Safeguarding portal//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        *(line for meeting in meetings for line in _event(meeting)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(meeting: Meeting) -> Iterator[str]:
    base = settings.PORTAL_BASE_URL.rstrip("/")
    yield "BEGIN:VEVENT"
    yield f"UID:{meeting.reference}@{urlsplit(base).hostname or 'portal'}"
    yield f"DTSTAMP:{_moment(clock.now())}"
    yield f"DTSTART:{_moment(meeting.starts_at)}"
    yield f"DTEND:{_moment(meeting.ends_at)}"
    yield f"SEQUENCE:{meeting.sequence}"
    yield f"STATUS:{'CANCELLED' if meeting.state == Meeting.State.CANCELLED else 'CONFIRMED'}"
    yield f"SUMMARY:{_text(meeting.group.name)}"
    if meeting.place:
        yield f"LOCATION:{_text(meeting.place)}"
    yield f"URL:{base}{reverse('board:meeting', args=[meeting.reference])}"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    """Signs that mean something in iCalendar are escaped, those that do not print left out (RFC 5545, 3.3.11)."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join("".join(sign for sign in line if sign.isprintable()) for line in lines)


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets; no sign is cut in two."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
