"""What staff do about people: give a reason, break the glass, change a team."""

from homeward.people.actions.assign_team import assign_team_member, end_team_membership
from homeward.people.actions.give_reason import (
    BreakGlassNotGranted,
    NoSuchChart,
    ReasonIncomplete,
    break_glass,
    give_reason,
    glass_terms,
)
from homeward.people.actions.record_stop import end_stop, may_end_stop, record_stop

__all__ = [
    "BreakGlassNotGranted",
    "NoSuchChart",
    "ReasonIncomplete",
    "assign_team_member",
    "break_glass",
    "end_stop",
    "end_team_membership",
    "give_reason",
    "glass_terms",
    "may_end_stop",
    "record_stop",
]
