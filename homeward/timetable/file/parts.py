"""Cohorts and their weekly meetings as the program file states them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from homeward.program.file.positions import Path
from homeward.program.rules.week_shape import DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPart:
    """One weekly meeting on one weekday, Monday 0, in the site's wall time."""

    where: Path
    weekday: int
    starts: time
    session_type: str
    room: str
    leader: str
    name: str
    minutes: int
    clinical_minutes: int

    @property
    def ends(self) -> time:
        began = datetime.combine(date(2001, 1, 1), self.starts)
        ended = began + timedelta(minutes=self.minutes)
        return ended.time() if ended.date() == began.date() else time.max

    def overlaps(self, other: "MeetingPart") -> bool:
        return (
            self.weekday == other.weekday and self.starts < other.ends and other.starts < self.ends
        )

    def __str__(self) -> str:
        return f"{DAYS[self.weekday]} {self.starts:%H:%M} to {self.ends:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortPart:
    """People who share their week; `is_open` groups come on top of a cohort's week."""

    where: Path
    code: str
    name: str
    track: str
    phases: tuple[str, ...]
    seats: int
    is_open: bool
    starts_on: date
    meetings: tuple[MeetingPart, ...]

    @property
    def weekdays(self) -> frozenset[int]:
        return frozenset(meeting.weekday for meeting in self.meetings)

    @property
    def weekly_minutes(self) -> int:
        """Clinical minutes of one whole week."""
        return sum(meeting.clinical_minutes for meeting in self.meetings)

    def group_code(self, meeting: MeetingPart) -> str:
        return f"{self.code}-{DAYS[meeting.weekday]}-{meeting.starts:%H%M}"
