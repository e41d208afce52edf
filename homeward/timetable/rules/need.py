"""What one client's week has to hold: meetings by kind of session, minutes, days.

The phase and track name the program's own mix; one-to-ones come on top of it. The mix is what the
program promises; where it is more than the level or the authorization allows, single meetings of
the lesser kinds are left out, never a process group, an individual or a medical session, and never
what the client's own plan asks for. Under the level's minimum the line says so: an adult planned
for less than nine hours is not at level 2.1.

Minutes are clinical minutes a week. Sources: at least 9 hours (SAMHSA Advisory 2021); at least 3
days, at most 19 hours, group on every program day (North Carolina SAIOP); individual weekly in the
first phase (field practice).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, State, marked_by
from homeward.timetable.rules.need_lines import (
    authorized_lines,
    closed_lines,
    first_lines,
    minutes_line,
)

RULE_SET = "timetable.need"
VERSION = "2"
NEED, NOTHING = "need", "nothing"

# What is left out first when there is too much; kinds that are not here are never left out.
LEFT_OUT_FIRST = ("experiential", "education", "skills", "family")


@dataclass(frozen=True, slots=True)
class MixLine:
    """A kind of session in the program's week for a phase and track, and how often a week."""

    code: str
    kind: str
    minutes: int
    times: int


@dataclass(frozen=True, slots=True)
class AskedTalk:
    """One-to-ones of one kind that the treatment plan asks for in this week.

    `booked` counts those of the kind that somebody booked by hand.
    """

    code: str
    kind: str
    minutes: int
    times: int
    booked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizedWeek:
    """What the payer allows of a week at one level; minutes, None where it named none.

    `units_left` counts `counted_in` as the week begins.
    """

    level: str
    least: int | None = None
    most: int | None = None
    units_left: int | None = None
    counted_in: str = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFacts:
    """One client's week as the rule sees it.

    `authorized_most` minutes a week, None where no authorization limits it; `individual` is the
    kind of session for one-to-ones, "" where the program has none; `already_booked` counts
    one-to-ones of that kind booked by hand in the week, `booked_minutes` those of every kind.
    `authorized` is the payer's authorization of the week; it binds at its own level alone.
    `not_held` are kinds the plan asks for and the program holds no session of. `closed` are the
    kinds of the program's week that fall on each closed day.
    """

    phase: str
    is_first_phase: bool
    phase_minutes: int
    phase_days: int
    is_intensive: bool
    mix: tuple[MixLine, ...]
    individual: str = ""
    individual_minutes: int = 0
    week_of_care: int = 0
    already_booked: int = 0
    booked_minutes: int = 0
    authorized_most: int | None = None
    authorized_days: int | None = None
    held_days: int | None = None
    asked: tuple[AskedTalk, ...] = ()
    not_held: tuple[str, ...] = ()
    closed: tuple[tuple[str, ...], ...] = ()
    level: str = ""
    needs_authorization: bool = False
    authorized: AuthorizedWeek | None = None

    @property
    def binding(self) -> AuthorizedWeek | None:
        """The authorization, where it is of the client's own level."""
        held = self.authorized
        return held if held is not None and held.level == self.level else None

    @property
    def most_authorized(self) -> int | None:
        """The tightest of what is authorized, minutes a week."""
        limits = [self.authorized_most, self.binding.most if self.binding else None]
        return min((each for each in limits if each is not None), default=None)


@dataclass(frozen=True, slots=True)
class NeedNumbers:
    """The dated numbers of the program that this rule reads."""

    least_minutes: ProgramNumber
    most_minutes: ProgramNumber
    least_days: ProgramNumber
    individual_first: ProgramNumber
    individual_later_weeks: ProgramNumber

    @classmethod
    def of(
        cls, numbers: Mapping[str, ProgramNumber], least: str = "iop_min_weekly_minutes"
    ) -> "NeedNumbers":
        """From the program's numbers by code; `least` names that of the client's age."""
        return cls(
            numbers[least],
            numbers["iop_max_weekly_minutes"],
            numbers["iop_min_days"],
            numbers["individual_per_week_first_phase"],
            numbers["individual_later_every_weeks"],
        )


@marked_by("numbers")
def weekly_need(facts: NeedFacts, numbers: NeedNumbers) -> Decision:
    """The need with every line that led to it; nothing when the program holds nothing for it.

    `extras`: `meetings` by code, `minutes` they come to, `least_minutes`, `most_minutes`,
    `min_days`, `left_out` by code.
    """
    wanted = {line.code: line.times for line in facts.mix if line.times}
    one_to_ones = _one_to_ones(facts, numbers)
    asked = _asked(facts)
    for code, times in ((facts.individual, one_to_ones), *asked.items()):
        if times:
            wanted[code] = wanted.get(code, 0) + times
    reasons = first_lines(facts, numbers, one_to_ones)
    least, most = _bounds(facts, numbers)
    lost = _fall_out(facts, wanted, least)
    reasons += closed_lines(lost)
    left_out = _leave_out(facts, wanted, most, asked)
    total = _minutes(facts, wanted) + facts.booked_minutes
    reasons.append(minutes_line(facts, numbers, total, least))
    for code, times in left_out.items():
        detail = {"service": code, "times": times, "most_hours": f"{most / 60:g}"}
        source = numbers.most_minutes.source if facts.most_authorized is None else None
        reasons.append(Reason("need_left_out", State.NOT_MET, (), source, detail))
    days = _days(facts, numbers, wanted)
    reasons += authorized_lines(facts, total, days)
    extras = {
        "meetings": dict(sorted(wanted.items())), "minutes": total, "least_minutes": least,
        "most_minutes": most, "min_days": days, "left_out": left_out,
    }  # fmt: skip
    outcome = NEED if any(wanted.values()) else NOTHING
    return Decision(outcome, RULE_SET, VERSION, tuple(reasons), extras)


def _one_to_ones(facts: NeedFacts, numbers: NeedNumbers) -> int:
    if not facts.individual:
        return 0
    if facts.is_first_phase:
        due = int(numbers.individual_first)
    else:
        every = max(1, int(numbers.individual_later_weeks))
        due = 1 if facts.week_of_care % every == 0 else 0
    planned = sum(each.times for each in facts.asked if each.code == facts.individual)
    return max(0, max(due, planned) - facts.already_booked)


def _fall_out(facts: NeedFacts, wanted: dict[str, int], least: int) -> list[int]:
    """Take out what falls on closed days, a day at a time, while the least hours are reached.

    The least are the level's or the authorization's; where a level names none, the phase's own: a
    closing that breaks the nine hours is replanned, another is not. Source: field practice.
    Returns the minutes of each closed day: taken out, or below nought where they are made up on
    another day of the week.
    """
    floor = least if facts.is_intensive else facts.phase_minutes
    found = []
    for codes in facts.closed:
        fewer = dict(wanted)
        for code in codes:
            fewer[code] = max(0, fewer.get(code, 0) - 1)
        lost = _minutes(facts, wanted) - _minutes(facts, fewer)
        stays = _minutes(facts, fewer) + facts.booked_minutes >= floor
        found.append(lost if stays else -lost)
        if stays:
            wanted.clear()
            wanted.update({code: times for code, times in fewer.items() if times})
    return found


def _asked(facts: NeedFacts) -> dict[str, int]:
    """What the plan asks for beside the program's own one-to-ones, without what is booked."""
    found: dict[str, int] = {}
    for each in facts.asked:
        if each.code != facts.individual:
            found[each.code] = max(0, found.get(each.code, 0) + each.times - each.booked)
    return found


def _bounds(facts: NeedFacts, numbers: NeedNumbers) -> tuple[int, int]:
    least = int(numbers.least_minutes) if facts.is_intensive else 0
    most = int(numbers.most_minutes)
    if facts.most_authorized is not None:
        most = min(most, facts.most_authorized)
    if facts.binding is not None and facts.binding.least is not None:
        least = max(least, facts.binding.least)
    return min(least, most), most


def _leave_out(
    facts: NeedFacts, wanted: dict[str, int], most: int, asked: Mapping[str, int]
) -> dict[str, int]:
    """Take single meetings out of `wanted` until it fits; returns what was taken.

    What the plan asks for stays, also of a kind that is otherwise left out.
    """
    taken: dict[str, int] = {}
    for kind in LEFT_OUT_FIRST:
        lines = sorted(
            (line for line in facts.mix if line.kind == kind), key=lambda each: each.code
        )
        for line in lines:
            while (
                wanted.get(line.code, 0) > asked.get(line.code, 0)
                and _minutes(facts, wanted) + facts.booked_minutes > most
            ):
                wanted[line.code] -= 1
                taken[line.code] = taken.get(line.code, 0) + 1
    for code in [code for code, times in wanted.items() if not times]:
        del wanted[code]
    return taken


def _minutes(facts: NeedFacts, wanted: Mapping[str, int]) -> int:
    lengths = {each.code: each.minutes for each in facts.asked}
    lengths |= {line.code: line.minutes for line in facts.mix}
    if facts.individual:
        lengths.setdefault(facts.individual, facts.individual_minutes)
    return sum(lengths[code] * times for code, times in wanted.items())


def _days(facts: NeedFacts, numbers: NeedNumbers, wanted: Mapping[str, int]) -> int:
    """Days the week needs: the phase's and the level's, never more than are held or authorized."""
    days = facts.phase_days
    if facts.is_intensive:
        days = max(days, int(numbers.least_days))
    for limit in (facts.authorized_days, facts.held_days):
        if limit is not None:
            days = min(days, limit)
    return min(days, sum(wanted.values()))
