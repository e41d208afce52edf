"""The words people sign: versioned files, never changed once somebody signed them.

A new wording is a new file with a new version: `texts/<kind>.<version>.<language>.txt`.
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
VERSION = "2026-11"


class NoText(LookupError):
    """No text of that kind, version and language is shipped."""


@cache
def text_of(kind: str, version: str = VERSION, language: str = "en") -> str:
    """The words as they stand in the file, with their placeholders."""
    path = FOLDER / f"{kind}.{version}.{language}.txt"
    if not path.is_file():
        raise NoText(f"{kind}.{version}.{language}")
    return path.read_text(encoding="utf-8")


def language_for(kind: str, wanted: str, version: str = VERSION) -> str:
    """The client's language where the text exists in it, otherwise English."""
    return wanted if (FOLDER / f"{kind}.{version}.{wanted}.txt").is_file() else "en"
