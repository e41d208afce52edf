"""The hour of doses: who takes what here today, by time, and what else is due now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.site_programs import programs_of
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.clients.reach import initials_for, openable, short_name_for
from homeward.desk.medical.forms.doses import TakenForm
from homeward.medications import queries, words
from homeward.medications.duties import KINDS, WITNESS
from homeward.medications.models import DoseMark, Medication
from homeward.medications.rights import is_nursing
from homeward.medications.rules.dosing import Standing, due_on, standing_of
from homeward.medications.timing import home_days, timed
from homeward.program.queries import numbers_for
from homeward.tasks.kinds import kind_of
from homeward.tasks.queries import open_tasks_for

DAYS_BACK = 2
MEDICAL_KINDS = frozenset(kind.code for kind in KINDS) - {WITNESS}
TONES = {"taken": "done", "refused": "attention", "held": "info", "missed": "attention",
         "wasted": "attention"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose of one person."""

    initials: str
    name: str
    url: str
    what: str
    time: str
    sub: str
    state: str = ""
    tone: str = ""
    taken_url: str = ""
    other: Act | None = None
    form: TakenForm | None = None
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class WasteRow:
    """A wasted dose that waits for a second signature."""

    name: str
    what: str
    sub: str
    url: str
    is_mine: bool
    form: TakenForm


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One medical duty of the reader that is due today or was."""

    what: str
    name: str
    when: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class HourPage:
    """What the hour prints: open from before, due now, later, done; and signatures that wait."""

    subline: str
    before: tuple[DoseRow, ...]
    now: tuple[DoseRow, ...]
    later: tuple[DoseRow, ...]
    done: tuple[DoseRow, ...]
    waste: tuple[WasteRow, ...]
    duties: tuple[DutyRow, ...]
    is_nursing: bool
    naloxone_url: str

    @classmethod
    def of(cls, actor: Actor, now: datetime, today: date) -> "HourPage":
        """Everything the actor may watch; eight reads however many doses."""
        medicines = queries.watched_here(actor)
        first = today - timedelta(days=DAYS_BACK)
        ids = [row.pk for row in medicines]
        marks = queries.effective(queries.marks_of_days(actor, ids, first, today))
        known = {(mark.medication_id, mark.due_at): mark for mark in marks if mark.due_at}
        home = home_days(ids, first, today)
        programs = programs_of({row.client_id for row in medicines})
        windows = {
            program: int(numbers_for(program, today)["dose_window_minutes"])
            for program in {programs.get(row.client_id) for row in medicines}
        }
        opens = openable(actor, {row.client_id for row in medicines})
        parts: dict[str, list[tuple[datetime, DoseRow]]] = {
            name: [] for name in ("before", "now", "later", "done")
        }
        for row in medicines:
            window = windows[programs.get(row.client_id)]
            for offset in range(DAYS_BACK + 1):
                day = first + timedelta(days=offset)
                for due_at in due_on(timed(row, home.get(row.pk, ())), day, row.site.time_zone):
                    mark = known.get((row.pk, due_at))
                    standing = standing_of(due_at, now, window, mark is not None)
                    if mark is not None and day != today:
                        continue
                    part = _part(standing, day == today)
                    made = _row(actor, row, due_at, mark, standing, opens, is_today=day == today)
                    parts[part].append((due_at, made))
        sorted_rows = {
            name: tuple(row for _at, row in sorted(rows, key=lambda each: (each[0], each[1].name)))
            for name, rows in parts.items()
        }
        return cls(
            subline=_subline(today, len(sorted_rows["now"])),
            waste=tuple(_waste(actor, queries.unwitnessed(actor, first))),
            duties=tuple(_duties(actor, now)) if is_nursing(actor) else (),
            is_nursing=is_nursing(actor),
            naloxone_url=reverse("desk:naloxone"),
            **sorted_rows,
        )


def _part(standing: Standing, is_today: bool) -> str:
    if standing is Standing.RECORDED:
        return "done"
    if standing is Standing.LATER:
        return "later"
    if standing is Standing.LATE:
        return "before"
    return "now" if is_today else "before"


def _subline(today: date, count: int) -> str:
    said = ngettext("%(count)s dose due now", "%(count)s doses due now", count)
    return f"{date_format(today, 'l j F')} · {said % {'count': count}}"


def _row(
    actor: Actor,
    row: Medication,
    due_at: datetime,
    mark: DoseMark | None,
    standing: Standing,
    opens: frozenset[Any],
    *,
    is_today: bool,
) -> DoseRow:
    """One dose. Of another day nobody writes by one tap that they watched it being taken."""
    local = due_at.astimezone(ZoneInfo(row.site.time_zone))
    is_old = standing is Standing.LATE
    name = short_name_for(actor, row.client)
    asked = urlencode({"due": due_at.isoformat()})
    dose_url = f"{reverse('desk:dose', args=[row.pk])}?{asked}"
    is_held = row.held_at is not None
    base: dict[str, Any] = {
        "initials": initials_for(actor, row.client),
        "name": name,
        "url": reverse("desk:chart_medical", args=[row.client_id])
        if row.client_id in opens
        else "",
        "what": f"{row.name} {row.dose}",
        "time": date_format(local, "D H:i" if is_old else "H:i"),
        "is_held": is_held,
    }
    if mark is not None:
        who = mark.by.name if mark.by else ""
        at = date_format(mark.at.astimezone(ZoneInfo(row.site.time_zone)), "H:i")
        return DoseRow(
            **base,
            sub=_("%(when)s by %(who)s") % {"when": at, "who": who},
            state=words.said(words.DOSE_STATES, mark.state),
            tone=TONES[mark.state],
            other=Act(_("Correct"), reverse("desk:dose_correction", args=[mark.pk]), about=name)
            if is_nursing(actor)
            else None,
        )
    acts = standing is not Standing.LATER
    return DoseRow(
        **base,
        sub=words.said(words.ROUTES, row.route),
        state=_("held") if is_held else "",
        tone="info",
        taken_url=reverse("desk:dose_taken", args=[row.pk])
        if acts and is_today and not is_held
        else "",
        other=Act(
            _("Other") if is_today else _("Say what happened"),
            dose_url,
            about=f"{name}, {row.name}",
        )
        if acts
        else None,
        form=TakenForm(initial={"due": due_at.isoformat()}) if acts else None,
    )


def _duties(actor: Actor, now: datetime) -> Iterable[DutyRow]:
    """Readings, injections, lists and signatures that are the reader's own and due within a day."""
    for task in open_tasks_for(actor):
        if task.kind not in MEDICAL_KINDS or task.due_at > now + timedelta(hours=24):
            continue
        yield DutyRow(
            what=str(kind_of(task.kind).words),
            name=short_name_for(actor, task.client),
            when=date_format(timezone.localtime(task.due_at), "D H:i"),
            tone="urgent" if task.due_at < now else "neutral",
            url=reverse("desk:chart_medical", args=[task.client_id]),
        )


def _waste(actor: Actor, marks: Iterable[DoseMark]) -> Iterable[WasteRow]:
    for mark in marks:
        at = date_format(timezone.localtime(mark.at), "j M")
        yield WasteRow(
            name=short_name_for(actor, mark.client),
            what=f"{mark.medication.name} {mark.medication.dose}",
            sub=_("wasted %(when)s, written by %(who)s")
            % {"when": at, "who": mark.by.name if mark.by else ""},
            url=reverse("desk:dose_witness", args=[mark.pk]),
            is_mine=mark.by_id == actor.worker_id,
            form=TakenForm(),
        )
