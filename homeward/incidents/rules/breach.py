"""The clocks of a privacy breach: the people concerned, the federal office (HHS), the media.

42 CFR 2.16(b) puts breaches of Part 2 records under the HIPAA breach rule. A breach counts as
discovered on the first day somebody here knew of it. The people concerned are told without
unreasonable delay and at the latest in the program's number of calendar days (164.404); HHS in the
same time where many people are concerned, otherwise in days after the end of the calendar year
(164.408); media where more than that number live in one state (164.406). What is not counted is
taken for many: HHS and media are due soonest, and media too while nobody says how many of more
people than that live in one state. A breach that is ruled out, with why, has no clock (164.402).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Evidence, Reason, State

PEOPLE, HHS, MEDIA = "people_told", "hhs_told", "media_told"
CLOCKS = (PEOPLE, HHS, MEDIA)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachNumbers:
    """The program's numbers, as they hold on the day it was known."""

    people_days: ProgramNumber
    many_people: ProgramNumber
    year_end_days: ProgramNumber
    warning_days: ProgramNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What is known of one: how many people, the most of them in one state; None is uncounted."""

    people: int | None = None
    in_one_state: int | None = None
    is_ruled_out: bool = False


@dataclass(frozen=True, slots=True)
class BreachClocks:
    """Which clocks run until when, from when each warns, and why."""

    due: dict[str, datetime]
    warns: dict[str, datetime]
    reasons: tuple[Reason, ...]


def breach_clocks(
    known_on: date, zone: str, breach: Breach, numbers: BreachNumbers
) -> BreachClocks:
    """The clocks of a breach known on a local day; each runs to the end of its last day."""
    if breach.is_ruled_out:
        return BreachClocks({}, {}, (Reason("breach_ruled_out", State.MET),))
    soonest = known_on + timedelta(days=int(numbers.people_days))
    year_end = date(known_on.year, 12, 31) + timedelta(days=int(numbers.year_end_days))
    many = int(numbers.many_people)
    is_many = None if breach.people is None else breach.people >= many
    in_state = breach.in_one_state
    if in_state is None and breach.people is not None and breach.people <= many:
        in_state = breach.people
    on = {PEOPLE: soonest, HHS: year_end if is_many is False else soonest}
    if in_state is None or in_state > many:
        on[MEDIA] = soonest
    warning = timedelta(days=int(numbers.warning_days))
    return BreachClocks(
        {code: _end_of(day, zone) for code, day in on.items()},
        {code: _end_of(max(known_on, day - warning), zone) for code, day in on.items()},
        (
            _line("breach_people", State.MET, numbers.people_days),
            _line("breach_hhs", _state(is_many), numbers.many_people)
            if is_many is not False
            else _line("breach_hhs_yearly", State.MET, numbers.year_end_days),
            _line(
                "breach_media", _state(None if in_state is None else in_state > many),
                numbers.many_people,
            ),
        ),
    )  # fmt: skip


def _state(yes: bool | None) -> State:
    return State.UNKNOWN if yes is None else State.MET if yes else State.NOT_MET


def _line(code: str, state: State, number: ProgramNumber) -> Reason:
    value = f"{number.value.normalize():f}"
    evidence = (Evidence("program_number", number.code, value),)
    return Reason(code, state, evidence, number.source, {"value": value})


def _end_of(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(zone))
