"""One's own phones and computers; and who else may look in, whom the client alone invites."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import AGENCY, CLIENT, FAMILY
from homeward.core.forms import ActionForm
from homeward.core.policies import open_to, requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.doorways import actions
from homeward.doorways.models import Doorway
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.portal.devices import BESIDE, Devices
from homeward.portal.own import Own

OWNERS = (CLIENT, FAMILY, AGENCY)


@open_to(OWNERS, record_class=RecordClass.SCHEDULE)
def devices(request: HttpRequest) -> HttpResponse:
    """Where one comes in, and who else looks in."""
    here = getattr(getattr(request, "door", None), "device_id", None)
    page = Devices.of(request.actor, request.user, here, clock.now())  # type: ignore[attr-defined]
    return render(request, "portal/devices.html", {"page": page})


@open_to(OWNERS, methods=("POST",), record_class=RecordClass.SCHEDULE)
def device_end(request: HttpRequest, door_device_id: UUID) -> HttpResponse:
    """One of them opens nothing from its next request on; the one in hand neither."""
    try:
        actions.end_device(
            actor=request.actor,  # type: ignore[attr-defined]
            device_id=door_device_id,
            now=clock.now(),
        )
    except Refusal as refusal:
        messages.error(request, words_for(refusal.codes[0]))
    else:
        messages.success(request, _("That one no longer opens anything."))
    return redirect("portal:devices")


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def invitation(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """A card for somebody of one's own people, shown this once."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    rows = Contact.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    contact: Contact = rows.get(pk=contact_id, client_id=own.client.pk, kind__in=BESIDE)
    facts = {"name": contact.name, "form": ActionForm(), "printed": None}
    if request.method == "POST":
        try:
            printed = actions.print_card(
                actor=own.actor, client_id=own.client.pk, contact_id=contact.pk, now=own.now
            )
        except Refusal as refusal:
            messages.error(request, words_for(refusal.codes[0]))
            return redirect("portal:devices")
        until = own.at_wall(printed.card.expires_at)
        facts |= {
            "printed": printed,
            "words": printed.user_name.replace("-", " "),
            "until": date_format(until, "l j F, H:i"),
            "address": request.build_absolute_uri(reverse("door:enter")),
        }
    return render(request, "portal/invitation.html", facts)


@requires(RecordClass.CONSENTS, post=Access.WRITE, kinds=(CLIENT,))
def invitation_end(request: HttpRequest, doorway_id: UUID) -> HttpResponse:
    """They cannot look in any more; they are told nothing of it."""
    try:
        actions.end_way_in(
            actor=request.actor,  # type: ignore[attr-defined]
            doorway_id=doorway_id,
            ending=Doorway.Ending.CLIENT,
            now=clock.now(),
        )
    except Refusal as refusal:
        messages.error(request, words_for(refusal.codes[0]))
    else:
        messages.success(request, _("They cannot look in any more. Nobody tells them."))
    return redirect("portal:devices")
