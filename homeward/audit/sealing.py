"""The values that make a row tamper-evident: its own mac, the chain, the signature of a head.

Keys come from settings and live outside the database, so that an owner of the database can
neither forge a row nor recompute the chain.
"""

import hashlib
import hmac
import json
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

FIRST_CHAIN = "0" * 64
SEALED_FIELDS = (
    "lane",
    "lane_number",
    "request_id",
    "actor_kind",
    "actor_ref",
    "session_ref",
    "code",
    "record",
    "purpose",
    "permitted",
    "reason",
)


def canonical(entry: Any) -> bytes:
    """Every stored fact of an entry in one fixed byte form."""
    facts: dict[str, Any] = {name: getattr(entry, name) for name in SEALED_FIELDS}
    facts["id"] = str(entry.id)
    facts["at"] = entry.at.timestamp()
    facts["account_id"] = str(entry.account_id) if entry.account_id else None
    facts["record_ids"] = [str(item) for item in entry.record_ids]
    facts["client_ids"] = [str(item) for item in entry.client_ids]
    facts["fields"] = list(entry.fields)
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def mac_of(entry: Any) -> str:
    """The keyed digest stored with the entry."""
    return hmac.new(settings.AUDIT_KEY, canonical(entry), hashlib.sha256).hexdigest()


def next_chain(previous: str, number: int, entry_id: Any, mac: str) -> str:
    """The chain value after one more entry."""
    text = f"{previous}|{number}|{entry_id}|{mac}"
    return hmac.new(settings.AUDIT_KEY, text.encode(), hashlib.sha256).hexdigest()


def _signer() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(settings.AUDIT_SIGNING_KEY)


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
