"""Choosing the language of the pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from homeward.core.policies import open_to
from homeward.core.returning import way_back


@open_to(methods=("POST",), once=False)
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back where the person was."""
    response = HttpResponseRedirect(way_back(request.POST.get("next"), "/"))
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=31_536_000,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
