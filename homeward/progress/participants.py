"""Who sat at the table: workers with the credentials they held that day, as a signature shows."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.kernel.roles import Role
from homeward.staff.models import Credential, RoleGrant, Worker
from homeward.staff.queries import held_on

CLINICAL = (
    Role.COUNSELOR, Role.SUPERVISOR, Role.DIRECTOR, Role.PHYSICIAN, Role.PSYCHOLOGIST, Role.NURSE,
    Role.FAMILY_COUNSELOR, Role.CASE_MANAGER, Role.PEER,
)  # fmt: skip
# Who treats, or decides for those who do. A director alone sits beside the table.
AT_TABLE = frozenset(CLINICAL) - {Role.DIRECTOR}


def may_take_part(site_id: UUID, on: date) -> list[Worker]:
    """The clinical workers of a site on a day, by name."""
    grants = RoleGrant.objects.filter(
        held_on(on), Q(site_id=site_id) | Q(site_id=None), role__in=CLINICAL
    )
    rows = Worker.objects.filter(pk__in=grants.values("worker_id"))
    return list(rows.order_by("name", "pk"))


def table_of(worker_ids: Collection[UUID], on: date) -> list[dict[str, str]]:
    """Each worker as the record keeps them: id, name and the credentials held on the day."""
    workers = Worker.objects.filter(pk__in=worker_ids).order_by("name", "pk")
    held: dict[UUID, list[Any]] = {}
    for row in Credential.objects.filter(held_on(on), worker_id__in=worker_ids).order_by("code"):
        held.setdefault(row.worker_id, []).append(row)
    return [seat_of(worker, held.get(worker.pk, ())) for worker in workers]


def seat_of(worker: Any, credentials: Iterable[Any]) -> dict[str, str]:
    """One worker as the record keeps them."""
    titles = ", ".join(each.title for each in credentials)[:120]
    return {"worker": str(worker.pk), "name": worker.name, "credential": titles}
