"""Sealed to the server: what a device without a network keeps, the device itself cannot read.

The device draws a key pair for each entry (P-256), agrees with the server's public key, derives an
AES-256-GCM key by HKDF-SHA256 (salt: the entry's public point) and forgets its half. The entry's
own key is bound as associated data, so that no entry passes for another. Points are uncompressed,
everything is base64url without padding. The private half lies sealed by `core.crypto`.
"""

import base64
import binascii
import json
import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from homeward.attendance.models import SealingKey

CURVE = ec.SECP256R1()
PURPOSE = b"homeward.offline.1"
USED_FOR = timedelta(days=7)
# A retired key still opens what was sealed with it, longer than any entry is taken in.
OPENS_FOR = timedelta(days=30)


class CannotOpen(ValueError):
    """The entry is not sealed for this server, was altered, or its key is gone."""


def current_key(now: datetime) -> SealingKey:
    """The key that devices seal with today; a new one after a week."""
    found = SealingKey.objects.filter(retired_at=None, made_at__gt=now - USED_FOR)
    return found.order_by("-made_at").first() or _new_key(now)


def _new_key(now: datetime) -> SealingKey:
    pair = ec.generate_private_key(CURVE)
    number = pair.private_numbers().private_value.to_bytes(32, "big")
    key = SealingKey(public=_written(_point(pair.public_key())), private=_written(number))
    key.made_at = now
    key.save()
    SealingKey.objects.filter(retired_at=None).exclude(pk=key.pk).update(retired_at=now)
    return key


def forget_old_keys(now: datetime) -> int:
    """Destroy keys that open nothing any more; returns how many."""
    return SealingKey.objects.filter(retired_at__lt=now - OPENS_FOR).delete()[0]


def opened(envelope: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was sealed; raises CannotOpen.

    An envelope has `key` (the entry's own), `to` (the sealing key's id), `from` (the entry's
    public point), `nonce` and `sealed`.
    """
    try:
        row = SealingKey.objects.get(pk=UUID(str(envelope["to"])))
        point = _read(envelope["from"])
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
        ours = ec.derive_private_key(int.from_bytes(_read(row.private), "big"), CURVE)
        key = HKDF(SHA256(), 32, point, PURPOSE).derive(ours.exchange(ec.ECDH(), theirs))
        bound = str(UUID(str(envelope["key"]))).encode()
        text = AESGCM(key).decrypt(_read(envelope["nonce"]), _read(envelope["sealed"]), bound)
        content = json.loads(text)
    except (KeyError, TypeError, ValueError, RecursionError, binascii.Error, InvalidTag) as fault:
        raise CannotOpen from fault
    except SealingKey.DoesNotExist as gone:
        raise CannotOpen from gone
    if not isinstance(content, dict):
        raise CannotOpen
    return content


def sealed_for(row: SealingKey, key: UUID, content: Mapping[str, Any]) -> dict[str, str]:
    """An envelope as a device makes it: for tests and for other programs."""
    pair = ec.generate_private_key(CURVE)
    point = _point(pair.public_key())
    server = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, _read(row.public))
    shared = HKDF(SHA256(), 32, point, PURPOSE).derive(pair.exchange(ec.ECDH(), server))
    nonce = os.urandom(12)
    text = AESGCM(shared).encrypt(nonce, json.dumps(content).encode(), str(key).encode())
    return {
        "key": str(key), "to": str(row.pk), "from": _written(point), "nonce": _written(nonce),
        "sealed": _written(text),
    }  # fmt: skip


def _point(public: ec.EllipticCurvePublicKey) -> bytes:
    return public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _written(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _read(text: str) -> bytes:
    return base64.urlsafe_b64decode(str(text) + "=" * (-len(str(text)) % 4))
