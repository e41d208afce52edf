"""The clock and the caller's stop, asked wherever listing or writing a model down takes long.

A search minds its own limits; what leads up to it has to look.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

BETWEEN_LOOKS = 0.05  # seconds
Look = Callable[[], None]


class TimeIsUp(Exception):
    """The clock or the caller ended the work; what was offered before it stands."""


@dataclass(slots=True)
class Guard:
    """`until` is a monotonic time; once it or a stop has been seen, it stays seen."""

    until: float | None = None
    should_stop: Callable[[], bool] = field(default=lambda: False)
    deadline_fired: bool = False
    stopped: bool = False
    next_look: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether nothing more may be begun."""
        if not self.stopped and self.should_stop():
            self.stopped = True
        if not self.deadline_fired and self.until is not None:
            self.deadline_fired = time.monotonic() >= self.until
        return self.stopped or self.deadline_fired

    def look(self) -> None:
        """Go on, or raise TimeIsUp; cheap enough to be asked in every loop."""
        now = time.monotonic()
        if now < self.next_look:
            return
        self.next_look = now + BETWEEN_LOOKS
        if self.is_over:
            raise TimeIsUp


def never() -> None:
    """Look at nothing."""
