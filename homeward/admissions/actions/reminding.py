"""Reminders of the admissions desk: opened by the worker, each cause once, ended by a person."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.admissions.models import AssessmentVisit, Inquiry, Reminder, WaitListEntry
from homeward.admissions.prioritising import interim_starts, priority_numbers, priority_with
from homeward.admissions.rules.pipeline import ENDED
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.stops import stopped_of
from homeward.program.queries import numbers_for
from homeward.staff.queries import workers_with_role

DISPOSITIONS = ("done", "not_reached", "not_needed")
_Kind = Reminder.Kind


class ReminderClosed(Refusal):
    """Somebody ended this reminder before."""


class ReminderEndUnknown(Refusal):
    """A reminder ends as done, not reached, or not needed."""


@action
def open_reminders(*, actor: Actor, now: datetime) -> int:
    """Open what is due and not open yet; run twice it opens nothing twice. Returns how many.

    Nobody is called to mind who died, is in hospital or in jail.
    """
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS).exclude(state__in=ENDED)
    on_the_way = list(rows.select_related("site").order_by("first_request_at", "pk"))
    wanted = [*_call_backs(on_the_way, now), *_interim(on_the_way, now)]
    wanted += _visits(actor, now)
    wanted += _waits(actor, now)
    stopped = stopped_of({each["inquiry"].client_id for each in wanted} - {None})
    wanted = [each for each in wanted if each["inquiry"].client_id not in stopped]
    known = set(
        Reminder.objects.for_actor(actor, Purpose.OPERATIONS)
        .filter(origin__in=[each["origin"] for each in wanted])
        .values_list("origin", flat=True)
    )
    fresh = [each for each in wanted if each["origin"] not in known]
    owners: dict[Any, Any] = {}
    for each in fresh:
        site = each["inquiry"].site
        if site.pk not in owners:
            day = now.astimezone(ZoneInfo(site.time_zone)).date()
            desk = workers_with_role(Role.ADMISSIONS, day, site_id=site.pk)
            owners[site.pk] = desk.order_by("name").first()
        row = Reminder.objects.create(
            site=site, opened_at=now, owner=each.pop("owner", None) or owners[site.pk], **each
        )
        audit.record("admissions.reminder.opened", actor=actor, subject=row, at=now)
    _drop_idle(actor, now)
    return len(fresh)


@action
def close_reminder(*, actor: Actor, reminder_id: UUID, disposition: str, now: datetime) -> Reminder:
    """End a reminder with what came of it."""
    row: Reminder = (
        Reminder.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=reminder_id)
    )
    if row.closed_at is not None:
        raise ReminderClosed
    if disposition not in DISPOSITIONS:
        raise ReminderEndUnknown
    row.change(closed_at=now, closed_by_id=actor.worker_id, disposition=disposition)
    audit.record("admissions.reminder.closed", actor=actor, subject=row, at=now, reason=disposition)
    return row


def _call_backs(rows: list[Inquiry], now: datetime) -> list[dict[str, Any]]:
    """Nobody has reached them yet: within the hours of the program."""
    hours = _numbers(rows, "callback_hours", now)
    found = []
    for row in rows:
        if row.state == Inquiry.State.INQUIRY and row.may_call_back is not False:
            due = row.first_request_at + timedelta(hours=hours[row.program_id])
            found.append(_wanted(row, _Kind.CALL_BACK, due, "first"))
    return found


def _interim(rows: list[Inquiry], now: datetime) -> list[dict[str, Any]]:
    """Pregnant or injecting, and interim services have not begun."""
    begun = interim_starts(rows)
    numbers = {each: priority_numbers(each, now) for each in {row.program_id for row in rows}}
    found = []
    for row in rows:
        decision = priority_with(row, numbers[row.program_id], begun.get(row.pk))
        by = decision.extras["interim_by"]
        if by and row.pk not in begun:
            found.append(_wanted(row, _Kind.INTERIM_SERVICES, datetime.fromisoformat(by), "first"))
    return found


def _visits(actor: Actor, now: datetime) -> list[dict[str, Any]]:
    """Assessments of tomorrow: a call today, so that more people come."""
    rows = AssessmentVisit.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        state=AssessmentVisit.State.PLANNED,
        starts_at__gt=now,
        starts_at__lte=now + timedelta(days=1),
    )
    return [
        _wanted(
            visit.inquiry,
            _Kind.ASSESSMENT_TOMORROW,
            visit.starts_at - timedelta(hours=1),
            str(visit.pk),
        )
        for visit in rows.select_related("inquiry__site")
    ]


def _waits(actor: Actor, now: datetime) -> list[dict[str, Any]]:
    """On the wait list, and not spoken with for the days of the program."""
    rows = WaitListEntry.objects.for_actor(actor, Purpose.OPERATIONS).filter(left_at=None)
    entries = list(rows.select_related("inquiry__site"))
    days = _numbers([each.inquiry for each in entries], "wait_list_contact_days", now)
    found = []
    for entry in entries:
        last = entry.last_contact_at or entry.listed_at
        due = last + timedelta(days=days[entry.inquiry.program_id])
        if due <= now + timedelta(days=1):
            found.append(_wanted(entry.inquiry, _Kind.WAIT_CONTACT, due, f"{last:%Y-%m-%dT%H:%M}"))
    return found


def _wanted(row: Inquiry, kind: str, due: datetime, cause: str) -> dict[str, Any]:
    return {"inquiry": row, "kind": kind, "due_at": due, "origin": f"{kind}:{row.pk}:{cause}"}


def _numbers(rows: list[Inquiry], code: str, now: datetime) -> dict[Any, int]:
    programs = {row.program_id for row in rows}
    return {each: int(numbers_for(each, local_day(now))[code]) for each in programs}


def _drop_idle(actor: Actor, now: datetime) -> None:
    """What came about by itself needs no reminder: reached, ended, seated, begun."""
    open_rows = (
        Reminder.objects.for_actor(actor, Purpose.OPERATIONS)
        .filter(closed_at=None)
        .select_related("inquiry")
    )
    rows = list(open_rows)
    begun = interim_starts([row.inquiry for row in rows])
    for row in rows:
        state = row.inquiry.state
        idle = (
            state in ENDED
            or (row.kind == _Kind.CALL_BACK and state != Inquiry.State.INQUIRY)
            or (row.kind == _Kind.WAIT_CONTACT and state != Inquiry.State.WAIT_LISTED)
            or (
                row.kind == _Kind.ASSESSMENT_TOMORROW
                and state != Inquiry.State.ASSESSMENT_SCHEDULED
            )
            or (row.kind == _Kind.INTERIM_SERVICES and row.inquiry_id in begun)
        )
        if idle:
            row.change(closed_at=now, disposition="came_about")
