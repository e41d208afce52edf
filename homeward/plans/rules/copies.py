"""Whether a plan is a near copy of another client's.

Compared is what makes a plan a person's own: strengths, barriers, problems, goals in their words.
Steps, measures and services come from the program and may be alike by right. Two sentences are
twins from `twin_percent` likeness: the share of neighbouring word pairs they have in common
(Dice's coefficient), numbers counted as one word, so that a changed number hides nothing.

Source: identical individual text is a usual ground for denial of payment (field practice).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from homeward.plans.rules.tree import PlanDraft

FEWEST_WORDS = 4  # "Poor sleep." is short, not copied
_SENTENCE = re.compile(r"[.!?;\n]+")
_WORD = re.compile(r"[^\W\d]+|\d+")


@dataclass(frozen=True, slots=True)
class NearCopy:
    """The plan most like this one: how much of this one stands there, and which sentences."""

    ref: Hashable
    percent: int
    twins: tuple[str, ...]


def own_sentences(plan: PlanDraft) -> tuple[str, ...]:
    """The sentences that are the client's, in the order of the form, each once."""
    texts = [plan.strengths, plan.barriers]
    for problem in plan.problems:
        texts += [problem.statement, *(goal.own_words for goal in problem.goals)]
    return tuple(dict.fromkeys(each for text in texts for each in sentences_of(text)))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text that are long enough to compare."""
    found = (part.strip() for part in _SENTENCE.split(text))
    return tuple(part for part in found if len(_words(part)) >= FEWEST_WORDS)


def near_copy(
    own: Sequence[str],
    others: Iterable[tuple[Hashable, str]],
    *,
    twin_percent: int,
    copy_percent: int,
) -> NearCopy | None:
    """The other plan that holds at least `copy_percent` of this one's words; None when none does.

    `others` are (plan, text) pairs. One pass over them; the work grows with their words, not with
    the number of pairs.
    """
    pairs = [_pairs(sentence) for sentence in own]
    index: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, counted in enumerate(pairs):
        for pair, times in counted.items():
            index[pair].append((place, times))
    twins: dict[Hashable, set[int]] = defaultdict(set)
    for ref, text in others:
        for sentence in sentences_of(text):
            twins[ref] |= _twins_of(sentence, pairs, index, twin_percent)
    return _worst(own, twins, copy_percent)


def _twins_of(
    sentence: str,
    pairs: Sequence[Counter[tuple[str, str]]],
    index: dict[tuple[str, str], list[tuple[int, int]]],
    twin_percent: int,
) -> set[int]:
    theirs = _pairs(sentence)
    shared: Counter[int] = Counter()
    for pair, times in theirs.items():
        for place, ours in index.get(pair, ()):
            shared[place] += min(times, ours)
    size = theirs.total()
    return {
        place
        for place, common in shared.items()
        if 200 * common >= twin_percent * (size + pairs[place].total())
    }


def _worst(
    own: Sequence[str], twins: dict[Hashable, set[int]], copy_percent: int
) -> NearCopy | None:
    sizes = [len(_words(sentence)) for sentence in own]
    whole = sum(sizes)
    found = [
        NearCopy(
            ref,
            100 * sum(sizes[place] for place in places) // whole,
            tuple(own[place] for place in sorted(places)),
        )
        for ref, places in twins.items()
        if places
    ]
    alike = [each for each in found if each.percent >= copy_percent]
    return max(alike, key=lambda each: each.percent, default=None)


def _pairs(sentence: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(_words(sentence)))


def _words(text: str) -> list[str]:
    return ["#" if word.isdigit() else word for word in _WORD.findall(text.casefold())]
