"""Settings of one installation. All that differs between installations comes from the environment (.env.example)."""

import importlib.util
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from samsyn.config import environment

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
BUILD_DIR = Path(environment.text("SAMSYN_BUILD_DIR", str(PROJECT_DIR / "build")))
DATA_DIR = Path(environment.text("SAMSYN_DATA_DIR", str(PROJECT_DIR / "var")))

# --- Mode -------------------------------------------------------------------------------------------------
DEMO = environment.flag("SAMSYN_DEMO")
DEBUG = environment.flag("SAMSYN_DEBUG")
SECRET_KEY = environment.text("SAMSYN_SECRET_KEY")
if not SECRET_KEY:
    if not DEMO:
        raise ImproperlyConfigured(
            "SAMSYN_SECRET_KEY is missing. Set it to a long random text that only this installation knows "
            "(python -c 'import secrets; print(secrets.token_urlsafe(50))'), "
            "or set SAMSYN_DEMO=1 to try Samsyn with the demo county on this computer only."
        )
    SECRET_KEY = "demo-mode-only-listens-on-this-computer"  # noqa: S105  # demo mode binds to 127.0.0.1

BIND_HOST = environment.text("SAMSYN_BIND_HOST", "127.0.0.1" if DEMO else "0.0.0.0")  # noqa: S104
PORT = environment.number("PORT", 8000)
WEB_WORKERS = environment.number("SAMSYN_WEB_WORKERS", 2)
# HostMiddleware asks: these names, and those that collaborations got in the form that adds them.
ALLOWED_HOSTS = ["*"]
KNOWN_HOSTS = environment.words(
    "SAMSYN_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],.localhost,testserver" if DEMO else ""
)
HTTPS = environment.flag("SAMSYN_HTTPS", default=not DEMO)

# Which program made a published figure: stored with it.
CODE_VERSION = environment.text("SAMSYN_CODE_VERSION") or environment.code_version(PROJECT_DIR)

# --- Parts ------------------------------------------------------------------------------------------------
# Our packages, highest first, so that a template of a higher package wins. Those not built yet are left out.
PACKAGES = [
    name
    for name in [
        "demo",
        "web",
        "planning",
        "equality",
        "indicators",
        "calibration",
        "learning",
        "campaigns",
        "network",
        "checklists",
        "guidance",
        "organisations",
        "core",
    ]
    if importlib.util.find_spec(f"samsyn.{name}")
]
INSTALLED_APPS = [
    *(f"samsyn.{name}" for name in PACKAGES),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_vite",
    "django_htmx",
    "template_partials",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "samsyn.organisations.middleware.HostMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Above the compression: what it keeps is ready to be sent.
    "samsyn.web.ready_pages.ReadyPagesMiddleware",
    "compression_middleware.middleware.CompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samsyn.core.language.middleware.LanguageMiddleware",
    "samsyn.core.files.middleware.NoRoomMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samsyn.organisations.middleware.CollaborationMiddleware",
    "samsyn.organisations.middleware.SignInMiddleware",
    "samsyn.web.redirects.MovedPagesMiddleware",
    "samsyn.web.visits.VisitsMiddleware",
]
ROOT_URLCONF = "samsyn.config.urls"
WSGI_APPLICATION = "samsyn.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "samsyn.core.components.context.shell",
            ],
            "string_if_invalid": "",
        },
    }
]
FORM_RENDERER = "samsyn.core.components.inputs.FormRenderer"

# --- Data -------------------------------------------------------------------------------------------------
DATABASES = {"default": environment.database(environment.text("SAMSYN_DATABASE_URL"), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIGRATION_MODULES: dict[str, str] = {}
MEDIA_ROOT = DATA_DIR / "files"
MEDIA_URL = "/filer/"
STORAGES = {
    "default": environment.file_storage(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# --- Front end --------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BUILD_DIR / "collected"
STATICFILES_DIRS = [BUILD_DIR / "static"] if (BUILD_DIR / "static").exists() else []
DJANGO_VITE = {
    "default": {
        "dev_mode": False,
        "manifest_path": str(BUILD_DIR / "static" / ".vite" / "manifest.json"),
    }
}
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+[.-][0-9a-zA-Z_-]{8,12}\..+$"
# Where build steps leave what pages and PDFs need and what is never committed.
FONTS_DIR = BUILD_DIR / "fonts"
LEXICON_DIR = BUILD_DIR / "lexicon"

# --- Language and time --------------------------------------------------------------------------------------
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

# --- Accounts -----------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["samsyn.organisations.sign_in.SignInBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/min-sida/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "samsyn.organisations.sign_in.InvitedOnlyAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proved by the invitation that was mailed to it
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SESSION_ENGINE = "samsyn.core.accounts.sessions"
SESSION_COOKIE_NAME = "samsyn"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = environment.words("SAMSYN_CSRF_TRUSTED_ORIGINS")

# --- Security -------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/redaktion/",),
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "SAMEORIGIN"

# --- Mail ---------------------------------------------------------------------------------------------------
EMAIL_HOST = environment.text("SAMSYN_SMTP_HOST")
EMAIL_PORT = environment.number("SAMSYN_SMTP_PORT", 25)
EMAIL_HOST_USER = environment.text("SAMSYN_SMTP_USER")
EMAIL_HOST_PASSWORD = environment.text("SAMSYN_SMTP_PASSWORD")
EMAIL_USE_TLS = environment.flag("SAMSYN_SMTP_STARTTLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("SAMSYN_MAIL_FROM", "samsyn@exempel.se")
# Without an SMTP server mail is kept in the data folder, so that a trial needs none.
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)

# --- Wagtail --------------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Samsyn"
# Milliseconds without a letter before a draft is saved by itself.
WAGTAIL_AUTOSAVE_INTERVAL = 3000
WAGTAILADMIN_BASE_URL = environment.text("SAMSYN_BASE_URL", f"http://localhost:{PORT}")
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_LOGIN_URL = "/konto/login/"
WAGTAIL_ENABLE_PASSWORD_RESET = False
WAGTAIL_USER_EDIT_FORM = "wagtail.users.forms.UserEditForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "key", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Seconds between the moments at which a process writes the visits that it has counted.
VISITS_WRITTEN_EVERY = 60

# --- House rules of numbers -------------------------------------------------------------------------------------
SMALL_CELL_K = environment.number("SAMSYN_SMALL_CELL_K", 5)

# --- Logging ----------------------------------------------------------------------------------------------------
LOG_LEVEL = environment.text("SAMSYN_LOG_LEVEL", "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
