"""Starting as soon as a seat fits; waiting for one, four weeks at most."""

from __future__ import annotations

from datetime import date

from .admission import admit
from .events import (
    InquiryClosed,
    Waitlisted,
)
from .world import DAY, Caller, World

PATIENCE_DAYS = 28


def try_to_start(world: World, caller: Caller, day: date) -> None:
    """Start on that day if a seat fits and the group meets; otherwise wait for one, four weeks
    at most."""
    phase = world.outline.phases[0]
    caller.asked_on = caller.asked_on or day
    first = _cohort_of(world, caller.script.counselor)
    week = world.seats.weeks_for(caller.site, caller.track, phase, day, first)
    if week is None and (day - caller.asked_on).days >= 3:
        for track in [
            track for where, track in world.outline.room_for_newcomers if where == caller.site
        ]:
            week = week or world.seats.weeks_for(caller.site, track, phase, day, first)
            if week is not None:
                caller.track = track
                break
    week = caller.script.kept_week or week
    if week is not None and world.is_open(day) and day.weekday() in week.weekdays:
        return admit(world, caller, day, week)
    if week is None and day == caller.asked_on:
        world.say(
            Waitlisted(
                at=world.at(caller.site, day, 10 * 60),
                person=caller.profile.key,
                by=world.outline.one("admissions", caller.site),
                site=caller.site,
                track=caller.track,
                reason="no_seat",
            )
        )
    if (day - caller.asked_on).days > PATIENCE_DAYS and not caller.script.name:
        world.coming -= 1
        world.say(
            InquiryClosed(
                at=world.at(caller.site, day, 16 * 60),
                person=caller.profile.key,
                by=world.outline.one("admissions", caller.site),
                outcome="lost",
                reason="waited_too_long",
                referred_level="",
            )
        )
        return None
    return world.later(day + DAY, lambda then: try_to_start(world, caller, then))


def _cohort_of(world: World, counselor: str) -> str:
    """The cohort in which that counselor leads most."""
    led = [slot.cohort for slot in world.outline.slots if counselor in slot.leaders]
    return max(sorted(set(led)), key=led.count) if led else ""
