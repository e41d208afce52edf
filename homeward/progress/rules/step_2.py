"""The second version of the weekly suggestion: more causes for more care, and no less for absence.

What it adds to `step-1` (rules/review.py): a stay in a hospital, a crisis of mind and use told by
the client call for more care; a measure that got really worse speaks against a step down; contact
that is lost never suggests less care, it asks the team to reach the person first.

A fact that gets worse never leads to a lower suggestion: lines for more care are looked at before
lines for less, and every line for less is lost, never won, by a worse fact. Sources: the
handbook's continuum chapter for triggers and signals; reliable change as its instrument publishes.
"""

from collections.abc import Callable

from homeward.kernel.reasons import Decision, Reason, Source, State
from homeward.progress.rules.review import (
    CERTAIN,
    DISCHARGE,
    REQUIRED,
    STAY,
    STEP_DOWN,
    STEP_UP,
    TRIGGERS,
    ReviewNumbers,
    Standing,
    contact_line,
    known,
    signal_lines,
    trigger_lines,
)

RULE_SET = "step-2"
VERSION = "2"
CHANGE = Source("reliable_change", "Change beyond the measure's own noise", "norm")
NEEDED = REQUIRED | {"measures_not_worse"}
# A measure nobody repeated holds nobody back; one that got worse does.
SURE = CERTAIN


def suggest(standing: Standing, numbers: ReviewNumbers) -> Decision:
    """The suggestion with every line; extras as `step-1`, with `contact_lost`."""
    return weigh(standing, numbers, lambda line: line, RULE_SET, VERSION)


def weigh(
    standing: Standing, numbers: ReviewNumbers, read: Callable[[Reason], Reason], rule_set: str,
    version: str,
) -> Decision:  # fmt: skip
    """The order of this set over lines that a later set may read in its own way."""
    triggers = (*trigger_lines(standing, numbers), *_more_triggers(standing, numbers))
    up = tuple(read(line) for line in triggers)
    lost = contact_line(standing, numbers)
    down = tuple(read(line) for line in (*signal_lines(standing, numbers), _measures(standing)))
    is_ready = _is_ready(down) and lost.state is not State.MET
    return Decision(
        _outcome(standing, numbers, up, is_ready=is_ready),
        rule_set,
        version,
        (*up, lost, *down),
        {
            "hours": standing.phase_minutes / 60,
            "next_hours": None if standing.next_minutes is None else standing.next_minutes / 60,
            "is_ready_for_next_phase": is_ready and standing.next_minutes is not None,
            "contact_lost": lost.state is State.MET,
        },
    )


def _outcome(s: Standing, n: ReviewNumbers, up: tuple[Reason, ...], *, is_ready: bool) -> str:
    if any(line.state is State.MET for line in up):
        return STEP_UP
    if not is_ready:
        return STAY
    if s.next_minutes is None:
        return DISCHARGE if (s.on - s.admitted_on).days >= n.minimum_days else STAY
    return STEP_DOWN if s.next_minutes < s.phase_minutes else STAY


def _is_ready(lines: tuple[Reason, ...]) -> bool:
    needed = [line for line in lines if line.code in NEEDED]
    return all(line.state is not State.NOT_MET for line in needed) and all(
        line.state is State.MET for line in needed if line.code in SURE
    )


def _more_triggers(s: Standing, n: ReviewNumbers) -> tuple[Reason, ...]:
    return (
        known("hospital_lately", s.hospital_lately, TRIGGERS, days=n.event_days),
        known("mind_worse", s.mind_worse, TRIGGERS, days=n.event_days),
        known("use_told", s.use_told >= n.use_told, TRIGGERS, times=s.use_told, needed=n.use_told),
    )


def _measures(s: Standing) -> Reason:
    """Met while no repeated measure got worse by more than its noise; unknown where none was."""
    is_steady = None if s.measures_compared == 0 else not s.measures_worse
    return known(
        "measures_not_worse", is_steady, CHANGE, worse=len(s.measures_worse),
        compared=s.measures_compared,
    )  # fmt: skip
