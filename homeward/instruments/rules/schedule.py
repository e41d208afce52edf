"""Which questionnaire is due at which moment: due now, coming, or overdue, each with its reasons.

Source of the table: instruments handbook section 4 (`rules/schedule_table.py`). A moment is an
event (admission, a step change, a return to use, discharge, a month after discharge) or a rhythm
while the client is in the program. Any finished answer since a moment began serves that moment.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked

RULE_SET, VERSION = "measure_schedule", "2026.1"


class Moment(StrEnum):
    """When a questionnaire is asked."""

    SCREENING = "screening"
    ADMISSION = "admission"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    STEP_CHANGE = "step_change"
    RETURN_TO_USE = "return_to_use"
    DISCHARGE = "discharge"
    FOLLOW_UP = "follow_up"


RHYTHMS = frozenset({Moment.WEEKLY, Moment.MONTHLY})


class When(StrEnum):
    """What must be true besides the moment."""

    ALWAYS = "always"
    TRAUMA_SCREEN_POSITIVE = "trauma_screen_positive"
    DEPRESSION_HIGH = "depression_high"
    DEPRESSION_CALM = "depression_calm"
    SUICIDE_ITEM_POSITIVE = "suicide_item_positive"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. `from_month` is for follow-ups: months since discharge.

    `phase` is a phase's code, empty for all; `source` says where the line comes from.
    """

    moment: Moment
    instrument: str
    when: When = When.ALWAYS
    from_month: int = 0
    phase: str = ""
    source: Source | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it this line and no other; a program changes a line by its key."""
        return (self.moment.value, self.instrument, self.when.value, self.phase)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleNumbers:
    """Days: to finish what an event asks; between two of a rhythm; shown ahead; before overdue.

    After `lapse_days` past its day a moment is over and asks for nothing any more.

    `phq9_high` is the PHQ-9 total from which it is asked every week (points), `ptsd_positive` the
    PC-PTSD-5 count from which the PCL-5 follows.
    """

    event_days: int = 3
    weekly_days: int = 7
    fortnight_days: int = 14
    monthly_days: int = 30
    follow_up_days: int = 14
    ahead_days: int = 7
    grace_days: int = 2
    lapse_days: int = 45
    phq9_high: int = 10
    ptsd_positive: int = 3

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        """The numbers of a program; what no program states stays as it is here."""
        return cls(
            event_days=int(numbers["measure_event_days"]),
            weekly_days=int(numbers["measure_weekly_days"]),
            fortnight_days=int(numbers["measure_calm_days"]),
            monthly_days=int(numbers["measure_monthly_days"]),
            follow_up_days=int(numbers["measure_follow_up_days"]),
            grace_days=int(numbers["measure_grace_days"]),
            phq9_high=int(numbers["measure_phq9_weekly_points"]),
        )


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that happened: `months` counts from discharge, for follow-ups."""

    moment: Moment
    ref: str
    on: date
    months: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """One finished answer: its day, its total where there is one, its raw items."""

    instrument: str
    on: date
    total: float | None = None
    items: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One client's course: in the program since, out of it since, and what happened."""

    in_program_since: date | None
    occasions: tuple[Occasion, ...]
    given: tuple[Given, ...]
    phase: str = ""


class Standing(StrEnum):
    """How a questionnaire stands today."""

    OVERDUE = "overdue"
    DUE = "due"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Due:
    """One questionnaire to ask: from, by, and why."""

    instrument: str
    moment: Moment
    occasion: str
    opens_on: date
    due_on: date
    standing: Standing
    decision: Decision


@dataclass(frozen=True, slots=True)
class _Window:
    ref: str
    opens_on: date
    due_on: date
    overdue_after: date


_ORDER = {Standing.OVERDUE: 0, Standing.DUE: 1, Standing.COMING: 2}


def schedule(
    lines: Sequence[Line],
    course: Course,
    today: date,
    numbers: ScheduleNumbers | None = None,
    source: Source | None = None,
) -> tuple[Due, ...]:
    """What is overdue, due or coming; one line a questionnaire, the most pressing first."""
    numbers = numbers or ScheduleNumbers()
    found: dict[str, Due] = {}
    for line in lines:
        if line.phase and line.phase != course.phase:
            continue
        allowed = _condition(line.when, course, numbers)
        if allowed.state is not State.MET:
            continue
        for window in _windows(line, course, numbers):
            due = _due(line, window, course, today, numbers, allowed, line.source or source)
            if due is not None and _key(due) < _key(found.get(due.instrument)):
                found[due.instrument] = due
    return tuple(sorted(found.values(), key=_key))


def _key(due: Due | None) -> tuple[int, date, str]:
    if due is None:
        return (9, date.max, "")
    return (_ORDER[due.standing], due.due_on, due.instrument)


def _due(
    line: Line,
    window: _Window,
    course: Course,
    today: date,
    numbers: ScheduleNumbers,
    allowed: Reason,
    source: Source | None,
) -> Due | None:
    last = last_given(course.given, line.instrument)
    if line.moment not in RHYTHMS and last is not None and last.on >= window.opens_on:
        return None
    if window.opens_on > today + timedelta(days=numbers.ahead_days):
        return None
    if line.moment not in RHYTHMS and today > window.due_on + timedelta(days=numbers.lapse_days):
        return None
    standing = Standing.DUE
    if window.opens_on > today:
        standing = Standing.COMING
    elif today > window.overdue_after:
        standing = Standing.OVERDUE
    reasons = (
        Reason(
            f"moment_{line.moment.value}",
            State.MET,
            (Evidence("day", window.ref, window.opens_on.isoformat()),),
            source,
        ),
        Reason(
            "not_answered_since",
            State.MET,
            (Evidence("day", text=last.on.isoformat() if last else "–"),),
        ),
        allowed,
    )
    return Due(
        line.instrument,
        line.moment,
        window.ref,
        window.opens_on,
        window.due_on,
        standing,
        marked(Decision(standing.value, RULE_SET, VERSION, reasons), numbers),
    )


def _windows(line: Line, course: Course, numbers: ScheduleNumbers) -> Iterable[_Window]:
    if line.moment in RHYTHMS:
        window = _next_of_rhythm(line, course, numbers)
        return (window,) if window else ()
    days = numbers.follow_up_days if line.moment is Moment.FOLLOW_UP else numbers.event_days
    return tuple(
        _Window(
            occasion.ref,
            occasion.on,
            occasion.on + timedelta(days=days),
            occasion.on + timedelta(days=days),
        )
        for occasion in course.occasions
        if occasion.moment is line.moment and occasion.months >= line.from_month
    )


def _next_of_rhythm(line: Line, course: Course, numbers: ScheduleNumbers) -> _Window | None:
    if course.in_program_since is None:
        return None
    every = _days_between(line, numbers)
    last = last_given(course.given, line.instrument)
    begun = course.in_program_since
    after = last.on if last is not None and last.on >= begun else begun
    on = after + timedelta(days=every)
    return _Window(
        f"{line.moment.value}:{on.isoformat()}", on, on, on + timedelta(days=numbers.grace_days)
    )


def _days_between(line: Line, numbers: ScheduleNumbers) -> int:
    if line.moment is Moment.MONTHLY:
        return numbers.monthly_days
    return numbers.fortnight_days if line.when is When.DEPRESSION_CALM else numbers.weekly_days


def last_given(given: Iterable[Given], instrument: str) -> Given | None:
    """The newest finished answer to a questionnaire."""
    mine = [each for each in given if each.instrument == instrument]
    return max(mine, key=lambda each: each.on, default=None)


def _condition(when: When, course: Course, numbers: ScheduleNumbers) -> Reason:
    """Whether the condition is met; unknown where nothing was answered that could tell."""
    if when is When.ALWAYS:
        return Reason("asked_of_everybody", State.MET)
    screen = "pc_ptsd5" if when is When.TRAUMA_SCREEN_POSITIVE else "phq9"
    last = last_given(course.given, screen)
    told = (Evidence("day", text=last.on.isoformat()),) if last else ()
    holds = _holds(when, last, numbers)
    state = State.UNKNOWN if holds is None else State.MET if holds else State.NOT_MET
    return Reason(f"when_{when.value}", state, told)


def _holds(when: When, last: Given | None, numbers: ScheduleNumbers) -> bool | None:
    if last is None:
        return None
    if when is When.TRAUMA_SCREEN_POSITIVE:
        return None if last.total is None else last.total >= numbers.ptsd_positive
    risk = (last.items or {}).get("9")
    if when is When.SUICIDE_ITEM_POSITIVE:
        return None if risk is None else risk >= 1
    # A PHQ-9 without a total, or with item 9 open, is asked again soon: nothing is ruled out.
    is_high = last.total is None or last.total >= numbers.phq9_high or risk is None or risk >= 1
    return is_high if when is When.DEPRESSION_HIGH else not is_high
