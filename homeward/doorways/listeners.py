"""What happens elsewhere and ends or completes a way in."""

from dataclasses import replace
from typing import Any

from allauth.core import context
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from homeward import audit
from homeward.consents.facts import ConsentRevoked
from homeward.core import clock
from homeward.core.actors import NOBODY
from homeward.core.clock import local_day
from homeward.core.facts import listens_to
from homeward.doorways.actions.devices import close
from homeward.doorways.models import Device, Doorway
from homeward.doorways.reaching import HOUSE, has_consent, rows_of
from homeward.doorways.rules.whose import Whose
from homeward.doorways.telling import tell_of_device


@listens_to(ConsentRevoked)
def end_agency(fact: ConsentRevoked) -> None:
    """An officer's way in ends with the last consent that names them."""
    rows = rows_of(Doorway).select_for_update(of=("self",)).select_related("account")
    found = rows.filter(client_id=fact.client_id, whose=Whose.AGENCY.value, ended_at=None)
    for doorway in found.order_by("pk"):
        if not has_consent(doorway.contact_id, fact.at):
            close(HOUSE, doorway, Doorway.Ending.CONSENT_OVER, fact.at)


@receiver(post_save, sender=Authenticator)
def passkey_made(instance: Authenticator, created: bool, **_: Any) -> None:
    """A passkey is a device of its owner: the one in hand that waits for it, or one more.

    One that waited elsewhere and was never finished may open more than the phone in hand does.
    """
    if not created or instance.type != Authenticator.Type.WEBAUTHN:
        return
    doorway = rows_of(Doorway).filter(account_id=instance.user_id, ended_at=None).first()
    if doorway is None:
        return
    door = getattr(getattr(context, "request", None), "door", None)
    waiting = (
        rows_of(Device)
        .select_for_update(of=("self",))
        .filter(
            pk=door.device_id if door is not None else None, doorway=doorway,
            kind=Device.Kind.PASSKEY, passkey_id=None, ended_at=None,
        )
    )  # fmt: skip
    device = waiting.first()
    if device is not None:
        device.change(passkey_id=instance.pk)
        return
    now = clock.now()
    more = Device.objects.create(
        client_id=doorway.client_id, site_id=doorway.site_id, doorway=doorway,
        kind=Device.Kind.PASSKEY, passkey_id=instance.pk, made_at=now,
        last_used_on=local_day(now), opens_record=door is not None and door.opens_record,
    )  # fmt: skip
    with audit.unit():
        _note("doorways.device.made", instance, more)
        tell_of_device(more, now)


@receiver(post_delete, sender=Authenticator)
def passkey_gone(instance: Authenticator, **_: Any) -> None:
    """Taken out among one's own passkeys: the device ends, with every session it began."""
    rows = (
        rows_of(Device)
        .select_for_update(of=("self",))
        .filter(passkey_id=instance.pk, ended_at=None)
    )
    for device in rows.order_by("pk"):
        device.change(ended_at=clock.now(), ending=Device.Ending.OWN)
        with audit.unit():
            _note("doorways.device.ended", instance, device)


def _note(code: str, passkey: Authenticator, device: Device) -> None:
    who = replace(NOBODY, account_id=passkey.user_id)
    audit.record(code, actor=who, subject=device, at=clock.now(), reason=Device.Kind.PASSKEY)
