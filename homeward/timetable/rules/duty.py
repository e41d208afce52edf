"""Is somebody on duty whenever clients are on site, and who is missing when not.

Nobody on duty always blocks publishing the day. Too few, or nobody trained to give naloxone, warns
until the director has adopted the program's number, and blocks from then on. Times in the details
are wall times of the site. Source: the program's own numbers, to be confirmed by each program.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.periods import Period, merged
from homeward.kernel.reasons import Decision, Reason, State, marked_by

RULE_SET = "timetable.duty"
VERSION = "1"
COVERED, SHORT, EMPTY, NOBODY_HERE = "covered", "short", "empty", "nobody_here"


@dataclass(frozen=True, slots=True)
class Shift:
    """One colleague's stretch on duty."""

    worker: str
    period: Period
    is_naloxone_trained: bool


@dataclass(frozen=True, slots=True)
class DutyAsked:
    """How many must be on duty, how many of them trained; `between` joins sessions close by."""

    staff: ProgramNumber
    naloxone: ProgramNumber
    between: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class _Found:
    code: str
    have: int
    asked: int


def on_site(sessions: Iterable[Period], between: timedelta) -> tuple[Period, ...]:
    """The stretches in which clients are on site: sessions, and short waits between them."""
    joined = merged(Period(each.starts_at, each.ends_at + between) for each in sessions)
    return tuple(Period(each.starts_at, each.ends_at - between) for each in joined)


@marked_by("asked")
def duty_of(
    sessions: Iterable[Period], shifts: Sequence[Shift], asked: DutyAsked, zone: str
) -> Decision:
    """Covered, short, empty, or nobody here; `extras["blocks"]` says whether publishing waits."""
    here = on_site(sessions, asked.between)
    if not here:
        return Decision(NOBODY_HERE, RULE_SET, VERSION, (), {"blocks": False})
    lines = [line for stretch in here for line in _lines(stretch, shifts, asked, ZoneInfo(zone))]
    wrong = [line for line in lines if line.state is State.NOT_MET]
    is_empty = any(line.code == "duty_nobody" for line in wrong)
    blocks = is_empty or any(_is_adopted(line.code, asked) for line in wrong)
    outcome = EMPTY if is_empty else SHORT if wrong else COVERED
    return Decision(outcome, RULE_SET, VERSION, tuple(lines), {"blocks": blocks})


def _is_adopted(code: str, asked: DutyAsked) -> bool:
    number = asked.naloxone if code == "duty_no_naloxone" else asked.staff
    return number.is_adopted


def _lines(
    stretch: Period, shifts: Sequence[Shift], asked: DutyAsked, zone: ZoneInfo
) -> list[Reason]:
    """The findings along a stretch; neighbours that say the same become one line."""
    found: list[tuple[Period, _Found]] = []
    for piece in _pieces(stretch, shifts):
        finding = _finding(piece, shifts, asked)
        if found and found[-1][1] == finding:
            found[-1] = (Period(found[-1][0].starts_at, piece.ends_at), finding)
        else:
            found.append((piece, finding))
    return [_line(piece, finding, asked, zone) for piece, finding in found]


def _pieces(stretch: Period, shifts: Sequence[Shift]) -> list[Period]:
    edges = {stretch.starts_at, stretch.ends_at}
    for shift in shifts:
        edges.update(
            edge
            for edge in (shift.period.starts_at, shift.period.ends_at)
            if stretch.starts_at < edge < stretch.ends_at
        )
    ordered = sorted(edges)
    return [Period(first, last) for first, last in pairwise(ordered)]


def _finding(piece: Period, shifts: Sequence[Shift], asked: DutyAsked) -> _Found:
    present = [shift for shift in shifts if shift.period.has(piece.starts_at)]
    trained = sum(shift.is_naloxone_trained for shift in present)
    if not present:
        return _Found("duty_nobody", 0, int(asked.staff))
    if len(present) < int(asked.staff):
        return _Found("duty_too_few", len(present), int(asked.staff))
    if trained < int(asked.naloxone):
        return _Found("duty_no_naloxone", trained, int(asked.naloxone))
    return _Found("duty_covered", 0, 0)


def _line(piece: Period, found: _Found, asked: DutyAsked, zone: ZoneInfo) -> Reason:
    number = asked.naloxone if found.code == "duty_no_naloxone" else asked.staff
    detail = {
        "from": _wall(piece.starts_at, zone),
        "until": _wall(piece.ends_at, zone),
        "have": found.have,
        "asked": found.asked,
    }
    state = State.MET if found.code == "duty_covered" else State.NOT_MET
    return Reason(found.code, state, (), number.source, detail)


def _wall(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%H:%M}"
