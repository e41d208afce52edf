"""Which topic each meeting gets, so that nobody is planned for one twice before all of the pool."""

from __future__ import annotations

from collections import defaultdict

from .outline import Slot


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


    def has_had(self, person: str, slot: Slot, topic: str) -> bool:
        """Whether the topic was planned for the person in this pass through the pool."""
        return bool(topic) and topic in self._had[person, slot.topics]

    def join(self, person: str, slot: Slot, topic: str) -> None:
        """Somebody takes a seat in a meeting whose topic is already published."""
        if topic:
            had = self._had[person, slot.topics]
            had.add(topic)
            if len(had) == len(slot.topics):
                had.clear()
