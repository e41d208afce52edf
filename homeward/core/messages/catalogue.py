"""One language's catalogue: what is there is kept, what is new waits, what is gone goes."""

from collections.abc import Mapping
from pathlib import Path

import polib

from homeward.core.messages.extraction import Message

HEADER = {
    "Project-Id-Version": "Homeward",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def path_of(locale: Path, language: str) -> Path:
    """Where the text of a language's catalogue stands."""
    return locale / language / "LC_MESSAGES" / "django.po"


def merged(locale: Path, language: str, found: Mapping[Message, list[str]]) -> polib.POFile:
    """The catalogue as it should stand: every message found, with the words it already has."""
    path = path_of(locale, language)
    kept = {_key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=96)
    catalogue.metadata = {**HEADER, "Language": language}
    for message, places in found.items():
        entry = polib.POEntry(
            msgid=message.text,
            msgctxt=message.context or None,
            occurrences=[(place, "") for place in places],
            flags=["python-format"] if "%(" in message.text + message.plural else [],
        )
        before = kept.get(_key(entry))
        if message.plural:
            entry.msgid_plural = message.plural
            entry.msgstr_plural = dict(before.msgstr_plural) if before else {}
            entry.msgstr_plural = entry.msgstr_plural or {0: "", 1: ""}
        else:
            entry.msgstr = before.msgstr if before else ""
        catalogue.append(entry)
    return catalogue


def compiled(catalogue: polib.POFile) -> bytes:
    """The catalogue as programs read it; the same words give the same bytes."""
    return catalogue.to_binary()  # type: ignore[no-any-return]


def _key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid
