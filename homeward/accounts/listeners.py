"""What sign-in tells us through its signals: written to the audit, and the session begun afresh."""

from typing import Any

from allauth.account.signals import password_changed, password_set
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from homeward.accounts.auditing import note, note_attempt
from homeward.accounts.middleware import LAST, LOCKED, STARTED
from homeward.core import clock


@receiver(user_logged_in)
def opened(request: Any, user: Any, **_: Any) -> None:
    """A session counts its age from this sign-in, not from an earlier one in the same browser."""
    request.session.pop(LOCKED, None)
    request.session[STARTED] = request.session[LAST] = clock.now().timestamp()
    note("accounts.session.opened", user)


@receiver(user_logged_out)
def closed(request: Any, user: Any, **_: Any) -> None:
    if user is not None and getattr(user, "is_authenticated", False):
        note("accounts.session.closed", user, reason=getattr(request, "ended_by", ""))


@receiver(user_login_failed)
def refused(credentials: dict[str, Any], **_: Any) -> None:
    note_attempt("accounts.session.refused", str(credentials.get("username") or ""))


@receiver([password_changed, password_set])
def password_is_new(user: Any, **_: Any) -> None:
    note("accounts.password.changed", user)


@receiver(authenticator_added)
def factor_added(user: Any, authenticator: Any, **_: Any) -> None:
    note("accounts.second_factor.added", user, reason=authenticator.type)


@receiver(authenticator_removed)
def factor_removed(user: Any, authenticator: Any, **_: Any) -> None:
    note("accounts.second_factor.removed", user, reason=authenticator.type)


@receiver(authenticator_reset)
def factor_renewed(user: Any, authenticator: Any, **_: Any) -> None:
    note("accounts.second_factor.renewed", user, reason=authenticator.type)


@receiver(authenticator_used)
def factor_used(user: Any, authenticator: Any, **_: Any) -> None:
    note("accounts.second_factor.used", user, reason=authenticator.type)


@receiver(authentication_failed)
def factor_refused(user: Any, authenticator: Any, **_: Any) -> None:
    note("accounts.second_factor.refused", user, permitted=False, reason=authenticator.type)
