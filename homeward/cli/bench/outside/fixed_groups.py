"""When and where groups of fixed members meet: slots, rooms, and what comes before what.

Imported only where the optimizer may be loaded.
"""

from collections import defaultdict

from ortools.sat.python import cp_model

from homeward.cli.bench.outside.as_week import Places
from homeward.cli.bench.outside.track2 import SLOTS, Problem
from homeward.timetable.solver.engine import Effort, search

WORKERS = 8


def place(problem: Problem, effort: Effort) -> Places:
    """As many events as can be found a slot and a room, those with most students first.

    Most of the effort asks for all of them; the rest, if that fails, for as many as possible,
    never fewer than by simply taking the first place that is free.
    """
    simple = first_fit(problem)
    if len(simple) == problem.events:
        return simple
    whole = cp_model.CpModel()
    found = _searched(whole, _placed(whole, problem, is_whole=True), effort, effort.left * 0.8)
    if found:
        return found
    model = cp_model.CpModel()
    chosen = _placed(model, problem, is_whole=False)
    model.maximize(
        sum(
            (1 + len(problem.students[event])) * variable
            for (event, _, _), variable in chosen.items()
        )
    )
    for (event, slot, room), variable in chosen.items():
        model.add_hint(variable, simple.get(event) == (slot, room))
    found = _searched(model, chosen, effort, effort.left)
    return max((simple, found), key=lambda each: _seated(problem, each))


def first_fit(problem: Problem) -> Places:
    """Each event at the first slot and smallest room that are free, the most bound event first."""
    held: list[set[int]] = [set() for _ in range(SLOTS)]
    rooms: list[set[int]] = [set() for _ in range(SLOTS)]
    places: Places = {}
    after, before = defaultdict(list), defaultdict(list)
    for one, other in problem.before:
        after[one].append(other)
        before[other].append(one)
    ways = [len(problem.slots[each]) * len(problem.suits[each]) for each in range(problem.events)]
    for event in sorted(range(problem.events), key=lambda each: (ways[each], each)):
        earliest = max((places[each][0] + 1 for each in before[event] if each in places), default=0)
        latest = min((places[each][0] for each in after[event] if each in places), default=SLOTS)
        for slot in problem.slots[event]:
            free = [room for room in problem.suits[event] if room not in rooms[slot]]
            is_clear = held[slot].isdisjoint(problem.students[event])
            if earliest <= slot < latest and is_clear and free:
                room = min(free, key=lambda each: (problem.rooms[each], each))
                places[event] = (slot, room)
                held[slot].update(problem.students[event])
                rooms[slot].add(room)
                break
    return places


def _seated(problem: Problem, places: Places) -> int:
    return sum(1 + len(problem.students[event]) for event in places)


def _searched(
    model: cp_model.CpModel,
    chosen: dict[tuple[int, int, int], cp_model.IntVar],
    effort: Effort,
    share: float,
) -> Places:
    answer = search(model, effort, share, level=1, workers=WORKERS)
    if not answer.is_found:
        return {}
    return {
        event: (slot, room)
        for (event, slot, room), variable in chosen.items()
        if answer.holds(variable)
    }


def _placed(
    model: cp_model.CpModel, problem: Problem, *, is_whole: bool
) -> dict[tuple[int, int, int], cp_model.IntVar]:
    chosen: dict[tuple[int, int, int], cp_model.IntVar] = {}
    at: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    in_room: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for event in range(problem.events):
        for slot in problem.slots[event]:
            for room in problem.suits[event]:
                variable = model.new_bool_var("")
                chosen[event, slot, room] = variable
                at[event, slot].append(variable)
                in_room[slot, room].append(variable)
        own = [each for slot in problem.slots[event] for each in at[event, slot]]
        if is_whole:
            model.add_exactly_one(own)
        else:
            model.add_at_most_one(own)
    for there in in_room.values():
        model.add_at_most_one(there)
    held = _slots_held(model, problem, at)
    for events in _together(problem):
        for slot in range(SLOTS):
            there = [held[event, slot] for event in events if (event, slot) in held]
            if len(there) > 1:
                model.add_at_most_one(there)
    _in_order(model, problem, held)
    return chosen


def _slots_held(
    model: cp_model.CpModel, problem: Problem, at: dict[tuple[int, int], list[cp_model.IntVar]]
) -> dict[tuple[int, int], cp_model.IntVar]:
    held = {}
    for (event, slot), variables in sorted(at.items()):
        held[event, slot] = model.new_bool_var("")
        model.add(sum(variables) == held[event, slot])
    return held


def _together(problem: Problem) -> list[tuple[int, ...]]:
    """Sets of events of which a student attends all, those inside a larger one left out."""
    of_student: dict[int, list[int]] = defaultdict(list)
    for event, students in enumerate(problem.students):
        for student in students:
            of_student[student].append(event)
    kept: list[frozenset[int]] = []
    for events in sorted({frozenset(each) for each in of_student.values()}, key=len, reverse=True):
        if not any(events <= other for other in kept):
            kept.append(events)
    return sorted(tuple(sorted(each)) for each in kept)


def _in_order(
    model: cp_model.CpModel,
    problem: Problem,
    held: dict[tuple[int, int], cp_model.IntVar],
) -> None:
    """An event has begun by a slot only when the one before it is over; absent ones do not bind."""
    for one, other in problem.before:
        first = [(slot, held[one, slot]) for slot in problem.slots[one] if (one, slot) in held]
        second = [
            (slot, held[other, slot]) for slot in problem.slots[other] if (other, slot) in held
        ]
        is_there = sum(variable for _, variable in first)
        for slot in range(SLOTS):
            begun = [variable for at, variable in second if at <= slot]
            over = [variable for at, variable in first if at < slot]
            if begun:
                model.add(sum(begun) <= sum(over) + 1 - is_there)
