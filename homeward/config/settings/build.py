"""Enough settings to collect static files or make migrations: no keys, no database."""

from homeward.config.settings.base import *
from homeward.config.settings.base import INSTALLED_APPS as _apps

INSTALLED_APPS = [*_apps, "homeward.demo"]
SECRET_KEY = "not-a-secret-only-for-building"
FIELD_KEYS = {"build": bytes(32)}
FIELD_KEY_ID = "build"
LOOKUP_KEY = bytes(32)
WALL_KEY = bytes(32)
AUDIT_KEY = bytes(32)
AUDIT_SIGNING_KEY = bytes(32)
AUDIT_WITNESS_FILE = "heads.jsonl"
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "none"}}
STATIC_ROOT = None
