"""What a change costs people who were already told their week: promises lost, and other faces."""

from collections import defaultdict
from collections.abc import Iterable

from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.promises import Promise, promises


class Told:
    """The promises of the published week; before the first one there are none."""

    def __init__(self, possible: Possible) -> None:
        instance = possible.instance
        self.change = instance.weights["change"]
        self.face = instance.weights["change_staff"]
        self.promised = promises(instance, instance.previous)
        self._groups: dict[str, set[Promise]] = defaultdict(set)
        self._visits: dict[str, int] = defaultdict(int)
        for promise in self.promised:
            service = possible.services.get(promise[1])
            if service is None:
                continue
            if service.is_group:
                self._groups[promise[0]].add(promise)
            else:
                self._visits[promise[0]] += 1

    def __bool__(self) -> bool:
        return bool(self.promised)

    def lost_in_week(self, client: str, cells: Iterable[Cell]) -> int:
        """The price of the group promises that a week of cells does not keep."""
        told = self._groups.get(client)
        if not told:
            return 0
        kept = {(client, cell.service, day, cell.start, cell.mode)
                for cell in cells for day in cell.days}  # fmt: skip
        return self.change * len(told - kept)

    def visits_told(self, client: str) -> int:
        """The price of all one-to-one promises, were none kept."""
        return self.change * self._visits.get(client, 0)

    def kept_visit(
        self, client: str, code: str, day: int, start: int, mode: str, person: str
    ) -> int:
        """What keeping this visit saves of that."""
        staff = self.promised.get((client, code, day, start, mode))
        if staff is None:
            return 0
        return self.change - (self.face if staff != person else 0)

    def faces(self, client: str, cell: Cell) -> dict[str, int]:
        """For a seat in the cell: the leaders promised, with how many meetings each."""
        found: dict[str, int] = defaultdict(int)
        for day in cell.days:
            staff = self.promised.get((client, cell.service, day, cell.start, cell.mode))
            if staff is not None:
                found[staff] += 1
        return dict(sorted(found.items()))
