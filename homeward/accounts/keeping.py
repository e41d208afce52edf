"""Keeping the session at the end of a request, also when the database dies just then."""

from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _


class KeptSessionMiddleware(SessionMiddleware):
    """A session that cannot be saved is a passing fault of ours, never the reader's bad request.

    What the request did may already be committed; sending the same form again gives its first
    answer, so the page says to send it again.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except SessionInterrupted:
            words = _(
                "The connection broke at the last moment. Send it again; nothing happens twice."
            )
            broken = HttpResponse(words, status=503, content_type="text/plain; charset=utf-8")
            broken["Retry-After"] = "2"
            return broken
