"""The secrets of an installation: made on the first run, kept beside the database, never in it.

Everything lies in one file, `keys/keyring.json`, so that it is written whole or not at all.
Settings read it through the functions below; only the launcher writes it.
"""

import base64
import hmac
import json
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any

from homeward.config.launch.home import Home, current_home, is_private, write_private
from homeward.config.launch.refusals import LaunchRefused

KEY_BYTES = 32


def secret_key() -> str:
    """Django's signing secret."""
    return str(_ring()["secret_key"])


def field_keys() -> dict[str, bytes]:
    """Keys of encrypted columns by key id; old ones stay so that old values can be read."""
    return {name: _raw(value) for name, value in _ring()["field_keys"].items()}


def field_key_id() -> str:
    """The key id that new values are encrypted with."""
    return str(_ring()["field_key_id"])


def lookup_key() -> bytes:
    """The key of digests that stand beside encrypted columns for exact lookup."""
    return _raw(_ring()["lookup_key"])


def wall_key(home: Home | None = None) -> bytes:
    """The key of the tokens that open one person's rows to their own pages.

    Made of another by a one-way step: the database's owner keeps it in the database as well, and
    nothing else may be learnt from it there.
    """
    ring = _read(keyring_file(home or current_home()))
    return hmac.digest(_raw(ring["lookup_key"]), b"homeward wall 1", "sha256")


def audit_key() -> bytes:
    """The key of the audit's message authentication codes."""
    return _raw(_ring()["audit_key"])


def audit_signing_key() -> bytes:
    """The private Ed25519 seed that signs audit heads."""
    return _raw(_ring()["audit_signing_key"])


def keyring_file(home: Home) -> Path:
    """Where the key ring lies."""
    return home.keys / "keyring.json"


def exist(home: Home) -> bool:
    """Whether this installation has its keys."""
    return keyring_file(home).exists()


def create(home: Home) -> None:
    """Make a new key ring. Refused where one exists: it would orphan everything encrypted."""
    if exist(home):
        raise LaunchRefused(f"{keyring_file(home)} exists already and is never overwritten.")
    first = "k" + secrets.token_hex(3)
    ring = {
        "secret_key": secrets.token_urlsafe(50),
        "field_key_id": first,
        "field_keys": {first: _new()},
        "lookup_key": _new(),
        "audit_key": _new(),
        "audit_signing_key": _new(),
    }
    write_private(keyring_file(home), json.dumps(ring, indent=1) + "\n")
    _read.cache_clear()


def problems(home: Home) -> list[str]:
    """What is wrong with the keys, in words; empty when all is well."""
    file = keyring_file(home)
    if not file.exists():
        return [f"{file} is missing"]
    found = [] if is_private(file) else [f"{file} can be read by other users (chmod 600 it)"]
    try:
        ring = json.loads(file.read_text())
        short = [
            name
            for name in ("lookup_key", "audit_key", "audit_signing_key")
            if len(_raw(ring[name])) != KEY_BYTES
        ]
        short += [k for k, v in ring["field_keys"].items() if len(_raw(v)) != KEY_BYTES]
        if ring["field_key_id"] not in ring["field_keys"]:
            short.append(ring["field_key_id"])
        return found + [f"the key {name} in {file} is damaged" for name in short]
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        return [*found, f"{file} is damaged ({problem})"]


def _ring() -> dict[str, Any]:
    return _read(keyring_file(current_home()))


@lru_cache(maxsize=2)
def _read(file: Path) -> dict[str, Any]:
    try:
        ring: dict[str, Any] = json.loads(file.read_text())
    except FileNotFoundError:
        raise LaunchRefused(
            f"There are no keys in {file.parent}. `homeward demo` or `homeward serve` makes them "
            "on the first run; if this installation had some, restore them from a backup."
        ) from None
    except (OSError, ValueError) as problem:
        raise LaunchRefused(f"{file} cannot be read ({problem}).") from problem
    return ring


def _new() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
