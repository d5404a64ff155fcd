"""The demonstration on one machine, over plain http on loopback."""

from portal.settings import environment
from portal.settings.base import *  # noqa: F403  # settings are one namespace
from portal.settings.base import BASE_DIR, MIDDLEWARE

DEBUG = False
SECRET_KEY = environment.required("SECRET_KEY", "a long random text that signs sessions; the launcher makes one")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {
    "default": environment.database(
        environment.required("DATABASE_URL", "the PostgreSQL database of the portal, in the application's role"),
        ATOMIC_REQUESTS=True,
        CONN_MAX_AGE=environment.whole_number("CONN_MAX_AGE", 0),
    )
}
DOCUMENT_ROOT = environment.optional("DOCUMENT_ROOT", str(BASE_DIR / ".data" / "documents"))
MIDDLEWARE = [MIDDLEWARE[0], "whitenoise.middleware.WhiteNoiseMiddleware", *MIDDLEWARE[1:]]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
SHOW_DEMO_NOTICE = True
globals().update(environment.mail_server(environment.optional("EMAIL_URL", "smtp://127.0.0.1:2525")))
