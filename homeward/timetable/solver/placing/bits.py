"""The slots of a day as bits of one number: bit 0 is the first slot."""

from collections.abc import Iterable, Iterator

from homeward.timetable.solver.instance import Window


def span(begins: int, slots: int) -> int:
    """The bits of an interval."""
    return ((1 << slots) - 1) << begins


def of_windows(windows: Iterable[Window], days: int) -> tuple[int, ...]:
    """What the windows cover, day by day."""
    found = [0] * days
    for window in windows:
        found[window.day] |= span(window.begins, window.ends - window.begins)
    return tuple(found)


def starts_inside(covered: int, slots: int) -> int:
    """The starts from which so many slots are all covered."""
    starts = covered
    for shift in range(1, slots):
        starts &= covered >> shift
    return starts


def places(bits: int) -> Iterator[int]:
    """The positions of the bits that are set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def idle_inside(bits: int) -> int:
    """The slots between the first and the last that are set in which nothing is."""
    if not bits:
        return 0
    lowest = bits & -bits
    return ((1 << bits.bit_length()) - lowest) & ~bits
