"""Where things stand in the whole-episode picture, in the units of its view box."""

from dataclasses import dataclass
from datetime import date

from homeward.core.charts.episode_facts import WEEK, EpisodePicture

LABELS = 84  # room for the names of the rows
WIDTH = 1080
END = 10
NARROWEST_WEEK = 22
LETTER = 6.6  # widest average width of a letter at the size of a label
ROOM_ABOVE = 18  # where the word for today stands alone
RIBBON = 24
HOURS = 56
SCORES = 52
GAP = 18
LANE = 17  # one line of marks or labels
MOST_LANES = 4


@dataclass(frozen=True)
class Scale:
    """Turns days into x."""

    starts_on: date
    weeks: int
    week: float

    @classmethod
    def of(cls, picture: EpisodePicture) -> "Scale":
        """Weeks fill the width until they would be too narrow; then the picture grows."""
        fitting = (WIDTH - LABELS - END) / picture.weeks
        return cls(picture.starts_on, picture.weeks, max(float(NARROWEST_WEEK), fitting))

    @property
    def width(self) -> float:
        """The width of the whole picture."""
        return LABELS + self.weeks * self.week + END

    @property
    def right(self) -> float:
        """Where the last week ends."""
        return LABELS + self.weeks * self.week

    def x(self, day: date) -> float:
        """Where a day begins, kept inside the picture."""
        at = LABELS + (day - self.starts_on).days / WEEK * self.week
        return max(float(LABELS), min(at, self.right))


def width_of(text: str) -> float:
    """About how wide a label will be; on the generous side."""
    return len(text) * LETTER


def shortened(text: str, room: float) -> str:
    """The words that fit: all, else the leading ones, else a few letters, else nothing.

    >>> shortened("Late, stepping down", 60), shortened("Orientation", 20)
    ('Late', '')
    """
    if width_of(text) <= room:
        return text
    words = text.split()
    while words:
        words.pop()
        candidate = " ".join(words).rstrip(",·:- ")
        if candidate and width_of(candidate) <= room:
            return candidate
    letters = int(room / LETTER) - 1
    return text[:letters].rstrip() + "…" if letters >= 3 else ""


def lanes_for(spans: list[tuple[float, float]], most: int = MOST_LANES) -> list[int | None]:
    """The line each span can stand on without touching another; None when there is no room.

    Spans come sorted by where they begin.

    >>> lanes_for([(0, 10), (5, 15), (12, 20)])
    [0, 1, 0]
    """
    ends: list[float] = []
    lanes: list[int | None] = []
    for start, end in spans:
        free = next((index for index, last in enumerate(ends) if last <= start), None)
        if free is None and len(ends) < most:
            ends.append(end)
            free = len(ends) - 1
        elif free is not None:
            ends[free] = end
        lanes.append(free)
    return lanes
