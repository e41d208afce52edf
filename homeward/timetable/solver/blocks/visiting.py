"""Stage two: who leads each group, and when every one-to-one is, with all seats given.

A client's day is chosen whole from the list of its valid days, so that no gap can open.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.day_plans import Day, DayPlan, Visit, day_plans
from homeward.timetable.solver.blocks.naming import StaffTime, leader_choices
from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.engine import Effort, search
from homeward.timetable.solver.instance import IN_PERSON, OFFICE
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.tiers import Costs

# (client, day) -> (mode, visits)
Visits = dict[tuple[str, int], tuple[str, tuple[Visit, ...]]]


@dataclass(frozen=True, slots=True)
class Led:
    """Groups with leaders, and visits by client and day."""

    leaders: Mapping[Team, str]
    visits: Visits
    is_optimal: bool
    objective: float
    bound: float


class Visiting:
    """The model of stage two. `kept` leaders stand; `with_visits` off leaves one-to-ones out."""

    def __init__(
        self,
        possible: Possible,
        teams: Sequence[Team],
        kept: Mapping[Team, str],
        *,
        with_visits: bool = True,
    ) -> None:
        self.possible = possible
        self.teams = sorted(teams)
        self.model = cp_model.CpModel()
        self.costs = Costs()
        self.time = StaffTime(possible, self.model, self.costs)
        self.occupied: dict[tuple[str, int], int] = defaultdict(int)
        self.mode: dict[tuple[str, int], str] = {}
        for team in self.teams:
            held = possible.held(team.cell.service, team.cell.start)
            for member in team.members:
                for day in team.cell.days:
                    self.occupied[member, day] |= held
                    self.mode[member, day] = team.cell.mode
        self.leads = leader_choices(possible, self.model, self.time, self.costs, self.teams, kept)
        self.plans: dict[tuple[str, int], list[tuple[DayPlan, cp_model.IntVar]]] = {}
        if with_visits:
            self._plans(kept)
            self._needs()
            self._offices()
            self._apart()
        self.time.state()
        self.model.minimize(self.costs.whole())

    def _plans(self, kept: Mapping[Team, str]) -> None:
        hours = self._hours(kept)
        for id_ in self.possible.clients:
            needs = _visit_needs(self.possible, id_)
            if not needs:
                continue
            for day in self.possible.days:
                key = id_, day
                place = Day(id_, day, self.occupied.get(key, 0), self.mode.get(key, ""))
                plans = []
                for plan in day_plans(self.possible, place, needs, hours, self._closed(id_, day)):
                    variable = self.model.new_bool_var("")
                    plans.append((plan, variable))
                    self.costs.tier3.append(plan.price * variable)
                    for code, person, start in plan.visits:
                        held = self.possible.held(code, start)
                        slots = self.possible.services[code].slots
                        self.time.take(person, day, held, slots, variable)
                if plans:
                    self.plans[key] = plans
                    self.model.add_at_most_one([variable for _plan, variable in plans])

    def _hours(self, kept: Mapping[Team, str]) -> dict[str, list[int]]:
        """The hours that kept leaders have left."""
        hours = {person: list(free) for person, free in self.possible.staff_free.items()}
        for team, person in kept.items():
            service = self.possible.services[team.cell.service]
            for day in team.cell.days:
                hours[person][day] &= ~self.possible.led(service, team.cell.start)
        return hours

    def _closed(self, client: str, day: int) -> int:
        """Slots in which somebody the client is kept apart from is on site in a group."""
        closed = 0
        for pair in self.possible.apart_on_site:
            if client in pair:
                other = pair[0] if pair[1] == client else pair[1]
                if self.mode.get((other, day)) == IN_PERSON:
                    closed |= self.occupied.get((other, day), 0)
        return closed

    def _needs(self) -> None:
        weights = self.possible.instance.weights
        for id_, client in self.possible.clients.items():
            needs = _visit_needs(self.possible, id_)
            if not needs:
                continue
            held: dict[str, list[cp_model.IntVar]] = {code: [] for code in needs}
            off_days: list[cp_model.IntVar] = []
            days = {day for (who, day), slots in self.occupied.items() if who == id_ and slots}
            for day in self.possible.days:
                for plan, variable in self.plans.get((id_, day), ()):
                    for code, _person, _start in plan.visits:
                        held[code].append(variable)
                    if day not in days:
                        off_days.append(variable)
            group_slots = sum(self.occupied[id_, day].bit_count() for day in days)
            placed: list[cp_model.LinearExprT] = []
            for code, number in needs.items():
                service = self.possible.services[code]
                total = sum(held[code])
                self.model.add(total <= number)
                self.costs.tier1.append(service.unmet * service.slots * (number - total))
                placed.append(service.slots * total)
            if (
                group_slots
                + sum(self.possible.services[code].slots * number for code, number in needs.items())
                > client.most_a_week
            ):
                self.model.add(sum(placed) + group_slots <= client.most_a_week)
            if client.least_a_week > group_slots:
                short = self.model.new_int_var(0, client.least_a_week, "")
                self.model.add(short >= client.least_a_week - group_slots - sum(placed))
                self.costs.tier1.append(weights["shortfall"] * short)
            if off_days:
                extra = self.model.new_int_var(0, len(self.possible.days), "")
                self.model.add(extra >= len(days) + sum(off_days) - client.min_days)
                self.costs.tier3.append(
                    weights["extra_day"] * (extra - max(0, len(days) - client.min_days))
                )

    def _offices(self) -> None:
        taken: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for (_client, day), plans in self.plans.items():
            for plan, variable in plans:
                if plan.mode == IN_PERSON:
                    for code, _person, start in plan.visits:
                        for slot in range(start, start + self.possible.services[code].slots):
                            taken[day, slot].append(variable)
        for (day, slot), variables in sorted(taken.items()):
            open_ = self.possible.rooms_open(OFFICE, day, slot)
            staff = sum(free[day] >> slot & 1 for free in self.possible.staff_free.values())
            if staff > open_:
                self.model.add(sum(variables) <= open_)

    def _apart(self) -> None:
        for pair in self.possible.apart_on_site:
            for day in self.possible.days:
                present: dict[int, list[cp_model.IntVar]] = defaultdict(list)
                for client in pair:
                    for plan, variable in self.plans.get((client, day), ()):
                        if plan.mode == IN_PERSON:
                            for code, _person, start in plan.visits:
                                for slot in range(
                                    start, start + self.possible.services[code].slots
                                ):
                                    present[slot].append(variable)
                for slot in sorted(present):
                    self.model.add_at_most_one(present[slot])

    def without(self, indexes: Iterable[int]) -> cp_model.CpModel:
        """The model in which some of the choices, by index, are not open."""
        model = self.model.clone()
        for index in sorted(indexes):
            model.add(model.get_int_var_from_proto_index(index) == 0)
        return model

    def search(
        self,
        effort: Effort,
        share: float,
        hint: Led | None = None,
        *,
        gap: float = 0.0,
        near: float = 0.0,
        model: cp_model.CpModel | None = None,
    ) -> Led | None:
        """Search from a hint, if there is one; `model` is this one narrowed."""
        model = self.model if model is None else model
        if hint is not None:
            model.clear_hints()  # type: ignore[no-untyped-call]
            self._hint(hint, model)
        answer = search(model, effort, share, gap=gap, near=near)
        if not answer.is_found:
            return None
        leaders = {
            self.teams[place]: person
            for (place, person), variable in self.leads.items()
            if answer.holds(variable)
        }
        visits = {
            key: (plan.mode, plan.visits)
            for key, plans in self.plans.items()
            for plan, variable in plans
            if answer.holds(variable)
        }
        return Led(leaders, visits, answer.is_optimal, answer.objective, answer.bound)

    def _hint(self, hint: Led, model: cp_model.CpModel) -> None:
        for (place, person), variable in self.leads.items():
            model.add_hint(variable, hint.leaders.get(self.teams[place]) == person)
        for key, plans in self.plans.items():
            for plan, variable in plans:
                model.add_hint(variable, hint.visits.get(key) == (plan.mode, plan.visits))


def _visit_needs(possible: Possible, client: str) -> dict[str, int]:
    needs = possible.clients[client].needs
    return {
        code: needs[code]
        for code in sorted(needs)
        if needs[code] and not possible.services[code].is_group
    }
