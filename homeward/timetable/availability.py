"""When clients can come: what was said at the schedule, else what the assessment was told.

Nobody is asked twice: the first call and the assessment fill this, and the schedule tab changes it
from a day on. Reading many clients takes the same few queries as reading one.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from homeward.admissions.models import Obligation
from homeward.assessments.models import Answer
from homeward.assessments.rules.week import obligations_in, windows_of
from homeward.assessments.told import opened
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.timetable.rules.hours import (
    ASSESSMENT,
    CHILDCARE,
    INQUIRY,
    SCHEDULE,
    TRACK,
    Stretch,
    WeekHours,
    why_of,
)
from homeward.timetable.seating import SEATING
from homeward.timetable.windows import ClientHours

ASKED = ("availability", "obligations")
WEEK = timedelta(days=7)
_OF_INQUIRY = {Obligation.Kind.CHILDREN.value: CHILDCARE}


def hours_of(actor: Actor, client: Any, on: date) -> WeekHours:
    """One client's usual week as it holds on a day, as far as the actor may read it."""
    said = _said(actor, [client.pk], on, on + timedelta(days=1))
    if said:
        return said[client.pk]
    told = _told(actor, [client.pk])
    return told.get(client.pk) or WeekHours((), (), TRACK)


def hours_of_many(client_ids: Iterable[UUID], monday: date) -> dict[UUID, WeekHours]:
    """The usual week of each client who was asked, for planning; three queries for all."""
    ids = list(client_ids)
    said = _said(SEATING, ids, monday, monday + WEEK)
    return {**_told(SEATING, ids), **said}


def in_track(hours: WeekHours | None, starts: time, ends: time) -> WeekHours:
    """The same week; where nobody was asked about free hours, those of the track every day."""
    if hours is not None and hours.free:
        return hours
    free = tuple(Stretch(weekday, starts, ends) for weekday in range(7))
    return WeekHours(free, hours.busy if hours else (), hours.origin if hours else TRACK)


def _said(actor: Actor, ids: list[UUID], first: date, last: date) -> dict[UUID, WeekHours]:
    rows = (
        ClientHours.objects.for_actor(actor, Purpose.OPERATIONS)
        .filter(client__pk__among=ids, starts_on__lt=last)
        .exclude(ends_on__lte=first)
        .order_by("weekday", "starts", "pk")
    )
    held: dict[UUID, tuple[list[Stretch], list[Stretch]]] = defaultdict(lambda: ([], []))
    for row in rows:
        on = first + timedelta(days=(row.weekday - first.weekday()) % 7)
        is_one_day = last - first < WEEK
        if not is_one_day and not (
            row.starts_on <= on and (row.ends_on is None or on < row.ends_on)
        ):
            continue
        stretch = Stretch(row.weekday, row.starts, row.ends, row.why, row.words)
        held[row.client_id][row.kind == ClientHours.Kind.BUSY].append(stretch)
    return {pk: WeekHours(tuple(free), tuple(busy), SCHEDULE) for pk, (free, busy) in held.items()}


def _told(actor: Actor, ids: list[UUID]) -> dict[UUID, WeekHours]:
    answers: dict[UUID, dict[str, Any]] = defaultdict(dict)
    rows = (
        Answer.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(client__pk__among=ids, question__in=ASKED, superseded_by=None)
        .order_by("kept_at", "created_at")
    )
    for row in rows:
        value = opened(row.value)[0]
        answers[row.client_id][row.question] = (
            [line for line in value if isinstance(line, dict)] if isinstance(value, list) else []
        )
    found = _called(actor, ids)
    for client_id, told in answers.items():
        free = tuple(
            Stretch(each.weekday, each.starts, each.ends)
            for each in windows_of(told.get("availability", ()))
        )
        busy = tuple(
            Stretch(
                each.weekday, each.starts, each.ends, why_of(line.what), line.what, line.is_fixed
            )
            for line in obligations_in(told.get("obligations", ()))
            for each in line.windows
        )
        if not busy and client_id in found:
            busy = found[client_id].busy
        found[client_id] = WeekHours(free, busy, ASSESSMENT)
    return found


def _called(actor: Actor, ids: list[UUID]) -> dict[UUID, WeekHours]:
    rows = (
        Obligation.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(inquiry__client__pk__among=ids)
        .select_related("inquiry")
        .order_by("inquiry__first_request_at", "weekday", "starts", "pk")
    )
    latest: dict[UUID, tuple[UUID, list[Stretch]]] = {}
    for row in rows:
        client_id = row.inquiry.client_id
        if client_id not in latest or latest[client_id][0] != row.inquiry_id:
            latest[client_id] = row.inquiry_id, []
        why = _OF_INQUIRY.get(row.kind, row.kind)
        latest[client_id][1].append(Stretch(row.weekday, row.starts, row.ends, why))
    return {pk: WeekHours((), tuple(busy), INQUIRY) for pk, (_, busy) in latest.items()}
