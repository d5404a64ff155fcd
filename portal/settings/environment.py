"""Reading settings from the environment, so that a missing one stops the start with a sentence."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def optional(name: str, default: str = "") -> str:
    """The value of NAME, or the content of the file that NAME_FILE points to, or the default."""
    file = os.environ.get(f"{name}_FILE")
    if file:
        path = Path(file)
        if not path.is_file():
            raise ImproperlyConfigured(f"{name}_FILE points to {file}, which is not a file.")
        return path.read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def required(name: str, meaning: str) -> str:
    """The value of NAME; stops the start with what NAME means when it is missing."""
    value = optional(name)
    if not value:
        raise ImproperlyConfigured(f"Set {name} (or {name}_FILE): {meaning}.")
    return value


def whole_number(name: str, default: int) -> int:
    """The value of NAME as an integer."""
    value = optional(name, str(default))
    try:
        return int(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.") from error


def rising_numbers(name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    """The comma-separated whole numbers of NAME, each higher than the one before and above 0."""
    value = optional(name, ",".join(map(str, default)))
    parts = [part.strip() for part in value.split(",")]
    numbers = tuple(int(part) for part in parts if part.isascii() and part.isdigit())
    if len(numbers) != len(parts) or list(numbers) != sorted(set(numbers)) or numbers[0] < 1:
        raise ImproperlyConfigured(f"{name} must be whole numbers that rise, separated by commas, not “{value}”.")
    return numbers


def two_numbers(name: str, default: tuple[int, int]) -> tuple[int, int]:
    """The two comma-separated whole numbers of NAME, the second the higher one."""
    numbers = rising_numbers(name, default)
    if len(numbers) != len(default):
        raise ImproperlyConfigured(f"{name} must be two whole numbers, not {len(numbers)}.")
    return numbers[0], numbers[1]


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """The value of NAME, which must be one of the choices; the first is the default."""
    value = optional(name, choices[0])
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(choices)}, not “{value}”.")
    return value


def names(name: str, meaning: str) -> list[str]:
    """The comma-separated values of NAME."""
    return [part.strip() for part in required(name, meaning).split(",") if part.strip()]


def database(url: str, **extra: Any) -> dict[str, Any]:
    """Django's database settings from a URL like postgres://user:password@host:5432/name?host=/socket/folder."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with postgres:// (the portal runs on PostgreSQL only).")
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        # Without a value, each call of a trigger asks for the setting in vain, which costs it a subtransaction.
        # Translating a statement to machine code, where the server can, takes longer than any page's statement runs.
        "OPTIONS": {"options": "-c pgtrigger.ignore={} -c jit=off"},
        **extra,
    }


def mail_server(url: str) -> dict[str, Any]:
    """Django's EMAIL_… settings from a URL like smtp://user:password@host:25?tls=yes."""
    parts = urlsplit(url)
    if parts.scheme != "smtp" or not parts.hostname:
        raise ImproperlyConfigured("EMAIL_URL must look like smtp://host:port.")
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parse_qs(parts.query).get("tls", ["no"])[0] == "yes",
        "EMAIL_TIMEOUT": 10,
    }
