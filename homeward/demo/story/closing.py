"""The way in ends without an admission."""

from __future__ import annotations

from datetime import date

from .events import (
    InquiryClosed,
)
from .world import Caller, World


def close(
    world: World, caller: Caller, day: date, outcome: str, reason: str, minute: int = 0
) -> None:
    """The way in ends on that day."""
    if world.outcomes.get(caller.profile.key) != "assessed":
        world.outcomes[caller.profile.key] = "lost_before"

    def end(then: date) -> None:
        world.say(
            InquiryClosed(
                at=world.at(caller.site, then, minute or 16 * 60 + 30),
                person=caller.profile.key,
                by=world.outline.one("admissions", caller.site),
                outcome=outcome,
                reason=reason,
                referred_level="",
            )
        )

    if minute:
        end(day)
    else:
        world.later(day, end)
