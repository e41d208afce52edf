"""What the pages of paper entries print."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.desk.clients.reach import short_name_for
from homeward.desk.downtime.forms import AnswerForm, KeyingForm
from homeward.downtime.actions.taking import labelled
from homeward.downtime.models import PaperEntry
from homeward.downtime.queries import keyed_since, waiting_for
from homeward.downtime.rights import sites_of
from homeward.kernel.purposes import Purpose
from homeward.staff.models import Worker
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import session_rows

LATELY = timedelta(days=14)
DAYS_BACK = 4


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session of the day to key for."""

    times: str
    name: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words keyed from one's own paper."""

    title: str
    sub: str
    words: str
    url: str
    form: AnswerForm


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Sessions of a day, what waits for me, and what was keyed lately."""

    days: tuple[Tab, ...]
    on: date
    sessions: tuple[SessionLine, ...]
    waiting: tuple[Waiting, ...]
    lately: tuple[tuple[str, str], ...]

    @classmethod
    def of(
        cls, actor: Actor, on: date | None, now: datetime, typed: AnswerForm | None = None
    ) -> "PaperPage":
        sites = list(sites_of(actor))
        zone = ZoneInfo(sites[0].time_zone) if sites else ZoneInfo("UTC")
        today = now.astimezone(zone).date()
        chosen = min(on or today, today)
        rows = session_rows().filter(site__in=sites, on=chosen, cancelled_at=None)
        here = reverse("desk:paper_entries")
        back = [today - timedelta(days=number) for number in range(DAYS_BACK, -1, -1)]
        if chosen not in back:
            back = [chosen, *back]
        return cls(
            tuple(
                Tab(date_format(day, "D j M"), f"{here}?on={day}", day == chosen) for day in back
            ),
            chosen,
            tuple(_session(row) for row in rows.order_by("starts_at") if row.starts_at <= now),
            tuple(_waiting(actor, row, typed) for row in waiting_for(actor)),
            tuple(_lately(actor, row) for row in keyed_since(actor, now - LATELY)),
        )


@dataclass(frozen=True, slots=True)
class KeyingPage:
    """One session and its form."""

    session: GroupSession
    subline: str
    back_url: str
    form: KeyingForm

    @classmethod
    def of(cls, actor: Actor, session: GroupSession, form: KeyingForm) -> "KeyingPage":
        zone = ZoneInfo(session.site.time_zone)
        starts, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
        return cls(
            session,
            f"{date_format(starts, 'l j F')} · {starts:%H:%M}–{ends:%H:%M}",
            f"{reverse('desk:paper_entries')}?on={session.on.isoformat()}",
            form,
        )


def form_for(actor: Actor, session: GroupSession, typed: Any = None) -> KeyingForm:
    """Who sat there within the actor's reach, and who may have written; leaders come first."""
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        session=session, released_at=None
    )
    clients = sorted(
        ((str(seat.client_id), short_name_for(actor, seat.client)) for seat in
         seats.select_related("client")),
        key=lambda each: each[1],
    )  # fmt: skip
    leading: set[UUID] = {each.worker_id for each in session.leaders.all()}
    workers = Worker.objects.filter(site_id=session.site_id).order_by("name")
    authors = sorted(
        ((str(row.pk), row.name) for row in workers),
        key=lambda each: (UUID(each[0]) not in leading, each[1]),
    )
    zone = ZoneInfo(session.site.time_zone)
    initial = {
        "written_at": session.ends_at.astimezone(zone).replace(tzinfo=None),
        "author": authors[0][0] if leading and authors else "",
    }
    return KeyingForm(typed, clients=clients, authors=authors, initial=initial)


def _session(row: GroupSession) -> SessionLine:
    zone = ZoneInfo(row.site.time_zone)
    begins, ends = row.starts_at.astimezone(zone), row.ends_at.astimezone(zone)
    leaders = ", ".join(each.worker.name for each in row.leaders.all())
    seats = ngettext("%d seat", "%d seats", row.seats_taken) % row.seats_taken
    return SessionLine(
        f"{begins:%H:%M}–{ends:%H:%M}",
        row.name,
        " · ".join(filter(None, (row.site.name, leaders, seats))),
        reverse("desk:paper_keying", args=[row.pk]),
    )


def _waiting(actor: Actor, row: PaperEntry, typed: AnswerForm | None) -> Waiting:
    url = reverse("desk:paper_taking", args=[row.pk])
    mine = typed is not None and getattr(typed, "entry_id", None) == row.pk
    form = typed if mine and typed else AnswerForm(version=row.version, auto_id=f"{row.pk}_%s")
    label, _newline, words = labelled(row).partition("\n")
    return Waiting(
        f"{short_name_for(actor, row.client)}, {row.session.name}", label, words, url, form
    )


def _lately(actor: Actor, row: PaperEntry) -> tuple[str, str]:
    became = {
        "": _("waits for its author"),
        "note_draft": _("in the note's draft"),
        "late_entry": _("beneath the signed note"),
        "observation": _("kept as an observation"),
        "declined": _("declined by its author"),
    }
    what = f"{short_name_for(actor, row.client)}, {row.session.name}"
    sub = _("written %(when)s by %(author)s, keyed by %(who)s") % {
        "when": date_format(localtime(row.written_at), "j M H:i"),
        "author": row.author.name,
        "who": row.keyed_by.name,
    }
    return what, f"{sub} · {became[row.became]}"
