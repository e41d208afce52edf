"""Tests: the app role of a throw-away cluster, fast hashing, plain static files."""

import os
import tempfile
from pathlib import Path
from typing import Any

from homeward.config.launch import database
from homeward.config.settings.base import *
from homeward.config.settings.base import INSTALLED_APPS as _apps

INSTALLED_APPS = [*_apps, "homeward.demo"]
IS_DEMO = True
CLOCK_MAY_SHIFT = True
SECRET_KEY = "only-for-tests"
FIELD_KEYS = {"test": bytes(range(32))}
FIELD_KEY_ID = "test"
LOOKUP_KEY = bytes(range(96, 128))
WALL_KEY = bytes(range(128, 160))
AUDIT_KEY = bytes(range(32, 64))
AUDIT_SIGNING_KEY = bytes(range(64, 96))
AUDIT_WITNESS_FILE = Path(tempfile.gettempdir()) / f"homeward-heads-{os.getpid()}.jsonl"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.gettempdir()) / f"homeward-files-{os.getpid()}"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True


def _connected(role: str) -> dict[str, Any]:
    url = os.environ.get(f"HOMEWARD_TEST_{role.upper()}_URL", f"postgresql://{role}@none/none")
    found = database.parse_url(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found["name"],
        "USER": found["user"],
        "PASSWORD": found["password"],
        "HOST": found["host"],
        "PORT": found["port"],
    }


DATABASES = {
    "default": _connected("app"),
    "portal": _connected("portal"),
    "reader": _connected("reader"),
}
