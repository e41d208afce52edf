"""Reads of ways in worth a name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.core.actors import Actor
from homeward.doorways.actions.cards import may_come_in
from homeward.doorways.actions.devices import TO_CHOOSE
from homeward.doorways.models import Card, Device, Doorway, IdentityCheck
from homeward.doorways.reaching import rows_of
from homeward.doorways.secrets import digest_of_secret
from homeward.kernel.purposes import Purpose
from homeward.people.models import Contact


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way in with what belongs to it now: standing devices, the card that waits, checks."""

    doorway: Doorway
    devices: tuple[Device, ...]
    card: Card | None
    checks: tuple[IdentityCheck, ...]


def is_known(secret: str, now: datetime) -> bool:
    """Whether this browser is a device whose number may be asked."""
    if not secret:
        return False
    rows = (
        rows_of(Device)
        .select_related("doorway__account")
        .filter(
            digest=digest_of_secret(secret), kind=Device.Kind.PIN, ended_at=None, locked_at=None
        )
    )
    device = rows.first()
    return (
        device is not None and device.doorway.account.is_active and may_come_in(device.doorway, now)
    )


def waits_for_passkey(device_id: UUID | None, now: datetime) -> bool:
    """Whether this device came in by its card a moment ago and its passkey is still to be made."""
    rows = rows_of(Device).filter(
        pk=device_id, kind=Device.Kind.PASSKEY, passkey_id=None, made_at__gt=now - TO_CHOOSE
    )
    return device_id is not None and bool(rows.exists())


def own_devices(actor: Actor, since: datetime) -> list[Device]:
    """The devices of whoever is signed in, newest first; of ended ones those made since then."""
    rows = rows_of(Device).filter(
        Q(ended_at=None) | Q(made_at__gte=since), doorway__account_id=actor.account_id
    )
    return list(rows.order_by("-made_at", "pk"))


def ways_in_of(actor: Actor, client_id: UUID, now: datetime) -> list[WayIn]:
    """The client's own way in and those beside them, as far as the actor keeps their schedule.

    The caller has reached the client; a client reads their own.
    """
    purpose = Purpose.CLIENT_REQUEST if actor.kind == "client" else Purpose.TREATMENT
    doorways: list[Doorway] = list(
        _reached(Doorway, actor, purpose)
        .filter(client_id=client_id)
        .select_related("account", "contact")
        .order_by("opened_at", "pk")
    )
    devices = _reached(Device, actor, purpose).filter(ended_at=None, client_id=client_id)
    cards = _reached(Card, actor, purpose).filter(
        client_id=client_id, used_at=None, ended_at=None, expires_at__gt=now
    )
    checks = _reached(IdentityCheck, actor, purpose).filter(client_id=client_id)
    held: dict[str, list[Any]] = {
        "devices": list(devices.order_by("-made_at", "pk")),
        "cards": list(cards.order_by("-printed_at")),
        "checks": list(checks.select_related("by").order_by("-at")) if actor.worker_id else [],
    }
    return [
        WayIn(
            each,
            tuple(row for row in held["devices"] if row.doorway_id == each.pk),
            next((row for row in held["cards"] if row.doorway_id == each.pk), None),
            tuple(row for row in held["checks"] if row.doorway_id == each.pk),
        )
        for each in doorways
    ]


def people_beside(actor: Actor, client_id: UUID, kinds: tuple[str, ...]) -> list[Contact]:
    """Who is beside the client and could have a way in of their own."""
    purpose = Purpose.CLIENT_REQUEST if actor.kind == "client" else Purpose.TREATMENT
    rows = Contact.objects.for_actor(actor, purpose)
    return list(rows.filter(client_id=client_id, kind__in=kinds).order_by("name", "pk"))


def _reached(model: Any, actor: Actor, purpose: Purpose) -> Any:
    return model.objects.for_actor(actor, purpose)
