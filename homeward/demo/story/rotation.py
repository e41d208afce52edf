"""Which topic each meeting gets, so that nobody is planned for one twice before all of the pool.

A pass is counted per person, cohort and pool: who moves on to the next cohort starts a new pass
there. A cohort whose people come to every meeting simply rotates; where some come only on some
days, the topic that is a repeat for the fewest is taken.
"""

from __future__ import annotations

from collections import defaultdict

from .outline import Slot


class Rotation:
    """Which topics each person was planned for in the running pass, and when each cohort last
    had one."""

    def __init__(self) -> None:
        self._had: dict[tuple[str, str, tuple[str, ...]], set[str]] = defaultdict(set)
        self._last: dict[tuple[str, str], int] = {}
        self._turn = 0
        self.repeats = 0
        self.planned = 0

    def pick(self, slot: Slot, people: list[str]) -> str:
        """The topic that is a repeat for the fewest people, then the one the cohort has not had
        for longest."""
        if not slot.topics:
            return ""
        self._turn += 1
        histories = [self._had[person, slot.cohort, slot.topics] for person in people]
        best = min(
            slot.topics,
            key=lambda topic: (
                sum(topic in had for had in histories),
                self._last.get((slot.cohort, topic), -len(slot.topics) + slot.topics.index(topic)),
            ),
        )
        self._last[slot.cohort, best] = self._turn
        for person, had in zip(people, histories, strict=True):
            self.planned += 1
            self.repeats += best in had
            self.join(person, slot, best)
        return best

    def has_had(self, person: str, slot: Slot, topic: str) -> bool:
        """Whether the topic was planned for the person in this pass through the pool, in any
        cohort."""
        return any(
            topic in had
            for (who, _, pool), had in self._had.items()
            if who == person and pool == slot.topics
        )

    def join(self, person: str, slot: Slot, topic: str) -> None:
        """The person is expected at a meeting on that topic."""
        if topic:
            had = self._had[person, slot.cohort, slot.topics]
            had.add(topic)
            if len(had) == len(slot.topics):
                had.clear()
