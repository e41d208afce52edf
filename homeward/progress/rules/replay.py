"""What a rule set would have said of reviews that were held: counted, and listed where it differs.

Each case carries the facts as they were known then. Nothing is judged: a team that decided
otherwise had reasons that are on record beside it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from homeward.kernel.reasons import Reason, State
from homeward.progress.rules.review import ReviewNumbers, Standing
from homeward.progress.rules.rule_sets import RuleSet

NOT_DECIDED = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One review that was held: its facts, what was suggested then and what the team decided."""

    key: str
    on: date
    standing: Standing
    numbers: ReviewNumbers
    suggested: str
    rule_set: str
    version: str
    decided: str = NOT_DECIDED


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other rule set says of one case, with the lines that are met or fall short."""

    case: Case
    outcome: str
    version: str
    reasons: tuple[Reason, ...]

    @property
    def agrees_with_rules(self) -> bool:
        """Whether it says what the rules said then."""
        return self.outcome == self.case.suggested

    @property
    def agrees_with_team(self) -> bool:
        """Whether it says what the team decided."""
        return self.outcome == self.case.decided


@dataclass(frozen=True, slots=True)
class Replay:
    """Every case answered again."""

    rule_set: str
    answers: tuple[Answer, ...]

    @property
    def differing(self) -> tuple[Answer, ...]:
        """Where it would have said something else than the rules did."""
        return tuple(each for each in self.answers if not each.agrees_with_rules)

    @property
    def decided(self) -> tuple[Answer, ...]:
        """The cases a team decided."""
        return tuple(each for each in self.answers if each.case.decided)

    @property
    def against_the_team(self) -> tuple[Answer, ...]:
        """Where the team decided otherwise than it would have suggested."""
        return tuple(each for each in self.decided if not each.agrees_with_team)

    def moves(self) -> Counter[tuple[str, str]]:
        """How often it would have said the second where the rules said the first."""
        return Counter((each.case.suggested, each.outcome) for each in self.answers)


def replayed(
    cases: Iterable[Case], rule_set: RuleSet, numbers: ReviewNumbers | None = None
) -> Replay:
    """Run a rule set over cases, with each case's own numbers unless others are given."""
    answers = []
    for case in cases:
        decision = rule_set.suggest(case.standing, numbers or case.numbers)
        shown = tuple(line for line in decision.reasons if line.state is not State.UNKNOWN)
        answers.append(Answer(case, decision.outcome, decision.version, shown))
    return Replay(rule_set.code, tuple(answers))
