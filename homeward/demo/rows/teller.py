"""Goes through the story in time and has each room write its rows down."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from homeward.demo.rows.agenda import Agenda
from homeward.demo.rows.book import Book
from homeward.demo.rows.life import Life
from homeward.demo.rows.setting import Setting
from homeward.demo.story.events import Event
from homeward.demo.story.profiles import Profile

Handler = TypeVar("Handler", bound=Callable[[Any, Any], None])
_handlers: dict[type[Event], Callable[["Teller", Any], None]] = {}


def tells(kind: type[Event]) -> Callable[[Handler], Handler]:
    """Register what writes down one kind of event."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


class Teller(Agenda):
    """The story so far: people by key, sessions by key, and what comes due without an event."""

    def __init__(self, book: Book, setting: Setting, people: Iterable[Profile]) -> None:
        super().__init__()
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
        self.second_signatures: dict[Any, Any] = {}
        self.charts = 0
        self.calls = 0

    def life(self, event: Event) -> Life:
        """The person an event is about."""
        return self.lives[event.person]

    def tell(self, events: Iterable[Event], until: datetime) -> None:
        """Write down events in their order, and what came due before `until`."""
        for event in events:
            self.live_until(event.at)
            if event.person and self.lives[event.person].is_by_hand:
                continue
            if (handler := _handlers.get(type(event))) is not None:
                handler(self, event)
        self.live_until(until)
