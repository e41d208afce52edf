"""Who is admitted first, and by when.

Source: 45 CFR 96.126 and 96.131: pregnant and injecting, pregnant, injecting, others; an
injecting person within 14 days of the request, or within 120 days when the program is full and
interim services began within 48 hours; a pregnant person gets interim services within 48 hours.
The numbers are arguments.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

LAW = Source(
    "cfr_45_96",
    "Block grant rules on admission and interim services",
    "law",
    "45 CFR 96.126, 96.131",
)
RULE_SET, VERSION = "inquiry-priority", "1"
ORDER = ("pregnant_and_injecting", "pregnant", "injecting", "ordinary")


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityNumbers:
    """Hours and days the law allows."""

    interim_hours: int = 48
    injecting_days: int = 14
    injecting_full_days: int = 120
    not_adopted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the first call told; None is unknown. `interim_at`: interim services began then.

    `is_waiting`: on the wait list, because the program is full.
    """

    first_request_at: datetime
    is_pregnant: bool | None
    injects: bool | None
    interim_at: datetime | None = None
    is_waiting: bool = False


@marked_by("numbers")
def priority_of(request: Request, numbers: PriorityNumbers) -> Decision:
    """The group as outcome; extras: `rank` (0 first), `interim_by` and `admit_by` as ISO or None.

    An unknown answer gives no priority, and its line says that it was not asked.
    """
    pregnant, injects = request.is_pregnant is True, request.injects is True
    outcome = (
        "pregnant_and_injecting"
        if pregnant and injects
        else "pregnant"
        if pregnant
        else "injecting"
        if injects
        else "ordinary"
    )
    asked = request.first_request_at
    interim = asked + timedelta(hours=numbers.interim_hours) if pregnant or injects else None
    in_time = interim is not None and request.interim_at is not None
    in_time = in_time and request.interim_at <= interim  # type: ignore[operator]
    # The longer limit holds only for who waits for a seat with interim services begun in time.
    days = numbers.injecting_full_days if request.is_waiting and in_time else numbers.injecting_days
    admit = asked + timedelta(days=days) if injects else None
    lines = [
        _line("is_pregnant", request.is_pregnant, asked),
        _line("injects", request.injects, asked),
    ]
    if interim is not None:
        lines.append(_interim(request, interim, numbers))
    if admit is not None:
        lines.append(_limit("admit_within", days, "injecting_admission_days", numbers))
    return Decision(
        outcome,
        RULE_SET,
        VERSION,
        tuple(lines),
        {
            "rank": ORDER.index(outcome),
            "interim_by": interim.isoformat() if interim else None,
            "admit_by": admit.isoformat() if admit else None,
        },
    )


def _interim(request: Request, due: datetime, numbers: PriorityNumbers) -> Reason:
    """Begun in time, begun late, or not begun."""
    begun = request.interim_at
    state = State.UNKNOWN if begun is None else State.MET if begun <= due else State.NOT_MET
    line = _limit(
        "interim_services_begun", numbers.interim_hours, "interim_services_hours", numbers
    )
    return Reason(line.code, state, (), LAW, line.detail)


def _limit(code: str, amount: int, number: str, numbers: PriorityNumbers) -> Reason:
    detail = {"amount": amount, "is_adopted": number not in numbers.not_adopted}
    return Reason(code, State.MET, (), LAW, detail)


def _line(code: str, answer: bool | None, asked: datetime) -> Reason:
    state = State.UNKNOWN if answer is None else State.MET if answer else State.NOT_MET
    return Reason(code, state, (Evidence("first_request", "", asked.date().isoformat()),), LAW)
