"""The client's own sessions as lines of a day. Nobody else in the room is ever named."""

from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.components import Act, DayEntry
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.timetable.joining import is_open_to_join
from homeward.timetable.models import Seat

PHASES = {
    "indigo": "orientation",
    "blue": "early",
    "teal": "middle",
    "green": "late",
    "gold": "continuing",
}


def seats_between(own: Own, first: date, last: date) -> list[Seat]:
    """The client's seats from one day until before another, in order of time.

    Held ones, and those that fell with their session: who was told of it reads that it is off.
    """
    rows = Seat.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        Q(released_at=None) | Q(released_reason="session_cancelled"),
        client=own.client, session__on__gte=first, session__on__lt=last,
    )  # fmt: skip
    kept = ("session__room", "session__topic", "session__session_type", "session__joining")
    return list(rows.select_related(*kept).order_by("starts_at"))


def week_days(own: Own, monday: date) -> list[tuple[str, tuple[DayEntry, ...]]]:
    """Seven days with their sessions, in one read; days without any are left out."""
    days: dict[date, list[DayEntry]] = {}
    for seat in seats_between(own, monday, monday + timedelta(weeks=1)):
        days.setdefault(seat.session.on, []).append(entry_of(own, seat))
    return [(date_format(day, "l j F"), tuple(entries)) for day, entries in days.items()]


def entry_of(own: Own, seat: Seat) -> DayEntry:
    """One session as a line of a day."""
    session = seat.session
    starts, ends = own.at_wall(seat.starts_at), own.at_wall(seat.ends_at)
    is_now = seat.starts_at <= own.now < seat.ends_at
    place = session.room.name if session.room else ""
    until = _("until %(time)s") % {"time": date_format(ends, "H:i")}
    topic = session.topic.title if session.topic else ""
    phase = own.episode.phase.color if own.episode else ""
    return DayEntry(
        time=date_format(starts, "H:i"),
        title=" · ".join(part for part in (session.name, place) if part),
        sub=" · ".join(part for part in (topic, until) if part),
        phase=PHASES.get(phase, "middle"),
        now=is_now,
        cancelled=session.cancelled_at is not None,
        tag=_("now") if is_now else "",
        tag_tone="done",
        act=_join(own, seat),
    )


def _join(own: Own, seat: Seat) -> Act | None:
    """The way to join from afar, while that is open; the link itself stands on its own page."""
    session = seat.session
    joining = getattr(session, "joining", None)
    if session.cancelled_at or joining is None or not joining.address:
        return None
    if not is_open_to_join(session, own.now):
        return None
    return Act(_("Join now"), reverse("portal:join", args=[seat.pk]), "primary", session.name)
