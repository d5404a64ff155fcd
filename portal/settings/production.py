"""Production: everything that differs between installations comes from the environment."""

from django.core.exceptions import ImproperlyConfigured

from portal.settings import environment
from portal.settings.base import *  # noqa: F403  # settings are one namespace
from portal.settings.base import BASE_DIR, MIDDLEWARE, TEST_NHS_NUMBERS

# The demonstration's partnership is invented; whoever refers a real child must be shown real telephone numbers.
for name, meaning in (
    ("PARTNERSHIP_NAME", "the full name of the partnership"),
    ("PARTNERSHIP_SHORT_NAME", "the name of the partnership as people say it"),
    ("PARTNERSHIP_AREA", "the area for which the partnership answers"),
    ("PARTNERSHIP_MASH_TELEPHONE", "the telephone number of the front door"),
    ("PARTNERSHIP_OUT_OF_HOURS_TELEPHONE", "the telephone number of the emergency duty team"),
    ("PARTNERSHIP_CONTACT_EMAIL", "the address to which people may write about the portal"),
    ("DEFAULT_FROM_EMAIL", "the address from which emails come"),
):
    environment.required(name, meaning)

if TEST_NHS_NUMBERS:
    raise ImproperlyConfigured(
        "TEST_NHS_NUMBERS must not be yes: a number of the range for tests is nobody’s, and no child has one."
    )
DEBUG = False
SECRET_KEY = environment.required("SECRET_KEY", "a long random text that signs sessions and links")
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", "the host names under which the portal is reached, with commas between")
if any(host.startswith("*") for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts: with * anybody could have pages and links made for their own.")
PORTAL_BASE_URL = environment.required(
    "PORTAL_BASE_URL", "the address that emails point to, such as https://portal.example.gov.uk"
)
CSRF_TRUSTED_ORIGINS = [PORTAL_BASE_URL]
DATABASES = {
    "default": environment.database(
        environment.required("DATABASE_URL", "the PostgreSQL database of the portal, in the application's role"),
        ATOMIC_REQUESTS=True,
        CONN_MAX_AGE=environment.whole_number("CONN_MAX_AGE", 0),
        CONN_HEALTH_CHECKS=True,
    )
}
CELERY_BROKER_URL = environment.required("REDIS_URL", "the Redis that carries background work")
CLAMD_ADDRESS = environment.optional("CLAMD_SOCKET") or environment.required("CLAMD_ADDRESS", "host:port of the virus scanner")
DOCUMENT_ROOT = environment.required("DOCUMENT_ROOT", "the folder that keeps uploaded documents")
MIDDLEWARE = [MIDDLEWARE[0], "whitenoise.middleware.WhiteNoiseMiddleware", *MIDDLEWARE[1:]]
STATIC_ROOT = BASE_DIR / "staticfiles"  # filled when the image is built; the demonstration serves the files where they are
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("TRUSTED_PROXIES", 1)  # limits count the address before them
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
globals().update(environment.mail_server(environment.required("EMAIL_URL", "the mail server, such as smtp://relay:25")))
