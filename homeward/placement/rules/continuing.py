"""May somebody stay at this level, or do they move on: the grounds, each met, unmet or unknown.

Three grounds hold a person at a level: progress with goals still open; no progress yet, but able
and working; a new problem that can be treated here. Four move them: goals met, no progress
possible here, a new problem that needs another level, and their own wish to leave. A ground to
move outweighs a ground to stay. The team decides; this explains. Sources: South Dakota ARSD
67:61:07:07 for staying; field practice for moving.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, Source, State
from homeward.placement.rules.stating import state_of

RULE_SET, VERSION = "stay-1", "1"
STAY, MOVE, UNDETERMINED = "stay", "move", "undetermined"
HERE, ELSEWHERE, NO_NEW_PROBLEM = "here", "elsewhere", "none"
NEW_PROBLEMS = (NO_NEW_PROBLEM, HERE, ELSEWHERE)
STAYING = Source(
    "continued_stay", "Grounds for staying at a level", "state", "South Dakota ARSD 67:61:07:07"
)
MOVING = Source("transfer_grounds", "Grounds for transfer or discharge", "norm")
STAY_GROUNDS = ("progressing_with_open_goals", "able_and_working", "new_problem_treated_here")
MOVE_GROUNDS = (
    "goals_met",
    "no_progress_possible_here",
    "new_problem_needs_another_level",
    "client_leaves",
)
# Where each ground to move leads, the weightiest first: somebody whose goals are met and who has
# a new problem that cannot be treated here does not go to less care. A person who leaves is
# offered care beside the door.
DIRECTIONS = {
    "new_problem_needs_another_level": "another_level",
    "no_progress_possible_here": "another_level",
    "goals_met": "less_intensive",
    "client_leaves": "offered_hand_off",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How somebody fares at their level; None is not known.

    `new_problem` is none, here (treatable at this level) or elsewhere (needs another).
    """

    is_progressing: bool | None = None
    goals_are_met: bool | None = None
    is_able_and_working: bool | None = None
    can_progress_here: bool | None = None
    new_problem: str | None = None
    wants_to_leave: bool | None = None


def stay_or_move(course: Course) -> Decision:
    """`stay`, `move`, or `undetermined` while no ground is met.

    Extras: `grounds` (codes met), `direction` (for a move), `open` (codes nobody has answered).
    """
    reasons = (*_staying(course), *_moving(course))
    met = tuple(each.code for each in reasons if each.state is State.MET)
    moves = tuple(code for code in met if code in MOVE_GROUNDS)
    stays = tuple(code for code in met if code in STAY_GROUNDS)
    outcome = MOVE if moves else STAY if stays else UNDETERMINED
    return Decision(
        outcome,
        RULE_SET,
        VERSION,
        reasons,
        {
            "grounds": list(moves or stays),
            "direction": next((to for code, to in DIRECTIONS.items() if code in moves), ""),
            "open": [each.code for each in reasons if each.state is State.UNKNOWN],
        },
    )


def _staying(course: Course) -> tuple[Reason, ...]:
    open_goals = None if course.goals_are_met is None else not course.goals_are_met
    slow = None if course.is_progressing is None else not course.is_progressing
    return (
        Reason(
            "progressing_with_open_goals",
            _both(course.is_progressing, open_goals),
            source=STAYING,
        ),
        Reason("able_and_working", _both(slow, course.is_able_and_working), source=STAYING),
        Reason("new_problem_treated_here", _is(course.new_problem, HERE), source=STAYING),
    )


def _moving(course: Course) -> tuple[Reason, ...]:
    stuck = None if course.can_progress_here is None else not course.can_progress_here
    return (
        Reason("goals_met", state_of(course.goals_are_met), source=MOVING),
        Reason("no_progress_possible_here", state_of(stuck), source=MOVING),
        Reason(
            "new_problem_needs_another_level", _is(course.new_problem, ELSEWHERE), source=MOVING
        ),
        Reason("client_leaves", state_of(course.wants_to_leave), source=MOVING),
    )


def _both(first: bool | None, second: bool | None) -> State:
    if first is False or second is False:
        return State.NOT_MET
    return State.MET if first and second else State.UNKNOWN


def _is(problem: str | None, wanted: str) -> State:
    return State.UNKNOWN if problem is None else state_of(problem == wanted)
