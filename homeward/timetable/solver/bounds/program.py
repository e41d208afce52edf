"""A linear program in whole numbers, and a proof that its optimum is at least so much.

Every column lies between nought and its own upper end, so any prices of the rows, good or bad,
prove a bound: sum over rows of price times its side, plus over columns of the least that the
reduced price can come to (weak duality; Neumaier and Shcherbina, "Safe bounds in linear and
mixed-integer linear programming", Mathematical Programming 99, 2004). Prices are rounded to
whole multiples of `1 / SCALE` and the sum is made in whole numbers: no rounding of any solver can
make a bound too high.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

SCALE = 1 << 24
Term = tuple[int, int]  # coefficient, column


@dataclass(slots=True)
class Program:
    """Columns with their prices in tier 1 and tier 3, and rows `terms >= low`."""

    uppers: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    third: list[int] = field(default_factory=list)
    lows: list[int] = field(default_factory=list)
    rows: list[dict[int, int]] = field(default_factory=list)

    def column(self, upper: int, *, first: int = 0, third: int = 0) -> int:
        """A quantity from nought to `upper`."""
        self.uppers.append(upper)
        self.first.append(first)
        self.third.append(third)
        return len(self.uppers) - 1

    def at_least(self, terms: Iterable[Term], low: int) -> None:
        """The sum is never below."""
        row: dict[int, int] = {}
        for coefficient, column in terms:
            row[column] = row.get(column, 0) + coefficient
        self.rows.append({column: value for column, value in row.items() if value})
        self.lows.append(low)

    def at_most(self, terms: Iterable[Term], high: int) -> None:
        """The sum is never above."""
        self.at_least([(-coefficient, column) for coefficient, column in terms], -high)

    def equal(self, terms: Sequence[Term], value: int) -> None:
        """The sum is just that."""
        self.at_least(terms, value)
        self.at_most(terms, value)

    def within(self, limit: int) -> "Program":
        """The same with tier 1 at most `limit`."""
        if limit > 0:
            held = Program(self.uppers, self.first, self.third, [*self.lows], [*self.rows])
            held.at_most([(price, place) for place, price in enumerate(self.first) if price], limit)
            return held
        uppers = [
            0 if price else upper for upper, price in zip(self.uppers, self.first, strict=True)
        ]
        return Program(uppers, self.first, self.third, self.lows, self.rows)

    def proven(self, costs: Sequence[int], prices: Sequence[float]) -> int:
        """The least whole cost that anything within the rows has, as these row prices prove it."""
        reduced = [cost * SCALE for cost in costs]
        whole = 0
        for row, low, price in zip(self.rows, self.lows, prices, strict=True):
            scaled = round(price * SCALE)
            if scaled <= 0:
                continue
            whole += scaled * low
            for column, value in row.items():
                reduced[column] -= scaled * value
        whole += sum(
            left * upper for left, upper in zip(reduced, self.uppers, strict=True) if left < 0
        )
        return -(-whole // SCALE)
