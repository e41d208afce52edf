"""What would change the answer: each open fact and each rating, one at a time.

A clinician sees which question is worth asking next: an unknown fact whose answer moves the level
or a hold is named with both outcomes; a fact that moves nothing is not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from homeward.kernel.reasons import Decision
from homeward.placement.rules.assessment import SUICIDE_RISKS, Assessment
from homeward.placement.rules.numbers import DEFAULT_NUMBERS, PlacementNumbers
from homeward.placement.rules.recommend import recommend
from homeward.placement.rules.versions import NOW, RuleVersion

FACT, RATING = "fact", "rating"
YES_NO = (False, True)
# What may come of asking, worst last; a wish or a free hour changes no level and is left out.
ANSWERS: dict[str, tuple[Any, ...]] = {
    "ciwa_ar": (0, 10, 19),
    "cows": (0, 13),
    "hours_since_last_drink": (4, 24),
    "intoxicated_now": YES_NO,
    "seizure_or_delirium_history": YES_NO,
    "drinking_or_sedatives_last_7_days": YES_NO,
    "daily_benzodiazepine": YES_NO,
    "opioid_use": YES_NO,
    "pregnant": YES_NO,
    "abnormal_vitals": YES_NO,
    "confusion_or_seizure_now": YES_NO,
    "unstable_medical": YES_NO,
    "suicide_risk": SUICIDE_RISKS,
    "psychosis_unmanaged": YES_NO,
    "safe_living": (True, False),
    "sober_support": (True, False),
    "outpatient_attempts_last_year": (0, 1, 2),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One other answer and what it would make of the decision.

    `kind` is fact or rating, `name` the fact or the dimension's number; holds are codes.
    """

    kind: str
    name: str
    value: Any
    level: str
    holds_added: tuple[str, ...]
    holds_gone: tuple[str, ...]
    moves_level: bool


Ask = Callable[[Assessment], Decision]


def changes(
    assessment: Assessment,
    numbers: PlacementNumbers = DEFAULT_NUMBERS,
    version: RuleVersion = NOW,
) -> tuple[Change, ...]:
    """Unknown facts first, then ratings one step up or down; only what moves level or holds."""

    def ask(other: Assessment) -> Decision:
        return recommend(other, numbers, version)

    now = ask(assessment)
    found = (*_facts(assessment, ask, now), *_ratings(assessment, ask, now))
    return tuple(each for each in found if each.moves_level or each.holds_added or each.holds_gone)


def _facts(assessment: Assessment, ask: Ask, now: Decision) -> Iterator[Change]:
    for name, answers in ANSWERS.items():
        if getattr(assessment.facts, name) is not None:
            continue
        for value in answers:
            other = replace(assessment, facts=replace(assessment.facts, **{name: value}))
            yield _change(FACT, name, value, now, ask(other))


def _ratings(assessment: Assessment, ask: Ask, now: Decision) -> Iterator[Change]:
    for dimension in assessment.rated_dimensions:
        rating = assessment.ratings.get(dimension)
        steps = range(5) if rating is None else (rating - 1, rating + 1)
        for value in steps:
            if 0 <= value <= 4:
                ratings = {**assessment.ratings, dimension: value}
                other = ask(replace(assessment, ratings=ratings))
                yield _change(RATING, str(dimension), value, now, other)


def _change(kind: str, name: str, value: Any, now: Decision, then: Decision) -> Change:
    before, after = _holds(now), _holds(then)
    return Change(
        kind,
        name,
        value,
        then.outcome,
        tuple(code for code in after if code not in before),
        tuple(code for code in before if code not in after),
        then.outcome != now.outcome,
    )


def _holds(decision: Decision) -> tuple[str, ...]:
    return tuple(hold["code"] for hold in decision.extras["holds"])
