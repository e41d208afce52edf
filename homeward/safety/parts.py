"""A plan's parts between the sealed column and the rule's lines."""

import hashlib
import json
from typing import Any

from homeward.safety.rules.plan import SECTIONS, Line, Parts, trimmed


def parts_of(stored: Any) -> dict[str, tuple[Line, ...]]:
    """The sections of a stored plan (a mapping), in their order."""
    stored = stored or {}
    return {
        code: tuple(Line(each["text"], each.get("phone", "")) for each in stored.get(code, ()))
        for code in SECTIONS
        if stored.get(code)
    }


def stored_of(parts: Parts) -> dict[str, list[dict[str, str]]]:
    """The same as the column keeps it."""
    return {
        code: [
            {"text": each.text, "phone": each.phone} if each.phone else {"text": each.text}
            for each in lines
        ]
        for code, lines in trimmed(parts).items()
    }


def content_hash(parts: Parts) -> str:
    """SHA-256 over the sections in their order: what exactly somebody agreed to."""
    text = json.dumps(stored_of(parts), separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
