"""How likely a client comes to a session, from their own attendance, in two plain steps.

1. Their own rate: sessions kept of sessions expected in the weeks looked back, smoothed by the
   house's rate, which counts for `prior` sessions.
2. Their rate at this weekday and part of the day, smoothed by their own rate of step 1, which
   counts for `cell` sessions.

Nothing else goes in: no answers, no tests, nobody else's record beyond the house's one rate. A
forecast prompts somebody to ask and never decides anything. Source: beta-binomial smoothing with
the program's own stated weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET = "attendance.forecast"
VERSION = "1"
LIKELY, WATCH = "likely", "watch"
OWN = Source("forecast_weights", "The program's weights of a forecast", "default")
MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
NOON, DUSK = time(12), time(17)
Cell = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """Sessions kept of sessions expected; never more kept than expected."""

    came: int = 0
    expected: int = 0

    def plus(self, other: "Kept") -> "Kept":
        return Kept(self.came + other.came, self.expected + other.expected)


@dataclass(frozen=True, slots=True)
class ForecastWeights:
    """For how many sessions the rate behind each step counts, and below what chance to watch."""

    prior: int
    cell: int
    watch_percent: int


@dataclass(frozen=True, slots=True)
class History:
    """One client's sessions by weekday and part of the day, and the house's own."""

    cells: Mapping[Cell, Kept]
    house: Kept

    @property
    def own(self) -> Kept:
        return sum_of(self.cells)


def sum_of(cells: Mapping[Cell, Kept]) -> Kept:
    """All cells together."""
    total = Kept()
    for each in cells.values():
        total = total.plus(each)
    return total


def part_of_day(starts: time) -> str:
    """Morning before noon, afternoon before 17:00, else evening; wall time of the site."""
    return MORNING if starts < NOON else AFTERNOON if starts < DUSK else EVENING


def part_of_hour(hour: int) -> str:
    """The part of the day of a wall-clock hour, 0 to 23."""
    return part_of_day(time(hour))


def chance_of(history: History, cell: Cell, weights: ForecastWeights) -> Decimal:
    """The chance of coming, 0 to 1, to three places."""
    house = _rate(history.house.came, history.house.expected, Decimal("0.5"), 0)
    own = _rate(history.own.came, history.own.expected, house, weights.prior)
    there = history.cells.get(cell, Kept())
    return _rate(there.came, there.expected, own, weights.cell).quantize(Decimal("0.001"))


@marked_by("weights")
def forecast_of(history: History, cell: Cell, weights: ForecastWeights) -> Decision:
    """Likely or to be watched, with both steps in numbers; `extras["percent"]` is the chance."""
    chance = chance_of(history, cell, weights)
    percent = int(chance * 100)
    house = _rate(history.house.came, history.house.expected, Decimal("0.5"), 0)
    own, there = history.own, history.cells.get(cell, Kept())
    state = State.MET if own.expected else State.UNKNOWN
    lines = (
        Reason("forecast_own", state, (Evidence("sessions", "", str(own.expected)),), OWN,
               {"came": own.came, "expected": own.expected}),
        Reason("forecast_cell", State.MET if there.expected else State.UNKNOWN, (), OWN,
               {"came": there.came, "expected": there.expected}),
        Reason("forecast_house", State.MET if history.house.expected else State.UNKNOWN, (), OWN,
               {"percent": int(house * 100), "sessions": weights.prior, "cell": weights.cell}),
    )  # fmt: skip
    outcome = WATCH if percent < weights.watch_percent else LIKELY
    return Decision(outcome, RULE_SET, VERSION, lines, {"percent": percent})


def _rate(came: int, expected: int, behind: Decimal, counts: int) -> Decimal:
    weight = expected + counts
    return (came + counts * behind) / weight if weight else behind
