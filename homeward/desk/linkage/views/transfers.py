"""Transfers: the list, one transfer with its packet, and what may happen to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.clients.reach import short_name_for
from homeward.desk.linkage.forms.transfers import PacketForm
from homeward.desk.linkage.pages.transfer import TransferPage
from homeward.desk.linkage.pages.transfers import TransfersPage
from homeward.desk.linkage.transfer_turns import TRANSFER_TURNS
from homeward.desk.linkage.turns import ROOM, About, answer_turn
from homeward.kernel.records import RecordClass
from homeward.linkage import actions, queries
from homeward.linkage.actions.packets import may_send, preview
from homeward.linkage.models import Transfer
from homeward.linkage.reaching import reached
from homeward.linkage.refusal_words import refusal as words_of


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.LINKAGE, get=Access.READ)
def transfers(request: HttpRequest) -> HttpResponse:
    """Who is on the way to another level, what is late at the top."""
    page = TransfersPage.of(_actor(request), clock.now())
    return render(request, f"{ROOM}/transfers.html", {"page": page})


@requires(RecordClass.LINKAGE, get=Access.READ)
def transfer(request: HttpRequest, transfer_id: UUID) -> HttpResponse:
    """One transfer: where it stands against its days, the packet, every step."""
    actor = _actor(request)
    row = queries.transfer_in_full(actor, transfer_id)
    page = TransferPage.of(actor, row, clock.now())
    return render(request, f"{ROOM}/transfer.html", {"page": page})


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def transfer_turn(request: HttpRequest, transfer_id: UUID, transfer_act: str) -> HttpResponse:
    """One thing that happens to a transfer."""
    turn = TRANSFER_TURNS.get(transfer_act)
    if turn is None:
        raise Http404
    actor = _actor(request)
    row = reached(Transfer, actor, transfer_id, "service")
    back = reverse("desk:transfer", args=[row.pk])
    given = {"service": str(row.service_id or ""), "provider": row.where}
    about = About(actor, row.client, clock.now(), row)
    heading = short_name_for(actor, row.client)
    return answer_turn(request, turn, about, heading=heading, back=back, initial=given)


@requires(
    RecordClass.ASSESSMENT, get=Access.SIGN, post=Access.SIGN, get_if=may_send, post_if=may_send
)
def transfer_packet(request: HttpRequest, transfer_id: UUID) -> HttpResponse:
    """Choose the parts and send them; the consents decide class by class as it leaves."""
    actor, now = _actor(request), clock.now()
    row = reached(Transfer, actor, transfer_id, "service")
    back = reverse("desk:transfer", args=[row.pk])
    shown = preview(actor, row, now)
    form = PacketForm(
        request.POST or None,
        about=About(actor, row.client, now, row),
        version=row.version,
        initial={"parts": [part.code for part, goes in shown if goes], "medium": "pdf"},
    )
    form.offer("parts", [(part.code, part.title) for part, _goes in shown])
    status = 200
    if request.method == "POST":
        answer = _send(request, actor, row, form) if form.is_valid() else None
        if answer is not None:
            return answer
        status = 422
    facts: dict[str, Any] = {
        "row": row,
        "form": form,
        "shown": shown,
        "goes": [part.title for part, goes in shown if goes],
        "stays": [part.title for part, goes in shown if not goes],
        "name": short_name_for(actor, row.client),
        "back_url": back,
    }
    return render(request, f"{ROOM}/packet.html", facts, status=status)


def _send(
    request: HttpRequest, actor: Actor, row: Transfer, form: PacketForm
) -> HttpResponse | None:
    try:
        sent = actions.send_packet(
            actor=actor,
            transfer_id=row.pk,
            parts=form.cleaned_data["parts"],
            medium=form.cleaned_data["medium"],
            spoke_with=form.cleaned_data["spoke_with"],
            now=clock.now(),
            expected_version=form.expected_version,
        )
    except (StaleVersion, NotAllowed):
        raise
    except Refusal as refused:
        for code in refused.codes:
            form.add_error("parts" if code == "nothing_to_send" else None, words_of(code))
        return None
    if sent.document is None:
        messages.error(
            request, _("Nothing was sent: no consent in force lets it go. The try is on record.")
        )
    elif sent.withheld:
        kept = ", ".join(part.title for part in sent.withheld)
        messages.success(request, _("Sent. Kept back, without consent: %(what)s.") % {"what": kept})
    else:
        messages.success(request, _("Sent. Now ask the place whether it has it."))
    return redirect("desk:transfer", row.pk)


@requires(RecordClass.CONSENTS, post=Access.WRITE)
def transfer_consent(request: HttpRequest, transfer_id: UUID) -> HttpResponse:
    """Draft the paper that names this place; it is read, offered and signed on its own page."""
    actor = _actor(request)
    row = queries.transfer_in_full(actor, transfer_id)
    if row.service_id is None:
        raise Http404
    draft = actions.ask_for_consent(
        actor=actor, client_id=row.client_id, service_id=row.service_id, for_packet=True,
        now=clock.now(),
    )  # fmt: skip
    return redirect("desk:consent", draft.pk)
