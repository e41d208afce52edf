"""Who said that they come late, as lists at the door and in the room print it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.conversations import queries, words
from homeward.conversations.models import RunningLate
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Need
from homeward.desk.today.lines import Line, clock_words, face_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role

# Whom the day's own page tells: who leads the session, and who stands at the door.
AT_THE_DOOR = (Role.FRONT_DESK, Role.TECHNICIAN)
LATELY = timedelta(hours=6)


def late_words(seat_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What is said beside each of these seats, whom the reader has reached; one question."""
    return {pk: words_of(row) for pk, row in queries.late_for(list(seat_ids)).items()}


def words_of(row: RunningLate) -> str:
    """ "about 20 min late: bus or ride, said 09:12"."""
    return _("about %(minutes)s min late: %(why)s, said %(at)s") % {
        "minutes": row.minutes,
        "why": words.said(words.LATE_WHY_STAFF, row.why),
        "at": clock_words(row.at),
    }


def running_late(actor: Actor) -> Iterator[Line]:
    """Who comes late to a session of mine, or to this house for whoever is at the door."""
    if not may(actor.roles, RecordClass.SCHEDULE, Access.READ) or actor.worker_id is None:
        return
    now = clock.now()
    rows = RunningLate.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        taken_back_at=None, at__gt=now - LATELY, seat__ends_at__gt=now, seat__released_at=None,
        seat__mark__isnull=True,
    )  # fmt: skip
    if not actor.has_role(*AT_THE_DOOR):
        rows = rows.filter(
            seat__session__leaders__worker_id=actor.worker_id,
            seat__session__leaders__is_released=False,
        )
    for row in rows.select_related("client", "seat__session").order_by("at", "pk"):
        url = reverse("desk:arrival", args=[row.seat_id])
        yield Line(
            1,
            row.seat.starts_at,
            Need(
                face_of(row.client),
                _("is running late for %(session)s") % {"session": row.seat.session.name},
                words_of(row),
                Act(_("Arrival"), url, about=row.client.short_name),
                "attention",
            ),
            row.client_id,
        )
