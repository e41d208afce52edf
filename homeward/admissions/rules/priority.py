"""Who is admitted first, and by when.

Source: 45 CFR 96.126 and 96.131: pregnant and injecting, pregnant, injecting, others; an
injecting person within 14 days of the request, or within 120 days with interim services from the
48th hour; a pregnant person gets interim services within 48 hours. The numbers are arguments.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the first call told; None is unknown."""

    first_request_at: datetime
    is_pregnant: bool | None
    injects: bool | None


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
    admit = asked + timedelta(days=numbers.injecting_days) if injects else None
    return Decision(
        outcome,
        RULE_SET,
        VERSION,
        (
            _line("is_pregnant", request.is_pregnant, asked),
            _line("injects", request.injects, asked),
        ),
        {
            "rank": ORDER.index(outcome),
            "interim_by": interim.isoformat() if interim else None,
            "admit_by": admit.isoformat() if admit else None,
        },
    )


def _line(code: str, answer: bool | None, asked: datetime) -> Reason:
    state = State.UNKNOWN if answer is None else State.MET if answer else State.NOT_MET
    return Reason(code, state, (Evidence("first_request", "", asked.date().isoformat()),), LAW)
