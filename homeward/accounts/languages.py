"""The language of the pages: chosen by a press, and remembered for the person and the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation

from homeward.core.policies import open_to
from homeward.core.returning import way_back

LENT = "language_of_who_holds_it"


class OwnLanguageMiddleware:
    """Whoever signed in reads in their own language, on whichever phone they hold.

    Until they said one, and for whoever did not sign in, the browser's choice stands. A screen in
    somebody else's hands speaks to them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/static/") and request.user.is_authenticated:
            own = request.session.get(LENT) or request.user.language
            if own in dict(settings.LANGUAGES):
                translation.activate(own)
                request.LANGUAGE_CODE = own  # type: ignore[attr-defined]
        return self.get_response(request)


@open_to(methods=("POST",), once=False)
def language(request: HttpRequest) -> HttpResponse:
    """Remember the choice for who is signed in, and in a cookie for their way back in.

    Then go back where the person was. On a screen that was lent neither is theirs to change: the
    choice ends when it is given back.
    """
    response = HttpResponseRedirect(way_back(request.POST.get("next"), "/"))
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        if LENT in request.session:
            lend(request, chosen)
            return response
        if request.user.is_authenticated:
            request.user.language = chosen
            request.user.save(update_fields=["language"])
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=31_536_000,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response


def lend(request: HttpRequest, spoken: str) -> None:
    """From now on this session speaks to who holds the screen; nobody's account hears of it."""
    request.session[LENT] = spoken


def end_lending(request: HttpRequest) -> None:
    """The screen speaks to its owner again."""
    request.session.pop(LENT, None)
