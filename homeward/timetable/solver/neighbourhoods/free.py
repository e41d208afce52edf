"""What a neighbourhood sets free; everything else stands."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Free:
    """`seats`: clients whose groups and visits may change; `visits`: whose visits alone may.

    `leaders`: groups, by position in the standing week, that may get another leader beside those
    the freed clients sit in; `shut`: groups nobody may join or leave. `may_open` allows new groups.
    `gains`: clients who keep all they have, and may only gain.
    """

    seats: tuple[str, ...]
    visits: tuple[str, ...] = ()
    leaders: frozenset[int] = frozenset()
    shut: frozenset[int] = frozenset()
    may_open: bool = True
    gains: tuple[str, ...] = ()
    tries: int = field(default=40)
