"""The clients of a planted week: windows drawn around what each attends, wider or narrower."""

from random import Random

from homeward.timetable.solver.generating.kinds import GRID, SERVICES, WORKING_DAYS, Kind
from homeward.timetable.solver.generating.planting import Planted
from homeward.timetable.solver.instance import EITHER, IN_PERSON, TELEHEALTH, Client, Window

MIN_DAYS = {0: 5, 1: 3, 2: 3, 3: 1}
AUTHORISED = {0: (60, 60), 1: (18, 38), 2: (18, 38), 3: (2, 17)}  # least and most slots a week
MOST_A_DAY = 10


def client_of(planted: Planted, kind: Kind, chance: Random) -> Client:
    """Somebody who can make all that is planted for them, and some other times."""
    windows = [window for day in WORKING_DAYS for window in _window(planted, day, kind, chance)]
    least, most = AUTHORISED[planted.cohort.phase]
    needed = sum(SERVICES[code].slots * number for code, number in planted.needs.items())
    mode, preferred = _modes(planted.cohort.mode, chance)
    return Client(
        id=planted.id,
        phase=planted.cohort.phase,
        language=planted.cohort.language,
        population=planted.cohort.population,
        mode=mode,
        preferred_mode=preferred,
        windows=tuple(windows),
        preferred=preferred_of(windows, chance),
        needs=dict(sorted(planted.needs.items())),
        assigned={code: frozenset({own}) for code, own in sorted(planted.assigned.items())},
        min_days=MIN_DAYS[planted.cohort.phase],
        most_a_day=MOST_A_DAY,
        least_a_week=min(least, needed),
        most_a_week=most,
    )


def preferred_of(windows: list[Window], chance: Random) -> tuple[Window, ...]:
    """Most of the windows, some of them beginning a little later."""
    found = []
    for window in windows:
        begins = window.begins + (chance.randint(1, 2) if chance.random() < 0.35 else 0)
        if chance.random() < 0.88 and begins < window.ends:
            found.append(Window(window.day, begins, window.ends))
    return tuple(found)


def _window(planted: Planted, day: int, kind: Kind, chance: Random) -> list[Window]:
    before, after = chance.randint(*kind.slack), chance.randint(*kind.slack)
    busy = planted.busy[day]
    if busy:
        begins, ends = (busy & -busy).bit_length() - 1, busy.bit_length()
        return [Window(day, max(0, begins - before), min(GRID.slots_a_day, ends + after))]
    if chance.random() >= kind.other_days:
        return []
    begins = chance.randint(15, 19) if planted.cohort.is_evening else chance.randint(0, 10)
    length = chance.randint(5, 7) + chance.randint(*kind.slack)
    return [Window(day, begins, min(GRID.slots_a_day, begins + length))]


def _modes(mode: str, chance: Random) -> tuple[str, str]:
    draw = chance.random()
    if mode == TELEHEALTH:
        allowed = TELEHEALTH if draw < 0.5 else EITHER
    else:
        allowed = IN_PERSON if draw < 0.85 else EITHER
    if allowed != EITHER:
        return allowed, allowed
    return allowed, mode if chance.random() < 0.75 else (IN_PERSON, TELEHEALTH)[mode == IN_PERSON]
