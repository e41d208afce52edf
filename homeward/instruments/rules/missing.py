"""Which items of a score still lack an answer, once skipped and unasked ones are set aside.

An item skipped by rule counts as nought. An item the form did not ask (its `enableWhen` is
false) is not missing. Source: `docs/algorithms/instrument-scoring.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.instruments.rules.instrument import Instrument, Number, Score
from homeward.instruments.rules.skips import items_not_asked, items_skipped


@dataclass(frozen=True, slots=True)
class Answered:
    """The raw answers with skipped items at nought, and the items nobody was asked."""

    values: Mapping[str, Number]
    not_asked: frozenset[str]
    order: tuple[str, ...]

    @classmethod
    def of(cls, instrument: Instrument, raw: Mapping[str, Number]) -> "Answered":
        """What scoring may use, from raw answers."""
        skipped = items_skipped(instrument, raw)
        values = {**dict.fromkeys(skipped, 0), **raw}
        return cls(
            values, items_not_asked(instrument, raw) - frozenset(values), tuple(instrument.items)
        )

    def lacks(self, name: str) -> bool:
        """Whether an item should have an answer and has none."""
        return name not in self.values and name not in self.not_asked

    def missing_for(self, score: Score) -> tuple[str, ...]:
        """The unanswered items a score needs, in form order."""
        rule = score.missing
        # A gate or required item is missing even where the form would not have asked it.
        must = {name for name in (rule.gate, *rule.required) if name} if rule else set()
        satisfied = {
            name
            for group in (rule.one_of if rule else ())
            if any(other in self.values for other in group)
            for name in group
        }
        lacking = {name for name in must if name not in self.values}
        lacking |= {name for name in score.items if self.lacks(name)} - satisfied
        return tuple(name for name in self.order if name in lacking)

    def is_closed(self, score: Score) -> bool:
        """Whether the score must stay null: gate or required item silent, or alternatives clash."""
        rule = score.missing
        if rule is None:
            return False
        silent = any(name not in self.values for name in (rule.gate, *rule.required) if name)
        return silent or bool(self.clashes(score))

    def clashes(self, score: Score) -> tuple[str, ...]:
        """Alternatives of which exactly one was expected but several were answered."""
        groups = score.missing.one_of if score.missing else ()
        return tuple(
            name
            for group in groups
            if sum(other in self.values for other in group) > 1
            for name in group
        )
