"""The account of what left, papers drafted for the client, wishes, and how to be reached."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.consents.actions import ask_for_list, refuse_consent, request_restriction, sign_draft
from homeward.consents.models import Consent
from homeward.consents.reading import blanks_of, passages
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.asked import instant
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.doorways.telling import tell_of_way
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notices.actions import choose_channel
from homeward.notices.queries import choices_of
from homeward.portal.account import Account
from homeward.portal.consents import refusals_of
from homeward.portal.exchanges import Exchanges
from homeward.portal.forms import SignatureForm
from homeward.portal.own import Own
from homeward.portal.sharing_forms import DeclineForm, ListAskForm, ReachForm, WishForm
from homeward.portal.wishes import Reach, Wishes, contacts_of_mine


@requires(RecordClass.CONSENTS, get=Access.READ, kinds=(CLIENT,))
def disclosures(request: HttpRequest) -> HttpResponse:
    """Everything that left, in plain words; it prints."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = Account.of(own, instant(request.GET.get("before", "")))
    facts = {"page": page, "exchanges": Exchanges.of(own)}
    return render(request, "portal/disclosures.html", facts)


@requires(RecordClass.CONSENTS, post=Access.WRITE, kinds=(CLIENT,))
def exchange_list_ask(request: HttpRequest) -> HttpResponse:
    """Ask an exchange, in writing, to whom it passed my records on."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    form = ListAskForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        ask_for_list(
            actor=own.actor,
            client_id=own.client.pk,
            party_id=form.cleaned_data["party_id"],
            now=own.now,
        )
    except Refusal as refusal:
        messages.error(request, words_for(refusal.codes[0]))
    else:
        messages.success(request, _("Asked. We send it on; you read the answer here."))
    return redirect("portal:disclosures")


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.SIGN, kinds=(CLIENT,))
def draft(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """A paper drafted with the client: read it in their language, sign it or not."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    row = _offered(own, consent_id)
    form = SignatureForm(request.POST if request.method == "POST" else None, version=row.version)
    if form.is_valid():
        try:
            signed = sign_draft(
                actor=own.actor,
                consent_id=row.pk,
                signer_name=form.cleaned_data["signer_name"],
                place="phone",
                expected_version=form.expected_version,
                now=own.now,
            )
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("signer_name", words_for(code))
        else:
            waits = signed.is_half and signed.beside_id is None
            messages.success(
                request,
                _("Signed. Your parent or guardian signs too; until then nothing is shared.")
                if waits
                else _("Signed. You find it under Sharing at any time."),
            )
            return redirect("portal:consents")
    title, read = passages(
        row.kind, row.text_version, row.language, blanks_of(row, own.client.name)
    )
    facts = {
        "form": form,
        "decline": DeclineForm(),
        "id": row.pk,
        "title": title,
        "language": row.language,
        "passages": read,
    }
    return render(request, "portal/draft.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, post=Access.SIGN, kinds=(CLIENT,))
def draft_decline(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """No, thank you."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    row = _offered(own, consent_id)
    form = DeclineForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    refuse_consent(actor=own.actor, consent_id=row.pk, words=words, now=own.now)
    messages.success(request, _("Noted. Nothing is shared by it, and it is not held against you."))
    return redirect("portal:consents")


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def wishes(request: HttpRequest) -> HttpResponse:
    """What I asked to keep private, and what the program said."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    form = WishForm(
        request.POST if request.method == "POST" else None, contacts=contacts_of_mine(own)
    )
    if form.is_valid():
        data = form.cleaned_data
        try:
            request_restriction(
                actor=own.actor,
                client_id=own.client.pk,
                classes=data["classes"],
                contact_id=None if data["health_plan"] else data["contact_id"] or None,
                recipient_class="health_plan" if data["health_plan"] else "",
                is_paid_in_full=data["health_plan"],
                words=data["words"],
                now=own.now,
            )
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("classes", words_for(code))
        else:
            messages.success(request, _("Asked. The program answers here."))
            return redirect("portal:wishes")
    facts = {"page": Wishes.of(own), "form": form}
    return render(request, "portal/wishes.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def reach(request: HttpRequest) -> HttpResponse:
    """How I may be reached, and what was sent."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    form = ReachForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        data = form.cleaned_data
        before = choices_of(own.client, actor=own.actor).get(data["channel"])
        try:
            said = choose_channel(
                actor=own.actor,
                client_id=own.client.pk,
                channel=data["channel"],
                is_wanted=data["is_wanted"] == "yes",
                address=data["address"],
                from_hour=data["from_hour"],
                until_hour=data["until_hour"],
                now=own.now,
            )
        except Refusal as refusal:
            _say(form, refusal)
        else:
            tell_of_way(own.client, before, said, own.now)
            messages.success(request, _("Kept. It counts from now on."))
            return redirect("portal:reach")
    facts = {"page": Reach.of(own), "form": form}
    return render(request, "portal/reach.html", facts, status=422 if form.errors else 200)


def _offered(own: Own, consent_id: UUID) -> Consent:
    actor: Actor = own.actor
    rows = Consent.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    row: Consent = rows.select_related("contact", "party").get(pk=consent_id)
    if row.signed_at is not None or row.offered_at is None or row.pk in refusals_of(own):
        raise Http404
    return row


def _say(form: Any, refusal: Refusal) -> None:
    fields = {
        "address_missing": "address",
        "number_said_stop": "address",
        "hours_reversed": "until_hour",
    }
    for code in refusal.codes:
        form.add_error(fields.get(code), words_for(code))
