"""What an installation with its own folder adds: keys, database roles, files."""

import os
from typing import Any

from homeward.config.launch import database, keys
from homeward.config.launch.home import current_home
from homeward.config.settings.base import *

_home = current_home()
SECRET_KEY = keys.secret_key()
FIELD_KEYS = keys.field_keys()
FIELD_KEY_ID = keys.field_key_id()
LOOKUP_KEY = keys.lookup_key()
AUDIT_KEY = keys.audit_key()
AUDIT_SIGNING_KEY = keys.audit_signing_key()
AUDIT_WITNESS_FILE = _home.path / "audit" / "heads.jsonl"

_role = os.environ.get("HOMEWARD_DATABASE_ROLE", "app")
_found: dict[str, Any] = database.connections()[_role]
_pooled = _role == "app" and os.environ.get("HOMEWARD_POOL", "") == "1"
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _found["name"],
        "USER": _found["user"],
        "PASSWORD": _found["password"],
        "HOST": _found["host"],
        "PORT": _found["port"],
        "CONN_MAX_AGE": 0 if _pooled else 600,
        "OPTIONS": {**_found.get("options", {})},
    }
}
if _pooled:
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 2, "max_size": 12, "timeout": 10}
STATIC_ROOT = _home.path / "static"
MEDIA_ROOT = _home.files
