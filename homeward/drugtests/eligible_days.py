"""On which days of a window a client can be drawn: days they attend, and others they agreed to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.core.actors import Actor
from homeward.drugtests.models import AgreedDays
from homeward.drugtests.rules.draw import WEEK
from homeward.kernel.purposes import Purpose
from homeward.timetable.models import Seat

LOOKED_AT = timedelta(days=32)  # a month and a day: the longest window


@dataclass(frozen=True, slots=True)
class DaysOfClient:
    """One client's days from this week's Monday on.

    `seats` are days with a seat; after the last day the timetable knows, this week's repeat.
    """

    seats: frozenset[date]
    weekdays: frozenset[int]
    agreed: frozenset[int]
    known_until: date
    ends_at: datetime | None = None

    @property
    def days_beside(self) -> int:
        """How many agreed weekdays are not days of attendance anyway."""
        return len(self.agreed - self.weekdays)

    def holds(self, day: date) -> bool:
        """Whether the client attends on that day or agreed to its weekday."""
        if day.weekday() in self.agreed or day in self.seats:
            return True
        return day > self.known_until and day.weekday() in self.weekdays

    def left_in(self, window: str, day: date) -> int:
        """The days of the window (week or month) after this one."""
        return sum(self.holds(each) for each in _rest(window, day))


def _rest(window: str, day: date) -> Iterator[date]:
    each = day + timedelta(days=1)
    while each.month == day.month if window != WEEK else each.weekday() != 0:
        yield each
        each += timedelta(days=1)


def days_of(actor: Actor, clients: Iterable[UUID], day: date) -> dict[UUID, DaysOfClient]:
    """The days of each client as the timetable stands; two queries however many clients."""
    clients = list(clients)
    monday = day - timedelta(days=day.weekday())
    seats: dict[UUID, set[date]] = {}
    ends: dict[UUID, datetime] = {}
    rows = Seat.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        client_id__in=clients, released_at=None, session__cancelled_at=None,
        session__on__gte=monday, session__on__lte=day + LOOKED_AT,
    )  # fmt: skip
    for seat in rows.select_related("session"):
        seats.setdefault(seat.client_id, set()).add(seat.session.on)
        if seat.session.on == day:
            ends[seat.client_id] = max(seat.ends_at, ends.get(seat.client_id, seat.ends_at))
    known_until = max((max(each) for each in seats.values()), default=day)
    agreed = {
        row.client_id: frozenset(row.weekdays)
        for row in AgreedDays.objects.for_actor(actor, Purpose.OPERATIONS).filter(
            client_id__in=clients, ended_at=None
        )
    }
    week = {monday + timedelta(days=number) for number in range(7)}
    return {
        client: DaysOfClient(
            seats=frozenset(seats.get(client, ())),
            weekdays=frozenset(each.weekday() for each in seats.get(client, set()) & week),
            agreed=agreed.get(client, frozenset()),
            known_until=known_until,
            ends_at=ends.get(client),
        )
        for client in clients
    }
