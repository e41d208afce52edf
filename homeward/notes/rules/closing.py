"""Whether a group may be ended: everyone marked, a note for everyone who came, no danger open.

Source: closing a group is a roster complete, a note for every present client, minutes reconciled;
a danger said at check-in ends with what was done about it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "notes.closing", "1"
MAY_END, NOT_YET = "may_end", "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One seat of the session as facts: an opaque reference, the mark, and whether words stand."""

    ref: str
    is_marked: bool
    came: bool
    has_words: bool
    in_danger: bool = False


def closing_of(places: Iterable[Place], *, needs_shared: bool, has_shared: bool) -> Decision:
    """May end or not yet, with how many stand in the way of each line; `extras` says whose."""
    seats = tuple(places)
    open_ = {
        "closing_everyone_marked": [each.ref for each in seats if not each.is_marked],
        "closing_note_for_everyone": [
            each.ref for each in seats if each.came and not each.has_words
        ],
        "closing_danger_has_ending": [each.ref for each in seats if each.in_danger],
    }
    came = any(each.came for each in seats)
    lines = [
        Reason(code, State.NOT_MET if refs else State.MET, detail={"count": len(refs)})
        for code, refs in open_.items()
    ]
    if needs_shared and came:
        written = State.MET if has_shared else State.NOT_MET
        lines.append(Reason("closing_shared_part", written, detail={"count": int(not has_shared)}))
    blocked = any(line.state is State.NOT_MET for line in lines)
    return Decision(
        NOT_YET if blocked else MAY_END, RULE_SET, VERSION, tuple(lines),
        {code: tuple(refs) for code, refs in open_.items() if refs},
    )  # fmt: skip
