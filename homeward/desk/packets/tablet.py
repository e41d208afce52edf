"""The tablet in the client's hands: the open papers of one packet, and the way back for staff."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from homeward import audit
from homeward.accounts.confirming import OneHere
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.packets.forms import HandOverTabletForm, TakeBackForm
from homeward.desk.packets.hand_over import hand_over, handed_over, take_back
from homeward.desk.packets.pages import BY_WORKERS, PaperPage
from homeward.desk.packets.views import FIELDS
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.packets import actions
from homeward.packets.library import papers, spoken
from homeward.packets.models import Packet
from homeward.packets.queries import Standing, item_for, papers_of
from homeward.packets.rules.papers import GUARDIAN, WITNESS
from homeward.packets.signing_page import NoForm, PaperForm, refuses


@requires(RecordClass.CONSENTS, post=Access.WRITE)
def start(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """Hand the tablet over: from here on only this packet is reachable."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    packet = rows.select_related("client").get(pk=packet_id, closed_at=None)
    now = clock.now()
    form = HandOverTabletForm(request.POST, request=request, now=now)
    if not form.is_valid():
        facts = {
            "form": form,
            "title": _("Hand the tablet over"),
            "lead": _("Until you type your password again, it shows these papers and no others."),
            "save": _("Hand it over"),
            "danger": False,
            "back": Act(_("The packet"), reverse("desk:chart_packet", args=[packet.client_id])),
        }
        return render(request, "desk/admissions/small.html", facts, status=422)
    hand_over(request, packet.pk, spoken(packet.client.language), now.timestamp())
    audit.record("packets.tablet.handed_over", actor=actor, subject=packet, at=now)
    return redirect("desk:packet_tablet")


@requires(RecordClass.CONSENTS, get=Access.WRITE)
def tablet(request: HttpRequest) -> HttpResponse:
    """The open papers, in the language of who reads them, with nothing around them."""
    packet = _packet(request)
    now = clock.now()
    open_papers = [each for each in papers_of(request.actor, packet, now) if client_of(each)]  # type: ignore[attr-defined]
    language = spoken(translation.get_language())
    facts = {
        "called": packet.client.called,
        "lines": [
            {
                "title": each.paper.title[language],
                "why": each.paper.why[language],
                "act": Act(
                    _("Read and sign"),
                    reverse("desk:packet_tablet_paper", args=[each.item.pk]),
                    "primary",
                    about=each.paper.title[language],
                ),
            }
            for each in open_papers
        ],
        "leave": Act(_("Give the tablet back"), reverse("desk:packet_tablet_leave")),
    }
    return render(request, "desk/packets/tablet.html", facts)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def paper(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One paper on the tablet: the client reads, answers and signs."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    packet = _packet(request)
    item = item_for(actor, item_id, Access.WRITE)
    if item.packet_id != packet.pk:
        raise Http404
    now = clock.now()
    stands = next((each for each in papers_of(actor, packet, now) if each.item.pk == item.pk), None)
    who = client_of(stands) if stands else ""
    if not who:
        return redirect("desk:packet_tablet")
    language = spoken(translation.get_language())
    back = Act(_("All papers"), reverse("desk:packet_tablet"))
    page = PaperPage.of(actor, item, now, back, language)
    said_no = request.method == "POST" and refuses(request.POST)
    no = NoForm(request.POST if said_no else None)
    form = PaperForm(
        request.POST if request.method == "POST" and not said_no else None,
        paper=papers()[item.paper],
        who=who,
        language=language,
        account=OneHere(request),
        needs_witness=WITNESS in item.signers,
        version=item.version,
    )
    if no.is_valid() and _is_refused(actor, item_id, no, now):
        messages.success(request, _("Kept. You may still sign later; ask us."))
        return redirect("desk:packet_tablet")
    if form.is_valid() and _is_signed(actor, item_id, form, now):
        messages.success(request, _("Signed. Thank you."))
        return redirect("desk:packet_tablet")
    facts = {"page": page, "form": form, "no": no, "guardian": guardian_named(packet, who)}
    status = 422 if form.errors or no.errors else 200
    return render(request, "desk/packets/tablet_paper.html", facts, status=status)


def _is_refused(actor: Actor, item_id: UUID, no: NoForm, now: datetime) -> bool:
    reason = no.cleaned_data["reason"]
    try:
        actions.refuse_paper(actor=actor, item_id=item_id, reason=reason, now=now)
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(no, refusal, FIELDS)
        return False
    return True


def _is_signed(actor: Actor, item_id: UUID, form: PaperForm, now: datetime) -> bool:
    """In the language it was read in, which the holder of the tablet chose."""
    given = form.signature(actor.worker_id)
    try:
        actions.sign_paper(
            actor=actor,
            item_id=item_id,
            who=form.who,
            signer_name=given.name,
            answers=given.answers,
            witness_id=given.witness_id,
            language=form.language,
            proof=actions.Proof(place="tablet", by="handed_over", at=now),
            expected_version=form.expected_version,
            now=now,
        )
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal, FIELDS)
        return False
    return True


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def leave(request: HttpRequest) -> HttpResponse:
    """Staff take the tablet back with their password."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    packet = _packet(request)
    form = TakeBackForm(request.POST or None, account=OneHere(request))
    if request.method == "POST" and form.is_valid():
        take_back(request)
        audit.record("packets.tablet.taken_back", actor=actor, subject=packet, at=clock.now())
        return redirect("desk:chart_packet", packet.client_id)
    facts = {
        "form": form,
        "back": Act(_("All papers"), reverse("desk:packet_tablet")),
    }
    return render(
        request, "desk/packets/tablet_leave.html", facts, status=422 if form.errors else 200
    )


def client_of(stands: Standing) -> str:
    """The client's side of what is missing: the client or the guardian; empty for nobody."""
    left = [each for each in stands.missing if each not in (*BY_WORKERS, WITNESS)]
    return left[0] if left else ""


def guardian_named(packet: Packet, who: str) -> str:
    """The guardian's name where the next signature is theirs; empty for the client's own."""
    right = packet.guardianship
    return right.contact.name if who == GUARDIAN and right is not None else ""


def _packet(request: HttpRequest) -> Packet:
    """The packet in hand; 404 when none was handed over."""
    pk = handed_over(request)
    if not pk:
        raise Http404
    rows = Packet.objects.for_actor(request.actor, Purpose.TREATMENT, to=Access.WRITE)  # type: ignore[attr-defined]
    found: Packet = rows.select_related("client", "client__site", "guardianship__contact").get(
        pk=pk
    )
    return found
