"""One drafted consent on the tablet, in the hands of the client or a guardian."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward import audit
from homeward.accounts.confirming import OneHere
from homeward.consents import actions
from homeward.consents.models import Consent
from homeward.consents.signers import rights_of, sides_of
from homeward.consents.signing_page import ConsentSignatureForm
from homeward.consents.terms import NEEDS_WITNESS
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.consents.drafting import draft_row
from homeward.desk.consents.drafting_forms import RefusalForm
from homeward.desk.consents.signing import FIELDS, Reading, guardian_of
from homeward.desk.consents.signing_forms import SideForm
from homeward.desk.packets.forms import TakeBackForm
from homeward.desk.packets.hand_over import hand_over_draft, handed_over_draft, take_back
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass

REFUSES = "refuses"


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_hand_over(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """Say who holds the tablet now; from then on only this paper is reachable."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = draft_row(actor, consent_id)
    if row.signed_at is not None:
        return redirect("desk:consent", row.pk)
    now = clock.now()
    form = SideForm(
        request.POST or None,
        sides=sides_of(row, row.client, rights_of(row.client, now)).may_sign,
        request=request,
        now=now,
    )
    if request.method == "POST" and form.is_valid():
        hand_over_draft(request, row.pk, form.guardianship_id, row.language, now.timestamp())
        audit.record("consents.tablet.handed_over", actor=actor, subject=row, at=now)
        return redirect("desk:consent_tablet")
    facts = {
        "form": form,
        "title": _("Hand the tablet over"),
        "lead": _("Until you type your password again, it shows this paper and nothing else."),
        "save": _("Hand it over"),
        "danger": False,
        "back": Act(_("The draft"), reverse("desk:consent", args=[row.pk])),
    }
    return render(request, "desk/admissions/small.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_tablet(request: HttpRequest) -> HttpResponse:
    """The paper with nothing around it: read, sign, or say no."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row, right = _in_hand(request)
    leave = Act(_("Give the tablet back"), reverse("desk:consent_tablet_leave"))
    if _is_settled(actor, row):
        return render(request, "desk/consents/tablet_done.html", {"leave": leave})
    now = clock.now()
    sides = sides_of(row, row.client, rights_of(row.client, now))
    guardian = guardian_of(sides, right)
    said_no = request.method == "POST" and REFUSES in request.POST
    no = RefusalForm(request.POST if said_no else None)
    no.fields["words"].label = _("Why, if you want to say")
    if no.is_valid():
        words = no.cleaned_data["words"]
        actions.refuse_consent(actor=actor, consent_id=row.pk, words=words, now=now)
        return redirect("desk:consent_tablet")
    form = ConsentSignatureForm(
        request.POST if request.method == "POST" and not said_no else None,
        account=OneHere(request),
        needs_witness=row.kind in NEEDS_WITNESS,
        guardian=guardian.name if guardian else "",
        version=row.version,
    )
    if form.is_valid() and _is_signed(actor, row, right, form, now):
        messages.success(request, _("Signed. Thank you."))
        return redirect("desk:consent_tablet")
    facts = {
        "form": form,
        "no": no,
        "reading": Reading.of(row),
        "guardian": guardian.name if guardian else "",
        "both_sign": sides.both_sign,
        "back": leave,
    }
    status = 422 if form.errors or no.errors else 200
    return render(request, "desk/consents/tablet.html", facts, status=status)


def _is_signed(
    actor: Actor, row: Consent, right: UUID | None, form: ConsentSignatureForm, now: datetime
) -> bool:
    given = form.signature(actor.worker_id)
    try:
        actions.sign_draft(
            actor=actor,
            consent_id=row.pk,
            signer_name=given.signer_name,
            witness_id=given.witness_id,
            copy_given=given.copy_given,
            place="tablet",
            guardianship_id=right,
            expected_version=form.expected_version,
            now=now,
        )
    except Refusal as refusal:
        say_no(form, refusal, FIELDS)
        return False
    return True


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def consent_tablet_leave(request: HttpRequest) -> HttpResponse:
    """Staff take the tablet back with their password."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row, _right = _in_hand(request)
    form = TakeBackForm(request.POST or None, account=OneHere(request))
    if request.method == "POST" and form.is_valid():
        take_back(request)
        audit.record("consents.tablet.taken_back", actor=actor, subject=row, at=clock.now())
        return redirect("desk:consent", row.pk)
    facts = {"form": form, "back": Act(_("Back to the paper"), reverse("desk:consent_tablet"))}
    return render(
        request, "desk/packets/tablet_leave.html", facts, status=422 if form.errors else 200
    )


def _in_hand(request: HttpRequest) -> tuple[Consent, UUID | None]:
    """The paper in hand and by which right it is signed; 404 when none was handed over."""
    pk, right = handed_over_draft(request)
    if not pk:
        raise Http404
    return draft_row(request.actor, UUID(pk)), right  # type: ignore[attr-defined]


def _is_settled(actor: Actor, row: Consent) -> bool:
    """Signed or refused: nothing is left to do on the tablet."""
    refused = row.refusals.for_actor(actor, "treatment")  # type: ignore[attr-defined]
    return row.signed_at is not None or bool(refused.exists())
