"""Setup of incentives: versions of a schedule, adopting one with its sources, ending it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.incentives.forms import ProtocolForm, StopForm
from homeward.desk.incentives.pages.setup import SetupPage
from homeward.incentives import actions
from homeward.incentives.rules.terms import KINDS, VOUCHER
from homeward.incentives.words import refusal
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program.models import Program

FIELDS = {
    "terms_first": "first", "terms_step": "step", "terms_most": "most", "terms_bonus": "bonus",
    "terms_counts": "bonus_every", "terms_caps": "year_cap", "terms_slips": "slips",
    "protocol_name": "name", "protocol_target": "target", "protocol_substances": "substances",
    "protocol_source": "cap_source", "protocol_exists": "starts_on",
}  # fmt: skip


def adopts_numbers(actor: Actor) -> bool:
    """Who has the duty to adopt the program's numbers writes its schedules too."""
    return Duty.ADOPT_NUMBERS in actor.duties


@requires(RecordClass.SETUP, get=Access.READ, post=Access.WRITE, post_if=adopts_numbers)
def protocols(request: HttpRequest) -> HttpResponse:
    """Every version with what it says, and a form for a new one. Nothing holds unless adopted."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    program = Program.objects.order_by("name").first()
    if program is None:
        raise Http404
    asked = request.POST.get("kind") or request.GET.get("kind", "")
    kind = asked if asked in KINDS else VOUCHER
    form = ProtocolForm(request.POST or None, kind=kind, today=clock.today())
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.write_protocol(
                actor=actor, program_id=program.pk, terms=form.terms, now=clock.now(),
                **{name: typed[name] for name in (
                    "name", "target", "substances", "unconfirmed", "starts_on", "source_title",
                    "cap_source",
                )},
            )  # fmt: skip
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refused:
            for code in refused.codes:
                name = FIELDS.get(code)
                form.add_error(name if name in form.fields else None, refusal(code))
        else:
            messages.success(request, _("Written. It holds only once it is adopted."))
            return redirect("desk:setup_incentives")
    page = SetupPage.of(program, kind, adopts_numbers(actor))
    context = {"page": page, "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/incentives/setup.html", context, status=status)


@requires(RecordClass.SETUP, post=Access.WRITE, duty=Duty.ADOPT_NUMBERS)
def adoption(request: HttpRequest, protocol_id: UUID) -> HttpResponse:
    """Adopt one version with its sources."""
    done = _("Adopted. Clients may take part from now on, each by their own consent.")
    return _turn(request, protocol_id, actions.adopt_protocol, done)


@requires(RecordClass.SETUP, post=Access.WRITE, duty=Duty.ADOPT_NUMBERS)
def end(request: HttpRequest, protocol_id: UUID) -> HttpResponse:
    """End the version in force."""
    done = _("Ended. Nothing is earned under it any more; what is owed stays owed.")
    return _turn(request, protocol_id, actions.end_protocol, done)


def _turn(request: HttpRequest, protocol_id: UUID, act: Any, done: str) -> HttpResponse:
    form = StopForm(request.POST)
    if form.is_valid():
        try:
            act(
                actor=request.actor, protocol_id=protocol_id, now=clock.now(),  # type: ignore[attr-defined]
                expected_version=form.expected_version,
            )  # fmt: skip
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refused:
            messages.error(request, " ".join(refusal(code) for code in refused.codes))
        else:
            messages.success(request, done)
    return redirect("desk:setup_incentives")
