"""Reads of workers and of the dated facts about them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from homeward.kernel.roles import Duty, Role
from homeward.staff.models import (
    Credential,
    DutyGrant,
    RoleGrant,
    Supervision,
    Worker,
    WorkingHours,
)


def held_on(day: date) -> Q:
    """The filter of a dated fact that holds on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gt=day))


def credentials_of(worker: Any, on: date) -> list[Credential]:
    """The credentials held on a day, those that sign alone first, then the oldest first."""
    rows = Credential.objects.filter(held_on(on), worker=worker)
    return list(rows.order_by("-may_sign_alone", "starts_on", "code"))


def credential_of(worker: Any, on: date) -> Credential | None:
    """The credential a signature shows on a day; None when none is held."""
    return next(iter(credentials_of(worker, on)), None)


def may_sign_alone(worker: Any, on: date) -> bool:
    """Whether a signature of this worker stands without a co-signature."""
    credential = credential_of(worker, on)
    return credential is not None and credential.may_sign_alone


def supervisors_of(worker: Any, on: date) -> list[Worker]:
    """Who supervises this worker on a day."""
    rows = Supervision.objects.filter(held_on(on), supervisee=worker).select_related("supervisor")
    return [row.supervisor for row in rows.order_by("starts_on", "pk")]


def supervised_by(worker: Any, on: date) -> QuerySet[Worker]:
    """Whose work this worker supervises on a day."""
    rows = Supervision.objects.filter(held_on(on), supervisor=worker)
    return Worker.objects.filter(pk__in=rows.values("supervisee"))


def supervises(supervisor: Any, worker: Any, on: date) -> bool:
    """Whether one supervises the other on a day."""
    rows = Supervision.objects.filter(held_on(on), supervisor=supervisor, supervisee=worker)
    return rows.exists()


def workers_with_role(role: Role, on: date, *, site_id: UUID | None = None) -> QuerySet[Worker]:
    """Workers who hold a role on a day, at a site or at all of them."""
    grants = RoleGrant.objects.filter(held_on(on), role=role)
    if site_id is not None:
        grants = grants.filter(Q(site=None) | Q(site_id=site_id))
    return Worker.objects.filter(pk__in=grants.values("worker"))


def workers_with_duty(duty: Duty, on: date) -> QuerySet[Worker]:
    """Workers who hold a duty on a day."""
    grants = DutyGrant.objects.filter(held_on(on), duty=duty)
    return Worker.objects.filter(pk__in=grants.values("worker"))


def hours_on(workers: Iterable[Any], day: date) -> list[WorkingHours]:
    """The stretches these workers work on a day, in the site's wall time."""
    rows = WorkingHours.objects.filter(held_on(day), worker__in=workers, weekday=day.weekday())
    return list(rows.select_related("worker").order_by("starts", "pk"))


def on_duty(at: datetime, zone: str, *, site_id: UUID | None = None) -> QuerySet[Worker]:
    """Workers whose working hours hold this instant, at one home site or at any."""
    local = at.astimezone(ZoneInfo(zone))
    rows = WorkingHours.objects.filter(
        held_on(local.date()),
        weekday=local.weekday(),
        starts__lte=local.time(),
        ends__gt=local.time(),
    )
    found = Worker.objects.filter(pk__in=rows.values("worker"))
    return found if site_id is None else found.filter(site_id=site_id)
