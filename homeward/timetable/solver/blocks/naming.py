"""Leaders as choices of a model: who may lead each group, once, within hours, day and week."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.tiers import Costs

Slot = tuple[int, int]
Load = tuple[int, cp_model.LinearExprT]


class StaffTime:
    """What takes the time of each of the staff in one model, gathered, then stated once."""

    def __init__(self, possible: Possible, model: cp_model.CpModel, costs: Costs) -> None:
        self.possible = possible
        self.model = model
        self.costs = costs
        self.busy: dict[tuple[str, int, int], list[cp_model.IntVar]] = defaultdict(list)
        self.day: dict[tuple[str, int], list[Load]] = defaultdict(list)
        self.led: dict[tuple[str, int], list[cp_model.IntVar]] = defaultdict(list)
        self.fixed_day: dict[tuple[str, int], int] = defaultdict(int)
        self.fixed_led: dict[tuple[str, int], int] = defaultdict(int)
        self.fixed_week: dict[str, int] = defaultdict(int)

    def hold(self, person: str, day: int, slots: int, *, leads: bool) -> None:
        """Count what stands already towards the person's day and week."""
        self.fixed_day[person, day] += slots
        self.fixed_week[person] += slots
        self.fixed_led[person, day] += leads

    def take(self, person: str, day: int, held: int, slots: int, variable: cp_model.IntVar) -> None:
        """If the variable is yes, those slots of the person are gone."""
        for slot in range(held.bit_length()):
            if held >> slot & 1:
                self.busy[person, day, slot].append(variable)
        self.day[person, day].append((slots, variable))

    def lead(self, person: str, team: Team, variable: cp_model.IntVar) -> None:
        """If the variable is yes, the person leads the group."""
        service = self.possible.services[team.cell.service]
        held = self.possible.led(service, team.cell.start)
        for day in team.cell.days:
            self.take(person, day, held, service.slots, variable)
            self.led[person, day].append(variable)

    def state(self) -> None:
        """No slot twice, no day or week above its cap, hours above the target priced."""
        stated: set[tuple[int, ...]] = set()
        for key in sorted(self.busy):
            variables = self.busy[key]
            names = tuple(each.index for each in variables)
            if len(names) > 1 and names not in stated:
                stated.add(names)
                self.model.add_at_most_one(variables)
        most_led = self.possible.instance.most_led_groups_a_day
        weeks: dict[str, list[Load]] = defaultdict(list)
        for (person, day), loads in sorted(self.day.items(), key=lambda entry: entry[0]):
            weeks[person] += loads
            most = self.possible.staff[person].most_a_day
            if self.possible.staff_free[person][day].bit_count() > most:
                left = max(0, most - self.fixed_day[person, day])
                self.model.add(sum(slots * each for slots, each in loads) <= left)
            if most_led is not None:
                left = max(0, most_led - self.fixed_led[person, day])
                if len(self.led[person, day]) > left:
                    self.model.add(sum(self.led[person, day]) <= left)
        for person, loads in sorted(weeks.items()):
            self._week(person, loads)

    def _week(self, person: str, loads: Sequence[Load]) -> None:
        record = self.possible.staff[person]
        most, target = record.most_a_week, record.target_week
        hours = sum(free.bit_count() for free in self.possible.staff_free[person])
        total = sum(slots * each for slots, each in loads)
        fixed = self.fixed_week[person]
        if hours > most:
            self.model.add(total <= max(0, most - fixed))
        if hours > target:
            over = self.model.new_int_var(max(0, fixed - target), max(hours, fixed), "")
            self.model.add(over >= total + fixed - target)
            self.costs.tier3.append(self.possible.instance.weights["overload"] * over)


def able(possible: Possible, team: Team) -> list[str]:
    """Who may lead a group: qualified, there, and with no declared conflict with a member."""
    return [
        person
        for person in possible.leaders_of(team.cell)
        if not any(possible.conflict(person, member) for member in team.members)
    ]


def loss_of(possible: Possible, team: Team) -> int:
    """What it costs in tier 1 if a group does not meet at all."""
    service = possible.services[team.cell.service]
    shortfall = possible.instance.weights["shortfall"]
    return len(team.members) * len(team.cell.days) * service.slots * (service.unmet + shortfall)


def leader_choices(
    possible: Possible,
    model: cp_model.CpModel,
    time: StaffTime,
    costs: Costs,
    teams: Sequence[Team],
    kept: Mapping[Team, str],
) -> dict[tuple[int, str], cp_model.IntVar]:
    """A choice of leader for each group; one that finds none does not meet, which is priced."""
    chosen: dict[tuple[int, str], cp_model.IntVar] = {}
    for place, team in enumerate(teams):
        possible.look()
        people = [kept[team]] if team in kept else able(possible, team)
        variables = []
        for person in people:
            variable = model.new_bool_var("")
            chosen[place, person] = variable
            variables.append(variable)
            time.lead(person, team, variable)
        lost = model.new_bool_var("")
        model.add_exactly_one([*variables, lost])
        costs.tier1.append(loss_of(possible, team) * lost)
    return chosen
