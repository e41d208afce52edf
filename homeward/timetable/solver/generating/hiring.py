"""Staff and rooms that a planted week turns out to need; somebody new only when nobody is free."""

from dataclasses import dataclass, field
from random import Random

from homeward.timetable.solver.generating.kinds import DAYS, GRID, SERVICES, WORKING_DAYS
from homeward.timetable.solver.instance import MIXED, Person, Window
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.placing.load import Held, Load

COUNSELOR = frozenset({"GT", "PE", "SK", "IN60", "IN30"})
FAMILY = frozenset({"FA", "IN60", "IN30", "GT"})
MEDICAL = frozenset({"MD"})
EARLY, LATE = (0, 18), (8, 26)
MOST_A_DAY, MOST_A_WEEK, TARGET_WEEK = 12, 50, 40


@dataclass(slots=True)
class Hire:
    """One of the staff while the week is planted."""

    person: Person
    load: Load

    def can(self, meetings: list[tuple[int, int]], code: str, writes: int, most_led: int) -> bool:
        """Whether every (day, start) fits their hours, what they hold, and a bearable week."""
        service = SERVICES[code]
        if self.load.slots + service.slots * len(meetings) > TARGET_WEEK:
            return False
        return all(
            self._is_free(day, start, service.slots, writes)
            and not (service.is_group and self.load.led[day] >= most_led)
            for day, start in meetings
        )

    def _is_free(self, day: int, start: int, slots: int, writes: int) -> bool:
        held = bits.span(start, slots)
        hours = bits.of_windows(self.person.windows, len(DAYS))[day]
        taken = self.load.busy[day] | self.load.writing[day]
        after = bits.span(start + slots, writes)
        return (
            held & hours == held
            and not held & taken
            and not after & self.load.busy[day]
            and self.load.slots_a_day[day] + slots <= MOST_A_DAY
        )


@dataclass(slots=True)
class Roster:
    """Everybody hired so far."""

    chance: Random
    documenting: dict[str, int]
    most_led: int = 99
    hires: list[Hire] = field(default_factory=list)

    def somebody(
        self, code: str, language: str, population: str, meetings: list[tuple[int, int]]
    ) -> str:
        """Somebody who can take every meeting, hired for it when nobody is free; now they hold it.

        ValueError for meetings no shift reaches.
        """
        free = self._free(code, language, population, meetings)
        hire = (
            self.chance.choice(free) if free else self._hire(code, language, population, meetings)
        )
        service = SERVICES[code]
        writes = self.documenting[code]
        for day, start in meetings:
            held = Held(start, service.slots, code, "", "", service.is_group, writes)
            hire.load.add(day, held)
        return hire.person.id

    def has_somebody(
        self, code: str, language: str, population: str, meetings: list[tuple[int, int]]
    ) -> bool:
        """Whether anybody hired so far could take meetings."""
        return bool(self._free(code, language, population, meetings))

    def can(self, staff: str, code: str, meetings: list[tuple[int, int]]) -> bool:
        """Whether one who is hired could take meetings."""
        hire = next(each for each in self.hires if each.person.id == staff)
        return code in hire.person.skills and self._can(hire, code, meetings)

    def hold(self, staff: str, code: str, day: int, start: int) -> None:
        """Let one who is hired hold a one-to-one."""
        hire = next(each for each in self.hires if each.person.id == staff)
        hire.load.add(day, Held(start, SERVICES[code].slots, code, "", ""))

    def fill_shifts(self, number: int) -> None:
        """Hire medical staff until so many work every shift."""
        for begins, ends in (EARLY, LATE):
            there = sum(hire.person.windows[0].begins == begins for hire in self.hires)
            for _ in range(number - there):
                person = self._person(MEDICAL, "en", MIXED, begins, ends)
                self.hires.append(Hire(person, Load(len(DAYS))))

    def _free(
        self, code: str, language: str, population: str, meetings: list[tuple[int, int]]
    ) -> list[Hire]:
        return [
            hire
            for hire in self.hires
            if code in hire.person.skills
            and language in hire.person.languages
            and population in hire.person.populations
            and self._can(hire, code, meetings)
        ]

    def _can(self, hire: Hire, code: str, meetings: list[tuple[int, int]]) -> bool:
        return hire.can(meetings, code, self.documenting[code], self.most_led)

    def _hire(
        self, code: str, language: str, population: str, meetings: list[tuple[int, int]]
    ) -> Hire:
        skills = next(each for each in self._roles(code) if code in each)
        shifts = [EARLY, LATE]
        self.chance.shuffle(shifts)
        for begins, ends in shifts:
            hire = Hire(self._person(skills, language, population, begins, ends), Load(len(DAYS)))
            if self._can(hire, code, meetings):
                self.hires.append(hire)
                return hire
        raise ValueError(f"no shift reaches {code} at {meetings}")

    def _roles(self, code: str) -> list[frozenset[str]]:
        roles = [COUNSELOR, FAMILY, MEDICAL]
        if code.startswith("IN") and self.chance.random() < 0.4:
            roles = [FAMILY, COUNSELOR]
        return roles

    def _person(
        self, skills: frozenset[str], language: str, population: str, begins: int, ends: int
    ) -> Person:
        speaks = {"en", language} | ({"es"} if self.chance.random() < 0.25 else set())
        serves = {MIXED, population}
        serves |= {each for each in ("trauma", "women") if self.chance.random() < 0.25}
        return Person(
            id=f"S{len(self.hires):02}",
            skills=skills,
            languages=frozenset(speaks),
            populations=frozenset(serves),
            windows=tuple(Window(day, begins, ends) for day in WORKING_DAYS),
            most_a_day=MOST_A_DAY,
            most_a_week=MOST_A_WEEK,
            target_week=TARGET_WEEK,
            has_naloxone=True,
        )


def rooms_needed(meetings: list[tuple[int, int, int]]) -> list[int]:
    """A room number for each (day, start, slots), as few rooms as can be."""
    numbers = [0] * len(meetings)
    busy: list[list[int]] = []
    for place in sorted(range(len(meetings)), key=lambda each: meetings[each]):
        day, start, slots = meetings[place]
        held = bits.span(start, slots)
        number = next((n for n, days in enumerate(busy) if not days[day] & held), len(busy))
        if number == len(busy):
            busy.append([0] * len(GRID.days))
        busy[number][day] |= held
        numbers[place] = number
    return numbers
