"""Handouts on the phone: the list, and one to read or print."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.kernel.records import RecordClass
from homeward.portal.handouts import HandoutPage, own_handouts
from homeward.portal.own import Own


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def handouts(request: HttpRequest) -> HttpResponse:
    """Everything that was handed out to me."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    return render(request, "portal/handouts.html", {"handouts": own_handouts(own)})


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def handout(request: HttpRequest, handed_id: UUID) -> HttpResponse:
    """One handout."""
    page = HandoutPage.of(Own.of(request.actor), handed_id)  # type: ignore[attr-defined]
    return render(request, "portal/handout.html", {"page": page})
