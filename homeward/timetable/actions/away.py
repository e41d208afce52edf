"""Somebody is away, or a site or room is closed; said with a reason, taken back by a new word."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.program.models import Room, Site
from homeward.staff.models import Worker
from homeward.timetable.capacity import Absence, Closure
from homeward.timetable.permissions import require_planner, works_at


class EndsBeforeItBegins(Refusal):
    """The end does not lie after the beginning."""


class NotAReasonToBeAway(Refusal):
    """The reason is none of those known."""


@action
def note_absence(
    *,
    actor: Actor,
    worker_id: UUID,
    why: str,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
) -> Absence:
    """A worker is away; the planned week leaves these hours out.

    Whoever plans says it for anybody of the site, everybody for themselves: NotAllowed otherwise.
    Raises EndsBeforeItBegins, NotAReasonToBeAway; Worker.DoesNotExist elsewhere.
    """
    worker = Worker.objects.get(pk=worker_id)
    _may(actor, worker)
    if ends_at <= starts_at:
        raise EndsBeforeItBegins
    if why not in Absence.Why.values:
        raise NotAReasonToBeAway
    absence = Absence.objects.create(
        worker=worker, why=why, starts_at=starts_at, ends_at=ends_at, noted_at=now,
        noted_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("timetable.absence.noted", actor=actor, subject=absence, at=now)
    return absence


@action
def withdraw_absence(*, actor: Actor, absence_id: UUID, now: datetime) -> Absence:
    """They will be there after all; a second time changes nothing."""
    absence = Absence.objects.select_for_update(of=("self",)).select_related("worker").get(
        pk=absence_id
    )  # fmt: skip
    _may(actor, absence.worker)
    if absence.withdrawn_at is None:
        absence.change(withdrawn_at=now)
        audit.record("timetable.absence.withdrawn", actor=actor, subject=absence, at=now)
    return absence


@action
def close_site(
    *,
    actor: Actor,
    site_id: UUID,
    on: date,
    name: str,
    now: datetime,
    starts: time | None = None,
    ends: time | None = None,
    room_id: UUID | None = None,
) -> Closure:
    """A site, or one room of it, is closed on a day, between wall times or for the whole day.

    Sessions that are planned there already are not touched. Raises EndsBeforeItBegins,
    NotAllowed; Site.DoesNotExist or Room.DoesNotExist elsewhere.
    """
    require_planner(actor)
    if not works_at(actor, site_id):
        raise Site.DoesNotExist
    site = Site.objects.get(pk=site_id)
    room = Room.objects.get(pk=room_id, site=site) if room_id else None
    zone = ZoneInfo(site.time_zone)
    first = datetime.combine(on, starts or time(), zone)
    last = datetime.combine(on, ends, zone) if ends else _midnight_after(on, zone)
    if last <= first:
        raise EndsBeforeItBegins
    closure = Closure.objects.create(
        site=site, room=room, name=" ".join(name.split())[:80],
        starts_at=first.astimezone(UTC), ends_at=last.astimezone(UTC),
        noted_at=now, noted_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("timetable.closure.noted", actor=actor, subject=closure, at=now)
    return closure


@action
def reopen_closure(*, actor: Actor, closure_id: UUID, now: datetime) -> Closure:
    """It is open after all; a second time changes nothing."""
    require_planner(actor)
    closure = Closure.objects.select_for_update(of=("self",)).get(pk=closure_id)
    if not works_at(actor, closure.site_id):
        raise Closure.DoesNotExist
    if closure.withdrawn_at is None:
        closure.change(withdrawn_at=now)
        audit.record("timetable.closure.withdrawn", actor=actor, subject=closure, at=now)
    return closure


def _may(actor: Actor, worker: Worker) -> None:
    if not works_at(actor, worker.site_id):
        raise Worker.DoesNotExist
    if actor.worker_id != worker.pk:
        require_planner(actor, worker.site_id)


def _midnight_after(on: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(on + timedelta(days=1), time(), zone)
