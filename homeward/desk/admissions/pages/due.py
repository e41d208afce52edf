"""What the admissions desk must do now: reminders and messages that wait for somebody."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Message, Reminder
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.admissions.choices import REMINDERS
from homeward.desk.admissions.naming import name_of
from homeward.desk.admissions.times import when
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose

MOST = 6


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing to do: for whom, what, by when."""

    name: str
    initials: str
    url: str
    fact: str
    sub: str
    due_at: datetime
    is_late: bool
    act: Act


def due_now(actor: Actor, now: datetime) -> tuple[DueLine, ...]:
    """The open reminders an actor may see, what is due first at the top."""
    rows = Reminder.objects.for_actor(actor, Purpose.OPERATIONS).filter(closed_at=None)
    found = rows.select_related("inquiry__client", "owner").order_by("due_at", "pk")[:MOST]
    return tuple(_line(row, now) for row in found)


def _line(row: Reminder, now: datetime) -> DueLine:
    name = name_of(row.inquiry)
    return DueLine(
        name=name,
        initials=initials_of(name),
        url=reverse("desk:admissions_case", args=[row.inquiry_id]),
        fact=str(REMINDERS[row.kind]),
        sub=" · ".join(
            filter(
                None,
                (
                    _("due %(when)s") % {"when": when(row.due_at)},
                    row.inquiry.number,
                    row.owner.name if row.owner else "",
                ),
            )
        ),
        due_at=row.due_at,
        is_late=row.due_at < now,
        act=_act(row, name),
    )


def _act(row: Reminder, name: str) -> Act:
    """What ends it: the service itself where one is asked for, else saying what came of it."""
    if row.kind == Reminder.Kind.INTERIM_SERVICES:
        url = reverse("desk:admissions_interim", args=[row.inquiry_id])
        return Act(_("Give a service"), url, about=name)
    return Act(_("Done"), reverse("desk:admissions_reminder", args=[row.pk]), about=name)


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message as its reader sees it; nothing in it was looked up."""

    about: str
    caller: str
    words: str
    sub: str
    act: Act


def messages_waiting(actor: Actor) -> tuple[MessageLine, ...]:
    """Messages nobody dealt with yet, the oldest first."""
    rows = Message.objects.for_actor(actor, Purpose.OPERATIONS).filter(handled_at=None)
    return tuple(
        MessageLine(
            about=row.about or _("nobody named"),
            caller=" · ".join(filter(None, (row.caller_name, row.phone))) or _("no name given"),
            words=row.words,
            sub=" · ".join(
                filter(None, (when(row.taken_at), row.taken_by.name if row.taken_by else ""))
            ),
            act=Act(_("Dealt with"), reverse("desk:admissions_message", args=[row.pk]), "primary"),
        )
        for row in rows.select_related("taken_by").order_by("taken_at")[:50]
    )


def message_count(actor: Actor) -> int:
    """How many messages wait."""
    rows = Message.objects.for_actor(actor, Purpose.OPERATIONS).filter(handled_at=None)
    return rows.count()  # type: ignore[no-any-return]
