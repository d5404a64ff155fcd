"""The mail catcher of the demonstration: takes every message by SMTP, sends none on, shows them on a page of its own.

Run as `python -m portal.stack.mailbox`; both ports are on loopback only.
"""

import argparse
import asyncio
import re
import signal
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Caught:
    """One caught message."""

    number: str
    recipients: str
    sender: str
    subject: str
    received_at: datetime
    text: str


class Mailbox:
    """A folder with one file for each message; the file's name is the moment it came."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, made if it is not there."""
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def keep(self, content: bytes) -> None:
        """Keep a message; it appears complete or not at all."""
        name = str(time.time_ns())
        unfinished = self.folder / f"{name}.new"
        unfinished.write_bytes(content)
        unfinished.rename(self.folder / f"{name}.eml")

    def newest(self, count: int = 200) -> list[Caught]:
        """The newest messages first."""
        files = sorted(self.folder.glob("*.eml"), reverse=True)[:count]
        return [self._read(path) for path in files]

    def one(self, number: str) -> Caught | None:
        """The message with this number, or None."""
        path = self.folder / f"{number}.eml"
        return self._read(path) if re.fullmatch(r"\d{1,20}", number) and path.is_file() else None

    def _read(self, path: Path) -> Caught:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        return Caught(
            number=path.stem,
            recipients=str(message["To"] or "(nobody)"),
            sender=str(message["From"] or "(nobody)"),
            subject=str(message["Subject"] or "(no subject)"),
            received_at=datetime.fromtimestamp(int(path.stem) / 1e9, UTC),
            text=_text(message),
        )


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    return "(no text)" if body is None else str(body.get_content())


class Catcher:
    """What the SMTP server does with a message."""

    def __init__(self, mailbox: Mailbox) -> None:
        """Keep everything in a mailbox."""
        self.mailbox = mailbox

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  # aiosmtpd's name
        """Keep the message and say so."""
        self.mailbox.keep(bytes(envelope.content))
        return "250 Caught; it goes nowhere"


async def catch(mailbox: Mailbox, port: int) -> None:
    """Take messages on a loopback port until the process is asked to stop."""
    loop = asyncio.get_running_loop()
    asked_to_stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, asked_to_stop.set)
    server = await loop.create_server(lambda: SMTP(Catcher(mailbox), hostname="localhost"), LOOPBACK, port)
    async with server:
        await asked_to_stop.wait()


def main() -> None:
    """Catch mail and show it until asked to stop."""
    from portal.stack.mailbox_pages import page_server

    parser = argparse.ArgumentParser(description="Catches mail and shows it on a loopback page.")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--smtp-port", type=int, required=True)
    parser.add_argument("--page-port", type=int, required=True)
    parser.add_argument("--portal", default="", help="links that start with this address can be followed")
    chosen = parser.parse_args()
    mailbox = Mailbox(chosen.folder)
    pages = page_server(mailbox, (LOOPBACK, chosen.page_port), chosen.portal)
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    asyncio.run(catch(mailbox, chosen.smtp_port))
    pages.shutdown()


if __name__ == "__main__":
    main()
