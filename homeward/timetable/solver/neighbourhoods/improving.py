"""Improve a week neighbourhood by neighbourhood until the effort is spent or nothing helps."""

from collections.abc import Callable

from homeward.timetable.solver.best import Verdict
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.checking.report import Tiers
from homeward.timetable.solver.decoding import decode
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.neighbourhoods.by_days import ByDays
from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.choosing import Choosing
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.neighbourhoods.replanning import Replanning
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.standing import Standing

ROUND_SHARE, DAYS_SHARE = 0.5, 1.0
# A search of so many variables takes as long to write down as one unit of effort to solve.
VARIABLES_A_UNIT = 40_000
# So much effort without a gain, in units and as a part of all that was spent, ends the search;
# where somebody lacks something it goes on for so many times as long.
LEAST_QUIET, QUIET_PART, LACKING_TIMES = 2.0, 0.1, 4
WORTH_GOING_ON = 0.0025  # of tier 3

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
    patience = Patience(cost(), effort.spent)
    days = ByDays(possible, told, effort.seed)
    while not effort.is_over and not patience.is_out(cost(), effort.spent):
        opened = days.next(standing)
        if opened is not None:
            found = opened.search(effort, DAYS_SHARE)
            effort.spent += opened.size / VARIABLES_A_UNIT
            verdict = Verdict.REFUSED
            if found is not None and found != standing:
                proposed = decode(possible, found)
                verdict = offer("days", proposed)
                if verdict:
                    standing = Standing.of(proposed)
            days.learn(improved=verdict is Verdict.BETTER)
            continue
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
            return
        choosing.learn(way, improved=improved, solved=planned.is_optimal)


class Patience:
    """Ends a search that has brought next to nothing for a while; effort decides, not the clock."""

    def __init__(self, cost: Tiers, spent: float) -> None:
        self.before = cost
        self.since = spent

    def is_out(self, now: Tiers, spent: float) -> bool:
        """Whether to stop: nothing worth going on for since so much effort ago.

        Less unmet need or fewer broken promises are always worth it; comfort from a small part on.
        """
        told, before = (now.tier1, now.tier2), (self.before.tier1, self.before.tier2)
        gain = self.before.tier3 - now.tier3
        if told < before or gain > WORTH_GOING_ON * self.before.tier3:
            self.before, self.since = now, spent
        quiet = max(LEAST_QUIET, QUIET_PART * spent)
        return spent - self.since > quiet * (LACKING_TIMES if now.tier1 else 1)
