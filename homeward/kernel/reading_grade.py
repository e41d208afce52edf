"""How many years of school a text asks of its reader, in English or Spanish.

English: Flesch-Kincaid grade, 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid,
Fishburne, Rogers and Chissom, 1975, Naval Technical Training Command report 8-75).
Spanish: the ease of Fernández-Huerta, 206.84 - 60 syllables per word - 1.02 words per sentence
(Fernández Huerta, 1959, Consigna 214, with the slip of the first printing mended), read as the
grade that ends its band: the first grade of school that is sure to follow the text.

A grade is a hint to a writer, not a measure of a reader; short lines swing widely.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from pyphen import Pyphen

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER_POINT = re.compile(r"(?<=\d)[.,:](?=\d)")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[\n\r;:]+|(?<=\w)\s*[•·]\s*")
_TENTH = Decimal("0.1")

# The lowest ease of a band and the last grade in it (Fernández Huerta's own table).
_BANDS = ((90, 4), (80, 5), (70, 6), (60, 8), (50, 12), (30, 16))
_BEYOND_COLLEGE = Decimal(17)

_ENGLISH_HIATUS = re.compile(
    r"(?<=[aeiou])ing|i(?=[aou]|et|en[ct])(?<![tcsgx]i)|e(?=o(?:s?$|l))|u(?=al|ou|et)(?<!qu)|ea$"
)
_ENGLISH_SILENT_WITHIN = re.compile(
    r"(?<=[^aeiouy])e(?=(?:ly|one|thing|ness|ment|ful|less|where|time|body)s?$)"
)
_ENGLISH_MURMUR = re.compile(r"(?<=s)m(?=s?$)|(?<=th)m(?=s?$)")
_ENGLISH_SILENT = re.compile(r"(?<=[^aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeioudt])ed$")
_ENGLISH_SILENT_ES = re.compile(r"(?<![cgsxz])(?<![sc]h)(?<=[^aeiouy])es$")
_SPANISH_SILENT = re.compile(r"(?<=[gq])u(?=[eiéí])")
_SPANISH_NUCLEUS = re.compile(r"[iuüy]*[aeoáéó](?:[iuü]|y$)*(?![íú])|[íú]|[iuü]+y?|y$|[aeoáéó]")


def grade_of(text: str, language: str) -> Decimal | None:
    """Return the school grade of `text` to a tenth, never below 0; None where nothing can be read.

    `language` is a tag such as `en`, `es` or `es-MX`; any other language has no grade here.
    A line, a colon and a semicolon end a sentence as a full stop does: a list reads as its lines.
    """
    tongue = language.lower().replace("_", "-").split("-", 1)[0]
    if tongue not in ("en", "es"):
        return None
    plain = _NUMBER_POINT.sub("", text)
    words = 0
    syllables = 0
    sentences = 0
    for sentence in _sentences(plain):
        sentences += 1
        words += len(sentence)
        syllables += sum(syllables_of(word, tongue) for word in sentence)
    if not words:
        return None
    per_sentence = Decimal(words) / sentences
    per_word = Decimal(syllables) / words
    if tongue == "es":
        return _grade_of_ease(fernandez_huerta(per_sentence, per_word))
    return max(Decimal(0), flesch_kincaid(per_sentence, per_word)).quantize(_TENTH, ROUND_HALF_UP)


def flesch_kincaid(words_per_sentence: Decimal, syllables_per_word: Decimal) -> Decimal:
    """Return the United States school grade of an English text; it may be below zero."""
    return (
        Decimal("0.39") * words_per_sentence
        + Decimal("11.8") * syllables_per_word
        - Decimal("15.59")
    )


def fernandez_huerta(words_per_sentence: Decimal, syllables_per_word: Decimal) -> Decimal:
    """Return the ease of a Spanish text: 100 is very easy, 0 very hard."""
    return Decimal("206.84") - 60 * syllables_per_word - Decimal("1.02") * words_per_sentence


@lru_cache(maxsize=50_000)
def syllables_of(word: str, language: str) -> int:
    """Return how many syllables a word has, at least one.

    Hyphenation marks where a word may break, which is fewer places than it has syllables; the
    vowels are counted too and the larger count stands, so a grade errs toward the harder.
    """
    bare = word.lower().replace("'", "").replace("’", "")
    return max(1, _broken(bare, language), _sounded(bare, language))


def _sentences(text: str) -> Iterator[list[str]]:
    for part in _SENTENCE_END.split(text):
        words = _WORD.findall(part)
        if words:
            yield words


def _grade_of_ease(ease: Decimal) -> Decimal:
    for lowest, grade in _BANDS:
        if ease >= lowest:
            return Decimal(grade)
    return _BEYOND_COLLEGE


def _broken(word: str, language: str) -> int:
    vowels = frozenset("aeiouyáéíóúü")
    pieces = _dictionary(language).inserted(word).split("-")
    return sum(1 for piece in pieces if vowels.intersection(piece))


def _sounded(word: str, language: str) -> int:
    if language == "es":
        return len(_SPANISH_NUCLEUS.findall(_SPANISH_SILENT.sub("", word)))
    whole = _ENGLISH_MURMUR.sub("em", _ENGLISH_SILENT_WITHIN.sub("", word))
    spoken = _ENGLISH_SILENT_ES.sub("s", _ENGLISH_SILENT.sub("", whole))
    apart = _ENGLISH_HIATUS.sub(lambda found: f"{found.group()[0]}·{found.group()[1:]}", spoken)
    return len(re.findall(r"[aeiouy]+", apart))


@lru_cache(maxsize=2)
def _dictionary(language: str) -> Pyphen:
    return Pyphen(lang={"en": "en_US", "es": "es"}[language])
