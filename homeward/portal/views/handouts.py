"""Handouts on the phone: the list, and one to read or print."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.curriculum.actions import choose_sheet
from homeward.kernel.records import RecordClass
from homeward.portal.handouts import HandoutPage, Learning
from homeward.portal.own import Own


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def handouts(request: HttpRequest) -> HttpResponse:
    """Everything that was handed out to me, and what my groups talk about."""
    page = Learning.of(Own.of(request.actor))  # type: ignore[attr-defined]
    return render(request, "portal/handouts.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def handout(request: HttpRequest, handed_id: UUID) -> HttpResponse:
    """One handout."""
    page = HandoutPage.of(Own.of(request.actor), handed_id)  # type: ignore[attr-defined]
    return render(request, "portal/handout.html", {"page": page})


@requires(RecordClass.SCHEDULE, post=Access.WRITE, kinds=(CLIENT,))
def handout_kept(request: HttpRequest, handed_id: UUID) -> HttpResponse:
    """I want this sheet on my phone, or no longer."""
    is_kept = request.POST.get("is_kept") == "yes"
    actor = request.actor  # type: ignore[attr-defined]
    choose_sheet(actor=actor, handed_id=handed_id, is_kept=is_kept, now=clock.now())
    if is_kept:
        messages.success(request, _("Kept. You can read it here without a network."))
    else:
        messages.success(request, _("It is no longer kept on your phone."))
    return redirect("portal:handout", handed_id)
