"""The wizard: choose a kind, say what it covers; then it is read, offered, signed or not."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents import actions
from homeward.consents.labels import KINDS
from homeward.consents.models import Consent
from homeward.consents.terms import TERMS
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.reaching import client_of
from homeward.desk.admissions.views.small import small_page
from homeward.desk.consents.drafting_forms import NO_END, DraftForm, OfferForm, RefusalForm
from homeward.desk.consents.kinds import ABOUT
from homeward.desk.consents.pages import title_of
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import contacts_of

FIELDS = {
    "recipient_missing": "recipient_name",
    "description_missing": "classes",
    "purpose_missing": "purposes",
    "expiry_missing": "expires_on",
    "event_without_source": "ending",
    "records_window_reversed": "records_to",
    "ends_before_it_starts": "expires_on",
    "intermediary_not_named": "party_id",
    "open_end_unexplained": "no_end_reason",
    "participants_missing": "member_ids",
    "member_unknown": "member_ids",
}


@requires(RecordClass.CONSENTS, get=Access.WRITE)
def consent_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Which kind of consent; each stands alone, so there is one choice."""
    client = client_of(request.actor, client_id)  # type: ignore[attr-defined]
    kinds = [
        {
            "act": Act(
                _("Draft"),
                reverse("desk:consent_draft", args=[client.pk, kind]),
                about=str(KINDS[kind]),
            ),
            "name": str(KINDS[kind]),
            "about": str(ABOUT[kind]),
        }
        for kind in TERMS
    ]
    through = {
        "act": Act(
            _("Draft"),
            reverse("desk:consent_through", args=[client.pk]),
            about=_("Through an exchange"),
        ),
        "name": _("Through an exchange"),
        "about": _("To an organization that passes records on to its members, named or treating."),
    }
    kinds.insert(list(TERMS).index(Consent.Kind.SPECIFIC) + 1, through)
    facts = {"client": client, "kinds": kinds, "back": _back(client.pk)}
    return render(request, "desk/consents/kinds.html", facts)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_draft(request: HttpRequest, client_id: UUID, kind: str) -> HttpResponse:
    """What it covers. What would be defective or bundled cannot be saved."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if kind not in TERMS:
        raise Http404
    client = client_of(actor, client_id)
    terms = TERMS[kind]
    contacts = [each for each in contacts_of(actor, client) if each.kind == terms.contact_kind]
    form = DraftForm(
        request.POST or None,
        terms=terms,
        contacts=contacts,
        today=clock.today(client.site.time_zone),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            draft = actions.draft_consent(
                actor=actor,
                client_id=client_id,
                kind=kind,
                contact_id=data.get("contact_id") or None,
                recipient_name=data.get("recipient_name", ""),
                recipient_relation=data.get("recipient_relation", ""),
                party_id=data.get("party_id") or None,
                **chosen_scope(data, client),
                now=clock.now(),
            )
        except Refusal as refusal:
            fields = FIELDS if not terms.names_party else FIELDS | {"recipient_missing": "party_id"}
            say_no(form, refusal, fields)
        else:
            return redirect("desk:consent", draft.pk)
    facts = {
        "form": form,
        "client": client,
        "kind": str(KINDS[kind]),
        "about": str(ABOUT[kind]),
        "names_party": terms.names_party,
        "back": _back(client.pk),
    }
    return render(request, "desk/consents/draft.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_offer(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """Put it on the client's own page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = draft_row(actor, consent_id)
    return small_page(
        request,
        OfferForm(request.POST if request.method == "POST" else None),
        title=_("On their phone: %(title)s") % {"title": title_of(row)},
        lead=_("They find it under Sharing on their own page, and sign it there or not."),
        save=_("Put it there"),
        back=_back(row.client_id),
        done=_("It waits on their page."),
        perform=lambda data: actions.offer_draft(
            actor=actor, consent_id=consent_id, now=clock.now()
        ),
    )


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_refusal(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """They read it and do not sign."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = draft_row(actor, consent_id)
    return small_page(
        request,
        RefusalForm(request.POST or None),
        title=_("Not signed: %(title)s") % {"title": title_of(row)},
        lead=_("Nobody has to sign. It is written down once and not held against them."),
        save=_("Write it down"),
        back=_back(row.client_id),
        done=_("Written down."),
        perform=lambda data: actions.refuse_consent(
            actor=actor, consent_id=consent_id, words=data["words"], now=clock.now()
        ),
    )


def chosen_scope(data: dict[str, Any], client: Client) -> dict[str, Any]:
    """What a draft covers and until when, from the form's answers."""
    ending = data["ending"]
    return {
        "purposes": data.get("purposes", ()),
        "classes": data.get("classes", ()),
        "records_from": data.get("records_from"),
        "records_to": data.get("records_to"),
        "expires_at": _end_of(data["expires_on"], client) if ending == "day" else None,
        "ends_on_event": "" if ending in ("day", NO_END) else ending,
        "no_end_reason": data.get("no_end_reason", ""),
    }


def draft_row(actor: Actor, consent_id: UUID) -> Consent:
    """A consent the actor may read, with whom it is about."""
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT)
    return rows.select_related("client__site", "contact", "party", "beside").get(pk=consent_id)  # type: ignore[no-any-return]


def _back(client_id: UUID) -> Act:
    return Act(_("All consents"), reverse("desk:chart_consents", args=[client_id]))


def _end_of(day: date, client: Client) -> datetime:
    """The beginning of that day: a consent that ends on a day no longer holds on it."""
    return datetime.combine(day, time(), ZoneInfo(client.site.time_zone)).astimezone(UTC)
