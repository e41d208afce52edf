"""What people were told: when they come for what, in which way, and whom they will meet."""

from collections.abc import Collection
from typing import Protocol

from homeward.timetable.solver.schedule import Schedule

# (client, service, day, start, mode)
Promise = tuple[str, str, int, int, str]


class ToWhom(Protocol):
    """Whom a week is promised to, and what they were told last."""

    @property
    def clients(self) -> Collection[str]:
        """Everybody who is still there."""

    @property
    def previous(self) -> Schedule | None:
        """The week as it was told; None where nobody was told one."""


def promises(instance: ToWhom, schedule: Schedule | None) -> dict[Promise, str]:
    """Every promise of a published week with the staff named in it; none without a week.

    Only clients who are still there hold a promise.
    """
    told: dict[Promise, str] = {}
    if schedule is None:
        return told
    for group in schedule.groups:
        for meeting in group.meetings:
            for member in group.people_at(meeting):
                if member in instance.clients:
                    key = member, group.service, meeting.day, meeting.start, group.mode
                    told[key] = group.leader_of(meeting)
    for single in schedule.singles:
        if single.client in instance.clients:
            key = single.client, single.service, single.day, single.start, single.mode
            told[key] = single.staff
    return told
