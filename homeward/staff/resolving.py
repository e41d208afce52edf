"""The account of a worker becomes an actor with today's roles and duties."""

from typing import Any
from uuid import UUID

from django.db import connection

from homeward.core import clock
from homeward.core.actors import STAFF, Actor, Grant, resolves_actors
from homeward.kernel.roles import Duty, Role

# Asked at every request of a member of staff, and the same each time: written out, because
# composing it would take longer than answering it.
_HELD = """
    SELECT worker.id, worker.name, worker.site_id,
      ARRAY(
        SELECT json_build_object(
          'role', role.role, 'site', role.site_id, 'program', role.program_id,
          'sites', ARRAY(
            SELECT DISTINCT site_id FROM program_track WHERE program_id = role.program_id
          ),
          'is_part', EXISTS (
            SELECT FROM program_site site WHERE NOT EXISTS (
              SELECT FROM program_track WHERE site_id = site.id AND program_id = role.program_id
            )
          )
        )
        FROM staff_rolegrant role
        WHERE role.worker_id = worker.id AND role.starts_on <= %(on)s
          AND (role.ends_on IS NULL OR role.ends_on > %(on)s)
        ORDER BY role.role, role.id
      ),
      ARRAY(
        SELECT duty FROM staff_dutygrant held
        WHERE held.worker_id = worker.id AND held.starts_on <= %(on)s
          AND (held.ends_on IS NULL OR held.ends_on > %(on)s)
      )
    FROM staff_worker worker WHERE worker.account_id = %(account)s ORDER BY worker.id LIMIT 1
"""


@resolves_actors
def as_worker(account: Any) -> Actor | None:
    """The worker this account belongs to, with the grants that hold today; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, {"on": clock.today(), "account": account.pk})
        row = cursor.fetchone()
    if row is None:
        return None
    worker_id, name, own_site, roles, duties = row
    return Actor(
        kind=STAFF,
        account_id=account.pk,
        worker_id=worker_id,
        name=name,
        grants=tuple(
            Grant(Role(item["role"]), site_id, UUID(item["program"]))
            for item in roles
            for site_id in _sites(item, own_site)
        ),
        duties=frozenset(Duty(item) for item in duties),
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
