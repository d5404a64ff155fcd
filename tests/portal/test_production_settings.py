"""Production reads its settings from the environment, stops at once with a sentence when one is missing, and is hardened."""

import re
import runpy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from portal.settings import base, environment

COMPLETE = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "portal.example.gov.uk, portal.internal",
    "PORTAL_BASE_URL": "https://portal.example.gov.uk",
    "DATABASE_URL": "postgres://portal_app:pass%2Fword@db:5433/portal",
    "REDIS_URL": "redis://queue:6379/0",
    "CLAMD_ADDRESS": "clamav:3310",
    "DOCUMENT_ROOT": "/srv/documents",
    "EMAIL_URL": "smtp://portal:secret@relay:587?tls=yes",
    "DEFAULT_FROM_EMAIL": "portal@example.gov.uk",
    "PARTNERSHIP_NAME": "Example Safeguarding Children Partnership",
    "PARTNERSHIP_SHORT_NAME": "Example SCP",
    "PARTNERSHIP_AREA": "Example",
    "PARTNERSHIP_MASH_TELEPHONE": "01632 960 000",
    "PARTNERSHIP_OUT_OF_HOURS_TELEPHONE": "01632 960 001",
    "PARTNERSHIP_CONTACT_EMAIL": "partnership@example.gov.uk",
}
NOT_SWITCHED = {"DATABASES", "INSTALLED_APPS", "AUTH_USER_MODEL", "BASE_DIR", "STORAGES"}


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that has everything, and nothing else that the settings read."""
    for name in (*COMPLETE, "CLAMD_SOCKET", "DEADLINES_AFTER_HOURS"):
        monkeypatch.delenv(f"{name}_FILE", raising=False)
        monkeypatch.delenv(name, raising=False)
    for name, value in COMPLETE.items():
        monkeypatch.setenv(name, value)


def production() -> dict[str, Any]:
    """The production settings, read anew."""
    read = runpy.run_module("portal.settings.production")
    return {name: value for name, value in read.items() if name.isupper()}


@pytest.mark.parametrize("name", COMPLETE)
def test_a_missing_setting_stops_the_start_with_a_sentence(name: str, complete: None, monkeypatch: pytest.MonkeyPatch) -> None:
    production()
    monkeypatch.delenv(name)
    with pytest.raises(ImproperlyConfigured) as stopped:
        production()
    assert str(stopped.value).startswith(f"Set {name} (or {name}_FILE): ")
    assert str(stopped.value).endswith(".")
    monkeypatch.setenv(name, "")
    with pytest.raises(ImproperlyConfigured, match=f"Set {name} "):
        production()


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_a_secret_may_stand_in_a_file(name: str, complete: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{COMPLETE[name]}\n", encoding="utf-8")
    expected = production()
    monkeypatch.setenv(name, "must not be read")
    monkeypatch.setenv(f"{name}_FILE", str(file))
    assert production() == expected
    monkeypatch.setenv(f"{name}_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(ImproperlyConfigured, match=f"{name}_FILE points to .*nowhere, which is not a file"):
        production()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATABASE_URL", "mysql://db/portal", "DATABASE_URL must start with postgres://"),
        ("EMAIL_URL", "relay:25", "EMAIL_URL must look like smtp://host:port"),
        ("CONN_MAX_AGE", "soon", "CONN_MAX_AGE must be a whole number, not “soon”"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_sentence(
    name: str, value: str, sentence: str, complete: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        production()


def test_a_rule_for_closing_time_that_nobody_knows_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEADLINES_AFTER_HOURS", "whenever")
    with pytest.raises(ImproperlyConfigured, match="DEADLINES_AFTER_HOURS must be on_the_day or next_working_day"):
        environment.one_of("DEADLINES_AFTER_HOURS", ("on_the_day", "next_working_day"))
    with pytest.raises(ImproperlyConfigured, match="DEADLINES_AFTER_HOURS"):
        runpy.run_path(str(Path(environment.__file__).with_name("base.py")))


def test_everything_is_read_as_it_was_meant(complete: None) -> None:
    read = production()
    assert read["DEBUG"] is False
    assert read["ALLOWED_HOSTS"] == ["portal.example.gov.uk", "portal.internal"]
    assert read["CSRF_TRUSTED_ORIGINS"] == ["https://portal.example.gov.uk"]
    database = read["DATABASES"]["default"]
    assert (database["HOST"], database["PORT"], database["USER"], database["PASSWORD"]) == (
        "db",
        "5433",
        "portal_app",
        "pass/word",
    )
    assert database["ATOMIC_REQUESTS"] is True
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"], read["EMAIL_USE_TLS"]) == ("relay", 587, True)


def test_cookies_and_headers_are_strict(complete: None) -> None:
    read = production()
    assert (read["SESSION_COOKIE_NAME"], read["CSRF_COOKIE_NAME"]) == ("__Host-session", "__Host-csrf")
    for cookie in ("SESSION", "CSRF"):
        assert read[f"{cookie}_COOKIE_SECURE"] is True
        assert read[f"{cookie}_COOKIE_HTTPONLY"] is True
        assert read[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
        # What the prefix __Host- demands: no domain, the whole site.
        assert read.get(f"{cookie}_COOKIE_DOMAIN") is None
        assert read.get(f"{cookie}_COOKIE_PATH", "/") == "/"
    assert read["SECURE_HSTS_SECONDS"] == 2 * 365 * 24 * 3600
    assert read["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert read["SECURE_SSL_REDIRECT"] is True
    rules = read["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert rules["default-src"] == ["'none'"]
    assert rules["frame-ancestors"] == rules["object-src"] == rules["base-uri"] == ["'none'"]
    written = {str(source) for sources in rules.values() for source in sources}
    assert not written & {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"}


def switched(complete: dict[str, Any]) -> override_settings:
    return override_settings(**{name: value for name, value in complete.items() if name not in NOT_SWITCHED})


def test_the_deployment_check_is_clean(complete: None, monkeypatch: pytest.MonkeyPatch) -> None:
    said = StringIO()
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # the browser tests' own
    with switched(production()):
        call_command("check", deploy=True, fail_level="INFO", stdout=said, stderr=said)
    assert "no issues (1 silenced)" in said.getvalue()


def open_page(path: str, **headers: str) -> HttpResponse:
    return Client(headers={"host": "portal.example.gov.uk", **headers}).get(path)


@pytest.mark.django_db
def test_a_page_carries_what_the_settings_promise(complete: None) -> None:
    with switched(production() | {"MIDDLEWARE": [name for name in production()["MIDDLEWARE"] if "whitenoise" not in name]}):
        plain = open_page(reverse("account_login"))
        page = open_page(reverse("account_login"), **{"x-forwarded-proto": "https"})
        stranger = Client(headers={"host": "elsewhere.example", "x-forwarded-proto": "https"}).get(reverse("account_login"))
    assert plain.status_code == 301
    assert plain["Location"].startswith("https://portal.example.gov.uk/")
    assert page.status_code == 200
    assert page["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
    assert page["Referrer-Policy"] == page["Cross-Origin-Opener-Policy"] == page["Cross-Origin-Resource-Policy"] == "same-origin"
    assert (page["X-Frame-Options"], page["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert "no-store" in page["Cache-Control"]
    assert "default-src 'none'" in page["Content-Security-Policy"]
    assert all(name.startswith("__Host-") and morsel["secure"] for name, morsel in page.cookies.items())
    assert page.cookies
    assert stranger.status_code == 400


def test_a_host_that_anybody_could_be_stops_the_start(complete: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "portal.example.gov.uk,*")
    with pytest.raises(ImproperlyConfigured, match="must name the hosts"):
        production()


def test_numbers_of_the_range_for_tests_are_never_taken(complete: None, monkeypatch: pytest.MonkeyPatch) -> None:
    production()
    monkeypatch.setattr(base, "TEST_NHS_NUMBERS", True)
    with pytest.raises(ImproperlyConfigured, match=r"^TEST_NHS_NUMBERS must not be yes.*\.$"):
        production()


ROOT = Path(__file__).parents[2]
PASSED_ON: dict[str, str] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["x-portal"]["environment"]
SET_BY_PARTNERSHIPS = {
    "DRAFT_KEPT_DAYS": ("14", 14),
    "REFERRER_CHASES_AFTER_WORKING_DAYS": ("2", 2),
    "DRAFT_REMINDED_DAYS": ("3", 3),
    "CPIS_NOTICE_OUTCOMES": ("S47, S17", ["S47", "S17"]),
    "PLAN_DURATION_BANDS": ("6,12,18,21", (6, 12, 18, 21)),
    "PANEL_THRESHOLDS": ("9,15", (9, 15)),
    "PLAN_ALERTS": ("on", True),
    "PLAN_ALERTS_RESTRICTED": ("yes", True),
    "CONFERENCE_CHILD_FROM_AGE": ("8", 8),
    "INVITED_WORKING_DAYS": ("5", 5),
    "MEETING_REMINDER_WORKING_DAYS": ("5", 5),
    "FEEDBACK_WAITS_DAYS": ("28", 28),
    "REVIEWS_COUNTED_DAYS": ("92,184", (92, 184)),
    "CHRONOLOGY_GAP_DAYS": ("60", 60),
    "SESSION_IDLE_SECONDS": ("600", 600),
    "SESSION_ABSOLUTE_SECONDS": ("3600", 3600),
    "BREAK_GLASS_HOURS": ("2", 2),
    "INVITATION_DAYS": ("3", 3),
}


def shared() -> dict[str, Any]:
    """The settings that every way of running shares, read anew: production takes them over."""
    return runpy.run_path(str(base.__file__))


@pytest.mark.parametrize("name", SET_BY_PARTNERSHIPS)
def test_what_a_partnership_sets_reaches_the_portal(name: str, complete: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation passes it on, with the portal's own default where nothing is set."""
    monkeypatch.delenv(name, raising=False)
    unset = shared()[name]
    passed = re.fullmatch(r"\$\{(\w+):?-([^}]*)\}", PASSED_ON[name])
    assert passed is not None
    assert passed[1] == name
    monkeypatch.setenv(name, passed[2])
    assert shared()[name] == unset
    text, meant = SET_BY_PARTNERSHIPS[name]
    monkeypatch.setenv(name, text)
    assert shared()[name] == meant != unset


@pytest.mark.parametrize("value", ["91", "91,183,365", "183,91", "x,y"])
def test_two_numbers_are_two(value: str, complete: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWS_COUNTED_DAYS", value)
    with pytest.raises(ImproperlyConfigured, match="REVIEWS_COUNTED_DAYS must be"):
        shared()
