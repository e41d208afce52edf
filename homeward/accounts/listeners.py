"""What sign-in tells us through its signals: written to the audit, and the session begun afresh."""

from typing import Any

from allauth.account.signals import password_changed, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_used
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_delete, post_save
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
    """Signed out, by oneself or because the session's time was over."""
    if user is not None and getattr(user, "is_authenticated", False):
        note("accounts.session.closed", user, reason=getattr(request, "ended_by", ""))


@receiver(user_login_failed)
def refused(credentials: dict[str, Any], **_: Any) -> None:
    """A password that does not open the account."""
    note_attempt("accounts.session.refused", str(credentials.get("username") or ""))


@receiver([password_changed, password_set])
def password_is_new(user: Any, **_: Any) -> None:
    """A password was changed, or chosen for the first time."""
    note("accounts.password.changed", user)


@receiver(post_save, sender=Authenticator)
def factor_added(instance: Authenticator, created: bool, **_: Any) -> None:
    """Told by the row itself: the library's own signal comes after the commit, too late for us."""
    if created:
        note("accounts.second_factor.added", instance.user, reason=str(instance.type))


@receiver(post_delete, sender=Authenticator)
def factor_removed(instance: Authenticator, **_: Any) -> None:
    """A second factor is gone."""
    note("accounts.second_factor.removed", instance.user, reason=str(instance.type))


@receiver(authenticator_used)
def factor_used(user: Any, authenticator: Any, **_: Any) -> None:
    """A second factor was shown at sign-in or as a fresh proof."""
    note("accounts.second_factor.used", user, reason=authenticator.type)


@receiver(authentication_failed)
def factor_refused(user: Any, authenticator: Any, **_: Any) -> None:
    """A second factor did not fit."""
    note("accounts.second_factor.refused", user, permitted=False, reason=authenticator.type)
