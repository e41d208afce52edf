"""The number with which a client says at the door that they are here."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.attendance.actions import give_arrival_code
from homeward.attendance.door import Told, code_for
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.kernel.records import RecordClass
from homeward.portal.own import Own


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def number(request: HttpRequest) -> HttpResponse:
    """One's own number; a new one when somebody else got to know it."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    if request.method == "POST":
        give_arrival_code(actor=own.actor, client_id=own.client.pk, now=clock.now())
        messages.success(request, _("You have a new number. The old one no longer works."))
        return redirect("portal:number")
    held = code_for(own.actor, own.client.pk)
    page = {"told": Told(held.code) if held else None, "form": ActionForm()}
    return render(request, "portal/number.html", {"page": page})
