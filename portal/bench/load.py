"""Requests per second: eight clients at once against the portal's own web server, on the same machine."""

import http.client
import os
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

from accounts.models import Person
from portal.bench.measuring import FOUND, SENT_ON, EmptyPage, Row, page
from portal.bench.pages import QUEUE
from portal.bench.submitting import make_drafts
from portal.stack.process import spawn, stop, wait_until
from portal.stack.services import LOOPBACK, any_free, web_service
from referrals.models import Draft

CLIENTS = 8
SUBMISSIONS = 15
"""By each client."""
PAGES = {"empty page": (EmptyPage.address, 40), "queue": (QUEUE, 15)}

Line = http.client.HTTPConnection
Asks = Callable[[Line, int], int]


@contextmanager
def web_server(folder: Path) -> Iterator[int]:
    """The portal's web server as the stack starts it; gives its port."""
    port = any_free()
    service = web_service(os.environ, port)
    log = folder / "web.log"
    process = spawn(service.command, environment=service.environment, log=log)
    try:
        wait_until(service.answers, what="the web server", seconds=60, log=log)
        yield port
    finally:
        stop(process)


def load_rows(folder: Path, reader: Client, sender: Client, author: Person) -> Iterator[Row]:
    """Pages a second of an empty page, the queue, and sending."""
    drafts = make_drafts(author, CLIENTS * SUBMISSIONS + 1)
    page(sender, f"/refer/{drafts.pop().reference}/check/")
    token = sender.cookies[settings.CSRF_COOKIE_NAME].value
    form = urlencode({"declared": "on", "_version": "1", "csrfmiddlewaretoken": token})
    headers = _headers(sender) | {"Content-Type": "application/x-www-form-urlencoded"}
    with web_server(folder) as port:
        for what, (address, times) in PAGES.items():
            yield _run(port, f"{what}, {CLIENTS} clients", _look(address, _headers(reader)), times, FOUND)
        yield _run(port, f"submit, {CLIENTS} clients", _send(drafts, headers, form), SUBMISSIONS, SENT_ON)


def _look(address: str, headers: Mapping[str, str]) -> Asks:
    return lambda line, _number: _asked(line, "GET", address, headers)


def _send(drafts: Sequence[Draft], headers: Mapping[str, str], form: str) -> Asks:
    return lambda line, number: _asked(line, "POST", f"/refer/{drafts[number].reference}/check/", headers, form)


def _headers(client: Client) -> dict[str, str]:
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    return {"Host": "localhost", "Cookie": cookies}


def _asked(
    line: http.client.HTTPConnection, method: str, address: str, headers: Mapping[str, str], body: str | None = None
) -> int:
    line.request(method, address, body, dict(headers))
    answer = line.getresponse()
    answer.read()
    return answer.status


def _run(port: int, what: str, asks: Asks, times: int, expected: int) -> Row:
    """All clients at once, each so many times; the row's time is what one request took in the middle."""
    seconds: list[float] = []
    wrong: list[int] = []

    def client(first: int) -> None:
        line = http.client.HTTPConnection(LOOPBACK, port, timeout=60)
        for number in range(first, first + times):
            began = time.perf_counter()
            status = asks(line, number)
            seconds.append(time.perf_counter() - began)
            if status != expected:
                wrong.append(status)
        line.close()

    threads = [threading.Thread(target=client, args=(number * times,)) for number in range(CLIENTS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(seconds) / (time.perf_counter() - began)
    late = statistics.quantiles(seconds, n=20)[-1]
    return Row(
        what, statistics.median(seconds), None, None, f"{rate:.0f} a second, p95 {late * 1000:.0f} ms, {len(wrong)} errors"
    )
