"""The Notes tab of a record: what was written, and that something was voided."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Cell, Column, Row, Table
from homeward.desk.group.review import facts_of
from homeward.notes.asides import Aside, voided_of_client
from homeward.notes.correction_words import REASON_WORDS
from homeward.notes.models import ClientNote
from homeward.notes.queries import notes_of_client

PAGE = 25


@dataclass(frozen=True, slots=True)
class NotesTab:
    """A client's notes, the newest first."""

    table: Table
    older_url: str
    voided: tuple["Voided", ...]


@dataclass(frozen=True, slots=True)
class Voided:
    """A note that left this chart, with the reason beside it; its words are not shown here."""

    title: str
    day: str
    reason: str
    by: str
    url: str


def notes_tab(actor: Actor, client_id: UUID, asked_before: str, now: datetime) -> NotesTab:
    """One page of notes; `asked_before` is an ISO date from the address, ignored when wrong."""
    try:
        before = date.fromisoformat(asked_before)
    except ValueError:
        before = None
    notes = notes_of_client(actor, client_id, before=before, limit=PAGE + 1)
    shown = notes[:PAGE]
    columns = (
        Column(_("Session")),
        Column(_("Day")),
        Column(_("Minutes"), numeric=True),
        Column(_("Author")),
        Column(_("In short")),
        Column(_("State")),
    )
    older = ""
    if len(notes) > PAGE:
        older = f"{reverse('desk:chart_notes', args=[client_id])}?before={shown[-1].on}"
    return NotesTab(
        Table(
            _("Notes"),
            columns,
            tuple(_line(note, now) for note in shown),
            empty=_("No notes yet. They are written in the group room."),
        ),
        older,
        () if before else tuple(_voided(each) for each in voided_of_client(actor, client_id)),
    )


def _voided(aside: Aside) -> Voided:
    who = ", ".join(filter(None, (aside.why.worker.name, aside.why.credential)))
    return Voided(
        aside.note.session.name,
        _day(aside.note.on),
        str(REASON_WORDS.get(aside.why.reason, aside.why.reason)),
        _("voided %(day)s by %(name)s") % {"day": _day(local_day(aside.why.at)), "name": who},
        reverse("desk:note", args=[aside.note.pk]),
    )


def _day(on: date) -> str:
    """A day that never breaks over two lines."""
    return date_format(on, "j M Y").replace(" ", "\N{NO-BREAK SPACE}")


def _line(note: ClientNote, now: datetime) -> Row:
    if note.signed_at is not None:
        state: Any = (_("signed"), "done")
    elif now > note.due_at:
        state = (_("overdue"), "urgent")
    else:
        state = (_("draft"), "attention")
    return Row(
        (
            Cell(note.session.name, url=reverse("desk:note", args=[note.pk])),
            Cell(_day(note.on)),
            Cell(str(note.minutes) if note.signed_at else "—"),
            Cell(note.author.name),
            Cell(facts_of(note, None) or "—"),
            Cell(state[0], tone=state[1]),
        )
    )
