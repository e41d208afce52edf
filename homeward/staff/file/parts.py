"""Workers as the program file states them."""

from dataclasses import dataclass
from datetime import date, time

from homeward.program.file.positions import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialPart:
    """A licence or certificate, from a day until a day."""

    where: Path
    code: str
    title: str
    may_sign_alone: bool
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class HoursPart:
    """One stretch of one weekday, Monday 0, in the site's wall time."""

    weekday: int
    starts: time
    ends: time

    def covers(self, weekday: int, starts: time, ends: time) -> bool:
        return self.weekday == weekday and self.starts <= starts and ends <= self.ends


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class RolePart:
    """A role; `site` empty means every site of the program."""

    role: str
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerPart:
    """Somebody who works here and the facts about them."""

    where: Path
    code: str
    name: str
    title: str
    site: str
    user_name: str
    caseload_limit: int
    is_naloxone_trained: bool
    starts_on: date
    credentials: tuple[CredentialPart, ...]
    hours: tuple[HoursPart, ...]
    roles: tuple[RolePart, ...]
    duties: tuple[str, ...]
    supervises: tuple[str, ...]

    def works(self, weekday: int, starts: time, ends: time) -> bool:
        """Whether one stretch of working time holds the whole session."""
        return any(part.covers(weekday, starts, ends) for part in self.hours)
