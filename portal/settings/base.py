"""What every installation shares."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from portal.settings import environment

BASE_DIR = Path(__file__).resolve().parents[2]

APPS_OF_THE_HOUSE = [
    *("foundation", "accounts", "work", "children", "board", "referrals"),
    *("protection", "panels", "reviews", "audits", "training", "reporting"),
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "guardian",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rest_framework",
    "drf_spectacular",
    *APPS_OF_THE_HOUSE,
    "portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "foundation.middleware.PrivateByDefault",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "foundation.middleware.NothingUnreadable",
    "foundation.middleware.RefusalsBecomePages",
    "accounts.middleware.SessionLimits",
    "accounts.middleware.SecondFactorRequired",
    "accounts.middleware.AccessTable",
]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "foundation.design.context.partnership",
                "accounts.context.navigation",
            ],
        },
    }
]
FORM_RENDERER = "foundation.design.forms.PortalRenderer"

# The partnership whose portal this is.
PARTNERSHIP = {
    "name": environment.optional("PARTNERSHIP_NAME", "Northmere Safeguarding Children Partnership"),
    "short_name": environment.optional("PARTNERSHIP_SHORT_NAME", "Northmere SCP"),
    "area": environment.optional("PARTNERSHIP_AREA", "Northmere"),
    "palette": environment.optional("PARTNERSHIP_PALETTE", "tide"),
    "mash_telephone": environment.optional("PARTNERSHIP_MASH_TELEPHONE", "01632 960 123"),
    "out_of_hours_telephone": environment.optional("PARTNERSHIP_OUT_OF_HOURS_TELEPHONE", "01632 960 999"),
    "contact_email": environment.optional("PARTNERSHIP_CONTACT_EMAIL", "partnership@northmere.example"),
    "reference_prefix": environment.optional("PARTNERSHIP_REFERENCE_PREFIX", "NM"),
}
PORTAL_BASE_URL = environment.optional("PORTAL_BASE_URL", "http://127.0.0.1:8000")

# On which day something counts that comes when the front door is closed: on_the_day or next_working_day.
DEADLINES_AFTER_HOURS = environment.one_of("DEADLINES_AFTER_HOURS", ("on_the_day", "next_working_day"))

# Referrals: how many days an unsent one is kept, and whether NHS numbers of the range for tests (999…) are taken.
DRAFT_KEPT_DAYS = environment.whole_number("DRAFT_KEPT_DAYS", 7)
# With these outcomes of a contact CP-IS, by which the NHS knows of protected children, is to be told before the sign-off.
CPIS_NOTICE_OUTCOMES = [code.strip() for code in environment.optional("CPIS_NOTICE_OUTCOMES", "S47").split(",") if code.strip()]
# So long after their last look at a contact somebody of the MASH is said to have it open.
PRESENCE_ASKED_SECONDS = environment.whole_number("PRESENCE_ASKED_SECONDS", 60)
PRESENCE_MINUTES = environment.whole_number("PRESENCE_MINUTES", 15)
REFERRER_CHASES_AFTER_WORKING_DAYS = environment.whole_number("REFERRER_CHASES_AFTER_WORKING_DAYS", 3)
"""Working days after which whoever referred and has heard nothing is prompted to ask."""
DRAFT_REMINDED_DAYS = environment.whole_number("DRAFT_REMINDED_DAYS", 2)
"""So many days before an unsent referral is deleted its writer is told."""
# Child protection: the months between the bands in which figures say how long children have been on a plan, and after how many
# months on one the scrutiny panel looks at it.
PLAN_DURATION_BANDS = environment.rising_numbers("PLAN_DURATION_BANDS", (3, 6, 12, 24))
PANEL_THRESHOLDS = environment.rising_numbers("PANEL_THRESHOLDS", (12, 18, 24))
# From which age children are asked to come to their conference, and how many working days before one people of agencies must
# be invited to be counted as expected.
CONFERENCE_CHILD_FROM_AGE = environment.whole_number("CONFERENCE_CHILD_FROM_AGE", 10)
INVITED_WORKING_DAYS = environment.whole_number("INVITED_WORKING_DAYS", 3)
MEETING_REMINDER_WORKING_DAYS = environment.whole_number("MEETING_REMINDER_WORKING_DAYS", 3)
"""So many working days before a meeting of the partnership those who sit in the group are reminded of it; 0 for never."""
FEEDBACK_WAITS_DAYS = environment.whole_number("FEEDBACK_WAITS_DAYS", 56)
"""After so many days feedback of children and families about which nothing was done is listed as waiting."""
REVIEWS_COUNTED_DAYS = environment.two_numbers("REVIEWS_COUNTED_DAYS", (91, 183))
"""Within how many days the national statistics count a first review, and a later one, as held on time."""
CHRONOLOGY_GAP_DAYS = environment.whole_number("CHRONOLOGY_GAP_DAYS", 90)
"""So many days without a contact of any agency count as a gap in the chronology of a case."""
# Whether the extract of children on a plan for the health alert service may be made, and whether restricted families are in it.
PLAN_ALERTS = environment.one_of("PLAN_ALERTS", ("off", "on")) == "on"
PLAN_ALERTS_RESTRICTED = environment.one_of("PLAN_ALERTS_RESTRICTED", ("no", "yes")) == "yes"
TEST_NHS_NUMBERS = environment.one_of("TEST_NHS_NUMBERS", ("no", "yes")) == "yes"

# Accounts: email and password, second factor for every role that sees case data.
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
VISITOR_HOME = "referrals:my_referrals"
"""Where somebody without an account is led once they have proved an address at work."""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "accounts.adapter.PortalAccountAdapter"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/300s/key",
    "reset_password": "10/m/ip,3/m/key",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # whoever accepts an invitation has read the mail with its link
MFA_TOTP_ISSUER = PARTNERSHIP["short_name"]
MFA_ADAPTER = "accounts.adapter.PortalMFAAdapter"
MFA_FORMS = {
    "authenticate": "accounts.forms.sign_in.CodeForm",
    "reauthenticate": "accounts.forms.sign_in.CodeAgainForm",
    "activate_totp": "accounts.forms.sign_in.SetUpAppForm",
    "add_webauthn": "accounts.forms.sign_in.AddPasskeyForm",
}
ACCOUNT_FORMS = {
    "login": "accounts.forms.sign_in.SignInForm",
    "reauthenticate": "accounts.forms.sign_in.PasswordAgainForm",
    "change_password": "accounts.forms.sign_in.ChangePasswordForm",
    "reset_password": "accounts.forms.sign_in.AskForPasswordForm",
    "reset_password_from_key": "accounts.forms.sign_in.NewPasswordForm",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
PASSWORD_RESET_TIMEOUT = 3600
SESSION_IDLE_SECONDS = environment.whole_number("SESSION_IDLE_SECONDS", 30 * 60)
SESSION_ABSOLUTE_SECONDS = environment.whole_number("SESSION_ABSOLUTE_SECONDS", 12 * 3600)
BREAK_GLASS_HOURS = environment.whole_number("BREAK_GLASS_HOURS", 4)
ACCESS_LOG_STRICT = False  # tests: a personal page without a row in the access log is an error
INVITATION_DAYS = environment.whole_number("INVITATION_DAYS", 7)

# Grants on single records. Only accounts.access speaks to guardian.
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False
GUARDIAN_MONKEY_PATCH_GROUP = False
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]  # its backend knows no end dates: accounts.access answers instead

# Sessions, cookies and headers.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie would carry names to the device
CSRF_USE_SESSIONS = False
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}

# Time and language.
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]

# Documents: streamed to storage, scanned before anyone can open them.
DOCUMENT_MAX_BYTES = 25 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "foundation.documents.uploads.LimitedFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
CLAMD_ADDRESS = environment.optional("CLAMD_SOCKET") or environment.optional("CLAMD_ADDRESS")

# Mail.
DEFAULT_FROM_EMAIL = environment.optional("DEFAULT_FROM_EMAIL", "portal@northmere.example")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Statements that a connection keeps ready: from the how-manieth time on (None: never); is one that cannot be kept an error?
KEPT_READY_AT = 2
KEPT_READY_OR_FAIL = False

# Celery: a task is acknowledged when it is done, and the outbox publishes again what was lost.
CELERY_BROKER_URL = environment.optional("REDIS_URL", "redis://127.0.0.1:6379/0")
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 570
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES = ["foundation.celery_tasks.route"]
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_timeout": float(environment.optional("BROKER_SOCKET_TIMEOUT", "5")),
    "socket_connect_timeout": 1.0,
    "max_retries": 1,
    "interval_start": 0,
}
CELERY_BEAT_SCHEDULE_FILENAME = environment.optional("BEAT_FILE", str(BASE_DIR / ".data" / "beat-schedule"))
CELERY_BEAT_SCHEDULE = {
    "outbox-sweep": {"task": "foundation.sweep_outbox", "schedule": 5.0, "options": {"expires": 5}},
    "scan-waiting-documents": {
        "task": "foundation.scan_waiting_documents",
        "schedule": 30.0,
        "options": {"expires": 30},
    },
    "remove-orphaned-files": {"task": "foundation.remove_orphaned_files", "schedule": 24 * 3600.0},
    "access-log-seal": {"task": "accounts.seal_access_log", "schedule": 60.0, "options": {"expires": 60}},
    "access-log-partitions": {"task": "accounts.prepare_access_log_partitions", "schedule": 6 * 3600.0},
    "ended-sessions": {"task": "accounts.remove_ended_sessions", "schedule": 3600.0},
    "old-codes": {"task": "accounts.remove_old_codes", "schedule": 24 * 3600.0},
    "confirm-people": {"task": "work.ask_for_confirmations", "schedule": 6 * 3600.0},
    "remind": {"task": "work.send_reminders", "schedule": 3600.0},
    "remind-of-drafts": {"task": "referrals.remind_of_drafts", "schedule": 3600.0},
    "tell-leads-of-quality": {"task": "referrals.tell_leads_of_quality", "schedule": 6 * 3600.0},
    "purge-copies": {"task": "referrals.purge_copies", "schedule": 3600.0},
    "chase-owners": {"task": "board.chase_owners", "schedule": 6 * 3600.0},
    "purge-exceptions-copies": {"task": "board.purge_copies", "schedule": 3600.0},
    "purge-death-packs": {"task": "reviews.purge_death_packs", "schedule": 3600.0},
    "purge-conference-copies": {"task": "protection.purge_copies", "schedule": 3600.0},
    "purge-chronology-copies": {"task": "reviews.purge_copies", "schedule": 3600.0},
    "remind-of-meetings": {"task": "board.remind_of_meetings", "schedule": 3600.0},
    "clear-plan-imports": {"task": "board.clear_plan_imports", "schedule": 6 * 3600.0},
    "purge-meeting-packs": {"task": "board.purge_packs", "schedule": 3600.0},
    "keep-figures": {"task": "reporting.keep_closed_months", "schedule": 600.0, "options": {"expires": 600}},
    "watch-publication": {"task": "reporting.watch_publication", "schedule": 3600.0, "options": {"expires": 3600}},
    "count-indicators": {"task": "reporting.count_indicators", "schedule": 900.0, "options": {"expires": 900}},
    "list-for-panel": {"task": "protection.list_for_panel", "schedule": 6 * 3600.0},
    "purge-drafts": {"task": "referrals.purge_lapsed_drafts", "schedule": 6 * 3600.0},
}

# The interface for other systems. Its views name their own gate (accounts.api); one that names none is closed.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "foundation.problem_details.answer_with_problem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Safeguarding portal: interface for other systems",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "DESCRIPTION": (
        "Referrals and notifications from the systems of agencies, by the rules of the form and in its sentences; "
        "and the figures of the scorecard and of published reports, as the pages show them."
    ),
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENABLE_LIST_MECHANICS_ON_NON_2XX": False,
    "POSTPROCESSING_HOOKS": ["referrals.api.description.nothing_else_is_taken"],
    "SERVERS": [],
    "TAGS": [],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_personal_data": {"()": "foundation.logs.NoPersonalData"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_personal_data"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": []},  # Django's own would mail a report of each error, with all that was typed
        "django.request": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
    },
}
