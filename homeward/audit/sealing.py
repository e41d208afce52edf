"""The values that make a row tamper-evident: its own mac, the chain, the signature of a head.

Keys come from settings and live outside the database, so that an owner of the database can
neither forge a row nor recompute the chain.
"""

import hmac
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
FIRST_CHAIN = "0" * 64
SEALED_FIELDS = (
    "id",
    "lane",
    "lane_number",
    "at",
    "request_id",
    "account_id",
    "actor_kind",
    "actor_ref",
    "session_ref",
    "code",
    "record",
    "record_ids",
    "client_ids",
    "purpose",
    "fields",
    "permitted",
    "reason",
)
_LISTS = frozenset({"record_ids", "client_ids", "fields"})
_AS_THEY_ARE = frozenset({"lane_number", "permitted"})


def canonical(values: Iterable[Any]) -> bytes:
    """The values of `SEALED_FIELDS`, in their order, in one fixed byte form.

    They are plain texts, whole numbers, truth values, None and lists of texts: ids in lower case
    with hyphens, instants as the microseconds since 1970 in UTC. Their ASCII form is the same in
    every release of Python, and much faster than JSON.
    """
    return ascii(list(values)).encode()


def mac_of_values(values: Iterable[Any]) -> str:
    """The keyed digest of an entry, from the values that `canonical` takes."""
    return hmac.digest(settings.AUDIT_KEY, canonical(values), "sha256").hex()


def mac_of(entry: Any) -> str:
    """The keyed digest stored with the entry."""
    return mac_of_values(_plain(name, getattr(entry, name)) for name in SEALED_FIELDS)


def _plain(name: str, value: Any) -> Any:
    if name == "at":
        return (value - _EPOCH) // _MICROSECOND
    if name in _LISTS:
        return [str(item) for item in value]
    return value if value is None or name in _AS_THEY_ARE else str(value)


def next_chain(previous: str, number: int, entry_id: Any, transaction_number: int, mac: str) -> str:
    """The chain value after one more entry."""
    text = f"{previous}|{number}|{entry_id}|{transaction_number}|{mac}"
    return hmac.digest(settings.AUDIT_KEY, text.encode(), "sha256").hex()


def _signer() -> Ed25519PrivateKey:
    return _signer_of(settings.AUDIT_SIGNING_KEY)


@lru_cache(maxsize=2)
def _signer_of(seed: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(seed)


def head_text(size: int, at: Any, chain: str) -> bytes:
    """What is signed: the length, the moment and the chain value."""
    return f"homeward-audit-head|{size}|{at.timestamp():.6f}|{chain}".encode()


def sign_head(size: int, at: Any, chain: str) -> str:
    """The signature of a head, in hexadecimal."""
    return _signer().sign(head_text(size, at, chain)).hex()


def is_head_signed(size: int, at: Any, chain: str, signature: str) -> bool:
    """Whether a head's signature is ours."""
    try:
        _signer().public_key().verify(bytes.fromhex(signature), head_text(size, at, chain))
    except (InvalidSignature, ValueError):
        return False
    return True
