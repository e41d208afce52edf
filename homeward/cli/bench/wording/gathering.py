"""Every string that a client, a relative, an agency or a visitor may read, in both languages.

The catalogue has a Spanish pair for exactly what is told outside, so a string without one is the
staff's. Beside it stand the texts that are kept whole: papers to sign, lessons, handouts, pages.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib

from homeward.cli.bench.wording import rooms
from homeward.config.launch.home import CHECKOUT
from homeward.consents.terms import TERMS
from homeward.consents.texts import VERSION as CONSENT_VERSION
from homeward.core.messages.catalogue import path_of
from homeward.core.messages.commands import LOCALE
from homeward.curriculum import shipped as handouts
from homeward.families import lessons
from homeward.packets.library import papers, words_of
from homeward.packets.rules.papers import CLIENT, GUARDIAN, Paper
from homeward.publishing import shipped as pages
from homeward.publishing.rules.changes import Wording
from homeward.publishing.rules.markup import plain_words

LANGUAGES = ("en", "es")
# Sheets in the room's own folder: pattern of the file, and the room they are read in.
SHEETS = (
    ("homeward/aftercare/texts/*.{}.txt", rooms.PAPERS),
    ("homeward/incentives/texts/*.{}.txt", rooms.PAPERS),
    ("homeward/notices/texts/*.{}.txt", rooms.NOTICES),
)
SPANISH_RULES = "homeward/conduct/texts/house_rules.es.toml"


@dataclass(frozen=True, slots=True)
class Told:
    """One string in one language, where it is read and where it stands."""

    room: str
    place: str
    language: str
    text: str


def everything() -> Iterator[Told]:
    """All of it, strings first and whole texts after."""
    yield from of_catalogue(polib.pofile(str(path_of(LOCALE, "es"))))
    yield from of_texts()


def of_catalogue(entries: Iterable[Any]) -> Iterator[Told]:
    """Both sides of each pair; of a plural the words for many."""
    for entry in entries:
        spanish = entry.msgstr_plural.get(1, "") if entry.msgid_plural else entry.msgstr
        found = rooms.room_of(place for place, _line in entry.occurrences) if spanish else None
        if found:
            yield Told(*found, "en", entry.msgid_plural or entry.msgid)
            yield Told(*found, "es", spanish)


def of_texts() -> Iterator[Told]:
    """The texts that are kept whole."""
    for language in LANGUAGES:
        yield from _papers(language)
        yield from _readings(language)
        yield from _house_rules(language)
        for pattern, room in SHEETS:
            for path in sorted(CHECKOUT.glob(pattern.format(language))):
                text = _without_marks(path.read_text(encoding="utf-8"))
                yield Told(room, path.relative_to(CHECKOUT).as_posix(), language, text)


def _papers(language: str) -> Iterator[Told]:
    for kind in TERMS:
        name = f"homeward/consents/texts/{kind}.{CONSENT_VERSION}.{language}.txt"
        if (CHECKOUT / name).is_file():
            text = _without_marks((CHECKOUT / name).read_text(encoding="utf-8"))
            yield Told(rooms.PAPERS, name, language, text)
    for paper in papers().values():
        if not _is_read_outside(paper):
            continue
        asked = [paper.title, paper.why, *(each.words for each in paper.questions)]
        asked += [words for each in paper.questions for _code, words in each.options]
        place = f"homeward/packets/documents/{paper.code}.toml"
        yield Told(rooms.PAPERS, place, language, "\n".join(words[language] for words in asked))
        if not paper.consent:
            text = _without_marks(words_of(paper.code, paper.version, language))
            name = f"homeward/packets/texts/{paper.code}.{paper.version}.{language}.txt"
            yield Told(rooms.PAPERS, name, language, text)


def _is_read_outside(paper: Paper) -> bool:
    return any(each.who in (CLIENT, GUARDIAN) for each in paper.signers)


def _readings(language: str) -> Iterator[Told]:
    for code in pages.PAGES:
        name = f"homeward/publishing/texts/{code}.{language}.md"
        yield Told(rooms.PUBLIC, name, language, _plain(pages.shipped(code, language).wording))
    for lesson in lessons.LESSONS:
        name = f"homeward/families/texts/{lesson.code}.{language}.md"
        words = _plain(lessons.wording_of(lesson.code, language))
        yield Told(rooms.LESSONS, name, language, words)
    for code in sorted(handouts.codes()):
        name = f"homeward/curriculum/texts/{code}.md"
        text = handouts.shipped_of(code).get(("handout", language))
        if text:
            yield Told(rooms.HANDOUTS, name, language, _plain(text.wording).replace("_", ""))


def _house_rules(language: str) -> Iterator[Told]:
    if language == "es":
        rows = tomllib.loads((CHECKOUT / SPANISH_RULES).read_text(encoding="utf-8"))
        yield Told(rooms.PAPERS, SPANISH_RULES, "es", "\n".join(rows.values()))
        return
    for path in sorted((CHECKOUT / "programs").glob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        text = "\n".join(each["text"] for each in document.get("house_rules", ()))
        yield Told(rooms.PAPERS, path.relative_to(CHECKOUT).as_posix(), "en", text)


def _plain(wording: Wording) -> str:
    return plain_words(f"{wording.title}\n\n{wording.lead}\n\n{wording.body}")


def _without_marks(text: str) -> str:
    return plain_words(text)


def shipped_items(folder: Path) -> int:
    """How many questions the instruments ask: their wording is their authors' and is not judged."""
    return sum(path.read_text(encoding="utf-8").count('"linkId"') for path in folder.glob("*.json"))
