"""Agreed restrictions and safety flags as the engine's values."""

from collections.abc import Iterator
from typing import Any

from homeward.consents.models import RestrictionAnswer, SafetyFlag
from homeward.consents.rules import world as rules
from homeward.consents.rules.parties import Named
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

_engine = Actor.of_service("consents")


def restrictions_of(client: Client) -> Iterator[rules.Restriction]:
    """Each promise, from its answer on until a later answer took it back."""
    rows = (
        RestrictionAnswer.objects.for_actor(_engine, Purpose.TREATMENT)
        .filter(client_id=client.pk)
        .select_related("request")
        .order_by("at", "created_at")
    )
    later: dict[Any, Any] = {}
    for row in reversed(list(rows)):
        if row.is_agreed:
            yield rules.Restriction(
                client=str(client.pk),
                agreed_at=row.at,
                classes=frozenset(row.request.classes),
                recipient=named_by(row.request),
                ends_at=later.get(row.request_id),
            )
        later[row.request_id] = row.at


def safety_flags_of(client: Client) -> Iterator[rules.SafetyFlag]:
    """Every flag with its period."""
    rows = SafetyFlag.objects.for_actor(_engine, Purpose.TREATMENT).filter(client_id=client.pk)
    for row in rows:
        named = named_by(row)
        if named is not None:
            yield rules.SafetyFlag(str(client.pk), named, row.starts_at, row.ends_at)


def named_by(row: Any) -> Named | None:
    """The contact, party or class a row names; None is everyone."""
    if row.contact_id:
        return Named("person", str(row.contact_id))
    if row.party_id:
        return Named(None, str(row.party_id))
    if recipient_class := getattr(row, "recipient_class", ""):
        return Named("class", recipient_class)
    return None
