"""Cohorts: people of one phase, language and population who walk through the week together."""

from dataclasses import dataclass
from random import Random

from homeward.timetable.solver.generating.kinds import PATTERNS, SERVICES
from homeward.timetable.solver.instance import IN_PERSON, MIXED, TELEHEALTH

SHARES = {1: 0.40, 2: 0.30, 3: 0.22, 0: 0.08}  # of all clients, by phase
NEEDS = {
    0: {"GT": 5, "PE": 5, "SK": 5},
    1: {"GT": 3, "PE": 3, "SK": 2},
    2: {"GT": 3, "PE": 2, "SK": 2},
    3: {"GT": 1, "SK": 1},
}
LEAST, MOST = 5, 10
EVENING_BEGINS = 16


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who they are and the block they attend: the days of each group service and its start."""

    number: int
    phase: int
    language: str
    population: str
    mode: str
    size: int
    is_evening: bool


@dataclass(frozen=True, slots=True)
class Block:
    """When a cohort meets: (service, days, start), one after the other on every day."""

    parts: tuple[tuple[str, tuple[int, ...], int], ...]

    @property
    def days(self) -> tuple[int, ...]:
        return self.parts[0][1]


def cohorts_for(size: int, chance: Random) -> list[Cohort]:
    """Cohorts of five to ten people, by phase in the usual shares, together so many people."""
    found: list[Cohort] = []
    left = size
    seated = dict.fromkeys(SHARES, 0)
    while left:
        phase = _phase_most_wanting(size, seated)
        number = chance.randint(LEAST, MOST) if phase else chance.randint(8, MOST)
        if left - number < LEAST:
            number = left if left <= MOST else left // 2
        language = "es" if chance.random() < 0.18 else "en"
        population = _population(phase, language, chance)
        mode = TELEHEALTH if phase and population == MIXED and chance.random() < 0.1 else IN_PERSON
        is_evening = bool(phase) and chance.random() < 0.4
        found.append(Cohort(len(found), phase, language, population, mode, number, is_evening))
        seated[phase] += number
        left -= number
    return found


def _phase_most_wanting(size: int, seated: dict[int, int]) -> int:
    return max(SHARES, key=lambda phase: (SHARES[phase] * size - seated[phase], phase))


def _population(phase: int, language: str, chance: Random) -> str:
    if language != "en" or phase not in (1, 2):
        return MIXED
    return chance.choices((MIXED, "women", "trauma"), (0.73, 0.12, 0.15))[0]


def blocks_for(cohort: Cohort, chance: Random, number: int) -> list[Block]:
    """So many blocks that the cohort could have, without idle time by the way they are built."""
    return [_block(cohort, chance) for _ in range(number)]


def _block(cohort: Cohort, chance: Random) -> Block:
    needs = NEEDS[cohort.phase]
    days = chance.choice(sorted(PATTERNS[needs["GT"]]))
    start = chance.randint(EVENING_BEGINS, 19) if cohort.is_evening else chance.randint(0, 10)
    ends = dict.fromkeys(days, start + SERVICES["GT"].slots)
    parts: list[tuple[str, tuple[int, ...], int]] = [("GT", days, start)]
    for code in ("PE", "SK"):
        for day in sorted(chance.sample(days, needs.get(code, 0))):
            parts.append((code, (day,), ends[day]))
            ends[day] += SERVICES[code].slots
    return Block(tuple(parts))
