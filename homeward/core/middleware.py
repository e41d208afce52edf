"""What every request passes: its actor, its audit circumstance, and the policy it must have met."""

import hashlib
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from homeward.audit import ledger
from homeward.core.actors import actor_of
from homeward.kernel.records import RecordClass

SEALED_WAITS = "homeward_sealed"
# Entries that wait sealed for the server, at a desk or on a phone, and a safety plan that its owner
# keeps open on their own phone.
OUTLIVES = frozenset({SEALED_WAITS, "pocket_waits", "pocket_open"})
Next = Callable[[HttpRequest], HttpResponse]


class NoPolicyEvaluated(RuntimeError):
    """A response was made without asking its policy; it is discarded."""


class ActorMiddleware:
    """Give the request its actor and say, for the audit, which request and session this is."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request.user))  # type: ignore[attr-defined]
        request_id = uuid.uuid4().hex
        key = request.session.session_key or ""
        session_ref = hashlib.sha256(key.encode()).hexdigest()[:16] if key else ""
        token = ledger.circumstance.set(ledger.Circumstance(request_id, session_ref))
        try:
            response = self.get_response(request)
        finally:
            ledger.circumstance.reset(token)
        response["X-Request-Id"] = request_id
        return response


class PolicyMiddleware:
    """Discard any response of a view whose policy was not evaluated."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.resolver_match and not hasattr(request, "policy"):
            raise NoPolicyEvaluated(request.resolver_match.view_name)
        return response


class PrivateCacheMiddleware:
    """Nothing of a signed-in page, or of one behind a secret address, stays in browser or proxy."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if was_signed_in or request.user.is_authenticated or _is_protected(request):
            # Also where a view or library asked for less: a shared computer keeps nothing.
            response.headers["Cache-Control"] = "no-store, private"
        if was_signed_in and not request.user.is_authenticated:
            response.headers["Clear-Site-Data"] = what_to_clear(request)
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"
        )
        return response


def what_to_clear(request: HttpRequest) -> str:
    """What the browser forgets at signing out: all, save what must outlive it.

    Sealed entries were written without a network; only the server opens them, and clearing would
    lose them. The pages of a phone are closed then by their key, which is gone.
    """
    return '"cache"' if OUTLIVES & request.COOKIES.keys() else '"cache", "storage"'


def _is_protected(request: HttpRequest) -> bool:
    """Whether the page shows a class of record, also to somebody who has no account."""
    policy = getattr(request, "policy", None)
    return policy is not None and policy.record_class is not RecordClass.PUBLIC
