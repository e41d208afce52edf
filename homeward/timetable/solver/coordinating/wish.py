"""A group that could be opened: what it is, when it would meet, and who could come."""

from dataclasses import dataclass, field

from homeward.timetable.solver.instance import Service

# (mode, days, start)
Place = tuple[str, tuple[int, ...], int]


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """Who may sit together: the service, the phase, the language, the population, how often."""

    service: str
    phase: int
    language: str
    population: str
    meetings: int


@dataclass(slots=True)
class Wish:
    """One possible time of a kind of group with everybody who could still come."""

    kind: Kind
    service: Service
    mode: str
    days: tuple[int, ...]
    start: int
    members: list[str] = field(default_factory=list)
    is_even: bool = True

    @property
    def size(self) -> int:
        """The members it would open with: even parts when they do not fit into one group."""
        if not self.is_even:
            return min(len(self.members), self.service.most)
        parts = -(-len(self.members) // self.service.most)
        return -(-len(self.members) // parts) if parts else 0

    @property
    def place(self) -> Place:
        return self.mode, self.days, self.start
