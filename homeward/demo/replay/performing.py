"""Goes through events in time and performs each with the action it stands for."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.core import clock
from homeward.core.actors import CLIENT, STAFF, Actor, Grant
from homeward.demo.rows.agenda import Agenda
from homeward.demo.rows.book import utc
from homeward.demo.rows.setting import Setting
from homeward.demo.story.events import Event
from homeward.demo.story.profiles import Profile
from homeward.kernel.roles import Duty, Role
from homeward.staff.models import DutyGrant, RoleGrant

Handler = TypeVar("Handler", bound=Callable[[Any, Any], None])
_handlers: dict[type[Event], Callable[["Replay", Any], None]] = {}


def performs(kind: type[Event]) -> Callable[[Handler], Handler]:
    """Register what performs one kind of event."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


class Replay(Agenda):
    """One person's way through the real actions; rows are known by the story's keys."""

    def __init__(
        self, setting: Setting, profile: Profile, events: Iterable[Event], zone: ZoneInfo
    ) -> None:
        super().__init__()
        self.setting, self.profile, self.zone = setting, profile, zone
        self.events = list(events)
        self.ids: dict[str, UUID] = {}
        self.client_id: Any = None
        self.episode_id: Any = None
        self.inquiry_id: Any = None
        self.placement_id: Any = None
        self.numbers: dict[str, str] = {}
        self.counselor = ""
        self._actors: dict[str, Actor] = {}

    def staff(self, code: str) -> Actor:
        """The worker of that code with all roles and duties they hold."""
        if code not in self._actors:
            self._actors[code] = self._actor_of(code)
        return self._actors[code]

    def _actor_of(self, code: str) -> Actor:
        worker = self.setting.workers[code]
        grants = RoleGrant.objects.filter(worker=worker, ends_on=None)
        duties = DutyGrant.objects.filter(worker=worker, ends_on=None)
        return Actor(
            kind=STAFF,
            worker_id=worker.pk,
            name=worker.name,
            grants=tuple(Grant(Role(row.role), row.site_id, row.program_id) for row in grants),
            duties=frozenset(Duty(row.duty) for row in duties),
        )

    def who(self, event: Event) -> Actor:
        """Whoever does it: a worker, the client on their phone, or the laboratory."""
        if event.by == "client":
            return Actor(
                kind=CLIENT,
                client_id=self.client_id,
                name=self.profile.first_name,
                grants=(Grant(Role.CLIENT),),
            )
        if event.by not in self.setting.workers:
            return Actor.of_service(event.by or "demo")
        return self.staff(event.by)

    def at(self, day: date, hour: time) -> datetime:
        """That wall time of the program."""
        return utc(datetime.combine(day, hour, self.zone))

    def following(self, event: Event, kind: type[Event]) -> Any:
        """What was said of the same person at the same instant, or None."""
        same = (one for one in self.events if one.person == event.person and one.at == event.at)
        return next((one for one in same if isinstance(one, kind)), None)


def perform(replay: Replay, until: datetime) -> None:
    """Perform every event at its own time, and what comes due in between."""
    try:
        for event in replay.events:
            replay.live_until(event.at)
            clock.shift_to(event.at)
            if (handler := _handlers.get(type(event))) is not None:
                handler(replay, event)
        replay.live_until(until)
    finally:
        clock.shift_to(None)
