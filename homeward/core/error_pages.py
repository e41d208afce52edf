"""Error pages: the same calm words whether a thing is hidden or absent."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.policies import EVERYONE, Policy
from homeward.kernel.records import RecordClass

_open = Policy(RecordClass.PUBLIC, (), kinds=EVERYONE, is_open=True)


def _page(request: HttpRequest, status: int, **facts: Any) -> HttpResponse:
    request.policy = _open  # type: ignore[attr-defined]
    return render(request, f"{status}.html", facts, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Something in the request could not be understood."""
    # Our own words only: others repeat what was sent, a forged host name for example.
    reason = str(exception)[:200] if isinstance(exception, BadRequest) else ""
    return _page(request, 400, reason=reason)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The person's role has no business at this address."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such thing, or none that this person may know of."""
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault; nothing was changed."""
    return _page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's own token is missing or old."""
    return _page(request, 403, is_stale=True)


for _view in (bad_request, permission_denied, not_found, server_error, csrf_failure):
    _view.policy = _open  # type: ignore[attr-defined]
