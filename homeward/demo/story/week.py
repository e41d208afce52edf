"""The published week: every meeting of every slot, with a topic no one seated there has had in this pass."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from .events import PlannedSession, ProgramClosed, WeekPublished
from .outline import Slot
from .world import DAY, World, session_key


class Rotation:
    """Which topics each person was planned for, per pool, and when each cohort last had one."""

    def __init__(self) -> None:
        self._had: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        self._last: dict[tuple[str, str], int] = {}
        self._turn = 0
        self.repeats = 0
        self.planned = 0

    def pick(self, slot: Slot, people: list[str]) -> str:
        """The topic that is a repeat for the fewest of the people, then the one longest unused."""
        if not slot.topics:
            return ""
        self._turn += 1
        best = min(slot.topics, key=lambda topic: (
            sum(1 for person in people if topic in self._had[person, slot.topics]),
            self._last.get((slot.cohort, topic), -len(slot.topics) + slot.topics.index(topic))))
        self._last[slot.cohort, best] = self._turn
        for person in people:
            had = self._had[person, slot.topics]
            self.planned += 1
            if best in had:
                self.repeats += 1
            had.add(best)
            if len(had) == len(slot.topics):
                had.clear()
        return best


def publish(world: World, rotation: Rotation, monday: date, today: date, minute: int) -> None:
    """Publish the week that begins on `monday`; days before today are left out."""
    sessions: list[PlannedSession] = []
    published_at = world.at(world.outline.sites[0].key, today, minute)
    publisher = world.outline.one("director")
    for ahead in range(7):
        day = monday + ahead * DAY
        if day < today:
            continue
        if day in world.outline.closed:
            world.say(ProgramClosed(at=published_at, by=publisher, day=day, reason=world.outline.closed[day]))
            continue
        for slot in sorted((slot for slot in world.outline.slots if slot.weekday == day.weekday()), key=lambda slot: (slot.starts, slot.key)):
            key = session_key(slot, day)
            topic = rotation.pick(slot, world.seats.on(slot.key, day))
            world.topics[key] = topic
            sessions.append(PlannedSession(
                key=key, slot=slot.key, starts_at=world.at(slot.site, day, slot.begins), ends_at=world.at(slot.site, day, slot.ends),
                clinical_minutes=slot.clinical_minutes, session_type=slot.session_type, site=slot.site, room=slot.room,
                leaders=slot.leaders, capacity=slot.capacity, topic=topic))
    world.say(WeekPublished(at=published_at, by=publisher, monday=monday, sessions=tuple(sessions)))
