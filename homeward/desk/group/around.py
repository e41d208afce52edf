"""What stands around the roster: dangers and who is paged, scribes, material, short forms."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.desk.clients.reach import short_name_for
from homeward.desk.group.forms import EndScribeForm, ScribeForm
from homeward.notes.actions.keep_abbreviation import abbreviations_of
from homeward.notes.actions.name_scribe import who_could_write
from homeward.notes.capacities import writers_of_shared
from homeward.notes.choices import CAPACITIES
from homeward.notes.models import Scribe
from homeward.paging.kinds import PAGE
from homeward.paging.queries import open_dangers
from homeward.tasks.models import CareTask
from homeward.tasks.queries import duties_in_reach
from homeward.timetable.models import GroupSession, Seat


@dataclass(frozen=True, slots=True)
class Danger:
    """Somebody said they are in danger: who was paged, when, and where its ending is said."""

    name: str
    said: str
    paged: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Writing:
    """A colleague who writes for the leader, with the form that ends it where one may."""

    name: str
    form: EndScribeForm | None


@dataclass(frozen=True, slots=True)
class Around:
    """Everything of the room that belongs to no single client."""

    leader_ids: frozenset[UUID]
    writes_for_leader: bool
    dangers: tuple[Danger, ...]
    scribes: tuple[Writing, ...]
    scribe_form: ScribeForm | None
    shared_by: tuple[str, ...]
    short_forms: str
    short_forms_url: str
    starts_at: str
    ends_at: str
    now: str
    topic: str
    summary: str


def around_of(
    actor: Actor, session: GroupSession, seats: list[Seat], scribe_form: ScribeForm | None = None
) -> Around:
    """A fixed few reads, however many sit there."""
    leaders = frozenset(leader.worker_id for leader in session.leaders.all())
    is_leader = actor.worker_id in leaders
    is_open = session.closed_at is None and session.cancelled_at is None
    scribes = list(
        Scribe.objects.filter(session=session, ended_at=None)
        .select_related("worker")
        .order_by("worker__name")
    )
    named = {scribe.worker_id for scribe in scribes}
    form = scribe_form
    if form is None and is_leader and is_open:
        could = [each for each in who_could_write(session) if each.pk not in named]
        form = ScribeForm(workers=[(each.pk, each.name) for each in could], auto_id="scribe_%s")
    return Around(
        leader_ids=leaders,
        writes_for_leader=actor.worker_id in named,
        dangers=dangers_of(actor, session, seats) if is_open else (),
        scribes=tuple(
            Writing(
                scribe.worker.name,
                EndScribeForm(initial={"worker": scribe.worker_id}, auto_id=f"end_{scribe.pk}_%s")
                if is_leader and is_open
                else None,
            )
            for scribe in scribes
        ),
        scribe_form=form,
        shared_by=_shared_by(session),
        short_forms=json.dumps({row.short: str(row.long) for row in abbreviations_of(actor)}),
        short_forms_url=reverse("desk:short_forms"),
        starts_at=session.starts_at.isoformat(),
        ends_at=session.ends_at.isoformat(),
        now=clock.now().isoformat(),
        topic=session.topic.title if session.topic else "",
        summary=session.topic.summary if session.topic else "",
    )


def dangers_of(actor: Actor, session: GroupSession, seats: list[Seat]) -> tuple[Danger, ...]:
    """The open dangers of those the reader cares for in this room, each with everybody paged.

    Whoever only keeps the schedule sees none but those they answer themselves, as everywhere.
    """
    clients: dict[UUID, Any] = {seat.client_id: seat.client for seat in seats}
    rows = open_dangers(session, clients)
    if rows:
        mine = duties_in_reach(actor).filter(pk__in=[row.pk for row in rows])
        cared_for = {row.client_id for row in mine}
        rows = [row for row in rows if row.client_id in cared_for]
    zone = ZoneInfo(session.site.time_zone)
    found = []
    for row in rows:
        if row.kind == PAGE.code:
            continue
        pages = [page for page in rows if page.detail.get("for") == str(row.pk)]
        found.append(
            Danger(
                short_name_for(actor, clients[row.client_id]),
                _("said at %(time)s") % {"time": _time(row.opened_at, zone)},
                tuple(_paged(page, zone) for page in pages),
                reverse("desk:task", args=[row.pk]),
            )
        )
    return tuple(found)


def _paged(page: CareTask, zone: ZoneInfo) -> str:
    return _("%(name)s paged %(time)s") % {
        "name": page.owner.name,
        "time": _time(page.opened_at, zone),
    }


def _time(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _shared_by(session: GroupSession) -> tuple[str, ...]:
    rows = writers_of_shared(session.pk)
    if len(rows) < 2 and not any(row.capacity != "author" for row in rows):
        return ()
    return tuple(
        _("%(name)s, %(capacity)s")
        % {"name": row.worker.name, "capacity": CAPACITIES[row.capacity]}
        for row in rows
    )
