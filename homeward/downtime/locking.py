"""Locking a page so that any current browser opens it with the passphrase, offline.

AES-256-GCM under a key from PBKDF2-HMAC-SHA-256, which is the strongest derivation that browsers
bring themselves (WebCrypto). The rounds are above the 600,000 of OWASP's password storage sheet
(2023), and the passphrase is made by the house with 100 bits, so that guessing is hopeless anyway.
The header that names salt, rounds and nonce is bound to the ciphertext.
"""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from homeward.documents.rules.codes import ALPHABET, grouped, read_code

ROUNDS = 1_000_000
PHRASE_SIGNS = 20
_HERE = Path(__file__).parent / "page"


class CannotUnlock(RuntimeError):
    """The passphrase is another one, or the file was altered."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A key with what is needed to derive it again."""

    key: bytes
    salt: bytes
    rounds: int


def new_phrase() -> str:
    """A fresh passphrase in groups of four, read and typed by hand."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(PHRASE_SIGNS)))


def derived_from(phrase: str, salt: bytes = b"", rounds: int = ROUNDS) -> Derived:
    """The key of a passphrase; a fresh salt unless one is given. Raises ValueError for no phrase.

    Takes about half a second of one core, on purpose.
    """
    read = read_code(phrase, PHRASE_SIGNS)
    if read is None:
        raise ValueError("not a passphrase of this house")
    salt = salt or secrets.token_bytes(16)
    bare = read.replace("-", "").encode()
    return Derived(hashlib.pbkdf2_hmac("sha256", bare, salt, rounds, 32), salt, rounds)


def locked_page(inner: str, derived: Derived, *, title: str, said: str) -> bytes:
    """The whole file: an unlocking page in plain words, and `inner` as ciphertext.

    `title` and `said` stand readable in it and name nobody.
    """
    nonce = secrets.token_bytes(12)
    header = json.dumps(
        {
            "v": 1,
            "kdf": "PBKDF2-HMAC-SHA-256",
            "rounds": derived.rounds,
            "salt": _text(derived.salt),
            "cipher": "AES-256-GCM",
            "nonce": _text(nonce),
        },
        separators=(",", ":"),
    )
    sealed = AESGCM(derived.key).encrypt(nonce, inner.encode(), header.encode())
    script = (_HERE / "unlock.js").read_text(encoding="utf-8")
    frame = (_HERE / "locked.html").read_text(encoding="utf-8")
    parts = {
        "@title@": title,
        "@said@": said,
        "@style@": (_HERE / "pack.css").read_text(encoding="utf-8"),
        "@script_hash@": _text(hashlib.sha256(script.encode()).digest()),
        "@script@": script,
        "@header@": header,
        "@sealed@": _text(sealed),
    }
    for mark, value in parts.items():
        frame = frame.replace(mark, value)
    return frame.encode()


def unlocked(page: bytes, phrase: str) -> str:
    """What a locked page holds, as the browser would show it; raises CannotUnlock."""
    text = page.decode()
    header = _between(text, '<script type="application/json" id="header">', "</script>")
    sealed = _between(text, '<script type="text/plain" id="sealed">', "</script>")
    named = json.loads(header)
    derived = derived_from(phrase, _raw(named["salt"]), named["rounds"])
    try:
        opened = AESGCM(derived.key).decrypt(_raw(named["nonce"]), _raw(sealed), header.encode())
    except InvalidTag as fault:
        raise CannotUnlock from fault
    return opened.decode()


def _between(text: str, start: str, end: str) -> str:
    return text.partition(start)[2].partition(end)[0]


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text)
