"""Leaders named anew while every seat stays: what finds nobody, or no room, is called off.

Only the process that plans imports this.
"""

from collections import defaultdict
from collections.abc import Callable, Collection

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.day_plans import Visit
from homeward.timetable.solver.blocks.naming import StaffTime, loss_of
from homeward.timetable.solver.blocks.visiting import Visits
from homeward.timetable.solver.engine import Effort, search
from homeward.timetable.solver.instance import GROUP, IN_PERSON
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.repairing.parting import unit_of
from homeward.timetable.solver.standing import LedTeam, Standing
from homeward.timetable.solver.tiers import Costs

# What one more leader of a series costs, in the points of comfort: people like one face.
ANOTHER_LEADER = 6
# What asking a one-to-one to make way is taken to cost at worst, as a share of losing it.
RISK = 0.1


def renamed(
    possible: Possible,
    standing: Standing,
    broken: Collection[int],
    told: Told,
    effort: Effort,
    share: float,
) -> Standing:
    """The week with every group led; of the `broken` ones those are gone that nobody can lead.

    A one-to-one makes way where that saves a group, and is to be placed again. Fewest sessions
    lost first, then fewest other faces, then one leader for a whole series.
    """
    naming = Naming(possible, standing, set(broken), told)
    found = naming.without(broken)
    known = None
    for level in naming.costs.levels():
        naming.model.minimize(level)
        naming.hint(known)
        answer = search(naming.model, effort, share / 3)
        if not answer.is_found:
            break
        found = naming.standing_of(answer.holds)
        known = list(answer.solver.response_proto.solution)
        naming.model.add(level <= answer.value(level))
    return found


class Naming:
    """The model: who leads what, with everybody's other hours as they are."""

    def __init__(
        self, possible: Possible, standing: Standing, broken: set[int], told: Told
    ) -> None:
        self.possible, self.standing = possible, standing
        self.broken, self.told = broken, told
        self.model = cp_model.CpModel()
        self.costs = Costs()
        self.time = StaffTime(possible, self.model, self.costs)
        self.stays: dict[tuple[str, int, Visit], cp_model.IntVar] = {}
        for (client, day), (_mode, visits) in sorted(standing.visits.items()):
            for visit in visits:
                self._visit(client, day, visit)
        self.leads: list[dict[str, cp_model.IntVar]] = []
        self.lost: dict[int, cp_model.IntVar] = {}
        for place, each in enumerate(standing.groups):
            self._group(place, each)
        self._rooms()
        self._one_face()
        self.time.state()

    def _visit(self, client: str, day: int, visit: Visit) -> None:
        code, person, start = visit
        service = self.possible.services[code]
        stays = self.model.new_bool_var("")
        self.time.take(person, day, self.possible.held(code, start), service.slots, stays)
        self.costs.tier1.append(int(RISK * service.unmet * service.slots) * (1 - stays))
        self.costs.tier2.append(self.told.change * (1 - stays))
        self.stays[client, day, visit] = stays

    def _group(self, place: int, each: LedTeam) -> None:
        choices = {
            person: self.model.new_bool_var("")
            for person in self._able(each)
            if place in self.broken or self._is_near(each, person)
        }
        if place in self.broken or not choices:
            self.lost[place] = self.model.new_bool_var("")
            self.costs.tier1.append(loss_of(self.possible, each.team) * self.lost[place])
        self.model.add_exactly_one([*choices.values(), *self._gone(place)])
        for person, variable in choices.items():
            self.time.lead(person, each.team, variable)
            self.costs.tier2.append(self._faces(each, person) * variable)
        self.leads.append(choices)

    def _able(self, each: LedTeam) -> list[str]:
        return [
            person
            for person in self.possible.leaders_of(each.team.cell)
            if not any(self.possible.conflict(person, member) for member in each.team.members)
        ]

    def _is_near(self, each: LedTeam, person: str) -> bool:
        """Whether a change of this leader could free somebody for a group that needs one."""
        if person == each.leader:
            return True
        days = set(each.team.cell.days)
        return any(days & set(self.standing.groups[place].team.cell.days) for place in self.broken)

    def _gone(self, place: int) -> list[cp_model.IntVar]:
        return [self.lost[place]] if place in self.lost else []

    def _faces(self, each: LedTeam, person: str) -> int:
        return self.told.face * sum(
            number
            for member in each.team.members
            for staff, number in self.told.faces(member, each.team.cell).items()
            if staff != person
        )

    def _rooms(self) -> None:
        using: dict[tuple[int, int], list[int]] = defaultdict(list)
        for place, each in enumerate(self.standing.groups):
            cell = each.team.cell
            if cell.mode == IN_PERSON:
                for day in cell.days:
                    for slot in range(
                        cell.start, cell.start + self.possible.services[cell.service].slots
                    ):
                        using[day, slot].append(place)
        for at, places in sorted(using.items()):
            open_ = self.possible.rooms_open(GROUP, *at)
            may_go = [self.lost[place] for place in places if place in self.lost]
            if len(places) > open_ and may_go:
                self.model.add(sum(may_go) >= min(len(may_go), len(places) - open_))

    def _one_face(self) -> None:
        """A series with several leaders is worth less than one with one."""
        units: dict[object, list[int]] = defaultdict(list)
        for place, each in enumerate(self.standing.groups):
            units[unit_of(each)].append(place)
        for _unit, places in sorted(units.items(), key=lambda entry: entry[1]):
            if len(places) < 2:
                continue
            for person in sorted({name for place in places for name in self.leads[place]}):
                leads_some = self.model.new_bool_var("")
                for place in places:
                    if person in self.leads[place]:
                        self.model.add_implication(self.leads[place][person], leads_some)
                self.costs.tier3.append(ANOTHER_LEADER * leads_some)

    def hint(self, known: list[int] | None) -> None:
        """Start from what was found before, or from the week as it stands."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        if known is not None:
            for place, value in enumerate(known):
                self.model.add_hint(self.model.get_int_var_from_proto_index(place), value)
            return
        for place, choices in enumerate(self.leads):
            own = self.standing.groups[place].leader
            for person, variable in choices.items():
                self.model.add_hint(variable, place not in self.broken and person == own)
            if place in self.lost:
                self.model.add_hint(self.lost[place], place in self.broken)
        for stays in self.stays.values():
            self.model.add_hint(stays, 1)

    def without(self, broken: Collection[int]) -> Standing:
        """The week when nobody can be found."""
        groups = [each for place, each in enumerate(self.standing.groups) if place not in broken]
        return Standing(tuple(groups), self.standing.visits)

    def standing_of(self, holds: Callable[[cp_model.IntVar], bool]) -> Standing:
        """The week as it was answered."""
        groups = []
        for each, choices in zip(self.standing.groups, self.leads, strict=True):
            leader = next((person for person, chosen in choices.items() if holds(chosen)), "")
            if leader:
                groups.append(LedTeam(each.team, leader, each.rooms))
        visits: Visits = {}
        for (client, day), (mode, listed) in self.standing.visits.items():
            left = tuple(each for each in listed if holds(self.stays[client, day, each]))
            if left == listed:
                visits[client, day] = mode, listed
        return Standing(tuple(sorted(groups)), visits)
