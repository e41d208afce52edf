"""Improve a week neighbourhood by neighbourhood until the effort is spent or nothing helps."""

from collections.abc import Callable

from homeward.timetable.solver.best import Verdict
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.checking.report import Tiers
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
# A search of so many variables takes as long to write down as one unit of effort to solve.
VARIABLES_A_UNIT = 40_000
WHOLE_WEEK_COUNTS = 8  # rounds that one over everybody, solved out, stands for
LEAST_WINDOW, CLIENTS_A_ROUND = 8, 8
WORTH_GOING_ON = 0.0025  # of tier 3, over a window of rounds

Offer = Callable[[str, Schedule], Verdict]
Cost = Callable[[], Tiers]


def improve(
    possible: Possible,
    schedule: Schedule,
    effort: Effort,
    offer: Offer,
    ahead: Ahead,
    cost: Cost,
) -> None:
    """Start from a checked schedule; every week that is not worse is offered and, taken, stands.

    `cost` tells what the standing week costs; the search ends when it hardly falls any more.
    """
    standing = Standing.of(schedule)
    candidates = Candidates(possible, ahead, effort.seed)
    choosing = Choosing(possible, effort.seed)
    told = Told(possible)
    patience = Patience(LEAST_WINDOW + len(possible.clients) // CLIENTS_A_ROUND, cost())
    while not effort.is_over and not patience.is_out(cost()):
        way, free = choosing.next(standing)
        frame = Frame(possible, standing, free)
        weeks = candidates.for_frame(frame, partial=bool(choosing.lacking(standing)))
        replanning = Replanning(possible, frame, weeks, told)
        objective = replanning.costs.weighed(is_told=bool(told))
        planned = replanning.search(effort, ROUND_SHARE, objective)
        effort.spent += len(replanning.model.proto.variables) / VARIABLES_A_UNIT
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
        if planned.is_optimal and len(free.seats) == len(possible.clients):
            patience.rounds += WHOLE_WEEK_COUNTS
        choosing.learn(way, improved=improved, solved=planned.is_optimal)


class Patience:
    """Ends a search whose last window of rounds brought next to nothing.

    While somebody lacks something the window is twice as long. Rounds decide, not the clock.
    """

    def __init__(self, window: int, cost: Tiers) -> None:
        self.window = window
        self.before = cost
        self.rounds = 0

    def is_out(self, now: Tiers) -> bool:
        """Count one round; whether to stop before it."""
        if (now.tier1, now.tier2) < (self.before.tier1, self.before.tier2):
            self.before, self.rounds = now, 0
        self.rounds += 1
        if self.rounds <= self.window * (2 if now.tier1 else 1):
            return False
        gain = self.before.tier3 - now.tier3
        is_out = gain <= WORTH_GOING_ON * self.before.tier3
        self.before, self.rounds = now, 0
        return is_out
