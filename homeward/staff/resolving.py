"""The account of a worker becomes an actor with today's roles and duties."""

from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from homeward.core import clock
from homeward.core.actors import STAFF, Actor, Grant, resolves_actors
from homeward.kernel.roles import Duty, Role
from homeward.program.models import Site
from homeward.staff.models import DutyGrant, RoleGrant, Worker
from homeward.staff.queries import held_on


@resolves_actors
def as_worker(account: Any) -> Actor | None:
    """The worker this account belongs to, with the grants that hold today; one query."""
    today = clock.today()
    here = Site.objects.filter(tracks__program=OuterRef("program")).distinct()
    elsewhere = Site.objects.exclude(tracks__program=OuterRef("program"))
    roles = RoleGrant.objects.filter(held_on(today), worker=OuterRef("pk")).order_by("role", "pk")
    duties = DutyGrant.objects.filter(held_on(today), worker=OuterRef("pk"))
    held = JSONObject(
        role="role",
        site="site_id",
        program="program_id",
        sites=ArraySubquery(here.values("pk")),
        is_part=Exists(elsewhere),
    )
    worker = (
        Worker.objects.filter(account_id=account.pk)
        .annotate(
            held_roles=ArraySubquery(roles.values(json=held)),
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
            Grant(Role(item["role"]), site_id, UUID(item["program"]))
            for item in worker.held_roles
            for site_id in _sites(item, worker.site_id)
        ),
        duties=frozenset(Duty(item) for item in worker.held_duties),
    )


def _sites(item: dict[str, Any], own: UUID) -> list[UUID | None]:
    """Where a role is held: its site, its program's sites, or everywhere (None).

    A program that runs nowhere yet opens nobody's records but those of the worker's own site.
    """
    if item["site"]:
        return [UUID(item["site"])]
    if not item["is_part"]:
        return [None]
    return [UUID(text) for text in item["sites"]] or [own]
