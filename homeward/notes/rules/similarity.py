"""Near-copies: the same words for several clients or several days, found sentence by sentence.

Each sentence is compared with each sentence of the other notes by the particular words they have in
common (whatever their order) and by the pairs of neighbouring words they have in common. A note is
as like another as the weight of its sentences that stand there, too, from 0 to 100. What repeats
the shared part counts for nothing. It warns, shows both sentences, and blocks nothing.

Source: identical individual text across clients or days is a usual ground for denial; compare and
warn. Figures of the labelled set: `homeward bench notes`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from homeward.notes.rules.wording import Word, folded, sentences_of, words_in

FEWEST_WORDS = 6  # "Arrived late, listened." is short, not cloned
SENTENCE_FROM = 0.60  # from here on two sentences are shown as twins
COUNTS_FROM = 0.45  # below it a sentence is its own
SHARED_FROM = 0.75  # a sentence this near to one of the shared part is not the client's own
SHARED_WORDS = 0.5  # what a word of the shared part still weighs
# How much the words count against their order: for usual words the order says more.
PARTICULAR_SHARE, USUAL_SHARE = 0.72, 0.45
PARTICULAR_FROM = 2.5
INSIDE = 0.93  # a sentence found whole inside a longer one
INSIDE_FROM = 2.5
FEW = 0.3
STOCK_FROM, STOCK_FALL, STOCK_LEAST = 0.8, 0.5, 0.25
WHOLE, MOSTLY = 0.85, 0.6
WORTH_SHOWING = 1.2  # "Mood followed." says too little to be shown as a twin


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another note's own part to compare with: an opaque reference and its text."""

    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Twin:
    """A sentence of this note and the one it is like, both as written, and how alike in percent."""

    sentence: str
    twin: str
    percent: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like another text is, in percent, and which sentences make it so, the nearest first."""

    ref: str
    percent: int
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    words: int
    bag: dict[str, float]
    pairs: frozenset[tuple[str, str]]
    weight: float


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case or punctuation."""
    return tuple(re.findall(r"\w+", text.casefold()))


def likeness(one: str, other: str) -> int:
    """0 to 100; how much of the first text stands in the second one, too.

    >>> likeness("He named three triggers and one plan.", "he named two triggers, and one plan")
    100
    """
    found = compare(one, [Earlier("", other)])
    return found[0].percent


def most_alike(
    text: str,
    earlier: Iterable[Earlier],
    from_percent: int,
    *,
    shared: str = "",
    names: Iterable[str] = (),
) -> Likeness | None:
    """The text most like this one at or over the threshold; None when there is none."""
    found = compare(text, earlier, shared=shared, names=names)
    alike = [each for each in found if each.percent >= from_percent]
    return max(alike, key=lambda each: each.percent, default=None)


def compare(
    text: str, earlier: Iterable[Earlier], *, shared: str = "", names: Iterable[str] = ()
) -> tuple[Likeness, ...]:
    """How like each of the other texts this one is, in their order.

    `shared` is the part written once for everyone; `names` are words that name somebody.
    """
    return Comparing(shared, names).compare(text, earlier)


class Comparing:
    """Many comparisons against one shared part; each text is read once."""

    def __init__(self, shared: str = "", names: Iterable[str] = ()) -> None:
        self._named = frozenset(folded(part) for name in names for part in name.split())
        self._read_before: dict[str, tuple[_Sentence, ...]] = {}
        self._shared: tuple[_Sentence, ...] = ()
        self._lighter: frozenset[str] = frozenset()
        self._shared = self._read(shared)
        self._lighter = frozenset(code for each in self._shared for code in each.bag)
        self._read_before.clear()

    def compare(self, text: str, earlier: Iterable[Earlier]) -> tuple[Likeness, ...]:
        """How like each of the other texts this one is, in their order."""
        mine = [
            each
            for each in self._read(text)
            if not any(_alike(each, said) >= SHARED_FROM for said in self._shared)
        ]
        matched = [
            (each.ref, _matched(mine, theirs), _words(theirs))
            for each in earlier
            for theirs in (self._read(each.text),)
        ]
        weights = _weights(mine, [row for _, row, _ in matched])
        enough = _words(mine) >= FEWEST_WORDS
        return tuple(
            _likeness(ref, mine, row, weights)
            if enough and words >= FEWEST_WORDS
            else Likeness(ref, 0)
            for ref, row, words in matched
        )

    def _read(self, text: str) -> tuple[_Sentence, ...]:
        found = self._read_before.get(text)
        if found is None:
            found = self._read_before[text] = tuple(
                _sentence(written, words, self._lighter)
                for written in sentences_of(text)
                if (words := words_in(written, self._named))
            )
        return found


def _matched(mine: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> list[tuple[float, str]]:
    """For each own sentence how alike the nearest of theirs is, and that sentence."""
    row = []
    for each in mine:
        order = sorted(((_alike(each, other), -n) for n, other in enumerate(theirs)), reverse=True)
        if not order:
            row.append((0.0, ""))
            continue
        alike, nearest = order[0][0], theirs[-order[0][1]]
        if COUNTS_FROM <= alike < WHOLE and len(order) > 1:
            alike = max(alike, _in_two(each, nearest, theirs[-order[1][1]]))
        row.append((alike, nearest.text))
    return row


def _weights(
    mine: Sequence[_Sentence], matched: Sequence[Sequence[tuple[float, str]]]
) -> list[float]:
    """What each own sentence weighs; a writer's stock sentence, found in many notes, weighs less.

    Where every sentence stands in many notes all weigh less, and so the share stays what it was.
    """
    weights = []
    for place, each in enumerate(mine):
        found = sum(row[place][0] >= STOCK_FROM for row in matched)
        weights.append(each.weight * max(STOCK_LEAST, 1 / (1 + STOCK_FALL * max(0, found - 1))))
    return weights


def _likeness(
    ref: str, mine: Sequence[_Sentence], row: Sequence[tuple[float, str]], weights: Sequence[float]
) -> Likeness:
    total, covered = sum(weights), 0.0
    twins = []
    for each, (alike, nearest), weight in zip(mine, row, weights, strict=True):
        if alike >= COUNTS_FROM:
            covered += weight * alike
        if alike >= SENTENCE_FROM and each.weight >= WORTH_SHOWING:
            twins.append(Twin(each.text, nearest, round(100 * alike)))
    twins.sort(key=lambda twin: -twin.percent)
    return Likeness(ref, round(100 * covered / total) if total else 0, tuple(twins))


def _in_two(one: _Sentence, first: _Sentence, second: _Sentence) -> float:
    """0 to 1: how much of a sentence stands in two shorter ones that it was made of."""
    for part in (first, second):
        inside = sum(min(weight, one.bag.get(code, 0.0)) for code, weight in part.bag.items())
        if not part.weight or inside < MOSTLY * part.weight:
            return 0.0
    words = sum(
        min(weight, max(first.bag.get(code, 0.0), second.bag.get(code, 0.0)))
        for code, weight in one.bag.items()
    )
    pairs = len(one.pairs & (first.pairs | second.pairs))
    return INSIDE * (
        PARTICULAR_SHARE * words / one.weight + (1 - PARTICULAR_SHARE) * pairs / len(one.pairs)
    )


def _alike(one: _Sentence, other: _Sentence) -> float:
    """0 to 1: how much of one sentence stands in the other."""
    bag, others = one.bag, other.bag
    words = 0.0
    for code in bag.keys() & others.keys():
        words += min(bag[code], others[code])
    both = min(one.weight, other.weight)
    if words < FEW * both:  # whatever their order, too little is the same
        return 0.0
    words += _misspelt(one, other)
    pairs = len(one.pairs & other.pairs)
    share = PARTICULAR_SHARE if both >= PARTICULAR_FROM else USUAL_SHARE
    mean = share * 2 * words / (one.weight + other.weight) + (1 - share) * 2 * pairs / (
        len(one.pairs) + len(other.pairs)
    )
    if one.weight < INSIDE_FROM:
        return mean
    inside = share * words / one.weight + (1 - share) * pairs / len(one.pairs)
    return max(mean, INSIDE * min(1.0, inside))


def _misspelt(one: _Sentence, other: _Sentence) -> float:
    """What particular words weigh that differ by one letter."""
    left = [code for code in one.bag if code not in other.bag and len(code) > 3]
    if not left or len(left) > 4:
        return 0.0
    right = [code for code in other.bag if code not in one.bag and len(code) > 3]
    total = 0.0
    for code in left:
        near = [other.bag[each] for each in right if one_letter_apart(code, each)]
        total += min(one.bag[code], max(near, default=0.0))
    return total


@lru_cache(maxsize=20_000)
def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter added, left out, changed or swapped with the next."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return rest[1:] == others or rest == others[1:] or rest[1:] == others[1:] or swapped


def _sentence(text: str, words: tuple[Word, ...], lighter: frozenset[str]) -> _Sentence:
    bag: dict[str, float] = {}
    for word in words:
        if word.weight:
            weight = word.weight * (SHARED_WORDS if word.code in lighter else 1)
            bag[word.code] = bag.get(word.code, 0.0) + weight
    codes = ["", *(word.code for word in words), ""]
    return _Sentence(text, len(words), bag, frozenset(pairwise(codes)), sum(bag.values()))


def _words(sentences: Sequence[_Sentence]) -> int:
    return sum(each.words for each in sentences)
