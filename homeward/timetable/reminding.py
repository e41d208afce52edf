"""A word to clients before a day of theirs begins, for who asked for texts or e-mail.

One for the first session of a day, twice, by the program's hours. It says neither where nor what:
the notices room has the words, decides each time whether they may go, and waits for safe hours.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import queue_notice
from homeward.notices.models import Channel, ContactChoice, Notice
from homeward.notices.queries import best_channel
from homeward.people.stops import without_stopped
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.timetable.models import Seat
from homeward.timetable.rules.reminding import ReminderNumbers, word_due

REMINDING = Actor.of_service("timetable.reminding")
CODE = "session_ahead"
SENT_BY = (Channel.TEXT, Channel.EMAIL)


def remind_of_sessions(*, now: datetime) -> int:
    """Queue what is due now, each once; how many. Nobody is reminded who died, is in hospital or
    in jail, nor who never asked for it."""
    wanted = {
        origin: seat for program in Program.objects.all() for origin, seat in _due(program, now)
    }
    known = Notice.objects.for_actor(REMINDING, Purpose.OPERATIONS).filter(origin__in=list(wanted))
    for origin in known.values_list("origin", flat=True):
        wanted.pop(origin, None)
    asked = _asking([seat.client_id for seat in wanted.values()])
    return sum(
        _queued(seat.client, origin, now)
        for origin, seat in wanted.items()
        if seat.client_id in asked
    )


def _due(program: Program, now: datetime) -> Iterator[tuple[str, Seat]]:
    """The first held seat of each client's day whose word is due, under the name of the word."""
    numbers = ReminderNumbers.of(numbers_for(program, local_day(now)))
    last = now + timedelta(hours=float(numbers.first.value))
    rows = Seat.objects.for_actor(REMINDING, Purpose.OPERATIONS).filter(
        episode__program=program, episode__ended_at=None, released_at=None,
        session__cancelled_at=None, starts_at__gt=now - timedelta(hours=24), starts_at__lte=last,
    )  # fmt: skip
    seen: set[tuple[Any, Any]] = set()
    for seat in without_stopped(rows).select_related("client", "site").order_by("starts_at"):
        day = (seat.client_id, local_day(seat.starts_at, seat.site.time_zone))
        if day in seen:
            continue
        seen.add(day)
        if word := word_due(seat.starts_at - now, numbers):
            yield f"session ahead {seat.client_id} {day[1]:%Y%m%d} {word}", seat


def _asking(client_ids: list[Any]) -> frozenset[Any]:
    """Those who said yes to a way that comes to them; their newest word counts when it is sent."""
    rows = ContactChoice.objects.for_actor(REMINDING, Purpose.OPERATIONS).filter(
        client_id__in=client_ids, contact=None, channel__in=SENT_BY, is_wanted=True
    )
    return frozenset(rows.values_list("client_id", flat=True))


def _queued(client: Any, origin: str, now: datetime) -> bool:
    channel = best_channel(client)
    if channel not in SENT_BY:
        return False
    try:
        queue_notice(
            actor=REMINDING, client_id=client.pk, code=CODE, channel=channel, origin=origin, now=now
        )
    except Refusal:
        return False
    return True
