"""Whether groups of clients are answered differently: rates, small cells hidden, an exact test.

For each event kind and each rung: how many clients of a group had at least one, of how many in
care. Each group is set against everybody else by Fisher's exact test (two-sided: the summed
probability of every table as unlikely as the one seen, or more so), and the p-values of the whole
report are corrected together after Holm (1979), so that one remark in a long table is not luck.

A cell is hidden when the group is smaller than `least`, or when its count, or what is left of the
group, is above zero and below `least`; where exactly one cell of a line would then be found by
subtraction, the next smallest is hidden as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb, inf

NOTABLE = 0.05


@dataclass(frozen=True, slots=True)
class Count:
    """Of one group in one measure: clients with at least one, of clients in care."""

    group: str
    having: int
    of: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One group in one measure as it may be shown; None stands for hidden or not tested."""

    group: str
    having: int | None
    of: int | None
    rate: float | None
    p: float | None
    p_corrected: float | None
    is_hidden: bool

    @property
    def is_notable(self) -> bool:
        return self.p_corrected is not None and self.p_corrected < NOTABLE


@dataclass(frozen=True, slots=True)
class Line:
    """One measure over the groups of one attribute."""

    measure: str
    attribute: str
    cells: tuple[Cell, ...]


def lines_of(counted: Mapping[tuple[str, str], Sequence[Count]], least: int) -> tuple[Line, ...]:
    """Every (measure, attribute) as a line, with p-values corrected over all that is shown.

    What is hidden is not tested either, so that no p-value gives away a hidden count.
    """
    lines = [
        Line(measure, attribute, tuple(_cells(counts, least)))
        for (measure, attribute), counts in counted.items()
    ]
    tested = [cell.p for line in lines for cell in line.cells if cell.p is not None]
    corrected = iter(holm(tested))
    return tuple(
        replace(
            line,
            cells=tuple(
                replace(cell, p_corrected=next(corrected)) if cell.p is not None else cell
                for cell in line.cells
            ),
        )
        for line in lines
    )


def _cells(counts: Sequence[Count], least: int) -> list[Cell]:
    hidden = hidden_groups(counts, least)
    all_of, all_having = sum(each.of for each in counts), sum(each.having for each in counts)
    made = []
    for each in counts:
        if each.group in hidden:
            made.append(Cell(each.group, None, None, None, None, None, True))
            continue
        others = all_of - each.of
        p = None
        if others >= least and not hidden and each.of:
            p = fisher(each.having, each.of, all_having - each.having, others)
        rate = each.having / each.of if each.of else None
        made.append(Cell(each.group, each.having, each.of, rate, p, None, False))
    return made


def hidden_groups(counts: Sequence[Count], least: int) -> frozenset[str]:
    """The groups whose numbers stay hidden in one line."""

    def is_small(each: Count) -> bool:
        return 0 < each.of < least or 0 < each.having < least or 0 < each.of - each.having < least

    hidden = {each.group for each in counts if is_small(each)}
    if len(hidden) == 1 and len(counts) > 1:
        left = [each for each in counts if each.group not in hidden and each.of]
        if left:
            hidden.add(min(left, key=lambda each: (each.of, each.group)).group)
    return frozenset(hidden)


def fisher(having: int, of: int, others_having: int, others: int) -> float:
    """Fisher's exact test of two shares, two-sided, as a probability from 0 to 1.

    >>> round(fisher(3, 4, 1, 4), 4)
    0.4857
    >>> fisher(0, 5, 0, 5)
    1.0
    """
    total, with_it = of + others, having + others_having
    ways = comb(total, with_it)
    seen = comb(of, having) * comb(others, others_having)
    first, last = max(0, with_it - others), min(of, with_it)
    # Whole numbers, so that a table as unlikely as the one seen is never lost to rounding.
    as_unlikely = sum(
        chance
        for count in range(first, last + 1)
        if (chance := comb(of, count) * comb(others, with_it - count)) <= seen
    )
    return as_unlikely / ways


def holm(p_values: Sequence[float]) -> list[float]:
    """The p-values corrected after Holm, in the order given, none above 1.

    >>> [round(p, 3) for p in holm([0.01, 0.04, 0.03])]
    [0.03, 0.06, 0.06]
    """
    order = sorted(range(len(p_values)), key=lambda place: p_values[place])
    corrected = [1.0] * len(p_values)
    highest = -inf
    for rank, place in enumerate(order):
        highest = max(highest, min(1.0, p_values[place] * (len(p_values) - rank)))
        corrected[place] = highest
    return corrected
