"""Improve a week neighbourhood by neighbourhood until the effort is spent or nothing helps."""

from collections.abc import Callable

from homeward.timetable.solver.best import Verdict
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.decoding import decode
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.choosing import Choosing
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.neighbourhoods.replanning import Replanning
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.standing import Standing

ROUND_SHARE = 1.0
PATIENCE = 24
WHOLE_WEEK_COUNTS = 8  # rounds that one over everybody, solved out, stands for

Offer = Callable[[str, Schedule], Verdict]


def improve(
    possible: Possible, schedule: Schedule, effort: Effort, offer: Offer, ahead: Ahead
) -> None:
    """Start from a checked schedule; every week that is not worse is offered and, taken, stands."""
    standing = Standing.of(schedule)
    candidates = Candidates(possible, ahead, effort.seed)
    choosing = Choosing(possible, effort.seed)
    told = Told(possible)
    quiet = 0
    patience = PATIENCE + len(possible.clients) // 4
    while not effort.is_over and quiet < patience:
        way, free = choosing.next(standing)
        frame = Frame(possible, standing, free)
        weeks = candidates.for_frame(frame, partial=bool(choosing.lacking(standing)))
        replanning = Replanning(possible, frame, weeks, told)
        objective = replanning.costs.weighed(is_told=bool(told))
        planned = replanning.search(effort, ROUND_SHARE, objective)
        quiet += 1
        if planned is None:
            effort.spent += ROUND_SHARE / 100
            choosing.learn(way, improved=False, solved=False)
            continue
        verdict = Verdict.REFUSED
        if planned.standing != standing:
            proposed = decode(possible, planned.standing)
            verdict = offer(way, proposed)
            if verdict:
                standing = Standing.of(proposed)
        improved = verdict is Verdict.BETTER
        quiet = 0 if improved else quiet
        if planned.is_optimal and len(free.seats) == len(possible.clients):
            quiet += WHOLE_WEEK_COUNTS
        choosing.learn(way, improved=improved, solved=planned.is_optimal)
