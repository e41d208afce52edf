"""The shipped papers and their words, read once from their files.

A new wording is a new version: a new text file, and the file of the paper names it. What somebody
signed stays on disk for good.
"""

import hashlib
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from homeward.consents.paper import Part, paper_of, parts_of
from homeward.consents.texts import VERSION, language_for, text_of
from homeward.packets.rules.papers import Paper, paper_from

DOCUMENTS = Path(__file__).parent / "documents"
TEXTS = Path(__file__).parent / "texts"
TEMPLATE = "homeward.packet.1"


@dataclass(frozen=True, slots=True)
class Wording:
    """Where a room above words a paper itself: the version in force, and the words of one.

    `current` answers "" and `words` None where the shipped text holds.
    """

    current: Callable[[UUID], str]
    words: Callable[[str, str], str | None]


_worded: dict[str, Wording] = {}


def worded_elsewhere(code: str, wording: Wording) -> None:
    """Let a room above word a paper; the last registration holds."""
    _worded[code] = wording


def version_for(paper: Paper, program_id: UUID) -> str:
    """The version a paper is offered in now."""
    wording = _worded.get(paper.code)
    return (wording.current(program_id) if wording else "") or paper.version


def paper_as(code: str, version: str) -> Paper:
    """A paper in the version it was offered in."""
    return replace(papers()[code], version=version)


@cache
def papers() -> Mapping[str, Paper]:
    """Every paper by code, in the order of the packet."""
    found = [
        paper_from(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in DOCUMENTS.glob("*.toml")
    ]
    return {each.code: each for each in sorted(found, key=lambda each: (each.order, each.code))}


def spoken(wanted: str) -> str:
    """The language the papers are read in: Spanish where it is wanted, otherwise English."""
    return "es" if wanted[:2] == "es" else "en"


def words_of(code: str, version: str, language: str) -> str:
    """The words of a version of a paper: from its file, or from the room that words it."""
    wording = _worded.get(code)
    found = wording.words(version, language) if wording else None
    return _shipped(code, version, language) if found is None else found


@cache
def _shipped(code: str, version: str, language: str) -> str:
    paper = papers()[code]
    if paper.consent:
        return text_of(paper.consent, VERSION, language_for(paper.consent, language))
    return (TEXTS / f"{code}.{version}.{language}.txt").read_text(encoding="utf-8")


def read_aloud(paper: Paper, *, client: str, program: str, language: str) -> tuple[Part, ...]:
    """The paper in parts as a person reads it; a consent in the words of the consents room."""
    if paper.consent:
        return paper_of(
            paper.consent,
            client=client,
            program=program,
            language=language_for(paper.consent, language),
        )
    text = words_of(paper.code, paper.version, language)
    return parts_of(text.replace("{client}", client).replace("{program}", program))


def content_hash(
    *,
    paper: Paper,
    version: str,
    language: str,
    client_id: str,
    who: str,
    name: str,
    answers: Mapping[str, str],
) -> str:
    """The digest of what was signed: the very words, the answers, by whom, meaning what."""
    content: dict[str, Any] = {
        "template": TEMPLATE,
        "paper": paper.code,
        "version": version,
        "language": language,
        "words": hashlib.sha256(words_of(paper.code, version, language).encode()).hexdigest(),
        "meaning": paper.meaning,
        "client": client_id,
        "who": who,
        "name": name,
        "answers": dict(answers),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
