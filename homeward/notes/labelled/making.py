"""The labelled set: notes to sign, each with the other notes it is compared with.

A case is labelled by how its note was made: `cloned` (copied, at most the person changed), `edited`
(copied and lightly changed), `paraphrased` (the same facts told anew in other words), `independent`
(other facts). Notes of one writer repeat the writer's usual frames, and two independent notes may
share a frame, an opening or one fact: as in life, that alone is no copy.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random
from types import ModuleType

from homeward.notes.labelled import edits, english, spanish

CLONED, EDITED, PARAPHRASED, INDEPENDENT = "cloned", "edited", "paraphrased", "independent"
LABELS = (CLONED, EDITED, PARAPHRASED, INDEPENDENT)
TEMPTING = ("situation", "event", "support", "action", "insight", "plan")
IN_THE_ROOM, EARLIER = 9, 5
SPANISH_SHARE = 0.35
HABITS = 2  # of the ways to say a thing, so many a writer uses
WITH_OPENING = 0.7
WITH_STOCK = 0.8  # of a writer's stock sentences, how many stand in a note
HALF_ANEW = 0.25  # of the facts of a paraphrase, how many keep their frame or their wording
SAME_FACT = 0.15  # how often an independent note shares one fact with a neighbour


@dataclass(frozen=True, slots=True)
class Case:
    """One note to sign; `source` is the place of what it was made from, None when independent."""

    label: str
    text: str
    others: tuple[str, ...]
    source: int | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    kind: str
    filler: int
    frame: int
    wording: int
    numbers: tuple[int, int]
    day: int


def labelled_set(seed: int, size: int, half: int | None = None) -> tuple[Case, ...]:
    """So many cases, a quarter of each label; halves 0 and 1 share no filler."""
    chance = Random(f"{seed}-{half}")  # noqa: S311 - a repeatable set, no secret
    cases: list[Case] = []
    while len(cases) < size:
        cases.extend(_group(chance, half))
    return tuple(cases[:size])


class _Writer:
    """One writer's usual frames, and facts of which none comes twice before all have come."""

    def __init__(self, chance: Random, tongue: ModuleType, half: int | None) -> None:
        self.chance, self.tongue, self.half = chance, tongue, half
        self.habits = {
            kind: chance.sample(range(len(frames)), min(HABITS, len(frames)))
            for kind, frames in tongue.FRAMES.items()
        }
        self.stock = chance.sample(range(len(tongue.FRAMES["stock"])), chance.randint(1, 3))
        self._decks: defaultdict[str, list[int]] = defaultdict(list)

    def facts(self) -> list[_Fact]:
        """What one note tells."""
        kinds = self.chance.sample(TEMPTING, self.chance.randint(2, 4))
        if self.chance.random() < WITH_OPENING:
            kinds.insert(0, "opening")
        told = [self._fact(kind) for kind in kinds]
        said = [frame for frame in self.stock if self.chance.random() < WITH_STOCK]
        return told + [_Fact("stock", 0, frame, 0, (0, 0), 0) for frame in said]

    def _fact(self, kind: str) -> _Fact:
        chance = self.chance
        return _Fact(
            kind, self._filler(kind), chance.choice(self.habits[kind]), chance.randrange(2),
            (chance.randint(2, 9), chance.randint(2, 9)), chance.randrange(len(self.tongue.DAYS)),
        )  # fmt: skip

    def _filler(self, kind: str) -> int:
        if kind not in self.tongue.FILLERS:
            return 0
        deck = self._decks[kind]
        if not deck:
            every = len(self.tongue.FILLERS[kind])
            deck.extend(range(every) if self.half is None else range(self.half, every, 2))
            self.chance.shuffle(deck)
        return deck.pop()


def _group(chance: Random, half: int | None) -> list[Case]:
    """Eight cases against the notes of one writer: two of each label."""
    tongue = spanish if chance.random() < SPANISH_SHARE else english
    writer = _Writer(chance, tongue, half)
    notes = [writer.facts() for _ in range(IN_THE_ROOM + EARLIER)]
    for first, second in pairwise(notes):
        if chance.random() < SAME_FACT:
            first[1] = second[1]
    people = [_person(chance, tongue) for _ in notes]
    texts = [" ".join(_told(note, tongue, who)) for note, who in zip(notes, people, strict=True)]
    cases = []
    for label in (*LABELS, *LABELS):
        source = chance.randrange(len(notes))
        who = _person(chance, tongue)
        made = _made(label, notes[source], writer, who)
        names = (who[3], people[source][3])
        cases.append(
            Case(label, made, tuple(texts), None if label == INDEPENDENT else source, names)
        )
    return cases


def _made(label: str, facts: list[_Fact], writer: _Writer, who: tuple[str, ...]) -> str:
    chance, tongue = writer.chance, writer.tongue
    if label == INDEPENDENT:
        return " ".join(_told(writer.facts(), tongue, who))
    if label == PARAPHRASED:
        return " ".join(_told([_anew(chance, each, tongue) for each in facts], tongue, who))
    sentences = list(_told(facts, tongue, who))
    if label == EDITED:
        for edit in chance.sample(edits.EDITS, chance.randint(2, 6)):
            sentences = edit(chance, sentences, tongue)
    return " ".join(sentences)


def _anew(chance: Random, fact: _Fact, tongue: ModuleType) -> _Fact:
    """The same fact in another frame and the other wording; of some facts only one of the two."""
    if fact.kind == "stock":
        return fact
    half = chance.random() < HALF_ANEW and fact.kind in tongue.FILLERS
    if half and chance.random() < 0.5:
        return replace(fact, wording=1 - fact.wording)
    others = [n for n in range(len(tongue.FRAMES[fact.kind])) if n != fact.frame]
    wording = fact.wording if half else 1 - fact.wording
    return replace(fact, frame=chance.choice(others), wording=wording)


def _person(chance: Random, tongue: ModuleType) -> tuple[str, ...]:
    return (*chance.choice(tongue.PRONOUNS), chance.choice(tongue.NAMES))


def _told(facts: list[_Fact], tongue: ModuleType, who: tuple[str, ...]) -> list[str]:
    subject, thing, owner, name = who
    sentences = []
    for place, fact in enumerate(facts):
        frame = tongue.FRAMES[fact.kind][fact.frame]
        filler = (
            tongue.FILLERS[fact.kind][fact.filler][fact.wording]
            if fact.kind in tongue.FILLERS
            else ""
        )
        words = {"s": subject, "o": thing, "p": owner, "S": _upper(name if place == 1 else subject)}
        words |= {
            "n": str(fact.numbers[0]),
            "m": str(fact.numbers[1]),
            "day": tongue.DAYS[fact.day],
        }
        sentences.append(_upper(frame.format(x=filler.format(**words), **words)))
    return sentences


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]
