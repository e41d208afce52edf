"""A public page of words: the published text with the parts that the house's own records fill."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from homeward.publishing.queries import shown_text, titles_in
from homeward.publishing.rules.changes import Wording
from homeward.publishing.rules.markup import Block, blocks_of
from homeward.publishing.shipped import LANGUAGES, ORIGINAL, PAGES
from homeward.website import pages
from homeward.website.program_words import rules_in

# Pages with an address of their own; the others stand below /about/.
OWN = {"paying": "website:paying", "privacy": "website:privacy", "questions": "website:questions"}

FILLED: Mapping[str, Callable[[str], Any]] = {
    "ladder": lambda language: pages.ladder(),
    "stages": lambda language: pages.ProgramPage.of().phases,
    "times": lambda language: pages.ProgramPage.of().places,
    "sample day": lambda language: pages.ProgramPage.of().days,
    "rules": lambda language: rules_in(language),
    "payers": lambda language: pages.payers(),
    "phone": lambda language: pages.phone(),
    "ask": lambda language: True,
    "check": lambda language: True,
}


@dataclass(frozen=True, slots=True)
class Link:
    """A page and its title."""

    title: str
    url: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Everything one page of words prints; `filled` is keyed as the inserts are named."""

    code: str
    title: str
    lead: str
    blocks: tuple[Block, ...]
    filled: dict[str, Any] = field(default_factory=dict)
    others: tuple[Link, ...] = ()

    @classmethod
    def of(cls, code: str) -> "ReadingPage":
        """What the public reads now, in the language asked for."""
        return cls.with_words(code, language_now(), shown_text(code, language_now()).wording)

    @classmethod
    def with_words(cls, code: str, language: str, wording: Wording) -> "ReadingPage":
        """The page with any wording: the published one, or a draft that staff look at."""
        blocks = blocks_of(wording.body)
        used = {block.insert for block in blocks if block.kind == "insert"}
        filled = {
            name.replace(" ", "_"): fill(language) for name, fill in FILLED.items() if name in used
        }
        return cls(code, wording.title, wording.lead, blocks, filled, links(language, code))


def language_now() -> str:
    """The language of this page, among those the texts are kept in."""
    present = (get_language() or ORIGINAL).split("-")[0]
    return present if present in LANGUAGES else ORIGINAL


def address_of(code: str) -> str:
    """Where a page of words is read."""
    return reverse(OWN[code]) if code in OWN else reverse("website:reading", args=[code])


def links(language: str, here: str = "") -> tuple[Link, ...]:
    """Every page of words with its public title, in order."""
    titles = titles_in(language)
    return tuple(Link(titles[code], address_of(code), code == here) for code in PAGES)
