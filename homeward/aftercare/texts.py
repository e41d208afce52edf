"""The words of the alumni consent: versioned files, never changed once somebody signed them."""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
VERSION = "2026-11"


@cache
def text_of(language: str, version: str = VERSION) -> str:
    """The words as they stand in the file, with their placeholders."""
    return (FOLDER / f"alumni.{version}.{language}.txt").read_text(encoding="utf-8")


def language_for(wanted: str) -> str:
    """The client's language where the text exists in it, otherwise English."""
    return wanted if (FOLDER / f"alumni.{VERSION}.{wanted}.txt").is_file() else "en"


def filled(language: str, *, client: str, program: str) -> str:
    """The paper as this person reads and signs it."""
    return text_of(language).replace("{client}", client).replace("{program}", program)


def digest(words: str) -> str:
    """The fingerprint of exactly these words."""
    return hashlib.sha256(words.encode()).hexdigest()
