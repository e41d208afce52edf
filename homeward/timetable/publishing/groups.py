"""The groups that drafted sessions belong to: one that recurs at that time, else one for weeks.

A group formed by a draft lives from the first week it is published for until the end of the last;
when it is wanted again the next week it goes on under the same row.
"""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q

from homeward.program.models import Phase
from homeward.timetable.models import GroupSession, TherapyGroup, Week
from homeward.timetable.publishing.wanted import Wanted

WEEK = timedelta(days=7)
CONTINUES = timedelta(weeks=4)  # a drafted group that paused longer is a new one


class Groups:
    """Groups of a week handed out once a day; a fixed few queries to begin with."""

    def __init__(self, week: Week, phases: dict[int, list[str]], taken: set[tuple[Any, date]]):
        self.week, self.taken = week, taken
        self.ends_on = week.starts_on + WEEK
        rows = Phase.objects.filter(program_id=week.program_id)
        by_code = {row.code: row for row in rows}
        self.phases = {
            number: [by_code[code] for code in codes if code in by_code]
            for number, codes in phases.items()
        }
        self.held: dict[tuple[UUID, int, time], list[TherapyGroup]] = defaultdict(list)
        found = TherapyGroup.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=week.starts_on)
            | Q(is_drafted=True, ends_on__gt=week.starts_on - CONTINUES),
            program_id=week.program_id, site_id=week.site_id, starts_on__lt=self.ends_on,
        ).prefetch_related("phases").order_by("is_drafted", "code")  # fmt: skip
        for group in found:
            self.held[group.session_type_id, group.weekday, group.starts].append(group)

    def group_for(self, wanted: Wanted, kind: Any, track_id: UUID | None) -> TherapyGroup:
        """A group for one session, kept from now on; nobody else gets it that day."""
        place = (kind.pk, wanted.on.weekday(), wanted.starts)
        for group in self.held[place]:
            if (group.pk, wanted.on) not in self.taken and self._fits(group, wanted):
                break
        else:
            group = self._new(wanted, kind, track_id)
            self.held[place].append(group)
        if group.is_drafted and group.ends_on and group.ends_on < self.ends_on:
            group.change(ends_on=self.ends_on)
        self.taken.add((group.pk, wanted.on))
        return group

    def _fits(self, group: TherapyGroup, wanted: Wanted) -> bool:
        if group.is_drafted:
            return group.cohort == wanted.lane
        own = {phase.pk for phase in group.phases.all()}
        asked = {phase.pk for phase in self.phases.get(wanted.phase, ())}
        return not own or bool(own & asked)

    def _new(self, wanted: Wanted, kind: Any, track_id: UUID | None) -> TherapyGroup:
        phases = self.phases.get(wanted.phase, [])
        named = phases[0].name if phases else ""
        group = TherapyGroup.objects.create(
            code=f"drafted-{uuid4().hex}",
            name=f"{named}: {kind.name}"[:80] if named else kind.name,
            program_id=self.week.program_id,
            site_id=self.week.site_id,
            track_id=track_id,
            session_type=kind,
            cohort=wanted.lane,
            room_id=wanted.room_id,
            leader_id=wanted.leader_id,
            weekday=wanted.on.weekday(),
            starts=wanted.starts,
            ends=_ends(wanted),
            clinical_minutes=kind.clinical_minutes,
            capacity=kind.largest,
            starts_on=self.week.starts_on,
            ends_on=self.ends_on,
            is_drafted=True,
        )
        group.phases.set(phases)
        return group


def _ends(wanted: Wanted) -> time:
    began = datetime.combine(date(2001, 1, 1), wanted.starts)
    ended = began + (wanted.ends_at - wanted.starts_at)
    return ended.time() if ended.date() == began.date() else time.max


def taken_days(sessions: list[GroupSession]) -> set[tuple[Any, date]]:
    """The groups that meet already, by day."""
    return {(each.group_id, each.on) for each in sessions if each.group_id}
