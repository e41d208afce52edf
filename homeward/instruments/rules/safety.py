"""Findings that never wait for a total, a last page or a signature.

Source: `docs/algorithms/instrument-scoring.md`: safety is evaluated on raw items, on scores
and on rule results, even when a total is null and on every partial save. Only the question
"was this left unanswered?" waits until the form is handed in.
"""

from collections.abc import Iterable
from enum import StrEnum

from homeward.instruments.rules.expressions import Known, holds
from homeward.instruments.rules.instrument import SafetyRule


class Stage(StrEnum):
    """Where an answering stands: an item was just saved, or the whole form was handed in."""

    SAVED = "saved"
    SUBMITTED = "submitted"


def findings(rules: Iterable[SafetyRule], known: Known) -> tuple[SafetyRule, ...]:
    """The safety rules that hold now, in the key's order."""
    return tuple(rule for rule in rules if holds(rule.when, known))
