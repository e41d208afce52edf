"""Other clients' names in a note: found, and taken out.

Never name another client in a chart. A name is found as a whole word with its capital, so that
"will" and "hope" stay words while "Will" and "Hope" are looked at.

Source: 42 CFR Part 2, identification of another patient; group note practice.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Person:
    """Another client as the room might name them: every form of the name."""

    ref: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A name at a place of the text: from `start` up to, not including, `end`."""

    start: int
    end: int
    name: str
    ref: str


def forms_of(name: str, preferred: str = "") -> tuple[str, ...]:
    """The ways a client is named: in full, by each part, by the preferred name; longest first."""
    parts = [part for part in re.split(r"[\s\-]+", name) if len(part.strip(".")) >= SHORTEST]
    forms = dict.fromkeys(filter(None, (name.strip(), preferred.strip(), *parts)))
    return tuple(sorted(forms, key=len, reverse=True))


def names_found(text: str, others: Iterable[Person], own: Iterable[str] = ()) -> tuple[Found, ...]:
    """Every place where another person is named; `own` are the client's own names, never found."""
    mine = set(own)
    found: list[Found] = []
    for person in others:
        for form in person.forms:
            if form in mine:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                place = Found(match.start(), match.end(), form, person.ref)
                if not any(place.start < known.end and known.start < place.end for known in found):
                    found.append(place)
    return tuple(sorted(found))


def without_names(text: str, found: Iterable[Found], instead: str) -> str:
    """The text with each found name replaced; everything else stays letter by letter."""
    for place in sorted(found, reverse=True):
        text = text[: place.start] + instead + text[place.end :]
    return text
