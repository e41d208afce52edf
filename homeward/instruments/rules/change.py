"""Whether two scores of one person differ by more than the measure's own noise.

Only where a threshold is published; a single point is never called a change. Source: instruments
handbook section 5.8 and the sources named with each threshold.
"""

from dataclasses import dataclass
from enum import StrEnum

from homeward.instruments.rules.instrument import Number
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET, VERSION = "score_change", "2026.1"


@dataclass(frozen=True, slots=True)
class Threshold:
    """From how many points on a change counts, which way is better, and who says so."""

    points: Number
    lower_is_better: bool
    source: Source


class Direction(StrEnum):
    """What a difference amounts to."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    NO_REAL_CHANGE = "no_real_change"
    NO_THRESHOLD = "no_threshold"
    UNKNOWN = "unknown"


_KROENKE = Source(
    "kroenke_2012", "PHQ-9: 5 points are a clinically significant change", "NORM", "Kroenke 2012"
)
_NCPTSD = Source("ncptsd_pcl5", "PCL-5: 5 points are a reliable change", "NORM", "NCPTSD")
_TOUSSAINT = Source(
    "toussaint_2020", "GAD-7: 4 points are a minimal important difference", "NORM", "Toussaint 2020"
)
THRESHOLDS: dict[tuple[str, str], Threshold] = {
    ("phq9", "total"): Threshold(5, True, _KROENKE),
    ("pcl5", "total"): Threshold(5, True, _NCPTSD),
    ("gad7", "total"): Threshold(4, True, _TOUSSAINT),
}


def change_between(
    before: Number | None, after: Number | None, threshold: Threshold | None
) -> Decision:
    """A `Direction`, with the points between (`by`, never negative) and those that count.

    A score that is not complete compares with nothing.
    """
    if before is None or after is None:
        return Decision(
            Direction.UNKNOWN.value, RULE_SET, VERSION, (Reason("score_missing", State.UNKNOWN),)
        )
    by = round(abs(after - before), 1)
    told = (Evidence("score", text=f"{before} → {after}"),)
    if threshold is None:
        return Decision(
            Direction.NO_THRESHOLD.value,
            RULE_SET,
            VERSION,
            (Reason("no_published_threshold", State.UNKNOWN, told),),
            {"by": by},
        )
    counts = by >= threshold.points
    is_better = (after < before) is threshold.lower_is_better
    outcome = Direction.NO_REAL_CHANGE
    if counts:
        outcome = Direction.IMPROVED if is_better else Direction.WORSENED
    state = State.MET if counts else State.NOT_MET
    return Decision(
        outcome.value,
        RULE_SET,
        VERSION,
        (Reason("change_reaches_threshold", state, told, threshold.source),),
        {"by": by, "counts_from": threshold.points},
    )
