"""Reads about the way in and about episodes."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.admissions.models import Episode, Inquiry, InquiryStep
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership

ENDED = (
    Inquiry.State.ADMITTED,
    Inquiry.State.REFERRED_OUT,
    Inquiry.State.DECLINED,
    Inquiry.State.LOST,
)


def open_episode_of(actor: Actor, client: Client) -> Episode | None:
    """The episode a client is in now, as far as the actor may know; None when there is none."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT)
    return (
        rows.filter(client_id=client.pk, ended_at=None)
        .select_related("client", "program", "track", "phase", "site")
        .order_by("-admitted_at")
        .first()
    )


def episodes_of(actor: Actor, client: Client) -> list[Episode]:
    """Every episode of a client, the newest first."""
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return list(rows.select_related("program", "track", "phase").order_by("-admitted_at"))


def caseload(actor: Actor, *, primary_only: bool = False) -> list[Episode]:
    """The open episodes on whose team the actor is now, by the client's name."""
    if actor.worker_id is None:
        return []
    now = clock.now()
    teams = TeamMembership.objects.unscoped("relation").filter(
        Q(ends_at=None) | Q(ends_at__gt=now), worker_id=actor.worker_id, starts_at__lte=now
    )
    if primary_only:
        teams = teams.filter(is_primary=True)
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(
        ended_at=None, client_id__in=teams.values("client_id")
    )
    return list(
        rows.select_related("client", "program", "track", "phase", "site").order_by(
            "client__name", "pk"
        )
    )


def pipeline(actor: Actor) -> list[Inquiry]:
    """Every inquiry still on its way, the oldest request first."""
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS).exclude(state__in=ENDED)
    return list(rows.select_related("payer", "client", "site").order_by("first_request_at", "pk"))


def lately_ended(actor: Actor, limit: int = 12) -> list[Inquiry]:
    """The inquiries that ended last, however they ended."""
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS).filter(state__in=ENDED)
    return list(rows.select_related("client").order_by("-first_request_at", "pk")[:limit])


def steps_of(actor: Actor, inquiry: Inquiry) -> list[InquiryStep]:
    """The history of an inquiry, in order."""
    rows = InquiryStep.objects.for_actor(actor, Purpose.OPERATIONS).filter(inquiry_id=inquiry.pk)
    return list(rows.select_related("by").order_by("at", "created_at"))


def open_inquiry_of(client_id: UUID) -> Any:
    """The inquiry a client came by and is still on, for the rooms that move it along."""
    service = Actor.of_service("admissions")
    rows = Inquiry.objects.for_actor(service, Purpose.OPERATIONS).exclude(state__in=ENDED)
    return rows.filter(client_id=client_id).order_by("-first_request_at").first()
