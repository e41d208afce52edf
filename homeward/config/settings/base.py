"""Settings that every installation shares. The doors and their walls are the same everywhere."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF

PACKAGE = Path(__file__).resolve().parents[2]

DEBUG = False
IS_DEMO = False
CLOCK_MAY_SHIFT = False
ROOT_URLCONF = "homeward.config.urls"
WSGI_APPLICATION = "homeward.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "homeward.audit",
    "homeward.core",
    "homeward.accounts",
    "homeward.program",
    "homeward.staff",
    "homeward.people",
    "homeward.consents",
    "homeward.documents",
    "homeward.notices",
    "homeward.publishing",
    "homeward.tasks",
    "homeward.instruments",
    "homeward.coverage",
    "homeward.directory",
    "homeward.assessments",
    "homeward.placement",
    "homeward.packets",
    "homeward.admissions",
    "homeward.plans",
    "homeward.timetable",
    "homeward.attendance",
    "homeward.paging",
    "homeward.drugtests",
    "homeward.curriculum",
    "homeward.medications",
    "homeward.safety",
    "homeward.conduct",
    "homeward.incidents",
    "homeward.linkage",
    "homeward.retention",
    "homeward.dayplans",
    "homeward.doorways",
    "homeward.families",
    "homeward.conversations",
    "homeward.incentives",
    "homeward.aftercare",
    "homeward.notes",
    "homeward.progress",
    "homeward.downtime",
    "homeward.released",
    "homeward.website",
    "homeward.desk",
    "homeward.portal",
    "homeward.kiosk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "homeward.core.readable.NoZeroBytesMiddleware",
    "homeward.accounts.keeping.KeptSessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "homeward.accounts.languages.OwnLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "homeward.core.middleware.ActorMiddleware",
    "homeward.kiosk.device.KioskMiddleware",
    "homeward.core.middleware.PrivateCacheMiddleware",
    "homeward.portal.pocket.PocketMiddleware",
    "homeward.accounts.middleware.SessionLimitMiddleware",
    "homeward.doorways.middleware.DoorMiddleware",
    "homeward.desk.packets.hand_over.HandOverMiddleware",
    "homeward.core.middleware.PolicyMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "homeward.core.shell.context",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/account/sign-in/"
LOGIN_REDIRECT_URL = "/home/"

ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "homeward.accounts.adapter.AccountAdapter"
MFA_ADAPTER = "homeward.accounts.adapter.MFAAdapter"
USERSESSIONS_ADAPTER = "homeward.accounts.adapter.SessionsAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
# A touch alone says that somebody is there; finger, face or PIN say who, also before signing.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Homeward"
USERSESSIONS_TRACK_ACTIVITY = False

STAFF_IDLE_SECONDS = 30 * 60
PORTAL_IDLE_SECONDS = 10 * 60
SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_COOKIE_HTTPONLY = True
# What makes a phone the device of its owner; it stays when its owner signs out.
DEVICE_COOKIE_NAME = "homeward_device"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "homeward.core.error_pages.csrf_failure"

USE_I18N = True
USE_TZ = True
# Where each morning's locked pack is written besides: a share or a stick beyond this machine.
DOWNTIME_FOLDER = os.environ.get("HOMEWARD_DOWNTIME_FOLDER", "")
TIME_ZONE = os.environ.get("HOMEWARD_TIME_ZONE", "America/Chicago")
LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = "homeward.core.formats"  # 24 hours and day before month, in English too

STATIC_URL = "/static/"
WHITENOISE_MAX_AGE = 31_536_000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        # Beyond this many the oldest by name are forgotten, those of held-back sign-ins among them.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"secrets": {"()": "homeward.core.secret_paths.PathsWithoutSecrets"}},
    "handlers": {
        "err": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["secrets"],
        }
    },
    "root": {"handlers": ["err"], "level": "WARNING"},
}
