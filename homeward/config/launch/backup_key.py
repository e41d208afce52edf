"""The key pair of backups: the public half stays here, the private half should leave.

Anyone holding this machine can write backups but, once the recovery key has been moved away,
not read them.
"""

import base64
import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from homeward.config.launch.home import Home, write_private
from homeward.config.launch.refusals import LaunchRefused

PREFIX = "HOMEWARD-RECOVERY-KEY-1:"
LETTER = """\
Homeward recovery key
=====================

Whoever holds this key can open the backups of this installation; without it nobody can.
Print it or copy it to two safe places away from this machine, then delete this file.

{prefix}{secret}

It opens backups marked {fingerprint}. To bring an installation back:

    homeward restore BACKUP --key THIS-FILE
"""


def ensure(home: Home) -> None:
    """Make the pair on the first run."""
    place = home.keys / "backup.json"
    if place.exists():
        return
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    secret = base64.b64encode(private.private_bytes_raw()).decode()
    letter = LETTER.format(prefix=PREFIX, secret=secret, fingerprint=fingerprint(public))
    write_private(home.recovery_key, letter)
    write_private(place, json.dumps({"public": base64.b64encode(public).decode()}) + "\n")


def public_key(home: Home) -> X25519PublicKey:
    """The half that seals new backups."""
    try:
        kept = json.loads((home.keys / "backup.json").read_text())
        return X25519PublicKey.from_public_bytes(base64.b64decode(kept["public"], validate=True))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise LaunchRefused(
            f"The backup key {home.keys / 'backup.json'} cannot be read ({problem})."
        ) from None


def read_private(file: Path) -> X25519PrivateKey:
    """The half that opens backups, from its letter or from a file with only the key."""
    try:
        text = file.read_text()
    except (OSError, UnicodeDecodeError) as problem:
        raise LaunchRefused(f"The recovery key {file} cannot be read ({problem}).") from None
    for line in text.splitlines():
        if line.strip().startswith(PREFIX):
            try:
                raw = base64.b64decode(line.strip()[len(PREFIX) :], validate=True)
                return X25519PrivateKey.from_private_bytes(raw)
            except ValueError:
                raise LaunchRefused(f"The recovery key in {file} is damaged.") from None
    raise LaunchRefused(f"{file} holds no line that begins with {PREFIX}")


def fingerprint(public: bytes) -> str:
    """A short name of a key pair, to tell which key opens which backup."""
    import hashlib

    return hashlib.sha256(public).hexdigest()[:16]
