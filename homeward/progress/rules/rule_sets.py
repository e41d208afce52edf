"""Every version of the weekly suggestion that was ever in force; each can still be run.

| Rule set | In force from | What it changed                                                      |
| -------- | ------------- | -------------------------------------------------------------------- |
| step-1   | 1 Jan 2026    | the first published rules                                            |
| step-2   | 23 Nov 2026   | hospital, crisis of mind, use told and worse measures; absence is no |
|          |               | reason for less care                                                 |
| step-3   | 23 Nov 2026   | rising use is new use, and more than before; tests missed too often  |
|          |               | say nothing                                                          |
| step-4   | 23 Nov 2026   | support is what was said, not who is on file; a plan for staying     |
|          |               | well that the client made theirs counts                              |

A version is never changed, only followed: a card keeps the version that spoke, and the recorded
version carries a mark of the program's numbers, so that another number is another version.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from types import MappingProxyType

from homeward.kernel.reasons import Decision, mark_of
from homeward.progress.rules import review, step_2, step_3, step_4
from homeward.progress.rules.review import ReviewNumbers, Standing


class UnknownRuleSet(ValueError):
    """No rule set of that name was ever in force."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version: its name, its own version, the day it came into force, and the rules."""

    code: str
    version: str
    since: date
    rules: Callable[[Standing, ReviewNumbers], Decision]

    def suggest(self, standing: Standing, numbers: ReviewNumbers) -> Decision:
        """What this version says; the version recorded names the numbers it used."""
        decision = self.rules(standing, numbers)
        return replace(
            decision,
            version=f"{decision.version}+{mark_of(numbers)}",
            extras={**decision.extras, "numbers": asdict(numbers)},
        )


RULE_SETS: Mapping[str, RuleSet] = MappingProxyType(
    {
        each.code: each
        for each in (
            RuleSet(review.RULE_SET, review.VERSION, date(2026, 1, 1), review.suggest),
            RuleSet(step_2.RULE_SET, step_2.VERSION, date(2026, 11, 23), step_2.suggest),
            RuleSet(step_3.RULE_SET, step_3.VERSION, date(2026, 11, 23), step_3.suggest),
            RuleSet(step_4.RULE_SET, step_4.VERSION, date(2026, 11, 23), step_4.suggest),
        )
    }
)
CURRENT = RULE_SETS[step_4.RULE_SET]


def rule_set_named(code: str) -> RuleSet:
    """The version of that name. Raises UnknownRuleSet."""
    try:
        return RULE_SETS[code]
    except KeyError as fault:
        raise UnknownRuleSet(code) from fault


def suggest(standing: Standing, numbers: ReviewNumbers) -> Decision:
    """What the version in force says."""
    return CURRENT.suggest(standing, numbers)
