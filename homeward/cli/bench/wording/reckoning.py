"""Sentences, their grades, and the share at a grade or below.

A sentence is what stands between full stops, or a line. What is filled in later counts as a word
of two syllables. Up to three words are a label: the formulas were not made for them, so they are
counted apart. Digits are no words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from homeward.cli.bench.wording.gathering import LANGUAGES, Told
from homeward.kernel.reading_grade import grade_of

GRADE = Decimal(6)
GOAL = Decimal("0.95")
LABEL = 3  # words
STAND_IN = {"en": "Monday", "es": "lunes"}

_FILLED = re.compile(r"%\(\w+\)[sd]|%%\w+|\{\{[^}]*\}\}|\{\w+\}")
_TAG = re.compile(r"<[^>]*>")
_ENDS = re.compile(r"(?<=[.!?…])[\"'”’)\]»]*\s+(?=[\"'“‘(«¿¡]*[^\W_a-záéíóúñü])|[\r\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Graded:
    """One sentence with its grade."""

    told: Told
    sentence: str
    grade: Decimal
    is_label: bool


@dataclass(slots=True)
class Share:
    """How many of them, and how many at the grade or below."""

    sentences: int = 0
    plain: int = 0
    labels: int = 0
    plain_labels: int = 0

    def take(self, graded: Graded) -> None:
        """Count one."""
        fits = graded.grade <= GRADE
        if graded.is_label:
            self.labels += 1
            self.plain_labels += fits
        else:
            self.sentences += 1
            self.plain += fits

    @property
    def share(self) -> Decimal:
        """Of the sentences, four places; 1 where there is none."""
        if not self.sentences:
            return Decimal(1)
        return (Decimal(self.plain) / self.sentences).quantize(Decimal("0.0001"))


@dataclass(slots=True)
class Reckoned:
    """Shares by language and room, and what is above the grade."""

    whole: dict[str, Share] = field(
        default_factory=lambda: {language: Share() for language in LANGUAGES}
    )
    rooms: dict[str, dict[str, Share]] = field(
        default_factory=lambda: {language: defaultdict(Share) for language in LANGUAGES}
    )
    above: list[Graded] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether each language reaches the goal."""
        return all(each.share >= GOAL for each in self.whole.values())


def reckon(strings: Iterable[Told]) -> Reckoned:
    """Grade every sentence; the same sentence of one room and language counts once."""
    made = Reckoned()
    seen: set[tuple[str, str, str]] = set()
    for told in strings:
        for graded in sentences_of(told):
            key = (told.language, told.room, graded.sentence)
            if key in seen:
                continue
            seen.add(key)
            made.whole[told.language].take(graded)
            made.rooms[told.language][told.room].take(graded)
            if graded.grade > GRADE and not graded.is_label:
                made.above.append(graded)
    made.above.sort(key=lambda each: (each.told.language, each.told.place, -each.grade))
    return made


def sentences_of(told: Told) -> Iterator[Graded]:
    """The sentences of one string; parts without a word are left out."""
    plain = _TAG.sub(" ", _FILLED.sub(STAND_IN[told.language], told.text))
    for part in _ENDS.split(plain):
        sentence = " ".join(part.split())
        words = len(_WORD.findall(sentence))
        grade = grade_of(sentence, told.language) if words else None
        if grade is not None:
            yield Graded(told, sentence, grade, words <= LABEL)
