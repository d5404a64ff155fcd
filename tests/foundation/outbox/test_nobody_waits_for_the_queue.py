import time
from threading import Event
from threading import enumerate as threads
from typing import Any

import pytest
from celery import current_app
from django.db import transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from foundation import tasks
from foundation.celery_tasks import task
from foundation.mail import queue_mail
from foundation.outbox import nudging

MAIL = {"to": "lead@agency.example", "template": "news", "context": {"path": "/"}}


def wait_for(reached: Any) -> None:
    limit = time.monotonic() + 5
    while not reached() and time.monotonic() < limit:
        time.sleep(0.01)
    assert reached()


def test_many_nudges_become_few_messages_and_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    published: list[str] = []

    def publish(name: str, **options: Any) -> None:
        assert options["retry"] is False
        published.append(name)
        time.sleep(0.05)

    monkeypatch.setattr(current_app._get_current_object(), "send_task", publish)
    nudger = nudging.Nudger()
    before = len(threads())
    for _ in range(1000):
        nudger.nudge()
    assert len(threads()) == before + 1
    wait_for(lambda: len(published) >= 2)
    time.sleep(0.1)
    assert 1 <= len(published) <= 5
    assert set(published) == {"foundation.sweep_outbox"}


def test_a_broker_in_trouble_ends_neither_request_nor_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(name: str, **_: Any) -> None:
        asked.append(name)
        raise ConnectionRefusedError

    monkeypatch.setattr(current_app._get_current_object(), "send_task", refuse)
    nudger = nudging.Nudger()
    nudger.nudge()
    wait_for(lambda: len(asked) == 1)
    nudger.nudge()
    wait_for(lambda: len(asked) == 2)


def test_a_broker_that_hangs_does_not_hold_up_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Event()
    monkeypatch.setattr(nudging, "publish_sweep", lambda: answers.wait(30))
    nudger = nudging.Nudger()
    began = time.perf_counter()
    for _ in range(100):
        nudger.nudge()
    assert time.perf_counter() - began < 0.5
    answers.set()


@pytest.mark.django_db
def test_a_promise_nudges_after_the_commit_and_not_before(
    monkeypatch: pytest.MonkeyPatch, settings: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    nudges: list[bool] = []
    monkeypatch.setattr(nudging, "nudge", lambda: nudges.append(True))
    settings.OUTBOX_NUDGE = True
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            queue_mail(**MAIL, key="a")
        assert nudges == []
    assert nudges == [True]


@pytest.mark.django_db
def test_the_sweep_publishes_each_message_to_its_queue_with_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    published: list[dict[str, Any]] = []
    monkeypatch.setattr(tasks.deliver, "apply_async", lambda args, **options: published.append(options))
    queue_mail(**MAIL, key="a")
    tasks.sweep_outbox()
    (options,) = published
    assert (options["queue"], options["soft_time_limit"], options["time_limit"], options["expires"]) == ("default", 45, 60, 15)
    assert options["retry"] is False


def test_a_task_that_fails_says_where_and_never_what(caplog: pytest.LogCaptureFixture) -> None:
    @task("tests.fails", own_transactions=True)
    def fails(*, by: object) -> None:
        raise ValueError("a name that somebody typed")

    fails()
    assert "tests.fails" in caplog.text
    assert "ValueError" in caplog.text
    assert "somebody typed" not in caplog.text


def test_a_task_goes_to_the_queue_that_it_declares() -> None:
    @task("tests.long", queue="pdf")
    def long(*, by: object) -> None:
        raise AssertionError("it is only sent to its queue here")

    router = current_app.amqp.Router()
    assert router.route({}, "tests.long")["queue"].name == "pdf"
    assert router.route({}, "foundation.deliver")["queue"].name == "default"
    assert router.route({"queue": "pdf"}, "foundation.deliver")["queue"].name == "pdf"
