"""Ordered rules: the first branch that holds wins, and silence is never read as none."""

from dataclasses import dataclass

from homeward.instruments.rules.expressions import Expression, Known, comparisons, holds
from homeward.instruments.rules.instrument import Instrument, OutcomeRule
from homeward.instruments.rules.missing import Answered

INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule's result, and whether a needed answer is still missing."""

    result: str
    incomplete: bool


def outcome_of(
    rule: OutcomeRule, instrument: Instrument, answered: Answered, known: Known
) -> Outcome:
    """The result of one rule.

    A default result with a needed item missing is incomplete; for a rule with
    `incomplete_when_missing` (C-SSRS) so is every result but the gravest, its first branch.
    """
    needed = _items_needed(rule, instrument)
    lacks_any = any(answered.lacks(name) for name in needed)
    for branch in rule.branches:
        if holds(branch.when, known):
            may_rise = (
                bool(rule.incomplete_when_missing) and branch.result != rule.branches[0].result
            )
            return Outcome(branch.result, may_rise and lacks_any)
    if any(name not in answered.values for name in rule.incomplete_when_missing):
        return Outcome(INCOMPLETE, True)
    return Outcome(rule.default, lacks_any)


def _items_needed(rule: OutcomeRule, instrument: Instrument) -> frozenset[str]:
    needed = set(rule.incomplete_when_missing)
    for branch in rule.branches:
        needed |= items_behind(branch.when, instrument)
    return frozenset(needed)


def items_behind(expression: Expression, instrument: Instrument) -> frozenset[str]:
    """The items a comparison rests on, through scores too."""
    found: set[str] = set()
    for compared in comparisons(expression):
        if compared.subject == "score":
            score = instrument.score(compared.names[0])
            gate = score.missing.gate if score.missing else None
            alternatives = {
                name for group in (score.missing.one_of if score.missing else ()) for name in group
            }
            found |= (set(score.items) - alternatives) | ({gate} if gate else set())
        else:
            found |= set(compared.names)
    return frozenset(found)
