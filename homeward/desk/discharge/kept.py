"""Appointments after care: when, with whom, who confirmed it, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.offered import is_offered
from homeward.progress.booked import booked_elsewhere
from homeward.progress.models import Appointment
from homeward.progress.queries import appointments_of


@dataclass(frozen=True, slots=True)
class Kept:
    """One appointment: when, with whom, who confirmed it, and what became of it."""

    when: str
    with_whom: str
    sub: str
    tag: str
    tone: str
    act: Act | None


def kept_of(actor: Actor, episode: Any, now: datetime) -> tuple[Kept, ...]:
    """The appointments of this room and of others, the earliest first."""
    may_settle = is_offered(actor, "desk:appointment_settle", episode.client)
    elsewhere = booked_elsewhere(actor, episode.client_id, now)
    confirmed = {each.at for each in elsewhere if each.is_confirmed}
    # A step that was planned for an hour and then booked there is one visit.
    found = [
        (row.at, _kept(row, now, may_settle))
        for row in appointments_of(actor, episode)
        if row.confirmed_by.strip() or row.kept is not None or row.at not in confirmed
    ]
    for each in elsewhere:
        url = reverse(each.url_name, args=[each.ref]) if each.url_name else ""
        act = Act(_("Open"), url, about=each.with_whom) if url else None
        state = _state(each.kept, each.is_ahead, bool(each.confirmed_by))
        found.append((each.at, _line(each, *state, act)))
    return tuple(line for _at, line in sorted(found, key=lambda pair: pair[0]))


def _kept(row: Appointment, now: datetime, may_settle: bool) -> Kept:
    act = None
    if may_settle and row.at <= now and row.kept is None:
        act = Act(
            _("Kept or missed"), reverse("desk:appointment_settle", args=[row.pk]),
            about=row.with_whom,
        )  # fmt: skip
    return _line(row, *_state(row.kept, row.at > now, bool(row.confirmed_by)), act)


def _line(row: Any, tag: str, tone: str, act: Act | None) -> Kept:
    sub = _("confirmed by %(who)s") % {"who": row.confirmed_by} if row.confirmed_by else ""
    return Kept(
        date_format(timezone.localtime(row.at), "D j M Y, H:i"),
        " · ".join(filter(None, (row.with_whom, row.place))),
        sub,
        tag,
        tone,
        act,
    )


def _state(kept: bool | None, is_ahead: bool, is_confirmed: bool) -> tuple[str, str]:
    if kept is not None:
        return (_("kept"), "done") if kept else (_("missed"), "urgent")
    if not is_confirmed:
        return _("not confirmed"), "attention"
    return (_("booked"), "info") if is_ahead else (_("not known yet"), "attention")
