"""The starting texts that come with the product, one file a page and language.

A file is its title after `# `, a lead after `> `, and the body in the small markup.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from homeward.publishing.rules.changes import Wording

TEXTS = Path(__file__).parent / "texts"
ORIGINAL = "en"
LANGUAGES = ("en", "es")
# The pages in the order in which a visitor and staff meet them.
PAGES = (
    "what-an-iop-is",
    "other-care",
    "who-it-fits",
    "what-to-expect",
    "a-sample-day",
    "how-long",
    "rules",
    "for-family",
    "paying",
    "privacy",
    "what-happens-after",
    "questions",
)


@dataclass(frozen=True, slots=True)
class Shipped:
    """One starting text and the digest by which a newer one is noticed."""

    wording: Wording
    digest: str


@cache
def shipped(code: str, language: str) -> Shipped:
    """The starting text of a page; raises LookupError for a page or language there is not."""
    if code not in PAGES or language not in LANGUAGES:
        raise LookupError(f"{code}.{language}")
    text = (TEXTS / f"{code}.{language}.md").read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    title, lead = "", ""
    for line in head.splitlines():
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("> "):
            lead = f"{lead} {line[2:].strip()}".strip()
    return Shipped(Wording(title, lead, body.strip()), hashlib.sha256(text.encode()).hexdigest())
