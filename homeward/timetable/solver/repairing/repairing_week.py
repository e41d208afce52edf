"""One published week being mended: each step starts from where the last one ended.

Only the process that plans imports this.
"""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from homeward.timetable.solver.answer import Params, ShouldStop
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.decoding import decode
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.neighbourhoods.replanning import Planned, Replanning
from homeward.timetable.solver.neighbourhoods.weeks import Week
from homeward.timetable.solver.past import Past
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.repairing.breaking import broken_by, in_small_groups
from homeward.timetable.solver.repairing.choosing_for import ChoosingFor
from homeward.timetable.solver.repairing.gaining import Gaining, LooseDay
from homeward.timetable.solver.repairing.making_up import made_up_weeks
from homeward.timetable.solver.repairing.narrowing import narrowed
from homeward.timetable.solver.repairing.parting import in_parts, parts
from homeward.timetable.solver.repairing.rejoining import joined
from homeward.timetable.solver.repairing.renaming import renamed
from homeward.timetable.solver.repairing.settling import settled
from homeward.timetable.solver.repairing.weeks_kept import kept_weeks
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.standing import Standing

NAMING_SHARE, KEEPING_SHARE = 0.1, 0.15
NEAR_A_CLIENT = 1.0  # point of comfort, which nobody waits for while a week is mended


class RepairingWeek:
    """`standing` is the week as mended so far, in parts; `schedule()` writes it out.

    With `only` nobody else's lack is looked at.
    """

    def __init__(
        self,
        instance: Instance,
        published: Schedule,
        horizon: int,
        params: Params,
        should_stop: ShouldStop | None,
        only: frozenset[str] = frozenset(),
    ) -> None:
        self.instance, self.published = instance, published
        self.effort = Effort(
            total=float(params.effort),
            seed=params.seed,
            deadline=None if params.seconds is None else time.monotonic() + params.seconds,
            should_stop=should_stop or (lambda: False),
            probing=0,
        )
        self.possible = Possible(narrowed(instance, published), self.effort.guard.look)
        self.told = Told(self.possible)
        self.candidates = Candidates(self.possible, Ahead(self.possible), params.seed)
        self.choosing = ChoosingFor(self.possible, params.seed, only)
        self.broken = broken_by(self.possible, in_parts(published))
        self.past = Past(self.possible, self.broken.standing, horizon, self.broken.groups)
        self.standing = self.broken.standing

    def schedule(self, standing: Standing | None = None) -> Schedule:
        """A week written out, rooms named and parts joined."""
        made = decode(self.possible, self.standing if standing is None else standing)
        return joined(self.instance, self.published, made)

    def look_after(self, only: frozenset[str]) -> None:
        """From here on the lack of these people; with nobody named, of anybody."""
        self.choosing.only = only

    def keep_seats(self) -> bool:
        """Leaders are named anew and only what was touched moves; False where nothing was found."""
        if self.broken.groups:
            share = self.effort.total * NAMING_SHARE
            self.standing = renamed(
                self.possible, self.standing, self.broken.groups, self.told, self.effort, share
            )
        led = self.standing
        self.standing = settled(self.possible, self.candidates, self.past, led)
        seated = self.seated(led)
        self.standing = seated or self.standing
        return seated is not None

    def seated(self, led: Standing | None = None) -> Standing | None:
        """The week where who lacks something has it beside all they keep of `led`; None for none.

        Looked after are those whose week is broken; the groups of their clinicians may be led by
        others.
        """
        led = self.standing if led is None else led
        people = tuple(sorted(set(self.lacking()) & (self.broken.clients | self._moved(led))))
        if not people:
            return self.standing
        frame = Frame(self.possible, self.standing, self._around(people))
        weeks = {
            client: [
                self.candidates.week(client, self.standing.cells_of(client)),
                *kept_weeks(self.possible, self.candidates, led, client),
            ]
            for client in frame.movers
        }
        for client, more in self._joining(people).items():
            weeks[client] += more
        model = self.model(frame, weeks)
        planned = model.search(
            self.effort, self.effort.total * KEEPING_SHARE, model.costs.weighed(is_told=True),
            near=NEAR_A_CLIENT * len(people),
        )  # fmt: skip
        return None if planned is None else planned.standing

    def lacking(self) -> list[str]:
        """Everybody who has less than they need, as the week stands."""
        kept = in_small_groups(self.possible, self.standing)
        return [each for each in self.choosing.lacking(self.standing) if each not in kept]

    def lacks_series(self, client: str) -> bool:
        """Whether a client has nothing of a series they need."""
        had = {cell.service for cell in self.standing.cells_of(client)}
        return any(
            number and self.possible.services[code].is_series and code not in had
            for code, number in self.possible.clients[client].needs.items()
        )

    def freed(self, free: Free, share: float) -> Planned | None:
        """The week with these people free to sit elsewhere; nothing stands changed by asking."""
        frame = Frame(self.possible, self.standing, free)
        model = self.model(frame, self.candidates.for_frame(frame, partial=True))
        return model.search(self.effort, share, model.costs.weighed(is_told=True))

    def joining(self, free: Free, share: float) -> Planned | None:
        """The same, where everybody keeps what they have and only gains whole series, or groups."""
        frame = Frame(self.possible, self.standing, free)
        weeks = made_up_weeks(self.possible, self.candidates, frame, self.past.horizon)
        model = self.model(frame, weeks)
        return model.search(self.effort, share, model.costs.weighed(is_told=True))

    def gaining(
        self, people: Sequence[str], loose: Collection[LooseDay] = (), *, of_series: bool = True
    ) -> Gaining:
        """What people lack made up meeting by meeting; `of_series` off leaves series alone."""
        return Gaining(
            self.possible, self.standing, people, self.told, self.past.horizon, loose,
            of_series=of_series,
        )  # fmt: skip

    def model(self, frame: Frame, weeks: Mapping[str, Sequence[Week]]) -> Replanning:
        """The neighbourhood with the past kept and series left or kept as wholes."""
        units = parts(self.possible, frame.standing)
        partial = {frame.standing.groups[place].team.cell for each in units.values()
                   for place in each}  # fmt: skip
        allowed = {
            client: self._allowed(frame, client, each, partial) for client, each in weeks.items()
        }
        model = Replanning(self.possible, frame, allowed, self.told, self.past)
        at = {place.position: place for place in model.places}
        for each in units.values():
            there = [at[place] for place in each if place in at]
            for one, other in pairwise(there):
                for client in sorted(one.seats.keys() & other.seats.keys()):
                    model.model.add(one.seats[client] == other.seats[client])
        return model

    def _allowed(
        self, frame: Frame, client: str, weeks: Iterable[Week], partial: set[Cell]
    ) -> list[Week]:
        own = set(frame.standing.cells_of(client))
        mine = [
            {cell for cell in own if cell in partial and cell[:5] == kind and cell.start == start}
            for kind, start in sorted({(cell[:5], cell.start) for cell in own & partial})
        ]
        found = [
            week
            for week in dict.fromkeys(weeks)
            if self.past.keeps_week(client, week.cells)
            and all(self.can_sit(client, cell) for cell in week.cells)
            and not (set(week.cells) & partial) - own
            and all(unit <= set(week.cells) or not unit & set(week.cells) for unit in mine)
        ]
        return found or [self.candidates.week(client, ())]

    def can_sit(self, client: str, cell: Cell) -> bool:
        """Whether a client is free for a cell."""
        held = self.possible.held(cell.service, cell.start)
        return all(self.possible.has_time(client, day, held, cell.mode) for day in cell.days)

    def _moved(self, led: Standing) -> set[str]:
        """Whose week the settling, or a visit that made way, has changed."""
        visits = self.broken.standing.visits
        groups = {(each.team.cell, member) for each in led.groups for member in each.team.members}
        after = {
            (each.team.cell, member)
            for each in self.standing.groups
            for member in each.team.members
        }
        return {client for client, _day in visits.keys() - self.standing.visits.keys()} | {
            member for _cell, member in groups - after
        }

    def _around(self, people: Sequence[str]) -> Free:
        """These people, and the groups of the clinicians whose visits they lack."""
        own = {
            person
            for client in people
            for code, number in self.possible.clients[client].needs.items()
            if number and not self.possible.services[code].is_group
            for person in self.possible.counsellors(self.possible.clients[client], code)
        }
        small = in_small_groups(self.possible, self.standing)
        leaders = frozenset(
            place
            for place, each in enumerate(self.standing.groups)
            if each.leader in own and not small & set(each.team.members)
        )
        return Free(seats=tuple(people), leaders=leaders)

    def _joining(self, people: Sequence[str]) -> dict[str, list[Week]]:
        """For somebody new, or with other windows, what they may join as well."""
        there = {client: self.broken.standing.cells_of(client) for client in people}
        open_ = [
            client
            for client, cells in there.items()
            if not cells or not all(self.can_sit(client, cell) for cell in cells)
        ]
        if not open_:
            return {}
        frame = Frame(self.possible, self.standing, Free(seats=tuple(open_), may_open=False))
        return self.candidates.for_frame(frame, partial=False)
