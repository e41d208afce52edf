"""The words of a loaded program in the language of the page.

A program file is written in English. The words of the files that come with Homeward stand here in
Spanish; a house's own sentence that nobody translated is shown in English and marked as such.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from homeward.program.models import HouseRule, Program

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the language it is in."""

    text: str
    language: str


def said(text: str, language: str = "") -> Said:
    """A program's sentence in a language, or in English where there is no other."""
    wanted = language or (get_language() or ENGLISH).split("-")[0]
    if wanted == ENGLISH:
        return Said(text, ENGLISH)
    found = _known(wanted).get(text)
    return Said(found, wanted) if found else Said(text, ENGLISH)


def rules_in(language: str = "") -> tuple[Said, ...]:
    """The rules of the first loaded program, in order."""
    program = Program.objects.order_by("code").first()
    rules = HouseRule.objects.filter(program=program).order_by("position")
    return tuple(said(rule.text, language) for rule in rules)


@cache
def _known(language: str) -> dict[str, str]:
    file = Path(__file__).parent / f"program_words.{language}.json"
    if not file.is_file():
        return {}
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words
