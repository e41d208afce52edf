"""A published problem as a week of the product: an event is a group of fixed members.

Every event is a service of its own with a leader of its own, whose hours are the slots the event
may have; every student needs each of their events once; idle time is allowed. What the product
does not have (features of rooms, events that come before others) is checked here.
"""

from homeward.cli.bench.outside.track2 import DAYS, SLOTS_A_DAY, Problem
from homeward.timetable.solver.instance import (
    GROUP,
    IN_PERSON,
    MIXED,
    Client,
    Grid,
    Instance,
    Person,
    Room,
    Service,
    Window,
)
from homeward.timetable.solver.reading import WEIGHTS
from homeward.timetable.solver.schedule import Group, Meeting, Schedule

# event -> (slot, room)
Places = dict[int, tuple[int, int]]
WHOLE_WEEK = tuple(Window(day, 0, SLOTS_A_DAY) for day in range(DAYS))


def instance_of(problem: Problem) -> Instance:
    """The week in which the events are to be placed."""
    events = range(problem.events)
    needs: dict[int, dict[str, int]] = {}
    for event in events:
        for student in problem.students[event]:
            needs.setdefault(student, {})[code(event)] = 1
    return Instance(
        name=problem.name,
        grid=Grid(
            tuple(f"day {day}" for day in range(DAYS)),
            SLOTS_A_DAY,
            60,
            lunch=(0, SLOTS_A_DAY),
            lunch_max=SLOTS_A_DAY,
        ),
        services={code(event): _service(problem, event) for event in events},
        rooms={
            # The product keeps a place for the leader.
            f"R{room}": Room(f"R{room}", GROUP, size + 1)
            for room, size in enumerate(problem.rooms)
        },
        staff={f"L{event}": _leader(problem, event) for event in events},
        clients={f"S{student}": _client(student, each) for student, each in sorted(needs.items())},
        keep_apart=(),
        day_patterns={},
        weights=dict.fromkeys(WEIGHTS, 0),
    )


def schedule_of(problem: Problem, places: Places) -> Schedule:
    """The placed events as groups."""
    return Schedule(
        tuple(
            Group(
                code(event), code(event), 1, "en", MIXED, IN_PERSON, f"L{event}",
                (Meeting(slot // SLOTS_A_DAY, slot % SLOTS_A_DAY, f"R{room}"),),
                tuple(f"S{student}" for student in problem.students[event]),
            )
            for event, (slot, room) in sorted(places.items())
        )
    )  # fmt: skip


def faults(problem: Problem, places: Places) -> int:
    """Rooms without what an event wants, and events that come before what they should follow."""
    unsuited = sum(room not in problem.suits[event] for event, (_, room) in places.items())
    turned = sum(
        one in places and other in places and places[one][0] >= places[other][0]
        for one, other in problem.before
    )
    return unsuited + turned


def code(event: int) -> str:
    """The service an event is."""
    return f"E{event}"


def _service(problem: Problem, event: int) -> Service:
    size = len(problem.students[event])
    return Service(code(event), True, 1, 1, least=size, soft_least=size, target=size, most=size)


def _leader(problem: Problem, event: int) -> Person:
    windows = tuple(
        Window(slot // SLOTS_A_DAY, slot % SLOTS_A_DAY, slot % SLOTS_A_DAY + 1)
        for slot in problem.slots[event]
    )
    return Person(
        f"L{event}",
        frozenset({code(event)}),
        frozenset({"en"}),
        frozenset({MIXED}),
        windows,
        1,
        1,
        1,
    )


def _client(student: int, needs: dict[str, int]) -> Client:
    return Client(
        f"S{student}", 1, "en", MIXED, IN_PERSON, IN_PERSON, WHOLE_WEEK, WHOLE_WEEK, needs, {},
        0, SLOTS_A_DAY, 0, DAYS * SLOTS_A_DAY,
    )  # fmt: skip
