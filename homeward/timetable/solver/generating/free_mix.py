"""A week that no cohort made: free mixes of services, lectures across cohorts, drop-in topics."""

from dataclasses import replace
from random import Random

from homeward.timetable.solver.generating.hiring import (
    COUNSELOR,
    EARLY,
    FAMILY,
    LATE,
    MEDICAL,
    MOST_A_WEEK,
    TARGET_WEEK,
)
from homeward.timetable.solver.generating.hiring import MOST_A_DAY as STAFF_MOST_A_DAY
from homeward.timetable.solver.generating.kinds import GRID, SERVICES, WORKING_DAYS, Kind
from homeward.timetable.solver.generating.people import AUTHORISED, MOST_A_DAY, preferred_of
from homeward.timetable.solver.instance import (
    EITHER,
    GROUP,
    IN_PERSON,
    MIXED,
    OFFICE,
    TELEHEALTH,
    Client,
    Instance,
    Person,
    Room,
    Service,
    Window,
)

LECTURE = replace(SERVICES["PE"], target=12, most=16)
DROP_IN = Service("DT", True, 2, 800, least=3, soft_least=5, target=10, most=16)
FREE_SERVICES = {**SERVICES, "PE": LECTURE, "DT": DROP_IN}
LECTURE_PLACES = 18
LARGE_ENOUGH_TO_DIVIDE = 60  # clients, below which a language or population fills no group


def free_mix(frame: Instance, size: int, kind: Kind, chance: Random) -> Instance:
    """So many clients, each with a mix of their own; whether all can be placed is not known."""
    staff = _staff(size, chance)
    clients = [_client(f"C{place:03}", size, staff, kind, chance) for place in range(size)]
    rooms = [
        Room(f"R{place:02}", GROUP, LECTURE_PLACES if place % 3 == 0 else 12)
        for place in range(2 + size // 30)
    ]
    rooms += [Room(f"O{place:02}", OFFICE, 4) for place in range(3 + size // 14)]
    return replace(
        frame,
        services=FREE_SERVICES,
        rooms={room.id: room for room in rooms},
        staff={person.id: person for person in staff},
        clients={client.id: client for client in clients},
    )


def _staff(size: int, chance: Random) -> list[Person]:
    roles = [COUNSELOR | {"DT"}] * (3 + size // 9) + [FAMILY] * (1 + size // 20)
    roles += [MEDICAL] * (1 + size // 40)
    return [
        Person(
            id=f"S{place:02}",
            skills=frozenset(skills),
            languages=frozenset({"en"} | ({"es"} if chance.random() < 0.4 else set())),
            populations=frozenset(
                {MIXED} | {each for each in ("trauma", "women") if chance.random() < 0.35}
            ),
            windows=tuple(Window(day, *(EARLY if place % 2 else LATE)) for day in WORKING_DAYS),
            most_a_day=STAFF_MOST_A_DAY,
            most_a_week=MOST_A_WEEK,
            target_week=TARGET_WEEK,
            has_naloxone=True,
        )
        for place, skills in enumerate(roles)
    ]


def _client(id_: str, size: int, staff: list[Person], kind: Kind, chance: Random) -> Client:
    phase = chance.choices((1, 2, 3), (0.45, 0.33, 0.22))[0]
    needs = _needs(phase, chance)
    is_evening = chance.random() < 0.35
    is_large = size >= LARGE_ENOUGH_TO_DIVIDE
    language = "es" if is_large and chance.random() < 0.12 else "en"
    may_divide = is_large and language == "en" and phase < 3
    population = chance.choices((MIXED, "women", "trauma"), (0.8, 0.1, 0.1))[0]
    if not may_divide:
        population = MIXED
    windows = [
        window
        for day in WORKING_DAYS
        if day < 3 or chance.random() < kind.other_days
        for window in _windows(day, is_evening=is_evening, chance=chance)
    ]
    least, most = AUTHORISED[phase]
    needed = sum(FREE_SERVICES[code].slots * number for code, number in needs.items())
    mode = chance.choices((IN_PERSON, EITHER, TELEHEALTH), (0.75, 0.2, 0.05))[0]
    days = max(needs.values())
    return Client(
        id=id_, phase=phase, language=language, population=population, mode=mode,
        preferred_mode=mode if mode != EITHER else chance.choice((IN_PERSON, TELEHEALTH)),
        windows=tuple(windows), preferred=preferred_of(windows, chance), needs=needs,
        assigned=_assigned(needs, staff, language, is_evening=is_evening, chance=chance),
        min_days=min(days, 3), most_a_day=MOST_A_DAY, least_a_week=min(least, needed),
        most_a_week=max(most, needed),
    )  # fmt: skip


def _needs(phase: int, chance: Random) -> dict[str, int]:
    series = {1: (3, 3, 3, 2), 2: (3, 2, 2, 2), 3: (1,)}[phase]
    fullest = {1: (3, 2, 2), 2: (2, 2, 2), 3: (1, 1, 1)}[phase]
    drawn = {"GT": chance.choice(series)}
    for code, most in zip(("PE", "SK", "DT"), fullest, strict=True):
        drawn[code] = chance.randint(0, most)
    drawn["IN60" if chance.random() < 0.5 else "IN30"] = 1
    drawn["MD"] = int(chance.random() < 0.4)
    drawn["FA"] = int(chance.random() < 0.2)
    return {code: number for code, number in sorted(drawn.items()) if number}


def _windows(day: int, *, is_evening: bool, chance: Random) -> list[Window]:
    """One long part of a day, sometimes two with something between them."""
    begins = chance.randint(14, 18) if is_evening else chance.randint(0, 6)
    ends = min(GRID.slots_a_day, begins + chance.randint(7, 12))
    if ends - begins >= 10 and chance.random() < 0.25:
        cut = begins + chance.randint(4, 6)
        return [Window(day, begins, cut), Window(day, cut + 1, ends)]
    return [Window(day, begins, ends)]


def _assigned(
    needs: dict[str, int],
    staff: list[Person],
    language: str,
    *,
    is_evening: bool,
    chance: Random,
) -> dict[str, frozenset[str]]:
    shift = LATE if is_evening else EARLY
    found: dict[str, frozenset[str]] = {}
    for code in needs:
        if FREE_SERVICES[code].is_group:
            continue
        able = [person for person in staff if code in person.skills]
        fitting = [
            person
            for person in able
            if language in person.languages and person.windows[0].begins == shift[0]
        ]
        found[code] = frozenset({chance.choice(fitting or able).id})
    return found
