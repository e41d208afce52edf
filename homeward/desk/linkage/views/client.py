"""One client's page of daily life, and what may be begun there."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.chart.frame import chart_frame
from homeward.desk.clients.reach import short_name_for
from homeward.desk.linkage.matters import MATTERS
from homeward.desk.linkage.pages.client import ClientPage
from homeward.desk.linkage.turns import ROOM, About, answer_turn
from homeward.kernel.records import RecordClass
from homeward.linkage import queries
from homeward.linkage.reaching import client_for
from homeward.people.queries import reaches


@requires(RecordClass.LINKAGE, get=Access.READ)
def chart_support(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Needs, places, appointments, home, work and transfers of one client."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_support")
    if not reaches(actor, frame.client, RecordClass.LINKAGE):
        return render(request, f"{ROOM}/closed.html", {"frame": frame})
    page = ClientPage.of(actor, frame.client, frame.episode, clock.now())
    return render(request, f"{ROOM}/client.html", {"frame": frame, "page": page})


@requires(RecordClass.LINKAGE, get=Access.WRITE, post=Access.WRITE)
def support_write(request: HttpRequest, client_id: UUID, help_matter: str) -> HttpResponse:
    """Begin one thing: a need, an appointment, a stay, a goal, a transfer."""
    turn = MATTERS.get(help_matter)
    if turn is None:
        raise Http404
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_for(actor, client_id)
    back = reverse("desk:chart_support", args=[client_id])
    then = back
    if help_matter == "transfer":
        then = reverse("desk:transfers")
        held = queries.open_transfer_of(actor, client_id)
        then = reverse("desk:transfer", args=[held.pk]) if held and request.method != "POST" else ""
    asked = {"level": request.GET.get("level", ""), "kind": request.GET.get("kind", "")}
    return answer_turn(
        request, turn, About(actor, client, clock.now()),
        heading=short_name_for(actor, client), back=back,
        then=then or back, initial={name: value for name, value in asked.items() if value},
    )  # fmt: skip
