"""A week with every series taken apart into its single meetings, and put together again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from homeward.timetable.solver.repairing.parting import part_of
from homeward.timetable.solver.standing import LedTeam, Standing


@dataclass(frozen=True, slots=True)
class ByMeeting:
    """`standing` has groups of one day each; `whole` says for each of them where it came from."""

    standing: Standing
    groups: tuple[LedTeam, ...]
    whole: tuple[int, ...]

    @classmethod
    def of(cls, standing: Standing) -> "ByMeeting":
        """Take every group apart."""
        single, whole = [], []
        for place, each in enumerate(standing.groups):
            for day in each.team.cell.days:
                single.append(part_of(each, [day], each.leader))
                whole.append(place)
        return cls(Standing(tuple(single), standing.visits), standing.groups, tuple(whole))

    def together(
        self, meetings: Mapping[int, LedTeam], more: Iterable[LedTeam]
    ) -> tuple[LedTeam, ...]:
        """The groups again: whole but for those meetings that somebody joined."""
        same: dict[int, list[int]] = defaultdict(list)
        found = list(more)
        for place, each in sorted(meetings.items()):
            if each == self.standing.groups[place]:
                same[self.whole[place]] += each.team.cell.days
            else:
                found.append(each)
        found += [part_of(self.groups[place], days, self.groups[place].leader)
                  for place, days in same.items()]  # fmt: skip
        return tuple(sorted(found))
