"""How an authorization stands: to come, in force, running out, used up, over; and what it allows.

Units count as the payer counts them: a day with enough minutes, half a day, an hour, a quarter of
an hour. Minutes are clinical minutes delivered. Warning at 3 units or 5 days left is a starting
value; payers differ. Source: the payer's contract and letter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, Source, State, marked_by

RULE_SET = "coverage.authorized"
VERSION = "1"
TO_COME, IN_FORCE, RUNNING_OUT, USED_UP, OVER, OPEN, NOT_GIVEN = (
    "to_come", "in_force", "running_out", "used_up", "over", "open", "not_given",
)  # fmt: skip
# States in which the payer allows something.
ALLOWING = frozenset({"approved", "partial"})
ASKED = frozenset({"requested", "pended"})
DAY, HALF_DAY, HOUR, QUARTER = "day", "half_day", "hour", "quarter_hour"
LETTER = Source("authorization", "The payer's authorization", "payer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorized:
    """One authorization; `used` units of `units`, None where the payer counts none."""

    state: str
    starts_on: date
    last_on: date
    counted_in: str = DAY
    units: int | None = None
    used: int = 0
    review_on: date | None = None

    @property
    def left(self) -> int | None:
        return None if self.units is None else max(0, self.units - self.used)


@dataclass(frozen=True, slots=True)
class Warnings:
    """How many units and days before the end somebody is warned: the payer's numbers."""

    units: ProgramNumber
    days: ProgramNumber


def units_used(counted_in: str, minutes: Iterable[int], day_least: int) -> int:
    """Units that delivered days come to; `minutes` of each day, `day_least` makes a day count.

    A day counted in half days is one below `day_least` and two from it on; hours and quarters
    are counted as far as they are full.
    """
    days = [each for each in minutes if each > 0]
    if counted_in == HOUR:
        return sum(days) // 60
    if counted_in == QUARTER:
        return sum(each // 15 for each in days)
    if counted_in == HALF_DAY:
        return sum(2 if each >= day_least else 1 for each in days)
    return sum(each >= day_least for each in days)


@marked_by("warn")
def standing_of(held: Authorized, today: date, warn: Warnings) -> Decision:
    """How it stands on a day, with the units and days left; `extras`: `left`, `days_left`."""
    days_left = max(0, (held.last_on - today).days + 1) if today >= held.starts_on else None
    extras = {"left": held.left, "days_left": days_left}
    lines = tuple(_lines(held, today, warn))
    return Decision(_outcome(held, today, lines), RULE_SET, VERSION, lines, extras)


def _outcome(held: Authorized, today: date, lines: tuple[Reason, ...]) -> str:
    if held.state in ASKED:
        return OPEN
    if held.state not in ALLOWING:
        return NOT_GIVEN
    if today > held.last_on:
        return OVER
    if held.left == 0:
        return USED_UP
    if today < held.starts_on:
        return TO_COME
    return RUNNING_OUT if any(line.state is State.NOT_MET for line in lines) else IN_FORCE


def _lines(held: Authorized, today: date, warn: Warnings) -> Iterable[Reason]:
    if held.state not in ALLOWING:
        detail: Mapping[str, object] = {"from": held.starts_on.isoformat()}
        yield Reason("auth_not_allowed", State.NOT_MET, (), LETTER, detail)
        return
    left_days = (held.last_on - today).days + 1
    period = {"from": held.starts_on.isoformat(), "until": held.last_on.isoformat()}
    ends_soon = left_days <= int(warn.days) and today >= held.starts_on
    yield Reason(
        "auth_ends_soon" if ends_soon else "auth_period",
        State.NOT_MET if ends_soon else State.MET, (), warn.days.source if ends_soon else LETTER,
        {**period, "days": max(0, left_days)},
    )  # fmt: skip
    if held.left is not None:
        few = held.left <= int(warn.units)
        yield Reason(
            "auth_few_units" if few else "auth_units",
            State.NOT_MET if few else State.MET, (), warn.units.source if few else LETTER,
            {"left": held.left, "units": held.units},
        )  # fmt: skip
    if held.review_on is not None:
        due = (held.review_on - today).days <= int(warn.days)
        yield Reason(
            "auth_review_due" if due else "auth_review", State.NOT_MET if due else State.MET, (),
            LETTER, {"day": held.review_on.isoformat()},
        )  # fmt: skip
