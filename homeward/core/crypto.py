"""Encrypted columns: AES-256-GCM with a key kept outside the database.

The stored text is `v1.<key id>.<base64 of nonce and ciphertext>`. What it belongs to is bound as
associated data: for a column the model, the field and the row (`v2.`), so that a value moved to
another column or another row does not open. Encrypted columns cannot be searched; keep `digest_of`
beside them where an exact look-up is needed.
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
from django.db.models.query_utils import DeferredAttribute


class CannotDecrypt(RuntimeError):
    """The key is missing or the stored value was altered."""


def encrypt(text: str, bound_to: str, form: str = "v1") -> str:
    """Seal a text under the newest key; `form` says what it is bound to."""
    key_id = settings.FIELD_KEY_ID
    nonce = os.urandom(12)
    sealed = AESGCM(settings.FIELD_KEYS[key_id]).encrypt(nonce, text.encode(), bound_to.encode())
    return f"{form}.{key_id}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"


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
    """A keyed digest for exact look-up beside an encrypted column.

    Its key is its own and stays when the field keys are changed: a digest that was stored must be
    found again.
    """
    return hmac.new(settings.LOOKUP_KEY, text.encode(), hashlib.sha256).hexdigest()


BY_ROW = "v2"


class Sealed:
    """A text as it lies in the database; it opens on its row alone (`row.note`)."""

    __slots__ = ("stored",)

    def __init__(self, stored: str) -> None:
        self.stored = stored

    def __str__(self) -> str:
        raise CannotDecrypt("a sealed column is read on its row, not by values()")


class OfRow(str):
    """An opened text that knows its row, which is where it will be sealed again."""

    row: str

    def __new__(cls, text: str, row: str = "") -> "OfRow":
        made = super().__new__(cls, text)
        made.row = row
        return made


class _Opened(DeferredAttribute):
    """Opens a sealed text when it is first looked at."""

    field: Any

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or value in (None, ""):
            return value
        row = str(instance.pk)
        if isinstance(value, Sealed):
            value = OfRow(self.field.open(value.stored, row), row)
        elif isinstance(value, str) and getattr(value, "row", None) != row:
            value = OfRow(value, row)
        instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.TextField):
    """A text that is sealed on its way to the database and opened on its row.

    Written with its row only: `save`, `bulk_create`, `bulk_update`; `update` is refused.
    """

    descriptor_class = _Opened

    @property
    def _bound_to(self) -> str:
        return f"{self.model._meta.app_label}.{self.model._meta.model_name}.{self.name}"

    def open(self, stored: str, row: str) -> str:
        """What was sealed for this row; raises CannotDecrypt."""
        if stored.startswith(f"{BY_ROW}."):
            return decrypt(stored, f"{self._bound_to}.{row}")
        if settings.IS_DEMO:  # bulk rows of a bench repeat one text, bound to the column alone
            return decrypt(stored, self._bound_to)
        raise CannotDecrypt(self._bound_to)

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        if text in (None, ""):
            return text
        if not isinstance(text, OfRow) or not text.row:
            raise TypeError(f"{self._bound_to} is sealed with its row; save the row")
        return encrypt(text, f"{self._bound_to}.{text.row}", BY_ROW)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return value if value in (None, "") else Sealed(value)


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
