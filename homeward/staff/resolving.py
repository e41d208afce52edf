"""The account of a worker becomes an actor with today's roles and duties."""

from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from homeward.core import clock
from homeward.core.actors import STAFF, Actor, Grant, resolves_actors
from homeward.kernel.roles import Duty, Role
from homeward.staff.models import DutyGrant, RoleGrant, Worker
from homeward.staff.queries import held_on


@resolves_actors
def as_worker(account: Any) -> Actor | None:
    """The worker this account belongs to, with the grants that hold today; one query."""
    today = clock.today()
    roles = RoleGrant.objects.filter(held_on(today), worker=OuterRef("pk")).order_by("role", "pk")
    duties = DutyGrant.objects.filter(held_on(today), worker=OuterRef("pk"))
    worker = (
        Worker.objects.filter(account_id=account.pk)
        .annotate(
            held_roles=ArraySubquery(
                roles.values(json=JSONObject(role="role", site="site_id", program="program_id"))
            ),
            held_duties=ArraySubquery(duties.values("duty")),
        )
        .first()
    )
    if worker is None:
        return None
    return Actor(
        kind=STAFF,
        account_id=account.pk,
        worker_id=worker.pk,
        name=worker.name,
        grants=tuple(
            Grant(Role(item["role"]), _uuid(item["site"]), _uuid(item["program"]))
            for item in worker.held_roles
        ),
        duties=frozenset(Duty(item) for item in worker.held_duties),
    )


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None
