"""What one client's week has to hold: meetings by kind of session, minutes, days.

The phase and track name the program's own mix; one-to-ones come on top of it. The mix is what the
program promises; where it is more than the level or the authorization allows, single meetings of
the lesser kinds are left out, never a process group, an individual or a medical session. Under
the level's minimum the line says so: an adult planned for less than nine hours is not at level 2.1.

Minutes are clinical minutes a week. Sources: at least 9 hours (SAMHSA Advisory 2021); at least 3
days, at most 19 hours, group on every program day (North Carolina SAIOP); individual weekly in the
first phase (field practice).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, State
from homeward.timetable.rules.need_lines import first_lines, minutes_line

RULE_SET = "timetable.need"
VERSION = "1"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFacts:
    """One client's week as the rule sees it.

    `level_hours_from` is the level's own lower bound in hours, None where it has none;
    `authorized_most` minutes a week, None where no authorization limits it; `individual` is the
    kind of session for one-to-ones, "" where the program has none; `already_booked` counts
    one-to-ones of that kind booked by hand in the week.
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


@dataclass(frozen=True, slots=True)
class NeedNumbers:
    """The dated numbers of the program that this rule reads."""

    least_minutes: ProgramNumber
    most_minutes: ProgramNumber
    least_days: ProgramNumber
    individual_first: ProgramNumber
    individual_later_weeks: ProgramNumber

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> "NeedNumbers":
        """From the program's numbers by code."""
        return cls(
            numbers["iop_min_weekly_minutes"],
            numbers["iop_max_weekly_minutes"],
            numbers["iop_min_days"],
            numbers["individual_per_week_first_phase"],
            numbers["individual_later_every_weeks"],
        )


def weekly_need(facts: NeedFacts, numbers: NeedNumbers) -> Decision:
    """The need with every line that led to it; nothing when the program holds nothing for it.

    `extras`: `meetings` by code, `minutes` they come to, `least_minutes`, `most_minutes`,
    `min_days`, `left_out` by code.
    """
    wanted = {line.code: line.times for line in facts.mix if line.times}
    one_to_ones = _one_to_ones(facts, numbers)
    if one_to_ones:
        wanted[facts.individual] = wanted.get(facts.individual, 0) + one_to_ones
    reasons = first_lines(facts, numbers, one_to_ones)
    least, most = _bounds(facts, numbers)
    left_out = _leave_out(facts, wanted, most)
    total = _minutes(facts, wanted) + facts.booked_minutes
    reasons.append(minutes_line(facts, numbers, total, least))
    for code, times in left_out.items():
        detail = {"service": code, "times": times, "most_hours": f"{most / 60:g}"}
        source = numbers.most_minutes.source if facts.authorized_most is None else None
        reasons.append(Reason("need_left_out", State.NOT_MET, (), source, detail))
    days = _days(facts, numbers, wanted)
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
    return max(0, due - facts.already_booked)


def _bounds(facts: NeedFacts, numbers: NeedNumbers) -> tuple[int, int]:
    least = int(numbers.least_minutes) if facts.is_intensive else 0
    most = int(numbers.most_minutes)
    if facts.authorized_most is not None:
        most = min(most, facts.authorized_most)
    return min(least, most), most


def _leave_out(facts: NeedFacts, wanted: dict[str, int], most: int) -> dict[str, int]:
    """Take single meetings out of `wanted` until it fits; returns what was taken."""
    taken: dict[str, int] = {}
    for kind in LEFT_OUT_FIRST:
        lines = sorted(
            (line for line in facts.mix if line.kind == kind), key=lambda each: each.code
        )
        for line in lines:
            while wanted.get(line.code) and _minutes(facts, wanted) + facts.booked_minutes > most:
                wanted[line.code] -= 1
                taken[line.code] = taken.get(line.code, 0) + 1
    for code in [code for code, times in wanted.items() if not times]:
        del wanted[code]
    return taken


def _minutes(facts: NeedFacts, wanted: Mapping[str, int]) -> int:
    lengths = {line.code: line.minutes for line in facts.mix}
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
