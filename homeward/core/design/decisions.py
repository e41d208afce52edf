"""Decisions for the specimens, with the words of their codes."""

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

ASAM = Source("asam3", "ASAM Criteria", "norm", "3rd edition, dimension 1")
PROGRAM = Source("att2", "Attendance policy ATT-2", "default")

PLACEMENT = Decision(
    "iop_2_1",
    "place-3",
    "4",
    (
        Reason(
            "minimal_risk_of_severe_withdrawal",
            State.MET,
            (Evidence("specimen", "1", "CIWA-Ar 6, 24 Nov 09:10"),),
            ASAM,
        ),
        Reason(
            "needs_structure_several_days_a_week",
            State.MET,
            (Evidence("specimen", "2", "two returns to use in 60 days"),),
            ASAM,
        ),
        Reason(
            "can_attend_9_hours_on_3_days",
            State.UNKNOWN,
            (Evidence("none", "", "evening track fits; Thursday not yet answered"),),
            PROGRAM,
        ),
        Reason(
            "needs_24_hour_support",
            State.NOT_MET,
            (Evidence("none", "", "no rating of 4; home is safe"),),
            ASAM,
        ),
    ),
)
EMPTY = Decision("unplaced", "seat-1", "1")
