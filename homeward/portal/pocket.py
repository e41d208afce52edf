"""The half of the phone's key that the server holds, given with each page of a client.

Pages that a phone keeps for reading without a network are sealed there with a key of two halves
(docs/adr/0013). This half lies in the session and goes out as a cookie that lives as long as a
quiet session does; it ends with the session, at the lock screen, and by itself.
"""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from homeward.accounts.middleware import LOCKED, STARTED
from homeward.core import clock
from homeward.core.actors import CLIENT

COOKIE, HELD = "pocket", "pocket"
WHERE = "/me/"
Next = Callable[[HttpRequest], HttpResponse]


class PocketMiddleware:
    """Give a signed-in client's browser its half anew, and take it away from everybody else's."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if request.user.is_authenticated and not request.session.get(LOCKED):
            if request.path.startswith(WHERE) and request.actor.kind == CLIENT:  # type: ignore[attr-defined]
                _give(request, response)
        elif was_signed_in or COOKIE in request.COOKIES:
            response.delete_cookie(COOKIE, path=WHERE, samesite="Strict")
        return response


def _give(request: HttpRequest, response: HttpResponse) -> None:
    half = request.session.get(HELD)
    if half is None:
        half = request.session[HELD] = secrets.token_urlsafe(32)
    past = clock.now().timestamp() - request.session.get(STARTED, clock.now().timestamp())
    left = max(0, int(settings.SESSION_ABSOLUTE_SECONDS - past))
    response.set_cookie(
        COOKIE,
        f"{half}.{left}",
        max_age=min(settings.PORTAL_IDLE_SECONDS, left),
        path=WHERE,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )
