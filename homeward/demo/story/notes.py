"""One client's own note for one session, and when its author signs it."""

from __future__ import annotations

from datetime import date

from .events import NoteSigned
from .population import population
from .words import DOING, NEXT
from .world import DAY, Client, World, shift_of


def write_note(
    world: World,
    client: Client,
    key: str,
    session_type: str,
    topic: str,
    author: str,
    site: str,
    day: date,
    ends: int,
) -> None:
    """The client's own note, signed the same day or the next working morning, within 72 hours."""
    chance = client.chance.at("note", key)
    signed = world.at(site, day, min(ends + chance.between("signed_after", 9, 70), 23 * 60 + 30))
    if _goes_home_first(world, author, day, ends) or chance.happens(
        "late", _late_share(world, author)
    ):
        next_time = _next_at_work(world, author, day, chance.between("morning", 2, 40))
        if next_time is not None:
            again = world.at(site, *next_time)
            signed = (
                again
                if (again - world.at(site, day, ends)).total_seconds() <= 72 * 3600
                else signed
            )
    participation = chance.weighted("participation", {"active": 44, "moderate": 42, "limited": 14})
    objective = chance.one_of("objective", client.objectives) if client.objectives else ""
    weeks = client.days_in(day) / 7
    progress = max(
        0,
        min(
            3,
            round(
                chance.normal(
                    "progress",
                    0.7 + 0.15 * weeks + (0.3 if client.course.reason == "completed" else -0.2),
                    0.6,
                )
            ),
        ),
    )
    world.say(
        NoteSigned(
            at=signed,
            person=client.key,
            by=author,
            session=key,
            participation=participation,
            response=world.wording.response(
                chance, participation, session_type, world.outline.title_of.get(topic, topic)
            ),
            objective=objective,
            progress=progress,
            intervention=chance.one_of("doing", DOING),
            plan_next=chance.one_of("next", NEXT),
        )
    )


def _late_share(world: World, author: str) -> float:
    """How many notes wait for the next working morning; more for the counselor of the demo
    account."""
    habits = population()["habits"]
    share: float = (
        habits["late_note"]
        if author == world.outline.cast_counselor
        else habits["late_note_others"]
    )
    return share


def _goes_home_first(world: World, author: str, day: date, ends: int) -> bool:
    """That counselor leaves the notes of the last group of the day for the morning, so that
    Today has work."""
    if author != world.outline.cast_counselor:
        return False
    return ends >= max(
        (slot.ends for slot in world.slots_by_weekday[day.weekday()] if author in slot.leaders),
        default=24 * 60,
    )


def _next_at_work(world: World, author: str, day: date, after: int) -> tuple[date, int] | None:
    """The author's next day at work and the minute they get to it; None when that is more than
    three days away."""
    worker = world.outline.worker_by_key[author]
    for ahead in range(1, 4):
        on = day + ahead * DAY
        early, late = shift_of(worker, on.weekday())
        if on not in world.outline.closed and late > early and (worker.shifts or on.weekday() < 5):
            return on, early + after
    return None
