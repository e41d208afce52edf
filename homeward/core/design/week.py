"""An invented week of the timetable."""

from typing import Any

from homeward.core.components import WeekBlock, WeekBoard, WeekDay, in_lanes
from homeward.core.design.people import HERE


def _block(title: str, sub: str, start: float, end: float, phase: str, **more: Any) -> WeekBlock:
    def clock(hour: float) -> str:
        return f"{int(hour)}:{int(hour % 1 * 60):02d}"

    return WeekBlock(
        title,
        sub,
        int(start * 60),
        int(end * 60),
        f"{clock(start)}–{clock(end)}",
        phase,
        url=HERE,
        **more,
    )


_EARLY = _block("Early B · group", "9 of 10 · room 2 · RM", 9.5, 11, "middle")
_SKILLS = _block("Skills lab", "8 of 10 · room 2", 11.75, 12.5, "middle")
_PSYCHOED = _block("Psychoed", "17 of 24 · hall", 11, 11.75, "early")
_MIDDLE = _block("Middle A · group", "8 of 10 · room 3 · TS", 9.5, 11, "late")
_ONES = _block("Individuals ×4", "50 min · RM TS LO", 11, 12, "continuing")
_EVENING = (
    _block("Evening C · group", "7 of 10 · room 2 · LO", 17.5, 19, "middle"),
    _block("Evening C · skills", "7 of 10 · room 2", 19, 20.5, "early"),
)
WEEK = WeekBoard(
    (
        WeekDay(
            "Mon 23",
            (
                _EARLY,
                _PSYCHOED,
                _SKILLS,
                _block("Relapse prevention", "10 of 10 · room 3", 13, 14, "late", full=True),
                *_EVENING,
            ),
        ),
        WeekDay(
            "Tue 24",
            in_lanes(
                (
                    _MIDDLE,
                    _ONES,
                    _block("Family evening prep", "3 families · room 1", 13, 14.5, "family"),
                    _block("Court hearing", "room 1", 13.5, 14.25, "none"),
                    *_EVENING,
                )
            ),
            today=True,
        ),
        WeekDay(
            "Wed 25",
            (
                _EARLY,
                _PSYCHOED,
                _SKILLS,
                _block("Relapse prevention", "9 of 10 · room 3", 13, 14, "late"),
                _block("Family night", "6 families · hall · SF", 18, 19.5, "family"),
            ),
        ),
        WeekDay(
            "Thu 26",
            (
                _MIDDLE,
                _ONES,
                _block("Orientation", "4 new · room 1", 13, 14.5, "orientation"),
                _block(
                    "Evening C · group",
                    "7 of 10 · room 2 · LO",
                    17.5,
                    19,
                    "middle",
                    changed=True,
                    note="moved from 18:00",
                ),
            ),
        ),
        WeekDay(
            "Fri 27",
            (
                _EARLY,
                _block("Wins & goodbyes", "community · hall", 13, 14, "continuing", cancelled=True),
            ),
        ),
    ),
    label="Week of 23 November",
)
CLOSED_WEEK = WeekBoard(
    (WeekDay("Thu 26", (), closed="Closed: Thanksgiving"), WeekDay("Fri 27", ())),
    9,
    12,
    "A short week",
)
