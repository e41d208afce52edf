"""What comes due by itself while a story is gone through: registers close, stages begin."""

import heapq
from collections.abc import Callable
from datetime import datetime

Step = Callable[[datetime], object]


class Agenda:
    """Steps put off to an instant, taken in the order of their time."""

    def __init__(self) -> None:
        self._agenda: list[tuple[datetime, int, Step]] = []
        self._count = 0

    def later(self, at: datetime, step: Step) -> None:
        """Have something written down when the story comes to that instant."""
        self._count += 1
        heapq.heappush(self._agenda, (at, self._count, step))

    def live_until(self, moment: datetime) -> None:
        """Write down what came due before an instant."""
        while self._agenda and self._agenda[0][0] < moment:
            at, _, step = heapq.heappop(self._agenda)
            step(at)
