"""What stands and what comes: standing seats, the next sessions, the weeks' hours."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.attendance.queries import minutes_by_week
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.desk.schedule.forms import ReleaseForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.timetable.models import GroupMembership, TherapyGroup
from homeward.timetable.queries import next_sessions_of, planned_minutes_by_week
from homeward.timetable.seating import standing_on, week_of

WEEK = timedelta(days=7)
WEEKS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing seat."""

    membership_id: UUID
    name: str
    when: str
    since: str
    decision: Decision | None
    form: ReleaseForm


@dataclass(frozen=True, slots=True)
class Coming:
    """A session to come."""

    when: str
    name: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """Planned and required hours of one week."""

    label: str
    hours: Hours


def standing_seats(
    actor: Actor, client_id: UUID, today: date, typed: ReleaseForm | None, typed_id: UUID | None
) -> tuple[Standing, ...]:
    """The seats held on this day; the one whose release was typed keeps what was typed."""
    rows = (
        GroupMembership.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(standing_on(today), client_id=client_id)
        .select_related("group__room", "group__leader")
        .order_by("group__weekday", "group__starts")
    )
    return tuple(
        Standing(
            membership_id=row.pk,
            name=row.group.name,
            when=group_when(row.group),
            since=_until(row) or _("since %(day)s") % {"day": date_format(row.starts_on, "j M Y")},
            decision=decision_from_json(row.decision) if row.decision else None,
            form=typed
            if typed is not None and typed_id == row.pk
            else ReleaseForm(
                version=row.version, initial={"ends_on": today}, auto_id=f"release_{row.pk}_%s"
            ),
        )
        for row in rows
    )


def _until(row: GroupMembership) -> str:
    if row.ends_on is None:
        return ""
    return _("until before %(day)s") % {"day": date_format(row.ends_on, "j M Y")}


def group_when(group: TherapyGroup) -> str:
    """Weekday, wall times, room and leader of a group in one line."""
    parts = (
        str(WEEKDAYS[group.weekday]),
        f"{time_format(group.starts, 'H:i')}–{time_format(group.ends, 'H:i')}",
        group.room.name if group.room else "",
        group.leader.name,
    )
    return " · ".join(filter(None, parts))


def sessions_to_come(actor: Actor, client_id: UUID, now: datetime) -> tuple[Coming, ...]:
    """The next sessions the client is expected at, in the wall time of their site."""
    found = []
    for session in next_sessions_of(actor, client_id, now):
        wall = session.starts_at.astimezone(ZoneInfo(session.site.time_zone))
        leaders = ", ".join(leader.worker.name for leader in session.leaders.all())
        parts = (
            session.room.name if session.room else "",
            leaders,
            session.topic.title if session.topic else "",
        )
        found.append(
            Coming(
                when=f"{date_format(session.on, 'D j M')} {time_format(wall, 'H:i')}",
                name=session.name,
                sub=" · ".join(filter(None, parts)),
                url=reverse("desk:group_room", args=[session.pk]),
            )
        )
    return tuple(found)


def weeks_ahead(client_id: UUID, episode: Episode, today: date) -> tuple[WeekAhead, ...]:
    """Hours planned and required, this week and the weeks after it."""
    first = week_of(today)
    planned = planned_minutes_by_week([client_id], first, weeks=WEEKS_AHEAD)
    delivered = minutes_by_week([client_id], first, first + WEEK)[client_id].get(first, 0)
    required = episode.phase.weekly_minutes / 60
    weeks = []
    for start, minutes in planned.items():
        done = delivered if start == first else 0
        hours = Hours(
            delivered=done / 60,
            planned=max(0, minutes[client_id] - done) / 60,
            required=required,
            name=date_format(start, "j M"),
            told="" if minutes[client_id] or start == first else "on_track",
        )
        label = _("This week") if start == first else date_format(start, "j M")
        if hours.told:
            label = _("%(day)s, not planned yet") % {"day": label}
        weeks.append(WeekAhead(label, hours))
    return tuple(weeks)
