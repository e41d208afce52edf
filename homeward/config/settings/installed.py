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
WALL_KEY = keys.wall_key()
AUDIT_KEY = keys.audit_key()
AUDIT_SIGNING_KEY = keys.audit_signing_key()
AUDIT_WITNESS_FILE = _home.path / "audit" / "heads.jsonl"

_role = os.environ.get("HOMEWARD_DATABASE_ROLE", "app")
_found = database.connections()
_pooled = _role == "app" and os.environ.get("HOMEWARD_POOL", "") == "1"


def _connected(found: dict[str, Any], least: int, most: int) -> dict[str, Any]:
    """How Django reaches the database over one login; pages borrow from a pool."""
    options = {**found.get("options", {})}
    if _pooled:
        options["pool"] = {"min_size": least, "max_size": most, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found["name"],
        "USER": found["user"],
        "PASSWORD": found["password"],
        "HOST": found["host"],
        "PORT": found["port"],
        "CONN_MAX_AGE": 0 if _pooled else 600,
        "OPTIONS": options,
    }


DATABASES: dict[str, dict[str, Any]] = {
    "default": _connected(_found[_role], 2, 12),
    # What clients' pages read, and what is released to family and agencies (core/wall.py).
    "portal": _connected(_found["portal"], 1, 5),
    "reader": _connected(_found["reader"], 0, 5),
}
STATIC_ROOT = _home.path / "static"
MEDIA_ROOT = _home.files
