"""The appointment for the assessment: booked, kept, missed, booked again."""

from __future__ import annotations

from datetime import date

from .assessing import ASSESSMENT_MINUTES, assess
from .chance import Chance
from .closing import close
from .events import (
    AssessmentMissed,
    AssessmentScheduled,
)
from .outline import Worker
from .population import population
from .world import DAY, Caller, World, shift_of


def book_assessment(
    world: World, caller: Caller, day: date, minute: int, wait: int, number: int
) -> None:
    """The first free time of somebody at the site, so many days from then on."""
    chance = caller.chance.at("assessment", number)
    key = f"{caller.profile.key}-assessment-{number}"
    counselors = [
        worker
        for worker in world.outline.staff("counselor", caller.site)
        if worker.site == caller.site
    ]
    assessor = chance.one_of("assessor", counselors or world.outline.staff("counselor"))
    on, start = _free_time(world, assessor, chance, world.next_open(day + wait * DAY))
    world.busy[assessor.key, on].append((start, start + ASSESSMENT_MINUTES))
    world.say(
        AssessmentScheduled(
            at=world.at(caller.site, day, minute),
            person=caller.profile.key,
            by=world.outline.one("admissions", caller.site),
            key=key,
            site=caller.site,
            worker=assessor.key,
            starts_at=world.at(caller.site, on, start),
            minutes=ASSESSMENT_MINUTES,
        )
    )
    world.later(
        on, lambda then: _appointment(world, caller, then, key, assessor.key, start, number)
    )


def _free_time(world: World, assessor: Worker, chance: Chance, on: date) -> tuple[date, int]:
    """The first day from then on with a free hour and a quarter, and one of its free starts."""
    for _ in range(20):
        early, late = shift_of(assessor, on.weekday())
        starts = [
            start
            for start in range(early, late - ASSESSMENT_MINUTES + 1, 30)
            if world.is_free(assessor.key, on, start, start + ASSESSMENT_MINUTES)
        ]
        if starts:
            return on, chance.one_of("start", starts)
        on = world.next_open(on + DAY)
    raise ValueError(f"{assessor.key} has no free time for an assessment before {on}")


def _appointment(
    world: World, caller: Caller, day: date, key: str, assessor: str, start: int, number: int
) -> None:
    """Kept or missed; some who miss the first come to a second."""
    chance = caller.chance.at("assessment", number)
    again = number == 1 and not caller.script.name and chance.happens("missed_first", 0.17)
    if caller.fate == "no_show" or again:
        missed_at = world.at(caller.site, day, start + 20)
        world.say(
            AssessmentMissed(
                at=missed_at,
                person=caller.profile.key,
                by=world.outline.one("front_desk", caller.site),
                key=key,
                state="cancelled_client" if chance.happens("told", 0.25) else "no_show",
            )
        )
        if again or (
            number == 1
            and chance.happens("rebook", population()["funnel"]["rebooked_after_no_show"])
        ):
            next_day = world.next_open(day + DAY)
            world.later(
                next_day,
                lambda then: book_assessment(
                    world,
                    caller,
                    then,
                    10 * 60 + chance.between("rebook_minute", 0, 90),
                    2,
                    number + 1,
                ),
            )
        else:
            close(world, caller, world.next_open(day + 5 * DAY), "lost", "missed_assessment")
        return
    assess(world, caller, day, key, assessor, start)
