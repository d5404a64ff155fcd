"""The pages on which caught messages are read: no script, nothing from elsewhere, everything in a message escaped."""

import re
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from zoneinfo import ZoneInfo

from portal.stack.mailbox import Caught, Mailbox

LONDON = ZoneInfo("Europe/London")
OWN_NAMES = {"localhost", "127.0.0.1"}
ADDRESS = re.compile(r"https?://[^\s<>\"']+")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
STYLE = """\
body { font-family: sans-serif; line-height: 1.5; color: #0b0c0c; max-width: 60rem; margin: 0 auto; padding: 1rem; }
a { color: #1a65a6; }
a:focus { outline: 3px solid #0b0c0c; background: #ffdd00; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid #b1b4b6; }
td { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-left: 5px solid #b1b4b6; padding-left: 1rem; }
"""
PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – demonstration mailbox</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def list_page(messages: list[Caught]) -> str:
    """All messages, newest first."""
    rows = "".join(
        f"<tr><td>{_when(message)}</td><td>{escape(message.recipients)}</td>"
        f'<td><a href="/message/{message.number}">{escape(message.subject)}'
        f"{_told_apart(message, messages)}</a></td></tr>\n"
        for message in messages
    )
    table = (
        '<table>\n<thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr>'
        f"</thead>\n<tbody>\n{rows}</tbody>\n</table>"
    )
    nothing = "<p>No message has come yet. Load this page again after the portal has sent one.</p>"
    body = f"<h1>Demonstration mailbox</h1>\n<p>Nothing here is sent on.</p>\n{table if messages else nothing}"
    return PAGE.format(title="Messages", body=body)


def _told_apart(message: Caught, messages: list[Caught]) -> str:
    """Equal subjects get the number of the message, so that no two links read the same."""
    same = [other for other in messages if other.subject == message.subject]
    return f" ({len(same) - same.index(message)})" if len(same) > 1 else ""


def message_page(message: Caught, portal: str) -> str:
    """One message as text; addresses of the portal can be followed."""
    body = (
        f'<p><a href="/">All messages</a></p>\n<h1>{escape(message.subject)}</h1>\n'
        f"<p>To {escape(message.recipients)}<br>From {escape(message.sender)}<br>{_when(message)}</p>\n"
        f"<pre>{_followable(message.text, portal)}</pre>"
    )
    return PAGE.format(title=escape(message.subject), body=body)


def _followable(text: str, portal: str) -> str:
    parts, end = [], 0
    for found in ADDRESS.finditer(text):
        address = found.group().rstrip(".,;:)")
        if not portal or not (address == portal or address.startswith(f"{portal}/")):
            continue
        parts += [escape(text[end : found.start()]), f'<a href="{escape(address)}">{escape(address)}</a>']
        end = found.start() + len(address)
    return "".join([*parts, escape(text[end:])])


def _when(message: Caught) -> str:
    moment = message.received_at.astimezone(LONDON)
    return f"{moment.day} {moment:%B %Y}, {moment.hour % 12 or 12}:{moment:%M}{'am' if moment.hour < 12 else 'pm'}"


def page_server(mailbox: Mailbox, address: tuple[str, int], portal: str) -> ThreadingHTTPServer:
    """A web server for the pages; call `serve_forever` on it."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer a request for the list, one message or the style sheet."""
            name = self.headers.get("Host", "").rsplit(":", 1)[0]
            if name not in OWN_NAMES:  # another site's name pointed at this machine
                self._answer(HTTPStatus.MISDIRECTED_REQUEST, "This mailbox is for this machine only.")
            elif self.path == "/":
                self._answer(HTTPStatus.OK, list_page(mailbox.newest()), "text/html")
            elif self.path == "/style.css":
                self._answer(HTTPStatus.OK, STYLE, "text/css")
            elif message := mailbox.one(self.path.removeprefix("/message/")):
                self._answer(HTTPStatus.OK, message_page(message, portal), "text/html")
            else:
                self._answer(HTTPStatus.NOT_FOUND, "There is no such message.")

        def _answer(self, status: HTTPStatus, text: str, kind: str = "text/plain") -> None:
            content = text.encode()
            self.send_response(status)
            for name, value in HEADERS.items():
                self.send_header(name, value)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Keep no log of what was read."""

    return ThreadingHTTPServer(address, Pages)
