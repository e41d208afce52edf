"""The published week: every meeting of every slot, with a topic no one seated there has had in
this pass."""

from __future__ import annotations

from datetime import date

from .events import PlannedSession, ProgramClosed, WeekPublished
from .outline import Slot
from .world import DAY, World, session_key


def join_published(world: World, person: str, slots: list[Slot], from_day: date) -> None:
    """Count the published meetings a new seat brings along."""
    for slot in slots:
        for ahead in range(14):
            day = from_day + ahead * DAY
            topic = world.topics.get(session_key(slot, day), "")
            if day.weekday() == slot.weekday and topic:
                world.rotation.join(person, slot, topic)


def publish(world: World, monday: date, today: date, minute: int) -> None:
    """Publish the week that begins on `monday`; days before today are left out."""
    sessions: list[PlannedSession] = []
    published_at = world.at(world.outline.sites[0].key, today, minute)
    publisher = world.outline.one("director")
    for ahead in range(7):
        day = monday + ahead * DAY
        if day < today:
            continue
        if day in world.outline.closed:
            world.say(
                ProgramClosed(
                    at=published_at, by=publisher, day=day, reason=world.outline.closed[day]
                )
            )
            continue
        for slot in sorted(
            (slot for slot in world.outline.slots if slot.weekday == day.weekday()),
            key=lambda slot: (slot.starts, slot.key),
        ):
            key = session_key(slot, day)
            topic = world.rotation.pick(slot, world.seats.on(slot.key, day))
            world.topics[key] = topic
            sessions.append(
                PlannedSession(
                    key=key,
                    slot=slot.key,
                    starts_at=world.at(slot.site, day, slot.begins),
                    ends_at=world.at(slot.site, day, slot.ends),
                    clinical_minutes=slot.clinical_minutes,
                    session_type=slot.session_type,
                    site=slot.site,
                    room=slot.room,
                    leaders=slot.leaders,
                    capacity=slot.capacity,
                    topic=topic,
                )
            )
    world.say(WeekPublished(at=published_at, by=publisher, monday=monday, sessions=tuple(sessions)))
