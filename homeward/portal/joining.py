"""Joining a session from afar, as its page prints it: asked first, closed with a way out, or in."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.actions.from_afar import joined_at
from homeward.attendance.afar import decided, kept_of, said_for
from homeward.attendance.models import RemotePlace
from homeward.attendance.rules.from_afar import CALL, OPEN, PAPER, PRIVATE_FIRST
from homeward.core.forms import ActionForm
from homeward.doorways.rules.levels import Level
from homeward.portal.joining_forms import WhereForm
from homeward.portal.own import Own
from homeward.timetable.models import Seat


@dataclass(frozen=True, slots=True)
class Closed:
    """Why the way in is not open from here, kindly, and what to do instead."""

    title: str
    words: str
    signs: bool


@dataclass(frozen=True, slots=True)
class Joining:
    """One of four: `where` asks, `closed` says why not, the way in, or in since `since`."""

    address: str
    until: str
    since: str
    waits: bool
    where: WhereForm | None
    again: WhereForm | None
    closed: Closed | None
    phone: str
    form: ActionForm
    lost_form: ActionForm

    @property
    def dial(self) -> str:
        """The number as a telephone takes it."""
        return re.sub(r"[^0-9+]", "", self.phone)

    @classmethod
    def of(
        cls, own: Own, seat: Seat, address: str, *, level: Level, asked: bool,
        typed: WhereForm | None = None,
    ) -> "Joining":  # fmt: skip
        """The address is in it only where the client may have it now."""
        said = said_for(own.actor, seat)
        since = joined_at(seat) if said is not None else None
        outcome = decided(seat, said.state, said.who_is_there).outcome if said else ""
        is_open = since is not None or outcome == OPEN
        fresh = typed or where_form(own, level, None)
        return cls(
            address=address if is_open else "",
            until=date_format(own.at_wall(seat.ends_at), "H:i"),
            since=date_format(own.at_wall(since), "H:i") if since else "",
            waits=asked and is_open and since is None,
            where=fresh if said is None or typed is not None else None,
            again=fresh if said is not None and since is None else None,
            closed=None if is_open or said is None else closed_words(outcome),
            phone=own.client.site.phone,
            form=ActionForm(),
            lost_form=ActionForm(auto_id="lost_%s"),
        )


def where_form(own: Own, level: Level, typed: Any) -> WhereForm:
    """The questions; what was kept is offered only to who was seen as the client at the desk."""
    kept: RemotePlace | None = kept_of(own.actor) if level >= Level.PROOFED else None
    return WhereForm(typed, kept=kept, here=own.client.site.state, auto_id="where_%s")


def level_of(request: HttpRequest) -> Level:
    """How well the one who asks is known."""
    door = getattr(request, "door", None)
    return door.level if door is not None else Level.NONE


def closed_words(outcome: str) -> Closed:
    """The words of one reason; never a reproach."""
    return {
        CALL: Closed(
            _("Please call us"),
            _("You are in a place where we may not treat by video. Call us: we find another way. "
              "Your place in the program stays."),
            signs=False,
        ),
        PAPER: Closed(
            _("One paper first"),
            _("Video needs your yes on paper. Your counselor knows that you wait. Sign it under "
              "papers, or call us."),
            signs=True,
        ),
        PRIVATE_FIRST: Closed(
            _("A quiet place first"),
            _("What others say here is private. Find a place where nobody hears, or use a closed "
              "room. Then tell us again. If there is none, call us."),
            signs=False,
        ),
    }[outcome]  # fmt: skip
