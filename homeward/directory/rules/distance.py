"""How far apart two points on the earth are, as the crow flies.

Distances are between the middles of ZIP areas, so they say which place is nearer, not how long the
way is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TypeVar

# The mean radius of the earth (IUGG, 6371.0088 km) in statute miles of 1.609344 km.
EARTH_MILES = 6371.0088 / 1.609344
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east."""

    latitude: float
    longitude: float


def miles_between(here: Point, there: Point) -> float:
    """Great-circle miles by the haversine formula; exact to half a percent anywhere on earth."""
    north, east = (
        radians(there.latitude - here.latitude),
        radians(there.longitude - here.longitude),
    )
    chord = (
        sin(north / 2) ** 2
        + cos(radians(here.latitude)) * cos(radians(there.latitude)) * sin(east / 2) ** 2
    )
    return 2 * EARTH_MILES * asin(min(1.0, sqrt(chord)))


def shown(miles: float) -> float:
    """Miles as they are shown and compared: to one decimal under ten, whole above."""
    return round(miles, 1) if miles < 10 else float(round(miles))


def nearest_first(
    things: Iterable[Thing],
    miles_of: Callable[[Thing], float | None],
    name_of: Callable[[Thing], str],
    key_of: Callable[[Thing], str],
) -> list[Thing]:
    """By the distance that is shown; then by name, then by key, so that the order never wavers.

    What has no distance comes last, by name.
    """

    def order(thing: Thing) -> tuple[bool, float, str, str]:
        miles = miles_of(thing)
        far = shown(miles) if miles is not None else 0.0
        return (miles is None, far, name_of(thing).casefold(), key_of(thing))

    return sorted(things, key=order)
