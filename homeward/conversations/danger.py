"""The shipped list of phrases, read once."""

import tomllib
from functools import cache
from pathlib import Path

from homeward.conversations.rules.danger import Phrases, danger_in
from homeward.kernel.reasons import Decision

FILE = Path(__file__).with_name("danger_words.toml")


@cache
def phrases() -> tuple[Phrases, ...]:
    """Every kind of danger with its phrases in all languages: people mix them."""
    kinds = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Phrases(code, tuple(said for spoken in lists.values() for said in spoken))
        for code, lists in kinds.items()
    )


def danger_said(text: str) -> Decision:
    """What the list finds in a text."""
    return danger_in(text, phrases())
