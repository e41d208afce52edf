"""What may be shown to one account now, as it was released to it."""

import json
from datetime import datetime

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.released.models import Kind, Page, ReleasedItem
from homeward.released.told import Told

HOUSE = Actor.of_service("released")
# Whose row it is, under which papers and for which ledger row, no page needs to know: the login of
# these pages may not read those columns (portal/wall/reader.py).
COLUMNS = ("contact", "kind", "place", "shown_class", "content", "account", "page", "ends_at")


def items_for(actor: Actor, page: Page, now: datetime) -> list[Told]:
    """The items of this page for this account, in their order; nothing, when nothing stands."""
    if actor.account_id is None:
        return []
    found = ReleasedItem.objects.for_actor(HOUSE, Purpose.CLIENT_REQUEST).filter(
        account_id=actor.account_id, page=page, ends_at__gt=now
    )
    return [
        Told(each.contact_id, Kind(each.kind), json.loads(each.content), each.shown_class)
        for each in found.only(*COLUMNS).order_by("place")
    ]
