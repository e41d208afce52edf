"""Whether who holds this phone is its owner, before something is signed on it.

Somebody with a password types it; on a phone that opens by six digits, the digits; with a passkey
one shows it again. A session alone signs nothing.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from homeward.accounts.confirming import MOST_WRONG, OneHere, note_refused
from homeward.core import clock, limits
from homeward.core.crypto import digest_of
from homeward.doorways.models import Device
from homeward.doorways.reaching import rows_of
from homeward.doorways.secrets import digest_of_secret, is_pin
from homeward.doorways.session import secret_of


class ByDigits:
    """The owner of a phone that opens by six digits, in the place of an account's password."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.label = _("Your six digits")
        self.refusal = _("These are not your six digits.")
        self.by = "digits"

    def check_password(self, typed: str) -> bool:
        """Whether these are this phone's digits; too many wrong ones are held back for an hour.

        `refusal` says why not. A no is audited, as at a password.
        """
        account: Any = self.request.user
        key = f"digits:{digest_of(f'wrong digits|{account.pk}')[:24]}"
        if limits.counted(key) >= MOST_WRONG:
            self.refusal = _("Too many tries. Wait an hour, then try again.")
            note_refused(self.request, clock.now())
            return False
        secret = secret_of(self.request)
        row = rows_of(Device).filter(
            digest=digest_of_secret(secret), kind=Device.Kind.PIN, ended_at=None, locked_at=None,
            doorway__account_id=account.pk,
        ).first()  # fmt: skip
        is_right = row is not None and is_pin(secret, typed, row.pin)
        if not is_right:
            limits.count(self.request, key)
            note_refused(self.request, clock.now())
        return is_right


def signer_of(request: HttpRequest) -> OneHere | ByDigits:
    """Who confirms a signature in this session: the account itself, or whoever knows the digits."""
    account: Any = request.user
    return OneHere(request) if account.has_usable_password() else ByDigits(request)


def comes_by_passkey(request: HttpRequest) -> bool:
    """Whether this session began with a passkey, which is shown again to sign.

    One that is still to be made on this phone can show nothing yet.
    """
    account: Any = request.user
    door = getattr(request, "door", None)
    if account.has_usable_password() or door is None or door.device_id is None:
        return False
    rows = rows_of(Device).filter(
        pk=door.device_id, kind=Device.Kind.PASSKEY, passkey_id__isnull=False
    )
    return bool(rows.exists())
