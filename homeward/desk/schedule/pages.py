"""What the Schedule tab prints: standing seats, the weeks ahead, what happened."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.admissions.models import Episode
from homeward.attendance.queries import attendance_rates, marks_of_client, minutes_by_week
from homeward.attendance.rules.makeup import MISSED
from homeward.attendance.words import state_words
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.core.charts.hours import in_hours
from homeward.core.components import Fact
from homeward.desk.schedule.apart import Apart, may_keep_apart
from homeward.desk.schedule.forms import ApartForm, AskForm, BookForm, ReleaseForm, SeatForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Reason, State, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.program.models import Room, SessionType
from homeward.staff.models import Worker
from homeward.timetable.actions import decide_seat
from homeward.timetable.actions.book_individual import ONE_BY_ONE
from homeward.timetable.choices import Choice, choices_for
from homeward.timetable.models import GroupMembership, TherapyGroup
from homeward.timetable.queries import next_sessions_of, planned_minutes_by_week
from homeward.timetable.rules.seating import OFFER
from homeward.timetable.seating import standing_on, week_of

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WEEKS_AHEAD = 4
HISTORY = timedelta(days=56)


NOT_FITTING = {
    "seat_is_free": gettext_lazy("full, %(taken)s of %(capacity)s"),
    "seat_same_site": gettext_lazy("another site"),
    "seat_same_track": gettext_lazy("another track"),
    "seat_same_phase": gettext_lazy("another phase"),
    "seat_client_is_free": gettext_lazy("clashes with %(names)s"),
    "seat_not_yet_held": gettext_lazy("already held"),
    "seat_placement_rule": gettext_lazy("a placement rule stands against it"),
}


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


@dataclass(frozen=True, slots=True)
class Past:
    """One line of the attendance history."""

    when: str
    name: str
    url: str
    state: str
    tone: str
    minutes: str
    decision: Decision | None
    make_up_url: str


@dataclass(frozen=True, slots=True)
class PastWeek:
    """One week of the attendance history, folded unless it is the newest or was asked for."""

    label: str
    is_open: bool
    lines: tuple[Past, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A seat that was asked for: the rule's answer, and the form where it offers one."""

    name: str
    decision: Decision
    is_offered: bool
    form: SeatForm


@dataclass(frozen=True, slots=True)
class NotFitting:
    """A group the rule would refuse today, and why in one line."""

    name: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class SchedulePage:
    """Everything the tab's template prints."""

    client_id: UUID
    has_episode: bool
    may_write: bool
    standing: tuple[Standing, ...]
    coming: tuple[Coming, ...]
    weeks: tuple[WeekAhead, ...]
    past: tuple[PastWeek, ...]
    rates: tuple[Fact, ...]
    ask_form: AskForm | None
    asked: Asked | None
    not_fitting: tuple[NotFitting, ...]
    apart: Apart | None
    book_form: BookForm | None


def schedule_page(
    actor: Actor,
    client_id: UUID,
    now: datetime,
    *,
    asked: dict[str, str] | None = None,
    release_form: ReleaseForm | None = None,
    released_id: UUID | None = None,
    book_typed: Any = None,
    apart_form: ApartForm | None = None,
) -> SchedulePage:
    """Gather the tab. `asked` names a group and a day from the address."""
    episode = (
        Episode.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(client_id=client_id, ended_at=None)
        .select_related("client", "phase", "site", "program", "track")
        .order_by("-admitted_at")
        .first()
    )
    today = clock.today(episode.site.time_zone if episode else None)
    may_write = episode is not None and may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)
    ask_form, answer, not_fitting = None, None, ()
    apart = None
    if episode is not None and may_write:
        ask_form, answer, not_fitting = _asked(actor, episode, client_id, asked or {}, today, now)
        if may_keep_apart(actor, episode.client):
            apart = Apart.of(actor, episode.client, today, apart_form)
    return SchedulePage(
        client_id=client_id,
        has_episode=episode is not None,
        may_write=may_write,
        standing=_standing(actor, client_id, today, release_form, released_id),
        coming=_coming(actor, client_id, now),
        weeks=_weeks(client_id, episode, today) if episode else (),
        past=_past(actor, client_id, today, (asked or {}).get("week", ""), may_write),
        rates=_rates(client_id, today),
        ask_form=ask_form,
        asked=answer,
        not_fitting=not_fitting,
        apart=apart,
        book_form=_book_form(episode, today, book_typed) if episode and may_write else None,
    )


def _standing(
    actor: Actor, client_id: UUID, today: date, typed: ReleaseForm | None, typed_id: UUID | None
) -> tuple[Standing, ...]:
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
            when=_group_when(row.group),
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


def _group_when(group: TherapyGroup) -> str:
    parts = (
        str(WEEKDAYS[group.weekday]),
        f"{time_format(group.starts, 'H:i')}–{time_format(group.ends, 'H:i')}",
        group.room.name,
        group.leader.name,
    )
    return " · ".join(parts)


def _coming(actor: Actor, client_id: UUID, now: datetime) -> tuple[Coming, ...]:
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


def _weeks(client_id: UUID, episode: Episode, today: date) -> tuple[WeekAhead, ...]:
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


def _past(
    actor: Actor, client_id: UUID, today: date, opened: str, may_write: bool
) -> tuple[PastWeek, ...]:
    """The marks week by week, the newest first; `opened` is the first day of the asked week."""
    rows = marks_of_client(actor, client_id, _history_from(today, opened), today + DAY)
    weeks: dict[date, list[Any]] = {}
    for row in rows:
        weeks.setdefault(week_of(row.on), []).append(row)
    chosen = opened if any(start.isoformat() == opened for start in weeks) else ""
    newest = max(weeks, default=None)
    return tuple(
        PastWeek(
            label=_week_words(start, weeks[start]),
            is_open=start.isoformat() == chosen if chosen else start == newest,
            lines=tuple(
                _past_line(row, may_write and start == week_of(today)) for row in weeks[start]
            ),
        )
        for start in sorted(weeks, reverse=True)
    )


def _history_from(today: date, opened: str) -> date:
    """Eight weeks back, or further to the week that was asked for."""
    first = today - HISTORY
    try:
        return min(first, date.fromisoformat(opened))
    except ValueError:
        return first


def _week_words(start: date, rows: list[Any]) -> str:
    number = ngettext("%(count)s session", "%(count)s sessions", len(rows)) % {"count": len(rows)}
    hours = in_hours(sum(row.credited_minutes for row in rows) / 60)
    return _("Week of %(day)s: %(sessions)s, %(hours)s h credited") % {
        "day": date_format(start, "j F"),
        "sessions": number,
        "hours": hours,
    }


def _past_line(row: Any, may_make_up: bool) -> Past:
    tones = {"present": "done", "virtual_present": "done", "makeup": "done", "no_show": "urgent"}
    return Past(
        when=date_format(row.on, "D j M"),
        name=row.session.name,
        url=reverse("desk:group_room", args=[row.session_id]),
        state=state_words(row),
        tone=tones.get(row.state, "attention"),
        minutes=_("%(minutes)s min") % {"minutes": row.credited_minutes},
        decision=decision_from_json(row.decision) if row.decision else None,
        make_up_url=reverse("desk:schedule_makeup", args=[row.seat_id])
        if may_make_up and row.state in MISSED
        else "",
    )


def _rates(client_id: UUID, today: date) -> tuple[Fact, ...]:
    rate = attendance_rates([client_id], today - timedelta(days=28), today)[client_id]
    return (
        Fact(
            _("Sessions kept, last four weeks"),
            _("%(came)s of %(expected)s · %(percent)s%%")
            % {"came": rate.came, "expected": rate.expected, "percent": rate.percent}
            if rate.expected
            else "",
            empty=_("no session yet"),
        ),
        Fact(
            _("Hours credited of planned"),
            _("%(credited)s of %(planned)s h")
            % {
                "credited": in_hours(rate.credited_minutes / 60),
                "planned": in_hours(rate.planned_minutes / 60),
            },
        ),
        Fact(_("Excused"), str(rate.excused)),
    )


def _asked(
    actor: Actor,
    episode: Episode,
    client_id: UUID,
    asked: dict[str, str],
    today: date,
    now: datetime,
) -> tuple[AskForm, Asked | None, tuple[NotFitting, ...]]:
    """The question with the groups that fit, its answer, and the groups that do not fit."""
    choices = choices_for(episode, today)
    groups = [choice.group for choice in choices]
    labels = {str(group.pk): f"{group.name} · {_group_when(group)}" for group in groups}
    wanted = asked.get("group", "")
    offered = [
        (str(choice.group.pk), labels[str(choice.group.pk)])
        for choice in choices
        if choice.fits or str(choice.group.pk) == wanted
    ]
    lists = {"groups": list(labels.items()), "offered": offered or [("", _("No group fits now"))]}
    rest = tuple(
        _not_fitting(choice, labels, client_id, today) for choice in choices if not choice.fits
    )
    if not wanted:
        return AskForm(initial={"from_day": today}, **lists), None, rest
    form = AskForm(asked, **lists)
    if not form.is_valid():
        return form, None, rest
    group = next(group for group in groups if str(group.pk) == form.cleaned_data["group"])
    from_day = form.cleaned_data["from_day"]
    decision = decide_seat(
        actor=actor, group=group, client_id=client_id, starts_on=from_day, now=now
    )
    seat_form = SeatForm(initial={"group": group.pk, "from_day": from_day})
    name = labels[str(group.pk)]
    return form, Asked(name, decision, decision.outcome == OFFER, seat_form), rest


def _not_fitting(
    choice: Choice, labels: dict[str, str], client_id: UUID, today: date
) -> NotFitting:
    unmet = [line for line in choice.decision.lines(State.NOT_MET) if line.code in NOT_FITTING]
    asked = urlencode({"group": choice.group.pk, "from_day": today.isoformat()})
    return NotFitting(
        name=labels[str(choice.group.pk)],
        why="; ".join(_in_short(line) for line in unmet),
        url=f"{reverse('desk:chart_schedule', args=[client_id])}?{asked}#answer",
    )


def _in_short(line: Reason) -> str:
    """Why not, in few words; a placement rule says nothing of whom it protects."""
    return str(NOT_FITTING[line.code]) % dict(line.detail)


def _book_form(episode: Episode, today: date, typed: Any) -> BookForm:
    types = SessionType.objects.filter(program_id=episode.program_id, kind__in=ONE_BY_ONE)
    workers = Worker.objects.filter(site_id=episode.site_id).order_by("name")
    rooms = Room.objects.filter(site_id=episode.site_id).order_by("name")
    return BookForm(
        typed,
        initial={"on": today},
        types=[(str(row.pk), row.name) for row in types.order_by("name")],
        workers=[(str(row.pk), row.name) for row in workers],
        rooms=[(str(row.pk), row.name) for row in rooms],
        auto_id="book_%s",
    )
