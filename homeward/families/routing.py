"""The worker's part: find out whom a word is about, strictly, and lay it to their team.

What names nobody for certain stays at the desk. It runs after the sender was answered.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward import audit
from homeward.core import outbox
from homeward.core.models import OutboxItem
from homeward.families.actions.line import ROUTE, lay_to
from homeward.families.models import SentIn
from homeward.families.reaching import SERVICE, contacts_of_account, hearer_of
from homeward.families.rules.matching import NOBODY, Known, named_in
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership


def people_in_care(row: SentIn, now: datetime) -> list[Known]:
    """Everybody with a team now, as the rule sees them."""
    teams = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), starts_at__lte=now
    )
    clients = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    beside = {each.client_id for each in contacts_of_account(row.account_id)}
    found = clients.filter(pk__in=teams.values("client_id")).only("name", "preferred_name")
    return [
        Known(
            ref=str(each.pk),
            name=each.name,
            called=each.preferred_name,
            is_beside=each.pk in beside,
        )
        for each in found
    ]


@outbox.handles(ROUTE)
def route(item: OutboxItem, now: datetime) -> tuple[str, str]:
    """Lay one word to a client, or leave it at the desk; again does nothing."""
    rows: Any = SentIn.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    row: SentIn = rows.select_for_update(of=("self",)).get(pk=item.payload["sent_id"])
    if row.routed_at is not None or row.placed_at is not None or row.closed_at is not None:
        return OutboxItem.State.DELIVERED, "before"
    decision = named_in(row.about, people_in_care(row, now))
    if decision.outcome != NOBODY and hearer_of(UUID(decision.outcome), now):
        lay_to(SERVICE, row, UUID(decision.outcome), now, decision)
        return OutboxItem.State.DELIVERED, "team"
    row.change(routed_at=now)
    audit.record("families.sent.waits", actor=SERVICE, subject=row, at=now)
    return OutboxItem.State.DELIVERED, "desk"
