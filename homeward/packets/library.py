"""The shipped papers and their words, read once from their files.

A new wording is a new version: a new text file, and the file of the paper names it. What somebody
signed stays on disk for good.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from homeward.consents.paper import Part, paper_of, parts_of
from homeward.consents.texts import VERSION, language_for, text_of
from homeward.packets.rules.papers import Paper, paper_from

DOCUMENTS = Path(__file__).parent / "documents"
TEXTS = Path(__file__).parent / "texts"
TEMPLATE = "homeward.packet.1"


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


@cache
def words_of(code: str, version: str, language: str) -> str:
    """The words of a paper as they stand in its file."""
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
