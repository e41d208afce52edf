"""Devices: made with a used card, opened again by their number, and ended."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator

from homeward import audit
from homeward.consents.disclosing import held
from homeward.core.actions import action
from homeward.core.actors import AGENCY, CLIENT, FAMILY, NOBODY, Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed
from homeward.doorways.actions.cards import Printed, end_cards, may_come_in, print_card
from homeward.doorways.facts import WayInClosed
from homeward.doorways.models import Card, Device, Doorway
from homeward.doorways.reaching import client_by, locked, numbers_of, rows_of
from homeward.doorways.refusals import DeviceGone, PinRefused, WayInEnded
from homeward.doorways.rules.identity import What
from homeward.doorways.rules.pins import fault_of, locks
from homeward.doorways.rules.whose import Whose
from homeward.doorways.secrets import digest_of_secret, is_pin, new_secret, sealed_pin
from homeward.doorways.telling import tell_of_device
from homeward.people.models import Client

# So long after the code somebody may still choose how to come back.
TO_CHOOSE = timedelta(minutes=15)
OWNERS = (CLIENT, FAMILY, AGENCY)


@action
def keep_pin_device(
    *, actor: Actor, card_id: UUID, pin: str, looks: str, now: datetime, former_secret: str = ""
) -> tuple[Device, str]:
    """This device opens with a number from now on; the secret it keeps is returned once.

    What the same device was before ends. Raises PinRefused, WayInEnded for a card that is not
    freshly used or has its device already.
    """
    card = _used(card_id, now)
    _fit(card, pin)
    if former_secret:
        end_known_device(actor=actor, secret=former_secret, ending=Device.Ending.REPLACED, now=now)
    secret = new_secret()
    device = _made(
        card, now, kind=Device.Kind.PIN, looks=looks, digest=digest_of_secret(secret),
        pin=sealed_pin(secret, pin),
    )  # fmt: skip
    return device, secret


@action
def keep_passkey_device(*, actor: Actor, card_id: UUID, looks: str, now: datetime) -> Device:
    """This device opens with a passkey that is made next. Raises WayInEnded as above."""
    return _made(_used(card_id, now), now, kind=Device.Kind.PASSKEY, looks=looks)


@action
def keep_tablet_pin(
    *, actor: Actor, card_id: UUID, pin: str, kiosk_id: UUID, now: datetime
) -> Device:
    """A number with which somebody without a phone sees their times at the lobby's tablet.

    It is worth nothing anywhere else, and nothing stays on the tablet. Raises PinRefused,
    WayInEnded as above.
    """
    card = _used(card_id, now)
    _fit(card, pin)
    rows = rows_of(Device).filter(
        doorway_id=card.doorway_id, kind=Device.Kind.TABLET, ended_at=None
    )
    for row in rows.order_by("pk"):
        _end(actor, row, Device.Ending.REPLACED, now)
    return _made(
        card, now, kind=Device.Kind.TABLET, looks=Device.Looks.TABLET, kiosk_id=kiosk_id,
        pin=sealed_pin(str(card.doorway_id), pin), opens_record=False,
    )  # fmt: skip


@action
def enter_with_pin(*, actor: Actor, secret: str, pin: str, now: datetime) -> Device | None:
    """The device, when the number is right; None otherwise, and no word why.

    Too many wrong ones lock the device for good: the desk helps with a new card.
    """
    device = known_device(secret, now)
    if device is None:
        is_pin(secret, pin, "")
        audit.record("doorways.device.refused", actor=actor, at=now, permitted=False)
        return None
    return _tried(device, is_right=is_pin(secret, pin, device.pin), now=now)


@action
def enter_at_tablet(
    *, actor: Actor, user_name: str, pin: str, kiosk_id: UUID, now: datetime
) -> Device | None:
    """Whose times are shown at this tablet now; None otherwise, and no word why."""
    rows = rows_of(Device).select_for_update(of=("self",)).select_related("doorway__account")
    device: Device | None = rows.filter(
        doorway__account__username__in={user_name}, kind=Device.Kind.TABLET, ended_at=None,
        locked_at=None, kiosk_id=kiosk_id,
    ).first()  # fmt: skip
    if device is None or not _stands(device, now):
        is_pin("", pin, "")
        audit.record("doorways.device.refused", actor=actor, at=now, permitted=False)
        return None
    found = _tried(device, is_right=is_pin(str(device.doorway_id), pin, device.pin), now=now)
    if found is not None:
        who = replace(NOBODY, account_id=device.doorway.account_id)
        audit.record("doorways.times.shown", actor=who, subject=device, at=now)
    return found


@action
def end_device(
    *, actor: Actor, device_id: UUID, now: datetime, expected_version: int | None = None
) -> Device:
    """One's own phone or computer reaches nothing from its next request on.

    Raises Device.DoesNotExist for another's, DeviceGone.
    """
    rows = rows_of(Device).select_for_update(of=("self",)).select_related("doorway")
    device: Device = rows.get(pk=device_id)
    if actor.kind not in OWNERS or actor.account_id != device.doorway.account_id:
        raise Device.DoesNotExist
    if device.ended_at is not None:
        raise DeviceGone("device_gone")
    _end(actor, device, Device.Ending.OWN, now)
    return device


@action
def end_known_device(*, actor: Actor, secret: str, ending: str, now: datetime) -> None:
    """Whatever opened with this secret ends: the device in hand becomes another's."""
    for device in rows_of(Device).filter(digest=digest_of_secret(secret), ended_at=None):
        _end(actor, locked(device), ending, now)


@action
def lose_devices(
    *,
    actor: Actor,
    client_id: UUID,
    seen: Collection[str],
    now: datetime,
    paper: str = "",
    device_ids: Collection[UUID] = (),
) -> Printed:
    """At the desk, after making sure who it is: these devices end, and a new card is made.

    None named means all of them. Every session of an ended device is over at its next request.
    Raises as `print_card`, and Device.DoesNotExist for what is not the client's.
    """
    printed = print_card(
        actor=actor, client_id=client_id, seen=seen, paper=paper, now=now, what=What.LOST
    )
    doorway = printed.card.doorway
    rows = rows_of(Device).select_for_update(of=("self",)).filter(doorway=doorway, ended_at=None)
    held = list(rows.order_by("pk"))
    wanted = set(device_ids)
    if wanted - {row.pk for row in held}:
        raise Device.DoesNotExist
    for row in held:
        if not wanted or row.pk in wanted:
            _end(actor, row, Device.Ending.LOST, now)
    return printed


@action
def end_way_in(
    *, actor: Actor, doorway_id: UUID, ending: str, now: datetime,
    expected_version: int | None = None,
) -> Doorway:  # fmt: skip
    """Nobody comes in by it any more, from the next request on; care goes on without it.

    By whoever keeps the client's schedule, by the client for relatives they invited, and by the
    office. Raises Doorway.DoesNotExist, WayInEnded, NotAllowed.
    """
    rows = rows_of(Doorway).select_for_update(of=("self",)).select_related("account")
    doorway: Doorway = rows.get(pk=doorway_id)
    try:
        client_by(actor, doorway.client_id)
    except Client.DoesNotExist as missing:
        raise Doorway.DoesNotExist from missing
    if actor.kind == CLIENT and doorway.whose != Whose.FAMILY:
        raise NotAllowed
    if doorway.ended_at is not None:
        raise WayInEnded("way_in_ended")
    close(actor, doorway, ending, now)
    return doorway


def close(actor: Actor, doorway: Doorway, ending: str, now: datetime) -> None:
    """End a way in with its cards and devices; the account opens nothing, old passwords neither."""
    end_cards(actor, doorway, now)
    for row in rows_of(Device).filter(doorway=doorway, ended_at=None).order_by("pk"):
        _end(actor, row, Device.Ending.WAY_IN_ENDED, now)
    doorway.account.is_active = False
    doorway.account.save(update_fields=["is_active"])
    doorway.change(ended_at=now, ended_by_id=actor.worker_id, ending=ending, proofed_at=None)
    audit.record("doorways.way_in.ended", actor=actor, subject=doorway, at=now, reason=ending)
    announce(WayInClosed(doorway.pk, doorway.client_id, doorway.account_id, now))


def known_device(secret: str, now: datetime) -> Device | None:
    """The device that keeps this secret, while it and its way in stand; held for changing."""
    if not secret:
        return None
    rows = (
        rows_of(Device)
        .select_for_update(of=("self",))
        .select_related("doorway__account", "client__site")
    )
    device: Device | None = rows.filter(
        digest=digest_of_secret(secret), kind=Device.Kind.PIN, ended_at=None, locked_at=None
    ).first()
    return device if device is not None and _stands(device, now) else None


def _stands(device: Device, now: datetime) -> bool:
    return device.doorway.account.is_active and may_come_in(device.doorway, now)


def _tried(device: Device, *, is_right: bool, now: datetime) -> Device | None:
    who = replace(NOBODY, account_id=device.doorway.account_id)
    on = local_day(now, device.client.site.time_zone)
    if is_right:
        if device.wrong or device.last_used_on != on:
            device.change(wrong=0, last_used_on=on)
        audit.record("doorways.device.entered", actor=who, subject=device, at=now)
        return device
    wrong = device.wrong + 1
    is_last = locks(wrong, numbers_of(device.client, now)[1])
    device.change(wrong=wrong, locked_at=now if is_last else None)
    code = "doorways.device.locked" if is_last else "doorways.device.refused"
    audit.record(code, actor=who, subject=device, at=now, permitted=False)
    return None


def _used(card_id: UUID, now: datetime) -> Card:
    # The client first, then the card, as where a card is printed.
    held(rows_of(Card).get(pk=card_id).client_id)
    rows = rows_of(Card).select_for_update(of=("self",))
    card: Card = rows.select_related("doorway__account", "client__site").get(pk=card_id)
    has_device = rows_of(Device).filter(card=card).exists()
    is_fresh = card.used_at is not None and now - card.used_at <= TO_CHOOSE
    if has_device or not is_fresh or card.ended_at or not may_come_in(card.doorway, now):
        raise WayInEnded("way_in_ended")
    return card


def _fit(card: Card, pin: str) -> None:
    born = card.client.birth_date if card.doorway.whose == Whose.CLIENT else None
    if fault := fault_of(pin, born):
        raise PinRefused(fault)


def _made(card: Card, now: datetime, **facts: object) -> Device:
    given = {"opens_record": card.opens_record, **facts}
    device: Device = Device.objects.create(
        client=card.client, site_id=card.site_id, doorway=card.doorway, card=card, made_at=now,
        last_used_on=local_day(now, card.client.site.time_zone), **given,
    )  # fmt: skip
    who = replace(NOBODY, account_id=card.doorway.account_id)
    audit.record("doorways.device.made", actor=who, subject=device, at=now, reason=device.kind)
    tell_of_device(device, now)
    return device


def _end(actor: Actor, device: Device, ending: str, now: datetime) -> None:
    device.change(ended_at=now, ended_by_id=actor.worker_id, ending=ending)
    if device.passkey_id is not None:
        Authenticator.objects.filter(
            pk=device.passkey_id, user_id=device.doorway.account_id
        ).delete()
    audit.record("doorways.device.ended", actor=actor, subject=device, at=now, reason=ending)
