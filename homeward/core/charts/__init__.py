"""Pictures made of facts, as accessible SVG without a library.

Geometry is in attributes and colour in classes, so a strict content security policy holds and
dark, print and forced colours follow the style sheets.
"""

from homeward.core.charts.episode import episode_picture
from homeward.core.charts.episode_facts import (
    EpisodeEvent,
    EpisodePicture,
    PhaseSpan,
    ScoreMark,
    TestMark,
    WeekHours,
)
from homeward.core.charts.hours import Hours, hours_svg
from homeward.core.charts.sparkline import sparkline_svg

__all__ = [
    "EpisodeEvent",
    "EpisodePicture",
    "Hours",
    "PhaseSpan",
    "ScoreMark",
    "TestMark",
    "WeekHours",
    "episode_picture",
    "hours_svg",
    "sparkline_svg",
]
