"""In which frame a page of one's own account is shown: the person's own, or the plain one."""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from homeward.core.actors import AGENCY, CLIENT, FAMILY, STAFF, actor_of
from homeward.core.middleware import what_to_clear
from homeward.core.policies import View

FRAMES = {
    STAFF: "core/page.html",
    CLIENT: "core/shell_portal.html",
    FAMILY: "core/shell_portal.html",
    AGENCY: "core/shell_portal.html",
}
PLAIN = "core/shell_plain.html"


def framed(view: View) -> View:
    """Tell the template of a library's page which frame to extend; errors answer 422."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        facts = getattr(response, "context_data", None)
        if facts is not None:
            kind = request.actor.kind  # type: ignore[attr-defined]
            facts.setdefault("frame", FRAMES.get(kind, PLAIN))
            form = facts.get("form")
            _speak_plainly(form)
            if response.status_code == 200 and getattr(form, "errors", None):
                response.status_code = 422
        return response

    return shown


def leaving_nothing(view: View) -> View:
    """After sign-out the browser forgets what it kept of these pages, so Back shows nothing."""

    @wraps(view)
    def left(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            response["Clear-Site-Data"] = what_to_clear(request)
        return response

    return left


def _speak_plainly(form: Any) -> None:
    """The library's hints inside boxes say the label again, and vanish when one types."""
    for field in getattr(form, "fields", {}).values():
        field.widget.attrs.pop("placeholder", None)
    if password := getattr(form, "fields", {}).get("password"):
        password.help_text = ""


def acted(guarded: View) -> View:
    """Give a request its actor where a library made the request itself.

    After a fresh proof of identity the library plays back the form that was held; that request
    never passed the middleware.
    """

    @wraps(guarded)
    def resumed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not hasattr(request, "actor"):
            request.actor = actor_of(request.user)  # type: ignore[attr-defined]
        return guarded(request, *args, **kwargs)

    return resumed
