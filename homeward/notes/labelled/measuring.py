"""Figures of the labelled set: what is warned of at a threshold, by class."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from homeward.notes.labelled.making import CLONED, EDITED, LABELS, PARAPHRASED, Case
from homeward.notes.rules.similarity import Earlier, compare, words_of

COPIES = frozenset({CLONED, EDITED})


@dataclass(frozen=True, slots=True)
class Judged:
    """One case with what the search said: how alike the nearest note is, and whether it is it."""

    case: Case
    percent: int
    is_source: bool
    twins: int


def judged(cases: Iterable[Case]) -> tuple[Judged, ...]:
    """Every case against the notes it is compared with."""
    made = []
    for case in cases:
        others = [Earlier(str(place), text) for place, text in enumerate(case.others)]
        best = max(compare(case.text, others, names=case.names), key=lambda each: each.percent)
        made.append(Judged(case, best.percent, best.ref == str(case.source), len(best.twins)))
    return tuple(made)


def by_class(found: Sequence[Judged], threshold: int) -> dict[str, float]:
    """Share warned of by class; recall and precision for copies and light edits.

    `precision` takes a warning about a paraphrase for wrong; `precision_but_paraphrases` leaves
    paraphrases out. `right_twin` is the share of found copies shown beside what they come from.
    """
    of = {label: [each for each in found if each.case.label == label] for label in LABELS}
    warned = [each for each in found if each.percent >= threshold]
    right = [each for each in warned if each.case.label in COPIES]
    others = [each for each in warned if each.case.label != PARAPHRASED]
    figures = {
        f"warned_{label}": _share(sum(each.percent >= threshold for each in of[label]), of[label])
        for label in LABELS
    }
    return figures | {
        "recall": _share(len(right), [each for each in found if each.case.label in COPIES]),
        "precision": _share(len(right), warned),
        "precision_but_paraphrases": _share(len(right), others),
        "right_twin": _share(sum(each.is_source and each.twins > 0 for each in right), right),
    }


def chosen(found: Sequence[Judged], steps: Iterable[int]) -> int:
    """The threshold with the best harmonic mean of recall and precision; the middle of equals."""
    scores = {step: _balance(by_class(found, step)) for step in steps}
    best = [step for step, score in scores.items() if score == max(scores.values())]
    return best[len(best) // 2]


def word_pairs_alone(found: Sequence[Judged], steps: Iterable[int]) -> dict[str, float]:
    """The plain measure for comparison: the share of word pairs two texts have in common."""
    plain = [
        Judged(each.case, max(_pairs(each.case.text, o) for o in each.case.others), False, 0)
        for each in found
    ]
    step = chosen(plain, steps)
    figures = by_class(plain, step)
    return {
        "threshold_percent": step,
        "recall": figures["recall"],
        "precision": figures["precision"],
    }


def _pairs(one: str, other: str) -> int:
    first, second = (Counter(pairwise(words_of(text))) for text in (one, other))
    return 200 * (first & second).total() // max(1, first.total() + second.total())


def _balance(figures: dict[str, float]) -> float:
    recall, precision = figures["recall"], figures["precision"]
    return 2 * recall * precision / max(1e-9, recall + precision)


def _share(part: int, whole: Sequence[Judged]) -> float:
    return round(part / len(whole), 4) if whole else 0.0
