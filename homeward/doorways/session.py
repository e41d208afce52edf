"""A browser session that belongs to a device: how it begins, and what it is worth at a request."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse

from homeward.accounts.models import Account
from homeward.doorways.actions.cards import may_come_in
from homeward.doorways.models import Device, Doorway
from homeward.doorways.reaching import rows_of
from homeward.doorways.rules.levels import Level, Standing, level_of

DEVICE, CLAIM = "door_device", "door_card"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LONGEST = 400 * 24 * 3600  # as long as browsers keep a cookie at all
NO_STANDING = Standing()


@dataclass(frozen=True, slots=True)
class Door:
    """What the session of a client, a relative or an officer is worth at this request."""

    level: Level
    device_id: UUID | None = None
    opens_record: bool = False


def come_in(request: HttpRequest, account: Account, device: Device) -> None:
    """Begin a session on this device; one of somebody else in the same browser ends."""
    login(request, account, backend=BACKEND)
    request.session.pop(CLAIM, None)
    request.session[DEVICE] = str(device.pk)
    # Fresh for five minutes, so that a passkey can be added to what just opened.
    record_authentication(request, account, method="device", reauthenticated=True)


def keep_secret(response: HttpResponse, secret: str) -> None:
    """What makes this browser the device; scripts never see it."""
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME, secret, max_age=LONGEST, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def secret_of(request: HttpRequest) -> str:
    """What this browser keeps; empty where it is no device."""
    return str(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""))


def door_of(request: HttpRequest, now: datetime) -> Door:
    """What the session is worth now; one query.

    An account with a password stands by it: it has no device, and its own end is its account's.
    Without a password a session lives by its device alone.
    """
    account: Any = request.user
    device_id = request.session.get(DEVICE) or _by_passkey(request)
    if device_id:
        rows = rows_of(Device).select_related("doorway")
        device = rows.filter(pk=device_id, doorway__account_id=account.pk).first()
        if device is None:
            return Door(Level.NONE)
        doorway = device.doorway
        is_live = device.ended_at is None and device.locked_at is None
        standing = Standing(
            has_device=True, is_live=is_live and may_come_in(doorway, now),
            is_proofed=doorway.proofed_at is not None, opens_record=device.opens_record,
        )  # fmt: skip
        return Door(level_of(standing), device.pk, device.opens_record)
    doorway = rows_of(Doorway).filter(account_id=account.pk).first()
    is_live = doorway is None or may_come_in(doorway, now)
    standing = Standing(
        has_device=account.has_usable_password(), is_live=is_live,
        is_proofed=doorway is not None and doorway.proofed_at is not None, opens_record=True,
    )  # fmt: skip
    return Door(level_of(standing), None, standing.is_proofed)


def _by_passkey(request: HttpRequest) -> str:
    """The device whose passkey began this session; remembered from then on."""
    account: Any = request.user
    if account.has_usable_password():
        return ""
    used = [
        record.get("id")
        for record in get_authentication_records(request, account)
        if record.get("method") == "mfa"
    ]
    if not used or used[-1] is None:
        return ""
    device = rows_of(Device).filter(passkey_id=used[-1], doorway__account=account).first()
    if device is None:
        return ""
    request.session[DEVICE] = str(device.pk)
    return str(device.pk)
