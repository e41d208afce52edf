"""How hard an empty stretch is, from one person's own check-ins of the last weeks.

Looked at are this weekday at this part of the day; where too few days of that were seen, this
weekday at all; and where too few of those, this part of any day. A share of hard days is smoothed
towards none: so many quiet days as the program says are thought beside those that were seen, and
with few days seen nothing is said at all. What was not answered counts as not seen, never as good
or bad.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from homeward.dayplans.rules.numbers import DayNumbers
from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked_by

RULE_SET, VERSION = "hard_times", "2026.1"
HARD, OPEN = "hard", "open"


class Part(StrEnum):
    """Six hours each, from midnight on."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


PARTS = tuple(Part)
SIGNALS = ("craving", "mood", "use")
# The narrowest first; a wider one is asked where too few days were seen in it.
SLICES = ("weekday_part", "weekday", "part")


@dataclass(frozen=True, slots=True)
class Told:
    """One check-in on a local day at a local hour; None was not answered."""

    on: date
    hour: int
    craving: int | None = None
    mood: int | None = None
    used: bool | None = None

    @property
    def part(self) -> Part:
        return PARTS[self.hour // 6]


@dataclass(frozen=True, slots=True)
class _Share:
    signal: str
    slice: str
    hard: int
    seen: int
    smoothed: float


def parts_of(starts: datetime, ends: datetime) -> tuple[Part, ...]:
    """The parts of the day that a local stretch lies in, in order."""
    last = ends.hour * 60 + ends.minute - 1
    if ends.date() > starts.date():
        last = 24 * 60 - 1
    return PARTS[starts.hour // 6 : max(last, starts.hour * 60) // 360 + 1]


@marked_by("numbers")
def weigh(
    weekday: int, parts: Sequence[Part], told: Iterable[Told], numbers: DayNumbers
) -> Decision:
    """`hard` or `open` for a stretch of a weekday (Monday 0), one reason a signal.

    `extras` holds `weight`, a whole number of percent: 0 without check-ins, never 100.
    """
    facts = tuple(told)
    reasons, heaviest = [], 0.0
    for signal in SIGNALS:
        best = _share_of(signal, weekday, parts, facts, numbers)
        heaviest = max(heaviest, best.smoothed)
        reasons.append(_reason(best, weekday, parts, numbers))
    is_hard = any(each.state is State.MET for each in reasons)
    weight = {"weight": int(heaviest * 100)}
    return Decision(HARD if is_hard else OPEN, RULE_SET, VERSION, tuple(reasons), weight)


def _share_of(
    signal: str, weekday: int, parts: Sequence[Part], facts: Sequence[Told], numbers: DayNumbers
) -> _Share:
    shares = [
        _share(signal, name, _slice(name, weekday, parts, facts), numbers)
        for name in SLICES
        # A check-in says that there was use, not at which hour.
        if signal != "use" or name == "weekday"
    ]
    told = (each for each in shares if each.seen >= numbers.least_days)
    return next(told, max(shares, key=lambda each: each.seen))


def _slice(
    name: str, weekday: int, parts: Sequence[Part], facts: Sequence[Told]
) -> tuple[Told, ...]:
    return tuple(
        each
        for each in facts
        if (name == "part" or each.on.weekday() == weekday)
        and (name == "weekday" or each.part in parts)
    )


def _share(signal: str, name: str, facts: Sequence[Told], numbers: DayNumbers) -> _Share:
    days: dict[date, bool] = {}
    for each in facts:
        is_hard = _is_hard(signal, each, numbers)
        if is_hard is not None:
            days[each.on] = days.get(each.on, False) or is_hard
    hard, seen = sum(days.values()), len(days)
    smoothed = hard / (seen + numbers.prior_days) if seen else 0.0
    return _Share(signal, name, hard, seen, smoothed)


def _is_hard(signal: str, told: Told, numbers: DayNumbers) -> bool | None:
    if signal == "craving":
        return None if told.craving is None else told.craving >= numbers.hard_craving
    if signal == "mood":
        return None if told.mood is None else told.mood <= numbers.hard_mood
    return told.used


def _reason(share: _Share, weekday: int, parts: Sequence[Part], numbers: DayNumbers) -> Reason:
    state = State.NOT_MET
    if share.seen < numbers.least_days:
        state = State.UNKNOWN
    elif share.smoothed * 100 >= numbers.hard_percent:
        state = State.MET
    level = {"craving": numbers.hard_craving, "mood": numbers.hard_mood}.get(share.signal, 0)
    detail = {
        "hard": share.hard, "seen": share.seen, "weekday": weekday, "level": level,
        "parts": [str(each) for each in parts],
    }  # fmt: skip
    evidence = (Evidence("check_in", text=f"{share.hard}/{share.seen}"),) if share.seen else ()
    return Reason(f"hard_{share.signal}_{share.slice}", state, evidence, numbers.source, detail)
