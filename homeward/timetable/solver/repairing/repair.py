"""A published week mended in steps, each freeing a few more people than the one before.

Only the process that plans imports this.
"""

import time
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from homeward.timetable.solver.answer import OnProgress, Params, ShouldStop
from homeward.timetable.solver.best import Best
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.decoding import decode
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.choosing import Choosing
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.neighbourhoods.replanning import Replanning
from homeward.timetable.solver.neighbourhoods.weeks import Week
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.past import Past
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.repairing.alternative import Alternative
from homeward.timetable.solver.repairing.breaking import Broken, broken_by
from homeward.timetable.solver.repairing.changes import changes
from homeward.timetable.solver.repairing.changing import changed
from homeward.timetable.solver.repairing.disruption import Disruption
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.standing import Standing

KEEP_SEATS, FREE_SHORT, FREE_GROUPS = "keep_seats", "free_short", "free_groups"
STEP_SHARE = 0.25
MOST_DROPPED = 6


def repair(
    instance: Instance,
    schedule: Schedule,
    disruption: Disruption,
    params: Params,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> tuple[Alternative, ...]:
    """Alternatives from least disturbance upward; the first keeps every seat it can.

    What begins before the horizon keeps its time. Tier 1 is minimised first, then broken promises,
    then comfort. An alternative that mends no more than the one before it is left out.
    """
    now = ordered(changed(instance, schedule, disruption))
    work = Repairing(now, schedule, disruption.horizon(instance.grid), params, should_stop)
    best = Best(now, work.effort.total, on_progress)
    found: list[Alternative] = []
    for name, step in (
        (KEEP_SEATS, work.keep_seats),
        (FREE_SHORT, work.free_short),
        (FREE_GROUPS, work.free_groups),
    ):
        made = step()
        if made is None:
            continue
        best.offer(name, made, work.effort.spent)
        report = check(now, made)
        if not report.holds:
            made, report = best.schedule, best.report
        listed = changes(now, schedule, made)
        tiers = report.tiers
        if not found or (tiers.tier1, tiers.tier2) < (found[-1].tiers.tier1, found[-1].tiers.tier2):
            found.append(Alternative(name, made, listed, tiers, report.unplaced))
    return tuple(found)


class Repairing:
    """One disruption being mended; each step starts from where the last one ended."""

    def __init__(
        self,
        instance: Instance,
        schedule: Schedule,
        horizon: int,
        params: Params,
        should_stop: ShouldStop | None,
    ) -> None:
        self.effort = Effort(
            total=float(params.effort),
            seed=params.seed,
            deadline=None if params.seconds is None else time.monotonic() + params.seconds,
            should_stop=should_stop or (lambda: False),
        )
        self.possible = Possible(instance)
        self.told = Told(self.possible)
        self.candidates = Candidates(self.possible, Ahead(self.possible), params.seed)
        self.choosing = Choosing(self.possible, params.seed)
        published = Standing.of(schedule)
        self.broken: Broken = broken_by(self.possible, published)
        self.past = Past(self.possible, self.broken.standing, horizon, self.broken.groups)
        self.standing = self.broken.standing

    def keep_seats(self) -> Schedule | None:
        """r1: seats stay, leaders are named anew, touched one-to-ones move."""
        if not self.broken.clients and not self.broken.groups:
            return decode(self.possible, self.standing)
        free = Free(
            seats=tuple(sorted(self.broken.clients)),
            leaders=self.broken.groups,
            may_open=False,
        )
        frame = Frame(self.possible, self.standing, free)
        return self._solved(frame, self._fewer(frame))

    def free_short(self) -> Schedule | None:
        """r2: only people who still lack something are freed."""
        short = self.choosing.lacking(self.standing)
        if not short or self.effort.is_over:
            return None
        return self._freed(short, may_open=True)

    def free_groups(self) -> Schedule | None:
        """r3: everybody in the touched groups is freed as well, if somebody lacks something."""
        short = self.choosing.lacking(self.standing)
        if not short or self.effort.is_over:
            return None
        lacking = set(short)
        touched = {
            member
            for each in self.standing.groups
            if lacking & set(each.team.members)
            for member in each.team.members
        }
        return self._freed(sorted(lacking | touched | self.broken.clients), may_open=True)

    def _freed(self, people: Sequence[str], *, may_open: bool) -> Schedule | None:
        frame = Frame(self.possible, self.standing, Free(seats=tuple(people), may_open=may_open))
        return self._solved(frame, self.candidates.for_frame(frame, partial=True))

    def _fewer(self, frame: Frame) -> dict[str, list[Week]]:
        """For each client their own week, and it without some of what is at risk.

        Somebody new, or with other windows, may also join what stands.
        """
        at_risk = {self.standing.groups[place].team.cell for place in self.broken.groups}
        open_ = self.candidates.for_frame(frame, partial=False)
        found: dict[str, list[Week]] = {}
        for client in frame.movers:
            now = self.standing.cells_of(client)
            lost = [cell for cell in now if cell in at_risk or not self._can_sit(client, cell)]
            fewest = range(min(len(lost), MOST_DROPPED) + 1)
            gones = [set(gone) for number in fewest for gone in combinations(lost, number)]
            gones.append(set(lost))
            weeks = [
                self.candidates.week(client, tuple(cell for cell in now if cell not in gone))
                for gone in gones
            ]
            if not now or any(not self._can_sit(client, cell) for cell in now):
                weeks += open_[client]
            found[client] = list(dict.fromkeys(weeks))
        return found

    def _can_sit(self, client: str, cell: Any) -> bool:
        held = self.possible.held(cell.service, cell.start)
        return all(self.possible.has_time(client, day, held, cell.mode) for day in cell.days)

    def _solved(self, frame: Frame, weeks: Mapping[str, Sequence[Week]]) -> Schedule | None:
        """Minimise tier by tier; the last solution found stands."""
        allowed = {
            client: [
                week
                for week in each
                if self.past.keeps_week(client, week.cells)
                and all(self._can_sit(client, cell) for cell in week.cells)
            ]
            for client, each in weeks.items()
        }
        allowed = {
            client: each or [self.candidates.week(client, ())] for client, each in allowed.items()
        }
        model = Replanning(self.possible, frame, allowed, self.told, self.past)
        planned = model.search_levels(self.effort, self.effort.total * STEP_SHARE)
        if planned is None:
            return None
        self.standing = planned.standing
        return decode(self.possible, self.standing)
