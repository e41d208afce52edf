"""Rating the dimensions with the explained suggestion beside."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import STAFF, Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.forms.placement import PlacementForm, initial_of
from homeward.desk.admissions.pages.placement import Background, PlacementPage, placement_page
from homeward.desk.admissions.pages.placement_beside import external_lines
from homeward.desk.admissions.placing import Known, known_before
from homeward.desk.admissions.reaching import client_of, way_back
from homeward.desk.refusing import say_no
from homeward.instruments.queries import latest_responses
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.placement import actions
from homeward.placement.models import Placement
from homeward.placement.queries import current_placement, external_results_of, released_codes
from homeward.program.models import Program

AUTOSAVE = Policy(RecordClass.ASSESSMENT, (("POST", Access.WRITE),), kinds=(STAFF,), once=False)


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE)
def placement(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Ratings on one side, the explained suggestion on the other; sending asks again."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    form, current, known = _form(request, actor, client)
    if request.method == "POST" and form.is_valid():
        try:
            _rate(actor, client, form)
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            return redirect("desk:placement", client_id)
    facts = {
        "page": _page(actor, client, current, form, known),
        "external": external_lines(external_results_of(actor, client), current),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/placement.html", facts, status=status)


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
    form, current, known = _form(request, actor, client)
    pending = ""
    if form.is_valid():
        try:
            current = _rate(actor, client, form, is_autosave=True)
        except Refusal:
            pending = _("not saved: somebody else changed it, open the page again")
    else:
        pending = _("not saved: one field cannot be read")
    page = _page(actor, client, current, form, known)
    fresh = ActionForm(version=current.version if current else None)
    facts = {"page": page, "pending": pending, "fresh": fresh}
    return render(request, "desk/admissions/_placement_live.html", facts)


def _form(
    request: HttpRequest, actor: Actor, client: Client
) -> tuple[PlacementForm, Placement | None, Known]:
    current = current_placement(actor, client)
    draft = current if current is not None and current.decided_at is None else None
    anew = request.GET.get("new") or request.method == "POST"
    shown = draft or (None if anew else current)
    edition = shown.edition if shown else _edition(client)
    known = known_before(actor, client, draft, clock.now())
    initial = initial_of(
        shown.ratings if shown else {},
        shown.narratives if shown else {},
        shown.facts if shown and shown.decided_at else dict(known.facts),
    )
    form = PlacementForm(
        request.POST if request.method == "POST" else None,
        edition=edition,
        version=draft.version if draft else None,
        initial=initial,
    )
    return form, shown, known


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
    actor: Actor, client: Client, current: Placement | None, form: PlacementForm, known: Known
) -> PlacementPage:
    stored = current.suggestion if current else None
    page = placement_page(
        client,
        current,
        form,
        decision_from_json(stored) if stored else None,
        Background(
            latest_responses(actor, client),
            known.interview,
            known.beside,
            released_codes(current) if current else frozenset(),
        ),
        way_back(actor, client),
    )
    writes = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
    if not writes or page.decided:
        page = page.locked(may_assess=writes)
    signs = may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
    return page if signs else page.without_decision()
