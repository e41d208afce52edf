"""The lessons that come with the product: their order, and their words by language.

A text is a title after `# `, a lead after `> `, and a body in the small markup of public pages.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from homeward.publishing.rules.changes import Wording
from homeward.publishing.shipped import LANGUAGES, ORIGINAL

FOLDER = Path(__file__).parent
TEXTS = FOLDER / "texts"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson; `minutes` is how long it takes to read."""

    code: str
    minutes: int


LESSONS: tuple[Lesson, ...] = tuple(
    Lesson(each["code"], each["minutes"])
    for each in tomllib.loads((FOLDER / "lessons.toml").read_text(encoding="utf-8"))["lesson"]
)
CODES = frozenset(each.code for each in LESSONS)


@cache
def wording_of(code: str, language: str) -> Wording:
    """The words of a lesson, in English where there is no such language; raises LookupError."""
    if code not in CODES:
        raise LookupError(code)
    spoken = language if language in LANGUAGES else ORIGINAL
    head, _, body = (TEXTS / f"{code}.{spoken}.md").read_text(encoding="utf-8").partition("\n\n")
    title, lead = "", ""
    for line in head.splitlines():
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("> "):
            lead = f"{lead} {line[2:].strip()}".strip()
    return Wording(title, lead, body.strip())
