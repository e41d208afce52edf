"""The ledger, one entry of it, telling or handing over, and a medical emergency."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents import actions
from homeward.consents.accompanying import accompanying
from homeward.consents.actions.incidents import incidents_of
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.asked import instant
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.chart.frame import chart_frame
from homeward.desk.disclosures.answers import answer_words, entry_made_by
from homeward.desk.disclosures.forms import THE_CLIENT, EmergencyForm, SharingForm, chosen
from homeward.desk.disclosures.pages import Ledger, OneEntry
from homeward.desk.disclosures.reaching import client_by_name, contacts_by_name
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

ROOM = "desk/disclosures"
FIELDS = {
    "recipient_missing": "to",
    "description_missing": "classes",
    "identity_unchecked": "identity_check",
    "incident_incomplete": "incident_what",
    "incident_ahead": "incident_on",
}

EMERGENCY_FIELDS = {
    "four_items_missing": "recipient_name",
    "consent_not_explained": "why_no_consent",
}


@requires(RecordClass.CONSENTS, get=Access.READ)
def disclosures(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Who asked, what left, what for and on which basis; denials too."""
    frame = chart_frame(request, client_id, tab="desk:chart_consents")
    show = request.GET.get("show", "all")
    page = Ledger.of(
        request.actor,  # type: ignore[attr-defined]
        frame.client,
        show if show in ("all", "left", "denied") else "all",
        instant(request.GET.get("before", "")),
    )
    return render(request, f"{ROOM}/ledger.html", {"frame": frame, "page": page})


@requires(RecordClass.CONSENTS, get=Access.READ)
def disclosure(request: HttpRequest, disclosure_id: UUID) -> HttpResponse:
    """One entry, with the notice and the scope to hand along; it prints as a cover sheet."""
    page = OneEntry.of(request.actor, disclosure_id)  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/entry.html", {"page": page})


@requires(
    RecordClass.CONSENTS,
    get=Access.MINIMAL, post=Access.MINIMAL, get_if=knows_names, post_if=knows_names,
)  # fmt: skip
def disclosure_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """May I tell? The answer is given and logged before a word is said."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_by_name(actor, client_id)
    form = SharingForm(
        request.POST or None,
        contacts=contacts_by_name(actor, client),
        incidents=incidents_of(actor),
    )
    facts: dict[str, Any] = {"form": form, "client": client, "back": _back(actor, client)}
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            release = actions.share(
                actor=actor,
                client_id=client_id,
                purpose=data["purpose"],
                classes=data["classes"],
                medium=data["medium"],
                identity_check=data["identity_check"],
                to_client=data["to"] == THE_CLIENT,
                **chosen(data["to"]),
                service=data["service"] or None,
                report=data["report"] or None,
                **form.incident(),
                words=data["words"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            return redirect("desk:disclosure_answer", release.row.pk)
    return render(request, f"{ROOM}/new.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.MINIMAL)
def disclosure_answer(request: HttpRequest, disclosure_id: UUID) -> HttpResponse:
    """What may be said and what not, for whoever asked the house just now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = entry_made_by(actor, disclosure_id)
    client = client_by_name(actor, row.client_id)
    facts = {
        "words": answer_words(row),
        "along": accompanying(row),
        "client": client,
        "back": _back(actor, client),
    }
    return render(request, f"{ROOM}/answer.html", facts)


@requires(RecordClass.IDENTITY, get=Access.READ, post=Access.READ)
def emergency_disclosure(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Medical personnel need something now: share it and write the four items at once."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = Client.objects.for_actor(actor, Purpose.EMERGENCY).get(pk=client_id)
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            record = actions.disclose_in_emergency(
                actor=actor,
                client_id=client_id,
                recipient_name=data["recipient_name"],
                recipient_affiliation=data["recipient_affiliation"],
                nature=data["nature"],
                why_no_consent=data["why_no_consent"],
                classes=data["classes"],
                medium=data["medium"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, EMERGENCY_FIELDS)
        else:
            messages.success(request, _("Written down. The privacy officer is told."))
            if may(actor.roles, RecordClass.CONSENTS, Access.READ):
                return redirect("desk:disclosure", record.disclosure_id)
            return redirect("desk:chart", client.pk)
    facts = {
        "form": form,
        "client": client,
        "back": Act(_("Back to the record"), reverse("desk:chart", args=[client.pk])),
    }
    return render(request, f"{ROOM}/emergency.html", facts, status=422 if form.errors else 200)


def _back(actor: Actor, client: Client) -> Act:
    if may(actor.roles, RecordClass.CONSENTS, Access.READ):
        return Act(_("All consents"), reverse("desk:chart_consents", args=[client.pk]))
    return Act(_("Find a client"), reverse("desk:clients"))
