"""A whole made-up week, with the complete schedule it was planted around where there is one."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from homeward.timetable.solver.generating.cohorts import cohorts_for
from homeward.timetable.solver.generating.free_mix import free_mix
from homeward.timetable.solver.generating.hiring import Roster
from homeward.timetable.solver.generating.kinds import (
    DOCUMENTATION_MINUTES,
    GRID,
    KINDS,
    MOST_LED_GROUPS_A_DAY,
    ON_DUTY,
    PATTERNS,
    SERVICES,
    WEIGHTS,
    Kind,
)
from homeward.timetable.solver.generating.people import client_of
from homeward.timetable.solver.generating.planting import plant
from homeward.timetable.solver.instance import (
    GROUP,
    IN_PERSON,
    KEEP_GROUP,
    KEEP_SITE,
    OFFICE,
    Instance,
    KeepApart,
    Room,
)
from homeward.timetable.solver.placing.ground import documenting_slots
from homeward.timetable.solver.schedule import Schedule

GROUP_PLACES, OFFICE_PLACES = 12, 4


def generate(
    size: int, kind: str, seed: int, *, product_rules: bool = False
) -> tuple[Instance, Schedule | None]:
    """So many clients in a week of a kind of `KINDS`, the same for the same seed.

    The schedule misses nothing; there is none where rooms were taken away or needs are mixed
    freely. `product_rules` turns on documentation, led groups a day and staff on duty. KeyError
    for a kind that is not there.
    """
    chosen = KINDS[kind]
    # A made-up week must come back the same; its chance guards nothing.
    chance = Random(f"{size} {kind} {seed}")  # noqa: S311
    frame = _frame(f"iop-{size}-{seed}-{kind}", product_rules=product_rules)
    if not chosen.from_cohorts:
        return free_mix(frame, size, chosen, chance), None
    documenting = {code: documenting_slots(frame, each) for code, each in SERVICES.items()}
    roster = Roster(chance, documenting, frame.most_led_groups_a_day or 99)
    people, schedule = plant(cohorts_for(size, chance), chosen, roster, chance)
    roster.fill_shifts(frame.on_duty.staff)
    instance = replace(
        frame,
        clients={each.id: client_of(each, chosen, chance) for each in people},
        staff={hire.person.id: hire.person for hire in roster.hires},
        rooms=_rooms(schedule),
    )
    instance = replace(instance, keep_apart=_kept_apart(instance, schedule, chance))
    if chosen.is_planted:
        return instance, schedule
    return replace(instance, rooms=_fewer(instance.rooms, chosen)), None


def _frame(name: str, *, product_rules: bool) -> Instance:
    bare = Instance(
        name, GRID, SERVICES, {}, {}, {}, (), PATTERNS, WEIGHTS,
    )  # fmt: skip
    if not product_rules:
        return bare
    return replace(
        bare,
        documentation_minutes=DOCUMENTATION_MINUTES,
        most_led_groups_a_day=MOST_LED_GROUPS_A_DAY,
        on_duty=ON_DUTY,
    )


def _rooms(schedule: Schedule) -> dict[str, Room]:
    groups = {meeting.room for group in schedule.groups for meeting in group.meetings}
    offices = {single.room for single in schedule.singles}
    rooms = [Room(id_, GROUP, GROUP_PLACES) for id_ in sorted(groups - {""})]
    rooms += [Room(id_, OFFICE, OFFICE_PLACES) for id_ in sorted(offices - {""})]
    return {room.id: room for room in rooms}


def _fewer(rooms: Mapping[str, Room], kind: Kind) -> dict[str, Room]:
    """The share of rooms of each kind that stays, at least one."""
    kept: dict[str, Room] = {}
    for each in (GROUP, OFFICE):
        of_kind = [room for room in rooms.values() if room.kind == each]
        number = max(1, int(len(of_kind) * kind.rooms_kept)) if of_kind else 0
        kept |= {room.id: room for room in of_kind[:number]}
    return kept


def _kept_apart(instance: Instance, schedule: Schedule, chance: Random) -> tuple[KeepApart, ...]:
    """Pairs, one for every twelve clients, whom the planted week already keeps apart."""
    together = {
        frozenset((one, other))
        for group in schedule.groups
        for one in group.members
        for other in group.members
    }
    on_site = _hours_on_site(instance, schedule)
    found: list[KeepApart] = []
    names = sorted(instance.clients)
    for _ in range(len(names) // 12):
        one, other = chance.sample(names, 2)
        if frozenset((one, other)) in together:
            continue
        may_site = not on_site[one] & on_site[other]
        level = KEEP_SITE if may_site and chance.random() < 0.2 else KEEP_GROUP
        found.append(KeepApart(one, other, level))
    return tuple(found)


def _hours_on_site(instance: Instance, schedule: Schedule) -> dict[str, set[tuple[int, int]]]:
    hours: dict[str, set[tuple[int, int]]] = {id_: set() for id_ in instance.clients}

    def come(client: str, day: int, start: int, service: str) -> None:
        slots = range(start, start + SERVICES[service].slots)
        hours[client].update((day, slot) for slot in slots)

    for group in schedule.groups:
        for meeting in group.meetings if group.mode == IN_PERSON else ():
            for member in group.members:
                come(member, meeting.day, meeting.start, group.service)
    for single in schedule.singles:
        if single.mode == IN_PERSON:
            come(single.client, single.day, single.start, single.service)
    return hours
