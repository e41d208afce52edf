"""The plan against going back to use beside the treatment plan: read, written together, a PDF."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.dayplans import actions, pages, queries, words
from homeward.dayplans.actions.prevention import parts_of
from homeward.dayplans.forms import PreventionForm
from homeward.dayplans.models import PreventionPlan
from homeward.dayplans.reaching import client_for, zone_of
from homeward.desk.chart.frame import chart_frame
from homeward.desk.clients.reach import short_name_for
from homeward.desk.dayplans.paper import make_prevention_paper
from homeward.desk.prints.making import may_make_files
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches

ROOM, HERE = "desk/dayplans", "desk:chart_prevention"
State = PreventionPlan.State


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def chart_prevention(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Every version, with who wrote it and when the client made it theirs."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_plan")
    if not reaches(actor, frame.client, RecordClass.ASSESSMENT):
        return render(request, f"{ROOM}/closed.html", {"frame": frame})
    rows = queries.prevention_plans(actor, client_id)
    texts = {row.state: pages.prevention_text(row, zone_of(frame.client)) for row in rows[::-1]}
    page: dict[str, Any] = {
        "plan": texts.get(State.ACTIVE),
        "draft": texts.get(State.DRAFT),
        "earlier": [
            pages.prevention_text(row, zone_of(frame.client))
            for row in rows
            if row.state == State.SUPERSEDED
        ],
        "may_write": reaches(actor, frame.client, RecordClass.ASSESSMENT, to=Access.WRITE),
        "may_print": may_make_files(actor),
    }
    return render(request, f"{ROOM}/prevention.html", {"frame": frame, "page": page})


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def chart_prevention_write(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Write the next version with the client; they make it theirs on their own pages."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_for(actor, client_id, RecordClass.ASSESSMENT)
    form = PreventionForm(request.POST or None)
    if request.method != "POST":
        rows = {row.state: row for row in queries.prevention_plans(actor, client_id)}
        draft = rows.get(State.DRAFT)
        source = draft or rows.get(State.ACTIVE)
        form = PreventionForm(
            parts=parts_of(source.parts) if source else None,
            version=draft.version if draft else 0,
        )
    back = reverse(HERE, args=[client_id])
    return answer_step(
        request,
        form,
        template=f"{ROOM}/write.html",
        page={
            "title": _("Prevention plan"),
            "heading": short_name_for(actor, client),
            "back": back_to(_("Back"), back),
        },
        perform=lambda sent: actions.keep_prevention_plan(
            actor=actor,
            client_id=client_id,
            parts=sent.parts,  # type: ignore[attr-defined]
            expected_version=sent.expected_version,
            now=clock.now(),
        ),
        done=_("Kept. The client reads it and makes it theirs."),
        then=back,
        refusal_words=words.refusal,
    )


@requires(RecordClass.NOTES, post=Access.READ, post_if=may_make_files)
def print_prevention(request: HttpRequest, prevention_id: UUID) -> HttpResponse:
    """A version the client made theirs, on one sheet as a PDF."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    made = make_prevention_paper(actor, prevention_id, clock.now())
    if made is None:
        raise Http404
    return redirect("desk:document", made.pk)
