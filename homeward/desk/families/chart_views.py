"""A client's family: who stands beside them with what permission, what was told, sessions."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.chart.frame import chart_frame
from homeward.desk.clients.reach import short_name_for
from homeward.desk.families.forms import AskForm, BookingForm
from homeward.desk.families.pages import FamilyTab, who_asks
from homeward.desk.refusing import say_no
from homeward.families import actions, words
from homeward.families.models import SessionAsk
from homeward.families.permissions import permissions_of
from homeward.families.reaching import client_for, team_now
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.program.models import Room
from homeward.staff.models import RoleGrant, Worker
from homeward.staff.queries import held_on

ROOM = "desk/families"
FIELDS = {
    "nobody_invited": "contacts", "contact_not_allowed": "contacts", "session_in_the_past": "on",
    "room_is_taken": "room", "worker_is_busy": "worker", "leader_writes_no_notes": "worker",
    "leader_kept_apart": "worker",
}  # fmt: skip


@requires(RecordClass.MESSAGES, get=Access.READ)
def chart_family(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The family tab."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_family")
    if not reaches(actor, frame.client, RecordClass.MESSAGES):
        raise Http404
    client = client_for(actor, client_id, Access.READ)
    page = FamilyTab.of(actor, client, clock.now())
    return render(request, f"{ROOM}/tab.html", {"frame": frame, "page": page})


@requires(RecordClass.MESSAGES, get=Access.WRITE, post=Access.WRITE)
def family_ask(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """Write down what the client wants; the relative reads nothing of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = SessionAsk.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row: SessionAsk = rows.get(pk=ask_id)
    clients = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client = clients.get(pk=row.client_id)
    form = AskForm(request.POST or None, version=row.version)
    back = reverse("desk:chart_family", args=[client.pk])
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_ask(
                actor=actor, ask_id=row.pk, outcome=form.cleaned_data["outcome"],
                now=clock.now(), expected_version=form.expected_version,
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, {"ask_outcome_unknown": "outcome"})
        else:
            messages.success(request, _("Recorded. The relative reads nothing of it."))
            return redirect(back)
    facts = {
        "row": row,
        "name": short_name_for(actor, client),
        "how": words.said(words.HOWS, row.how),
        "who": who_asks(actor, client, row, clock.now()),
        "form": form if row.closed_at is None else None,
        "back": back,
        "book_url": reverse("desk:family_booking", args=[client.pk]),
    }
    return render(request, f"{ROOM}/ask.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.MESSAGES, get=Access.WRITE, post=Access.WRITE)
def family_booking(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Book a family session with those who may hear of it now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_for(actor, client_id)
    form = BookingForm(request.POST or None, **_choices(actor, client))
    back = reverse("desk:chart_family", args=[client.pk])
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        zone = ZoneInfo(client.site.time_zone)
        try:
            actions.book_family_session(
                actor=actor, client_id=client.pk, worker_id=UUID(data["worker"]),
                contact_ids=[UUID(each) for each in data["contacts"]],
                starts_at=datetime.combine(data["on"], data["at"], zone),
                room_id=UUID(data["room"]) if data["room"] else None, now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Booked. Each of them sees it while the consent holds."))
            return redirect(back)
    facts = {"form": form, "name": short_name_for(actor, client), "back": back}
    return render(request, f"{ROOM}/booking.html", facts, status=422 if form.errors else 200)


def _choices(actor: Actor, client: Client) -> dict[str, Any]:
    """Relatives who may hear of it, workers who could lead it, rooms of the site."""
    now = clock.now()
    told = RecordClass.MESSAGES.value
    grants = RoleGrant.objects.filter(held_on(clock.today(client.site.time_zone)))
    counselors = grants.filter(role=Role.FAMILY_COUNSELOR).values("worker_id")
    team = [each.worker_id for each in team_now(client.pk, now)]
    here = Worker.objects.filter(site_id=client.site_id)
    workers = here.filter(pk__in=counselors) | here.filter(pk__in=team)
    return {
        "contacts": [
            (str(each.contact.pk), f"{each.contact.name} · {each.contact.relation}".rstrip(" ·"))
            for each in permissions_of(client, now, seen_by=actor)
            if told in each.may
        ],
        "workers": [(str(row.pk), row.name) for row in workers.order_by("name").distinct()],
        "rooms": [
            (str(row.pk), row.name)
            for row in Room.objects.filter(site_id=client.site_id).order_by("name")
        ],
    }
