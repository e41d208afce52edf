"""Where a ZIP area lies, from the table that is installed with Homeward. Nothing is asked outside.

What a visitor types is looked up and forgotten: only the ZIPs of places are remembered, which
everybody may know.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import zipcodes

from homeward.directory.rules.distance import Point

# ASCII digits alone: the table's own reader panics on any other.
_FIVE = re.compile(r"[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Area:
    """The middle of a ZIP area, its town and its clock."""

    point: Point
    city: str
    state: str
    zone: str


def is_written_right(zip_code: str) -> bool:
    """Whether this is five digits."""
    return bool(_FIVE.fullmatch(zip_code))


def area_of(zip_code: str) -> Area | None:
    """The area of a ZIP; None when there is no such ZIP or it lies nowhere on the ground."""
    if not is_written_right(zip_code):
        return None
    found = zipcodes.matching(zip_code)
    if not found or found[0].get("zip_code_type") == "MILITARY":
        return None
    row = found[0]
    point = Point(float(row["lat"]), float(row["long"]))
    return Area(point, row["city"], row["state"], row["timezone"] or "America/Chicago")


@lru_cache(maxsize=4096)
def area_of_place(zip_code: str) -> Area | None:
    """The same for the ZIP of a place, remembered."""
    return area_of(zip_code)
