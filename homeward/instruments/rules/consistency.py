"""Answers that cannot both be true; they are pointed out, never corrected.

Source: `docs/algorithms/instrument-scoring.md` (BAM items 4 and 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.instruments.rules.instrument import Number


@dataclass(frozen=True, slots=True)
class NotAbove:
    """One item cannot exceed another: heavy drinking days are among the drinking days."""

    code: str
    item: str
    limit: str


HEAVY_DAYS = NotAbove("heavy_drinking_days_above_drinking_days", item="5", limit="4")

CHECKS: Mapping[str, tuple[NotAbove, ...]] = {
    "bam": (HEAVY_DAYS,),
    "bam_iop": (HEAVY_DAYS,),
    "bam_r": (HEAVY_DAYS,),
}


def contradictions(instrument_id: str, answers: Mapping[str, Number]) -> tuple[NotAbove, ...]:
    """The checks whose two answers contradict each other."""
    return tuple(
        check
        for check in CHECKS.get(instrument_id, ())
        if check.item in answers
        and check.limit in answers
        and answers[check.item] > answers[check.limit]
    )
