"""Requests that no page can have asked for: a zero byte anywhere in what was typed."""

from collections.abc import Iterator

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _

from homeward.core.middleware import Next

NUL = "\x00"


class NoZeroBytesMiddleware:
    """Answer 400 to a zero byte in the path, the query, a form, a file's name or a cookie.

    PostgreSQL keeps no zero byte in a text, so that the first query that met one would fail; it
    is refused here once, and no view has to think of it.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            is_odd = any(NUL in words for words in _words_of(request))
        except UnreadablePostError as broken:
            # Whoever sent it has gone away in the middle; that is no fault of the house.
            raise BadRequest(_("The form did not arrive whole. Please send it again.")) from broken
        if is_odd:
            raise BadRequest(_("The address or the form holds a sign that cannot be read."))
        return self.get_response(request)


def _words_of(request: HttpRequest) -> Iterator[str]:
    """Every word somebody could have typed, as views read it."""
    yield request.path
    for given in (request.GET, request.POST):
        for name, values in given.lists():
            yield name
            yield from map(str, values)
    for name, value in request.COOKIES.items():
        yield name
        yield value
    for name, files in request.FILES.lists():
        yield name
        yield from (file.name or "" for file in files)
