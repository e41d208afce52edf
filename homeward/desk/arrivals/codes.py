"""The number a client types at the door."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.attendance import actions
from homeward.attendance.door import Told, code_for
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

FINDING = Actor.of_service("desk.arrival_codes")


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def code(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The card with a client's number: no name, no program; a new number when it got about."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if request.method == "POST":
        actions.give_arrival_code(actor=actor, client_id=client_id, now=clock.now())
        messages.success(request, _("A new number is given. The one before no longer works."))
        return redirect("desk:arrival_code", client_id)
    client = Client.objects.for_actor(FINDING, Purpose.OPERATIONS).get(pk=client_id)
    if not reaches(actor, client, RecordClass.SCHEDULE, Access.WRITE):
        raise Client.DoesNotExist
    held = code_for(actor, client_id)
    facts = {
        "told": Told(held.code) if held else None, "form": ActionForm(),
        "address": request.build_absolute_uri(reverse("kiosk:phone")),
        "client_id": client_id,
    }  # fmt: skip
    return render(request, "desk/arrivals/code.html", facts)
