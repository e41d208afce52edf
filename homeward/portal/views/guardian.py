"""The plan that waits for a guardian's or a parent's signature, on their own phone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import FAMILY, Actor
from homeward.core.policies import open_to
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.plans.actions import sign_as_guardian
from homeward.portal.forms import SignatureForm
from homeward.portal.guardian import GuardianPage, release_plan
from homeward.released.models import Page
from homeward.released.queries import items_for


def release_this(actor: Actor, plan_id: UUID) -> None:
    """Whether this plan may be read now by who signs it."""
    release_plan(actor, clock.now(), plan_id)


@open_to(
    (FAMILY,), methods=("GET", "POST"), record_class=RecordClass.ASSESSMENT, releases=release_this
)
def plan_for(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Read it and sign it by typing one's own name; for everybody else it is not there."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    form = SignatureForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            sign_as_guardian(
                actor=actor,
                plan_id=plan_id,
                signer_name=form.cleaned_data["signer_name"],
                expected_version=form.expected_version,
                now=now,
            )
        except StaleVersion:
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("signer_name", words_for(code))
        else:
            messages.success(request, _("Signed. Thank you."))
            return redirect("portal:today")
    if form is not None:
        release_this(actor, plan_id)
    page = GuardianPage.of(items_for(actor, Page.PLAN, now), plan_id, form)
    status = 422 if form is not None else 200
    return render(request, "portal/plan_for.html", {"page": page}, status=status)
