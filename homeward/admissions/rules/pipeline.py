"""From where an inquiry may move to where.

Source: admission states of the field, from the first call to one of five endings. Steps may be
skipped forward where a program does them in one go; an ending is final, a new call is a new
inquiry.
"""

from collections.abc import Mapping
from types import MappingProxyType

ENDINGS = ("referred_out", "declined", "lost")
ORDER = (
    "inquiry",
    "contacted",
    "screened",
    "benefits_verified",
    "assessment_scheduled",
    "assessed",
    "placed",
)
MOVES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inquiry": ("contacted", "screened", *ENDINGS),
        "contacted": ("screened", "assessment_scheduled", *ENDINGS),
        "screened": ("benefits_verified", "assessment_scheduled", "assessed", *ENDINGS),
        "benefits_verified": ("assessment_scheduled", "assessed", *ENDINGS),
        # A missed appointment goes back to where the next one can be given.
        "assessment_scheduled": ("screened", "assessed", *ENDINGS),
        "assessed": ("placed", *ENDINGS),
        # Rated again after a decision: assessed once more.
        "placed": ("assessed", "admitted", "wait_listed", *ENDINGS),
        "wait_listed": ("placed", "admitted", *ENDINGS),
        "admitted": (),
        "referred_out": (),
        "declined": (),
        "lost": (),
    }
)

ENDED = tuple(state for state, following in MOVES.items() if not following)


def is_legal(old: str, new: str) -> bool:
    """Whether an inquiry may move so; an unknown state goes nowhere."""
    return new in MOVES.get(old, ())


def is_ended(state: str) -> bool:
    """Whether nothing follows this state."""
    return not MOVES.get(state, ())
