"""A text as sentences, and a sentence as words that light edits do not change.

Case, accents and endings go; numbers, days, names and pronouns become one sign each; words that
mean the same in session notes become one word. What is left is compared.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from homeward.notes.rules import lexicon

NUMBER, NAME, PRONOUN = "#", "@", "~"
_ENDS = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+|\n+|\s+[-–•]\s+")
# The names of a format's sections are nobody's own words.
_LABELS = re.compile(
    r"^(?:Subjective|Objective|Assessment|Plan|Data|Behavior|Intervention|Response|Goal): ", re.M
)
_TOKENS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
# A full stop after these ends no sentence.
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|dra|sr|sra|st|approx|min|hrs?|vs|e\.g|i\.e|a\.m|p\.m)|\b\w)\.$", re.I
)
_ENDINGS = (
    "amientos", "amiento", "aciones", "imiento", "acion", "mente", "iendo", "ieron", "ando",
    "aron", "aban", "adas", "ados", "idas", "idos", "aba", "ada", "ado", "ida", "ido", "ing",
    "ied", "ies", "ed", "es", "ly", "ar", "er", "ir", "s", "y", "e", "o", "a", "i",
)  # fmt: skip
SHORTEST_STEM = 3
_OFTEN_SPANISH = "el la los las que y en con su sus se un una por para del al lo le"
_OFTEN_ENGLISH = "the and of to in with his her was that she he they an for on at"
_SPANISH, _ENGLISH = (frozenset(words.split()) for words in (_OFTEN_SPANISH, _OFTEN_ENGLISH))
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence: what it counts as, and how much that weighs (0 for what binds)."""

    code: str
    weight: float


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text as they were written, in order, without the names of a format."""
    found: list[str] = []
    for piece in _ENDS.split(_LABELS.sub("", text)):
        if not piece or not piece.strip():
            continue
        if found and _SHORT.search(found[-1]):
            found[-1] = f"{found[-1]} {piece.strip()}"
        else:
            found.append(piece.strip())
    return tuple(found)


def folded(word: str) -> str:
    """A word without case and accents.

    >>> folded("Sesión")
    'sesion'
    """
    word = word.casefold()
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(char for char in parts if not unicodedata.combining(char))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without its ending, English or Spanish; never shorter than three letters.

    >>> {stem("shared"), stem("sharing"), stem("shares")}
    {'shar'}
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word


def _classes() -> dict[str, Word]:
    table: dict[str, Word] = {}
    kinds = (
        ("u", lexicon.USUAL, lexicon.USUAL_WEIGHT),
        ("s", lexicon.SAME, lexicon.PARTICULAR_WEIGHT),
    )
    for kind, lines, weight in kinds:
        for number, line in enumerate(lines.strip().replace("\n+ ", " ").splitlines()):
            word = Word(f"{kind}{number}", weight)
            for each in line.split():
                table.setdefault(folded(each), word)
                table.setdefault(f"-{stem(folded(each))}", word)
    return table


_CLASSES = _classes()


@lru_cache(maxsize=20_000)
def _plain(word: str) -> Word:
    """What a folded word counts as, when it names nobody."""
    if word in lexicon.PRONOUNS:
        return Word(PRONOUN, lexicon.PRONOUN_WEIGHT)
    if word in lexicon.NUMBER_WORDS or word[0].isdigit():
        return Word(NUMBER, lexicon.NUMBER_WEIGHT)
    if word in lexicon.STOPS:
        return Word(word, 0.0)
    cut = stem(word)
    known = _CLASSES.get(word) or _CLASSES.get(f"-{cut}")
    return known or Word(cut, lexicon.PARTICULAR_WEIGHT)


def words_in(sentence: str, names: Iterable[str] = ()) -> tuple[Word, ...]:
    """The words of one sentence; `names` are folded words that name somebody."""
    named = frozenset(names)
    made = []
    for place, match in enumerate(_TOKENS.finditer(sentence)):
        token = match.group()
        word = folded(token.replace("’", "'").removesuffix("'s"))
        if not word:
            continue
        is_name = word in named or (
            place > 0 and token[0].isupper() and not token.isupper() and not is_ordinary(word)
        )
        made.append(Word(NAME, lexicon.NAME_WEIGHT) if is_name else _plain(word))
    return tuple(made)


def is_spanish(text: str) -> bool:
    """Whether a text is written in Spanish rather than in English.

    >>> is_spanish("Nombró a su hermana y el plan."), is_spanish("Named her sister and the plan.")
    (True, False)
    """
    words = [folded(hit.group()) for hit in _TOKENS.finditer(text)]
    spanish = sum(word in _SPANISH for word in words)
    return spanish > sum(word in _ENGLISH for word in words)


def is_ordinary(word: str) -> bool:
    """Whether a folded word is one of the vocabulary of session notes, and so no proper name."""
    return _plain(word).code != stem(word) or _plain(word).weight == 0
