"""Leaders counted, not named: whoever is able together must be enough (Hall's condition).

For every slot, and for every union of the sets of people able to lead what meets there: the groups
that only they can lead are at most as many as they are. Days and weeks likewise, by qualification.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.own_visits import own_slots
from homeward.timetable.solver.instance import GROUP, IN_PERSON
from homeward.timetable.solver.possible import Cell, Possible

MOST_UNIONS = 64
UNLIKELY = 100_000
People = frozenset[str]


def count_leaders(
    model: cp_model.CpModel, possible: Possible, count: Mapping[Cell, cp_model.LinearExprT]
) -> list[cp_model.LinearExprT]:
    """State the conditions; returns the cost of hours above what staff should have."""
    able = {cell: frozenset(possible.leaders_of(cell)) for cell in count}
    _slots(model, possible, count, able)
    qualified = {
        cell: frozenset(possible.leaders(cell.service, cell.language, cell.population))
        for cell in count
    }
    _days(model, possible, count, qualified)
    return _week(model, possible, count, qualified)


def _slots(
    model: cp_model.CpModel,
    possible: Possible,
    count: Mapping[Cell, cp_model.LinearExprT],
    able: Mapping[Cell, People],
) -> None:
    meeting: dict[tuple[int, int], list[Cell]] = defaultdict(list)
    for cell in count:
        held = possible.led(possible.services[cell.service], cell.start)
        for day in cell.days:
            for slot in range(held.bit_length()):
                if held >> slot & 1:
                    meeting[day, slot].append(cell)
    stated: set[tuple[int, tuple[Cell, ...]]] = set()
    for key in sorted(meeting):
        possible.look()
        cells = meeting[key]
        rooms = possible.rooms_open(GROUP, *key)
        for people in unions(able[cell] for cell in cells):
            within = tuple(cell for cell in cells if able[cell] <= people)
            remote = any(cell.mode != IN_PERSON for cell in within)
            documenting = any(
                not possible.held(cell.service, cell.start) >> key[1] & 1 for cell in within
            )
            if len(people) >= rooms and not remote and not documenting:
                continue
            if (len(people), within) not in stated:
                stated.add((len(people), within))
                _at_most(model, [count[cell] for cell in within], len(people))


def _days(
    model: cp_model.CpModel,
    possible: Possible,
    count: Mapping[Cell, cp_model.LinearExprT],
    qualified: Mapping[Cell, People],
) -> None:
    led = possible.instance.most_led_groups_a_day
    for day in possible.days:
        cells = [cell for cell in count if day in cell.days]
        for people in unions(qualified[cell] for cell in cells):
            here = [each for each in sorted(people) if possible.staff_free[each][day]]
            within = [cell for cell in cells if qualified[cell] <= people]
            slots = sum(
                min(possible.staff[each].most_a_day, possible.staff_free[each][day].bit_count())
                for each in here
            )
            loads = [possible.services[cell.service].slots * count[cell] for cell in within]
            _at_most(model, loads, slots)
            if led is not None:
                _at_most(model, [count[cell] for cell in within], led * len(here))


def _week(
    model: cp_model.CpModel,
    possible: Possible,
    count: Mapping[Cell, cp_model.LinearExprT],
    qualified: Mapping[Cell, People],
) -> list[cp_model.LinearExprT]:
    own = own_slots(possible)
    cost: list[cp_model.LinearExprT] = []
    for people in unions(qualified.values()):
        within = [cell for cell in count if qualified[cell] <= people]
        slots = [
            possible.services[cell.service].slots * len(cell.days) * count[cell] for cell in within
        ]
        most = sum(max(0, possible.staff[each].most_a_week - own[each]) for each in people)
        target = sum(max(0, possible.staff[each].target_week - own[each]) for each in people)
        _at_most(model, slots, most)
        if len(within) == len(count) and target < most:
            over = model.new_int_var(0, UNLIKELY, "")
            model.add(over >= sum(slots) - target)
            cost.append(possible.instance.weights["overload"] * over)
    return cost


def _at_most(model: cp_model.CpModel, loads: Sequence[cp_model.LinearExprT], most: int) -> None:
    """What is taken already may be above; then nothing more is added."""
    taken = sum(each for each in loads if isinstance(each, int))
    open_ = [each for each in loads if not isinstance(each, int)]
    if open_:
        model.add(sum(open_) <= max(0, most - taken))


def unions(sets: Iterable[People]) -> Iterator[People]:
    """Every union of the sets, smallest first, at most so many, the whole always among them."""
    base = sorted(set(sets), key=lambda people: (len(people), sorted(people)))
    found: dict[People, None] = dict.fromkeys(base)
    edge = list(base)
    while edge and len(found) < MOST_UNIONS:
        wider = []
        for people in edge:
            for more in base:
                both = people | more
                if both not in found and len(found) < MOST_UNIONS:
                    found[both] = None
                    wider.append(both)
        edge = wider
    if base:
        found[frozenset().union(*base)] = None
    yield from sorted(found, key=lambda people: (len(people), sorted(people)))
