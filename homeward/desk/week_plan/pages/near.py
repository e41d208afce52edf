"""What begins too soon for a repair to move it, and the sessions that what happened touches there.

Those are settled one by one on their own pages: somebody stands in, or the session is called off
and other places are offered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.desk.week_plan.forms.repairs import CLOSURE, ROOM, STAFF
from homeward.desk.week_plan.ground import Ground
from homeward.timetable.instance_of_week.clock import DAYS
from homeward.timetable.models import GroupSession


@dataclass(frozen=True, slots=True)
class NearSession:
    """One session that begins within the notice and is touched."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Near:
    """Until when everything stays, and what of it has to be settled by hand."""

    words: str
    sessions: tuple[NearSession, ...]


def near_of(ground: Ground, opened: Any, question: Any) -> Near | None:
    """None where nothing of the week is over or near; one query where something happened."""
    asked = question.question
    now, wide = asked.get("now", {}), opened.clock.slots_a_day
    horizon = now.get("day", 0) * wide + now.get("slot", 0) + asked.get("notice_slots", 0)
    if horizon <= 0:
        return None
    day, slot = divmod(horizon, wide)
    touched = _touched(opened, asked.get("events", ()))
    sessions: tuple[NearSession, ...] = ()
    if touched:
        rows = GroupSession.objects.live().filter(
            touched, program=opened.draft.program_id, site=opened.draft.site_id, closed_at=None,
            starts_at__lt=opened.clock.when(day, slot), ends_at__gt=question.at,
            on__gte=opened.draft.starts_on,
        ).order_by("starts_at", "pk").distinct()  # fmt: skip
        sessions = tuple(_line(ground, row) for row in rows)
    return Near(
        _("What begins before %(when)s stays as people were told.")
        % {"when": f"{ground.times.long_day(day)}, {ground.times.at(slot)}"}
        if day < DAYS
        else _("The whole week stays as people were told: it is over, or begins too soon."),
        sessions,
    )


def _touched(opened: Any, events: Any) -> Q | None:
    found: Q | None = None
    for event in events:
        for period in _periods(opened, event):
            touched = Q(starts_at__lt=period[1], ends_at__gt=period[0])
            if event["kind"] == STAFF:
                touched &= Q(leaders__worker=event["staff"], leaders__is_released=False)
            elif event["kind"] == ROOM:
                touched &= Q(room=event["room"])
            elif event["kind"] != CLOSURE:
                continue
            found = touched if found is None else found | touched
    return found


def _periods(opened: Any, event: Any) -> Iterator[tuple[Any, Any]]:
    for day, start, ends in event.get("windows", ()):
        yield opened.clock.when(day, start), opened.clock.when(day, ends)


def _line(ground: Ground, session: GroupSession) -> NearSession:
    starts = localtime(session.starts_at)
    place = (session.on - ground.times.starts_on).days
    return NearSession(
        _("%(name)s, %(day)s %(time)s")
        % {"name": session.name, "day": ground.times.day(place), "time": f"{starts:%H:%M}"},
        reverse("desk:session", args=[session.pk]),
    )
