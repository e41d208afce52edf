"""Sessions end: after a quiet time, and after half a day whatever happens."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from homeward.core import clock
from homeward.core.actors import NOBODY, STAFF

STARTED, LAST, LOCKED = "started_at", "last_seen_at", "is_locked"
STAY_OPEN = ("/account/lock/", "/account/sign-out/", "/static/", "/language/")
# What an open page asks by itself is nobody's activity.
UNATTENDED = ("/desk/paged/",)
LOCKED_STATUS = 423


class SessionLimitMiddleware:
    """Lock what was idle too long, end what began too long ago, and hold what is locked.

    Staff come back to where they were with their password; in the portal, where phones are
    shared, an idle session ends.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._look_at_the_clock(request)
            if request.session.get(LOCKED) and not request.path.startswith(STAY_OPEN):
                return _held(request)
        return self.get_response(request)

    def _look_at_the_clock(self, request: HttpRequest) -> None:
        now = clock.now().timestamp()
        started = request.session.setdefault(STARTED, now)
        last = request.session.get(LAST, now)
        if now - started > settings.SESSION_ABSOLUTE_SECONDS:
            return end_session(request, "absolute")
        is_staff = request.actor.kind == STAFF  # type: ignore[attr-defined]
        idle = settings.STAFF_IDLE_SECONDS if is_staff else settings.PORTAL_IDLE_SECONDS
        if now - last > idle:
            if not is_staff:
                return end_session(request, "idle")
            request.session[LOCKED] = True
        if request.path.startswith(UNATTENDED) and LAST in request.session:
            return None
        if now - last > 20 or LAST not in request.session:
            request.session[LAST] = now
        return None


def end_session(request: HttpRequest, why: str) -> None:
    """Sign out here and now; what this request goes on to do it does as nobody."""
    request.ended_by = why  # type: ignore[attr-defined]
    logout(request)
    request.actor = NOBODY  # type: ignore[attr-defined]


def _held(request: HttpRequest) -> HttpResponse:
    """The lock screen; a form that was just sent is told so and keeps its words."""
    if request.method == "POST":
        return render(request, "accounts/held.html", status=LOCKED_STATUS)
    return redirect(f"/account/lock/?{urlencode({'next': request.get_full_path()})}")
