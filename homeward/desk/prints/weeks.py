"""A week on paper: the whole house's for the wall, and one colleague's own."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.desk.choosing import Chosen
from homeward.program.models import Holiday, SessionType
from homeward.timetable.duty import shifts_of_days
from homeward.timetable.models import GroupSession, SessionLeader
from homeward.timetable.queries import board_rows

# Appointments of one client are nobody else's business, not even their hour.
NOT_ON_A_WALL = frozenset({SessionType.Kind.INDIVIDUAL, SessionType.Kind.MEDICAL})


@dataclass(frozen=True, slots=True)
class Line:
    """One session of a day."""

    times: str
    name: str
    sub: str
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """One day with its lines, or why it is empty."""

    label: str
    lines: tuple[Line, ...]
    closed: str = ""

    @property
    def times(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines of one time together, so that it is printed once."""
        grouped = groupby(self.lines, key=lambda line: line.times)
        return tuple((times, tuple(lines)) for times, lines in grouped)


@dataclass(frozen=True, slots=True)
class PaperWeek:
    """All a sheet of a week prints."""

    title: str
    subline: str
    weeks: tuple[Tab, ...]
    sites: tuple[Tab, ...]
    days: tuple[Day, ...]
    week_url: str
    empty: str


def wall_week(chosen: Chosen) -> PaperWeek:
    """Every group of the week with room and leader; appointments of single clients are left out."""
    sessions = board_rows().filter(
        program=chosen.program, site=chosen.site, on__gte=chosen.starts_on, on__lt=chosen.ends_on
    )
    shown = [
        each for each in sessions if each.group_id and each.session_type.kind not in NOT_ON_A_WALL
    ]
    zone = ZoneInfo(chosen.site.time_zone)
    lines: dict[date, list[Line]] = defaultdict(list)
    for each in shown:
        leaders = ", ".join(leader.worker.name for leader in each.leaders.all())
        lines[each.on].append(_line(each, zone, leaders))
    return _paper(chosen, chosen.site.name, lines, _("No group is planned in this week yet."))


def own_week(chosen: Chosen, actor: Actor) -> PaperWeek:
    """What the reader leads or assists, and their hours on duty; no client is named."""
    led = SessionLeader.objects.filter(worker_id=actor.worker_id, is_released=False)
    sessions = board_rows().filter(
        on__gte=chosen.starts_on, on__lt=chosen.ends_on, pk__in=led.values("session_id"),
        cancelled_at=None,
    )  # fmt: skip
    zone = ZoneInfo(chosen.site.time_zone)
    timed: dict[date, list[tuple[str, Line]]] = defaultdict(list)
    for each in sessions:
        line = _line(each, zone, each.topic.title if each.topic else "")
        timed[each.on].append((line.times, line))
    for day, shifts in shifts_of_days(chosen.site.pk, chosen.days).items():
        for shift in shifts:
            if shift.worker_id == actor.worker_id:
                times = _times(shift, zone)
                timed[day].append((times, Line(times, _("On duty"), chosen.site.name)))
    lines = {
        day: [line for _times, line in sorted(found, key=lambda each: each[0])]
        for day, found in timed.items()
    }
    return _paper(chosen, actor.name, lines, _("You lead nothing in this week."))


def _paper(chosen: Chosen, whose: str, lines: dict[date, list[Line]], empty: str) -> PaperWeek:
    closed = dict(
        Holiday.objects.filter(program=chosen.program, on__in=chosen.days).values_list("on", "name")
    )
    days = tuple(
        Day(date_format(day, "l j F"), tuple(lines.get(day, ())), closed.get(day, ""))
        for day in chosen.days
        if lines.get(day) or day in closed
    )
    return PaperWeek(
        chosen.title, whose, chosen.weeks, chosen.site_tabs, days,
        chosen.url(route="desk:week"), empty,
    )  # fmt: skip


def _line(session: GroupSession, zone: ZoneInfo, more: str) -> Line:
    room = session.room.name if session.room else _("by telehealth")
    sub = " · ".join(filter(None, (room, more)))
    return Line(_times(session, zone), session.name, sub, session.cancelled_at is not None)


def _times(stretch: object, zone: ZoneInfo) -> str:
    begins, ends = stretch.starts_at.astimezone(zone), stretch.ends_at.astimezone(zone)  # type: ignore[attr-defined]
    return f"{begins:%H:%M}–{ends:%H:%M}"
