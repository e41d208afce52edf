"""A schedule from each side: what a client attends, one of the staff leads, a room holds.

Built from the schedule as it stands, faults and all; what cannot be known (a service that does not
exist has no length) is left out here and reported by the rule that owns it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from homeward.timetable.solver.instance import IN_PERSON, Client, Instance, Service, Window
from homeward.timetable.solver.schedule import Group, Schedule


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One meeting in time: a day and half-open slots, with what it is and where."""

    day: int
    begins: int
    ends: int
    service: str
    mode: str
    staff: str
    room: str
    source: str
    members: int = 1
    is_group: bool = False

    @property
    def slots(self) -> int:
        return self.ends - self.begins

    @property
    def words(self) -> str:
        """Where it is, for a report."""
        return f"{self.source} day {self.day} slot {self.begins}"

    @property
    def is_in_person(self) -> bool:
        return self.mode == IN_PERSON

    def meets(self, other: "Span") -> bool:
        """Whether both need the same slot of the same day."""
        return self.day == other.day and self.begins < other.ends and other.begins < self.ends


@dataclass(frozen=True, slots=True)
class View:
    """An instance, a schedule, and the schedule from each side, every list in order of time."""

    instance: Instance
    schedule: Schedule
    meetings: tuple[Span, ...]
    of_client: Mapping[str, tuple[Span, ...]]
    of_staff: Mapping[str, tuple[Span, ...]]
    of_room: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, instance: Instance, schedule: Schedule) -> "View":
        """Look at a schedule from each side."""
        clients: dict[str, list[Span]] = defaultdict(list)
        staff: dict[str, list[Span]] = defaultdict(list)
        rooms: dict[str, list[Span]] = defaultdict(list)
        meetings = []
        for span, members in _spans(instance, schedule):
            meetings.append(span)
            for member in dict.fromkeys(members):
                clients[member].append(span)
            staff[span.staff].append(span)
            if span.is_in_person and span.room:
                rooms[span.room].append(span)
        return cls(
            instance,
            schedule,
            tuple(sorted(meetings)),
            *(_in_order(side) for side in (clients, staff, rooms)),
        )


def _spans(instance: Instance, schedule: Schedule) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for group in schedule.groups:
        service = instance.services.get(group.service)
        if service is None:
            continue
        for meeting in group.meetings:
            yield (
                Span(
                    meeting.day, meeting.start, meeting.start + service.slots, group.service,
                    group.mode, group.leader_of(meeting), meeting.room, f"group {group.id}",
                    len(group.people_at(meeting)), is_group=True,
                ),
                group.people_at(meeting),
            )  # fmt: skip
    for single in schedule.singles:
        service = instance.services.get(single.service)
        if service is None:
            continue
        yield (
            Span(
                single.day, single.start, single.start + service.slots, single.service,
                single.mode, single.staff, single.room, f"{single.service} of {single.client}",
            ),
            (single.client,),
        )  # fmt: skip


def _in_order(side: dict[str, list[Span]]) -> dict[str, tuple[Span, ...]]:
    return {key: tuple(sorted(spans)) for key, spans in sorted(side.items())}


def by_day(spans: tuple[Span, ...]) -> dict[int, list[Span]]:
    """The spans of each day, in order of time."""
    days: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        days[span.day].append(span)
    return dict(sorted(days.items()))


def overlaps(spans: tuple[Span, ...]) -> Iterator[Span]:
    """Each span that begins before an earlier one of its day has ended."""
    for day in by_day(spans).values():
        busy_until = -1
        for span in day:
            if span.begins < busy_until:
                yield span
            busy_until = max(busy_until, span.ends)


def is_inside(span: Span, windows: tuple[Window, ...]) -> bool:
    """Whether every slot of a span lies in some window."""
    return all(
        any(window.holds(span.day, slot, slot + 1) for window in windows)
        for slot in range(span.begins, span.ends)
    )


def known_clients(view: View) -> Iterator[tuple[Client, tuple[Span, ...]]]:
    """Every client of the instance with what they attend, nothing included."""
    for id_, client in view.instance.clients.items():
        yield client, view.of_client.get(id_, ())


def idle_slots(day: list[Span]) -> list[int]:
    """The slots between the first and the last session of a day in which nothing is."""
    held = {slot for span in day for slot in range(span.begins, span.ends)}
    first, last = min(span.begins for span in day), max(span.ends for span in day)
    return [slot for slot in range(first, last) if slot not in held]


def groups_of(view: View) -> Iterator[tuple[Group, Service]]:
    """The groups whose service is known."""
    for group in view.schedule.groups:
        service = view.instance.services.get(group.service)
        if service is not None:
            yield group, service
