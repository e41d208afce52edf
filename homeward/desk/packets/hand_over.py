"""The tablet in the client's hands: until staff take it back, one packet or paper and nothing else.

The mark stands in the session, so that another tab, the back button and a typed address end on
the same papers. Only the password of the account that handed it over takes it back. Meanwhile the
pages speak the language of who holds it, and a press on another one is forgotten with the mark.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.accounts.languages import end_lending, lend

MARK, SINCE = "handed_over_packet", "handed_over_at"
# A single drafted consent, and whose hands hold it: a guardianship, or nobody for the client.
DRAFT, HOLDER = "handed_over_draft", "handed_over_to"
# By mark: the page the tablet shows, and the button that hands it over.
PLACES = {
    MARK: ("desk:packet_tablet", "desk:packet_hand_over"),
    DRAFT: ("desk:consent_tablet", "desk:consent_hand_over"),
}
# What the pages themselves load, their language, and a way to end the session altogether.
ALWAYS = ("/static/", "/account/sign-out/", "/account/lock/", "/account/sign-in/", "/language/")
Next = Callable[[HttpRequest], HttpResponse]


def hand_over(request: HttpRequest, packet_id: UUID, spoken: str, at: float) -> None:
    """From now on this session reaches the packet alone."""
    take_back(request)
    lend(request, spoken)
    request.session[MARK] = str(packet_id)
    request.session[SINCE] = at


def hand_over_draft(
    request: HttpRequest, consent_id: UUID, guardianship_id: UUID | None, spoken: str, at: float
) -> None:
    """From now on this session reaches the one drafted consent alone."""
    take_back(request)
    lend(request, spoken)
    request.session[DRAFT] = str(consent_id)
    request.session[HOLDER] = str(guardianship_id or "")
    request.session[SINCE] = at


def handed_over_draft(request: HttpRequest) -> tuple[str, UUID | None]:
    """The drafted consent in somebody's hands and by which right; empty when staff hold it."""
    holder = str(request.session.get(HOLDER, ""))
    return str(request.session.get(DRAFT, "")), UUID(holder) if holder else None


def handed_over(request: HttpRequest) -> str:
    """The packet in the client's hands; empty when staff hold the tablet."""
    return str(request.session.get(MARK, ""))


def take_back(request: HttpRequest) -> None:
    """The session is staff's again, and so is its language."""
    end_lending(request)
    for name in (MARK, DRAFT, HOLDER, SINCE):
        request.session.pop(name, None)


class HandOverMiddleware:
    """Send every other address back to the papers while the tablet is handed over."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session: Any = getattr(request, "session", None)
        if session is None or not request.COOKIES:
            return self.get_response(request)
        mark = next((each for each in PLACES if session.get(each)), "")
        if not mark:
            return self.get_response(request)
        page, pressed = PLACES[mark]
        here = reverse(page)
        # The button that handed it over, pressed once more, gets its first answer again.
        button = reverse(pressed, args=[session[mark]])
        if request.path.startswith((here, button, *ALWAYS)):
            return self.get_response(request)
        return redirect(here)
