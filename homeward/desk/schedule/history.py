"""What happened: the marks week by week, and the rates over four weeks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.attendance.queries import attendance_rates, marks_of_client
from homeward.attendance.rules.makeup import MISSED
from homeward.attendance.words import state_words
from homeward.core.actors import Actor
from homeward.core.charts.hours import in_hours
from homeward.core.components import Fact
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.timetable.seating import week_of

DAY = timedelta(days=1)
HISTORY = timedelta(days=56)


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


def past_weeks(
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


def rates(client_id: UUID, today: date) -> tuple[Fact, ...]:
    """Sessions kept, hours credited of planned, and excuses over four weeks."""
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
