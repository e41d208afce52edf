"""What has begun or is inside the notice stays: which weeks and days still honour that."""

from collections.abc import Iterable

from homeward.timetable.solver.blocks.day_plans import DayPlan, Visit
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.standing import Standing


class Past:
    """The part of a published week before the horizon, client by client.

    A series that lies on both sides is kept with the rest, unless it is among the groups that can
    meet no more (`broken`): one leader and one membership hold for all of its days.
    """

    def __init__(
        self, possible: Possible, standing: Standing, horizon: int, broken: Iterable[int] = ()
    ) -> None:
        self.wide = possible.slots
        self.horizon = horizon
        gone = set(broken)
        self.cells: dict[str, set[Cell]] = {}
        self.own: dict[str, set[Cell]] = {}
        for place, each in enumerate(standing.groups):
            for member in each.team.members:
                self.own.setdefault(member, set()).add(each.team.cell)
                if place not in gone and any(
                    self.is_past(day, each.team.cell.start) for day in each.team.cell.days
                ):
                    self.cells.setdefault(member, set()).add(each.team.cell)
        self.visits: dict[tuple[str, int], tuple[str, tuple[Visit, ...]]] = {}
        for (client, day), (mode, visits) in standing.visits.items():
            kept = tuple(visit for visit in visits if self.is_past(day, visit[2]))
            if kept:
                self.visits[client, day] = mode, kept

    def is_past(self, day: int, slot: int) -> bool:
        """Whether what begins then may not be changed any more."""
        return day * self.wide + slot < self.horizon

    def keeps_week(self, client: str, cells: Iterable[Cell]) -> bool:
        """Whether a week has all that was promised before the horizon, and nothing new there."""
        week = set(cells)
        own = self.own.get(client, set())
        return self.cells.get(client, set()) <= week and not any(
            self.is_past(day, cell.start) for cell in week - own for day in cell.days
        )

    def keeps_day(self, client: str, day: int, plan: DayPlan) -> bool:
        """The same of a day's visits."""
        mode, kept = self.visits.get((client, day), ("", ()))
        rest = [visit for visit in plan.visits if visit not in kept]
        return (
            set(kept) <= set(plan.visits)
            and (not kept or plan.mode == mode)
            and not any(self.is_past(day, visit[2]) for visit in rest)
        )

    def must_visit(self, client: str, day: int) -> bool:
        """Whether a day has visits that stay."""
        return (client, day) in self.visits
