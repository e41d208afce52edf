"""The part of a week that stands while some clients are freed: what it holds and what it leaves."""

from collections import defaultdict

from homeward.timetable.solver.blocks.day_plans import Visit
from homeward.timetable.solver.instance import GROUP, IN_PERSON, OFFICE
from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.standing import LedTeam, Standing


class Frame:
    """Groups that may change (`touched`, by position), and everything the others leave free."""

    def __init__(self, possible: Possible, standing: Standing, free: Free) -> None:
        self.possible = possible
        self.standing = standing
        self.free = free
        self.seats = tuple(sorted({*free.seats, *free.gains}))
        self.movers = tuple(sorted({*free.seats, *free.visits}))
        moving, seating = set(self.movers), set(free.seats)
        self.touched = [
            place
            for place, each in enumerate(standing.groups)
            if place in free.leaders or seating & set(each.team.members)
        ]
        leading = set(self.touched)
        self.kept_visits = {
            key: each for key, each in standing.visits.items() if key[0] not in moving
        }
        width = len(possible.instance.grid.days)
        self.hours = {person: list(slots) for person, slots in possible.staff_free.items()}
        self.busy = {person: [0] * width for person in possible.staff}
        self.rooms: dict[tuple[int, int], int] = defaultdict(int)
        self.offices: dict[tuple[int, int], int] = defaultdict(int)
        self.present: dict[tuple[str, int], int] = defaultdict(int)
        self.fixed: list[tuple[str, int, int, bool]] = []
        for place, each in enumerate(standing.groups):
            self._hold(each, is_led=place not in leading, seating=seating)
        for (client, day), (mode, visits) in self.kept_visits.items():
            self._visit(client, day, mode, visits)
        for person, days in self.busy.items():
            for day, slots in enumerate(days):
                self.hours[person][day] &= ~slots

    def _hold(self, each: LedTeam, *, is_led: bool, seating: set[str]) -> None:
        cell = each.team.cell
        service = self.possible.services[cell.service]
        held = self.possible.held(cell.service, cell.start)
        for day in cell.days:
            if is_led:
                self.busy[each.leader][day] |= self.possible.led(service, cell.start)
                self.fixed.append((each.leader, day, service.slots, True))
                if cell.mode == IN_PERSON:
                    self._count(self.rooms, day, held)
            if cell.mode == IN_PERSON:
                for member in each.team.members:
                    if member not in seating:
                        self.present[member, day] |= held

    def _visit(self, client: str, day: int, mode: str, visits: tuple[Visit, ...]) -> None:
        for code, person, start in visits:
            held = self.possible.held(code, start)
            self.busy[person][day] |= held
            self.fixed.append((person, day, self.possible.services[code].slots, False))
            if mode == IN_PERSON:
                self._count(self.offices, day, held)
                self.present[client, day] |= held

    @staticmethod
    def _count(taken: dict[tuple[int, int], int], day: int, held: int) -> None:
        for slot in range(held.bit_length()):
            if held >> slot & 1:
                taken[day, slot] += 1

    def rooms_left(self, day: int, slot: int) -> int:
        """Group rooms that what stands leaves free."""
        return self.possible.rooms_open(GROUP, day, slot) - self.rooms.get((day, slot), 0)

    def offices_left(self, day: int, slot: int) -> int:
        """Offices that what stands leaves free."""
        return self.possible.rooms_open(OFFICE, day, slot) - self.offices.get((day, slot), 0)

    def closed(self, client: str) -> dict[int, int]:
        """Slots, by day, in which somebody the client is kept apart from stands on site."""
        others = [
            a if b == client else b for a, b in self.possible.apart_on_site if client in (a, b)
        ]
        found: dict[int, int] = {}
        for other in others:
            for day in self.possible.days:
                slots = self.present.get((other, day), 0)
                if slots:
                    found[day] = found.get(day, 0) | slots
        return found

    def joinable(self, client: str) -> list[Cell]:
        """The cells of groups that stand or are touched, which the client might sit in."""
        record = self.possible.clients[client]
        return sorted(
            {
                each.team.cell
                for place, each in enumerate(self.standing.groups)
                if place not in self.free.shut
                and (each.team.cell.phase, each.team.cell.language)
                == (record.phase, record.language)
            }
        )

    def leaders_left(self, cell: Cell) -> list[str]:
        """Who may lead a group of the cell in the hours that what stands leaves."""
        held = self.possible.held(cell.service, cell.start)
        led = self.possible.led(self.possible.services[cell.service], cell.start)
        return [
            person
            for person in self.possible.leaders_of(cell)
            if all(
                self.hours[person][day] & held == held and not self.busy[person][day] & led
                for day in cell.days
            )
        ]
