"""Signing a draft on this screen or in ink: the client, a guardian, or each of two with a half."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.accounts.confirming import OneHere
from homeward.consents import actions
from homeward.consents.labels import KINDS
from homeward.consents.models import Consent
from homeward.consents.reading import blanks_of, passages
from homeward.consents.signers import Side, Sides, rights_of, sides_of
from homeward.consents.signing_page import ConsentSignatureForm
from homeward.consents.terms import NEEDS_WITNESS
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.consents.drafting import draft_row
from homeward.desk.consents.signing_forms import InkForm
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass

FIELDS = {"name_is_another": "signer_name", "written_ahead": "written_on"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a draft as whoever signs reads them."""

    title: str
    passages: Any
    language: str

    @classmethod
    def of(cls, row: Consent) -> "Reading":
        """In the language the draft was made in."""
        blanks = blanks_of(row, row.client.name)
        title, read = passages(row.kind, row.text_version, row.language, blanks)
        return cls(title, read, row.language)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_sign(
    request: HttpRequest, consent_id: UUID, guardianship_id: UUID | None = None
) -> HttpResponse:
    """The screen is handed over: the client or their guardian reads in their language and signs."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = draft_row(actor, consent_id)
    if row.signed_at is not None:
        return redirect("desk:consent", row.pk)
    now = clock.now()
    sides = sides_of(row, row.client, rights_of(row.client, now))
    guardian = guardian_of(sides, guardianship_id)
    form = ConsentSignatureForm(
        request.POST or None,
        account=OneHere(request),
        needs_password=True,
        needs_witness=row.kind in NEEDS_WITNESS,
        guardian=guardian.name if guardian else "",
        version=row.version,
    )
    if request.method == "POST" and form.is_valid():
        given = form.signature(actor.worker_id)
        try:
            signed = actions.sign_draft(
                actor=actor,
                consent_id=consent_id,
                signer_name=given.signer_name,
                witness_id=given.witness_id,
                copy_given=given.copy_given,
                place="desk",
                guardianship_id=guardianship_id,
                expected_version=form.expected_version,
                now=now,
            )
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, kept_words(signed))
            return redirect("desk:consent", row.pk)
    facts = {
        "form": form,
        "client": row.client,
        "reading": Reading.of(row),
        "kind": str(KINDS[row.kind]),
        "guardian": guardian.name if guardian else "",
        "both_sign": sides.both_sign,
        "back": Act(_("The draft"), reverse("desk:consent", args=[row.pk])),
    }
    return render(request, "desk/consents/sign.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_ink(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """The printed draft came back signed in ink: whose name stands on it, and where it is kept."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = draft_row(actor, consent_id)
    if row.signed_at is not None:
        return redirect("desk:consent", row.pk)
    now = clock.now()
    form = InkForm(
        request.POST or None,
        sides=sides_of(row, row.client, rights_of(row.client, now)).may_sign,
        account=OneHere(request),
        needs_password=True,
        needs_witness=row.kind in NEEDS_WITNESS,
        today=clock.today(row.client.site.time_zone),
        version=row.version,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            signed = actions.sign_draft(
                actor=actor,
                consent_id=consent_id,
                signer_name=data["signer_name"],
                witness_id=actor.worker_id if data["witness"] else None,
                copy_given=data["copy_given"],
                place="paper",
                guardianship_id=form.guardianship_id,
                ink=actions.Ink(data["written_on"], data["kept_at"]),
                expected_version=form.expected_version,
                now=now,
            )
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, kept_words(signed))
            return redirect("desk:consent", row.pk)
    facts = {
        "form": form,
        "title": _("Signed in ink"),
        "lead": _("Print the draft, have it signed, and write down here what stands on the sheet."),
        "save": _("Keep the signature"),
        "danger": False,
        "back": Act(_("The draft"), reverse("desk:consent", args=[row.pk])),
    }
    return render(request, "desk/admissions/small.html", facts, status=422 if form.errors else 200)


def guardian_of(sides: Sides, guardianship_id: UUID | None) -> Side | None:
    """The guardian who signs here; 404 for one who may not sign this paper now."""
    if guardianship_id is None:
        return None
    found = next((each for each in sides.may_sign if each.guardianship_id == guardianship_id), None)
    if found is None:
        raise Http404
    return found


def kept_words(signed: Consent) -> str:
    """What happens next: for one half that the other is missing."""
    if signed.is_half and signed.beside_id is None:
        return _("Kept as one of two signatures. Nothing is shared by it until the other signs.")
    return _("Signed and kept. Print a copy for the client.")
