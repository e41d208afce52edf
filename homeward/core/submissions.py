"""A form sent twice does nothing twice.

Each form carries a signed key. The first answer is stored in the same transaction as the effect;
the same key with the same body gets that answer again, with another body it is refused.
"""

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import BadRequest
from django.core.signing import BadSignature, Signer
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from homeward import audit
from homeward.core import clock, limits
from homeward.core.actors import PUBLIC
from homeward.core.crypto import digest_of
from homeward.core.models import Submission
from homeward.core.refusals import Refusal

KEPT = timedelta(days=30)
FIELD = "form_key"
# A password says who sends the form, not what is in it; nothing of it is kept, hashed or not.
LATER_FIELDS = frozenset({FIELD, "csrfmiddlewaretoken", "password"})
_signer = Signer(salt="homeward.form_key", sep="~")


class AnotherBody(Refusal):
    """The key was already used for a form with other content."""


class _NotDone(Exception):
    """Carries a response that did nothing out of the savepoint it must not keep."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


def new_key() -> str:
    """A fresh key for one form."""
    return _signer.sign(uuid.uuid4().hex)


def answer_once(
    request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
) -> HttpResponse:
    """Run the view, or repeat the answer it gave when this form was first sent."""
    try:
        key = _signer.unsign(request.POST.get(FIELD, ""))
    except BadSignature as fault:
        raise BadRequest("form_key: open the page again and send the form once more") from fault
    route = request.resolver_match.view_name if request.resolver_match else ""
    account_id = _sender_of(request)
    body_hash = _body_hash(request)
    try:
        with audit.unit():
            if not _claim(key, account_id, route, body_hash):
                return _repeated(request, key, account_id, route, body_hash)
            response = view(request, *args, **kwargs)
            if response.status_code >= 400:
                raise _NotDone(response)  # noqa: TRY301 - it carries the answer out of the savepoint
            Submission.objects.filter(key=key).update(
                status=response.status_code, location=response.get("Location", "")[:500]
            )
            return response
    except _NotDone as left:
        limits.count_again(request)
        return left.response


def when_answered(signed_key: str, account_id: Any, route: str) -> datetime | None:
    """When the form of this key did what it asked, at this address and for this account."""
    try:
        key = _signer.unsign(signed_key)
    except BadSignature:
        return None
    row = Submission.objects.filter(key=key, account_id=account_id, route=route).first()
    return row.at if row is not None and 0 < row.status < 400 else None


def _sender_of(request: HttpRequest) -> Any:
    """Whose form it is; on a public page everybody asks as nobody."""
    policy = request.policy  # type: ignore[attr-defined]
    is_public = policy.is_open and PUBLIC in policy.kinds
    return None if is_public else request.actor.account_id  # type: ignore[attr-defined]


def _claim(key: str, account_id: Any, route: str, body_hash: str) -> bool:
    """Take the key; a second sender waits here until the first has finished."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_submission (key, account_id, route, body_hash, at, status, location)"
            " VALUES (%s, %s, %s, %s, %s, 0, '') ON CONFLICT (key) DO NOTHING",
            [key, account_id, route, body_hash, clock.now()],
        )
        return cursor.rowcount == 1


def _repeated(
    request: HttpRequest, key: str, account_id: Any, route: str, body_hash: str
) -> HttpResponse:
    """The first answer again; a page that was shown once says that it was."""
    first = Submission.objects.get(key=key)
    if (first.account_id, first.route, first.body_hash) != (account_id, route, body_hash):
        raise AnotherBody
    if first.location:
        return HttpResponseRedirect(first.location, status=first.status)
    if first.status == 200 and "text/html" in request.headers.get("Accept", ""):
        return render(request, "done_once.html")
    return HttpResponse(status=first.status or 204)


def _body_hash(request: HttpRequest) -> str:
    digest = hashlib.sha256(request.path.encode())
    for name in sorted(request.POST):
        if name not in LATER_FIELDS:
            digest.update(repr((name, request.POST.getlist(name))).encode())
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            digest.update(repr((name, file.size)).encode())
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
    # Keyed: a telephone number or a yes could otherwise be guessed from a stolen table.
    return digest_of(digest.hexdigest())


def forget_old_submissions(*, now: Any) -> int:
    """Remove keys older than the time they are kept; returns how many."""
    return Submission.objects.filter(at__lt=now - KEPT).delete()[0]
