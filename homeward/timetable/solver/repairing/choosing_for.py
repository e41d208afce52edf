"""Whom to free next while only some people's lack is to be mended."""

from homeward.timetable.solver.neighbourhoods.choosing import Choosing
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.standing import Standing


class ChoosingFor(Choosing):
    """As ever, but it begins with somebody of `only`; with nobody named, with anybody short."""

    def __init__(self, possible: Possible, seed: int, only: frozenset[str]) -> None:
        super().__init__(possible, seed)
        self.only = only
        for way in self.worth:
            self.worth[way] = float(way == "lacking")

    def lacking(self, standing: Standing) -> list[str]:
        """Of these people everybody who has less than they need."""
        short = super().lacking(standing)
        return [each for each in short if each in self.only] if self.only else short
