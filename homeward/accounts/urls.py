"""Addresses of one's own account: sign-in and second factor by allauth, each behind a policy."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions import views as sessions
from django.urls import path

from homeward.accounts import views
from homeward.accounts.frames import acted, framed, leaving_nothing
from homeward.accounts.passkeys import add_passkey, new_recovery_codes
from homeward.core.policies import EVERYONE, SIGNED_IN, View, open_to

BOTH = ("GET", "POST")
_anyone = open_to(EVERYONE, methods=BOTH, once=False)
_signed_in = open_to(SIGNED_IN, methods=BOTH, once=False)


def anyone(view: View) -> View:
    """Before sign-in; allauth's own rate limits stand in front."""
    return acted(_anyone(framed(view)))


def oneself(view: View) -> View:
    """One's own account only: allauth reads the signed-in account from the session."""
    return acted(_signed_in(framed(view)))


urlpatterns = [
    path("sign-in/", anyone(account.login), name="account_login"),
    path("sign-out/", anyone(leaving_nothing(account.logout)), name="account_logout"),
    path("inactive/", anyone(account.account_inactive), name="account_inactive"),
    path("sign-up/", views.sign_up, name="account_signup"),
    path("reauthentication/", oneself(account.reauthenticate), name="account_reauthenticate"),
    path("password/", oneself(account.password_change), name="account_change_password"),
    path("password/first/", views.first_password, name="account_set_password"),
    path("password/help/", views.password_help, name="account_reset_password"),
    path("second-factor/", oneself(mfa.index), name="mfa_index"),
    path("second-factor/check/", anyone(mfa.authenticate), name="mfa_authenticate"),
    path("second-factor/again/", oneself(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("authenticator-app/", oneself(totp.activate_totp), name="mfa_activate_totp"),
    path("authenticator-app/end/", oneself(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("recovery-codes/", oneself(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/new/",
        oneself(new_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "recovery-codes/file/",
        oneself(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("passkeys/", oneself(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("passkeys/new/", oneself(add_passkey), name="mfa_add_webauthn"),
    path("passkeys/sign-in/", anyone(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path(
        "passkeys/again/",
        oneself(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("passkeys/<int:pk>/", oneself(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/end/", oneself(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("sessions/", oneself(sessions.list_usersessions), name="usersessions_list"),
    path("setup/", views.setup, name="account_setup"),
    path("lock/", views.lock, name="account_lock"),
]
