"""What a page offers: a link stands there only for whom the page behind it lets do what it is for.

A role's right over a class of record is not enough: the right is over certain people. So a link
asks what the action asks, of this very client.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.routes import policy_of
from homeward.kernel.records import RecordClass
from homeward.people.queries import reached_of


def offered_of(
    actor: Actor,
    route: str,
    client_ids: Collection[UUID],
    record_class: RecordClass = RecordClass.SCHEDULE,
    to: Access = Access.WRITE,
) -> frozenset[UUID]:
    """Those of these clients for whom the page behind a route opens to this reader; one query."""
    if not client_ids or not policy_of(route).allows(actor, "POST"):
        return frozenset()
    return reached_of(actor, client_ids, record_class, to=to)


def is_offered(
    actor: Actor,
    route: str,
    client: Any,
    record_class: RecordClass = RecordClass.SCHEDULE,
    to: Access = Access.WRITE,
) -> bool:
    """The same for one client."""
    return bool(offered_of(actor, route, [client.pk], record_class, to))
