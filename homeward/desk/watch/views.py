"""The audit page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward import audit
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.watch import pages
from homeward.kernel.records import RecordClass


@requires(RecordClass.AUDIT, get=Access.MINIMAL)
def watch(request: HttpRequest) -> HttpResponse:
    """Who did and saw what; reading this is itself audited."""
    page = pages.Watch.of(request.actor, dict(request.GET.items()))  # type: ignore[attr-defined]
    audit.record("audit.entries.read", actor=request.actor, at=clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/watch/watch.html", {"page": page})
