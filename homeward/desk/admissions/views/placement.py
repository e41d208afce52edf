"""Rating with the suggestion beside it, the team's decision, and releasing a hold."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.queries import open_inquiry_of
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import STAFF, Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.forms.placement import (
    DecisionForm,
    PlacementForm,
    ReleaseForm,
    initial_of,
)
from homeward.desk.admissions.pages.placement import (
    PlacementPage,
    facts_from_call,
    level_words,
    placement_page,
)
from homeward.desk.admissions.reaching import client_of, way_back
from homeward.desk.admissions.views.small import small_page
from homeward.desk.refusing import say_no
from homeward.instruments.queries import latest_responses
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.placement import actions
from homeward.placement.models import Placement
from homeward.placement.queries import current_placement, released_codes
from homeward.placement.suggesting import known_facts
from homeward.placement.words import HOLDS
from homeward.program.models import Program

AUTOSAVE = Policy(RecordClass.ASSESSMENT, (("POST", Access.WRITE),), kinds=(STAFF,), once=False)


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE)
def placement(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Ratings on one side, the explained suggestion on the other; sending asks again."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    form, current = _form(request, actor, client)
    if request.method == "POST" and form.is_valid():
        try:
            _rate(actor, client, form)
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            return redirect("desk:placement", client_id)
    page = _page(actor, client, current, form)
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/placement.html", {"page": page}, status=status)


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def placement_record(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """One assessment by its own id, as the evidence of a decision names it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row: Placement = Placement.objects.for_actor(actor, Purpose.TREATMENT).get(pk=placement_id)
    return redirect("desk:placement", row.client_id)


@guarded_by(AUTOSAVE)
def placement_draft(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What is typed is kept as it is typed; answers with the suggestion it gives."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    form, current = _form(request, actor, client)
    pending = ""
    if form.is_valid():
        try:
            current = _rate(actor, client, form, is_autosave=True)
        except Refusal:
            pending = _("not saved: somebody else changed it, open the page again")
    else:
        pending = _("not saved: one field cannot be read")
    page = _page(actor, client, current, form)
    fresh = ActionForm(version=current.version if current else None)
    facts = {"page": page, "pending": pending, "fresh": fresh}
    return render(request, "desk/admissions/_placement_live.html", facts)


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


def _form(
    request: HttpRequest, actor: Actor, client: Client
) -> tuple[PlacementForm, Placement | None]:
    current = current_placement(actor, client)
    draft = current if current is not None and current.decided_at is None else None
    anew = request.GET.get("new") or request.method == "POST"
    shown = draft or (None if anew else current)
    edition = shown.edition if shown else _edition(client)
    initial = initial_of(
        shown.ratings if shown else {},
        shown.narratives if shown else {},
        shown.facts if shown and shown.decided_at else _facts(actor, client, draft),
    )
    form = PlacementForm(
        request.POST if request.method == "POST" else None,
        edition=edition,
        version=draft.version if draft else None,
        initial=initial,
    )
    return form, shown


def _facts(actor: Actor, client: Client, draft: Placement | None) -> dict[str, Any]:
    """What the call told, what was typed, and what the questionnaires say; the last speaks last."""
    return {
        **facts_from_call(open_inquiry_of(client.pk)),
        **(draft.facts if draft else {}),
        **known_facts(actor, client),
    }


def _edition(client: Client) -> str:
    here = Program.objects.filter(tracks__site_id=client.site_id).order_by("code").first()
    return here.level_edition if here else "3"


def _rate(
    actor: Actor, client: Client, form: PlacementForm, *, is_autosave: bool = False
) -> Placement:
    placed: Placement = actions.rate_dimensions(
        actor=actor,
        client_id=client.pk,
        ratings=form.ratings(),
        narratives=form.narratives(),
        facts=form.facts(),
        edition=form.edition,
        expected_version=form.expected_version,
        is_autosave=is_autosave,
        now=clock.now(),
    )
    return placed


def _page(
    actor: Actor, client: Client, current: Placement | None, form: PlacementForm
) -> PlacementPage:
    stored = current.suggestion if current else None
    page = placement_page(
        client,
        current,
        form,
        decision_from_json(stored) if stored else None,
        latest_responses(actor, client),
        released_codes(current) if current else frozenset(),
        way_back(actor, client),
    )
    writes = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
    if not writes or page.decided:
        page = page.locked(may_assess=writes)
    signs = may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
    return page if signs else page.without_decision()
