"""Some clients planned anew while everybody else stands: weeks and days are chosen whole.

A freed client takes one week of groups; each of its days takes one list of visits made for exactly
those groups. Groups keep who stands in them; a touched group may get another leader, or close when
nobody stands in it; new groups may open where rooms and leaders are left.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.day_plans import Day, DayPlan, day_plans
from homeward.timetable.solver.blocks.naming import StaffTime
from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.engine import Answer, Effort, search
from homeward.timetable.solver.instance import IN_PERSON, Client
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.neighbourhoods.places import Place, places_of
from homeward.timetable.solver.neighbourhoods.weeks import Base, Week
from homeward.timetable.solver.past import Past
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.standing import LedTeam, Standing
from homeward.timetable.solver.tiers import Costs

Plan = tuple[DayPlan, cp_model.IntVar]
LEVEL_SHARES = (0.5, 0.3, 0.2)


@dataclass(slots=True)
class Planned:
    """A solved neighbourhood."""

    standing: Standing
    is_optimal: bool


class Replanning:
    """The model of one neighbourhood. `weeks` lists for each freed client what may be theirs."""

    def __init__(
        self,
        possible: Possible,
        frame: Frame,
        weeks: Mapping[str, Sequence[Week]],
        told: Told,
        past: Past | None = None,
    ) -> None:
        self.possible = possible
        self.past = past
        self.frame = frame
        self.told = told
        self.model = cp_model.CpModel()
        self.costs = Costs()
        self.time = StaffTime(possible, self.model, self.costs)
        for person, day, slots, leads in frame.fixed:
            self.time.hold(person, day, slots, leads=leads)
        self.weeks = {client: list(weeks[client]) for client in sorted(weeks)}
        self.week: dict[str, list[cp_model.IntVar]] = {}
        self.plans: dict[tuple[str, int, Base], list[Plan]] = {}
        self.sits: dict[tuple[str, Cell], list[cp_model.IntVar]] = defaultdict(list)
        self.on_site: dict[tuple[str, int, int], list[cp_model.IntVar]] = defaultdict(list)
        self.in_office: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for client in frame.movers:
            self._weeks(possible.clients[client])
            self._days(possible.clients[client])
        self.places = places_of(self)
        self._offices()
        self._apart()
        self.time.state()

    def _weeks(self, client: Client) -> None:
        variables = []
        for week in self.weeks[client.id]:
            variable = self.model.new_bool_var("")
            variables.append(variable)
            for cell in week.cells:
                self.sits[client.id, cell].append(variable)
            for day, (held, mode) in week.bases:
                self._site(client.id, day, held, mode, variable)
            self.costs.tier1.append(week.unmet * variable)
            self.costs.tier2.append(self.told.lost_in_week(client.id, week.cells) * variable)
            self.costs.tier3.append(week.price * variable)
        self.model.add_exactly_one(variables)
        self.week[client.id] = variables

    def _site(self, client: str, day: int, held: int, mode: str, variable: cp_model.IntVar) -> None:
        if mode == IN_PERSON and any(client in pair for pair in self.possible.apart_on_site):
            for slot in range(held.bit_length()):
                if held >> slot & 1:
                    self.on_site[client, day, slot].append(variable)

    def _days(self, client: Client) -> None:
        """Visits on every kind of day a week may give, then what they add up to."""
        needs = _visit_needs(self.possible, client)
        closed = self.frame.closed(client.id)
        held: dict[str, list[cp_model.IntVar]] = {code: [] for code in needs}
        off_days: list[cp_model.IntVar] = []
        weeks, variables = self.weeks[client.id], self.week[client.id]
        for day in self.possible.days:
            with_base: dict[Base, list[cp_model.IntVar]] = {(0, ""): []}
            for week, variable in zip(weeks, variables, strict=True):
                base = dict(week.bases).get(day, (0, ""))
                with_base.setdefault(base, []).append(variable)
            for base, choosing in sorted(with_base.items()):
                if not choosing:
                    continue
                plans = self._day(client, day, base, needs, closed.get(day, 0), held)
                chosen = [variable for _plan, variable in plans]
                must = self.past is not None and self.past.must_visit(client.id, day)
                if must or not self.possible.is_whole_day(base[0]):
                    self.model.add(sum(chosen) == sum(choosing))
                elif chosen:
                    self.model.add(sum(chosen) <= sum(choosing))
                if not base[0]:
                    off_days += chosen
        self._sums(client, needs, held, off_days)

    def _day(
        self,
        client: Client,
        day: int,
        base: Base,
        needs: Mapping[str, int],
        closed: int,
        held: dict[str, list[cp_model.IntVar]],
    ) -> list[Plan]:
        if not needs:
            return []
        plans = []
        place = Day(client.id, day, *base)
        for plan in day_plans(self.possible, place, needs, self.frame.hours, closed):
            if self.past is not None and not self.past.keeps_day(client.id, day, plan):
                continue
            variable = self.model.new_bool_var("")
            plans.append((plan, variable))
            self.costs.tier3.append(plan.price * variable)
            for code, person, start in plan.visits:
                slots = self.possible.held(code, start)
                length = self.possible.services[code].slots
                self.time.take(person, day, slots, length, variable)
                held[code].append(variable)
                self.costs.tier2.append(
                    -self.told.kept_visit(client.id, code, day, start, plan.mode, person) * variable
                )
                self._site(client.id, day, slots, plan.mode, variable)
                if plan.mode == IN_PERSON:
                    for slot in range(start, start + length):
                        self.in_office[day, slot].append(variable)
        self.plans[client.id, day, base] = plans
        return plans

    def _sums(
        self,
        client: Client,
        needs: Mapping[str, int],
        held: Mapping[str, list[cp_model.IntVar]],
        off_days: list[cp_model.IntVar],
    ) -> None:
        weights = self.possible.instance.weights
        weeks, variables = self.weeks[client.id], self.week[client.id]
        pairs = list(zip(weeks, variables, strict=True))
        placed: list[cp_model.LinearExprT] = [week.slots * variable for week, variable in pairs]
        most = max(week.slots for week in weeks)
        self.costs.tier2.append(self.told.visits_told(client.id))
        for code, number in needs.items():
            service = self.possible.services[code]
            total = sum(held[code])
            if held[code]:
                self.model.add(total <= number)
            self.costs.tier1.append(service.unmet * service.slots * (number - total))
            placed.append(service.slots * total)
            most += service.slots * number
        if most > client.most_a_week:
            self.model.add(sum(placed) <= client.most_a_week)
        if client.least_a_week:
            short = self.model.new_int_var(0, client.least_a_week, "")
            self.model.add(short >= client.least_a_week - sum(placed))
            self.costs.tier1.append(weights["shortfall"] * short)
        days = [len(week.bases) * variable for week, variable in pairs]
        extra = self.model.new_int_var(0, len(self.possible.days), "")
        self.model.add(extra >= sum(days) + sum(off_days) - client.min_days)
        self.costs.tier3.append(weights["extra_day"] * extra)

    def _offices(self) -> None:
        for (day, slot), variables in sorted(self.in_office.items()):
            left = self.frame.offices_left(day, slot)
            if len(variables) > left:
                self.model.add(sum(variables) <= max(0, left))

    def _apart(self) -> None:
        for first, second in self.possible.apart_on_site:
            both = [
                (day, slot)
                for client, day, slot in self.on_site
                if client == first and (second, day, slot) in self.on_site
            ]
            for day, slot in sorted(both):
                self.model.add_at_most_one(
                    [*self.on_site[first, day, slot], *self.on_site[second, day, slot]]
                )

    def search(
        self,
        effort: Effort,
        share: float,
        objective: cp_model.LinearExprT,
        *,
        gap: float = 0.0,
        near: float = 0.0,
    ) -> Planned | None:
        """Search from the week that stands; `gap` and `near` as in `engine.search`."""
        self.model.minimize(objective)
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        self._hint()
        answer = search(self.model, effort, share, gap=gap, near=near)
        if not answer.is_found:
            return None
        return Planned(self._read(answer), answer.is_optimal)

    def search_levels(self, effort: Effort, share: float) -> Planned | None:
        """Search tier by tier: each is held at its best while the next is searched."""
        planned: Planned | None = None
        values: list[int] = []
        for level, part in zip(self.costs.levels(), LEVEL_SHARES, strict=True):
            self.model.minimize(level)
            self.model.clear_hints()  # type: ignore[no-untyped-call]
            if planned is None:
                self._hint()
            else:
                for variable, value in enumerate(values):
                    self.model.add_hint(self.model.get_int_var_from_proto_index(variable), value)
            answer = search(self.model, effort, share * part)
            if not answer.is_found:
                break
            planned = Planned(self._read(answer), answer.is_optimal)
            values = list(answer.solver.response_proto.solution)
            self.model.add(level <= answer.value(level))
        return planned

    def _hint(self) -> None:
        standing = self.frame.standing
        for client in self.frame.movers:
            now = standing.cells_of(client)
            bases: dict[int, Base] = {}
            for week, variable in zip(self.weeks[client], self.week[client], strict=True):
                self.model.add_hint(variable, week.cells == now)
                if week.cells == now:
                    bases = dict(week.bases)
            for day in self.possible.days:
                visit = standing.visits.get((client, day))
                for (who, when, base), plans in self.plans.items():
                    if (who, when) == (client, day):
                        is_base = base == bases.get(day, (0, ""))
                        for plan, variable in plans:
                            self.model.add_hint(
                                variable, is_base and visit == (plan.mode, plan.visits)
                            )
        for place in self.places:
            place.hint(self.model, standing)

    def _read(self, answer: Answer) -> Standing:
        groups: list[LedTeam] = []
        changing = {place.position for place in self.places}
        for position, each in enumerate(self.frame.standing.groups):
            if position not in changing:
                groups.append(each)
        for place in self.places:
            made = place.read(answer)
            if made is not None:
                groups.append(made)
        visits = dict(self.frame.kept_visits)
        for (client, day, _base), plans in self.plans.items():
            for plan, variable in plans:
                if answer.holds(variable):
                    visits[client, day] = plan.mode, plan.visits
        return Standing(tuple(sorted(groups)), dict(sorted(visits.items())))


def _visit_needs(possible: Possible, client: Client) -> dict[str, int]:
    return {
        code: client.needs[code]
        for code in sorted(client.needs)
        if client.needs[code] and not possible.services[code].is_group
    }


__all__ = ["Place", "Planned", "Replanning", "Team"]
