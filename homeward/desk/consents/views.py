"""The consents tab, the signed copy, signing on screen, taking back."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from homeward.accounts.confirming import OneHere
from homeward.consents import actions
from homeward.consents.labels import CLASSES, EVENTS, KINDS, PURPOSES, RECIPIENT_CLASSES, joined
from homeward.consents.models import Consent
from homeward.consents.reading import Blanks, passages, revocable_words
from homeward.consents.terms import SIGNED_AT_ONCE, TERMS
from homeward.consents.texts import VERSION, language_for
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.reaching import client_of, way_back, way_in
from homeward.desk.admissions.views.small import small_page
from homeward.desk.chart.frame import chart_frame
from homeward.desk.consents.forms import RevocationForm, SignatureForm
from homeward.desk.consents.pages import ConsentCopy, Consents
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import contacts_of

FIELDS = {
    "name_is_another": "signer_name",
    "recipient_missing": "recipient_name",
    "description_missing": "classes",
    "expiry_missing": "expires_on",
}


@requires(RecordClass.CONSENTS, get=Access.READ)
def chart_consents(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Every consent of a client and how it stands."""
    frame = chart_frame(request, client_id, tab="desk:chart_consents")
    page = Consents.of(request.actor, frame.client, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/consents/list.html", {"frame": frame, "page": page})


@requires(RecordClass.CONSENTS, get=Access.READ)
def consent(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """The signed copy with its whole text."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = ConsentCopy.of(actor, _consent(actor, consent_id), clock.now())
    facts = {"page": page, "way_in": way_in(actor, page.client)}
    return render(request, "desk/consents/copy.html", facts)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_signature(request: HttpRequest, client_id: UUID, kind: str) -> HttpResponse:
    """The client reads, chooses and signs on this screen."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if kind not in SIGNED_AT_ONCE:
        raise Http404
    client = client_of(actor, client_id)
    terms = TERMS[kind]
    today = clock.today(client.site.time_zone)
    form = SignatureForm(
        request.POST or None,
        terms=terms,
        contacts=[each for each in contacts_of(actor, client) if each.kind == terms.contact_kind]
        if terms.contact_kind
        else (),
        account=OneHere(request),
        needs_password=True,
        today=today,
        initial={"expires_on": today + timedelta(days=terms.days)} if terms.days else {},
    )
    back = way_back(actor, client)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            signed = actions.sign_consent(
                actor=actor,
                client_id=client_id,
                kind=kind,
                signer_name=data["signer_name"],
                contact_id=data.get("contact_id") or None,
                recipient_name=data.get("recipient_name", ""),
                recipient_relation=data.get("recipient_relation", ""),
                classes=data.get("classes", ()),
                expires_at=_end_of(data.get("expires_on"), client),
                witness_id=actor.worker_id if data["witness"] else None,
                copy_given=data["copy_given"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Signed and kept. Print a copy for the client."))
            return redirect("desk:consent", signed.pk)
    language = language_for(kind, client.language)
    with translation.override(language):
        blanks = _blanks(client, kind)
    title, read = passages(kind, VERSION, language, blanks)
    facts = {
        "form": form,
        "client": client,
        "kind": str(KINDS[kind]),
        "title": title,
        "passages": read,
        "back": back,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/consents/signature.html", facts, status=status)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_revocation(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """Take a consent back, from now on."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _consent(actor, consent_id)
    back = reverse("desk:chart_consents", args=[row.client_id])
    lead = _("It counts from now on. What was shared before stays shared; nobody is told.")
    if row.irrevocable_until_event:
        lead = _(
            "This consent binds until the client leaves the program or their case ends; "
            "the wish is kept and counts from then."
        )
    return small_page(
        request,
        RevocationForm(request.POST or None),
        title=_("Take back: %(kind)s") % {"kind": KINDS.get(row.kind, row.kind)},
        lead=lead,
        save=_("Take back"),
        danger=True,
        back=Act(_("All consents"), back),
        done=_("The consent is taken back."),
        perform=lambda data: actions.revoke_consent(
            actor=actor, consent_id=consent_id, how=data["how"], now=clock.now()
        ),
    )


def _consent(actor: Actor, consent_id: UUID) -> Consent:
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.select_related("client__site", "contact", "party", "witnessed_by", "beside")
    return found.get(pk=consent_id)  # type: ignore[no-any-return]


def _end_of(day: object, client: Client) -> datetime | None:
    """The end of the day before; a consent that ends on a day no longer holds on it."""
    if day is None:
        return None
    return datetime.combine(day, time(), ZoneInfo(client.site.time_zone)).astimezone(UTC)  # type: ignore[arg-type]


def _blanks(client: Client, kind: str) -> Blanks:
    """The blanks before anything is chosen: they point to the choices below the text."""
    terms = TERMS[kind]
    below = _("what is ticked below")
    return Blanks(
        client=client.name,
        records=below if terms.classes_offered else joined(list(terms.classes), CLASSES),
        recipients=_("the person named below")
        if terms.contact_kind
        else joined(list(terms.recipient_classes), RECIPIENT_CLASSES),
        purposes=joined(list(terms.purposes), PURPOSES),
        ending=_("on the day chosen below, or when I take it back")
        if terms.days
        else str(EVENTS.get(terms.ends_on_event, "")) or _("when I take it back"),
        revocable=revocable_words(terms.irrevocable_until_event),
    )
