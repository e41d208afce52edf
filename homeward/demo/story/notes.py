"""One client's own note for one session, and when its author signs it."""

from __future__ import annotations

from datetime import date

from .events import NoteSigned
from .population import population
from .words import DOING, NEXT
from .world import DAY, Client, World


def write_note(world: World, client: Client, key: str, session_type: str, topic: str, author: str, site: str, day: date, ends: int) -> None:
    """The client's own note, signed the same day or the next working morning, within 72 hours."""
    chance = client.chance.at("note", key)
    signed = world.at(site, day, min(ends + chance.between("signed_after", 9, 70), 23 * 60 + 30))
    if _goes_home_first(world, author, day, ends) or chance.happens("late", _late_share(author)):
        morning = world.next_open(day + DAY)
        next_morning = world.at(site, morning, 8 * 60 + 32 + chance.between("morning", 0, 55))
        if (next_morning - world.at(site, day, ends)).total_seconds() <= 72 * 3600:
            signed = next_morning
    participation = chance.weighted("participation", {"active": 44, "moderate": 42, "limited": 14})
    objective = chance.one_of("objective", client.objectives) if client.objectives else ""
    weeks = client.days_in(day) / 7
    progress = max(0, min(3, round(chance.normal("progress", 0.7 + 0.15 * weeks + (0.3 if client.course.reason == "completed" else -0.2), 0.6))))
    world.say(NoteSigned(
        at=signed, person=client.key, by=author, session=key, participation=participation,
        response=world.wording.response(chance, participation, session_type, topic), objective=objective, progress=progress,
        intervention=chance.one_of("doing", DOING), plan_next=chance.one_of("next", NEXT)))


def _late_share(author: str) -> float:
    """How many notes wait for the next working morning; more for the counselor of the demo account."""
    habits = population()["habits"]
    share: float = habits["late_note"] if author == "counselor" else habits["late_note_others"]
    return share


def _goes_home_first(world: World, author: str, day: date, ends: int) -> bool:
    """That counselor leaves the notes of the last group of the day for the morning, so that Today has work."""
    if author != "counselor":
        return False
    return ends >= max((slot.ends for slot in world.slots_by_weekday[day.weekday()] if author in slot.leaders), default=24 * 60)
