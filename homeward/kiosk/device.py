"""A browser that was made the kiosk of a site: known by its cookie, confined to the kiosk's pages.

Whatever is typed, tapped or gone back to ends on the check-in. The secret lies in a cookie that
scripts cannot read; when staff end the device, its next request is anybody's.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from homeward.attendance.door import KIOSK, live_kiosk
from homeward.core.actors import Actor
from homeward.kiosk.speaking import speak

COOKIE = "homeward_kiosk"
YEAR = 31_536_000
HERE = "/kiosk/"
Next = Callable[[HttpRequest], HttpResponse]


def become_kiosk(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Sign whoever set it up out, and let this browser be the kiosk from now on."""
    logout(request)
    response.set_cookie(
        COOKIE, token, max_age=YEAR, httponly=True, samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


class KioskMiddleware:
    """Make a kiosk's requests a kiosk's, and send every other address back to the check-in."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request.COOKIES.get(COOKIE)
        if not token:
            return self.get_response(request)
        kiosk = live_kiosk(token)
        if kiosk is None:
            response = self.get_response(request)
            response.delete_cookie(COOKIE, samesite="Strict")
            return response
        if not request.path.startswith(HERE):
            return redirect(HERE)
        request.kiosk = kiosk  # type: ignore[attr-defined]
        request.actor = Actor(kind=KIOSK, service=str(kiosk.pk), name=kiosk.name)  # type: ignore[attr-defined]
        speak(request)
        return self.get_response(request)
