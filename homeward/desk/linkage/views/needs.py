"""One need, one referral for it, one appointment, one stay, one goal: each with what may happen."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.clients.reach import short_name_for
from homeward.desk.linkage.need_turns import (
    NEED_TURNS,
    REFERRAL_TURNS,
    STAY_END,
    VISIT_TURNS,
    WORK_CHECK,
    WORK_TURNS,
)
from homeward.desk.linkage.pages.need import NeedPage, ReferralPage
from homeward.desk.linkage.turns import ROOM, About, Turn, answer_turn
from homeward.kernel.records import RecordClass
from homeward.linkage import actions, queries
from homeward.linkage.models import (
    Need,
    NeedReferral,
    OutsideAppointment,
    ResidenceStay,
    WorkGoal,
    WorkStart,
)
from homeward.linkage.reaching import reached


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _turn_of(
    request: HttpRequest,
    model: Any,
    pk: UUID,
    turn: Turn | None,
    back: str,
    *beside: str,
    initial: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The page of a turn about a row that the actor may write; 404 for a turn there is not."""
    if turn is None:
        raise Http404
    actor = _actor(request)
    row = reached(model, actor, pk, *beside)
    about = About(actor, row.client, clock.now(), row)
    then = reverse(back, args=[row.client_id if back == "desk:chart_support" else row.pk])
    given = initial or {name: getattr(row, name) for name in ("severity",) if hasattr(row, name)}
    return answer_turn(
        request, turn, about, heading=short_name_for(actor, row.client), back=then, initial=given
    )


@requires(RecordClass.LINKAGE, get=Access.READ)
def need(request: HttpRequest, need_id: UUID) -> HttpResponse:
    """One need: where it stands, what was done, where the client was sent."""
    actor = _actor(request)
    page = NeedPage.of(actor, queries.need_in_full(actor, need_id), clock.now())
    return render(request, f"{ROOM}/need.html", {"page": page})


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def need_turn(request: HttpRequest, need_id: UUID, need_act: str) -> HttpResponse:
    """One thing that happens to a need."""
    return _turn_of(request, Need, need_id, NEED_TURNS.get(need_act), "desk:need")


@requires(RecordClass.LINKAGE, get=Access.READ)
def need_referral(request: HttpRequest, need_referral_id: UUID) -> HttpResponse:
    """One referral: the place, what may be said, every step."""
    actor = _actor(request)
    row = queries.referral_in_full(actor, need_referral_id)
    page = ReferralPage.of(actor, row, clock.now())
    return render(request, f"{ROOM}/referral.html", {"page": page})


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def need_referral_turn(
    request: HttpRequest, need_referral_id: UUID, referral_act: str
) -> HttpResponse:
    """One thing that happens to a referral."""
    turn = REFERRAL_TURNS.get(referral_act)
    return _turn_of(
        request, NeedReferral, need_referral_id, turn, "desk:need_referral", "service", "need"
    )


@requires(RecordClass.CONSENTS, post=Access.WRITE)
def need_referral_consent(request: HttpRequest, need_referral_id: UUID) -> HttpResponse:
    """Draft the paper that names this place; it is read, offered and signed on its own page."""
    actor = _actor(request)
    row = queries.referral_in_full(actor, need_referral_id)
    draft = actions.ask_for_consent(
        actor=actor, client_id=row.client_id, service_id=row.service_id, now=clock.now()
    )
    return redirect("desk:consent", draft.pk)


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def visit_turn(request: HttpRequest, outside_id: UUID, visit_act: str) -> HttpResponse:
    """Whether an appointment was kept, or a new time for it."""
    turn = VISIT_TURNS.get(visit_act)
    if turn is None:
        raise Http404
    actor = _actor(request)
    row = reached(OutsideAppointment, actor, outside_id, "service")
    back = reverse("desk:chart_support", args=[row.client_id])
    if row.transfer_id:
        back = reverse("desk:transfer", args=[row.transfer_id])
    elif row.referral_id:
        back = reverse("desk:need_referral", args=[row.referral_id])
    about = About(actor, row.client, clock.now(), row)
    given = {"provider": row.provider, "place": row.place, "confirmed_how": "phone"}
    heading = short_name_for(actor, row.client)
    return answer_turn(request, turn, about, heading=heading, back=back, initial=given)


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def stay_end(request: HttpRequest, stay_id: UUID) -> HttpResponse:
    """Moving out of a recovery residence."""
    return _turn_of(request, ResidenceStay, stay_id, STAY_END, "desk:chart_support", "service")


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def work_turn(request: HttpRequest, work_goal_id: UUID, work_act: str) -> HttpResponse:
    """A start, a word with an employer, the end of a goal."""
    return _turn_of(request, WorkGoal, work_goal_id, WORK_TURNS.get(work_act), "desk:chart_support")


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def work_check(request: HttpRequest, work_start_id: UUID) -> HttpResponse:
    """Whether a job or course still held."""
    return _turn_of(request, WorkStart, work_start_id, WORK_CHECK, "desk:chart_support")
