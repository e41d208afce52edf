"""Requests that no page can have asked for: a zero byte in what was typed, or far too much."""

from collections.abc import Iterator

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _

from homeward.core.middleware import Next

NUL = "\x00"
# The largest form of the house is a message with three files of eight megabytes. What is longer
# would be written to disk before any page could refuse it, for whoever sends it.
MOST_BYTES = 64 * 1024 * 1024


class NoZeroBytesMiddleware:
    """Answer 400 to a zero byte in the path, the query, a form, a file's name or a cookie.

    Also to a body longer than any form of the house, before a byte of it is kept.

    PostgreSQL keeps no zero byte in a text, so that the first query that met one would fail; it
    is refused here once, and no view has to think of it.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _length_of(request) > MOST_BYTES:
            raise BadRequest(_("What was sent is too large. Send fewer or smaller files."))
        try:
            is_odd = any(NUL in words for words in _words_of(request))
        except UnreadablePostError as broken:
            # Whoever sent it has gone away in the middle; that is no fault of the house.
            raise BadRequest(_("The form did not arrive whole. Please send it again.")) from broken
        if is_odd:
            raise BadRequest(_("The address or the form holds a sign that cannot be read."))
        return self.get_response(request)


def _length_of(request: HttpRequest) -> int:
    """What the sender says; without a word of it nothing is read."""
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isdecimal() and len(said) < 19 else MOST_BYTES + 1


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
