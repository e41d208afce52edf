"""Sessions of clients, relatives and officers live as long as the device they began on."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from homeward.accounts.middleware import end_session
from homeward.core import clock
from homeward.core.actors import AGENCY, CLIENT, FAMILY
from homeward.doorways.rules.levels import Level
from homeward.doorways.session import door_of, secret_of

OWNERS = frozenset({CLIENT, FAMILY, AGENCY})
DOOR, OWN_PAGES, STATIC = "/in/", "/me/", "/static/"


class DoorMiddleware:
    """End the session of a device that ended, and say for the others what they are worth.

    Whoever has to come in again on a device of theirs is sent to its own door, which asks for the
    number alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(STATIC) and request.user.is_authenticated:
            _look_at(request)
        response = self.get_response(request)
        is_own = request.path.startswith(OWN_PAGES) and bool(secret_of(request))
        return HttpResponseRedirect(DOOR) if is_own and _goes_to_sign_in(response) else response


def _look_at(request: HttpRequest) -> None:
    if request.actor.kind not in OWNERS:  # type: ignore[attr-defined]
        return
    door = door_of(request, clock.now())
    if door.level is Level.NONE:
        end_session(request, "device")
    else:
        request.door = door  # type: ignore[attr-defined]


def _goes_to_sign_in(response: HttpResponse) -> bool:
    where = response.headers.get("Location", "") if 300 <= response.status_code < 400 else ""
    return urlsplit(where).path == settings.LOGIN_URL
