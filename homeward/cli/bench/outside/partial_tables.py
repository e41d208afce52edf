"""A timetable in which some events are not placed yet, and the search that places them.

An event goes where it throws out fewest others; what was thrown out may not come back to that slot
for a while. Source: Blöchliger and Zufferey, "A graph coloring heuristic using partial solutions
and a reactive tabu scheme", 2008, with rooms matched and order kept.
"""

from collections.abc import Callable, Iterator
from random import Random

from homeward.cli.bench.outside.as_week import Places
from homeward.cli.bench.outside.track2 import SLOTS, Problem

MOST_LOOKED_AT = 24
WAIT, WAIT_BY_LEFT = 10, 0.6


class PartialTable:
    """Events by slot with a room each; `left` are those without a place."""

    def __init__(self, problem: Problem, seed: int) -> None:
        self.problem = problem
        self.chance = Random(f"{problem.name} {seed}")
        self.apart = _conflicts(problem)
        self.after: list[list[int]] = [[] for _ in range(problem.events)]
        self.before: list[list[int]] = [[] for _ in range(problem.events)]
        for one, other in problem.before:
            self.after[one].append(other)
            self.before[other].append(one)
        self.slot: dict[int, int] = {}
        self.held = [0] * SLOTS
        self.room_of: dict[int, int] = {}
        self.in_room: list[dict[int, int]] = [{} for _ in range(SLOTS)]
        self.left: list[int] = list(range(problem.events))
        self.barred: dict[tuple[int, int], int] = {}
        self.best: Places = {}
        self.best_seated = -1

    def places(self) -> Places:
        """Slot and room of every event that is placed."""
        return {event: (slot, self.room_of[event]) for event, slot in sorted(self.slot.items())}

    def search(self, rounds: int, is_over: Callable[[], bool]) -> int:
        """Place events until none is left or the rounds are; how many rounds it took."""
        for number in range(rounds):
            if not self.left or (number % 256 == 0 and is_over()):
                self._keep()
                return number
            self._step(number)
            self._keep()
        return rounds

    def _keep(self) -> None:
        seated = sum(1 + len(self.problem.students[event]) for event in self.slot)
        if seated > self.best_seated:
            self.best, self.best_seated = self.places(), seated

    def _step(self, now: int) -> None:
        choices: list[tuple[int, float, int, int]] = []
        looked = self.left
        if len(looked) > MOST_LOOKED_AT:
            looked = self.chance.sample(looked, MOST_LOOKED_AT)
        fewest = len(self.slot) + 1
        for event in looked:
            for slot in self.problem.slots[event]:
                out = (self.held[slot] & self.apart[event]).bit_count()
                if out > fewest:
                    continue
                out += len(self._out_of_order(event, slot))
                if out > fewest or self.barred.get((event, slot), 0) > now:
                    continue
                fewest = out
                choices.append((out, self.chance.random(), event, slot))
        if not choices:
            event = self.chance.choice(looked)
            self._place(event, self.chance.choice(self.problem.slots[event]), now)
            return
        choices.sort()
        chosen = choices[0]
        for each in choices[:6]:
            if each[0] > fewest:
                break
            if self._finds_room(each[2], each[3]):
                chosen = each
                break
        self._place(chosen[2], chosen[3], now)

    def _out_of_order(self, event: int, slot: int) -> list[int]:
        late = [each for each in self.before[event] if self.slot.get(each, -1) >= slot]
        return late + [each for each in self.after[event] if self.slot.get(each, SLOTS) <= slot]

    def _in_the_way(self, event: int, slot: int) -> list[int]:
        return [*_members(self.held[slot] & self.apart[event]), *self._out_of_order(event, slot)]

    def _finds_room(self, event: int, slot: int) -> bool:
        gone = {each for each in self._in_the_way(event, slot) if self.slot[each] == slot}
        rooms = {room: one for room, one in self.in_room[slot].items() if one not in gone}
        return self._seat(event, rooms, {}, set()) is not None

    def _seat(
        self, event: int, rooms: dict[int, int], moved: dict[int, int], seen: set[int]
    ) -> dict[int, int] | None:
        """Rooms after others made way along a chain, or None; `seen` collects rooms tried."""
        for room in self.problem.suits[event]:
            if room in seen:
                continue
            seen.add(room)
            there = rooms.get(room)
            if there is None or self._seat(there, rooms, moved, seen) is not None:
                moved[event] = room
                return moved
        return None

    def _place(self, event: int, slot: int, now: int) -> None:
        for each in set(self._in_the_way(event, slot)):
            self._throw_out(each, now)
        seen: set[int] = set()
        moved = self._seat(event, self.in_room[slot], {}, seen)
        if moved is None:
            there = sorted(self.in_room[slot][room] for room in seen if room in self.in_room[slot])
            if not there:
                return
            self._throw_out(self.chance.choice(there), now)
            moved = self._seat(event, self.in_room[slot], {}, set()) or {}
        for each in moved:
            if each in self.room_of:
                del self.in_room[slot][self.room_of[each]]
        for each, room in moved.items():
            self.in_room[slot][room] = each
            self.room_of[each] = room
        self.slot[event] = slot
        self.held[slot] |= 1 << event
        self.left.remove(event)

    def _throw_out(self, event: int, now: int) -> None:
        slot = self.slot.pop(event)
        self.held[slot] &= ~(1 << event)
        del self.in_room[slot][self.room_of.pop(event)]
        self.left.append(event)
        wait = WAIT_BY_LEFT * len(self.left) + self.chance.randrange(WAIT)
        self.barred[event, slot] = now + 1 + int(wait)


def _conflicts(problem: Problem) -> list[int]:
    """For each event a mask of those that share a student, or are the same slot's only users."""
    students: dict[int, int] = {}
    for event, listed in enumerate(problem.students):
        for student in listed:
            students[student] = students.get(student, 0) | 1 << event
    found = []
    for event, listed in enumerate(problem.students):
        together = 0
        for student in listed:
            together |= students[student]
        found.append(together & ~(1 << event))
    return found


def _members(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
