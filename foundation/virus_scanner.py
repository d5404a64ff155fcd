"""Asking the virus scanner (clamd) about a stream of bytes. Whatever goes wrong means “not scanned”, never “clean”."""

import socket
import struct
from dataclasses import dataclass
from typing import BinaryIO, Final

from django.conf import settings

CHUNK: Final = 64 * 1024
SECONDS_TO_CONNECT: Final = 2
SECONDS_TO_ANSWER: Final = 30
LONGEST_ANSWER: Final = 4096


class NotScanned(Exception):
    """There is no verdict. `away`: the scanner could not even be reached, so that asking about other files is useless now."""

    def __init__(self, why: str, *, away: bool = False) -> None:
        super().__init__(why)
        self.away = away


@dataclass(frozen=True)
class Verdict:
    """What the scanner says: clean, or what it found."""

    finding: str

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.finding


def scan(stream: BinaryIO) -> Verdict:
    """Send a stream to the scanner and return its verdict; raises NotScanned without one."""
    with _connect() as connection:
        try:
            connection.settimeout(SECONDS_TO_ANSWER)
            connection.sendall(b"zINSTREAM\0")
            while chunk := stream.read(CHUNK):
                connection.sendall(struct.pack("!I", len(chunk)) + chunk)
            connection.sendall(struct.pack("!I", 0))
            return _verdict(_answer(connection))
        except OSError as error:
            raise NotScanned(type(error).__name__) from error


def _connect() -> socket.socket:
    address = settings.CLAMD_ADDRESS
    if not address:
        raise NotScanned("No scanner is set up.", away=True)
    try:
        if not address.startswith("/"):
            host, _, port = address.rpartition(":")
            return socket.create_connection((host.strip("[]"), int(port)), SECONDS_TO_CONNECT)
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(SECONDS_TO_CONNECT)
        try:
            connection.connect(address)
        except OSError:
            connection.close()
            raise
    except (OSError, ValueError) as error:
        raise NotScanned(type(error).__name__, away=True) from error
    return connection


def _answer(connection: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0"):
        part = connection.recv(LONGEST_ANSWER)
        said += part
        if not part or len(said) > LONGEST_ANSWER:
            break
    return said.rstrip(b"\0\n").decode("utf-8", errors="replace")


def _verdict(said: str) -> Verdict:
    """`stream: OK` or `stream: Name FOUND`; anything else, an error or a broken-off answer among them, is no verdict."""
    if said == "stream: OK":
        return Verdict("")
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        return Verdict(said.removeprefix("stream: ").removesuffix(" FOUND")[:100])
    raise NotScanned("The scanner gave no verdict.")
