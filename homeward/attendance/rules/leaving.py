"""Whether somebody who left the room has to be looked for.

Who leaves while the group runs and said nothing beforehand is looked for within minutes: leaving
can be the first sign of a crisis or of a return to use. Near the end it is only leaving early, and
who was asked to leave or is seen home is in somebody's care already.

Source: field practice; the minutes are a program number.
"""

from datetime import datetime, timedelta

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.periods import Period
from homeward.kernel.reasons import Decision, Reason, State, marked_by

RULE_SET = "attendance.leaving"
VERSION = "1"
LOOK_FOR, LET_GO = "look_for", "let_go"


@marked_by("grace", "within")
def leaving_of(
    at: datetime, session: Period, *, is_agreed: bool, grace: ProgramNumber,
    within: ProgramNumber,
) -> Decision:  # fmt: skip
    """`extras["due_at"]` (ISO) says by when; `grace` and `within` are minutes."""
    left = session.ends_at - at
    runs = left > timedelta(minutes=int(grace))
    detail = {"minutes": max(0, int(left // timedelta(minutes=1)))}
    lines = (
        Reason("group_still_runs", State.MET if runs else State.NOT_MET, (), grace.source, detail),
        Reason("left_without_word", State.NOT_MET if is_agreed else State.MET),
    )
    if not runs or is_agreed:
        return Decision(LET_GO, RULE_SET, VERSION, lines)
    due = at + timedelta(minutes=int(within))
    limit = Reason(
        "find_within", State.MET, (), within.source,
        {"minutes": int(within), "adopted": within.is_adopted},
    )  # fmt: skip
    return Decision(LOOK_FOR, RULE_SET, VERSION, (*lines, limit), {"due_at": due.isoformat()})
