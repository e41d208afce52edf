"""The clocks of an incident: the report inside, the state's report, the root-cause analysis.

Numbers are dated program data. Inside: within the shift, as hours from when it was known. State:
hours from when it was known, where the severity reaches the program's number. Root cause: business
days after a sentinel event. A clock that does not run says why. Source: handbook 8.3.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.incidents.rules.kinds import SENTINEL
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, State
from homeward.program.rules.due import business_days_after

RULE_SET, VERSION = "incidents.timers", "1"
INTERNAL, STATE, ROOT_CAUSE = "internal", "state", "root_cause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The program's numbers, as they hold on the day it was known."""

    internal_hours: ProgramNumber
    state_hours: ProgramNumber
    state_from_severity: ProgramNumber
    root_cause_days: ProgramNumber


@dataclass(frozen=True, slots=True)
class Timer:
    """One clock that runs, and until when."""

    code: str
    due_at: datetime


def timers_of(
    severity: int,
    known_at: datetime,
    zone: str,
    numbers: Numbers,
    closed: Collection[date] = (),
) -> Decision:
    """Which clocks run; `extras["due"]` maps each to its instant in ISO 8601.

    `known_at` needs an offset. `closed` are the program's closed days; business days leave them
    and weekends out and run to the end of the site's day.
    """
    due = {INTERNAL: known_at + timedelta(hours=int(numbers.internal_hours))}
    reasons = [_line("incident_internal", State.MET, numbers.internal_hours)]
    to_state = severity >= int(numbers.state_from_severity)
    if to_state:
        due[STATE] = known_at + timedelta(hours=int(numbers.state_hours))
        reasons.append(_line("incident_state_hours_run", State.MET, numbers.state_hours))
    reasons.append(
        _line("incident_to_state", _state(to_state), numbers.state_from_severity, severity)
    )
    is_sentinel = severity >= SENTINEL
    if is_sentinel:
        due[ROOT_CAUSE] = _end_of(
            business_days_after(_day(known_at, zone), int(numbers.root_cause_days), closed), zone
        )
    reasons.append(_line("incident_root_cause", _state(is_sentinel), numbers.root_cause_days))
    return Decision(
        outcome="+".join(due),
        rule_set=RULE_SET,
        version=VERSION,
        reasons=tuple(reasons),
        extras={"due": {code: at.isoformat() for code, at in due.items()}},
    )


def due_of(decision: Decision) -> tuple[Timer, ...]:
    """The clocks of a decision, the first due first."""
    due = decision.extras["due"]
    found = [Timer(code, datetime.fromisoformat(at)) for code, at in due.items()]
    return tuple(sorted(found, key=lambda each: each.due_at))


def _state(yes: bool) -> State:
    return State.MET if yes else State.NOT_MET


def _line(code: str, state: State, number: ProgramNumber, severity: int | None = None) -> Reason:
    detail: dict[str, object] = {"value": str(number.value.normalize())}
    if severity is not None:
        detail["severity"] = severity
    evidence = (Evidence("program_number", number.code, f"{number.value.normalize()}"),)
    return Reason(code, state, evidence, number.source, detail)


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def _end_of(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(zone))
