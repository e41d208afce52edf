"""Whether an absence is excused: told beforehand, with an accepted reason.

Source: attendance states, program default of two hours' notice.
"""

from datetime import datetime, timedelta

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Reason, State, marked_by

RULE_SET = "attendance.excuse"
VERSION = "1"
EXCUSED, NOT_EXCUSED = "excused", "not_excused"
ACCEPTED = ("illness", "court", "work", "childcare", "medical")


@marked_by("notice")
def excuse_for(
    reason: str, told_at: datetime | None, starts_at: datetime, notice: ProgramNumber
) -> Decision:
    """`notice` is in hours; a time of notice that nobody wrote down counts against nobody."""
    accepted = State.MET if reason in ACCEPTED else State.NOT_MET
    if told_at is None:
        told = State.UNKNOWN
    else:
        in_time = starts_at - told_at >= timedelta(hours=int(notice))
        told = State.MET if in_time else State.NOT_MET
    detail = {"hours": int(notice), "adopted": notice.is_adopted}
    reasons = (
        Reason("excuse_accepted", accepted),
        Reason("told_beforehand", told, (), notice.source, detail),
    )
    refused = State.NOT_MET in (accepted, told)
    return Decision(NOT_EXCUSED if refused else EXCUSED, RULE_SET, VERSION, reasons)
