"""The first run: one token, one administrator, and then the door is gone.

Only the token's digest is kept. The token is printed by `homeward serve` where there is no account
yet; each start makes a new one, and an account or a used token closes the page for good.
"""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.accounts.first_administrator import make_first_administrator
from homeward.accounts.models import Account, SetupToken
from homeward.core import clock
from homeward.core.actions import action
from homeward.core.actors import Actor, actor_of
from homeward.core.refusals import Refusal

REFUSALS = {
    "no_program_yet": _(
        "No program is loaded yet. Run `homeward program load FILE` first, then send this again."
    ),
    "token_is_wrong": _("That is not the token of the last start. Copy the whole line."),
    "user_name_taken": _("That user name is taken. Choose another."),
    "not_fresh": _("Enter your password again to sign."),
}


class TokenIsWrong(Refusal):
    """The token is not the one of the last start."""


class AlreadySetUp(Refusal):
    """There is an account already; the page is closed."""


class UserNameTaken(Refusal):
    """Somebody has this user name."""


def is_open() -> bool:
    """Whether the first administrator is still to be made."""
    if Account.objects.exists() or SetupToken.objects.exclude(used_at=None).exists():
        return False
    return SetupToken.objects.exists()


def ensure_token() -> str | None:
    """A fresh token while there are no accounts, in place of the last one; otherwise None."""
    with transaction.atomic():
        if Account.objects.exists() or SetupToken.objects.exclude(used_at=None).exists():
            return None
        SetupToken.objects.all().delete()
        token = secrets.token_urlsafe(24)
        SetupToken.objects.create(digest=_digest(token), made_at=clock.now())
    return token


@action
def make_administrator(
    *, actor: Actor, token: str, name: str, user_name: str, password: str, now: datetime
) -> Account:
    """Use the token up for one account with the administrator's role.

    Raises AlreadySetUp, TokenIsWrong, UserNameTaken, or NoProgramYet; then nothing happened and
    the token is still good.
    """
    found = SetupToken.objects.select_for_update().filter(digest=_digest(token.strip())).first()
    if Account.objects.exists():
        raise AlreadySetUp
    if found is None or found.used_at is not None:
        raise TokenIsWrong
    if Account.objects.filter(username=user_name).exists():
        raise UserNameTaken
    account = Account.objects.create_user(user_name, password)
    make_first_administrator(account, name, now)
    found.used_at = now
    found.save(update_fields=["used_at"])
    audit.record("accounts.setup.finished", actor=actor_of(account), at=now)
    return account


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
