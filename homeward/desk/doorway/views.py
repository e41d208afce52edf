"""Getting in, as the desk sees it: a card, a lost phone, who somebody is, the end of a way in.

Nobody is refused care for lacking a way in; the page says what is done on paper instead.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.chart.frame import ChartFrame, chart_frame
from homeward.desk.doorway.forms import EndForm, IdentityForm, InvitationForm, LostForm
from homeward.desk.doorway.pages import CardSheet, Page, device_line
from homeward.desk.refusing import say_no
from homeward.doorways import actions
from homeward.doorways.models import Doorway
from homeward.doorways.queries import ways_in_of
from homeward.doorways.reaching import client_by, gives_record, whose_of
from homeward.doorways.rules.whose import Whose
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact

C = RecordClass.SCHEDULE
TAB = "desk:chart_doorway"
FIELDS = {
    "identity_two_things": "seen", "identity_one_strong": "seen", "identity_paper_named": "paper",
    "way_in_client_asks": "is_client_present",
}  # fmt: skip


@requires(C, get=Access.READ)
def doorway(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """How the client gets in, and who beside them."""
    frame = chart_frame(request, client_id, tab=TAB)
    page = Page.of(request.actor, frame.client, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/doorway/doorway.html", {"frame": frame, "page": page})


@requires(C, get=Access.WRITE, post=Access.WRITE)
def card(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A card for the client: after two things agreed."""
    actor, frame = _reached(request, client_id)
    form = IdentityForm(request.POST or None)
    words = {
        "title": _("A card to get in"), "act": _("Make the card"),
        "why": _("It opens once, within the hours your program set. The card before it ends."),
    }  # fmt: skip
    return _made(
        request, frame, form, words,
        lambda told: actions.print_card(
            actor=actor, client_id=client_id, seen=told["seen"], paper=told["paper"],
            now=clock.now(),
        ),
    )  # fmt: skip


@requires(C, get=Access.WRITE, post=Access.WRITE)
def lost(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A lost phone: it opens nothing from its next request on, and a new card is made."""
    actor, frame = _reached(request, client_id)
    zone = frame.client.site.time_zone
    ways = ways_in_of(actor, client_id, clock.now())
    own = next((each for each in ways if each.doorway.contact_id is None), None)
    form = LostForm(request.POST or None, devices=_choices(own, zone))
    words = {
        "title": _("Lost phone"), "act": _("End it and make a card"),
        "why": _("Every page that is still open on it is over at its next touch."),
    }  # fmt: skip
    return _made(
        request, frame, form, words,
        lambda told: actions.lose_devices(
            actor=actor, client_id=client_id, seen=told["seen"], paper=told["paper"],
            device_ids=[UUID(each) for each in told.get("devices", ())], now=clock.now(),
        ),
    )  # fmt: skip


@requires(C, get=Access.READ, post=Access.READ)
def invitation(request: HttpRequest, client_id: UUID, contact_id: UUID) -> HttpResponse:
    """A card for somebody beside the client, who is a person of their own here."""
    actor, frame = _reached(request, client_id)
    rows = Contact.objects.for_actor(actor, Purpose.TREATMENT)
    contact: Contact = rows.get(pk=contact_id, client_id=client_id)
    is_officer = whose_of(contact) is Whose.AGENCY
    form = InvitationForm(request.POST or None, is_officer=is_officer)
    words = {
        "title": _("A card for %(name)s") % {"name": contact.name},
        "act": _("Make the card"),
        "why": _("They see what a consent in force opens, nothing else, and as long as it lasts.")
        if is_officer
        else _("They see what the client's consents open, item by item, and nothing else."),
    }  # fmt: skip
    return _made(
        request, frame, form, words,
        lambda told: actions.print_card(
            actor=actor, client_id=client_id, contact_id=contact_id, seen=told["seen"],
            paper=told["paper"], is_client_present=told.get("is_client_present", False),
            now=clock.now(),
        ),
    )  # fmt: skip


@requires(RecordClass.IDENTITY, get=Access.WRITE, post=Access.WRITE)
def identity(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Who they are was seen: their own record opens to their devices."""
    actor, frame = _reached(request, client_id)
    if not gives_record(actor, frame.client):
        raise Http404
    form = IdentityForm(request.POST or None)
    if form.is_valid():
        try:
            actions.prove_identity(
                actor=actor,
                client_id=client_id,
                seen=form.cleaned_data["seen"],
                paper=form.cleaned_data["paper"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Their own record opens on the devices they have now."))
            return redirect(TAB, client_id)
    words = {
        "title": _("Open the record to them"),
        "act": _("I saw who they are"),
        "why": _(
            "A device that the front desk gives out later opens times until you do this again."
        ),
    }
    return _asked(request, frame, form, words)


@requires(C, get=Access.READ, post=Access.READ)
def end(request: HttpRequest, doorway_id: UUID) -> HttpResponse:
    """Nobody comes in by it any more, from the next request on."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Doorway.objects.for_actor(actor, Purpose.TREATMENT)
    row: Doorway = rows.select_related("account").get(pk=doorway_id)
    client_by(actor, row.client_id)
    frame = chart_frame(request, row.client_id, tab=TAB)
    form = EndForm(request.POST or None, version=row.version)
    if form.is_valid():
        try:
            actions.end_way_in(
                actor=actor,
                doorway_id=doorway_id,
                ending=form.cleaned_data["ending"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("Nobody comes in by it any more."))
            return redirect(TAB, row.client_id)
    words = {
        "title": _("End the way in"),
        "act": _("End it"),
        "kind": "danger",
        "why": _("Every page that is open is over at its next touch. A new card opens it again."),
    }
    return _asked(request, frame, form, words)


def _reached(request: HttpRequest, client_id: UUID) -> tuple[Actor, ChartFrame]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client_by(actor, client_id)
    return actor, chart_frame(request, client_id, tab=TAB)


def _made(
    request: HttpRequest,
    frame: ChartFrame,
    form: Any,
    words: dict[str, str],
    make: Callable[[dict[str, Any]], actions.Printed],
) -> HttpResponse:
    """The form, or the card it made: shown this once, never again."""
    if form.is_valid():
        try:
            printed = make(form.cleaned_data)
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            address = request.build_absolute_uri(reverse("door:enter"))
            sheet = CardSheet.of(printed, address, reverse(TAB, args=[frame.client.pk]))
            return render(request, "desk/doorway/card.html", {"sheet": sheet})
    return _asked(request, frame, form, words)


def _asked(
    request: HttpRequest, frame: ChartFrame, form: Any, words: dict[str, str]
) -> HttpResponse:
    facts = {
        "frame": frame,
        "form": form,
        "words": words,
        "back": reverse(TAB, args=[frame.client.pk]),
    }
    return render(request, "desk/doorway/form.html", facts, status=422 if form.errors else 200)


def _choices(own: Any, zone: str) -> list[tuple[str, str]]:
    lines = [(row, device_line(row, ZoneInfo(zone))) for row in own.devices] if own else []
    return [(str(row.pk), f"{line.name}: {line.sub}") for row, line in lines]
