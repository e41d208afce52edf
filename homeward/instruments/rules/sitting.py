"""Which questions stand open while a form is being answered, and which answers still count.

Skip logic and `enableWhen` are applied as answers come: docs/algorithms/instrument-scoring.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.instruments.rules.instrument import Instrument, Number
from homeward.instruments.rules.missing import Answered
from homeward.instruments.rules.skips import items_not_asked, items_skipped


@dataclass(frozen=True, slots=True)
class Standing:
    """The questions asked now in form order, those still open, and those that must be answered."""

    asked: tuple[str, ...]
    open: tuple[str, ...]
    needed: tuple[str, ...]

    @property
    def answered(self) -> int:
        """How many of the questions asked have an answer."""
        return len(self.asked) - len(self.open)

    def after(self, link_id: str) -> str | None:
        """The question asked after this one; None at the end. Works for one not asked, too."""
        return self._beside(link_id, self.asked)

    def before(self, link_id: str) -> str | None:
        """The question asked before this one; None at the beginning."""
        return self._beside(link_id, self.asked[::-1])

    def first_open(self) -> str:
        """Where to go on: the first open question, or the last one when none is open."""
        return self.open[0] if self.open else self.asked[-1]

    def _beside(self, link_id: str, order: tuple[str, ...]) -> str | None:
        if link_id not in order:
            return None
        place = order.index(link_id) + 1
        return order[place] if place < len(order) else None


def standing_of(instrument: Instrument, answers: Mapping[str, Number]) -> Standing:
    """What is asked, with the answers so far. Every question whose `enableWhen` waits is left out.

    An answered question that skip logic would pass over stays: its answer counts.
    """
    counted = still_asked(instrument, answers)
    away = items_not_asked(instrument, counted) | items_skipped(instrument, counted)
    asked = tuple(name for name in instrument.items if name not in away)
    answered = Answered.of(instrument, counted)
    return Standing(
        asked=asked,
        open=tuple(name for name in asked if name not in counted),
        needed=tuple(
            name
            for name, item in instrument.items.items()
            if item.is_required and answered.lacks(name)
        ),
    )


def still_asked(instrument: Instrument, answers: Mapping[str, Number]) -> dict[str, Number]:
    """The answers without those whose question is no longer asked.

    Taking back the answer that opened a question takes its own answer out of the form: FHIR
    Questionnaire.item.enableWhen, "disabled items are not answered". Repeated until nothing moves.
    """
    kept = {name: answers[name] for name in instrument.items if name in answers}
    while gone := items_not_asked(instrument, kept) & kept.keys():
        kept = {name: value for name, value in kept.items() if name not in gone}
    return kept
