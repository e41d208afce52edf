"""Sessions end: after a quiet time, and after half a day whatever happens."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from homeward.core import clock

STARTED, LAST, LOCKED = "started_at", "last_seen_at", "is_locked"
STAY_OPEN = ("/account/lock/", "/account/sign-out/", "/static/")


class SessionLimitMiddleware:
    """Sign out a session that was idle too long or began too long ago; hold a locked one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = clock.now().timestamp()
            started = request.session.setdefault(STARTED, now)
            last = request.session.get(LAST, now)
            idle_limit = settings.STAFF_IDLE_SECONDS
            if request.actor.kind != "staff":  # type: ignore[attr-defined]
                idle_limit = settings.PORTAL_IDLE_SECONDS
            if now - started > settings.SESSION_ABSOLUTE_SECONDS or now - last > idle_limit:
                logout(request)
            elif now - last > 20 or LAST not in request.session:
                request.session[LAST] = now
            if request.session.get(LOCKED) and not request.path.startswith(STAY_OPEN):
                query = urlencode({"next": request.get_full_path()})
                return redirect(f"/account/lock/?{query}")
        return self.get_response(request)
