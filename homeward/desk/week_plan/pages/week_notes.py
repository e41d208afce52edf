"""What is particular about a week: the clocks change, the house is closed, there is one room."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.program.models import Holiday
from homeward.timetable.solver.instance import GROUP, Instance

WEEK = 7


def week_notes(opened: Any) -> tuple[str, ...]:
    """Sentences for the head of the board; one query."""
    draft = opened.draft
    named = Holiday.objects.filter(
        program=draft.program_id, on__gte=draft.starts_on,
        on__lt=draft.starts_on + timedelta(days=WEEK),
    )  # fmt: skip
    holidays = dict(named.values_list("on", "name"))
    return (
        *clocks_change(draft.starts_on, draft.site.time_zone),
        *_closed(opened.instance, draft.starts_on, holidays),
        *_rooms(opened.instance),
    )


def clocks_change(starts_on: date, zone: str) -> Iterator[str]:
    """The day on which the clocks change, where there is one."""
    place = ZoneInfo(zone)
    for number in range(WEEK):
        on = starts_on + timedelta(days=number)
        before = datetime.combine(on, time(), place).utcoffset() or timedelta()
        after = datetime.combine(on + timedelta(days=1), time(), place).utcoffset() or timedelta()
        if before != after:
            said = {"day": date_format(on, "l j F")}
            yield (
                _("Clocks go forward on %(day)s. Every session keeps its time by the wall clock.")
                if after > before
                else _("Clocks go back on %(day)s. Every session keeps its time by the wall clock.")
            ) % said


def _closed(instance: Instance, starts_on: date, holidays: dict[date, str]) -> Iterator[str]:
    """Holidays, each by its name; what is needed goes to the days that are left."""
    for day in sorted(instance.grid.closed_days):
        on = starts_on + timedelta(days=day)
        if on in holidays:
            yield _(
                "Closed on %(day)s: %(name)s. The week's sessions are on the days that are open."
            ) % {"day": date_format(on, "l j F"), "name": holidays[on]}


def _rooms(instance: Instance) -> Iterator[str]:
    """One group room, or none: groups follow each other, or meet by telehealth."""
    rooms = [room for room in instance.rooms.values() if room.kind == GROUP]
    if len(rooms) == 1:
        yield _("There is one group room, so groups in person meet one after another.")
    elif not rooms:
        yield _("There is no group room, so groups can only meet by telehealth.")
