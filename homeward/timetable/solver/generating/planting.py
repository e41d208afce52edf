"""A complete week planted cohort by cohort, around which the people's windows are drawn."""

from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

from homeward.timetable.solver.generating.cohorts import NEEDS, Block, Cohort, blocks_for
from homeward.timetable.solver.generating.hiring import Roster, rooms_needed
from homeward.timetable.solver.generating.kinds import DAYS, GRID, SERVICES, Kind
from homeward.timetable.solver.instance import IN_PERSON, MIXED
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single

MOST_A_DAY = 10
TRIES = 12


@dataclass(slots=True)
class Planted:
    """One client's week as it is planted: what they need and when they are busy."""

    id: str
    cohort: Cohort
    needs: dict[str, int]
    assigned: dict[str, str] = field(default_factory=dict)
    busy: list[int] = field(default_factory=lambda: [0] * len(DAYS))


def plant(
    cohorts: list[Cohort], kind: Kind, roster: Roster, chance: Random
) -> tuple[list[Planted], Schedule]:
    """Everybody's week without anything missing; rooms are named afterwards, as few as can be."""
    people: list[Planted] = []
    groups: list[Group] = []
    singles: list[Single] = []
    peaks: Counter[tuple[int, int]] = Counter()
    for cohort in cohorts:
        members = [
            Planted(f"C{len(people) + place:03}", cohort, dict(NEEDS[cohort.phase]))
            for place in range(cohort.size)
        ]
        people += members
        block = _calmest(cohort, chance, peaks)
        groups += _groups(block, cohort, members, kind, roster, chance, len(groups))
    for each in people:
        singles += _singles(each, roster, chance)
    return people, _with_rooms(groups, singles)


def _calmest(cohort: Cohort, chance: Random, peaks: Counter[tuple[int, int]]) -> Block:
    """Of some blocks the one that meets in the emptiest hours; its hours are counted."""

    def hours(block: Block) -> list[tuple[int, int]]:
        return [
            (day, slot)
            for code, days, start in block.parts
            for day in days
            for slot in range(start, start + SERVICES[code].slots)
        ]

    block = min(
        blocks_for(cohort, chance, TRIES), key=lambda each: max(peaks[hour] for hour in hours(each))
    )
    if cohort.mode == IN_PERSON:
        peaks.update(hours(block))
    return block


def _groups(
    block: Block,
    cohort: Cohort,
    members: list[Planted],
    kind: Kind,
    roster: Roster,
    chance: Random,
    number: int,
) -> list[Group]:
    leaving = _leavers(block, cohort, members, kind, chance)
    found = []
    for place, (code, days, start) in enumerate(block.parts):
        here = [each for each in members if not (place == len(block.parts) - 1 and each in leaving)]
        for each in here:
            for day in days:
                each.busy[day] |= bits.span(start, SERVICES[code].slots)
        population = cohort.population if SERVICES[code].is_series else MIXED
        leader = roster.somebody(code, cohort.language, population, [(day, start) for day in days])
        found.append(
            Group(
                f"G{number + place:03}", code, cohort.phase, cohort.language, population,
                cohort.mode, leader, tuple(Meeting(day, start) for day in days),
                tuple(each.id for each in here),
            )
        )  # fmt: skip
    return found


def _leavers(
    block: Block, cohort: Cohort, members: list[Planted], kind: Kind, chance: Random
) -> list[Planted]:
    """Those who need one skills group less and go home before the last, which stays a group."""
    if cohort.phase not in (1, 2) or not kind.fewer_skills or block.parts[-1][0] != "SK":
        return []
    most = len(members) - SERVICES["SK"].least
    leaving = [each for each in members if chance.random() < kind.fewer_skills][:most]
    for each in leaving:
        each.needs["SK"] -= 1
    return leaving


def _singles(each: Planted, roster: Roster, chance: Random) -> list[Single]:
    """Their one-to-ones; what finds no place in the block's days is not asked for."""
    found: list[Single] = []
    for code, number in _wanted(each.cohort.phase, chance):
        for _ in range(number):
            taken = [single.day for single in found if single.service == code]
            single = _single(each, code, taken, roster, chance)
            if single is None:
                break
            each.needs[code] = each.needs.get(code, 0) + 1
            each.busy[single.day] |= bits.span(single.start, SERVICES[code].slots)
            found.append(single)
    return found


def _wanted(phase: int, chance: Random) -> list[tuple[str, int]]:
    wanted = []
    if phase == 0:
        wanted.append(("IN60", 2 if chance.random() < 0.8 else 1))
    else:
        wanted.append(("IN60" if phase == 1 else "IN30", 1))
    if chance.random() < (0.8 if phase == 0 else 0.45):
        wanted.append(("MD", 1))
    if phase in (1, 2) and chance.random() < 0.3:
        wanted.append(("FA", 1))
    return wanted


def _single(
    each: Planted, code: str, taken: list[int], roster: Roster, chance: Random
) -> Single | None:
    """Directly before or after what the client has that day, with their own clinician if known."""
    slots = SERVICES[code].slots
    places = [
        (day, start)
        for day, busy in enumerate(each.busy)
        if busy and day not in taken and busy.bit_count() + slots <= MOST_A_DAY
        for start in _beside(busy, slots)
    ]
    chance.shuffle(places)
    own = each.assigned.get(code, "")
    known = [own] if own else list(each.assigned.values())
    for person in known:
        for day, start in places:
            if roster.can(person, code, [(day, start)]):
                roster.hold(person, code, day, start)
                each.assigned[code] = person
                return Single(each.id, code, person, day, start, each.cohort.mode)
    if own or not places:
        return None
    language = each.cohort.language
    free = [place for place in places if roster.has_somebody(code, language, MIXED, [place])]
    day, start = (free or places)[0]
    each.assigned[code] = roster.somebody(code, language, MIXED, [(day, start)])
    return Single(each.id, code, each.assigned[code], day, start, each.cohort.mode)


def _beside(busy: int, slots: int) -> list[int]:
    first, after = (busy & -busy).bit_length() - 1, busy.bit_length()
    return [start for start in (first - slots, after) if 0 <= start <= GRID.slots_a_day - slots]


def _with_rooms(groups: list[Group], singles: list[Single]) -> Schedule:
    """Name a room for every meeting in person."""
    held = [
        (meeting.day, meeting.start, SERVICES[group.service].slots)
        for group in groups
        if group.mode == IN_PERSON
        for meeting in group.meetings
    ]
    rooms = iter(rooms_needed(held))
    placed = [
        replace(
            group,
            meetings=tuple(
                replace(meeting, room=f"R{next(rooms):02}") for meeting in group.meetings
            ),
        )
        if group.mode == IN_PERSON
        else group
        for group in groups
    ]
    on_site = [each for each in singles if each.mode == IN_PERSON]
    offices = iter(
        rooms_needed([(each.day, each.start, SERVICES[each.service].slots) for each in on_site])
    )
    named = [
        replace(each, room=f"O{next(offices):02}") if each.mode == IN_PERSON else each
        for each in singles
    ]
    return Schedule(tuple(placed), tuple(named))
