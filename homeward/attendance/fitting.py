"""Whether a session lies in the hours a client said they can come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.program.models import Site
from homeward.timetable.availability import hours_of_many
from homeward.timetable.models import GroupSession
from homeward.timetable.rules.hours import WeekHours, minute_of


@dataclass(frozen=True, slots=True)
class Windows:
    """The usual weeks of several clients, in the wall time of a site."""

    zone: ZoneInfo
    weeks: Mapping[UUID, WeekHours]

    def fits(self, client_id: UUID, session: GroupSession) -> bool | None:
        """Within the free hours and outside the bound ones; None where nobody was asked.

        Where only bound hours are known, everything outside them fits.
        """
        week = self.weeks.get(client_id)
        if week is None or not (week.free or week.busy):
            return None
        starts = session.starts_at.astimezone(self.zone)
        ends = session.ends_at.astimezone(self.zone)
        day, first, last = starts.weekday(), minute_of(starts.time()), minute_of(ends.time())
        if week.free:
            return any(begins <= first and last <= until for begins, until in week.can_come(day))
        return not any(
            each.weekday == day
            and each.is_fixed
            and each.interval[0] < last
            and each.interval[1] > first
            for each in week.busy
        )


def windows_of(client_ids: Iterable[UUID], site: Site, starts_on: date) -> Windows:
    """The usual weeks of these clients, in a few reads however many they are."""
    return Windows(ZoneInfo(site.time_zone), hours_of_many(client_ids, starts_on))
