"""Sign-in, sign-out and changes of password or second factor, on record without any name."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.accounts.models import Account
from homeward.core import clock
from homeward.core.actors import NOBODY, actor_of

WORDS = {
    "accounts.session.opened": _("Signed in"),
    "accounts.session.closed": _("Signed out"),
    "accounts.session.refused": _("A sign-in was refused"),
    "accounts.session.held_back": _("A sign-in was held back after too many tries"),
    "accounts.session.others_ended": _("Ended their other sessions"),
    "accounts.session.locked": _("Locked the screen"),
    "accounts.session.unlocked": _("Unlocked the screen"),
    "accounts.session.unlock_refused": _("Unlocking the screen was refused"),
    "accounts.signature.refused": _("A signature was refused: it was not their password"),
    "accounts.password.changed": _("Changed their password"),
    "accounts.second_factor.added": _("Added a second factor"),
    "accounts.second_factor.removed": _("Removed a second factor"),
    "accounts.second_factor.used": _("Showed a second factor"),
    "accounts.second_factor.refused": _("A second factor was refused"),
    "accounts.setup.finished": _("Became the first administrator"),
    "accounts.setup.refused": _("A first set-up was refused"),
}


def note(code: str, account: Any, *, permitted: bool = True, reason: str = "") -> None:
    """Keep what an account did, in the running unit or in its own."""
    with audit.unit():
        audit.record(
            code, actor=actor_of(account), at=clock.now(), permitted=permitted, reason=reason
        )


def note_attempt(code: str, user_name: str, reason: str = "") -> None:
    """Keep an attempt on an account that was not let in.

    What was typed is never kept, for people type their password there; the id of the account is,
    where there is one.
    """
    account_id = Account.objects.filter(username=user_name).values_list("pk", flat=True).first()
    with audit.unit():
        audit.record(
            code,
            actor=replace(NOBODY, account_id=account_id),
            at=clock.now(),
            permitted=False,
            reason=reason,
        )
