"""Standing seats in recurring slots: who holds which, and which set of slots gives a phase its
hours."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from .outline import Outline, Phase, Slot


@dataclass(slots=True)
class Hold:
    """One person's seat, from a day until another (None while it is open)."""

    person: str
    from_day: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A set of slots of one cohort that gives a phase its minutes."""

    cohort: str
    slots: tuple[Slot, ...]

    @property
    def minutes(self) -> int:
        """Clinical minutes a week."""
        return sum(slot.clinical_minutes for slot in self.slots)

    @property
    def weekdays(self) -> frozenset[int]:
        """The days it meets."""
        return frozenset(slot.weekday for slot in self.slots)


class Seats:
    """All seats of the program. Never lets a slot hold more people than its capacity."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._holds: dict[str, list[Hold]] = defaultdict(list)
        self._once: dict[str, dict[date, int]] = defaultdict(dict)
        self._weeks: dict[tuple[str, str, str, str], list[Week]] = {}

    def free(self, slot: Slot, from_day: date) -> int:
        """Seats nobody holds on any day from then on."""
        holds, once = self._holds[slot.key], self._once[slot.key]
        days = {from_day}
        days.update(hold.from_day for hold in holds if hold.from_day > from_day)
        days.update(day for day in once if day > from_day)
        return slot.capacity - max(len(self.on(slot.key, day)) + once.get(day, 0) for day in days)

    def promise_once(self, slot: Slot, day: date) -> bool:
        """Keep a seat for one meeting only, if there is one; whether there was."""
        once = self._once[slot.key]
        if self.free(slot, day) < 1:
            return False
        once[day] = once.get(day, 0) + 1
        return True

    def on(self, slot_key: str, day: date) -> list[str]:
        """Who is expected that day."""
        return [
            hold.person
            for hold in self._holds[slot_key]
            if hold.from_day <= day and (hold.until is None or hold.until > day)
        ]

    def take(self, person: str, slot: Slot, from_day: date) -> None:
        """Raises OverflowError when the slot is full."""
        if self.free(slot, from_day) < 1:
            raise OverflowError(slot.key)
        self._holds[slot.key].append(Hold(person, from_day))

    def claim(self, name: str) -> None:
        """Give back what was kept under that name, for the person to take."""
        for holds in self._holds.values():
            holds[:] = [hold for hold in holds if hold.person != name]

    def release(self, person: str, slot: Slot, from_day: date) -> None:
        """The seat is open to others from that day."""
        for hold in self._holds[slot.key]:
            if hold.person == person and hold.until is None:
                hold.until = max(from_day, hold.from_day)

    def weeks_for(
        self,
        site: str,
        track: str,
        phase: Phase,
        from_day: date,
        first: str = "",
        keeps: frozenset[str] = frozenset(),
    ) -> Week | None:
        """The best week with seats: in cohort `first` if it has one, else where most seats are
        free.

        Seats already held (`keeps`, slot keys) count as free.
        """
        cohorts = sorted(
            {
                slot.cohort
                for slot in self._outline.slots
                if slot.site == site and slot.track == track
            }
        )
        best: tuple[int, Week] | None = None
        for cohort in cohorts:
            for week in self._options(site, track, cohort, phase):
                room = min(
                    slot.capacity if slot.key in keeps else self.free(slot, from_day)
                    for slot in week.slots
                )
                if room > 0:
                    rank = room + (1000 if cohort == first else 0)
                    if best is None or rank > best[0]:
                        best = (rank, week)
                    break
        return best[1] if best else None

    def _options(self, site: str, track: str, cohort: str, phase: Phase) -> list[Week]:
        key = (site, track, cohort, phase.code)
        if key not in self._weeks:
            self._weeks[key] = _ways(self._outline, key, phase)
        return self._weeks[key]


def _ways(outline: Outline, key: tuple[str, str, str, str], phase: Phase) -> list[Week]:
    """Every way to give the phase its minutes in that cohort: all of it, or what has fewest
    extra minutes and days."""
    site, track, cohort, code = key
    days: dict[int, list[Slot]] = defaultdict(list)
    for slot in outline.slots:
        if (slot.site, slot.track, slot.cohort) == (site, track, cohort) and code in slot.phases:
            days[slot.weekday].append(slot)
    intensive = phase.weekly_minutes >= outline.iop_minutes
    whole = Week(
        cohort,
        tuple(slot for day in sorted(days) for slot in sorted(days[day], key=lambda s: s.starts)),
    )
    fits = not intensive or (len(days) >= outline.iop_days and longest_gap(tuple(days)) <= 2)
    if (
        days
        and fits
        and phase.weekly_minutes
        <= whole.minutes
        <= min(outline.most_minutes, 1.5 * phase.weekly_minutes)
    ):
        return [whole]
    found: list[tuple[int, tuple[int, ...], Week]] = []
    for count in range(outline.iop_days if intensive else 1, len(days) + 1):
        for chosen in combinations(sorted(days), count):
            if intensive and longest_gap(chosen) > 2:
                continue
            slots = [
                slot
                for day in chosen
                for slot in _run(
                    sorted(days[day], key=lambda s: s.starts), phase.weekly_minutes / count
                )
            ]
            week = Week(cohort, tuple(slots))
            if phase.weekly_minutes <= week.minutes <= outline.most_minutes:
                found.append((week.minutes - phase.weekly_minutes + 45 * count, chosen, week))
    if not found and days and not intensive:
        return [whole]
    return [week for _, _, week in sorted(found, key=lambda item: item[:2])]


def _run(slots: list[Slot], wanted: float) -> list[Slot]:
    """The run of neighbouring slots of a day that comes closest above what is wanted; the whole
    day if none does."""
    best = slots
    least = sum(slot.clinical_minutes for slot in slots)
    for start in range(len(slots)):
        total = 0
        for end in range(start, len(slots)):
            if slots[end].begins < slots[start].begins or (
                end > start and slots[end].begins < slots[end - 1].ends
            ):
                break
            total += slots[end].clinical_minutes
            if total >= wanted:
                if total < least:
                    best, least = slots[start : end + 1], total
                break
    return best


def longest_gap(weekdays: tuple[int, ...]) -> int:
    """Most days in a row without a session, around the week."""
    ordered = sorted(weekdays)
    return max(
        (later - earlier - 1) % 7
        for earlier, later in zip(ordered, [*ordered[1:], ordered[0] + 7], strict=True)
    )
