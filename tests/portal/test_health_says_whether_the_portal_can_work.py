from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from foundation import clock
from foundation.mail import queue_mail
from foundation.models.documents import Document
from portal import health


@pytest.fixture(autouse=True)
def not_asked_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_tables_up_to_date", [])


def test_alive_needs_no_database(client: Client) -> None:
    response = client.get("/health/live")
    assert (response.status_code, response.content) == (200, b"alive\n")


@pytest.mark.django_db
def test_ready_with_database_and_tables(client: Client) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert response.json() == {"ready": True, "database": "ok", "tables": "ok", "outbox_seconds": 0, "scanner_seconds": 0}


@pytest.mark.django_db
def test_ready_says_how_long_work_has_waited_and_nothing_of_what_it_is(client: Client) -> None:
    queue_mail(to="lead@agency.example", template="news", context={"path": "/"}, key="a")
    Document.objects.create(
        reference="NM-D-1", key="k", name="secret.pdf", size=1, record_kind="x", uploaded_at=clock.now(), uploaded_by="x"
    )
    with clock.frozen(clock.now() + timedelta(minutes=2)):
        response = client.get("/health/ready")
    assert response.json()["outbox_seconds"] == 120
    assert response.json()["scanner_seconds"] == 120
    assert "secret" not in response.content.decode()
    assert "lead@" not in response.content.decode()


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.health.MigrationExecutor.migration_plan", lambda *_: [("something", False)])
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json() == {"ready": False, "database": "ok", "tables": "behind"}


@pytest.mark.django_db
def test_not_ready_while_the_database_is_away(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OperationalError("connection to server at 10.0.0.1 failed: password=secret")

    monkeypatch.setattr("portal.health._ask_database", refuse)
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json() == {"ready": False, "database": "away", "tables": "unknown"}
