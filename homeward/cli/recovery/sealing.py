"""A stream only the holder of the recovery key can read, and nobody can alter or shorten.

Form: a line that names it, the length of a JSON header, the header, then AES-256-GCM blocks. The
block key comes from an X25519 exchange with the recovery key (HKDF-SHA256 over the header). Each
block's nonce counts up and says whether it is the last, so a missing, repeated, moved or added
block fails to open.
"""

import base64
import hashlib
import io
import json
import os
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from homeward.config.launch.backup_key import fingerprint
from homeward.config.launch.refusals import LaunchFailed, LaunchRefused

FIRST_LINE = b"homeward backup 1\n"
BLOCK = 1 << 20
TAG = 16
LARGEST_HEADER = 65_536


class Damaged(LaunchFailed):
    """The backup was altered, damaged or cut short; nothing read from it may be used."""

    def __init__(self) -> None:
        super().__init__(
            "This backup is damaged, was altered, or is cut short. Nothing was changed. Try "
            "another copy of it."
        )


class SealedWriter(io.RawIOBase):
    """Encrypts what is written to it; `close` writes the last block."""

    def __init__(self, file: BinaryIO, recipient: X25519PublicKey, about: dict[str, Any]) -> None:
        one_time = X25519PrivateKey.generate()
        header = {
            **about,
            "key": fingerprint(recipient.public_bytes_raw()),
            "one_time": _text(one_time.public_key().public_bytes_raw()),
            "salt": _text(os.urandom(32)),
            "block": BLOCK,
        }
        raw = json.dumps(header, sort_keys=True).encode()
        self.opening = FIRST_LINE + len(raw).to_bytes(4, "big") + raw
        self.key = _block_key(one_time.exchange(recipient), header["salt"], self.opening)
        self._file, self._cipher, self._count = file, AESGCM(self.key), 0
        self._associated = hashlib.sha256(self.opening).digest()
        self._waiting = bytearray()
        file.write(self.opening)

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting += data
        while len(self._waiting) > BLOCK:
            self._seal(bytes(self._waiting[:BLOCK]), last=False)
            del self._waiting[:BLOCK]
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._seal(bytes(self._waiting), last=True)
        super().close()

    def _seal(self, block: bytes, *, last: bool) -> None:
        nonce = _nonce(self._count, last)
        self._file.write(self._cipher.encrypt(nonce, block, self._associated))
        self._count += 1


class SealedReader(io.RawIOBase):
    """Decrypts block by block; raises Damaged rather than give out one altered byte."""

    def __init__(
        self, file: BinaryIO, *, private: X25519PrivateKey | None = None, key: bytes = b""
    ) -> None:
        self.header, opening = read_header(file)
        if private is not None:
            mark = fingerprint(private.public_key().public_bytes_raw())
            if mark != self.header["key"]:
                raise LaunchRefused(
                    f"This recovery key opens backups marked {mark}, but this backup is marked "
                    f"{self.header['key']}. Nothing was changed."
                )
            one_time = X25519PublicKey.from_public_bytes(_bytes(self.header["one_time"]))
            key = _block_key(private.exchange(one_time), self.header["salt"], opening)
        self._file, self._cipher, self._count = file, AESGCM(key), 0
        self._associated = hashlib.sha256(opening).digest()
        self._next = file.read(BLOCK + TAG)
        self._clear, self._done = b"", False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._clear and not self._done:
            self._open()
        taken = self._clear[: len(buffer)]
        self._clear = self._clear[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def finish(self) -> None:
        """Read to the end, so that the whole backup has been checked."""
        while not self._done:
            self._open()

    def _open(self) -> None:
        block, self._next = self._next, self._file.read(BLOCK + TAG)
        self._done = not self._next
        try:
            nonce = _nonce(self._count, self._done)
            self._clear = self._cipher.decrypt(nonce, block, self._associated)
        except (InvalidTag, ValueError):
            raise Damaged from None
        self._count += 1


def read_header(file: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """What a backup says about itself without a key, and its opening bytes."""
    first = file.read(len(FIRST_LINE))
    if first != FIRST_LINE:
        raise LaunchRefused("This file is not a Homeward backup (or of a newer version).")
    length = file.read(4)
    size = int.from_bytes(length, "big")
    raw = file.read(size) if size <= LARGEST_HEADER else b""
    try:
        header = json.loads(raw)
        if len(raw) != size or header["block"] != BLOCK or len(_bytes(header["one_time"])) != 32:
            raise Damaged
        _bytes(header["salt"]), str(header["key"])
    except (ValueError, KeyError, TypeError):
        raise Damaged from None
    return header, first + length + raw


def _block_key(shared: bytes, salt: str, opening: bytes) -> bytes:
    info = b"homeward backup 1" + hashlib.sha256(opening).digest()
    return HKDF(algorithm=SHA256(), length=32, salt=_bytes(salt), info=info).derive(shared)


def _nonce(count: int, last: bool) -> bytes:
    return count.to_bytes(8, "big") + (b"\0\0\0\1" if last else b"\0\0\0\0")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
