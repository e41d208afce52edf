"""In one tap: one comes late; one needs a ride, child care or papers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.conversations import actions
from homeward.conversations.forms import LateForm
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.linkage.actions import tell_need
from homeward.portal.late import ASKED, late_of
from homeward.portal.messages import by_words
from homeward.portal.own import Own


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def late(request: HttpRequest) -> HttpResponse:
    """Say that one comes late to the next session of today."""
    own = Own.of(_actor(request))
    form = LateForm(request.POST or None, auto_id="late_%s")
    page = late_of(own, form)
    if request.method == "POST" and form.is_valid() and page is not None:
        try:
            actions.say_late(
                actor=own.actor, seat_id=page.seat_id, minutes=form.cleaned_data["minutes"],
                why=form.cleaned_data["why"], now=own.now,
            )  # fmt: skip
        except Refusal as refusal:
            if isinstance(refusal, (NotAllowed, StaleVersion)):
                raise
            form.add_error(None, words_for(refusal.codes[0]))
        else:
            messages.success(
                request, _("The front desk and who leads it see it now. Come when you can.")
            )
            return redirect("portal:today")
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/late.html", {"late": page, "form": form}, status=status)


@requires(RecordClass.SCHEDULE, post=Access.WRITE, kinds=(CLIENT,))
def late_back(request: HttpRequest, late_id: UUID) -> HttpResponse:
    """One comes in time after all."""
    actions.take_back_late(actor=_actor(request), late_id=late_id, now=clock.now())
    messages.success(request, _("Good. It is taken back."))
    return redirect("portal:today")


@requires(RecordClass.LINKAGE, post=Access.WRITE, kinds=(CLIENT,))
def ask_help(request: HttpRequest) -> HttpResponse:
    """Ask for help with one thing in one step, and say what happens next."""
    own = Own.of(_actor(request))
    form = ActionForm(request.POST)
    form.full_clean()
    kind = request.POST.get("kind", "")
    if kind not in {each.value for each in ASKED}:
        messages.error(request, _("That was not kept. Choose again."))
        return redirect("portal:support")
    try:
        need = tell_need(
            actor=own.actor, client_id=own.client.pk, kind=kind, severity="high", wants="now",
            source="phone", now=own.now,
        )  # fmt: skip
    except Refusal as refusal:
        if isinstance(refusal, (NotAllowed, StaleVersion)):
            raise
        messages.error(request, words_for(refusal.codes[0]))
        return redirect("portal:support")
    told = _("Asked.")
    if need.owner and need.answer_due_at:
        told = _("Asked. %(name)s talks with you about it by %(when)s.") % {
            "name": need.owner.name, "when": by_words(own, need.answer_due_at),
        }  # fmt: skip
    messages.success(request, told)
    return redirect("portal:support")
