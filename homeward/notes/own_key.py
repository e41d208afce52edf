"""The key of counseling notes: another one than that of every other sealed column.

It is derived from each field key for this one use (HKDF, RFC 5869), so it changes when the field
key does, needs no file of its own, and neither opens nor is opened by the other. What is sealed
under it begins with `c1.`, which no other reader of sealed text takes.
"""

import base64
import os
from functools import cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from homeward.core.crypto import CannotDecrypt, EncryptedTextField, OfRow

FORM = "c1"
PURPOSE = b"homeward counseling notes"


@cache
def _derived(field_key: bytes) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(field_key))


class CounselingTextField(EncryptedTextField):
    """A text sealed with its row under the key of counseling notes alone."""

    def open(self, stored: str, row: str) -> str:
        """What was sealed for this row; raises CannotDecrypt."""
        bound_to = f"{self._bound_to}.{row}"
        try:
            form, key_id, body = stored.split(".", 2)
            if form != FORM:
                raise CannotDecrypt(bound_to)
            raw = base64.urlsafe_b64decode(body)
            box = _derived(settings.FIELD_KEYS[key_id])
            return box.decrypt(raw[:12], raw[12:], bound_to.encode()).decode()
        except (ValueError, KeyError, InvalidTag) as fault:
            raise CannotDecrypt(bound_to) from fault

    def get_prep_value(self, value: Any) -> Any:
        """The sealed text; a text that does not know its row is refused."""
        if value in (None, ""):
            return value
        if not isinstance(value, OfRow) or not value.row:
            raise TypeError(f"{self._bound_to} is sealed with its row; save the row")
        key_id, nonce = settings.FIELD_KEY_ID, os.urandom(12)
        bound_to = f"{self._bound_to}.{value.row}".encode()
        sealed = _derived(settings.FIELD_KEYS[key_id]).encrypt(nonce, value.encode(), bound_to)
        return f"{FORM}.{key_id}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"
