"""Which places fit what somebody looks for. What is unknown of a place never rules it out alone.

A place that has not said which payers it takes is shown for every payer, and so with hours: the
page says that it is not known. Options and languages must be named, since there the answer decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .opening import Stretch, is_open


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; empty parts ask nothing. `within_miles` needs an origin."""

    options: frozenset[str] = frozenset()
    language: str = ""
    payer: str = ""
    takes: str = ""
    open_now: bool = False
    within_miles: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the search sees it; the local weekday and minute are the place's own."""

    options: frozenset[str]
    languages: frozenset[str] = frozenset()
    payers: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    hours: tuple[Stretch, ...] = field(default=())
    weekday: int = 0
    minute: int = 0
    miles: float | None = None

    @property
    def is_open(self) -> bool | None:
        """Whether it is open at its own time; None when its hours are not known."""
        return is_open(self.hours, self.weekday, self.minute) if self.hours else None


def fits(entry: Entry, wanted: Wanted) -> bool:
    """Whether a place answers everything that is asked."""
    return all(
        (
            not wanted.options or bool(wanted.options & entry.options),
            not wanted.language or wanted.language in entry.languages,
            not wanted.payer or not entry.payers or wanted.payer in entry.payers,
            not wanted.takes or not entry.takes or wanted.takes in entry.takes,
            not wanted.open_now or entry.is_open is True,
            wanted.within_miles is None
            or (entry.miles is not None and entry.miles <= wanted.within_miles),
        )
    )


def fitting(entries: Iterable[Entry], wanted: Wanted) -> list[Entry]:
    """Those that fit, in the order given."""
    return [entry for entry in entries if fits(entry, wanted)]
