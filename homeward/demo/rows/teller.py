"""Goes through the story in time and has each room write its rows down."""

import heapq
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from homeward.demo.rows.book import Book
from homeward.demo.rows.life import Life
from homeward.demo.rows.setting import Setting
from homeward.demo.story.events import Event
from homeward.demo.story.profiles import Profile

Handler = TypeVar("Handler", bound=Callable[[Any, Any], None])
Step = Callable[[datetime], None]
_handlers: dict[type[Event], Callable[["Teller", Any], None]] = {}


def tells(kind: type[Event]) -> Callable[[Handler], Handler]:
    """Register what writes down one kind of event."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


class Teller:
    """The story so far: people by key, sessions by key, and what comes due without an event."""

    def __init__(self, book: Book, setting: Setting, people: Iterable[Profile]) -> None:
        self.book, self.setting = book, setting
        self.lives = {profile.key: Life(profile) for profile in people}
        self.sessions: dict[str, Any] = {}
        self.leaders: dict[str, list[Any]] = {}
        self.sessions_of_slot: dict[str, list[tuple[str, Any]]] = {}
        self.seats_in: dict[str, list[Any]] = {}
        self.standing: dict[str, list[Any]] = {}
        self.shared: dict[str, Any] = {}
        self.life_of: dict[Any, Life] = {}
        self.weeks: dict[Any, Any] = {}
        self.pools: dict[str, Any] = {}
        self.draws: dict[Any, Any] = {}
        self.taking: dict[str, list[str]] = {}
        self.charts = 0
        self.calls = 0
        self._agenda: list[tuple[datetime, int, Step]] = []
        self._count = 0

    def life(self, event: Event) -> Life:
        """The person an event is about."""
        return self.lives[event.person]

    def later(self, at: datetime, step: Step) -> None:
        """Have something written down when the story comes to that instant."""
        self._count += 1
        heapq.heappush(self._agenda, (at, self._count, step))

    def live_until(self, moment: datetime) -> None:
        """Write down what came due before an instant."""
        while self._agenda and self._agenda[0][0] < moment:
            at, _, step = heapq.heappop(self._agenda)
            step(at)

    def tell(self, events: Iterable[Event], until: datetime) -> None:
        """Write down events in their order, and what came due before `until`."""
        for event in events:
            self.live_until(event.at)
            if (handler := _handlers.get(type(event))) is not None:
                handler(self, event)
        self.live_until(until)
