"""Whether somebody who arrives now goes into the group, and what their stay is called.

Late is admitted and real minutes count; past the program's grace only with the counselor's
approval. Somebody who appears intoxicated is not admitted to the group: safety comes first.

Source: late rule and intoxicated arrival, program default, to be adopted by each program.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.periods import Period, merged
from homeward.kernel.reasons import Decision, Reason, State, marked_by

RULE_SET = "attendance.arrival"
VERSION = "1"
ADMIT, ASK_COUNSELOR, NOT_TO_GROUP = "admit", "ask_counselor", "not_to_group"
SAFETY_STEPS = ("safety_assessment", "no_driving", "safe_ride", "same_day_note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Somebody at the door of a session."""

    at: datetime
    session: Period
    is_approved: bool = False
    appears_intoxicated: bool = False


@marked_by("grace")
def admission_of(arrival: Arrival, grace: ProgramNumber) -> Decision:
    """Admit, ask the counselor first, or not to the group; `grace` is in minutes."""
    late = arrival.at - arrival.session.starts_at
    minutes = max(0, int(late // timedelta(minutes=1)))
    within = late <= timedelta(minutes=int(grace))
    detail = {"minutes": minutes, "grace": int(grace), "adopted": grace.is_adopted}
    timely = Reason(
        "within_grace", State.MET if within else State.NOT_MET, (), grace.source, detail
    )
    reasons = [timely]
    if not within:
        state = State.MET if arrival.is_approved else State.NOT_MET
        reasons.append(Reason("counselor_approved_late", state))
    sober = State.NOT_MET if arrival.appears_intoxicated else State.MET
    reasons.append(Reason("fit_for_group", sober))
    if arrival.appears_intoxicated:
        reasons += [Reason(step, State.UNKNOWN) for step in SAFETY_STEPS]
        return Decision(NOT_TO_GROUP, RULE_SET, VERSION, tuple(reasons))
    admitted = within or arrival.is_approved
    return Decision(ADMIT if admitted else ASK_COUNSELOR, RULE_SET, VERSION, tuple(reasons))


def state_of(stays: tuple[Period, ...], session: Period, grace_minutes: int) -> str:
    """present, late, left_early or late_and_left_early, by first arrival and last leaving.

    Being away for a while in between changes minutes, not the state. Raises ValueError when
    there is no stay.
    """
    if not stays:
        raise ValueError("somebody who was never in the room has no stay to name")
    joined = merged(stays)
    grace = timedelta(minutes=grace_minutes)
    late = joined[0].starts_at - session.starts_at > grace
    early = session.ends_at - joined[-1].ends_at > grace
    if late and early:
        return "late_and_left_early"
    return "late" if late else "left_early" if early else "present"
