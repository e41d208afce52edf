"""What is made, told once, and kept only so that it can be known again."""

import secrets
from pathlib import Path
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password

from homeward.core.crypto import digest_of
from homeward.doorways.rules.cards import ALPHABET, LENGTH

WORDS_OF_A_NAME = 3
_LISTS = Path(__file__).parent / "names"
_NAMES = {
    language: tuple((_LISTS / f"{language}.txt").read_text("utf-8").split())
    for language in ("en", "es")
}
# Tried against where there is no card or device, so that an answer takes its usual time.
_NOBODYS = UUID(int=0)


def words_of(language: str) -> tuple[str, ...]:
    """The ordinary words user names are made of, in the language of whoever types them."""
    return _NAMES.get(language[:2], _NAMES["en"])


def new_name(language: str) -> str:
    """Three different ordinary words; they say nothing about anybody."""
    words = list(words_of(language))
    secrets.SystemRandom().shuffle(words)
    return "-".join(words[:WORDS_OF_A_NAME])


def new_code() -> str:
    """A code for one card."""
    return "".join(secrets.choice(ALPHABET) for _each in range(LENGTH))


def digest_of_code(card_id: UUID | None, code: str) -> str:
    """By what a code is known, on its card alone."""
    return digest_of(f"card of a way in|{card_id or _NOBODYS}|{code}")


def new_secret() -> str:
    """256 bits for one device."""
    return secrets.token_urlsafe(32)


def digest_of_secret(secret: str) -> str:
    """By what a device is found."""
    return digest_of(f"device of a way in|{secret}")


def sealed_pin(secret: str, pin: str) -> str:
    """A slow hash of the number with what lies on the device: neither is anything without both."""
    return make_password(f"{secret}|{pin}")


def is_pin(secret: str, pin: str, kept: str) -> bool:
    """Whether the number is right on this device; as slow where nothing is kept."""
    if not kept:
        make_password(f"{secret}|{pin}")
        return False
    return check_password(f"{secret}|{pin}", kept)
