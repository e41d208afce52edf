"""What is asked at the same contact when an answer calls for more.

Thoughts of death on the PHQ-9 are followed by the C-SSRS screener, frequent distress on the weekly
monitor by the PHQ-9. Source: the notes of the shipped instruments.
"""

from __future__ import annotations

from datetime import date, timedelta

from . import answers
from .events import Answers, InstrumentAnswered
from .world import DAY, Client, World

DISTRESS, OFTEN = "3", 3
DAYS_BETWEEN_PHQ9 = 14
LEFT_OPEN_FOR = 3 * DAY


def thoughts_in(phq9: Answers) -> int:
    """Item 9 as it was answered, 0 to 3."""
    return int(dict(phq9).get("9", "0"))


def asks_for_phq9(client: Client, bam: Answers, day: date) -> bool:
    """Whether distress on most days asks for a PHQ-9 now, unless there is a fresh one."""
    fresh = client.phq9_on is not None and day - client.phq9_on < timedelta(days=DAYS_BETWEEN_PHQ9)
    return int(dict(bam).get(DISTRESS, "0")) >= OFTEN and not fresh


def ask_further(world: World, client: Client, day: date, minute: int, phq9: Answers) -> None:
    """The screener right after a PHQ-9 that speaks of thoughts of death.

    One answer of the cast waits for the person at the screen; some days later it is asked anyway.
    """
    thoughts = thoughts_in(phq9)
    if not thoughts:
        return
    if day not in client.script.thoughts_on:
        _screen(world, client, day, minute, thoughts)
        return
    world.later(
        world.next_open(day + LEFT_OPEN_FOR),
        lambda then: None if client.gone else _screen(world, client, then, 9 * 60 + 5, thoughts),
    )


def _screen(world: World, client: Client, day: date, minute: int, thoughts: int) -> None:
    world.say(
        InstrumentAnswered(
            at=world.at(client.site, day, minute),
            person=client.key,
            by=client.counselor,
            instrument="cssrs_screener",
            answers=answers.cssrs_screener(client.chance.at("screener", day), thoughts),
            week=client.days_in(day) // 7,
        )
    )
