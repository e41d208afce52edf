"""The visitor register names no client: a word that could is refused, with the word.

Refused are chart numbers, dates of birth and the like, any full name of a client of the site, and
a first or last name of theirs beside a word that says they are treated here. A visitor's own name
may happen to be a client's name; it is looked at only in the fields that say why they come.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

PURPOSES = (
    "partner_agency", "maintenance", "delivery", "inspection", "training", "job_applicant",
    "family_program", "support_person", "other",
)  # fmt: skip
_CHART = re.compile(r"\b[A-Z]{1,4}-?\d{3,}\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TREATED_WORDS = """
client clients patient patients resident participant treatment therapy session sessions see sees
seeing visit visits visiting pick picks picking counselor group iop his her son daughter husband
wife brother sister mother father
"""
_TREATED = frozenset(_TREATED_WORDS.split())


@dataclass(frozen=True, slots=True)
class Named:
    """Why a text is refused: the kind of word and the word itself."""

    kind: str
    word: str


def names_client(
    text: str, client_names: Iterable[str], staff_names: Iterable[str]
) -> Named | None:
    """The first thing in a text that could tell who is treated here; None when there is nothing.

    Names of staff may stand: the register says whom somebody visits.
    """
    if found := _CHART.search(text):
        return Named("chart_number", found[0])
    words = [word.lower() for word in _WORD.findall(text)]
    said = " ".join(words)
    staff = {part for name in staff_names for part in _parts(name)}
    treated = bool(_TREATED & set(words))
    for name in client_names:
        parts = _parts(name)
        if not parts:
            continue
        whole = " ".join(parts)
        if len(parts) > 1 and f" {whole} " in f" {said} ":
            return Named("client_name", name)
        for part in (parts[0], parts[-1]):
            if treated and len(part) > 1 and part in words and part not in staff:
                return Named("client_name", part)
    return None


def same_person(one: str, other: str) -> bool:
    """Whether two written names are likely one person: the same first and last word."""
    first, second = _parts(one), _parts(other)
    return bool(first) and bool(second) and (first[0], first[-1]) == (second[0], second[-1])


def _parts(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]
