"""The packet's list, one paper to sign here, its refusal, and a link to sign by."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.accounts.confirming import OneHere
from homeward.admissions.models import Inquiry
from homeward.admissions.queries import open_episode_of
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.admissions.reaching import way_back
from homeward.desk.admissions.views.small import small_page
from homeward.desk.chart.frame import chart_frame
from homeward.desk.packets.forms import (
    GuardianForm,
    HandOverTabletForm,
    LinkForm,
    OfferAgainForm,
    PrepareForm,
    RefusalForm,
)
from homeward.desk.packets.pages import BY_WORKERS, PacketPage, PaperPage, listed
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.packets import actions
from homeward.packets.library import papers
from homeward.packets.models import Packet, PacketItem, PacketSignature
from homeward.packets.queries import item_for
from homeward.packets.rules.papers import WITNESS
from homeward.packets.rules.signers import still_missing
from homeward.packets.signing_page import PaperForm
from homeward.people.models import Client
from homeward.people.queries import contacts_of
from homeward.program.models import Program

FIELDS = {
    "signer_name_wrong": "signer_name",
    "witness_missing": "witness",
    "refusal_without_reason": "reason",
}


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.WRITE)
def packet(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The papers of a client and how each stands; without a packet, preparing one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_consents", by_name=False)
    now = clock.now()
    page = PacketPage.of(actor, frame.client, now)
    people = contacts_of(actor, frame.client) if page.packet is None else ()
    form = PrepareForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            actions.prepare_packet(
                actor=actor,
                client_id=client_id,
                program_id=_program_of(actor, frame.client),
                guardian_id=form.cleaned_data["guardian"] or None,
                guardian_right=form.cleaned_data["right"],
                guardian_relation=form.cleaned_data["relation"],
                guardian_paper=form.cleaned_data["paper"],
                now=now,
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("The packet is prepared."))
            return redirect("desk:chart_packet", client_id)
    facts = {
        "frame": frame,
        "page": page,
        "form": form,
        "hand_over": HandOverTabletForm(request=request, now=now),
        "back": way_back(actor, frame.client),
    }
    return render(request, "desk/packets/list.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.READ)
def paper(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One paper: read it, sign it here, or see how it was signed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    item = item_for(actor, item_id, Access.READ)
    page = PaperPage.of(actor, item, now, _back(item))
    who = _who_signs(actor, item)
    form = None
    if who:
        form = PaperForm(
            request.POST or None,
            paper=papers()[item.paper],
            who=who,
            language=page.language,
            account=OneHere(request),
            needs_witness=WITNESS in item.signers and who not in BY_WORKERS,
            # A worker's own signature, and a client's on this screen, are confirmed by the worker.
            needs_password=True,
            version=item.version,
        )
    if request.method == "POST" and form is not None and form.is_valid():
        given = form.signature(actor.worker_id)
        try:
            actions.sign_paper(
                actor=actor,
                item_id=item_id,
                who=who,
                signer_name=given.name,
                answers=given.answers,
                witness_id=given.witness_id,
                copy_given=given.copy_given,
                language=page.language,
                proof=actions.Proof(
                    place="desk",
                    by="password" if who in BY_WORKERS else "handed_over",
                    at=now,
                ),
                expected_version=form.expected_version,
                now=now,
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Signed and kept."))
            return redirect("desk:chart_packet", item.client_id)
    facts = {
        "page": page,
        "form": form,
        "who": listed((who,)) if who else "",
        "by_client": bool(who) and who not in BY_WORKERS,
        "may_write": may(actor.roles, RecordClass.CONSENTS, Access.WRITE),
        "again": OfferAgainForm(),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "desk/packets/paper.html", facts, status=status)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def refusal(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Record that the client read a paper and does not sign it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    item = item_for(actor, item_id, Access.WRITE)
    return small_page(
        request,
        RefusalForm(request.POST or None),
        title=_("Not signed"),
        lead=_("Nothing changes in care because of it. The paper may be offered again later."),
        save=_("Record the refusal"),
        back=_back(item),
        done=_("The refusal is on record."),
        fields=FIELDS,
        perform=lambda told: actions.refuse_paper(
            actor=actor, item_id=item_id, reason=told["reason"], now=clock.now()
        ),
    )


@requires(RecordClass.CONSENTS, post=Access.WRITE)
def again(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Offer a refused paper once more."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    try:
        offered = actions.offer_again(actor=actor, item_id=item_id, now=clock.now())
    except actions.NotRefused:
        messages.error(request, _("Only a refused paper is offered again."))
        item = item_for(actor, item_id, Access.READ)
        return redirect("desk:chart_packet", item.client_id)
    messages.success(request, _("The paper is offered again."))
    return redirect("desk:chart_packet", offered.client_id)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def link(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """A link for the client's own phone, with its code, both shown once."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row = rows.select_related("client", "guardianship__contact").get(pk=packet_id)
    guardian = row.guardianship.contact.name if row.guardianship else ""
    form = LinkForm(request.POST or None, guardian=guardian)
    made = None
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_link(
                actor=actor,
                packet_id=packet_id,
                code_given=form.cleaned_data["code_given"],
                who=form.cleaned_data.get("who") or "client",
                now=clock.now(),
            )
        except NotAllowed:
            raise
        except Refusal as refused:
            say_no(form, refused)
    facts = {
        "form": form,
        "made": made,
        "address": request.build_absolute_uri(reverse("portal:by_link", args=[made.token]))
        if made
        else "",
        "code": f"{made.code[:3]} {made.code[3:]}" if made else "",
        "client": row.client,
        "back": Act(_("Back to the packet"), reverse("desk:chart_packet", args=[row.client_id])),
    }
    return render(request, "desk/packets/link.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def guardian(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """Say who signs for the client or beside them; papers nobody signed yet follow."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row = rows.select_related("client__site").get(pk=packet_id, closed_at=None)
    return small_page(
        request,
        GuardianForm(request.POST or None, people=contacts_of(actor, row.client)),
        title=_("Who signs"),
        lead=_(
            "An adult signs alone unless a court named a guardian. Whether a minor signs alone "
            "follows the law of %(state)s; otherwise a parent signs beside them."
        )
        % {"state": row.client.site.state or _("the program's state")},
        save=_("Write it down"),
        back=Act(_("Back to the packet"), reverse("desk:chart_packet", args=[row.client_id])),
        done=_("Written down. The open papers follow."),
        fields={"guardian_unproven": "paper"},
        perform=lambda told: actions.name_packet_guardian(
            actor=actor,
            packet_id=packet_id,
            contact_id=told["guardian"],
            right=told["right"],
            relation=told["relation"],
            paper=told["paper"],
            now=clock.now(),
        ),
    )


def _who_signs(actor: Actor, item: PacketItem) -> str:
    """Whose signature this page takes next: the client's side first, then the worker's own."""
    if item.settled_at is not None:
        return ""
    rows = PacketSignature.objects.for_actor(actor, Purpose.TREATMENT).filter(item=item)
    missing = still_missing(item.signers, [each.who for each in rows])
    paper = papers()[item.paper]
    clients = [each for each in missing if each not in BY_WORKERS and each != WITNESS]
    if clients and may(actor.roles, RecordClass.CONSENTS, Access.WRITE):
        return clients[0]
    mine = [
        each for each in missing if each in BY_WORKERS and actions.may_sign_as(paper, actor, each)
    ]
    return mine[0] if mine else ""


def _back(item: PacketItem) -> Act:
    return Act(_("Back to the packet"), reverse("desk:chart_packet", args=[item.client_id]))


def _program_of(actor: Actor, client: Client) -> UUID:
    """The program of the open episode, of the way in, or the house's only one."""
    if episode := open_episode_of(actor, client):
        return episode.program_id
    rows = Inquiry.objects.for_actor(Actor.of_service("packets"), Purpose.OPERATIONS)
    found = rows.filter(client_id=client.pk).order_by("-first_request_at").first()
    return found.program_id if found else Program.objects.order_by("code")[0].pk
