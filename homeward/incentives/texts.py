"""The words of the paper: versioned files, never changed once somebody signed them."""

import hashlib
from functools import cache
from pathlib import Path

from homeward.incentives.rules.cents import dollars
from homeward.incentives.rules.terms import PRIZE, Terms

FOLDER = Path(__file__).parent / "texts"
VERSION = "2026-11"


@cache
def text_of(language: str, version: str = VERSION) -> str:
    """The words as they stand in the file, with their placeholders."""
    return (FOLDER / f"earning.{version}.{language}.txt").read_text(encoding="utf-8")


@cache
def _lines(language: str) -> dict[str, str]:
    text = (FOLDER / f"terms.{VERSION}.{language}.txt").read_text(encoding="utf-8")
    return dict(line.split(": ", 1) for line in text.splitlines() if line)


def language_for(wanted: str) -> str:
    """The client's language where the text exists in it, otherwise English."""
    return wanted if (FOLDER / f"earning.{VERSION}.{wanted}.txt").is_file() else "en"


def in_words(language: str, terms: Terms, target: str) -> tuple[str, ...]:
    """The terms as sentences, for the paper and for the page."""
    words = _lines(language)
    shape = "draws" if terms.kind == PRIZE else "cents"
    told = [words[f"target_{target}"]]
    numbers = {
        "first": _said(terms, terms.first), "most": _said(terms, terms.most),
        "step": _said(terms, terms.step), "bonus": _said(terms, terms.bonus),
        "every": str(terms.bonus_every), "back": str(terms.restore_after),
        "visit": dollars(terms.visit_cap), "year": dollars(terms.year_cap),
        "slips": str(terms.in_bowl), "prizes": str(sum(s.count for s in terms.slips if s.cents)),
    }  # fmt: skip
    lines = [f"first_{shape}", f"step_{shape}"] if terms.step else [f"same_{shape}"]
    lines += [f"bonus_{shape}"] if terms.bonus else []
    lines += ["bowl"] if terms.kind == PRIZE else []
    lines += ["reset"] + (["back"] if terms.restore_after else []) + ["caps"]
    return tuple(told + [words[line].format(**numbers) for line in lines])


def filled(language: str, *, client: str, program: str, terms: Terms, target: str) -> str:
    """The paper as this person reads and signs it."""
    told = "\n".join(in_words(language, terms, target))
    text = text_of(language).replace("{client}", client).replace("{program}", program)
    return text.replace("{terms}", told)


def digest(words: str) -> str:
    """The fingerprint of exactly these words."""
    return hashlib.sha256(words.encode()).hexdigest()


def _said(terms: Terms, units: int) -> str:
    return str(units) if terms.kind == PRIZE else f"${dollars(units)}"
