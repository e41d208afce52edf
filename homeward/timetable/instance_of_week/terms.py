"""The numbers of the planned week as the grid, the prices and the limits want them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.kernel.numbers import ProgramNumber
from homeward.program.models import SessionType
from homeward.program.rules.week_shape import DAYS
from homeward.timetable.instance_of_week.clock import WeekClock

HALF_HOUR = 30
KIND = SessionType.Kind
GROUP_KINDS = frozenset(
    {
        KIND.GROUP, KIND.EDUCATION, KIND.EXPERIENTIAL, KIND.SKILLS, KIND.VOCATIONAL,
        KIND.MULTI_FAMILY,
    }
)  # fmt: skip
SINGLE_KINDS = frozenset({KIND.INDIVIDUAL, KIND.FAMILY, KIND.MEDICAL})
LONG_GROUP = 60  # minutes from which a process group is followed by a break
_PRICE = {
    KIND.GROUP: "price_unmet_group",
    KIND.INDIVIDUAL: "price_unmet_individual",
    KIND.FAMILY: "price_unmet_family",
    KIND.MEDICAL: "price_unmet_medical",
}
_A_HALF_HOUR = ("shortfall", "lunch", "pref", "overload")
_EACH = (
    "change",
    "change_staff",
    "open_meeting",
    "under",
    "over",
    "extra_day",
    "short_day",
    "mode",
)
Numbers = Mapping[str, ProgramNumber]


def clock_of(numbers: Numbers, monday: date, zone: str) -> WeekClock:
    """The grid of a week at a site."""
    return WeekClock(
        monday,
        zone,
        int(numbers["week_day_starts"]),
        int(numbers["week_day_ends"]),
        int(numbers["week_slot_minutes"]),
    )


def per_slot(numbers: Numbers, code: str) -> int:
    """A price of half an hour as the price of a slot; what costs something never costs nothing."""
    price = int(numbers[code])
    slot = int(numbers["week_slot_minutes"])
    return 0 if price == 0 else max(1, round(price * slot / HALF_HOUR))


def weights(numbers: Numbers) -> dict[str, int]:
    """The prices of all but unmet need."""
    found = {name: per_slot(numbers, f"price_{name}") for name in _A_HALF_HOUR}
    return found | {name: int(numbers[f"price_{name}"]) for name in _EACH}


def service_of(kind: Any, numbers: Numbers) -> dict[str, Any]:
    """A kind of session as the plain form has it; a long process group takes its break along."""
    slot = int(numbers["week_slot_minutes"])
    minutes = kind.minutes or kind.clinical_minutes
    rest = 0
    if kind.kind == KIND.GROUP and minutes >= LONG_GROUP:
        rest = int(numbers["group_rest_minutes"])
    entry: dict[str, Any] = {
        "kind": "group" if kind.kind in GROUP_KINDS else "single",
        "slots": -(-(minutes + rest) // slot),
        "minutes": minutes,
        "unmet": per_slot(numbers, _PRICE.get(kind.kind, "price_unmet_skills")),
    }
    if kind.kind in GROUP_KINDS:
        most = kind.largest
        target = min(int(numbers["group_target"]), most)
        least = min(max(1, kind.smallest), target)
        soft = max(least, min(int(numbers["group_soft_min"]), target))
        entry |= {
            "min": least, "soft_min": soft, "target": target, "max": most,
            "series": kind.kind == KIND.GROUP,
        }  # fmt: skip
    return entry


def grid_of(
    numbers: Numbers, clock: WeekClock, name: str, closed: list[int], closures: list[list[int]]
) -> dict[str, Any]:
    """The grid as the plain form has it."""
    lunch = clock.inside((int(numbers["week_lunch_starts"]), int(numbers["week_lunch_ends"])))
    slot = clock.slot_minutes
    return {
        "name": name,
        "slot_minutes": slot,
        "day_start": clock.wall(0).strftime("%H:%M"),
        "T": clock.slots_a_day,
        "days": [DAYS[clock.on(day).weekday()] for day in range(7)],
        "closed_days": closed,
        "closures": closures,
        "lunch": list(lunch or (0, 0)),
        "lunch_max": int(numbers["week_lunch_idle"]) // slot,
        "min_day_soft": int(numbers["short_day_minutes"]) // slot,
    }
