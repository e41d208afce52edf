"""Who holds the phone shows it once more before it signs, lets somebody or something else in, or
says where messages go from then on.

A session alone does none of these: somebody else may hold a phone that was left open. Papers of
the packet ask on their own page (`doorways.confirming`), as whoever has a password is asked there.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from homeward.accounts.confirming import authenticated_at, is_fresh
from homeward.core import clock
from homeward.core.actors import AGENCY, CLIENT, FAMILY, Actor
from homeward.core.policies import stands_before
from homeward.doorways.queries import waits_for_passkey

OWNERS = (CLIENT, FAMILY, AGENCY)
AGAIN, ADD_PASSKEY = "door:again", "mfa_add_webauthn"
SIGNED = frozenset(
    {"portal:paper", "portal:draft", "portal:plan_for", "portal:after_join", "portal:invitation"}
)
# Forms that stand on another page, to which their signer comes back.
STAND_ON = {
    "portal:plan_signature": "portal:plan",
    "portal:rules_sign": "portal:rules",
    "portal:search_consent": "portal:rules",
    "portal:earned_join": "portal:earned",
    "portal:after_touch": "portal:after",
}
# Where messages go: another number of somebody else's would be told what the client hears.
REACHED = frozenset({"portal:reach"})
# Whose form also takes back, with one press and whoever holds the phone: what that press says.
TAKES_BACK = {
    "portal:search_consent": ("end", "1"),
    "portal:after_touch": ("may_contact", "no"),
    "portal:reach": ("is_wanted", "no"),
}
# What opens the account from then on.
KEYS = frozenset({ADD_PASSKEY, "mfa_activate_totp", "mfa_generate_recovery_codes"})
# What was opened in time may be read before it is signed.
READING = timedelta(minutes=15)


@stands_before
def shown_again(request: HttpRequest, actor: Actor) -> HttpResponse | None:
    """The page that asks for the digits or the passkey, in the place of one that signs."""
    page = request.resolver_match.view_name if request.resolver_match else ""
    account: Any = request.user
    if actor.kind not in OWNERS or page not in SIGNED | KEYS | REACHED | STAND_ON.keys():
        return None
    name, said = TAKES_BACK.get(page, ("", ""))
    takes_back = bool(name) and request.POST.get(name) == said
    if account.has_usable_password() or takes_back:
        return None
    if is_fresh(request, clock.now()) or _was_read(request, page):
        return None
    door = getattr(request, "door", None)
    here = door.device_id if door is not None else None
    if page == ADD_PASSKEY and waits_for_passkey(here, clock.now()):
        return None
    back = reverse(STAND_ON[page]) if page in STAND_ON else request.path
    return redirect(f"{reverse(AGAIN)}?{urlencode({'next': back})}")


def _was_read(request: HttpRequest, page: str) -> bool:
    now = clock.now()
    at = authenticated_at(request, now)
    is_sent = request.method == "POST" and page not in KEYS
    return is_sent and at is not None and now - at <= READING
