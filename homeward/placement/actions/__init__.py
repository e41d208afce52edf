"""What staff do about a placement."""

from homeward.placement.actions.attach_external_result import (
    ResultIncomplete,
    attach_external_result,
)
from homeward.placement.actions.decide_placement import (
    EMERGENCY,
    DiscrepancyNeeded,
    LevelUnknown,
    PlacementAlreadyDecided,
    RatingsIncomplete,
    decide_placement,
)
from homeward.placement.actions.decide_stay import NotDecidedYet, StayReasonNeeded, decide_stay
from homeward.placement.actions.rate_dimensions import RatingUnreadable, rate_dimensions
from homeward.placement.actions.release_hold import (
    ExaminerMissing,
    HoldNeedsNewFacts,
    HoldNotOpen,
    release_hold,
)

__all__ = [
    "EMERGENCY",
    "DiscrepancyNeeded",
    "ExaminerMissing",
    "HoldNeedsNewFacts",
    "HoldNotOpen",
    "LevelUnknown",
    "NotDecidedYet",
    "PlacementAlreadyDecided",
    "RatingUnreadable",
    "RatingsIncomplete",
    "ResultIncomplete",
    "StayReasonNeeded",
    "attach_external_result",
    "decide_placement",
    "decide_stay",
    "rate_dimensions",
    "release_hold",
]
