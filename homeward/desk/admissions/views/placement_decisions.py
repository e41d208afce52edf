"""The team's decision, releasing a hold, staying on, a result from elsewhere, what would change."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.forms.placement_decisions import (
    DecisionForm,
    ExternalResultForm,
    ReleaseForm,
    StayForm,
)
from homeward.desk.admissions.pages.placement_beside import changes_page, stay_page
from homeward.desk.admissions.pages.suggestion import level_words
from homeward.desk.admissions.reaching import client_of
from homeward.desk.admissions.views.small import small_page
from homeward.desk.clients.reach import name_for
from homeward.desk.refusing import say_no
from homeward.instruments.queries import latest_responses
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import decision_from_json
from homeward.kernel.records import RecordClass
from homeward.placement import actions
from homeward.placement.models import Placement
from homeward.placement.queries import stays_of
from homeward.placement.rules.continuing import Course, stay_or_move
from homeward.placement.suggesting import changes_of
from homeward.placement.words import HOLDS


@requires(RecordClass.ASSESSMENT, get=Access.SIGN, post=Access.SIGN)
def placement_decision(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """The team's decision, with its reason where it differs."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
    row: Placement = rows.select_related("client").get(pk=placement_id)
    form = DecisionForm(
        request.POST or None,
        edition=row.edition,
        version=row.version,
        initial={"provided_level": row.indicated_level},
    )
    suggested = (
        level_words(row.edition, row.indicated_level) if row.indicated_level else _("none yet")
    )
    return small_page(
        request,
        form,
        title=_("The team’s decision: %(name)s") % {"name": row.client.name},
        lead=_(
            "Suggested: %(level)s. "
            "The team decides; the ratings and the suggestion are kept as they are."
        )
        % {"level": suggested},
        save=_("Record the decision"),
        back=Act(_("Back to the ratings"), reverse("desk:placement", args=[row.client_id])),
        done=_("The decision is recorded."),
        then=reverse("desk:placement", args=[row.client_id]),
        fields={"discrepancy_needed": "discrepancy", "level_unknown": "provided_level"},
        perform=lambda data: actions.decide_placement(
            actor=actor,
            placement_id=placement_id,
            provided_level=data["provided_level"],
            discrepancy=data["discrepancy"],
            discrepancy_note=data["discrepancy_note"],
            client_view=data["client_view"],
            expected_version=data["form_version"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def placement_release(request: HttpRequest, placement_id: UUID, code: str) -> HttpResponse:
    """Record the examination that releases a hold."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row: Placement = rows.select_related("client").get(pk=placement_id)
    back = reverse("desk:placement", args=[row.client_id])
    return small_page(
        request,
        ReleaseForm(request.POST or None),
        title=_("Release the hold: %(name)s") % {"name": row.client.name},
        lead=str(HOLDS.get(code, "")),
        save=_("Release"),
        back=Act(_("Back to the ratings"), back),
        done=_("The hold is released."),
        fields={"examiner_missing": "cleared_by"},
        perform=lambda data: actions.release_hold(
            actor=actor,
            placement_id=placement_id,
            code=code,
            cleared_by=data["cleared_by"],
            note=data["note"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def placement_changes(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """What is unmet, what nobody knows, and which answer would move the level."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Placement.objects.for_actor(actor, Purpose.TREATMENT)
    row: Placement = rows.select_related("client").get(pk=placement_id, suggestion__isnull=False)
    page = changes_page(
        row,
        name_for(actor, row.client),
        decision_from_json(row.suggestion),
        changes_of(row),
        latest_responses(actor, row.client),
        _back_to(row),
    )
    return render(request, "desk/admissions/placement_changes.html", {"page": page})


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.SIGN)
def placement_stay(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """Whether somebody stays at the level or moves on, with every ground."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    access = Access.SIGN if request.method == "POST" else Access.READ
    rows = Placement.objects.for_actor(actor, Purpose.TREATMENT, to=access)
    row: Placement = rows.select_related("client").get(pk=placement_id)
    form = StayForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid() and form.cleaned_data["outcome"]:
        try:
            actions.decide_stay(
                actor=actor,
                placement_id=placement_id,
                course=form.course(),
                outcome=form.cleaned_data["outcome"],
                reason=form.cleaned_data["reason"],
                note=form.cleaned_data["note"],
                client_view=form.cleaned_data["client_view"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, {"stay_reason_needed": "reason"})
            status = 422
        else:
            messages.success(request, _("The decision is recorded."))
            return redirect("desk:placement_stay", placement_id)
    elif request.method == "POST":
        form.add_error("outcome", _("Choose what the team decides."))
        status = 422
    decision = stay_or_move(form.course() if form.is_bound else Course())
    page = stay_page(
        row, name_for(actor, row.client), form, decision, stays_of(actor, row), _back_to(row)
    )
    return render(request, "desk/admissions/placement_stay.html", {"page": page}, status=status)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def placement_external(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Attach what a tool used elsewhere found."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    form = ExternalResultForm(request.POST or None)
    return small_page(
        request,
        form,
        title=_("A result from elsewhere: %(name)s") % {"name": client.name},
        lead=_("The level, the day and who did it; the licensed text stays where it is."),
        save=_("Attach"),
        back=Act(_("Back to the ratings"), reverse("desk:placement", args=[client_id])),
        done=_("The result is attached."),
        fields={
            "tool_name_missing": "tool_name",
            "level_unknown": "edition_and_level",
            "result_in_future": "done_on",
            "result_author_missing": "done_by",
        },
        perform=lambda _data: actions.attach_external_result(
            actor=actor, client_id=client_id, now=clock.now(), **form.told()
        ),
    )


def _back_to(row: Placement) -> Act:
    return Act(_("Back to the ratings"), reverse("desk:placement", args=[row.client_id]))
