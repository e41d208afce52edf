"""The numbers placement uses, each with its unit and source; a program may adopt others.

Cut-point sets differ between publications, so a decision always records which set it used.
Sources: ASAM Clinical Practice Guideline on Alcohol Withdrawal Management (2020): 10 and 19;
a published review (PMC6286444): 8 and 16.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Source


@dataclass(frozen=True, slots=True)
class CutPointSet:
    """Where one publication begins moderate and severe on a scale; below is mild or none."""

    code: str
    moderate_from: int
    severe_from: int
    citation: str

    def band(self, score: int) -> str:
        """The name this set gives a score."""
        if score >= self.severe_from:
            return "severe"
        return "moderate" if score >= self.moderate_from else "mild"


ASAM_2020 = CutPointSet(
    "asam_2020", 10, 19, "ASAM Clinical Practice Guideline on Alcohol Withdrawal Management, 2020"
)
REVIEW_8_16 = CutPointSet("review_8_16", 8, 16, "PMC6286444")
CUT_POINT_SETS = {cuts.code: cuts for cuts in (ASAM_2020, REVIEW_8_16)}

DEFAULT_GATE = Source(
    "placement_gate_default",
    "Withdrawal gate before intensive outpatient",
    "default",
    "Program default until the director adopts it",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementNumbers:
    """Scores are points, windows hours or days, attempts a count in a year."""

    ciwa_ar_cut_points: CutPointSet = ASAM_2020
    ciwa_ar_hold_from: int = 10
    ciwa_ar_emergency_from: int = 19
    ciwa_ar_valid_after_hours: int = 8
    recent_use_days: int = 7
    cows_withdrawal_from: int = 5
    repeated_outpatient_attempts: int = 2
    adult_from_years: int = 18
    adolescent_intensive_hours: int = 6
    source: Source = DEFAULT_GATE


DEFAULT_NUMBERS = PlacementNumbers()
