"""Deleted drafts and voided notes, each with one way back."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.desk.clients.reach import short_name_for
from homeward.desk.notes.asides import moment
from homeward.desk.words import initials_of
from homeward.notes.asides import Aside, set_aside_by
from homeward.notes.correction_words import REASON_WORDS


@dataclass(frozen=True, slots=True)
class AsideRow:
    """One note that was set aside."""

    initials: str
    name: str
    title: str
    sub: str
    is_voided: bool
    url: str


@dataclass(frozen=True, slots=True)
class AsidePage:
    """Everything the page prints."""

    deleted: tuple[AsideRow, ...]
    voided: tuple[AsideRow, ...]


def aside_page(actor: Actor, now: datetime) -> AsidePage:
    """What this person may bring back, the newest first."""
    rows = [_row(actor, each) for each in set_aside_by(actor, now)]
    return AsidePage(
        tuple(row for row in rows if not row.is_voided),
        tuple(row for row in rows if row.is_voided),
    )


def _row(actor: Actor, aside: Aside) -> AsideRow:
    note, why = aside.note, aside.why
    zone = ZoneInfo(note.session.site.time_zone)
    name = short_name_for(actor, note.client)
    return AsideRow(
        initials_of(name),
        name,
        _("%(session)s · %(day)s")
        % {"session": note.session.name, "day": date_format(note.on, "D j M")},
        _("%(reason)s · %(name)s, %(at)s")
        % {
            "reason": REASON_WORDS.get(why.reason, why.reason),
            "name": why.worker.name,
            "at": moment(why.at, zone),
        },
        note.signed_at is not None,
        reverse("desk:note", args=[note.pk]),
    )
