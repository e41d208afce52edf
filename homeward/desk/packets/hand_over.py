"""The tablet in the client's hands: until staff take it back, one packet and nothing else.

The mark stands in the session, so that another tab, the back button and a typed address end on
the same packet. Only the password of the account that handed it over takes it back.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

MARK, SINCE = "handed_over_packet", "handed_over_at"
# What the pages themselves load, and a way to end the session altogether.
ALWAYS = ("/static/", "/account/sign-out/", "/account/lock/", "/account/sign-in/", "/language/")
Next = Callable[[HttpRequest], HttpResponse]


def hand_over(request: HttpRequest, packet_id: UUID, at: float) -> None:
    """From now on this session reaches the packet alone."""
    request.session[MARK] = str(packet_id)
    request.session[SINCE] = at


def handed_over(request: HttpRequest) -> str:
    """The packet in the client's hands; empty when staff hold the tablet."""
    return str(request.session.get(MARK, ""))


def take_back(request: HttpRequest) -> None:
    """The session is staff's again."""
    for name in (MARK, SINCE):
        request.session.pop(name, None)


class HandOverMiddleware:
    """Send every other address back to the packet while the tablet is handed over."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session: Any = getattr(request, "session", None)
        if session is None or not request.COOKIES or not session.get(MARK):
            return self.get_response(request)
        here = reverse("desk:packet_tablet")
        # The button that handed it over, pressed once more, gets its first answer again.
        button = reverse("desk:packet_hand_over", args=[session[MARK]])
        if request.path.startswith((here, button, *ALWAYS)):
            return self.get_response(request)
        return redirect(here)
