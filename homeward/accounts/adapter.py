"""How sign-in behaves here."""

from collections.abc import Iterable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from homeward.accounts.auditing import note, note_attempt
from homeward.core.crypto import decrypt, encrypt

SECRETS = "mfa.authenticator.secret"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves: accounts are made by the people responsible for them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "That user name and password do not go together. Check both and try again."
        ),
        "too_many_login_attempts": _(
            "Too many tries. Wait five minutes, then try again, or ask for help."
        ),
        "enter_current_password": _("That is not your current password. Type it once more."),
        "incorrect_password": _("That is not the password of this account. Try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return "/home/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """A phone that opens by its number goes to its own door, which names nobody."""
        if request.COOKIES.get(settings.DEVICE_COOKIE_NAME):
            return "/in/"
        return str(super().get_logout_redirect_url(request))

    def is_safe_url(self, url: Any) -> bool:
        return isinstance(url, str) and url.startswith("/") and not url.startswith(("//", "/\\"))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Hold back after too many tries, and keep on record that somebody was held back."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            note_attempt("accounts.session.held_back", credentials.get("username", ""))
            raise


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors are sealed like any other secret, with a key kept elsewhere."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code did not work. Wait for the next one and try again."),
    }

    def encrypt(self, text: str) -> str:
        return encrypt(text, SECRETS)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text, SECRETS)


class SessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]
    """Ending one's other sessions is on record."""

    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        ended = list(sessions)
        super().end_sessions(ended)
        for account in {session.user for session in ended}:
            note("accounts.session.others_ended", account, reason=str(len(ended)))
