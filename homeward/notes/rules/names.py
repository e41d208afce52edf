"""Other clients' names in a note: found, asked about where a word may be meant, and taken out.

Never name another client in a chart. A name is found in full, by each part, by the preferred name,
as a usual short form, misspelt by a letter, with or without accents and capitals. What may be a
word as well (will, grace, hope, mark) and initials are asked about and never stand in the way.

Source: 42 CFR Part 2, identification of another patient; group note practice.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from homeward.notes.rules.naming import ABBREVIATIONS, PARTICLES, SHORT_FORMS, WORDS
from homeward.notes.rules.similarity import one_letter_apart
from homeward.notes.rules.wording import folded, is_ordinary

SHORTEST = 2
SHORTEST_MISSPELT = 5
CERTAIN, MAYBE = "certain", "maybe"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.\s?){2,3}(?!\w)|(?<![\w.])[A-ZÁÉÍÓÚÑ]{2,3}(?![\w])")
_ENDS = re.compile(r"(?:^|[.!?:;\n]\s*|[\"“‘(]\s*)$")
# After these a short form of the field is a person after all: "AA said", "AA's".
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Sr|Sra|Srta|Don|Doña)\.?\s+$")
_SPEAKS = re.compile(
    r"^(?:['’]s\b|\s+(?:said|says|shared|shares|told|asked|spoke|reported|stated|was|is|and)\b"
    r"|\s+(?:dijo|compartió|comentó|preguntó|habló|estaba)\b)"
)
# "Will attend", "May need": the word, not the name.
_VERB_AFTER = re.compile(
    r"^\s+(?:attend|be|bring|call|complete|continue|come|discuss|follow|go|have|help|keep|make|meet"
    r"|need|not|practice|return|review|see|start|take|talk|try|use|work|write|benefit)\b"
)
_MODALS = frozenset({"will", "may"})


@dataclass(frozen=True, slots=True)
class Person:
    """Another client as the room might name them: every form of the name."""

    ref: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A name at a place of the text: from `start` up to, not including, `end`.

    `sure` is `certain`, or `maybe` where the author is asked whether a client is meant.
    """

    start: int
    end: int
    name: str
    ref: str
    sure: str = field(default=CERTAIN)


def forms_of(name: str, preferred: str = "") -> tuple[str, ...]:
    """The ways a client is named: in full, by each part, by the preferred name; longest first."""
    parts = [part for part in re.split(r"[\s\-]+", name) if len(part.strip(".")) >= SHORTEST]
    hyphened = [part for part in name.split() if "-" in part]
    forms = dict.fromkeys(filter(None, (name.strip(), preferred.strip(), *hyphened, *parts)))
    return tuple(sorted(forms, key=len, reverse=True))


def names_found(text: str, others: Iterable[Person], own: Iterable[str] = ()) -> tuple[Found, ...]:
    """Every place where another person is surely named; `own` are the client's own names."""
    return tuple(each for each in people_found(text, others, own) if each.sure == CERTAIN)


def people_found(
    text: str,
    others: Iterable[Person],
    own: Iterable[str] = (),
    *,
    elsewhere: Iterable[str] = (),
) -> tuple[Found, ...]:
    """Every place where another person is named or may be meant, in order, none twice.

    `elsewhere` are names of people who are no clients here (staff, family): a name that is one of
    theirs, too, is asked about.
    """
    known = _Known(tuple(others), own, elsewhere)
    found: list[Found] = []
    for finding in (known.in_full(text), known.by_word(text), known.by_initials(text)):
        for place in finding:
            if not any(place.start < each.end and each.start < place.end for each in found):
                found.append(place)
    return tuple(sorted(found))


def without_names(text: str, found: Iterable[Found], instead: str) -> str:
    """The text with each found name replaced; everything else stays letter by letter."""
    for place in sorted(found, reverse=True):
        begins = bool(_ENDS.search(text[: place.start]))
        word = instead[:1].upper() + instead[1:] if begins else instead
        text = text[: place.start] + word + text[place.end :]
    return text


class _Known:
    """The forms of everybody else, ready to be looked up."""

    def __init__(
        self, others: tuple[Person, ...], own: Iterable[str], elsewhere: Iterable[str]
    ) -> None:
        mine = {folded(part) for form in own for part in (form, *form.split())}
        theirs = {folded(part) for form in elsewhere for part in (form, *form.split())}
        self._full: list[tuple[re.Pattern[str], Person]] = []
        self._words: dict[str, tuple[str, bool]] = {}  # folded form -> (ref, may be a word)
        self._initials: dict[str, str] = {}
        own_initials = {_initials_of(form) for form in own}
        for person in others:
            for form in person.forms:
                parts = [part for part in re.split(r"[\s\-]+", form) if part]
                if len(parts) > 1:
                    self._full.extend((pattern, person) for pattern in _in_full(tuple(parts)))
                    if (initials := _initials_of(form)) not in own_initials:
                        self._initials.setdefault(initials, person.ref)
                    continue
                word = folded(form)
                if word in PARTICLES:
                    continue
                for each in (word, *sorted(SHORT_FORMS.get(word, ()))):
                    if each not in mine and len(each) >= SHORTEST:
                        asked = each in WORDS or each in theirs or is_ordinary(each)
                        before = self._words.get(each)
                        if before is None or (before[1] and not asked):
                            self._words[each] = (person.ref, asked)
        self._long = tuple(
            word for word, (_, asked) in self._words.items()
            if len(word) >= SHORTEST_MISSPELT and not asked
        )  # fmt: skip

    def in_full(self, text: str) -> list[Found]:
        """First and last name together, or the first with the last one's initial."""
        return [
            Found(hit.start(), hit.end(), hit.group(), person.ref)
            for pattern, person in self._full
            for hit in pattern.finditer(text)
        ]

    def by_word(self, text: str) -> list[Found]:
        """One part of a name alone."""
        found = []
        for hit in _WORD.finditer(text):
            for start, end in _pieces(hit):
                written = text[start:end]
                ref, sure = self._meant(text, start, end, written)
                if ref:
                    title = _TITLE.search(text[:start])
                    begins = title.start() if title else start
                    found.append(Found(begins, end, written, ref, sure))
        return found

    def by_initials(self, text: str) -> list[Found]:
        """Two or three initials, with or without full stops."""
        found = []
        for hit in _INITIALS.finditer(text):
            written = hit.group().rstrip()
            bare = re.sub(r"[.\s]", "", written)
            ref = self._initials.get(folded(bare))
            if ref is None:
                continue
            if (
                bare in ABBREVIATIONS
                and "." not in written
                and not _SPEAKS.match(text[hit.end() :])
            ):
                continue
            end = hit.start() + len(written)
            found.append(Found(hit.start(), end, written, ref, MAYBE))
        return found

    def _meant(self, text: str, start: int, end: int, written: str) -> tuple[str, str]:
        word = folded(written)
        has_capital = written[0].isupper()
        known = self._words.get(word)
        if known is None:
            near = self._misspelt(word) if has_capital else None
            return (near, MAYBE) if near else ("", "")
        ref, asked = known
        if not asked:
            # A name in small letters is a name all the same, where it is no word.
            return ref, CERTAIN if has_capital or len(word) > 3 else MAYBE
        if not has_capital:
            return "", ""
        is_modal = word in _MODALS and _VERB_AFTER.match(text[end:])
        return ("", "") if is_modal else (ref, MAYBE)

    def _misspelt(self, word: str) -> str | None:
        if len(word) < SHORTEST_MISSPELT:
            return None
        return next((self._words[w][0] for w in self._long if one_letter_apart(word, w)), None)


@lru_cache(maxsize=2_000)
def _in_full(parts: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    between = r"[\s\-]+"
    # Folded letters match their accented forms: written quickly, "Jose" is José.
    whole = between.join(_letters(part) for part in parts)
    ends = rf"{_letters(parts[0])}\s+{re.escape(parts[-1][0])}(?:\.|(?!\w))"
    return (
        re.compile(rf"(?<!\w){whole}(?!\w)", re.I),
        re.compile(rf"(?<!\w){ends}"),
    )


_ACCENTS = {
    "a": "aáàâãä",
    "e": "eéèêë",
    "i": "iíìîï",
    "o": "oóòôõö",
    "u": "uúùûü",
    "n": "nñ",
    "c": "cç",
}


def _letters(part: str) -> str:
    return "".join(
        f"[{_ACCENTS[char]}{_ACCENTS[char].upper()}]" if char in _ACCENTS else
        f"[{char}{char.upper()}]" if char.isalpha() else re.escape(char)
        for char in folded(part)
    )  # fmt: skip


def _initials_of(form: str) -> str:
    parts = [part for part in re.split(r"[\s\-]+", form) if part]
    return folded("".join((parts[0][0], parts[-1][0]))) if len(parts) > 1 else ""


def _pieces(hit: re.Match[str]) -> list[tuple[int, int]]:
    """A word, and the parts of a hyphenated one."""
    whole, start = hit.group(), hit.start()
    if "-" not in whole:
        return [(hit.start(), hit.end())]
    made, at = [], start
    for part in whole.split("-"):
        made.append((at, at + len(part)))
        at += len(part) + 1
    return made
