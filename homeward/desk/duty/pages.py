"""What the on-duty roster prints."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock, reasons_words
from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.desk.choosing import Chosen
from homeward.desk.duty.forms import ShiftForm, WeekForm
from homeward.kernel.reasons import Decision, State
from homeward.program.models import Program, Site
from homeward.staff.models import Worker
from homeward.timetable.duty import duty_of_days, shifts_of_days
from homeward.timetable.permissions import may_plan
from homeward.timetable.roster import DutyShift
from homeward.timetable.rules.duty import COVERED, EMPTY, NOBODY_HERE


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One colleague's stretch."""

    shift_id: UUID
    name: str
    when: str
    is_trained: bool
    form: WeekForm | None


@dataclass(frozen=True, slots=True)
class DutyDay:
    """One day: who is on duty, and what is open."""

    label: str
    state: str
    tone: str
    open_lines: tuple[str, ...]
    shifts: tuple[ShiftLine, ...]
    decision: Decision
    is_blocking: bool


@dataclass(frozen=True, slots=True)
class DutyPage:
    """All the template prints."""

    title: str
    subline: str
    weeks: tuple[Tab, ...]
    sites: tuple[Tab, ...]
    days: tuple[DutyDay, ...]
    form: ShiftForm | None
    fill_form: WeekForm | None
    week_url: str
    is_open: bool

    @classmethod
    def of(cls, actor: Actor, chosen: Chosen, form: ShiftForm | None = None) -> "DutyPage":
        """A fixed few reads for the whole week."""
        plans = may_plan(actor, chosen.site.pk)
        days = duty_days(chosen, may_change=plans)
        about = {"week": chosen.starts_on.isoformat(), "site": chosen.site.code}
        return cls(
            title=_("On duty"),
            subline=" · ".join((chosen.site.name, chosen.title)),
            weeks=chosen.weeks,
            sites=chosen.site_tabs,
            days=days,
            form=(form or shift_form(chosen)) if plans else None,
            fill_form=WeekForm(initial=about, auto_id="fill_%s") if plans else None,
            week_url=chosen.url(route="desk:week"),
            is_open=not days or any(day.open_lines for day in days),
        )


def duty_days(chosen: Chosen, *, may_change: bool = False) -> tuple[DutyDay, ...]:
    """The days of a week on which clients come or somebody is on duty."""
    decisions = duty_of_days(chosen.site, chosen.days, chosen.program)
    shifts = shifts_of_days(chosen.site.pk, chosen.days)
    zone = ZoneInfo(chosen.site.time_zone)
    about = {"week": chosen.starts_on.isoformat(), "site": chosen.site.code}
    return tuple(
        _day(
            day, chosen.today, decision, tuple(
                _line(row, zone, about, may_change=may_change and day >= chosen.today)
                for row in shifts.get(day, ())
            ),
        )
        for day, decision in decisions.items()
        if decision.outcome != NOBODY_HERE or shifts.get(day)
    )  # fmt: skip


def duty_of_week(program: Program, site: Site, starts_on: date) -> tuple[DutyDay, ...]:
    """The roster of a week as its board shows it, without forms."""
    today = clock.today(site.time_zone)
    return duty_days(Chosen("desk:duty", program, site, (site,), starts_on, today))


def shift_form(chosen: Chosen, typed: Any = None) -> ShiftForm:
    """One shift more: the days from today on, the colleagues of the site."""
    workers = Worker.objects.filter(site=chosen.site).order_by("name")
    days = [day for day in chosen.days if day >= chosen.today] or list(chosen.days)
    return ShiftForm(
        typed,
        days=[(day.isoformat(), date_format(day, "l j F")) for day in days],
        workers=[
            (str(worker.pk), _trained(worker.name) if worker.is_naloxone_trained else worker.name)
            for worker in workers
        ],
        initial={"week": chosen.starts_on.isoformat(), "site": chosen.site.code},
    )


def _trained(name: str) -> str:
    return _("%(name)s · naloxone-trained") % {"name": name}


def _day(day: date, today: date, decision: Decision, shifts: tuple[ShiftLine, ...]) -> DutyDay:
    words = {COVERED: (_("covered"), "done"), EMPTY: (_("nobody on duty"), "urgent")}
    state, tone = words.get(decision.outcome, (_("not enough"), "attention"))
    if decision.outcome == NOBODY_HERE:
        state, tone = _("no clients on site"), "neutral"
    elif day < today and decision.outcome == EMPTY:
        state, tone = _("nobody was written down"), "neutral"
    return DutyDay(
        label=date_format(day, "l j F"),
        state=state,
        tone=tone,
        open_lines=tuple(
            reasons_words.words_for(line.code, line.detail)
            for line in decision.lines(State.NOT_MET)
            if day >= today
        ),
        shifts=shifts,
        decision=decision,
        is_blocking=day >= today and bool(decision.extras["blocks"]),
    )


def _line(row: DutyShift, zone: ZoneInfo, about: dict[str, str], *, may_change: bool) -> ShiftLine:
    begins, ends = row.starts_at.astimezone(zone), row.ends_at.astimezone(zone)
    form = WeekForm(initial=about, version=row.version, auto_id=f"off_{row.pk}_%s")
    return ShiftLine(
        row.pk, row.worker.name, f"{begins:%H:%M}–{ends:%H:%M}", row.worker.is_naloxone_trained,
        form if may_change else None,
    )  # fmt: skip
