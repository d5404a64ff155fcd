"""Settings of the real processes: those of the tests, with a real queue, real mail, and a sweep every second."""

from portal.settings import environment
from portal.settings.test import *  # noqa: F403  # settings are one namespace
from portal.settings.test import CELERY_BROKER_TRANSPORT_OPTIONS

CELERY_BROKER_URL = environment.required("REDIS_URL", "the queue of this test")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    **CELERY_BROKER_TRANSPORT_OPTIONS,
    "socket_timeout": float(environment.optional("BROKER_SOCKET_TIMEOUT", "5")),
}
CELERY_IMPORTS = ("tests.resilience.slow_work",)
CELERY_BEAT_SCHEDULE = {"outbox-sweep": {"task": "foundation.sweep_outbox", "schedule": 1.0, "options": {"expires": 5}}}
OUTBOX_NUDGE = True
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = environment.whole_number("SMTP_PORT", 0)
EMAIL_TIMEOUT = 5
