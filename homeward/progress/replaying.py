"""Reviews that were held, run again by another version of the rules on the facts of their day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.progress.models import LevelReview
from homeward.progress.rules.facts_kept import FactsUnreadable, facts_from
from homeward.progress.rules.replay import Case, Replay, replayed
from homeward.progress.rules.rule_sets import rule_set_named
from homeward.progress.standing import REVIEWING


@dataclass(frozen=True, slots=True)
class Replayed:
    """The answers, the cards they belong to, and how many cards kept no facts to run on."""

    replay: Replay
    cards: dict[str, LevelReview]
    without_facts: int


def replay(
    rule_set: str, first: date, last: date, *, actor: Actor = REVIEWING, only_reached: bool = False
) -> Replayed:
    """Run a rule set over the cards of the weeks from `first` to `last`, both counted.

    Every card is counted, whoever asks; `only_reached` keeps to those the actor may open. Raises
    UnknownRuleSet.
    """
    rules = rule_set_named(rule_set)
    scope = actor if only_reached else REVIEWING
    rows = LevelReview.objects.for_actor(scope, Purpose.OPERATIONS).filter(
        week_of__gte=first, week_of__lte=last
    )
    cards = list(rows.order_by("week_of", "opened_at", "pk"))
    cases = list(_cases(cards))
    return Replayed(
        replayed(cases, rules),
        {str(card.pk): card for card in cards},
        len(cards) - len(cases),
    )


def _cases(cards: Iterable[Any]) -> Iterable[Case]:
    for card in cards:
        if not card.facts:
            continue
        try:
            standing, numbers = facts_from(card.facts)
        except FactsUnreadable:
            continue
        yield Case(
            key=str(card.pk), on=card.week_of, standing=standing, numbers=numbers,
            suggested=card.suggested, rule_set=card.suggestion.get("rule_set", ""),
            version=card.suggestion.get("version", ""), decided=card.outcome,
        )  # fmt: skip
