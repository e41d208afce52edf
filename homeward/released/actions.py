"""Writing what may be shown at this instant, and taking it away."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from homeward.consents.models import Consent
from homeward.core.actions import action
from homeward.core.actors import AGENCY, FAMILY, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.models import Contact
from homeward.released.models import Page, ReleasedItem
from homeward.released.told import Told, Under

HOUSE = Actor.of_service("released")
READERS = frozenset({FAMILY, AGENCY})


def rows() -> Any:
    """Every row, for the house: whose they are is asked by each who calls."""
    return ReleasedItem.objects.for_actor(HOUSE, Purpose.CLIENT_REQUEST)


@action
def release(
    *, actor: Actor, page: Page, found: Sequence[tuple[Contact, Told, Under]], now: datetime
) -> int:
    """This page of this account shows these things and no others from now on; how many.

    The caller has decided with the clients' rows held, in this same transaction. A row ends with
    the first of its consents that has a day, and at the latest when a quiet session would be over:
    whoever looks again is decided about again.
    """
    if actor.kind not in READERS or actor.account_id is None:
        raise NotAllowed("released_to_readers_alone")
    ends = _ends_of({pk for _contact, _told, under in found for pk in under.consent_ids})
    latest = now + timedelta(seconds=settings.PORTAL_IDLE_SECONDS)
    rows().filter(account_id=actor.account_id, page=page).delete()
    made = [
        ReleasedItem(
            account_id=actor.account_id, contact=contact, client_id=contact.client_id, page=page,
            kind=told.kind, place=place, shown_class=told.shown_class,
            content=json.dumps(told.content, ensure_ascii=False),
            consent_ids=list(under.consent_ids), disclosure_id=under.disclosure_id,
            rule_version=under.rule_version, released_at=now,
            ends_at=min([latest, *(ends[pk] for pk in under.consent_ids if pk in ends)]),
        )
        for place, (contact, told, under) in enumerate(found)
    ]  # fmt: skip
    return len(ReleasedItem.objects.bulk_create([each for each in made if each.ends_at > now]))


def _ends_of(consent_ids: Collection[UUID]) -> dict[UUID, datetime]:
    if not consent_ids:
        return {}
    found = Consent.objects.for_actor(HOUSE, Purpose.CLIENT_REQUEST).filter(
        pk__in=consent_ids, expires_at__isnull=False
    )
    return dict(found.values_list("pk", "expires_at"))


def withdraw(*conditions: Q) -> int:
    """Rows for which any of these holds are gone when the caller's transaction commits."""
    either = Q()
    for each in conditions:
        either |= each
    return int(rows().filter(either).delete()[0]) if either else 0


def sweep(now: datetime) -> int:
    """Rows whose time is over; nobody could read them since, and now nobody keeps them."""
    return withdraw(Q(ends_at__lte=now))
