"""The materials that come with the product, one file a topic.

A file names the therapy model, then holds parts, each under a line `=== handout en`: a title after
`# `, a lead after `> `, and the body in the small markup of the publishing room.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from homeward.publishing.rules.changes import Wording

TEXTS = Path(__file__).parent / "texts"
ORIGINAL = "en"
LANGUAGES = ("en", "es")
_PART = re.compile(r"^=== (handout|run_sheet) (en|es)\n", re.MULTILINE)

# What kind of material in which language.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shipped:
    """One text, its therapy model, and the digest by which a newer one is noticed."""

    wording: Wording
    therapy_model: str
    digest: str


@cache
def codes() -> frozenset[str]:
    """Every topic that the product brings texts for."""
    return frozenset(path.stem for path in TEXTS.glob("*.md"))


@cache
def shipped_of(code: str) -> Mapping[Key, Shipped]:
    """The texts of a topic by kind and language; empty for a topic of the house's own."""
    if code not in codes():
        return MappingProxyType({})
    head, *parts = _PART.split((TEXTS / f"{code}.md").read_text(encoding="utf-8"))
    model = head.partition("model:")[2].strip()
    return MappingProxyType(
        {
            (kind, language): _read(text, model)
            for kind, language, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        }
    )


def _read(text: str, model: str) -> Shipped:
    head, _, body = text.partition("\n\n")
    title, lead = "", ""
    for line in head.splitlines():
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("> "):
            lead = f"{lead} {line[2:].strip()}".strip()
    digest = hashlib.sha256(f"{model}\n{text.strip()}".encode()).hexdigest()
    return Shipped(Wording(title, lead, body.strip()), model, digest)
