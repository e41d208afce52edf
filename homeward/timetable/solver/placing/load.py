"""What one client, one of the staff or one room holds, day by day."""

from dataclasses import dataclass

from homeward.timetable.solver.instance import IN_PERSON
from homeward.timetable.solver.placing import bits


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting as its people hold it; `writes` are the slots its leader documents in after."""

    begins: int
    slots: int
    service: str
    mode: str
    source: str
    is_group: bool = False
    writes: int = 0

    @property
    def bits(self) -> int:
        return bits.span(self.begins, self.slots)


class Load:
    """A week of meetings: by day what is held, the busy slots, those on site, those of writing.

    `change` counts every change, so that what was derived from a load can be kept until then.
    """

    __slots__ = ("busy", "change", "held", "led", "on_site", "slots", "slots_a_day", "writing")

    def __init__(self, days: int) -> None:
        self.held: list[list[Held]] = [[] for _ in range(days)]
        self.busy = [0] * days
        self.on_site = [0] * days
        self.writing = [0] * days
        self.slots_a_day = [0] * days
        self.led = [0] * days
        self.slots = 0
        self.change = [0] * days

    def add(self, day: int, held: Held) -> None:
        """Hold one more."""
        self.held[day].append(held)
        self._reckon(day)

    def drop(self, day: int, held: Held) -> None:
        """Hold it no longer; ValueError where it is not held."""
        self.held[day].remove(held)
        self._reckon(day)

    def mode(self, day: int) -> str:
        """The one way of meeting of a day; empty where nothing is held."""
        return self.held[day][0].mode if self.held[day] else ""

    def has(self, day: int, service: str) -> bool:
        """Whether a service is held that day."""
        return any(each.service == service for each in self.held[day])

    def count(self, service: str) -> int:
        """How many meetings of a service are held in the week."""
        return sum(each.service == service for day in self.held for each in day)

    def _reckon(self, day: int) -> None:
        busy = on_site = writing = slots = led = 0
        for each in self.held[day]:
            mask = each.bits
            busy |= mask
            slots += each.slots
            led += each.is_group
            if each.mode == IN_PERSON:
                on_site |= mask
            if each.writes:
                writing |= bits.span(each.begins + each.slots, each.writes)
        self.slots += slots - self.slots_a_day[day]
        self.busy[day], self.on_site[day], self.writing[day] = busy, on_site, writing
        self.slots_a_day[day], self.led[day] = slots, led
        self.change[day] += 1
