"""Sharing: what I signed, what waits, and taking it back in two taps."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.consents.actions import ConsentAlreadyRevoked, revoke_consent, sign_consent
from homeward.consents.models import Consent
from homeward.consents.paper import KINDS, paper_of
from homeward.consents.texts import language_for
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.portal.consents import ConsentPage, ConsentsPage
from homeward.portal.forms import RevocationForm, SignatureForm
from homeward.portal.own import Own
from homeward.portal.waiting import papers_to_sign
from homeward.program.places import organisation_name


@requires(RecordClass.CONSENTS, get=Access.READ, kinds=(CLIENT,))
def consents(request: HttpRequest) -> HttpResponse:
    """Every paper, and the list of what left because of it."""
    page = ConsentsPage.of(Own.of(request.actor))  # type: ignore[attr-defined]
    return render(request, "portal/consents.html", {"page": page})


@requires(RecordClass.CONSENTS, get=Access.READ, kinds=(CLIENT,))
def consent(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """One paper; the first of the two taps."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    row = (
        Consent.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
        .select_related("contact", "party")
        .get(pk=consent_id)
    )
    facts = {"page": ConsentPage.of(own, row), "form": RevocationForm(version=row.version)}
    return render(request, "portal/consent.html", facts)


@requires(RecordClass.CONSENTS, post=Access.WRITE, kinds=(CLIENT,))
def end(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """Take it back, from this instant. The person it names is not told."""
    try:
        revoke_consent(
            actor=request.actor,  # type: ignore[attr-defined]
            consent_id=consent_id,
            how="portal",
            now=clock.now(),
        )
    except ConsentAlreadyRevoked:
        messages.info(request, _("You had taken this back before."))
    except Refusal as refusal:
        messages.error(request, words_for(refusal.codes[0]))
    else:
        messages.success(request, _("Taken back. From this moment nothing more is shared by it."))
    return redirect("portal:consents")


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.SIGN, kinds=(CLIENT,))
def paper(request: HttpRequest, kind: str) -> HttpResponse:
    """Read a paper that waits, and sign it by typing one's name."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    if kind not in papers_to_sign(own):
        raise Http404
    language = language_for(kind, request.LANGUAGE_CODE[:2])
    form = SignatureForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            sign_consent(
                actor=own.actor,
                client_id=own.client.pk,
                kind=kind,
                signer_name=form.cleaned_data["signer_name"],
                language=language,
                now=own.now,
            )
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("signer_name", words_for(code))
        else:
            messages.success(request, _("Signed. You find it under Sharing at any time."))
            return redirect("portal:today")
    facts = {
        "form": form,
        "title": KINDS[kind],
        "language": language,
        "parts": paper_of(
            kind, client=own.client.name, program=organisation_name(), language=language
        ),
    }
    return render(request, "portal/paper.html", facts, status=422 if form.errors else 200)
