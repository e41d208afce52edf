"""Encrypted columns: AES-256-GCM with a key kept outside the database.

The stored text is `v1.<key id>.<base64 of nonce and ciphertext>`; the model and field are bound
as associated data, so that a value moved to another column does not open. Encrypted columns
cannot be searched; keep `digest_of` beside them where an exact look-up is needed.
"""

import base64
import hashlib
import hmac
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models


class CannotDecrypt(RuntimeError):
    """The key is missing or the stored value was altered."""


def encrypt(text: str, bound_to: str) -> str:
    """Seal a text under the newest key."""
    key_id = settings.FIELD_KEY_ID
    nonce = os.urandom(12)
    sealed = AESGCM(settings.FIELD_KEYS[key_id]).encrypt(nonce, text.encode(), bound_to.encode())
    return f"v1.{key_id}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"


def decrypt(stored: str, bound_to: str) -> str:
    """Open a sealed text; raises CannotDecrypt."""
    try:
        _, key_id, body = stored.split(".", 2)
        raw = base64.urlsafe_b64decode(body)
        opened = AESGCM(settings.FIELD_KEYS[key_id]).decrypt(raw[:12], raw[12:], bound_to.encode())
    except (ValueError, KeyError, InvalidTag) as fault:
        raise CannotDecrypt(bound_to) from fault
    return opened.decode()


def digest_of(text: str) -> str:
    """A keyed digest for exact look-up beside an encrypted column."""
    key = settings.FIELD_KEYS[settings.FIELD_KEY_ID]
    return hmac.new(key, b"digest|" + text.encode(), hashlib.sha256).hexdigest()


class EncryptedTextField(models.TextField):
    """A text that is sealed on its way to the database and opened on its way back."""

    @property
    def _bound_to(self) -> str:
        return f"{self.model._meta.app_label}.{self.model._meta.model_name}.{self.name}"

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return text if text in (None, "") else encrypt(text, self._bound_to)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return value if value in (None, "") else decrypt(value, self._bound_to)


def seal_bytes(content: bytes, bound_to: str) -> bytes:
    """Seal whole files under the newest key: `v1.<key id>.` and then nonce and ciphertext."""
    key_id = settings.FIELD_KEY_ID
    nonce = os.urandom(12)
    sealed = AESGCM(settings.FIELD_KEYS[key_id]).encrypt(nonce, content, bound_to.encode())
    return f"v1.{key_id}.".encode() + nonce + sealed


def open_bytes(stored: bytes, bound_to: str) -> bytes:
    """Open a sealed file; raises CannotDecrypt."""
    try:
        _, key_id, raw = bytes(stored).split(b".", 2)
        key = settings.FIELD_KEYS[key_id.decode()]
        return AESGCM(key).decrypt(raw[:12], raw[12:], bound_to.encode())
    except (ValueError, KeyError, InvalidTag) as fault:
        raise CannotDecrypt(bound_to) from fault
