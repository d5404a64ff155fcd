"""The test run: throw-away database, mail in memory, no cache of templates, static files as they are."""

import os
import tempfile
from pathlib import Path

from portal.settings import environment
from portal.settings.base import *  # noqa: F403  # settings are one namespace
from portal.settings.base import LOGGING

DEBUG = False
SECRET_KEY = "only-for-tests-" + "x" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {
    "default": environment.database(
        environment.optional("DATABASE_URL", "postgres://portal_owner@/portal?host=/nowhere"),
        ATOMIC_REQUESTS=True,
    )
}
DOCUMENT_ROOT = str(Path(tempfile.gettempdir()) / f"portal-test-documents-{os.getuid()}")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CELERY_BROKER_URL = "memory://"
KEPT_READY_AT = 1
KEPT_READY_OR_FAIL = True
OUTBOX_NUDGE = False
ACCESS_LOG_STRICT = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
ACCOUNT_RATE_LIMITS = {"login_failed": "5/300s/key"}
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "WARNING"}}
