"""The clocks of an incident: the report inside, the state's report, the root-cause analysis.

Numbers are dated program data. Inside: within the shift, as hours from when it was known. State:
the deadline "incident report" of the site (a site stands for its state) from when it was known,
where the severity reaches the program's number. Root cause: business days, from the program's
severity on. A privacy breach has clocks of its own beside these. A clock that does not run says
why. Source: handbook 8.3.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.incidents.rules.breach import Breach, BreachNumbers, breach_clocks
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked_by
from homeward.program.rules.default_deadlines import DueRule
from homeward.program.rules.due import business_days_after, due_at

RULE_SET, VERSION = "incidents.timers", "3"
INTERNAL, STATE, ROOT_CAUSE = "internal", "state", "root_cause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The program's numbers, as they hold on the day it was known."""

    internal_hours: ProgramNumber
    state_report: DueRule
    state_from_severity: ProgramNumber
    root_cause_from_severity: ProgramNumber
    root_cause_days: ProgramNumber
    breach: BreachNumbers


@dataclass(frozen=True, slots=True)
class Timer:
    """One clock that runs, and until when."""

    code: str
    due_at: datetime


@marked_by("numbers")
def timers_of(
    severity: int,
    known_at: datetime,
    zone: str,
    numbers: Numbers,
    closed: Collection[date] = (),
    breach: Breach | None = None,
) -> Decision:
    """Which clocks run; `extras["due"]` maps each to its instant in ISO 8601.

    `extras["warns"]` says from when a clock of a breach stands in To do. `known_at` needs an
    offset. `closed` are the program's closed days; business days leave them and weekends out and
    run to the end of the site's day.
    """
    due = {INTERNAL: known_at + timedelta(hours=int(numbers.internal_hours))}
    reasons = [_line("incident_internal", State.MET, numbers.internal_hours)]
    to_state = severity >= int(numbers.state_from_severity)
    if to_state:
        due[STATE] = due_at(numbers.state_report, known_at, zone, closed)
        reasons.append(_deadline_line("incident_state_report", numbers.state_report))
    reasons.append(
        _line("incident_to_state", _state(to_state), numbers.state_from_severity, severity)
    )
    analyzed = severity >= int(numbers.root_cause_from_severity)
    if analyzed:
        due[ROOT_CAUSE] = _end_of(
            business_days_after(_day(known_at, zone), int(numbers.root_cause_days), closed), zone
        )
    reasons.append(
        _line(
            "incident_root_cause_from", _state(analyzed), numbers.root_cause_from_severity, severity
        )
    )
    reasons.append(_line("incident_root_cause", _state(analyzed), numbers.root_cause_days))
    warns: dict[str, datetime] = {}
    if breach is not None:
        clocks = breach_clocks(_day(known_at, zone), zone, breach, numbers.breach)
        due |= clocks.due
        warns = clocks.warns
        reasons.extend(clocks.reasons)
    return Decision(
        outcome="+".join(due),
        rule_set=RULE_SET,
        version=VERSION,
        reasons=tuple(reasons),
        extras={
            "due": {code: at.isoformat() for code, at in due.items()},
            "warns": {code: at.isoformat() for code, at in warns.items()},
        },
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


def _deadline_line(code: str, rule: DueRule) -> Reason:
    said = f"{rule.limit} {rule.unit}"
    evidence = (Evidence("deadline", rule.document, said),)
    return Reason(
        code, State.MET, evidence, rule.source, {"value": str(rule.limit), "unit": rule.unit}
    )


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def _end_of(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(zone))
