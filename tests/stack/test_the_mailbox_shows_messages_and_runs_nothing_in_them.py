"""The demonstration's mailbox: what is sent by SMTP is read on a page, and what a message says stays text."""

import asyncio
import http.client
import smtplib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP

from portal.stack.mailbox import Catcher, Mailbox
from portal.stack.mailbox_pages import page_server

PORTAL = "http://localhost:8000"


@pytest.fixture
def mailbox(tmp_path: Path) -> Mailbox:
    return Mailbox(tmp_path / "mail")


@pytest.fixture
def pages(mailbox: Mailbox) -> Iterator[ThreadingHTTPServer]:
    server = page_server(mailbox, ("127.0.0.1", 0), PORTAL)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def message(subject: str, text: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "portal@northmere.example", "reader@northmere.example", subject
    made.set_content(text)
    return made


def get(server: ThreadingHTTPServer, path: str, host: str = "localhost:8025") -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request("GET", path, headers={"Host": host})
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


def send_by_smtp(mailbox: Mailbox, sent: EmailMessage) -> None:
    async def conversation() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(Catcher(mailbox), hostname="localhost"), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]

        def speak() -> None:
            with smtplib.SMTP("127.0.0.1", port, timeout=5) as client:
                client.send_message(sent)

        await asyncio.to_thread(speak)
        server.close()
        await server.wait_closed()

    with ThreadPoolExecutor(max_workers=1) as thread_without_a_loop:
        thread_without_a_loop.submit(lambda: asyncio.run(conversation())).result()


def test_a_message_sent_by_smtp_is_kept_and_shown(mailbox: Mailbox, pages: ThreadingHTTPServer) -> None:
    send_by_smtp(mailbox, message("There is news in the portal", "Sign in to read it – soon."))
    [caught] = mailbox.newest()
    assert caught.recipients == "reader@northmere.example"
    _, listed = get(pages, "/")
    assert f'<a href="/message/{caught.number}">There is news in the portal</a>' in listed
    _, shown = get(pages, f"/message/{caught.number}")
    assert "Sign in to read it – soon." in shown


def test_what_a_message_says_stays_text(mailbox: Mailbox, pages: ThreadingHTTPServer) -> None:
    mailbox.keep(message("<script>alert(1)</script>", "<img src=x onerror=alert(2)>").as_bytes())
    [caught] = mailbox.newest()
    for path in ("/", f"/message/{caught.number}"):
        response, body = get(pages, path)
        assert "<script" not in body
        assert "<img" not in body
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")


def test_only_addresses_of_the_portal_can_be_followed(mailbox: Mailbox, pages: ThreadingHTTPServer) -> None:
    mailbox.keep(message("Invitation", f"Open {PORTAL}/invitation/abc. Not http://elsewhere.example/x").as_bytes())
    [caught] = mailbox.newest()
    _, body = get(pages, f"/message/{caught.number}")
    assert f'<a href="{PORTAL}/invitation/abc">{PORTAL}/invitation/abc</a>.' in body
    assert 'href="http://elsewhere' not in body


def test_links_of_equal_subjects_are_told_apart(mailbox: Mailbox, pages: ThreadingHTTPServer) -> None:
    for _ in range(2):
        mailbox.keep(message("News", "…").as_bytes())
    _, body = get(pages, "/")
    assert "News (2)</a>" in body
    assert "News (1)</a>" in body


def test_an_empty_mailbox_says_so(pages: ThreadingHTTPServer) -> None:
    assert "No message has come yet" in get(pages, "/")[1]


@pytest.mark.parametrize("path", ["/message/../../secret-key", "/message/1", "/message/", "/secret-key"])
def test_nothing_but_messages_can_be_read(mailbox: Mailbox, pages: ThreadingHTTPServer, path: str) -> None:
    (mailbox.folder.parent / "secret-key").write_text("secret")
    response, body = get(pages, path)
    assert response.status == 404
    assert "secret" not in body


def test_another_sites_name_for_this_machine_is_refused(pages: ThreadingHTTPServer) -> None:
    assert get(pages, "/", host="evil.example")[0].status == 421
