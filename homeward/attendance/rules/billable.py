"""Which of a day's credited minutes can be billed, in what, by the payer's rule.

A day of the program is billed as one when its credited minutes reach the payer's least for a day.
Below it, the payer either takes the sessions one by one or pays nothing; the care is documented
all the same. Units of a quarter of an hour count from eight minutes on (8-22 one, 23-37 two). A
psychotherapy session has three lengths, a family session one least length.

Sources: per-diem day minimums as a payer's own number; quarter-hour rounding and psychotherapy
times as common payer policy, all dated numbers of the program or the payer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked_by

RULE_SET = "attendance.billable"
VERSION = "1"
DAY, COMPONENTS, NOTHING = "day_billable", "components_billable", "not_billable"
UNITS, PSYCHOTHERAPY, FAMILY = "units", "psychotherapy", "family"
SHORT, MIDDLE, LONG, FAMILY_CODE = "90832", "90834", "90837", "90847"


@dataclass(frozen=True, slots=True)
class Attended:
    """One session of the day: its reference, how it is counted, and its credited minutes."""

    ref: str
    counted_as: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerRule:
    """The numbers that decide; minutes, save `bills_components`, which is 0 or 1."""

    day_minimum: ProgramNumber
    bills_components: ProgramNumber
    unit: ProgramNumber
    unit_first: ProgramNumber
    therapy_first: ProgramNumber
    therapy_middle: ProgramNumber
    therapy_long: ProgramNumber
    family_first: ProgramNumber


def units_of(minutes: int, rule: PayerRule) -> int:
    """Units of a stretch: one more from the first-unit minutes on into each unit."""
    unit, first = int(rule.unit), int(rule.unit_first)
    return minutes // unit + (minutes % unit >= first)


def therapy_code(minutes: int, rule: PayerRule) -> str:
    """The length a psychotherapy session counts as; empty below the shortest."""
    if minutes < int(rule.therapy_first):
        return ""
    if minutes < int(rule.therapy_middle):
        return SHORT
    return MIDDLE if minutes < int(rule.therapy_long) else LONG


@marked_by("rule")
def billable_of(day: Sequence[Attended], rule: PayerRule) -> Decision:
    """The day's outcome; `extras`: minutes, billable_minutes, units, and the lines by session."""
    minutes = sum(each.minutes for each in day)
    least = int(rule.day_minimum)
    reached = bool(minutes) and minutes >= least
    whole = Reason(
        "day_minimum", State.MET if reached else State.NOT_MET,
        tuple(Evidence("session_minutes", each.ref, str(each.minutes)) for each in day),
        rule.day_minimum.source, {"minutes": minutes, "least": least},
    )  # fmt: skip
    if reached:
        return _decided(DAY, (whole,), minutes, minutes, 1, [])
    takes = bool(int(rule.bills_components))
    apart = Reason(
        "components_billed", State.MET if takes else State.NOT_MET, (),
        rule.bills_components.source,
    )  # fmt: skip
    if not takes:
        return _decided(NOTHING, (whole, apart), minutes, 0, 0, [])
    lines = [_line(each, rule) for each in day]
    counting = [line for line in lines if line.state is State.MET]
    billed = sum(int(line.detail["minutes"]) for line in counting)
    units = sum(int(line.detail["units"]) for line in counting)
    outcome = COMPONENTS if counting else NOTHING
    return _decided(outcome, (whole, apart, *lines), minutes, billed, units, lines)


def _line(session: Attended, rule: PayerRule) -> Reason:
    """What one session counts as by itself."""
    if session.counted_as == PSYCHOTHERAPY:
        code, source = therapy_code(session.minutes, rule), rule.therapy_first.source
        units = 1 if code else 0
    elif session.counted_as == FAMILY:
        code = FAMILY_CODE if session.minutes >= int(rule.family_first) else ""
        units, source = (1 if code else 0), rule.family_first.source
    else:
        units, code, source = units_of(session.minutes, rule), "", rule.unit.source
    return Reason(
        "session_counts", State.MET if units else State.NOT_MET,
        (Evidence("session_minutes", session.ref, str(session.minutes)),), source,
        {"minutes": session.minutes, "units": units, "code": code},
    )  # fmt: skip


def _decided(
    outcome: str, reasons: tuple[Reason, ...], minutes: int, billable: int, units: int,
    lines: Sequence[Reason],
) -> Decision:  # fmt: skip
    codes = sorted({str(line.detail["code"]) for line in lines if line.detail.get("code")})
    extras = {"minutes": minutes, "billable_minutes": billable, "units": units, "codes": codes}
    return Decision(outcome, RULE_SET, VERSION, reasons, extras)
