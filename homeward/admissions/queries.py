"""Reads about the way in and about episodes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.admissions.models import (
    CapacityToSign,
    Episode,
    Hold,
    Inquiry,
    InquiryStep,
    MedicalScreening,
    Obligation,
    WaitListEntry,
)
from homeward.admissions.rules.signing import Capacity, Observation, capacity_from
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


def caseload(actor: Actor) -> list[Episode]:
    """The open episodes on whose team the actor is now, by the client's name."""
    rows = caseload_rows(actor)
    return list(rows.select_related("client", "program", "track", "phase", "site"))


def caseload_rows(actor: Actor, *, primary_only: bool = False) -> Any:
    """The same as rows, for a page that reads less of each; `primary_only`: as their counselor."""
    if actor.worker_id is None:
        return Episode.objects.none()
    now = clock.now()
    teams = TeamMembership.objects.unscoped("relation").filter(
        Q(ends_at=None) | Q(ends_at__gt=now), worker_id=actor.worker_id, starts_at__lte=now
    )
    if primary_only:
        teams = teams.filter(is_primary=True)
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT).filter(
        ended_at=None, client_id__in=teams.values("client_id")
    )
    return rows.order_by("client__name", "pk")


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


def obligations_of(actor: Actor, inquiry: Inquiry) -> list[Obligation]:
    """What fills the person's week, in the order of the week."""
    rows = Obligation.objects.for_actor(actor, Purpose.OPERATIONS).filter(inquiry_id=inquiry.pk)
    return list(rows.order_by("weekday", "starts", "ends"))


def holds_of_client(actor: Actor, client: Client) -> list[Hold]:
    """Every hold of a client as far as the actor may read them, open ones first."""
    rows = Hold.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    found = rows.select_related("owner", "opened_by", "released_by").order_by("-opened_at")
    return sorted(found, key=lambda hold: hold.released_at is not None)


def screenings_of(actor: Actor, client: Client) -> list[MedicalScreening]:
    """Every round of the medical questions, the newest first."""
    rows = MedicalScreening.objects.for_actor(actor, Purpose.TREATMENT)
    return list(rows.filter(client_id=client.pk).select_related("by").order_by("-at"))


def held_clients(client_ids: Iterable[Any]) -> frozenset[UUID]:
    """Which of these clients a hold keeps from admission; that it holds, never why."""
    service = Actor.of_service("admissions")
    rows = Hold.objects.for_actor(service, Purpose.OPERATIONS).filter(
        client_id__in=list(client_ids), released_at=None
    )
    return frozenset(row.client_id for row in rows)


def wait_list(actor: Actor) -> list[WaitListEntry]:
    """Everybody who waits for a seat now; the page puts them into the order of the law."""
    rows = WaitListEntry.objects.for_actor(actor, Purpose.OPERATIONS).filter(left_at=None)
    return list(rows.select_related("inquiry__site", "inquiry__client").order_by("listed_at"))


def capacity_at(client: Client, now: datetime) -> Capacity:
    """Whether a client may sign at this instant, read for the rule and not for a reader.

    Presumed unless somebody recorded otherwise, or the medical questions found them intoxicated
    or confused; then only a named person's later look restores it.
    """
    service = Actor.of_service("capacity")
    looks = CapacityToSign.objects.for_actor(service, Purpose.TREATMENT).select_related("by")
    found = [
        Observation(row.at, row.has_capacity, row.by.name, row.seen, row.look_again_at)
        for row in looks.filter(client_id=client.pk, at__lte=now)
    ]
    rounds = MedicalScreening.objects.for_actor(service, Purpose.TREATMENT).select_related("by")
    unwell = rounds.filter(client_id=client.pk, at__lte=now).filter(
        Q(intoxicated=True) | Q(confusion_or_seizure_now=True)
    )
    found += [
        Observation(row.at, False, row.by.name if row.by else "", "screening") for row in unwell
    ]
    return capacity_from(found, now)
